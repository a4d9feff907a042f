// Answers to a question about one entity, or about a pair: what do we know of it, and why does this
// depend on that?
#pragma once

#include <string>
#include <vector>

#include "crosscut/model/graph.h"

namespace crosscut {

/// What the map holds on an entity: what it is, whose it is, and each relation with its sources.
std::string write_entity_text(const Graph& graph, EntityId id);
std::string write_entity_json(const Graph& graph, EntityId id);

/// Chains of needs from one to the other, step by step, with their sources. `chains` are relations
/// in order; `more`: there are more of them, as short.
std::string write_chains_text(const Graph& graph, EntityId from, EntityId to,
                              const std::vector<std::vector<RelationId>>& chains, bool more);
std::string write_chains_json(const Graph& graph, EntityId from, EntityId to,
                              const std::vector<std::vector<RelationId>>& chains, bool more);

}  // namespace crosscut
