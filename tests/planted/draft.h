// A map under construction, and dice that fall the same way on every machine: what generated maps
// are made with.
//
//   Draft draft(7);
//   const std::string dft = draft.add(Kind::department);
//   draft.relate(dft, Verb::leads, draft.add(Kind::policy));
#pragma once

#include <algorithm>
#include <cstdint>
#include <map>
#include <memory>
#include <random>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "crosscut/base/text.h"
#include "crosscut/model/dataset.h"

namespace crosscut::planted {

/// Draws that depend on the seed alone: the engine is fixed by the standard, the library's
/// distributions are not.
class Dice {
 public:
  explicit Dice(std::uint64_t seed) : engine_(seed) {}

  std::size_t below(std::size_t end) { return static_cast<std::size_t>(engine_() % end); }
  std::size_t between(std::size_t low, std::size_t high) { return low + below(high - low + 1); }
  bool chance(std::size_t percent) { return below(100) < percent; }
  /// A number of hundredths, both ends included.
  double share(std::size_t low, std::size_t high) {
    return static_cast<double>(between(low, high)) / 100;
  }
  template <typename T>
  const T& pick(const std::vector<T>& from) {
    return from[below(from.size())];
  }
  template <typename T>
  void shuffle(std::vector<T>& items) {
    for (std::size_t i = items.size(); i > 1; --i) std::swap(items[i - 1], items[below(i)]);
  }

 private:
  std::mt19937_64 engine_;
};

inline Place somewhere() { return {0, 1, 1, 1}; }

/// A Dataset under construction, with what a generator has to keep in mind of it.
class Draft {
 public:
  explicit Draft(std::uint64_t seed) : dice(seed) {
    auto file = std::make_shared<InputFile>();
    file->path = "generated";
    file->line_starts = {0};
    data.files.push_back(std::move(file));
    MapInfo map;
    map.folder = "generated";
    map.title = "A generated government";
    map.as_at = PartialDate{2026, 7, 1};
    map.covers = {Coverage::leads, Coverage::sponsors, Coverage::forums, Coverage::membership,
                  Coverage::money, Coverage::delivery, Coverage::dates};
    data.maps.push_back(std::move(map));
    for (std::size_t i = 0; i < sources; ++i) {
      SourceRow row;
      row.id = "paper-" + std::to_string(i);
      row.title = "Paper " + std::to_string(i);
      row.date = PartialDate{2026, 1, 15};
      row.place = somewhere();
      data.sources.push_back(std::move(row));
    }
  }

  /// A new entity; its id.
  std::string add(Kind kind, const std::vector<std::string>& parents = {}) {
    EntityRow row;
    const std::string number = std::to_string(++counts_[kind]);
    row.id = std::string(info(kind).word) + "-" + number;
    row.name = std::string(info(kind).singular) + " " + number;
    row.name = capitalise(row.name);
    row.kind = kind;
    for (const std::string& parent : parents) row.parents.push_back({parent, somewhere()});
    row.sources = {source()};
    row.place = row.kind_place = somewhere();
    rows_[row.id] = data.entities.size();
    data.entities.push_back(std::move(row));
    return data.entities.back().id;
  }

  EntityRow& entity(const std::string& id) { return data.entities[rows_.at(id)]; }

  /// A new relation, well supported; its row, until the next one.
  RelationRow& relate(const std::string& from, Verb verb, const std::string& to) {
    RelationRow row;
    row.from = {from, somewhere()};
    row.verb = verb;
    row.to = {to, somewhere()};
    row.confidence = dice.share(90, 100);
    row.sources = {source()};
    row.locator = "page " + std::to_string(dice.between(1, 90));
    row.place = somewhere();
    data.relations.push_back(std::move(row));
    return data.relations.back();
  }

  Dice dice;
  Dataset data;

 private:
  static constexpr std::size_t sources = 20;
  Reference source() { return {"paper-" + std::to_string(dice.below(sources)), somewhere()}; }

  std::map<Kind, std::size_t> counts_;
  std::map<std::string, std::size_t> rows_;
};

inline PartialDate date(std::string_view text) { return *parse_date(text); }

}  // namespace crosscut::planted
