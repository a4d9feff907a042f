// accepted.csv: findings that somebody knows of and accepts leave the findings and stand apart.
//
//   accept_findings(report, dataset.accepted);   // report.accepted now holds what they accept
#pragma once

#include <vector>

#include "crosscut/model/report.h"

namespace crosscut {

/// Moves what the rows accept on the report's date out of its findings. Of several rows for one
/// finding the one that holds longest counts. Rows that accept nothing, as their date has passed or
/// no finding has that id, become warnings, one for each finding; diagnostics stay sorted.
void accept_findings(Report& report, const std::vector<AcceptedRow>& rows);

}  // namespace crosscut
