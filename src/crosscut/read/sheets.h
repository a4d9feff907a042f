// Sheets of a workbook -> tables.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "crosscut/base/diagnostic.h"
#include "crosscut/read/table.h"
#include "crosscut/read/workbook.h"

namespace crosscut {

/// The sheet as a table. Its header is the first of the 20 topmost rows that has all `required`
/// headings, else the topmost row. What stands above is left out, and blank rows and columns are.
/// A value merged over several rows stands in each of them. Cells under no heading get their
/// column's letter for one, and are reported. Nothing, with a diagnostic, when the sheet is empty
/// or too large.
std::optional<Table> sheet_table(Sheet sheet, const std::string& path, const std::string& sha256,
                                 std::span<const std::string_view> required, Files& files,
                                 std::vector<Diagnostic>& diagnostics);

}  // namespace crosscut
