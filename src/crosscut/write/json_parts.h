// Pieces that the JSON writers share. Only for them: no other header shows a JSON library.
#pragma once

#include <nlohmann/json.hpp>

#include <span>

#include "crosscut/model/effect.h"
#include "crosscut/model/report.h"

namespace crosscut::json {

using Json = nlohmann::ordered_json;  // fields in the order in which they are written

/// null where it is undefined.
Json figure(const Figure& figure);
/// Ids of entities.
Json ids(const Graph& graph, std::span<const EntityId> entities);
/// A relation with its dates and every row that states it.
Json relation(const Graph& graph, RelationId id);
/// The path as written in the rows of a map; null when the place is not known.
Json file_of(const Place& place, const Files& files);
/// Ids of sources.
Json sources(const Graph& graph, std::span<const SourceId> sources);
/// Which findings appear, vanish and persist.
Json finding_changes(const std::vector<FindingChange>& changes, const Report& before,
                     const Report& after);

Json measures(const Graph& graph, const Measures& measures);

template <typename Range, typename Make>
Json list(const Range& range, Make make) {
  Json rows = Json::array();
  for (const auto& entry : range) rows.push_back(make(entry));
  return rows;
}

}  // namespace crosscut::json
