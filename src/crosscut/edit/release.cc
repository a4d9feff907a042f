#include "crosscut/edit/release.h"

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>

#include "crosscut/model/marking.h"

namespace crosscut {
namespace {

class Releaser {
 public:
  Releaser(const Dataset& dataset, const Graph& graph) : graph_(graph), copy_{dataset, {}} {}

  Released run() {
    Dataset& data = copy_.dataset;
    for (const EntityRow& row : data.entities)
      if (is_above_official(row.marking)) dropped_.insert(row.id);
    note_citations();
    copy_.withheld.relations =
        std::erase_if(data.relations, [&](const RelationRow& row) { return is_dropped(row); });
    copy_.withheld.entities =
        std::erase_if(data.entities, [&](const EntityRow& row) { return is_dropped(row); });
    copy_.withheld.sources = std::erase_if(data.sources, [&](const SourceRow& row) {
      const SourceKey key{row.id, row.title};
      return cited_by_dropped_.contains(key) && !cited_by_kept_.contains(key);
    });
    std::erase_if(data.same, [&](const SameRow& row) { return means_dropped(row.same_as); });
    data.left_out.clear();
    for (EntityRow& row : data.entities)
      std::erase_if(row.parents, [&](const Reference& parent) { return means_dropped(parent); });
    clear_private_words();
    if (copy_.withheld.entities + copy_.withheld.relations > 0) {
      for (MapInfo& map : data.maps) map.covers.clear();
      // A reason may name what is left out, as that is often why a finding is accepted.
      for (AcceptedRow& row : data.accepted) row.reason = "Left out of this copy";
    }
    return std::move(copy_);
  }

 private:
  using SourceKey = std::pair<std::string, std::string>;  // id and title: one id may mean several

  bool means_dropped(const Reference& reference) const {
    const auto meant = graph_.find(reference.text);
    return meant && dropped_.contains(graph_.entity(*meant).id);
  }
  bool is_dropped(const EntityRow& row) const { return dropped_.contains(row.id); }
  bool is_dropped(const RelationRow& row) const {
    return is_above_official(row.marking) || means_dropped(row.from) || means_dropped(row.to);
  }

  void note_citations() {
    std::map<std::pair<MapIndex, std::string_view>, SourceKey> keys;
    for (const SourceRow& row : copy_.dataset.sources)
      keys.try_emplace({row.map, row.id}, SourceKey{row.id, row.title});
    const auto note = [&](MapIndex map, const Reference& source, bool by_dropped) {
      if (const auto key = keys.find({map, source.text}); key != keys.end())
        (by_dropped ? cited_by_dropped_ : cited_by_kept_).insert(key->second);
    };
    for (const EntityRow& row : copy_.dataset.entities) {
      for (const Reference& source : row.sources) note(row.map, source, is_dropped(row));
      for (const auto& [map, source] : row.other_sources) note(map, source, is_dropped(row));
    }
    for (const RelationRow& row : copy_.dataset.relations)
      for (const Reference& source : row.sources) note(row.map, source, is_dropped(row));
  }

  void clear_private_words() {
    for (EntityRow& row : copy_.dataset.entities) row.note.clear();
    for (SameRow& row : copy_.dataset.same) row.note.clear();
    for (RelationRow& row : copy_.dataset.relations) {
      row.note.clear();
      row.respondent.clear();
      row.asked.clear();
    }
  }

  const Graph& graph_;
  Released copy_;
  std::set<std::string, std::less<>> dropped_;  // ids of entities
  std::set<SourceKey> cited_by_dropped_, cited_by_kept_;
};

}  // namespace

Released release(const Dataset& dataset, const Graph& graph) {
  return Releaser(dataset, graph).run();
}

std::vector<const MapInfo*> not_for_release(std::span<const MapInfo> maps) {
  std::vector<const MapInfo*> marked;
  for (const MapInfo& map : maps)
    if (is_above_official(map.marking)) marked.push_back(&map);
  return marked;
}

}  // namespace crosscut
