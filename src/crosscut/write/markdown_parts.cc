#include "crosscut/write/markdown_parts.h"

#include <fmt/format.h>

#include <algorithm>
#include <numeric>

#include "crosscut/base/text.h"

namespace crosscut::markdown {
namespace {

constexpr std::string_view digits = "0123456789";
constexpr std::string_view roman = "ivxlcdmIVXLCDM";

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

/// Whether text starts with "&amp;", "&#39;" or the like, which would turn into a character.
bool starts_entity(std::string_view text) {
  if (!text.starts_with('&')) return false;
  const std::size_t end = std::min(text.find(';'), text.size());
  return end > 1 && end < text.size() &&
         std::all_of(text.begin() + 1, text.begin() + end, [](char c) {
           return is_letter(c) || c == '#' || digits.find(c) != digits.npos;
         });
}

/// Length of what would number a list at the start of a line, without its last character: "12" of
/// "12. ", "(b" of "(b) "; 0 when nothing would.
std::size_t list_number(std::string_view line) {
  const std::size_t start = line.starts_with('(') ? 1 : 0;
  const std::size_t end = line.find_first_of(".)", start);
  if (end == line.npos || end == start) return 0;
  const std::string_view inner = line.substr(start, end - start);
  if (end + 1 < line.size() && line[end + 1] != ' ') return 0;
  const bool counts = inner.find_first_not_of(digits) == inner.npos ||
                      inner.find_first_not_of(roman) == inner.npos ||
                      (inner.size() == 1 && is_letter(inner.front()));
  return counts ? end : 0;
}

/// A line whose first word would start a list, a rule, a definition or a title block, kept a line.
Markdown kept_as_line(const Markdown& line) {
  if (line.find_first_of("-+=%:") == 0) return "\\" + line;
  if (const std::size_t at = list_number(line); at > 0)
    return line.substr(0, at) + "\\" + line.substr(at);
  return line;
}

/// A web address that can stand in round brackets.
std::string address(std::string_view url) {
  std::string out;
  for (std::size_t i = 0; i < url.size(); ++i) {
    const auto byte = static_cast<unsigned char>(url[i]);
    if (byte <= 0x20 || byte == 0x7F || std::string_view("()<>[]|\\\"`{}").find(url[i]) != url.npos)
      out += fmt::format("%{:02X}", byte);
    else if (starts_entity(url.substr(i)))
      out += "&amp;";
    else
      out += url[i];
  }
  return out;
}

std::size_t longest_word(std::string_view text) {
  std::size_t longest = 0;
  for (const std::string_view word : split_list(text, ' '))
    longest = std::max(longest, count_characters(word));
  return longest;
}

/// Characters for each column of a page: its longest word, and of what is left a share by the
/// length of its text. Programs that set a table on a page go by the row of dashes.
std::vector<std::size_t> column_widths(const std::vector<TableColumn>& columns,
                                       const std::vector<std::vector<Markdown>>& rows) {
  constexpr std::size_t page = 76, most_for_a_word = 14;
  std::vector<std::size_t> widths, lengths;
  for (std::size_t i = 0; i < columns.size(); ++i) {
    std::size_t word = longest_word(columns[i].head), length = columns[i].head.size();
    for (const auto& row : rows) {
      word = std::max(word, std::min(longest_word(row[i]), most_for_a_word));
      length += count_characters(row[i]);
    }
    widths.push_back(std::max<std::size_t>(word, 3));
    lengths.push_back(length);
  }
  const std::size_t taken = std::accumulate(widths.begin(), widths.end(), std::size_t{0});
  const std::size_t whole = std::accumulate(lengths.begin(), lengths.end(), std::size_t{0});
  if (taken < page)
    for (std::size_t i = 0; i < columns.size(); ++i)
      widths[i] += (page - taken) * lengths[i] / whole;
  return widths;
}

Markdown table_line(const std::vector<Markdown>& cells) {
  Markdown line = "|";
  for (const Markdown& cell : cells) line += cell.empty() ? " |" : " " + cell + " |";
  return line + "\n";
}

}  // namespace

Markdown escape(std::string_view text) {
  constexpr std::string_view special = "\\`*_<>[]|~^$@#{";
  text = trim(text);
  Markdown out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    const bool control = static_cast<unsigned char>(c) < 0x20 || c == 0x7F;
    const bool dash = c == '-' && i > 0 && text[i - 1] == '-';  // "--" would turn into a long dash
    if (special.find(c) != special.npos || dash || starts_entity(text.substr(i))) out += '\\';
    out += control ? ' ' : c;
  }
  return out;
}

