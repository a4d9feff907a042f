// One finding in full, for the terminal: what it says, why we are as sure as we are, every row it
// rests on, and what its lens looks for.
#pragma once

#include <string>

#include "crosscut/model/report.h"

namespace crosscut {

/// `accepted` is its entry in report.accepted; null when it is not accepted.
std::string write_finding_text(const Report& report, const Finding& finding,
                               const Accepted* accepted);

/// The ids and headlines of the findings, or of those of one lens; accepted ones say so.
std::string write_finding_list(const Report& report, const Card* card);

}  // namespace crosscut
