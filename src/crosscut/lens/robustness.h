// How far each finding holds: worked out exactly where its facts are independent, else drawn.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "crosscut/lens/draws.h"
#include "crosscut/lens/lens.h"

namespace crosscut {

/// Fills in the robustness of each finding of the lens.
void weigh_robustness(const Lens& lens, const LensInput& input, std::vector<Finding>& findings);

/// The probability that the condition holds, as Draws would find it in endless draws; nothing when
/// a fact stands in it twice or more than a few sources stand behind several of its facts.
std::optional<double> exact_share(const Graph& graph, const Condition& condition, double missing);

/// 95% interval of a share of `hits` of `draws` (Wilson 1927), each from 0 to 1.
struct Interval {
  double low = 0, high = 1;
};
Interval wilson_interval(std::size_t hits, std::size_t draws);

/// The sources without any one of which the condition would not hold, ascending.
std::vector<SourceId> sources_it_rests_on(const Graph& graph, const Condition& condition);

}  // namespace crosscut
