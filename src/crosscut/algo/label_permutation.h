// Whether groups keep to themselves more than chance would have them: the E-I index against labels
// dealt anew.
//
//   const auto test = ei_permutation_test(graph, {0, 0, 0, 1, 1, 1}, 2, {});
//   test.all.p         -> share of deals with an index as low, the one seen among them
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "crosscut/algo/brokerage.h"
#include "crosscut/algo/digraph.h"

namespace crosscut::algo {

/// Ties between groups less those inside, over both; counts, direction and weights ignored.
struct EiFigures {
  std::uint64_t external = 0, internal = 0;
  std::optional<double> index;     // nothing without ties
  std::optional<double> expected;  // under random labels; exact for all, a ratio of expectations
                                   // for one group
  std::optional<double> p;         // (1 + deals with an index as low or lower) / (deals + 1),
                                   // of the deals in which the group has ties
};

struct EiTest {
  EiFigures all;
  std::vector<EiFigures> groups;  // ties of one group: leaving it for another, and inside, once
};

struct PermutationOptions {
  std::uint64_t seed = 1;
  std::size_t deals = 5000;
};

/// Labels below `groups`, or no_group: such a vertex keeps it, and its ties do not count. The graph
/// stays as it is and the labels of the others are dealt at random among them. The same for any
/// number of threads. O(deals * (vertices + arcs)).
/// Krackhardt and Stern, Informal networks and organizational crises, Soc. Psychol. Q. 51 (1988);
/// p: Phipson and Smyth, Permutation p-values should never be zero, SAGMB 9 (2010).
EiTest ei_permutation_test(const Digraph& graph, std::span<const std::uint32_t> labels,
                           std::size_t groups, const PermutationOptions& options,
                           std::size_t jobs = 1);

/// p-values such that those at or below a share q hold with a false discovery rate of q: in the
/// order given, nothing where nothing is given.
/// Benjamini and Hochberg, Controlling the false discovery rate, J. R. Stat. Soc. B 57 (1995).
std::vector<std::optional<double>> adjust_p_values(
    const std::vector<std::optional<double>>& p_values);

}  // namespace crosscut::algo
