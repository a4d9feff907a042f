// What changes of the kind have cost, by published figures: no reckoning of our own.
#pragma once

#include <vector>

#include "crosscut/model/effect.h"
#include "crosscut/model/scenario.h"

namespace crosscut {

/// The figures that bear on the scenario, with how often each applies. `before` says what is a
/// department.
std::vector<Cost> published_costs(const Scenario& scenario, const Graph& before);

}  // namespace crosscut
