// Why one thing depends on another: the chains of needs between them.
#pragma once

#include <vector>

#include "crosscut/model/graph.h"

namespace crosscut {

/// Every shortest chain of open needs from one entity to another (depends-on, and approvals
/// reversed), each as its relations in order; at most `most` of them, by the ids along the way.
/// Empty when there is no chain, or when the two are the same. Linear in the graph, plus the
/// output.
std::vector<std::vector<RelationId>> shortest_chains(const Graph& graph, EntityId from, EntityId to,
                                                     std::size_t most);

}  // namespace crosscut
