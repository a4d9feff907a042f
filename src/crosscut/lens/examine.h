// Runs every lens over a graph and measures it: a linked map becomes a Report.
#pragma once

#include <string>
#include <vector>

#include "crosscut/model/report.h"

namespace crosscut {

struct ExamineOptions {
  std::size_t jobs = 1;       // threads; the result is the same for any number
  bool all_measures = false;  // also those that take long
};

/// The report of a graph. `diagnostics` are those of reading and linking, for the annex.
Report examine(Graph graph, std::vector<Diagnostic> diagnostics, const ExamineOptions& options);

}  // namespace crosscut
