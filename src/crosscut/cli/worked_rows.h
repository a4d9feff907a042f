// The worked rows of a new map, for its files and for a workbook: each says that it is an example.
#pragma once

#include <string_view>
#include <utility>
#include <vector>

#include "crosscut/read/columns.h"

namespace crosscut {

/// Cells by column. Its dates are years, as Excel rewrites a month or a day.
struct WorkedRow {
  std::string_view file;
  std::vector<std::pair<std::string_view, std::string_view>> cells;
};

/// Those of a file; each cell stands in a column that the file has.
std::vector<WorkedRow> worked_rows(const FileInfo& file);

/// The cell in that column; empty when the row has none.
std::string_view cell_of(const WorkedRow& row, std::string_view column);

}  // namespace crosscut
