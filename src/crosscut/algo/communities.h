// Groups that have more ties inside than chance would give, and how far a grouping is of that kind.
//
//   const Digraph graph(6, {{0, 1}, {1, 2}, {2, 0}, {2, 3}, {3, 4}, {4, 5}, {5, 3}});
//   modularity(graph, {0, 0, 0, 1, 1, 1}, Direction::undirected)  -> 5/14
//   find_communities(graph).labels                                -> {0, 0, 0, 1, 1, 1}
//
// Weights count, so unit_weights (digraph.h) gives the unweighted figures.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "crosscut/algo/digraph.h"

namespace crosscut::algo {

/// Modularity of a grouping: size() labels, any numbers. Undirected: the sum over groups of
/// L/m - resolution * (d/2m)^2, where m is the weight of all ties, L of those inside the group and
/// d the sum of its vertices' degrees. Directed: L/m - resolution * out * in / m^2. Nothing when
/// the graph has no weight. O(vertices + arcs).
/// Newman and Girvan, Finding and evaluating community structure in networks, Phys. Rev. E 69
/// (2004); Leicht and Newman, Community structure in directed networks, Phys. Rev. Lett. 100
/// (2008); resolution: Reichardt and Bornholdt (2006).
std::optional<double> modularity(const Digraph& graph, std::span<const std::uint32_t> labels,
                                 Direction direction, double resolution = 1);

struct CommunityOptions {
  double resolution = 1;  // above 1: more and smaller communities
  std::uint64_t seed = 1;
  std::uint64_t run = 0;  // runs of one seed differ
  int iterations = 2;     // passes of the whole method, 1 or more, each from the last one's answer
};

struct Communities {
  std::vector<std::uint32_t> labels;  // size(), from 0 in the order of each one's smallest vertex
  std::optional<double> modularity;   // with the resolution asked for
};

/// Communities by the Leiden method, direction ignored. Every community hangs together. An isolate
/// is one; without ties all vertices are. A heuristic: take the best of several runs, which misses
/// the greatest modularity by little or nothing. Weights must not be negative (aborts); fractions
/// are rounded to whole multiples of 2^-k, k as large as their sum allows (up to 2^30), and the
/// modularity returned is that of the weights themselves. Merges in the refinement take the best
/// community, not one drawn by chance (theta = 0 in the paper): chance is in the order of visits.
/// O(vertices + arcs) memory, and near-linear time.
/// Traag, Waltman and van Eck, From Louvain to Leiden, Sci. Rep. 9 (2019).
Communities find_communities(const Digraph& graph, const CommunityOptions& options = {});

struct BestCommunities {
  Communities best;  // of greatest modularity; of equals, the first run
  std::size_t run = 0;
  std::vector<double> modularities;  // of each run; empty when the graph has no weight
};

/// The best of runs 0 to runs - 1, and the spread, without keeping the labels of the others; on up
/// to `jobs` threads, and the same for any number of them. options.run is not looked at.
BestCommunities find_best_communities(const Digraph& graph, std::size_t runs,
                                      const CommunityOptions& options = {}, std::size_t jobs = 1);

}  // namespace crosscut::algo
