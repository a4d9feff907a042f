// What holds of items in any map: which still matter, which missions they bear on, and what waits
// for what.
#pragma once

#include <map>
#include <vector>

#include "crosscut/model/graph.h"

namespace crosscut {

/// Items whose lack of an owner or of progress would matter today: open, neither delivered nor
/// superseded, and not the government as a whole.
bool is_live_item(const Graph& graph, EntityId id);

/// Done: it needs nothing more, and nothing waits for it.
bool is_delivered(const Graph& graph, EntityId id);

/// All live items, ascending.
std::vector<EntityId> live_items(const Graph& graph);

/// What the entity is part of, by relation or by parent; open ones only.
std::vector<EntityId> wholes_of(const Graph& graph, EntityId id);

/// Missions and targets that the item is, advances or is part of. Ascending.
std::vector<EntityId> aims_of(const Graph& graph, EntityId item);

/// Missions that the item is, advances, or is part of, directly or by way of a target. Ascending.
std::vector<EntityId> missions_touched(const Graph& graph, EntityId item);

/// What waits for an entity (measures.md, section 6): the live items that depend on it, that it
/// approves, or that it constrains where it is a body, role, partner, cycle, fund or devolved
/// government. A department counts only for what it approves.
struct Waiting {
  std::map<EntityId, RelationId> items;  // -> the strongest relation by which it waits
  std::vector<RelationId> relations;     // all of them
  std::size_t approvals = 0;
};
/// Only relations with at least so much confidence count.
Waiting find_waiting(const Graph& graph, EntityId id, double least = 0);

}  // namespace crosscut
