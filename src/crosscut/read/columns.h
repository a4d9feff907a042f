// The columns of a map's tables: which there are, what they mean and how their cells are read.
#pragma once

#include <string_view>
#include <vector>

#include "crosscut/model/dataset.h"
#include "crosscut/read/table.h"

namespace crosscut {

/// Every fault is reported. A cell that cannot be understood counts as empty; a row whose id, kind,
/// relation or other required cell cannot be understood is left out.
Rows<EntityRow> read_entities(const Table& table, std::vector<Diagnostic>& diagnostics);
Rows<RelationRow> read_relations(const Table& table, std::vector<Diagnostic>& diagnostics);
Rows<SourceRow> read_sources(const Table& table, std::vector<Diagnostic>& diagnostics);
Rows<AcceptedRow> read_accepted(const Table& table, std::vector<Diagnostic>& diagnostics);
std::vector<SameRow> read_same(const Table& table, std::vector<Diagnostic>& diagnostics);
void read_map_info(const Table& table, MapInfo& map, std::vector<Diagnostic>& diagnostics);

/// The columns of a table ("entities") that must be there.
std::vector<std::string_view> required_columns(std::string_view table);

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
