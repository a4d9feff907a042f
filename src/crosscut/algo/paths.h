// Who depends on whom, and by which chain: reach, shortest and longest paths along the arcs.
//
//   const Digraph graph(5, {{0, 1}, {0, 2}, {1, 3}, {2, 3}});
//   reachable_from(graph, 1)    -> {3}
//   reaching(graph, 3)          -> {0, 1, 2}
//   shortest_path(graph, 0, 3)  -> {0, 1, 3}
//   longest_path(graph)         -> {0, 1, 3}
//   count_reaching(graph)       -> {0, 1, 1, 3, 0}
#pragma once

#include <cstddef>
#include <span>
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

/// The longest path through the graph of strong components, which are named by their smallest
/// vertex; where no arcs make a circle, a path of most arcs. Of several, the one that comes first
/// when they are compared vertex by vertex from the start; empty without vertices; weights ignored.
/// O(vertices + arcs).
std::vector<Vertex> longest_path(const Digraph& graph);

/// For each vertex, the number of other vertices from which a path leads to it: size() numbers.
/// O(vertices * arcs / 64) at most, on up to `jobs` threads.
std::vector<std::size_t> count_reaching(const Digraph& graph, std::size_t jobs = 1);

/// The same counting only these vertices, each once. Aborts when one is no vertex.
std::vector<std::size_t> count_reaching(const Digraph& graph, std::span<const Vertex> sources,
                                        std::size_t jobs = 1);

}  // namespace crosscut::algo
