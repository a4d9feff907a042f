// The sources of several maps: one number each, however many maps list them.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "crosscut/model/graph.h"

namespace crosscut {

class SourceTable {
 public:
  /// Sources in the order of their ids. Two maps that use one id for different titles get two
  /// sources; the later one's id is then "map:id".
  explicit SourceTable(const Dataset& dataset);

  std::optional<SourceId> find(MapIndex map, std::string_view id) const;
  /// The ids that a map lists; empty when it has no sources.csv.
  const std::vector<std::string_view>& listed(MapIndex map) const;
  std::vector<Source> take() { return std::move(sources_); }

 private:
  std::vector<Source> sources_;
  std::map<MapIndex, KeyTable> ids_;
  std::map<MapIndex, std::vector<std::string_view>> listed_;
};

}  // namespace crosscut
