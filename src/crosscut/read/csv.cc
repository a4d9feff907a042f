#include "crosscut/read/csv.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <string>
#include <string_view>

#include "crosscut/base/text.h"
#include "crosscut/model/codes.h"
#include "crosscut/read/find_any.h"
#include "crosscut/read/table.h"

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

bool may_be_trimmed(char c) { return c <= ' ' || static_cast<unsigned char>(c) >= 0x80; }

std::string_view trim_cell(std::string_view raw) {
  if (raw.empty() || (!may_be_trimmed(raw.front()) && !may_be_trimmed(raw.back()))) return raw;
  return trim(raw);
}

std::uint32_t count_in(std::string_view text) {
  return static_cast<std::uint32_t>(count_characters(text));
}

/// Moves a place past the white space that was trimmed off.
void skip(Place& place, std::string_view space) {
  const std::size_t last_line = space.rfind('\n');
  place.line += static_cast<std::uint32_t>(std::count(space.begin(), space.end(), '\n'));
  if (last_line != std::string_view::npos) place.column = 1;
  place.column += count_in(space.substr(last_line == std::string_view::npos ? 0 : last_line + 1));
}

bool is_blank(const std::vector<Cell>& row) {
  return std::all_of(row.begin(), row.end(), [](const Cell& cell) { return cell.text.empty(); });
}

}  // namespace

CsvReader::CsvReader(std::uint32_t file, const Files& files)
    : file_(file),
      input_(files[file].get()),
      text_(input_->text),
      separator_(find_separator(text_)) {}

std::vector<Cell> CsvReader::read_header(std::vector<Diagnostic>& diagnostics) {
  diagnostics_ = &diagnostics;
  std::vector<Cell> row;
  while (take_row(row)) {
    if (is_blank(row)) continue;
    while (row.back().text.empty()) row.pop_back();
    columns_ = row.size();
    return row;
  }
  return {};
}

bool CsvReader::read_row(std::vector<Cell>& row, std::vector<Diagnostic>& diagnostics) {
  diagnostics_ = &diagnostics;
  while (take_row(row))
    if (!is_blank(row)) return fit(row);
  return false;
}

/// False at the end, and where a quote is not closed.
bool CsvReader::take_row(std::vector<Cell>& row) {
  if (at_ >= text_.size()) return false;
  row.clear();
  for (;;) {
    read_cell(row.emplace_back());
    if (at_ >= text_.size() || text_[at_] != separator_) break;
    ++at_;
  }
  take_line_end();
  return !unclosed_;
}

void CsvReader::read_cell(Cell& cell) {
  while (at_ < text_.size() && (text_[at_] == ' ' || (text_[at_] == '\t' && separator_ != '\t')))
    ++at_;
  cell.place = {file_, line_, column(), 0};
  if (at_ == text_.size() || text_[at_] != '"')
    read_plain_cell(cell);
  else if (!read_simple_quoted_cell(cell))
    read_quoted_cell(cell);
}

/// What the cell holds on one line: `raw` less white space around it.
void CsvReader::take_text(Cell& cell, std::string_view raw, bool ascii) {
  const std::string_view trimmed = trim_cell(raw);
  if (trimmed.data() != raw.data())
    skip(cell.place, raw.substr(0, static_cast<std::size_t>(trimmed.data() - raw.data())));
  cell.place.length = ascii ? static_cast<std::uint32_t>(trimmed.size()) : count_in(trimmed);
  cell.text = Text::view(trimmed);
  if (!ascii) continued_ += raw.size() - count_characters(raw);
}

void CsvReader::read_plain_cell(Cell& cell) {
  const Stretch stretch = find_any(text_, at_, separator_, '\n', '\r');
  take_text(cell, text_.substr(at_, stretch.end - at_), stretch.ascii);
  at_ = stretch.end;
}

/// A quoted cell on one line without quotes inside, as nearly all are; else false.
bool CsvReader::read_simple_quoted_cell(Cell& cell) {
  const Stretch stretch = find_any(text_, at_ + 1, '"', '\n', '\r');
  const std::size_t after = stretch.end + 1;
  if (stretch.end == text_.size() || text_[stretch.end] != '"') return false;
  if (after < text_.size() && text_[after] != separator_ && text_[after] != '\n' &&
      text_[after] != '\r')
    return false;
  ++cell.place.column;  // carets go below the text, not the quote
  take_text(cell, text_.substr(at_ + 1, stretch.end - at_ - 1), stretch.ascii);
  at_ = after;
  return true;
}

