// A table as read from a CSV file, a sheet of a workbook or a JSON list: cells with their places.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "crosscut/read/cell.h"
#include "crosscut/read/csv.h"

namespace crosscut {

struct Table {
  std::vector<Cell> header;
  std::vector<std::vector<Cell>> rows;  // as long as the header, longer where reported as ragged
  std::optional<CsvReader> rest;        // of a CSV file: reads the rows, in place of the above
  bool sheet = false;                   // of a workbook: the place of a cell is the cell
  std::vector<std::string> made_ids;    // from names, where the id was empty
  bool cut_short = false;               // by a quote that is never closed; that row is left out
};

/// Hands every row on; whether the table is cut short. Faults of a CSV file are reported.
template <typename Take>
bool each_row(const Table& table, std::vector<Diagnostic>& diagnostics, Take take) {
  for (const std::vector<Cell>& row : table.rows) take(row);
  if (!table.rest) return table.cut_short;
  CsvReader reader = *table.rest;
  std::vector<Cell> row;
  while (reader.read_row(row, diagnostics)) take(row);
  return reader.cut_short();
}

/// There are no more rows than that.
inline std::size_t most_rows_of(const Table& table) {
  return table.rows.size() + (table.rest ? table.rest->most_rows() : 0);
}

/// What a table holds, read.
template <typename Row>
struct Rows {
  std::vector<Row> read;
  std::vector<Row> left_out;           // as far as they could be read
  bool unread = false;                 // the whole table, or an unknown part of it
  std::size_t count = 0;               // in the table
  std::vector<Place> left_out_places;  // of those that are not read
};

}  // namespace crosscut
