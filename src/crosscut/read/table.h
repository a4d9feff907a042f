// A table as read from a CSV file, a sheet of a workbook or a JSON list: cells with their places.
#pragma once

#include <string>
#include <vector>

#include "crosscut/base/diagnostic.h"

namespace crosscut {

struct Cell {
  std::string text;  // trimmed
  Place place;
};

struct Table {
  std::vector<Cell> header;
  std::vector<std::vector<Cell>> rows;  // as long as the header, longer where reported as ragged
  bool sheet = false;                   // of a workbook: the place of a cell is the cell
  std::vector<std::string> made_ids;    // from names, where the id was empty
  bool cut_short = false;               // by a quote that is never closed; that row is left out
};

/// What a table holds, read.
template <typename Row>
struct Rows {
  std::vector<Row> read;
  std::vector<Row> left_out;  // as far as they could be read
  bool unread = false;        // the whole table, or an unknown part of it
};

}  // namespace crosscut
