#include "crosscut/plan/whatif.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "crosscut/edit/as_of.h"
#include "crosscut/edit/remainder.h"
#include "crosscut/lens/examine.h"
#include "crosscut/plan/coordination.h"
#include "crosscut/plan/costs.h"
#include "crosscut/plan/loads.h"

namespace crosscut {

namespace {

struct Taken {
  Dataset dataset;
  PartialDate on;  // not given: on the maps' own date or later
};

/// The maps as they were on the as-at day, where that is before their own date.
Taken take(const Dataset& dataset, const PartialDate& as_at) {
  if (!as_at.given()) return {dataset, {}};
  const PartialDate own = link(dataset, {}).graph.as_at();
  if (!own.given() || as_at.latest() >= own.earliest()) return {dataset, {}};
  return {as_of(dataset, as_at, own), as_at};
}

}  // namespace

WhatIf try_change(const Dataset& maps, const Scenario& scenario, const LinkOptions& options,
                  std::size_t jobs) {
  const auto [dataset, taken_on] = take(maps, options.as_at);
  LinkOptions day = options;
  Graph before = link(dataset, day).graph;
  for (const Edit& edit : scenario.edits)
    if (edit.on.given() && edit.on.latest() > before.as_at_day() &&
        (!day.as_at.given() || edit.on.latest() > day.as_at.latest()))
      day.as_at = edit.on;
  if (day.as_at.given()) before = link(dataset, day).graph;
  Applied changed = apply(dataset, scenario, day);
  Linked after = link(changed.dataset, day);
  WhatIf result;
  result.effect.taken_on = taken_on;
  result.diagnostics = std::move(changed.diagnostics);
  // What was wrong before is said of the map; only new errors are the sentences'.
  std::copy_if(after.diagnostics.begin(), after.diagnostics.end(),
               std::back_inserter(result.diagnostics),
               [](const Diagnostic& diagnostic) { return diagnostic.level == Level::error; });
  result.effect.before = examine(std::move(before), {}, {jobs});
  result.effect.after = examine(std::move(after.graph), {}, {jobs});
  // A change that nobody has announced is sensitive, whatever the maps say of themselves.
  for (Report* report : {&result.effect.before, &result.effect.after})
    if (report->marking == "OFFICIAL") report->marking = "OFFICIAL-SENSITIVE";
  const Effect& effect = result.effect;
  result.effect.remainder = find_remainder(effect.before.graph, effect.after.graph, changed);
  result.effect.loads = compare_loads(effect.before, effect.after, changed);
  result.effect.coordination_before = coordination_cost(effect.before.graph);
  result.effect.coordination_after = coordination_cost(effect.after.graph);
  result.effect.costs = published_costs(scenario, effect.before.graph);
  result.effect.findings = compare_findings(effect.before, effect.after, changed);
  return result;
}

}  // namespace crosscut
