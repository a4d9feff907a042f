#include "crosscut/read/join.h"

#include <algorithm>
#include <map>
#include <set>
#include <unordered_map>
#include <utility>

#include "crosscut/base/key_table.h"
#include "crosscut/base/text.h"
#include "crosscut/base/unique.h"
#include "crosscut/model/codes.h"
#include "crosscut/model/marking.h"
#include "crosscut/read/duplicates.h"

namespace crosscut {
namespace {

void fill_if_empty(Text& kept, const Text& other) {
  if (kept.empty()) kept = other;
}

/// A more precise date wins when it is a reading of the kept one; otherwise the map named first.
void take_more_precise(PartialDate& kept, const PartialDate& other) {
  const bool within = kept.earliest() <= other.earliest() && other.latest() <= kept.latest();
  if (other.precision() > kept.precision() && within) kept = other;
}

std::string list_texts(const std::vector<Reference>& references) {
  std::vector<std::string> texts;
  for (const Reference& reference : references) texts.push_back(reference.text);
  return "\"" + join(texts, " | ") + "\"";
}

class Joiner {
 public:
  Joiner(std::vector<MapRead> maps, std::vector<SameRow> same)
      : maps_(std::move(maps)), same_(std::move(same)) {}

  MapRead run() {
    collect();
    find_canonical();
    merge_entities();
    for (Diagnostic& likely : likely_duplicates(result_.dataset))
      result_.diagnostics.push_back(std::move(likely));
    return std::move(result_);
  }

 private:
  void collect() {
    Dataset& data = result_.dataset;
    for (MapRead& map : maps_) {
      const auto index = static_cast<MapIndex>(data.maps.size());
      data.maps.push_back(std::move(map.dataset.maps.front()));
      add_rows(rows_, map.dataset.entities, index);
      add_rows(data.relations, map.dataset.relations, index);
      add_rows(data.sources, map.dataset.sources, index);
      std::move(map.dataset.same.begin(), map.dataset.same.end(), std::back_inserter(same_));
      std::move(map.dataset.accepted.begin(), map.dataset.accepted.end(),
                std::back_inserter(data.accepted));
      std::move(map.dataset.left_out.begin(), map.dataset.left_out.end(),
                std::back_inserter(data.left_out));
      std::move(map.dataset.loose_ends.begin(), map.dataset.loose_ends.end(),
                std::back_inserter(data.loose_ends));
      data.entities_unread = data.entities_unread || map.dataset.entities_unread;
      std::move(map.diagnostics.begin(), map.diagnostics.end(),
                std::back_inserter(result_.diagnostics));
      std::move(map.made_ids.begin(), map.made_ids.end(), std::back_inserter(result_.made_ids));
    }
  }

  template <typename Row>
  static void add_rows(std::vector<Row>& all, std::vector<Row>& rows, MapIndex map) {
    for (Row& row : rows) row.map = map;
    if (all.empty())
      all = std::move(rows);
    else
      std::move(rows.begin(), rows.end(), std::back_inserter(all));
  }

  /// Follows same.csv to the id that stays, and reports circles and ids that no map has.
  void find_canonical() {
    if (maps_.size() == 1 && same_.empty()) return;  // its ids differ from one another
    for (const EntityRow& row : rows_) known_.insert(row.id, 0);
    if (std::any_of(rows_.begin(), rows_.end(), [&](const EntityRow& row) {
          return std::any_of(row.parents.begin(), row.parents.end(), [&](const Reference& parent) {
            return !known_.contains(parent.text);
          });
        }))
      collect_names();
    for (const SameRow& same : same_) next_.try_emplace(same.id.text, &same);
    for (const SameRow& same : same_) {
      if (maps_.size() > 1)
        for (const Reference* end : {&same.id, &same.same_as})
          if (!known_.contains(end->text)) report_unknown_same(*end);
      const std::string id = follow(same);
      if (!known_.contains(id)) continue;
      canonical_.try_emplace(same.id.text, id);
      result_.dataset.same.push_back({same.id, {id, same.same_as.place}, same.note});
    }
  }

