#include "crosscut/read/join.h"

#include <algorithm>
#include <map>
#include <set>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "crosscut/base/text.h"
#include "crosscut/model/codes.h"
#include "crosscut/read/duplicates.h"

namespace crosscut {
namespace {

void fill_if_empty(std::string& kept, const std::string& other) {
  if (kept.empty()) kept = other;
}

void take_more_precise(PartialDate& kept, const PartialDate& other) {
  if (other.precision() > kept.precision()) kept = other;
}

std::string list_texts(const std::vector<Reference>& references) {
  std::vector<std::string> texts;
  for (const Reference& reference : references) texts.push_back(reference.text);
  return "\"" + join(texts, " | ") + "\"";
}

class Joiner {
 public:
  Joiner(std::vector<MapRead> maps, std::vector<SameRow> same) : maps_(std::move(maps)), same_(std::move(same)) {}

  MapRead run() {
    collect();
    find_canonical();
    merge_entities();
    for (Diagnostic& likely : likely_duplicates(result_.dataset)) result_.diagnostics.push_back(std::move(likely));
    return std::move(result_);
  }

 private:
  void collect() {
    Dataset& data = result_.dataset;
    for (MapRead& map : maps_) {
      const auto index = static_cast<MapIndex>(data.maps.size());
      data.maps.push_back(std::move(map.dataset.maps.front()));
      for (EntityRow& row : map.dataset.entities) rows_.push_back(with_map(std::move(row), index));
      for (RelationRow& row : map.dataset.relations) data.relations.push_back(with_map(std::move(row), index));
      for (SourceRow& row : map.dataset.sources) data.sources.push_back(with_map(std::move(row), index));
      for (SameRow& row : map.dataset.same) same_.push_back(std::move(row));
      std::move(map.diagnostics.begin(), map.diagnostics.end(), std::back_inserter(result_.diagnostics));
    }
  }

  template <typename Row>
  static Row with_map(Row row, MapIndex map) {
    row.map = map;
    return row;
  }

  /// Follows same.csv to the id that stays, and reports circles and ids that no map has.
  void find_canonical() {
    std::unordered_set<std::string> known;
    for (const EntityRow& row : rows_) known.insert(row.id);
    std::unordered_map<std::string, const SameRow*> next;
    for (const SameRow& same : same_) next.try_emplace(same.id.text, &same);
    for (const SameRow& same : same_) {
      std::string id = same.same_as.text;
      std::set<std::string> seen{same.id.text};
      while (next.contains(id) && seen.insert(id).second) id = next[id]->same_as.text;
      if (seen.contains(id)) {
        report("same-cycle", same.id.place, "\"" + same.id.text + "\" comes back to itself", "keep one id as the one that stays");
        continue;
      }
      if (maps_.size() > 1)
        for (const Reference* end : {&same.id, &same.same_as})
          if (!known.contains(end->text)) report_unknown_same(*end, known);
      if (!known.contains(id)) continue;
      canonical_.try_emplace(same.id.text, id);
      result_.dataset.same.push_back({same.id, {id, same.same_as.place}, same.note});
    }
  }

  void report_unknown_same(const Reference& end, const std::unordered_set<std::string>& known) {
    std::vector<std::string_view> ids(known.begin(), known.end());
    std::sort(ids.begin(), ids.end());
    const auto close = nearest(end.text, ids);
    report("same-unknown", end.place, "no map read here has the id \"" + end.text + "\"", close ? "did you mean \"" + *close + "\"?" : "");
  }

  void merge_entities() {
    auto& entities = result_.dataset.entities;
    std::unordered_map<std::string, std::size_t> index;
    for (const bool aliased : {false, true}) {  // the row that keeps its id wins over its aliases
      for (EntityRow& row : rows_) {
        const auto same = canonical_.find(row.id);
        if ((same != canonical_.end()) != aliased) continue;
        const std::string id = aliased ? same->second : row.id;
        const auto [found, added] = index.try_emplace(id, entities.size());
        if (added) entities.push_back(std::move(row));
        else merge(entities[found->second], row);
      }
    }
  }

