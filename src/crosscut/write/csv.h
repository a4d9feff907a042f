// The report's tables as CSV: UTF-8, RFC 4180, a header row, one fact a row. Text cells that a
// spreadsheet would take for a formula get a leading apostrophe.
#pragma once

#include <string>
#include <vector>

#include "crosscut/model/report.h"

namespace crosscut {

/// One row: cells quoted where need be, and a line end (CRLF). A cell that a spreadsheet would take
/// for a formula gets an apostrophe in front.
std::string csv_row(const std::vector<std::string>& cells);
/// The same without the apostrophe: for a map, which must say the same when it is read again.
std::string plain_csv_row(const std::vector<std::string>& cells);

/// findings.csv: a row a citation; a finding's own columns repeat.
std::string write_findings_csv(const Report& report);

/// measures.csv: level (map, department, entity), id, measure, value; unrounded. What is not
/// defined is "not enough evidence", and never 0; what was not worked out has no row.
std::string write_measures_csv(const Graph& graph, const Measures& measures,
                               std::string_view marking);

}  // namespace crosscut
