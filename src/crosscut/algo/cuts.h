// What a network hangs on: the vertices and ties whose loss would break it into more pieces.
//
//   const Digraph graph(5, {{0, 1}, {1, 2}, {2, 0}, {2, 3}, {3, 4}});
//   articulation_points(graph)  -> {2, 3}
//   bridges(graph)              -> {{2, 3}, {3, 4}}
//   pairs_cut(graph)            -> {0, 0, 4, 3, 0}
#pragma once

#include <cstdint>
#include <utility>
#include <vector>

#include "crosscut/algo/digraph.h"

namespace crosscut::algo {

struct Cuts {
  std::vector<Vertex> points;
  std::vector<std::pair<Vertex, Vertex>> bridges;
  std::vector<std::uint64_t> pairs;
};

/// All three of the following in one search. Direction is ignored; a reciprocal pair is one tie.
/// O(vertices + arcs), plus sorting the bridges; no recursion.
/// Hopcroft and Tarjan, Efficient algorithms for graph manipulation, Comm. ACM 16 (1973).
Cuts find_cuts(const Digraph& graph);

/// Vertices whose removal leaves the others in more components than before, ascending.
std::vector<Vertex> articulation_points(const Digraph& graph);

/// Ties whose removal raises the number of components, each as (u, v) with u < v, ascending. A
/// reciprocal pair is one tie, and so may be a bridge.
std::vector<std::pair<Vertex, Vertex>> bridges(const Digraph& graph);

/// For each vertex, how many unordered pairs of other vertices that now reach each other, direction
/// ignored, would no longer without it: size() numbers, above 0 for articulation points alone.
std::vector<std::uint64_t> pairs_cut(const Digraph& graph);

}  // namespace crosscut::algo
