// Items that pull against each other across departments: what the trade-off lenses share.
#pragma once

#include <vector>

#include "crosscut/model/condition.h"
#include "crosscut/model/graph.h"

namespace crosscut {

struct Conflict {
  RelationId relation{};                 // constrains or conflicts-with
  std::vector<RelationId> counterparts;  // work of other departments that advances what is harmed
  Condition condition;                   // with the leads that make it one across departments
};

/// Open, direct conflicts (measures.md, section 15): (a) an item constrains or conflicts with a
/// target or mission that another department's item advances; (b) items of two homes conflict, or
/// one target or mission constrains another, with a strength of 2 or more.
std::vector<Conflict> find_conflicts(const Graph& graph);

/// Owners of both ends, each once.
std::vector<EntityId> owners_of(const Graph& graph, const Conflict& conflict);

}  // namespace crosscut
