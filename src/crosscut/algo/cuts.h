// What a network hangs on: the vertices and ties whose loss would break it into more pieces.
//
//   const Digraph graph(5, {{0, 1}, {1, 2}, {2, 0}, {2, 3}, {3, 4}});
//   articulation_points(graph)  -> {2, 3}
//   bridges(graph)              -> {{2, 3}, {3, 4}}
#pragma once

#include <utility>
#include <vector>

#include "crosscut/algo/digraph.h"

namespace crosscut::algo {

/// Vertices whose removal leaves the others in more components than before, ascending. Direction
/// is ignored; a reciprocal pair is one tie. O(vertices + arcs).
/// Hopcroft and Tarjan, Efficient algorithms for graph manipulation, Comm. ACM 16 (1973).
std::vector<Vertex> articulation_points(const Digraph& graph);

/// Ties whose removal raises the number of components, each as (u, v) with u < v, ascending.
/// Direction is ignored; a reciprocal pair is one tie, and so may be a bridge. A bridge is a
/// biconnected component of one tie (Hopcroft and Tarjan 1973). O(vertices + arcs).
std::vector<std::pair<Vertex, Vertex>> bridges(const Digraph& graph);

}  // namespace crosscut::algo