  /// The id at the end of a row's chain; empty when the chain runs into a circle.
  std::string follow(const SameRow& same) {
    std::vector<std::string> path = {same.id.text};
    std::set<std::string> on_path = {same.id.text};
    std::string id = same.same_as.text;
    while (next_.contains(id) && !ends_.contains(id) && on_path.insert(id).second) {
      path.push_back(id);
      id = next_.at(id)->same_as.text;
    }
    if (const auto known = ends_.find(id); known != ends_.end()) {
      id = known->second;
    } else if (on_path.contains(id)) {
      report_circle(path, id);
      id.clear();
    }
    if (next_.at(same.id.text) != &same)
      path.erase(path.begin());  // an earlier row speaks for this id
    for (const std::string& passed : path) ends_.try_emplace(passed, id);
    return id;
  }

  void report_circle(const std::vector<std::string>& path, const std::string& closing) {
    std::string circle;
    for (auto at = std::find(path.begin(), path.end(), closing); at != path.end(); ++at)
      circle += *at + " -> ";
    report("same-cycle", next_.at(closing)->id.place,
           "ids are the same as one another in a circle: " + circle + closing,
           "keep one id as the one that stays");
  }

  void report_unknown_same(const Reference& end) {
    if (sorted_ids_.empty()) {
      for (const EntityRow& row : rows_) sorted_ids_.push_back(row.id);
      keep_unique(sorted_ids_);
    }
    constexpr std::size_t most_compared = 2'000'000;  // then hints would take long
    const auto close = compared_ > most_compared ? std::nullopt : nearest(end.text, sorted_ids_);
    compared_ += sorted_ids_.size();
    report("same-unknown", end.place, "no map read here has the id \"" + end.text + "\"",
           close ? "did you mean \"" + *close + "\"?" : "correct it, or remove the line");
  }

  /// The row that keeps its id wins over its aliases, then the map named first.
  void merge_entities() {
    auto& entities = result_.dataset.entities;
    if (maps_.size() == 1 && canonical_.empty()) {
      entities = std::move(rows_);
      return;
    }
    KeyTable index(rows_.size());
    std::stable_partition(rows_.begin(), rows_.end(),
                          [&](const EntityRow& row) { return !canonical_.contains(row.id); });
    for (EntityRow& row : rows_) {
      const auto same = canonical_.find(row.id);
      const Text id = same == canonical_.end() ? row.id : Text(same->second);
      const auto [found, added] = index.insert(id, static_cast<std::uint32_t>(entities.size()));
      if (added)
        entities.push_back(std::move(row));
      else
        merge(entities[found], row);
    }
  }

  void merge(EntityRow& kept, const EntityRow& other) {
    if (kept.kind != other.kind)
      clash("kind-clash", kept, kept.kind_place, other, other.kind_place,
            "is a " + std::string(info(kept.kind).singular) + " here",
            "is a " + std::string(info(other.kind).singular) + " here");
    merge_parents(kept, other);
    if (name_key(kept.name) != name_key(other.name)) kept.aliases.push_back(other.name);
    for (const Text& alias : other.aliases)
      if (std::find(kept.aliases.begin(), kept.aliases.end(), alias) == kept.aliases.end())
        kept.aliases.push_back(alias);
    take_more_precise(kept.period.start, other.period.start);
    take_more_precise(kept.period.end, other.period.end);
    kept.period.end_unknown =
        (kept.period.end_unknown || other.period.end_unknown) && !kept.period.end.given();
    take_more_precise(kept.due, other.due);
    for (const auto field : {&EntityRow::measure, &EntityRow::note, &EntityRow::organisation_class,
                             &EntityRow::power, &EntityRow::membership, &EntityRow::status,
                             &EntityRow::extent, &EntityRow::model, &EntityRow::contact})
      fill_if_empty(kept.*field, other.*field);
    if (!other.marking.empty()) kept.marking = highest_marking({kept.marking, other.marking});
    kept.statutory = kept.statutory || other.statutory;
    kept.catch_all = kept.catch_all || other.catch_all;
    for (const Reference& source : other.sources)
      kept.other_sources.emplace_back(other.map, source);
    kept.extra.insert(kept.extra.end(), other.extra.begin(), other.extra.end());
    if (other.map != kept.map && std::find(kept.other_maps.begin(), kept.other_maps.end(),
                                           other.map) == kept.other_maps.end())
      kept.other_maps.push_back(other.map);
  }

