#include "crosscut/read/csv.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "crosscut/base/text.h"
#include "crosscut/model/codes.h"

namespace crosscut {
namespace {

/// The separator that stands most often in the first line that is not blank, outside quotes.
char find_separator(std::string_view text) {
  text = trim(text);
  constexpr std::array<char, 3> separators = {',', ';', '\t'};
  std::array<std::size_t, 3> counts{};
  bool in_quotes = false;
  for (const char c : text) {
    if (c == '"') in_quotes = !in_quotes;
    if (!in_quotes && (c == '\n' || c == '\r')) break;
    if (in_quotes) continue;
    for (std::size_t i = 0; i < separators.size(); ++i) counts[i] += c == separators[i] ? 1U : 0U;
  }
  return separators[static_cast<std::size_t>(std::max_element(counts.begin(), counts.end()) -
                                             counts.begin())];
}

constexpr std::size_t most_padded = 2'000'000;

class CsvParser {
 public:
  CsvParser(std::uint32_t file, const Files& files, std::vector<Diagnostic>& diagnostics)
      : file_(file),
        path_(files[file]->path),
        text_(files[file]->text),
        separator_(find_separator(text_)),
        diagnostics_(diagnostics) {}

  Table run() {
    Table table;
    while (at_ < text_.size()) {
      std::vector<Cell> row = read_row();
      const bool blank =
          std::all_of(row.begin(), row.end(), [](const Cell& cell) { return cell.text.empty(); });
      if (blank && !unclosed_) continue;
      if (unclosed_) {
        table.cut_short = true;
      } else if (table.header.empty()) {
        while (row.back().text.empty()) row.pop_back();
        table.header = std::move(row);
      } else {
        fit(row, table.header.size());
        if (unclosed_)
          table.cut_short = true;
        else
          table.rows.push_back(std::move(row));
      }
    }
    return table;
  }

 private:
  std::vector<Cell> read_row() {
    std::vector<Cell> row;
    for (;;) {
      row.push_back(read_cell());
      if (at_ < text_.size() && text_[at_] == separator_) {
        advance();
        continue;
      }
      take_line_end();
      return row;
    }
  }

  Cell read_cell() {
    while (at_ < text_.size() && (text_[at_] == ' ' || (text_[at_] == '\t' && separator_ != '\t')))
      advance();
    Cell cell;
    cell.place = {file_, line_, column_, 0};
    const bool quoted = at_ < text_.size() && text_[at_] == '"';
    std::string raw = quoted ? read_quoted(cell.place) : read_plain();
    if (quoted) ++cell.place.column;  // carets go below the text, not the quote
    const std::string_view trimmed = trim(raw);
    skip(cell.place,
         std::string_view(raw).substr(0, static_cast<std::size_t>(trimmed.data() - raw.data())));
    cell.place.length =
        static_cast<std::uint32_t>(count_characters(trimmed.substr(0, trimmed.find('\n'))));
    cell.text = trimmed;
    return cell;
  }

  /// Moves a place past the white space that was trimmed off.
  static void skip(Place& place, std::string_view space) {
    const std::size_t last_line = space.rfind('\n');
    place.line += static_cast<std::uint32_t>(std::count(space.begin(), space.end(), '\n'));
    if (last_line != std::string_view::npos) place.column = 1;
    place.column += static_cast<std::uint32_t>(
        count_characters(space.substr(last_line == std::string_view::npos ? 0 : last_line + 1)));
  }

  bool at_cell_end() const {
    return at_ >= text_.size() || text_[at_] == separator_ || text_[at_] == '\n' ||
           text_[at_] == '\r';
  }

  std::string read_plain() {
    std::string raw;
    while (!at_cell_end()) {
      raw += text_[at_];
      advance();
    }
    return raw;
  }

  std::string read_quoted(Place opening) {
    std::string raw;
    advance();
    for (;;) {
      if (at_ >= text_.size()) {
        opening.length = 1;
        unclosed_ = true;
        report("unclosed-quote", opening, "this quote is never closed",
               "add the closing quote; write a quote inside a cell twice");
        return raw;
      }
      const char c = text_[at_];
      if (c == '"' && at_ + 1 < text_.size() && text_[at_ + 1] == '"') {
        raw += '"';
        advance();
        advance();
      } else if (c == '"') {
        advance();
        return raw + read_after_quote();
      } else {
        if (c == '\r') {
          if (at_ + 1 >= text_.size() || text_[at_ + 1] != '\n') raw += '\n';
        } else {
          raw += c;
        }
        advance();
      }
    }
  }

  std::string read_after_quote() {
    const Place place{file_, line_, column_, 1};
    const std::string rest = read_plain();
    if (trim(rest).empty()) return {};
    report("wrong-quote", place, "text follows the closing quote of this cell",
           "put the whole cell in quotes, and write a quote inside it twice");
    return rest;
  }

  void take_line_end() {
    if (at_ < text_.size() && text_[at_] == '\r' && at_ + 1 < text_.size() &&
        text_[at_ + 1] == '\n')
      ++at_;
    if (at_ < text_.size()) advance();
  }

  /// One byte on; counts lines and characters.
  void advance() {
    const char c = text_[at_++];
    const bool lone_return = c == '\r' && (at_ >= text_.size() || text_[at_] != '\n');
    if (c == '\n' || lone_return) {
      ++line_;
      column_ = 1;
    } else if (at_ >= text_.size() || (static_cast<unsigned char>(text_[at_]) & 0xC0U) != 0x80U) {
      ++column_;
    }
  }

  void fit(std::vector<Cell>& row, std::size_t columns) {
    while (row.size() > columns && row.back().text.empty()) row.pop_back();
    if (row.size() > columns) {
      report("ragged-row", row[columns].place,
             "the row has " + std::to_string(row.size()) + " cells; the header has " +
                 std::to_string(columns),
             "check for a missing quote or a stray separator");
    } else if (row.size() < columns) {
      const Place end = row.back().place;
      report("short-row", row.front().place,
             "the row has " + count_of(row.size(), "cell", "cells") + "; the header has " +
                 std::to_string(columns),
             "the missing cells count as empty");
      padded_ += columns - row.size();
      if (padded_ > most_padded) return stop();
      while (row.size() < columns) row.push_back({"", end});
    }
  }

  /// Short rows under a header of thousands of columns would fill the memory.
  void stop() {
    diagnostics_.push_back(
        diagnose_path("file-too-large", path_,
                      "the rows are so much shorter than the header that they cannot be filled up",
                      "check the header row: a map has few columns"));
    at_ = text_.size();
    unclosed_ = true;
  }

  void report(std::string_view code, Place place, std::string message, std::string hint) {
    diagnostics_.push_back(diagnose(code, place, std::move(message), std::move(hint)));
  }

  std::uint32_t file_;
  const std::string& path_;
  std::string_view text_;
  char separator_;
  std::vector<Diagnostic>& diagnostics_;
  std::size_t at_ = 0;
  std::uint32_t line_ = 1;
  std::uint32_t column_ = 1;
  std::size_t padded_ = 0;  // cells added to short rows
  bool unclosed_ = false;   // reading ended before the end
};

}  // namespace

Table parse_csv(std::uint32_t file, const Files& files, std::vector<Diagnostic>& diagnostics) {
  return CsvParser(file, files, diagnostics).run();
}

}  // namespace crosscut
