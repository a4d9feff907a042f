// CSV as people's spreadsheets write it: comma, semicolon or tab, any line ends, quoted cells with
// line breaks (RFC 4180).
//
//   const Table table = parse_csv(file_index, files, diagnostics);
//   table.rows[0][2].text
#pragma once

#include <vector>

#include "crosscut/base/diagnostic.h"
#include "crosscut/read/table.h"

namespace crosscut {

/// Rows with more or fewer cells than the header, unclosed quotes and text after a closing quote
/// are reported; missing cells count as empty. Blank rows are left out. Linear in the size of the
/// file.
Table parse_csv(std::uint32_t file, const Files& files, std::vector<Diagnostic>& diagnostics);

}  // namespace crosscut
