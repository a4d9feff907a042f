// A map's folder -> Dataset: which columns there are, what they mean and how they are read.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "crosscut/model/dataset.h"
#include "crosscut/read/load.h"

namespace crosscut {

struct MapRead {
  Dataset dataset;  // of one map
  std::vector<Diagnostic> diagnostics;
};

/// Reads map.csv, entities.csv, relations.csv, sources.csv, same.csv and accepted.csv of one
/// folder. Every fault is reported. A cell that cannot be understood counts as empty; a row whose
/// id, kind, relation or other required cell cannot be understood is left out, as are rows with
/// more cells than the header. `files` is shared by all maps of a run.
MapRead read_map(const std::string& folder, const ReadOptions& options, Files& files);

/// One same.csv.
std::vector<SameRow> read_same(const std::string& path, const ReadOptions& options, Files& files,
                               std::vector<Diagnostic>& diagnostics);

/// A column of a table, for docs/format.md and the guide beside a new map.
struct ColumnInfo {
  std::string_view name;
  bool required;  // the column must be there and its cells filled
  std::string_view meaning;
};
/// A file of a map; its name without ".csv" is the `table` of allowed_words.
struct FileInfo {
  std::string_view name;
  std::string_view about;
  std::vector<ColumnInfo> columns;
  bool by_rows = false;  // the "columns" are rows: key in the first cell, value in the second
};
std::vector<FileInfo> map_files();
std::vector<ColumnInfo> entity_columns();
std::vector<ColumnInfo> relation_columns();
std::vector<ColumnInfo> source_columns();
std::vector<ColumnInfo> accepted_columns();

}  // namespace crosscut
