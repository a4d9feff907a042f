// How often a vertex lies on the shortest routes between others.
//
//   const Digraph graph(3, {{0, 1}, {1, 2}, {2, 1}});
//   betweenness(graph, Direction::undirected)  -> {0, 1, 0}    (the pair {0, 2})
//   betweenness(graph, Direction::directed)    -> {0, 1, 0}    (from 0 to 2, not back)
#pragma once

#include <vector>

#include "crosscut/algo/digraph.h"

namespace crosscut::algo {

/// For each vertex, the sum over pairs of other vertices of the share of the shortest paths
/// between the two that pass through it: size() raw values, in pairs, weights ignored. A pair at
/// one end of which the vertex itself stands does not count; nor does a pair without a path.
/// Pairs are ordered when directed (at most (n-1)(n-2)); unordered when undirected (at most
/// (n-1)(n-2)/2), where a reciprocal pair of arcs is one tie. O(vertices * arcs).
/// Numbers of shortest paths are kept in double: with more than 1e308 between two vertices (a
/// thousand forks and joins in a row) the values on the way are not a number.
/// Freeman, A set of measures of centrality based on betweenness, Sociometry 40 (1977); Brandes, A
/// faster algorithm for betweenness centrality, J. Math. Sociol. 25 (2001).
std::vector<double> betweenness(const Digraph& graph, Direction direction);

}  // namespace crosscut::algo
