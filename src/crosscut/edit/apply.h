// Carries out the sentences of a scenario on a Dataset, in their order; the result is linked again.
//
//   Applied changed = apply(dataset, scenario, {});
//   const Graph after = link(changed.dataset, {}).graph;
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "crosscut/model/graph.h"
#include "crosscut/model/scenario.h"

namespace crosscut {

struct Applied {
  Dataset dataset;
  std::vector<Diagnostic> diagnostics;
  std::map<std::string, std::string> now;  // id before -> id after, where it is another
  std::set<std::string> named;             // ids before of what the sentences change
  std::set<std::string> merged;            // ids before of what is part of another now
  std::set<std::string> ended;             // ids before of what is no more
};

/// A sentence that names what the map does not have, or not on the day of the sentence, or that
/// makes no sense of it, is a diagnostic and changes nothing. The dataset keeps the rows that no
/// sentence touches as they were, but for references, which become ids. Relations of the past stay.
/// merge and split write no `succeeds`: what is merged is no entity of its own any more, for it to
/// name, and a merger that is undone would leave it behind.
Applied apply(const Dataset& dataset, const Scenario& scenario, const LinkOptions& options);

}  // namespace crosscut
