// Which vertices hang together: components with and without regard to direction.
//
//   const Digraph graph(4, {{0, 1}, {1, 0}, {1, 3}});
//   components(graph)         -> {0, 0, 1, 0}
//   strong_components(graph)  -> {0, 0, 1, 2}
//   condense(graph).graph     -> 3 vertices, {{0, 2}}
#pragma once

#include <cstdint>
#include <vector>

#include "crosscut/algo/digraph.h"

namespace crosscut::algo {

/// The component of each vertex, direction ignored: size() labels, numbered from 0 in the order
/// of each component's smallest vertex; an isolate is a component. O(vertices + arcs).
std::vector<std::uint32_t> components(const Digraph& graph);

/// The strong component of each vertex: two share one when each reaches the other; size() labels,
/// numbered from 0 in the order of each component's smallest vertex. O(vertices + arcs).
/// Tarjan, Depth-first search and linear graph algorithms, SIAM J. Comput. 1 (1972).
std::vector<std::uint32_t> strong_components(const Digraph& graph);

/// The graph of strong components, which has no circles.
struct Condensation {
  std::vector<std::uint32_t> labels;         // as strong_components
  std::vector<std::vector<Vertex>> members;  // of each strong component, ascending
  Digraph graph;                             // of strong components, by label; weights summed
  std::vector<Vertex> order;                 // of its vertices, tails before heads
};

/// O(vertices + arcs).
Condensation condense(const Digraph& graph);

}  // namespace crosscut::algo
