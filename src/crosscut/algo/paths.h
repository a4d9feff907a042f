// Who depends on whom, and by which chain: reach and shortest paths along the arcs.
//
//   const Digraph graph(5, {{0, 1}, {0, 2}, {1, 3}, {2, 3}});
//   reachable_from(graph, 1)    -> {3}
//   reaching(graph, 3)          -> {0, 1, 2}
//   shortest_path(graph, 0, 3)  -> {0, 1, 3}
#pragma once

#include <vector>

#include "crosscut/algo/digraph.h"

namespace crosscut::algo {

/// Vertices that a path of one or more arcs from `source` leads to, ascending; never the source
/// itself, even on a circle. Aborts when source is no vertex. O(vertices + arcs).
std::vector<Vertex> reachable_from(const Digraph& graph, Vertex source);

/// Vertices from which a path of one or more arcs leads to `target`, ascending; never the target
/// itself. Aborts when target is no vertex. O(vertices + arcs).
std::vector<Vertex> reaching(const Digraph& graph, Vertex target);

/// The vertices of a path of fewest arcs, both ends included; weights ignored. Of several, the one
/// that comes first when they are compared vertex by vertex from the start. {from} when the ends
/// are the same, empty when there is no path. Aborts when an end is no vertex. O(vertices + arcs).
/// Breadth-first search: Moore, The shortest path through a maze (1959).
std::vector<Vertex> shortest_path(const Digraph& graph, Vertex from, Vertex to);

}  // namespace crosscut::algo