void CsvReader::read_quoted_cell(Cell& cell) {
  const std::string raw = read_quoted(cell.place);
  ++cell.place.column;
  const std::string_view trimmed = trim(raw);
  skip(cell.place,
       std::string_view(raw).substr(0, static_cast<std::size_t>(trimmed.data() - raw.data())));
  cell.place.length = count_in(trimmed.substr(0, trimmed.find('\n')));
  cell.text = trimmed;
}

std::string CsvReader::read_quoted(Place opening) {
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

std::string CsvReader::read_after_quote() {
  const Place place{file_, line_, column(), 1};
  std::string rest;
  while (!at_cell_end()) {
    rest += text_[at_];
    advance();
  }
  if (trim(rest).empty()) return {};
  report("wrong-quote", place, "text follows the closing quote of this cell",
         "put the whole cell in quotes, and write a quote inside it twice");
  return rest;
}

bool CsvReader::at_cell_end() const {
  return at_ >= text_.size() || text_[at_] == separator_ || text_[at_] == '\n' ||
         text_[at_] == '\r';
}

void CsvReader::take_line_end() {
  if (at_ < text_.size() && text_[at_] == '\r' && at_ + 1 < text_.size() && text_[at_ + 1] == '\n')
    ++at_;
  if (at_ < text_.size()) advance();
}

/// One byte on; counts lines and characters.
void CsvReader::advance() {
  const char c = text_[at_++];
  const bool lone_return = c == '\r' && (at_ >= text_.size() || text_[at_] != '\n');
  if (c == '\n' || lone_return) {
    ++line_;
    line_start_ = at_;
    continued_ = 0;
  } else if ((static_cast<unsigned char>(c) & 0xC0U) == 0x80U) {
    ++continued_;
  }
}

std::uint32_t CsvReader::column() const {
  return static_cast<std::uint32_t>(at_ - line_start_ - continued_ + 1);
}

/// False when too much is missing to go on.
bool CsvReader::fit(std::vector<Cell>& row) {
  while (row.size() > columns_ && row.back().text.empty()) row.pop_back();
  if (row.size() > columns_) {
    report("ragged-row", row[columns_].place,
           "the row has " + std::to_string(row.size()) + " cells; the header has " +
               std::to_string(columns_),
           "check for a missing quote or a stray separator");
  } else if (row.size() < columns_) {
    const Place end = row.back().place;
    report("short-row", row.front().place,
           "the row has " + count_of(row.size(), "cell", "cells") + "; the header has " +
               std::to_string(columns_),
           "the missing cells count as empty");
    padded_ += columns_ - row.size();
    if (padded_ > most_padded) {  // under a header of thousands of columns they fill the memory
      diagnostics_->push_back(diagnose_path(
          "file-too-large", input_->path,
          "the rows are so much shorter than the header that they cannot be filled up",
          "check the header row: a map has few columns"));
      at_ = text_.size();
      unclosed_ = true;
      return false;
    }
    while (row.size() < columns_) row.push_back({"", end});
  }
  return true;
}

void CsvReader::report(std::string_view code, Place place, std::string message, std::string hint) {
  diagnostics_->push_back(diagnose(code, place, std::move(message), std::move(hint)));
}

Table open_csv(std::uint32_t file, const Files& files, std::vector<Diagnostic>& diagnostics) {
  Table table;
  CsvReader reader(file, files);
  table.header = reader.read_header(diagnostics);
  table.cut_short = reader.cut_short();
  table.rest = reader;
  return table;
}

Table parse_csv(std::uint32_t file, const Files& files, std::vector<Diagnostic>& diagnostics) {
  Table table = open_csv(file, files, diagnostics);
  const auto own = [](std::vector<Cell> cells) {
    for (Cell& cell : cells) cell.text = Text(std::string_view(cell.text));
    return cells;
  };
  table.header = own(std::move(table.header));
  table.cut_short = each_row(table, diagnostics, [&](const std::vector<Cell>& cells) {
    table.rows.push_back(own(cells));
  });
  table.rest.reset();
  return table;
}

}  // namespace crosscut
