// Which entities a name or an alias stands for, whatever its case and punctuation.
#pragma once

#include <cstdint>
#include <mutex>
#include <span>
#include <string_view>
#include <vector>

#include "crosscut/model/graph.h"

namespace crosscut {

class NameTable {
 public:
  NameTable() = default;
  explicit NameTable(std::span<const Entity> entities);

  /// Those with a name or alias of the same name_key, ascending. The entities are those that the
  /// table was made of.
  std::vector<EntityId> find(std::string_view name, std::span<const Entity> entities) const;

 private:
  static constexpr std::uint32_t none = 0xFFFFFFFF;
  struct Slot {
    std::uint64_t hash = 0;  // of the key
    std::uint32_t last = none;
  };
  struct Holder {
    EntityId id{};
    std::uint32_t before = none;  // holder of a key with the same hash
  };
  void add(std::string_view key, EntityId id);
  std::size_t slot_of(std::uint64_t hash) const;

  std::vector<Slot> slots_;  // a power of 2 of them, at most half in use
  std::vector<Holder> holders_;
};

/// Most runs look nothing up by name: the table is made when the first one does.
struct LazyNames {
  std::once_flag once;
  NameTable table;
};

}  // namespace crosscut
