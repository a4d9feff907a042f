// A Dataset as the tables of a map, cells as text: what `convert` writes as CSV, JSON and
// workbooks.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "crosscut/model/dataset.h"

namespace crosscut {

struct TextTable {
  std::string name;  // entities, relations, sources, map, same, accepted
  std::vector<std::string> header;
  std::vector<std::vector<std::string>> rows;  // as long as the header
};

/// The tables of a Dataset of one map; map, same and accepted only when they say something. The
/// usual columns are always there, the others when a row fills them, those that nobody foresaw
/// last. Read again they give the same Dataset, but for the places of its rows.
std::vector<TextTable> map_tables(const Dataset& dataset);

}  // namespace crosscut
