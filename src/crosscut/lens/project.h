// The graphs that measures are taken on (measures.md, section 0), as plain digraphs with a way back
// to the entities.
#pragma once

#include <cstdint>
#include <vector>

#include "crosscut/algo/digraph.h"
#include "crosscut/model/graph.h"

namespace crosscut {

struct Projection {
  algo::Digraph digraph;
  std::vector<EntityId> entities;        // of each vertex, ascending
  std::vector<std::uint32_t> vertex_of;  // of each entity; no_vertex when it is not in
  static constexpr std::uint32_t no_vertex = 0xFFFFFFFF;
};

/// C: organisations that work together: coordinates-with, and seats in one forum, where a forum of
/// s members adds 1/(s-1) to each pair (Newman 2001). Undirected: each tie once, lower vertex
/// first.
Projection coordination_graph(const Graph& graph);

/// W: who works with whom or what: C plus co-leads, contributes-to, delivers, funds, approves,
/// regulates, consulted-on, depends-on; weights are the sums of strengths. Undirected, as C.
Projection working_graph(const Graph& graph);

/// N: X -> Y where X cannot succeed without Y: depends-on, and approvals reversed.
Projection need_graph(const Graph& graph);

/// Organisations, roles and forums, joined by seats, chairs, coordination and by the parent of each
/// role and body. Undirected, as C.
Projection meeting_graph(const Graph& graph);

/// True for the relations of W that join two entities directly (all but seats and chairs).
bool is_working_relation(Verb verb);

}  // namespace crosscut
