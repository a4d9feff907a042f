#include "crosscut/model/graph.h"

#include <algorithm>

#include "crosscut/base/text.h"
#include "crosscut/model/name_table.h"

namespace crosscut {

std::optional<EntityId> Graph::find(std::string_view text) const {
  if (const auto found = by_id_.find(text)) return EntityId(*found);
  const std::vector<EntityId> holders = named(text);
  return holders.size() == 1 ? std::optional(holders.front()) : std::nullopt;
}

std::vector<EntityId> Graph::named(std::string_view name) const {
  if (names_ == nullptr) return {};
  std::call_once(names_->once, [&] { names_->table = NameTable(entities_); });
  return names_->table.find(name, entities_);
}

bool Graph::looked_for(EntityId id, Coverage coverage) const {
  const auto& maps = entity(id).maps;
  return std::any_of(maps.begin(), maps.end(),
                     [&](MapIndex map) { return maps_[map].looked_for(coverage); });
}

}  // namespace crosscut
