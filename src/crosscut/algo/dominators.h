// Single points of failure: what every path from a root to a vertex must pass.
//
//   const Digraph graph(5, {{0, 1}, {0, 2}, {1, 3}, {2, 3}, {3, 4}});
//   const auto above = immediate_dominators(graph, 0)  -> {no_vertex, 0, 0, 0, 3}
//   dominators_of(above, 4)                            -> {3, 0}
//   dominated_targets(above, {1, 4})                   -> {{1, 4}, {}, {}, {4}, {}}
//
// For several roots, add_root (digraph.h) puts one before them.
#pragma once

#include <span>
#include <vector>

#include "crosscut/algo/digraph.h"

namespace crosscut::algo {

/// For each vertex but the root that a path from the root leads to: its immediate dominator, the
/// last vertex before it that all these paths share; size() values. The root has none, and a vertex
/// that no path leads to is absent: both hold no_vertex. Aborts when root is no vertex.
/// O(arcs * log vertices), linear in practice; no recursion, so a chain may be as long as it likes.
/// Lengauer and Tarjan, A fast algorithm for finding dominators in a flowgraph, TOPLAS 1 (1979).
std::vector<Vertex> immediate_dominators(const Digraph& graph, Vertex root);

/// The vertices that every path from the root to `target` passes, nearest to the target first and
/// the root last; never the target itself. Empty for the root and for what no path leads to.
std::vector<Vertex> dominators_of(const std::vector<Vertex>& immediate, Vertex target);

/// For each vertex, those of `targets` that cannot be reached without it, in the order given; never
/// itself. O(vertices + sum of the targets' numbers of dominators).
std::vector<std::vector<Vertex>> dominated_targets(const std::vector<Vertex>& immediate,
                                                   std::span<const Vertex> targets);

}  // namespace crosscut::algo
