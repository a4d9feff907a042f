// CSV as people's spreadsheets write it: comma, semicolon or tab, any line ends, quoted cells with
// line breaks (RFC 4180).
//
//   const Table table = parse_csv(file_index, files, diagnostics);
//   table.rows[0][2].text
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "crosscut/base/diagnostic.h"
#include "crosscut/read/cell.h"

namespace crosscut {

/// Reads row after row, so that a large file never stands in memory as cells. Cells view the text
/// of the file where they can.
///
/// Rows with more or fewer cells than the header, unclosed quotes and text after a closing quote
/// are reported; missing cells count as empty. Blank rows are left out. Linear in the size of the
/// file.
class CsvReader {
 public:
  CsvReader(std::uint32_t file, const Files& files);

  /// The header row; empty when there is none.
  std::vector<Cell> read_header(std::vector<Diagnostic>& diagnostics);
  /// The next row that is not blank, as long as the header or longer; false when there is none.
  bool read_row(std::vector<Cell>& row, std::vector<Diagnostic>& diagnostics);
  /// A quote is never closed, or so much is missing that reading stopped: that row is left out.
  bool cut_short() const { return unclosed_; }
  /// There are no more rows than that.
  std::size_t most_rows() const { return input_->line_starts.size(); }

 private:
  bool take_row(std::vector<Cell>& row);
  void read_cell(Cell& cell);
  void take_text(Cell& cell, std::string_view raw, bool ascii);
  void read_plain_cell(Cell& cell);
  bool read_simple_quoted_cell(Cell& cell);
  void read_quoted_cell(Cell& cell);
  std::string read_quoted(Place opening);
  std::string read_after_quote();
  void take_line_end();
  bool at_cell_end() const;
  void advance();
  std::uint32_t column() const;
  bool fit(std::vector<Cell>& row);
  void report(std::string_view code, Place place, std::string message, std::string hint);

  std::uint32_t file_;
  const InputFile* input_;
  std::string_view text_;
  char separator_;
  std::vector<Diagnostic>* diagnostics_ = nullptr;  // of the call under way
  std::size_t columns_ = 0;                         // of the header
  std::size_t at_ = 0;
  std::uint32_t line_ = 1;
  std::size_t line_start_ = 0;  // where characters of the line are counted from ...
  std::size_t continued_ = 0;   // ... and bytes since then that continue a character
  std::size_t padded_ = 0;      // cells added to short rows
  bool unclosed_ = false;       // reading ended before the end
};

/// The header, with the rows still to be read (each_row in table.h).
struct Table;
Table open_csv(std::uint32_t file, const Files& files, std::vector<Diagnostic>& diagnostics);

/// The whole file as cells.
Table parse_csv(std::uint32_t file, const Files& files, std::vector<Diagnostic>& diagnostics);

}  // namespace crosscut
