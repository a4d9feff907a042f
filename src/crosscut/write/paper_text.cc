#include <fmt/format.h>

#include <algorithm>

#include "crosscut/base/text.h"
#include "crosscut/write/odt_paper.h"
#include "crosscut/write/paper.h"
#include "crosscut/write/picture.h"

namespace crosscut {
namespace {

std::string indent(std::size_t depth) { return std::string(depth * 2, ' '); }

std::string item_text(const PaperItem& item, std::size_t depth) {
  std::string text = indent(depth) + item.words;
  for (const CitationWords& citation : item.citations)
    text += (item.beside ? " " : "\n" + indent(depth + 2)) + citation_line(*item.graph, citation);
  text += "\n";
  if (!item.folded)
    for (const PaperItem& below : item.below) text += item_text(below, depth + 2);
  return text;
}

std::string padded(const std::string& cell, std::size_t width, bool is_number) {
  const std::size_t length = count_characters(cell);
  const std::string space(width > length ? width - length : 0, ' ');
  return is_number ? space + cell : cell + space;
}

/// Columns as wide as their widest cell; where the lines would be too long, words wrap.
std::vector<std::size_t> column_widths(const TableWords& table) {
  constexpr std::size_t longest_line = 120, wide_column = 44;
  std::vector<std::size_t> widths;
  std::size_t line = 0;
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    widths.push_back(count_characters(table.columns[i].head));
    for (const auto& row : table.rows)
      widths[i] = std::max(widths[i], count_characters(row[i].text));
    line += widths[i] + 2;
  }
  if (line > longest_line)
    for (std::size_t& width : widths) width = std::min(width, wide_column);
  return widths;
}

std::string table_text(const TableWords& table, std::size_t depth) {
  if (table.rows.empty())
    return table.when_empty.empty() ? "" : indent(depth) + table.when_empty + "\n";
  const std::vector<std::size_t> widths = column_widths(table);
  const auto lines = [&](const auto& text_of) {
    std::vector<std::vector<std::string>> cells;
    std::size_t height = 1;
    for (std::size_t i = 0; i < widths.size(); ++i) {
      cells.push_back(wrap_full(text_of(i), widths[i]));
      height = std::max(height, cells.back().size());
    }
    std::string text;
    for (std::size_t row = 0; row < height; ++row) {
      std::string words = indent(depth);
      for (std::size_t i = 0; i < widths.size(); ++i)
        words += (i > 0 ? "  " : "") + padded(row < cells[i].size() ? cells[i][row] : "", widths[i],
                                              table.columns[i].is_number);
      words.erase(words.find_last_not_of(' ') + 1);
      text += words + "\n";
    }
    return text;
  };
  std::string text = lines([&](std::size_t i) { return table.columns[i].head; });
  for (const auto& row : table.rows) text += lines([&](std::size_t i) { return row[i].text; });
  return text + (table.note.empty() ? "" : "\n" + indent(depth) + table.note + "\n");
}

std::string part_text(const PaperPart& part, std::size_t level) {
  const std::size_t depth = level < 2 ? 0 : level - 2;
  std::string text = (level < 3 ? "\n" : "") + indent(depth) + part.heading + "\n";
  if (level == 1) text += std::string(count_characters(part.heading), '=') + "\n";
  const std::size_t inside = level < 2 ? 0 : depth + 1;
  for (const std::string& words : part.paragraphs) text += indent(inside) + words + "\n";
  if (part.table) text += table_text(*part.table, inside);
  for (const PaperItem& item : part.items) text += item_text(item, inside);
  for (const PaperPart& below : part.parts) text += part_text(below, level + 1);
  return text;
}

}  // namespace

PaperItem relation_item(const Graph& graph, RelationId id) {
  EvidenceWords words = evidence_words(graph, {id, {}});
  return {capitalise(words.sentence), {}, std::move(words.citations), &graph, false};
}

std::string counted(std::string_view words, std::size_t count) {
  return fmt::format("{} ({})", words, count);
}

std::string write_paper(const Paper& paper, std::string_view format) {
  return format == "html"  ? write_paper_html(paper)
         : format == "odt" ? write_paper_odt(paper)
         : format == "md"  ? write_paper_markdown(paper, "")
                           : write_paper_text(paper);
}

std::string write_paper_text(const Paper& paper) {
  std::string text =
      fmt::format("{}. {}. {}, as at {}.\n", paper.marking, paper.title, paper.subject, paper.date);
  for (const std::string& words : paper.summary) text += "\n" + words + "\n";
  for (const PaperPart& part : paper.parts) text += part_text(part, 1);
  return text;
}

}  // namespace crosscut
