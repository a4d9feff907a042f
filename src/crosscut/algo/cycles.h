// Circles of arcs: the strong components that hold them, the shortest in each, and the fewest arcs
// to give up so that none is left.
//
//   const Digraph graph(4, {{0, 1}, {1, 2}, {2, 0}, {1, 0}, {2, 3}});
//   circular_groups(graph)                 -> {{0, 1, 2}}
//   shortest_cycle(graph, {0, 1, 2})       -> {0, 1}
//   feedback_arcs(graph).arcs              -> {{0, 1}}
#pragma once

#include <cstddef>
#include <utility>
#include <vector>

#include "crosscut/algo/digraph.h"

namespace crosscut::algo {

/// The strong components of 2 vertices or more, each ascending, in the order of their smallest
/// vertices: every circle lies in one of them. O(vertices + arcs).
std::vector<std::vector<Vertex>> circular_groups(const Digraph& graph);

/// A circle of fewest arcs among `members` (ascending, each once), as its vertices from the lowest
/// on along the arcs. Of several, one with the lowest such vertex. Empty when there is none.
/// O(members * arcs among them). Itai and Rodeh, Finding a minimum circuit in a graph (1978).
std::vector<Vertex> shortest_cycle(const Digraph& graph, const std::vector<Vertex>& members);

struct FeedbackArcs {
  std::vector<std::pair<Vertex, Vertex>> arcs;  // ascending
  bool exact = true;                            // no smaller set would do
};

/// Arcs without which no circle is left: as few as can be where each strong component has at most
/// `exact_to` vertices (itself at most 24), else few by a greedy order, less those of them that can
/// stay where the component has up to 2,000 vertices. Finding the fewest is NP-hard:
/// O(2^exact_to * exact_to) time and 2^(exact_to + 1) bytes; greedy, O(arcs * log vertices).
/// Karp, Reducibility among combinatorial problems (1972); Eades, Lin and Smyth, A fast and
/// effective heuristic for the feedback arc set problem, Inf. Process. Lett. 47 (1993).
FeedbackArcs feedback_arcs(const Digraph& graph, std::size_t exact_to = 20);

}  // namespace crosscut::algo
