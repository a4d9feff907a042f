// CSV as people's spreadsheets write it: comma, semicolon or tab, any line ends, quoted cells with
// line breaks (RFC 4180).
//
//   const CsvTable table = parse_csv(file_index, files, diagnostics);
//   table.rows[0][2].text
#pragma once

#include <string>
#include <vector>

#include "crosscut/base/diagnostic.h"

namespace crosscut {

struct Cell {
  std::string text;  // trimmed
  Place place;
};

struct CsvTable {
  std::vector<Cell> header;
  std::vector<std::vector<Cell>> rows;  // as long as the header, longer where reported as ragged
  bool cut_short = false;               // by a quote that is never closed; that row is left out
};

/// Rows with more or fewer cells than the header, unclosed quotes and text after a closing quote
/// are reported; missing cells count as empty. Blank rows are left out. Linear in the size of the
/// file.
CsvTable parse_csv(std::uint32_t file, const Files& files, std::vector<Diagnostic>& diagnostics);

}  // namespace crosscut
