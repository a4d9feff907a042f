// How often a vertex or an arc lies on the shortest routes between others.
//
//   const Digraph graph(3, {{0, 1}, {1, 2}, {2, 1}});
//   betweenness(graph, Direction::undirected)       -> {0, 1, 0}    (the pair {0, 2})
//   betweenness(graph, Direction::directed)         -> {0, 1, 0}    (from 0 to 2, not back)
//   edge_betweenness(graph, Direction::undirected)  -> {2, 2, 2}    (of the arcs in order)
//
// Every figure is the same, to the byte, for any number of threads (`jobs`).
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
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
std::vector<double> betweenness(const Digraph& graph, Direction direction, std::size_t jobs = 1);

/// The same along paths of least length: a length for each arc in the order of list_arcs, 1 or more
/// (for strengths, a common multiple of them all over each), so that paths of equal length are
/// found equal. Undirected: `graph` must hold each tie both ways (symmetrise) with one length.
/// Aborts when it does not, or a length is 0 or missing. Lengths of paths must stay below 2^64.
/// O(vertices * arcs * log vertices). Brandes, On variants of shortest-path betweenness centrality,
/// Soc. Netw. 30 (2008).
std::vector<double> betweenness(const Digraph& graph, std::span<const std::uint64_t> lengths,
                                Direction direction, std::size_t jobs = 1);

/// For each arc in the order of list_arcs, the sum over pairs of vertices, its own ends included,
/// of the share of shortest paths between the two that pass along it. Undirected: of the tie, in
/// either direction, over unordered pairs; both arcs of a reciprocal pair hold it. O(vertices *
/// arcs). Girvan and Newman, Community structure in social and biological networks, PNAS 99 (2002).
std::vector<double> edge_betweenness(const Digraph& graph, Direction direction,
                                     std::size_t jobs = 1);

/// The part of directed betweenness that comes from pairs whose first vertex is one of these.
std::vector<double> betweenness_from(const Digraph& graph, std::span<const Vertex> sources,
                                     std::size_t jobs = 1);

/// Estimates, and how far off they may be.
struct SampledBetweenness {
  std::vector<double> values;  // raw, as betweenness gives them
  double epsilon = 0;       // no value is further off than this, as a share of all pairs (n(n-1),
  double delta = 0;         // or half of that undirected), but for this probability
  std::size_t samples = 0;  // paths, or sources
};

/// From shortest paths between pairs drawn at random: as many as make every value right to within
/// epsilon of all pairs, with probability 1 - delta or more: 0.5 / epsilon^2 * (floor(log2(d - 2))
/// + 1 + ln(1 / delta)), where d bounds the vertices of any shortest path. Without a path of 3 or
/// more vertices all are 0, without a sample. Aborts unless both are between 0 and 1. Riondato and
/// Kornaropoulos, Fast approximation of betweenness centrality through sampling, Data Min. Knowl.
/// Discov. 30 (2016).
SampledBetweenness sample_betweenness(const Digraph& graph, Direction direction, double epsilon,
                                      double delta, std::uint64_t seed = 1, std::size_t jobs = 1);

/// From all shortest paths that start at so many vertices drawn at random, scaled up: exact when
/// all are drawn. Epsilon is that of Hoeffding's bound for all vertices at once, which is wide: the
/// ranking at the top is mostly better than it says. O(sources * arcs).
/// Brandes and Pich, Centrality estimation in large networks, Int. J. Bifurc. Chaos 17 (2007).
SampledBetweenness sample_betweenness_from(const Digraph& graph, Direction direction,
                                           std::size_t sources, double delta,
                                           std::uint64_t seed = 1, std::size_t jobs = 1);

/// A bound on the number of vertices of any shortest path: 0 without vertices. O(vertices + arcs).
std::size_t bound_vertex_diameter(const Digraph& graph, Direction direction);

}  // namespace crosscut::algo
