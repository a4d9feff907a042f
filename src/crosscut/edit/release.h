// A copy of a map that is fit to send outside: without rows marked above OFFICIAL, without
// respondents and notes.
//
//   const Linked linked = link(dataset, {});
//   Released copy = release(dataset, linked.graph);   // copy.withheld.relations == 3
//   const Graph graph = link(copy.dataset, {}).graph;
#pragma once

#include <span>
#include <vector>

#include "crosscut/model/report.h"

namespace crosscut {

struct Released {
  Dataset dataset;
  Withheld withheld;
};

/// `graph` is the dataset as linked: it says which entity a reference means. Leaves out
/// - entities marked above OFFICIAL in any map, and parents and same.csv lines that name them;
/// - relations marked above OFFICIAL, or with such an entity at an end;
/// - sources that only these cite;
/// - all notes, respondents and the dates they were asked.
/// Where a row is left out, so are the reasons of accepted.csv, and no map of the copy counts as
/// having looked throughout: the gap that the row leaves is then a question, never a finding.
Released release(const Dataset& dataset, const Graph& graph);

/// Maps that are marked above OFFICIAL as a whole: no copy of them is fit to send outside.
std::vector<const MapInfo*> not_for_release(std::span<const MapInfo> maps);

}  // namespace crosscut
