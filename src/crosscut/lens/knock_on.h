// Cross-impact at one remove: an item, one between, and the aims of other owners that it reaches by
// way of that one.
#pragma once

#include <vector>

#include "crosscut/model/graph.h"

namespace crosscut {

struct KnockOnPath {
  EntityId aim{};
  std::vector<RelationId>
      second;             // from the item between to the aim, or the aim's dependency on it
  double confidence = 1;  // of both steps and of who owns the ends
};

/// The paths by one item and one between, in one way.
struct KnockOn {
  bool harms_first = true;  // it harms what helps the aims; else it helps what harms them
  EntityId item{}, between{};
  std::vector<RelationId> first;   // any of them would do, as in each path; surest first
  std::vector<KnockOnPath> paths;  // one an aim, surest first
};

/// What the definition of knock-on-harm finds, by item and item between. At most 100 aims are
/// looked at for each item between, so that it is linear in the graph but for the output.
std::vector<KnockOn> find_knock_ons(const Graph& graph);

}  // namespace crosscut