  void collect_names() {
    for (const EntityRow& row : rows_) {
      by_name_.try_emplace(name_key(row.name), row.id);
      for (const Text& alias : row.aliases) by_name_.try_emplace(name_key(alias), row.id);
    }
  }

  /// The id that an id, a name or an alias stands for; the text itself when none does.
  std::string id_of(const std::string& text) {
    if (const auto same = canonical_.find(text); same != canonical_.end()) return same->second;
    if (known_.contains(text)) return text;
    const auto named = by_name_.find(name_key(text));
    if (named == by_name_.end()) return text;
    const auto same = canonical_.find(named->second);
    return same == canonical_.end() ? named->second : same->second;
  }

  void merge_parents(EntityRow& kept, const EntityRow& other) {
    if (other.parents.empty()) return;
    if (kept.parents.empty()) {
      kept.parents = other.parents;
      return;
    }
    const auto ids = [&](const std::vector<Reference>& references) {
      std::set<std::string> set;
      for (const Reference& reference : references) set.insert(id_of(reference.text));
      return set;
    };
    if (ids(kept.parents) != ids(other.parents))
      clash("parent-clash", kept, kept.parents.front().place, other, other.parents.front().place,
            "has the parent " + list_texts(kept.parents) + " here",
            "has the parent " + list_texts(other.parents) + " here");
  }

  void clash(std::string_view code, const EntityRow& kept, Place kept_place, const EntityRow& other,
             Place place, const std::string& first, const std::string& second) {
    report(code, place, "\"" + other.id + "\" " + second, "the map named first wins");
    result_.diagnostics.back().notes.push_back({kept_place, "\"" + kept.id + "\" " + first});
  }

  void report(std::string_view code, Place place, std::string message, std::string hint) {
    result_.diagnostics.push_back(diagnose(code, place, std::move(message), std::move(hint)));
  }

  std::vector<MapRead> maps_;
  std::vector<SameRow> same_;
  std::vector<EntityRow> rows_;
  std::unordered_map<std::string, std::string> canonical_;  // id -> the id that stays
  std::unordered_map<std::string, std::string> by_name_;    // only where a parent is no id
  KeyTable known_;                                          // ids of all maps
  std::vector<std::string_view> sorted_ids_;                // the same, made when needed
  std::unordered_map<std::string, const SameRow*> next_;    // first row of same.csv for each id
  std::unordered_map<std::string, std::string> ends_;  // id -> end of its chain, as followed so far
  std::size_t compared_ = 0;
  MapRead result_;
};

}  // namespace

MapRead join_maps(std::vector<MapRead> maps, std::vector<SameRow> same) {
  return Joiner(std::move(maps), std::move(same)).run();
}

MapRead read_maps(const std::vector<std::string>& folders, const ReadOptions& options) {
  Files files;
  std::vector<MapRead> maps;
  for (const std::string& folder : folders) maps.push_back(read_map(folder, options, files));
  std::vector<Diagnostic> diagnostics;
  std::vector<SameRow> same;
  for (const std::string& path : options.same_files) {
    auto rows = read_same_file(path, options, files, diagnostics);
    std::move(rows.begin(), rows.end(), std::back_inserter(same));
  }
  MapRead joined = join_maps(std::move(maps), std::move(same));
  joined.dataset.files = std::move(files);
  std::move(diagnostics.begin(), diagnostics.end(), std::back_inserter(joined.diagnostics));
  sort_diagnostics(joined.diagnostics);
  return joined;
}

}  // namespace crosscut
