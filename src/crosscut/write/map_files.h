// A map as files: its tables as CSV and as JSON.
#pragma once

#include <string>
#include <vector>

#include "crosscut/model/map_tables.h"

namespace crosscut {

/// One CSV file; cells as they are, so that they are the same when read again.
std::string write_table_csv(const TextTable& table);

/// All tables as one JSON file, a row a line.
std::string write_map_json(const std::vector<TextTable>& tables);

}  // namespace crosscut
