// Texts -> numbers, for ids: one open-addressing table that copies no text.
//
//   KeyTable rows(entities.size());
//   const auto [row, added] = rows.insert(id, number);   // the number that it has already, if any
//   rows.find("defra")
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include "crosscut/base/shared_text.h"

namespace crosscut {

class KeyTable {
 public:
  static constexpr std::uint32_t none = 0xFFFFFFFF;

  explicit KeyTable(std::size_t expected = 0);

  /// The number of the key, and whether it is new. At most 2^32 - 2 keys.
  std::pair<std::uint32_t, bool> insert(const Text& key, std::uint32_t number);
  std::optional<std::uint32_t> find(std::string_view key) const;
  bool contains(std::string_view key) const { return find(key).has_value(); }
  std::size_t size() const { return entries_.size(); }

  /// The number of each key, or `none`; faster than one at a time where the table is larger than
  /// the processor's caches.
  void find_all(std::span<const std::string_view> keys, std::span<std::uint32_t> numbers) const;

 private:
  struct Entry {
    Text key;
    std::uint32_t number = 0;
  };
  struct Slot {
    std::uint32_t tag = 0;  // of the hash
    std::uint32_t entry = none;
  };
  std::uint32_t find(std::string_view key, std::size_t hash) const;
  void grow(std::size_t slots);

  std::vector<Entry> entries_;
  std::vector<Slot> slots_;  // a power of 2 of them, at most half in use
};

}  // namespace crosscut
