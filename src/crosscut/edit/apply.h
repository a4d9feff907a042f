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
};

/// A sentence that names what the map does not have is a diagnostic, and is left out. The dataset
/// keeps the rows that no sentence touches as they were, but for references, which become ids.
Applied apply(const Dataset& dataset, const Scenario& scenario, const LinkOptions& options);

}  // namespace crosscut
