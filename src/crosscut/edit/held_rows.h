// What a map holds on a department, by question: to be sent to it to confirm, correct and add.
#pragma once

#include <string_view>
#include <vector>

#include "crosscut/model/graph.h"

namespace crosscut {

struct HeldRow {
  std::size_t relation = 0;  // index into Dataset::relations
  std::string_view question;
  bool stale = false;  // not confirmed in the 6 months before the as-at date
};

/// The department itself, or what has its home there.
bool belongs(const Graph& graph, EntityId id, EntityId department);

/// The open relations that touch the department, its bodies or what it leads, by question and then
/// in the order of the Dataset. `graph` is the Dataset as linked.
std::vector<HeldRow> held_rows(const Dataset& dataset, const Graph& graph, EntityId department);

}  // namespace crosscut
