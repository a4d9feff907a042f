#include <fmt/format.h>

#include "crosscut/write/markdown_parts.h"
#include "crosscut/write/paper.h"

namespace crosscut {
namespace markdown {
namespace {

Markdown items_markdown(const std::vector<PaperItem>& items, int depth) {
  Markdown text;
  for (const PaperItem& line : items) {
    if (line.beside) {
      Markdown words = escape(line.words);
      for (const CitationWords& citation : line.citations)
        words += " " + cited(*line.graph, citation);
      text += item(words, depth);
      continue;
    }
    text += item(escape(line.words), depth);
    for (const CitationWords& citation : line.citations)
      text += item(cited(*line.graph, citation), depth + 1);
    text += items_markdown(line.below, depth + 1);
  }
  return text.empty() || depth > 0 ? text : text + "\n";
}

/// Counts the figures in the order of the paper.
Markdown part_markdown(const PaperPart& part, int level, std::string_view image_ending,
                       std::size_t& figures) {
  Markdown text = heading(level, part.heading);
  for (const std::string& words : part.paragraphs) text += paragraph(words);
  if (part.table) text += table(*part.table);
  text += items_markdown(part.items, 0);
  if (part.figure) text += figure_words(*part.figure, ++figures, image_ending);
  for (const PaperPart& below : part.parts)
    text += part_markdown(below, level + 1, image_ending, figures);
  return text;
}

}  // namespace
}  // namespace markdown

std::string write_paper_markdown(const Paper& paper, std::string_view image_ending) {
  using namespace markdown;
  Markdown text =
      paragraph(fmt::format("{}. {}. As at {}.", paper.marking, paper.subject, paper.date)) +
      heading(1, paper.title);
  for (const std::string& words : paper.summary) text += paragraph(words);
  std::size_t figures = 0;
  for (const PaperPart& part : paper.parts) text += part_markdown(part, 2, image_ending, figures);
  text += heading(2, "About this report");
  for (const std::string& words : paper.about) text += paragraph(words);
  while (text.ends_with("\n\n")) text.pop_back();
  return text;
}

}  // namespace crosscut