Markdown code(std::string_view text) {
  const bool fits = std::none_of(text.begin(), text.end(), [](char c) {
    return c == '`' || c == '|' || static_cast<unsigned char>(c) < 0x20;
  });
  return fits && !text.empty() ? fmt::format("`{}`", text) : escape(text);
}

Markdown source_link(const Source& source) {
  const std::string_view host = web_host(source.url);
  if (host.empty()) return escape(source.title);
  return fmt::format("[{} ({})]({})", escape(source.title), escape(host), address(source.url));
}

Markdown heading(int level, std::string_view text) {
  return fmt::format("{} {}\n\n", std::string(static_cast<std::size_t>(level), '#'), escape(text));
}

Markdown paragraph(std::string_view text) { return block(escape(text)); }

Markdown block(const Markdown& line) { return kept_as_line(line) + "\n\n"; }

Markdown item(const Markdown& line, int depth) {
  return std::string(static_cast<std::size_t>(depth) * 2, ' ') + "- " + kept_as_line(line) + "\n";
}

Markdown list(const std::vector<std::string>& items) {
  if (items.empty()) return {};
  Markdown text;
  for (const std::string& words : items) text += item(escape(words));
  return text + "\n";
}

Markdown table(std::string_view caption, const std::vector<TableColumn>& columns,
               const std::vector<std::vector<Markdown>>& rows) {
  if (rows.empty()) return {};
  std::vector<Markdown> heads;
  Markdown dashes = "|";
  const std::vector<std::size_t> widths = column_widths(columns, rows);
  for (std::size_t i = 0; i < columns.size(); ++i) {
    heads.push_back(escape(columns[i].head));
    dashes += std::string(widths[i], '-') + (columns[i].is_number ? ":|" : "|");
  }
  Markdown text = fmt::format("Table: {}\n\n{}{}\n", escape(caption), table_line(heads), dashes);
  for (const auto& row : rows) text += table_line(row);
  return text + "\n";
}

Markdown table(const TableWords& words) {
  if (words.rows.empty()) return words.when_empty.empty() ? "" : paragraph(words.when_empty);
  std::vector<std::vector<Markdown>> rows;
  for (const auto& row : words.rows) {
    std::vector<Markdown> cells;
    for (const CellWords& cell : row) cells.push_back(escape(cell.text));
    rows.push_back(std::move(cells));
  }
  return (words.note.empty() ? "" : paragraph(words.note)) +
         table(words.caption, words.columns, rows);
}

Markdown cited(const Graph& graph, const CitationWords& citation) {
  std::vector<Markdown> parts;
  for (const SourceId id : citation.sources) {
    const Source& source = graph.source(id);
    Markdown words = source_link(source);
    if (!source.publisher.empty()) words += ", " + escape(source.publisher);
    if (source.date.given()) words += ", " + format_date(source.date);
    parts.push_back(std::move(words));
  }
  if (parts.empty()) parts.emplace_back("No source given");
  if (!citation.locator.empty()) parts.push_back("at: " + escape(citation.locator));
  if (!citation.confidence.empty()) parts.push_back(citation.confidence);
  if (!citation.place.empty()) parts.push_back("row " + code(citation.place));
  return join(parts, "; ");
}

Markdown figure_words(const ReportFigure& figure, std::size_t number,
                      std::string_view image_ending) {
  Markdown text = heading(3, fmt::format("Figure {}: {}", number, figure.title));
  if (!figure.subtitle.empty()) text += paragraph(figure.subtitle);
  if (!image_ending.empty())
    text += fmt::format(
        "![Figure {0}: {1}. All that it shows is listed under “Figure {0} as "
        "text”.](figures/{2}.{3})\n\n",
        number, escape(figure.title), figure.id, image_ending);
  if (!figure.key.empty()) text += paragraph("How to read it: " + figure.key);
  if (!figure.note.empty()) text += paragraph("Note: " + figure.note);
  if (!figure.source.empty()) text += paragraph(figure.source);
  return text + heading(4, fmt::format("Figure {} as text", number)) + list(figure.as_text);
}

}  // namespace crosscut::markdown
