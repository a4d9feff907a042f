#include "crosscut/base/key_table.h"

#include <algorithm>
#include <array>
#include <bit>
#include <functional>

namespace crosscut {
namespace {

std::size_t hash_of(std::string_view key) { return std::hash<std::string_view>()(key); }
std::uint32_t tag_of(std::size_t hash) { return static_cast<std::uint32_t>(hash >> 32U); }

}  // namespace

KeyTable::KeyTable(std::size_t expected) {
  entries_.reserve(expected);
  grow(std::bit_ceil(std::max<std::size_t>(8, 2 * expected)));
}

std::pair<std::uint32_t, bool> KeyTable::insert(const Text& key, std::uint32_t number) {
  if (2 * (entries_.size() + 1) > slots_.size()) grow(2 * slots_.size());
  const std::size_t hash = hash_of(key);
  const std::size_t mask = slots_.size() - 1;
  std::size_t at = hash & mask;
  for (; slots_[at].entry != none; at = (at + 1) & mask)
    if (slots_[at].tag == tag_of(hash) && entries_[slots_[at].entry].key == key)
      return {entries_[slots_[at].entry].number, false};
  slots_[at] = {tag_of(hash), static_cast<std::uint32_t>(entries_.size())};
  entries_.push_back({key, number});
  return {number, true};
}

std::uint32_t KeyTable::find(std::string_view key, std::size_t hash) const {
  const std::size_t mask = slots_.size() - 1;
  for (std::size_t at = hash & mask; slots_[at].entry != none; at = (at + 1) & mask)
    if (slots_[at].tag == tag_of(hash) && entries_[slots_[at].entry].key == key)
      return entries_[slots_[at].entry].number;
  return none;
}

std::optional<std::uint32_t> KeyTable::find(std::string_view key) const {
  const std::uint32_t number = find(key, hash_of(key));
  return number == none ? std::nullopt : std::optional(number);
}

void KeyTable::find_all(std::span<const std::string_view> keys,
                        std::span<std::uint32_t> numbers) const {
  constexpr std::size_t batch = 32;  // cache misses under way at once
  std::array<std::size_t, batch> hashes{};
  const std::size_t mask = slots_.size() - 1;
  for (std::size_t first = 0; first < keys.size(); first += batch) {
    const std::size_t count = std::min(batch, keys.size() - first);
    for (std::size_t i = 0; i < count; ++i) {
      hashes[i] = hash_of(keys[first + i]);
      __builtin_prefetch(&slots_[hashes[i] & mask]);
    }
    for (std::size_t i = 0; i < count; ++i) {
      const std::uint32_t entry = slots_[hashes[i] & mask].entry;
      if (entry != none) __builtin_prefetch(&entries_[entry]);
    }
    for (std::size_t i = 0; i < count; ++i) {
      const std::uint32_t entry = slots_[hashes[i] & mask].entry;
      if (entry != none) __builtin_prefetch(entries_[entry].key.data());
    }
    for (std::size_t i = 0; i < count; ++i) numbers[first + i] = find(keys[first + i], hashes[i]);
  }
}

void KeyTable::grow(std::size_t slots) {
  slots_.assign(slots, {});
  const std::size_t mask = slots - 1;
  for (std::size_t i = 0; i < entries_.size(); ++i) {
    const std::size_t hash = hash_of(entries_[i].key);
    std::size_t at = hash & mask;
    while (slots_[at].entry != none) at = (at + 1) & mask;
    slots_[at] = {tag_of(hash), static_cast<std::uint32_t>(i)};
  }
}

}  // namespace crosscut
