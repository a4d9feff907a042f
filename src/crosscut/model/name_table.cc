#include "crosscut/model/name_table.h"

#include <algorithm>
#include <bit>
#include <functional>
#include <string>

#include "crosscut/base/text.h"
#include "crosscut/base/unique.h"

namespace crosscut {
namespace {

bool has_name(const Entity& entity, std::string_view key) {
  return name_key(entity.name) == key ||
         std::any_of(entity.aliases.begin(), entity.aliases.end(),
                     [&](const Text& alias) { return name_key(alias) == key; });
}

}  // namespace

NameTable::NameTable(std::span<const Entity> entities) {
  std::size_t names = entities.size();
  for (const Entity& entity : entities) names += entity.aliases.size();
  slots_.resize(std::bit_ceil(std::max<std::size_t>(8, 2 * names)));
  holders_.reserve(names);
  std::string key;
  for (std::size_t i = 0; i < entities.size(); ++i) {
    const auto add_name = [&](std::string_view name) {
      key.clear();
      append_name_key(key, name);
      if (!key.empty()) add(key, EntityId(i));
    };
    add_name(entities[i].name);
    for (const Text& alias : entities[i].aliases) add_name(alias);
  }
}

std::size_t NameTable::slot_of(std::uint64_t hash) const {
  const std::size_t mask = slots_.size() - 1;
  std::size_t at = hash & mask;
  while (slots_[at].last != none && slots_[at].hash != hash) at = (at + 1) & mask;
  return at;
}

void NameTable::add(std::string_view key, EntityId id) {
  const std::uint64_t hash = std::hash<std::string_view>()(key);
  Slot& slot = slots_[slot_of(hash)];
  holders_.push_back({id, slot.last});
  slot = {hash, static_cast<std::uint32_t>(holders_.size() - 1)};
}

std::vector<EntityId> NameTable::find(std::string_view name,
                                      std::span<const Entity> entities) const {
  std::vector<EntityId> found;
  const std::string key = name_key(name);
  if (key.empty() || slots_.empty()) return found;
  const Slot& slot = slots_[slot_of(std::hash<std::string_view>()(key))];
  for (std::uint32_t at = slot.last; at != none; at = holders_[at].before)
    if (has_name(entities[index_of(holders_[at].id)], key)) found.push_back(holders_[at].id);
  keep_unique(found);
  return found;
}

}  // namespace crosscut
