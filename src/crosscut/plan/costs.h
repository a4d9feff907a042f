// What changes of the kind have cost, by published figures: no reckoning of our own.
#pragma once

#include <span>
#include <vector>

#include "crosscut/model/effect.h"
#include "crosscut/model/scenario.h"

namespace crosscut {

std::span<const CostFigure> all_cost_figures();

/// The figures that bear on the scenario, with how often each applies. `before` says what is a
/// department.
std::vector<Cost> published_costs(const Scenario& scenario, const Graph& before);

}  // namespace crosscut
