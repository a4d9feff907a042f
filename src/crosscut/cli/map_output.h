// A map written to a folder, a workbook or a JSON file, by the ending of -o.
#pragma once

#include <string>
#include <vector>

#include "crosscut/cli/command.h"
#include "crosscut/model/map_tables.h"

namespace crosscut {

/// What is wrong with -o and -f; empty when a map can be written there.
std::string check_map_output(const Options& options);

/// Writes the tables; further ones than those of a map become sheets or files of their own.
int write_map(const std::vector<TextTable>& tables, const std::string& title,
              const Options& options, const Streams& streams);

}  // namespace crosscut
