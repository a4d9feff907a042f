// A map -> Dataset. A map is a folder of CSV files, a workbook (.xlsx, .ods) or a JSON file, with
// the same tables in each.
#pragma once

#include <string>
#include <vector>

#include "crosscut/model/dataset.h"
#include "crosscut/read/load.h"
#include "crosscut/read/map_tables.h"

namespace crosscut {

struct MapRead {
  Dataset dataset;  // of one map
  std::vector<Diagnostic> diagnostics;
  std::size_t rows = 0;               // of entities, relations and sources, as typed
  std::vector<Place> left_out;        // of those, rows that are not in the dataset
  std::vector<std::string> made_ids;  // of entities without one, from their names
};

/// Whether the argument is a map by its name, or a folder.
bool is_map(const std::string& path);

/// Reads the tables map, entities, relations, sources, same and accepted of one map. Every fault is
/// reported; see columns.h for what is left out. `files` is shared by all maps of a run.
MapRead read_map(const std::string& path, const ReadOptions& options, Files& files);

/// The Dataset of these tables; `name` stands for the folder. The same for any number of threads.
MapRead read_map(const MapTables& tables, const std::string& name, std::size_t jobs = 1);

/// One same.csv.
std::vector<SameRow> read_same_file(const std::string& path, const ReadOptions& options,
                                    Files& files, std::vector<Diagnostic>& diagnostics);

}  // namespace crosscut
