#include "crosscut/read/duplicates.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>
#include <functional>
#include <set>
#include <string>
#include <string_view>
#include <utility>

#include "crosscut/base/text.h"
#include "crosscut/model/codes.h"

namespace crosscut {
namespace {

/// Hands on the words of a name_key that carry meaning, without plural endings.
template <typename Take>
void each_word(std::string_view key, Take take) {
  constexpr std::array<std::string_view, 9> small = {"a",  "and", "at",  "for", "in",
                                                     "of", "on",  "the", "to"};
  while (!key.empty()) {
    const std::size_t end = std::min(key.find('-'), key.size());
    std::string_view word = key.substr(0, end);
    key.remove_prefix(std::min(end + 1, key.size()));
    if (word.empty()) continue;
    if (word.size() <= 3 && std::find(small.begin(), small.end(), word) != small.end()) continue;
    if (word.size() > 4 && word.ends_with('s')) word.remove_suffix(1);
    take(word);
  }
}

/// The same whatever the order of the words; 0 for a name without any. `key` is room to work in.
std::uint64_t meaning_hash(std::string_view name, std::string& key) {
  key.clear();
  append_name_key(key, name);
  std::uint64_t sum = 0;
  bool any = false;
  each_word(key, [&](std::string_view word) {
    sum += std::hash<std::string_view>()(word) * 0x9E3779B97F4A7C15U;
    any = true;
  });
  return any ? std::max<std::uint64_t>(sum, 1) : 0;
}

bool same_meaning(std::string_view a, std::string_view b) {
  if (a == b) return true;
  const auto words_of = [](std::string_view name) {
    std::vector<std::string> words;
    each_word(name_key(name), [&](std::string_view word) { words.emplace_back(word); });
    std::sort(words.begin(), words.end());
    return words;
  };
  return words_of(a) == words_of(b);
}

std::string likeness(std::string_view a, std::string_view b) {
  const std::string second = "\"" + std::string(b) + "\"";
  return name_key(a) == name_key(b) ? "both are called " + second
                                    : second + " is nearly \"" + std::string(a) + "\"";
}

using IdPair = std::pair<std::string_view, std::string_view>;

IdPair pair_of(std::string_view a, std::string_view b) { return std::minmax(a, b); }

/// Of these pairs, those that succeed one another, or contain one another: they may well share a
/// name.
std::set<IdPair> related_among(const std::set<IdPair>& pairs, const Dataset& dataset) {
  std::set<IdPair> related;
  if (pairs.empty()) return related;
  const auto note = [&](std::string_view a, std::string_view b) {
    if (const auto found = pairs.find(pair_of(a, b)); found != pairs.end()) related.insert(*found);
  };
  for (const RelationRow& row : dataset.relations)
    if (row.verb == Verb::succeeds || row.verb == Verb::part_of) note(row.from.text, row.to.text);
  for (const EntityRow& row : dataset.entities)
    for (const Reference& parent : row.parents) note(row.id, parent.text);
  return related;
}

struct Name {
  std::uint32_t row;
  bool by_name;  // else by alias
  std::string_view text;
};

struct Likely {
  Name earlier, later;
};

/// Finds names that mean the same, by the hash of what they mean.
class LikeNames {
 public:
  explicit LikeNames(const Dataset& dataset) {
    std::size_t names = dataset.entities.size();
    for (const EntityRow& row : dataset.entities) names += row.aliases.size();
    slots_.resize(std::bit_ceil(std::max<std::size_t>(8, 2 * names)));
    held_.reserve(names);
    for (std::size_t row = 0; row < dataset.entities.size(); ++row) {
      const auto number = static_cast<std::uint32_t>(row);
      add({number, true, dataset.entities[row].name});
      for (const Text& alias : dataset.entities[row].aliases) add({number, false, alias});
    }
  }

  const std::vector<Likely>& found() const { return found_; }

 private:
  static constexpr std::uint32_t none = 0xFFFFFFFF;
  static constexpr std::uint32_t most_held = 8;  // of one meaning
  struct Slot {
    std::uint64_t hash = 0;
    std::uint32_t first = none;
    std::uint32_t last = none;
    std::uint32_t count = 0;
  };
  struct Held {
    Name name;
    std::uint32_t next = none;
  };

  void add(const Name& name) {
    const std::uint64_t hash = meaning_hash(name.text, key_);
    if (hash == 0) return;
    const std::size_t mask = slots_.size() - 1;
    std::size_t at = hash & mask;
    while (slots_[at].first != none &&
           !(slots_[at].hash == hash && same_meaning(held_[slots_[at].first].name.text, name.text)))
      at = (at + 1) & mask;
    Slot& slot = slots_[at];
    const bool single_word = name.text.find(' ') == std::string_view::npos;
    for (std::uint32_t i = slot.first; i != none; i = held_[i].next) {
      const Name& earlier = held_[i].name;
      if (single_word && !name.by_name && !earlier.by_name) continue;  // initials are often shared
      if (earlier.row != name.row) found_.push_back({earlier, name});
    }
    if (slot.count >= most_held) return;
    const auto number = static_cast<std::uint32_t>(held_.size());
    held_.push_back({name, none});
    (slot.first == none ? slot.first : held_[slot.last].next) = number;
    slot.hash = hash;
    slot.last = number;
    ++slot.count;
  }

  std::vector<Slot> slots_;
  std::vector<Held> held_;
  std::vector<Likely> found_;
  std::string key_;
};

}  // namespace

std::vector<Diagnostic> likely_duplicates(const Dataset& dataset) {
  std::vector<Diagnostic> diagnostics;
  const LikeNames names(dataset);
  const auto ids = [&](const Likely& likely) {
    return pair_of(dataset.entities[likely.earlier.row].id, dataset.entities[likely.later.row].id);
  };
  std::set<IdPair> pairs;
  for (const Likely& likely : names.found()) pairs.insert(ids(likely));
  std::set<IdPair> told = related_among(pairs, dataset);
  for (const Likely& likely : names.found()) {
    if (!told.insert(ids(likely)).second) continue;
    const EntityRow& a = dataset.entities[likely.earlier.row];
    const EntityRow& b = dataset.entities[likely.later.row];
    Diagnostic diagnostic = diagnose("likely-duplicate", b.place,
                                     "\"" + b.id + "\" may be the same as \"" + a.id +
                                         "\": " + likeness(likely.earlier.text, likely.later.text),
                                     "if so, add to same.csv: " + b.id + "," + a.id + ",");
    diagnostic.notes.push_back({a.place, "\"" + a.id + "\", " + a.name});
    diagnostics.push_back(std::move(diagnostic));
  }
  return diagnostics;
}

}  // namespace crosscut
