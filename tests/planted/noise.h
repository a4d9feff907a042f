// Errors of the kind that a map gathered by hand has: relations that nobody should have written,
// relations that nobody wrote, and confidences that are too low.
#pragma once

#include <array>

#include "draft.h"

namespace crosscut::planted {

/// What a stray relation may join.
struct Stray {
  Verb verb;
  KindSet from, to;
};

class Noise {
 public:
  Noise(const Dataset& data, std::uint64_t seed) : data_(data), dice_(seed) {
    for (const EntityRow& row : data_.entities) ids_[row.kind].push_back(row.id);
  }

  /// So many of 100 relations are wrong: of these one in 3 is a stray one more, at a confidence of
  /// 0.30 to 0.75, one is left out, and one keeps only 0.30 to 0.75 of confidence.
  Dataset run(std::size_t percent) {
    const std::size_t each = data_.relations.size() * percent / 300;
    auto& relations = data_.relations;
    dice_.shuffle(relations);
    relations.resize(relations.size() - each);
    for (std::size_t i = 0; i < each; ++i) relations[i].confidence = dice_.share(30, 75);
    for (std::size_t i = 0; i < each; ++i) relations.push_back(stray());
    return std::move(data_);
  }

 private:
  RelationRow stray() {
    constexpr KindSet actors = Kind::department | Kind::body | Kind::role;
    constexpr KindSet work = Kind::policy | Kind::programme | Kind::fund;
    constexpr KindSet aims = Kind::target | Kind::mission;
    constexpr std::array<Stray, 12> strays = {{
        {Verb::leads, actors, work},
        {Verb::co_leads, actors, work},
        {Verb::contributes_to, actors, work},
        {Verb::delivers, actors, work},
        {Verb::consulted_on, actors, work},
        {Verb::depends_on, work, work},
        {Verb::depends_on, work, actors},
        {Verb::approves, actors, work},
        {Verb::coordinates_with, actors, actors},
        {Verb::member_of, actors, KindSet(1U << unsigned(Kind::forum))},
        {Verb::advances, work, aims},
        {Verb::conflicts_with, work, static_cast<KindSet>(work | aims)},
    }};
    const Stray& kind = strays[dice_.below(strays.size())];
    RelationRow row = data_.relations.front();
    row.from = {any(kind.from), somewhere()};
    row.to = {any(kind.to), somewhere()};
    row.verb = kind.verb;
    row.capacity = Capacity::policy;
    row.period = {};
    row.answer.clear();
    row.strength = static_cast<int>(dice_.between(1, 3));
    row.confidence = dice_.share(30, 75);
    return row;
  }

  std::string any(KindSet kinds) {
    std::vector<const std::vector<std::string>*> lists;
    std::size_t size = 0;
    for (const auto& [kind, ids] : ids_)
      if (contains(kinds, kind)) {
        lists.push_back(&ids);
        size += ids.size();
      }
    std::size_t at = dice_.below(size);
    for (const auto* ids : lists) {
      if (at < ids->size()) return (*ids)[at];
      at -= ids->size();
    }
    return {};
  }

  Dataset data_;
  Dice dice_;
  std::map<Kind, std::vector<std::string>> ids_;
};

}  // namespace crosscut::planted
