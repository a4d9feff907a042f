// How good the evidence of a report is: counts for the key figures and the annex on data quality.
//
//   data_quality(report).relations_cited  -> 1,044
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "crosscut/model/report.h"

namespace crosscut {

struct DataQuality {
  std::size_t entities = 0, entities_open = 0, entities_without_source = 0;
  std::size_t departments = 0, items = 0;  // read, the government as a whole left out
  std::size_t relations = 0, relations_open = 0;
  std::size_t relations_cited = 0;  // with a traceable source and a locator in one row
  std::size_t relations_without_source = 0, relations_without_locator = 0;
  std::size_t relations_untraceable = 0;  // with sources, none of which has a date or a link
  std::size_t relations_our_reading = 0;  // confidence 0.5 or less
  std::size_t sources = 0, sources_without_date = 0, sources_without_link = 0;
  std::size_t items_open = 0, items_led = 0;        // open items; those with a recorded lead
  std::size_t items_presumed = 0, items_unled = 0;  // with a presumed lead only; with neither
};
DataQuality data_quality(const Report& report);

/// Has a link or a date, so that a reader can find it: "general knowledge" has neither.
bool is_traceable(const Source& source);
/// Some row gives it a traceable source and a locator.
bool is_cited(const Graph& graph, const Relation& relation);

/// What a map says that it looked for throughout, and what it does not say that of.
struct MapCoverage {
  std::string title, as_at;
  std::vector<std::string> covers, leaves_out;
};
std::vector<MapCoverage> map_coverage(const Graph& graph);

}  // namespace crosscut
