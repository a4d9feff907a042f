// The figures of measures.md that are taken so far, for measures.csv and the annex.
#pragma once

#include <vector>

#include "crosscut/model/report.h"

namespace crosscut {

/// Figures of the map, of each open department and of each open entity.
Measures measure(const Graph& graph, const std::vector<DepartmentPair>& pairs);

}  // namespace crosscut
