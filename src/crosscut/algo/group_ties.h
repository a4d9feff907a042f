// How far groups of vertices keep to themselves.
//
//   const Digraph graph(6, {{0, 1}, {1, 2}, {2, 0}, {2, 3}, {3, 4}, {4, 5}, {5, 3}});
//   group_ties(graph, {0, 0, 0, 1, 1, 1})[0].conductance()  -> 1/7
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "crosscut/algo/brokerage.h"
#include "crosscut/algo/digraph.h"

namespace crosscut::algo {

/// The ties of one group, direction ignored. What divides by zero is nothing.
struct GroupTies {
  double inside = 0;   // weight of ties inside, each once
  double leaving = 0;  // weight of ties to all others: the size of the cut
  double others = 0;   // weight of ends that are not in the group

  /// Weight of the ends in the group: its volume.
  double ends() const { return 2 * inside + leaving; }

  std::optional<double> outward_share() const;
  /// Leaving over the lesser volume, of the group or of the rest. Kannan, Vempala and Vetta, On
  /// clusterings: good, bad and spectral, J. ACM 51 (2004).
  std::optional<double> conductance() const;
  /// Leaving over each volume, summed. Shi and Malik, Normalized cuts and image segmentation
  /// (2000).
  std::optional<double> normalised_cut() const;
  /// Leaving less inside over both. Krackhardt and Stern, Informal networks and organizational
  /// crises, Soc. Psychol. Q. 51 (1988).
  std::optional<double> ei_index() const;
};

/// For each of `groups` groups, whose labels are below that; vertices with no_group are in none,
/// and ties to them leave. Aborts on other labels. O(vertices + arcs).
std::vector<GroupTies> group_ties(const Digraph& graph, std::span<const std::uint32_t> labels,
                                  std::size_t groups);

}  // namespace crosscut::algo
