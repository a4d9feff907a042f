// The figures of measures.md that are taken so far, for measures.csv and the annex.
#pragma once

#include <vector>

#include "crosscut/lens/project.h"
#include "crosscut/model/report.h"

namespace crosscut {

/// Figures of each open department on the working graph W, by id. Ties are simple: strength is left
/// to the sensitivity check. Entities in no department, or in several, are in none of them; ties to
/// such entities count as leaving in the outward share.
std::vector<DepartmentMeasures> measure_departments(const Graph& graph, const Projection& working);

/// Figures of the map, of each open department and of each open entity.
Measures measure(const Graph& graph, const std::vector<DepartmentPair>& pairs);

}  // namespace crosscut
