// The diagrams, each with its words and its text alternative.
#include <fmt/format.h>

#include "crosscut/write/html_parts.h"

namespace crosscut::html {
namespace {

std::string figure_html(const Page& page, std::size_t i) {
  const ReportFigure& figure = page.figures[i];
  const std::string& id = page.figure_anchors[i];
  std::string text = fmt::format(
      "<figure class=\"wide\" id=\"{0}\" aria-labelledby=\"{0}-h\">\n<h3 id=\"{0}-h\">Figure {1}: "
      "{2}</h3>\n",
      id, i + 1, escape(figure.title));
  if (!figure.subtitle.empty()) text += paragraph(figure.subtitle, "subtitle");
  text += fmt::format(
      "<div class=\"scroll picture\" role=\"region\" tabindex=\"0\" aria-label=\"Picture of figure "
      "{}\">\n{}\n</div>\n",
      i + 1, figure.svg);
  text += "<div class=\"notes\">\n";
  if (!figure.key.empty()) text += paragraph("How to read it: " + figure.key, "note");
  if (!figure.note.empty()) text += paragraph("Note: " + figure.note, "note");
  if (!figure.source.empty()) text += paragraph(figure.source, "note");
  text += "</div>\n";
  text += fmt::format("<details>\n<summary>Figure {} as text</summary>\n{}</details>\n</figure>\n",
                      i + 1, list(figure.as_text));
  return text;
}

}  // namespace

std::string diagrams_section(const Page& page) {
  if (page.figures.empty()) return {};
  std::vector<std::string> words = diagram_words();
  words.emplace_back("On screen, everything drawn is listed as text under each diagram.");
  std::string body = section(3, "how-to-read", "How to read the diagrams", list(words));
  for (std::size_t i = 0; i < page.figures.size(); ++i) body += figure_html(page, i);
  return section(2, "diagrams", "Diagrams", body);
}

}  // namespace crosscut::html
