#include "crosscut/model/graph.h"

#include <algorithm>

#include "crosscut/base/text.h"

namespace crosscut {

std::optional<EntityId> Graph::find(std::string_view text) const {
  if (const auto found = by_id_.find(std::string(text)); found != by_id_.end())
    return found->second;
  const auto found = by_name_.find(name_key(text));
  if (found == by_name_.end() || found->second.size() != 1) return std::nullopt;
  return found->second.front();
}

bool Graph::looked_for(EntityId id, Coverage coverage) const {
  const auto& maps = entity(id).maps;
  return std::any_of(maps.begin(), maps.end(),
                     [&](MapIndex map) { return maps_[map].looked_for(coverage); });
}

}  // namespace crosscut
