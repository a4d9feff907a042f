// The report as JSON: a stable contract (docs/format.md). Keys stand in the order of design.md.
#pragma once

#include <string>

#include "crosscut/model/report.h"

namespace crosscut {

/// findings.json: one object, two spaces of indent, ends in a line end. Figures are unrounded;
/// what is undefined or not yet computed is null. Files are named by their last two path parts.
std::string write_json(const Report& report);

/// One finding as findings.json gives it, with the card of its lens; `accepted` is its entry in
/// report.accepted, or null.
std::string write_finding_json(const Report& report, const Finding& finding,
                               const Accepted* accepted);

/// The figures alone, as the measure command prints them.
std::string write_measures_json(const Graph& graph, const Measures& measures);

}  // namespace crosscut