  void merge(EntityRow& kept, const EntityRow& other) {
    if (kept.kind != other.kind)
      clash("kind-clash", kept, other, "is a " + std::string(info(kept.kind).singular) + " here", "is a " + std::string(info(other.kind).singular) + " here");
    merge_parents(kept, other);
    if (name_key(kept.name) != name_key(other.name)) kept.aliases.push_back(other.name);
    for (const std::string& alias : other.aliases)
      if (std::find(kept.aliases.begin(), kept.aliases.end(), alias) == kept.aliases.end()) kept.aliases.push_back(alias);
    take_more_precise(kept.period.start, other.period.start);
    take_more_precise(kept.period.end, other.period.end);
    kept.period.end_unknown = (kept.period.end_unknown || other.period.end_unknown) && !kept.period.end.given();
    take_more_precise(kept.due, other.due);
    for (const auto field : {&EntityRow::measure, &EntityRow::note, &EntityRow::organisation_class, &EntityRow::power, &EntityRow::membership,
                             &EntityRow::status, &EntityRow::extent, &EntityRow::model, &EntityRow::contact, &EntityRow::marking})
      fill_if_empty(kept.*field, other.*field);
    kept.statutory = kept.statutory || other.statutory;
    kept.catch_all = kept.catch_all || other.catch_all;
    if (kept.sources.empty() && kept.map == other.map) kept.sources = other.sources;
    kept.extra.insert(kept.extra.end(), other.extra.begin(), other.extra.end());
    if (other.map != kept.map && std::find(kept.other_maps.begin(), kept.other_maps.end(), other.map) == kept.other_maps.end())
      kept.other_maps.push_back(other.map);
  }

  void merge_parents(EntityRow& kept, const EntityRow& other) {
    if (other.parents.empty()) return;
    if (kept.parents.empty()) {
      kept.parents = other.parents;
      return;
    }
    const auto ids = [&](const std::vector<Reference>& references) {
      std::set<std::string> set;
      for (const Reference& reference : references) {
        const auto same = canonical_.find(reference.text);
        set.insert(same == canonical_.end() ? reference.text : same->second);
      }
      return set;
    };
    if (ids(kept.parents) != ids(other.parents))
      clash("parent-clash", kept, other, "has the parent " + list_texts(kept.parents) + " here", "has the parent " + list_texts(other.parents) + " here");
  }

  void clash(std::string_view code, const EntityRow& kept, const EntityRow& other, const std::string& first, const std::string& second) {
    report(code, other.place, "\"" + other.id + "\" " + second, "the map named first wins");
    result_.diagnostics.back().notes.push_back({kept.place, "\"" + kept.id + "\" " + first});
  }

  void report(std::string_view code, Place place, std::string message, std::string hint) {
    result_.diagnostics.push_back(diagnose(code, place, std::move(message), std::move(hint)));
  }

  std::vector<MapRead> maps_;
  std::vector<SameRow> same_;
  std::vector<EntityRow> rows_;
  std::unordered_map<std::string, std::string> canonical_;  // id -> the id that stays
  MapRead result_;
};

}  // namespace

MapRead join_maps(std::vector<MapRead> maps, std::vector<SameRow> same) { return Joiner(std::move(maps), std::move(same)).run(); }

MapRead read_maps(const std::vector<std::string>& folders, const ReadOptions& options) {
  Files files;
  std::vector<MapRead> maps;
  for (const std::string& folder : folders) maps.push_back(read_map(folder, options, files));
  std::vector<Diagnostic> diagnostics;
  std::vector<SameRow> same;
  for (const std::string& path : options.same_files) {
    auto rows = read_same(path, options, files, diagnostics);
    std::move(rows.begin(), rows.end(), std::back_inserter(same));
  }
  MapRead joined = join_maps(std::move(maps), std::move(same));
  joined.dataset.files = std::move(files);
  std::move(diagnostics.begin(), diagnostics.end(), std::back_inserter(joined.diagnostics));
  sort_diagnostics(joined.diagnostics);
  return joined;
}

}  // namespace crosscut
