// The diagrams, each with its words and its text alternative.
#include <fmt/format.h>

#include "crosscut/write/html_parts.h"

namespace crosscut::html {

std::string figure_html(const ReportFigure& figure, std::string_view anchor, std::size_t number) {
  std::string text = fmt::format(
      "<figure class=\"wide\" id=\"{0}\" aria-labelledby=\"{0}-h\">\n<h3 id=\"{0}-h\">Figure {1}: "
      "{2}</h3>\n",
      anchor, number, escape(figure.title));
  if (!figure.subtitle.empty()) text += paragraph(figure.subtitle, "subtitle");
  text += fmt::format(
      "<div class=\"scroll picture\" role=\"region\" tabindex=\"0\" aria-label=\"Picture of figure "
      "{}\">\n{}\n</div>\n",
      number, figure.svg);
  text += "<div class=\"notes\">\n";
  if (!figure.key.empty()) text += paragraph("How to read it: " + figure.key, "note");
  if (!figure.note.empty()) text += paragraph("Note: " + figure.note, "note");
  if (!figure.source.empty()) text += paragraph(figure.source, "note");
  text += "</div>\n";
  text += fmt::format("<details>\n<summary>Figure {} as text</summary>\n{}</details>\n</figure>\n",
                      number, list(figure.as_text));
  return text;
}

std::string diagrams_section(const Page& page) {
  if (page.figures.empty()) return {};
  std::vector<std::string> words = diagram_words();
  words.emplace_back("On screen, everything drawn is listed as text under each diagram.");
  std::string body = section(3, "how-to-read", "How to read the diagrams", list(words));
  for (std::size_t i = 0; i < page.figures.size(); ++i)
    body += figure_html(page.figures[i], page.figure_anchors[i], i + 1);
  return section(2, "diagrams", "Diagrams", body);
}

}  // namespace crosscut::html
