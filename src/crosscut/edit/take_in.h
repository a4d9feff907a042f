// Returns taken into the map that they answer: what they confirm, deny, correct and add.
#pragma once

#include <string>
#include <vector>

#include "crosscut/model/graph.h"
#include "crosscut/model/map_tables.h"

namespace crosscut {

struct ReturnChange {
  std::string respondent;
  std::string change;  // confirmed, denied, corrected, added
  std::string about;   // "dwp leads youth-guarantee", "youth-guarantee"
  std::string column;  // of a correction
  std::string before, after;
  Place place;  // in the return
};

struct TakenIn {
  std::vector<TextTable> tables;  // of the map, as it is then
  std::vector<ReturnChange> changes;
  std::vector<Dataset> answers;  // the returns without the rows that nobody touched
  std::size_t untouched = 0;     // those rows
  std::size_t touched = 0;       // the other rows
};

/// `base` is one map, `returns` one map each, `graph` all of them linked: it says which entity a
/// reference means. A row of a return is the row of the map with the same ends, relation, capacity,
/// sources and locator. With `answer` yes it becomes confirmed, as of the date of the return; with
/// no, a row that denies it is added; other cells that differ are corrections, and take the place
/// of what the map held. A row that the map has not is added. Entities and sources go by their id.
/// A row that is not in a return says nothing.
TakenIn take_in(const Dataset& base, const std::vector<Dataset>& returns, const Graph& graph);

}  // namespace crosscut
