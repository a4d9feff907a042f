#include <fmt/format.h>

#include "crosscut/write/html_parts.h"
#include "crosscut/write/paper.h"

namespace crosscut {
namespace html {
namespace {

std::string items_html(const std::vector<PaperItem>& items);

std::string item_html(const PaperItem& item) {
  std::string text = (item.folded   ? "<li class=\"folded\">"
                      : item.beside ? "<li class=\"beside\">"
                                    : "<li>") +
                     (item.folded ? "" : escape(item.words));
  for (const CitationWords& citation : item.citations)
    text += (item.beside ? " " : "") + citation_html(*item.graph, citation);
  const std::string below = items_html(item.below);
  text += item.folded ? fmt::format("<details>\n<summary>{}</summary>\n{}</details>",
                                    escape(item.words), below)
                      : below;
  return text + "</li>\n";
}

std::string items_html(const std::vector<PaperItem>& items) {
  if (items.empty()) return {};
  std::string text = "<ul class=\"evidence\">\n";
  for (const PaperItem& item : items) text += item_html(item);
  return text + "</ul>\n";
}

/// Counts the figures in the order of the paper.
std::string part_html(const PaperPart& part, int level, std::size_t& figures) {
  std::string body;
  for (const std::string& words : part.paragraphs) body += paragraph(words);
  if (part.table) body += table_html("table-" + part.id, *part.table);
  body += items_html(part.items);
  if (part.figure) body += figure_html(*part.figure, "figure-" + part.id, ++figures);
  for (const PaperPart& below : part.parts) body += part_html(below, level + 1, figures);
  if (level == 2) return section(level, part.id, part.heading, body);
  // Not a landmark: the parts of several options have the same names.
  return fmt::format("<div id=\"{}\">\n<h{}>{}</h{}>\n{}</div>\n", part.id, level,
                     escape(part.heading), level, body);
}

}  // namespace
}  // namespace html

std::string write_paper_html(const Paper& paper) {
  html::Frame frame{paper.title,   paper.title, paper.subject,       paper.marking, paper.date,
                    paper.summary, {},          "About this report", paper.about};
  frame.brief = paper.brief;
  std::string body;
  std::size_t figures = 0;
  for (const PaperPart& part : paper.parts) {
    frame.contents.emplace_back(part.id, part.heading);
    body += html::part_html(part, 2, figures);
  }
  return html::frame_page(frame, body);
}

}  // namespace crosscut
