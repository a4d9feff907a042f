#include "crosscut/edit/flatten.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "crosscut/base/text.h"
#include "crosscut/model/marking.h"

namespace crosscut {
namespace {

bool same_source(const SourceRow& a, const SourceRow& b) {
  return a.title == b.title && a.publisher == b.publisher && a.date == b.date && a.url == b.url &&
         a.type == b.type && a.extra == b.extra;
}

class Flattener {
 public:
  explicit Flattener(const Dataset& dataset) : data_(dataset) {}

  Dataset run(const std::string& title) {
    add_sources();
    for (EntityRow& row : data_.entities) flatten_entity(row);
    for (RelationRow& row : data_.relations) {
      rename(row.sources, row.map);
      row.map = 0;
    }
    data_.maps = {joined_map(title)};
    return std::move(data_);
  }

 private:
  void add_sources() {
    std::vector<SourceRow> kept;
    std::map<std::string, std::size_t> by_id;
    for (const SourceRow& row : data_.sources) taken_.insert(row.id);
    for (SourceRow& row : data_.sources) {
      const auto own = std::pair(row.map, row.id);
      const auto first = by_id.find(row.id);
      if (first != by_id.end() && same_source(kept[first->second], row)) {
        ids_[own] = row.id;
        continue;
      }
      if (first != by_id.end()) row.id = new_id(row.map, row.id);
      taken_.insert(row.id);
      ids_[own] = row.id;
      row.map = 0;
      by_id[row.id] = kept.size();
      kept.push_back(std::move(row));
    }
    data_.sources = std::move(kept);
  }

  /// What its own map does not list must not become another map's source of that name.
  void rename(std::vector<Reference>& sources, MapIndex map) const {
    for (Reference& source : sources)
      if (const auto found = ids_.find({map, source.text}); found != ids_.end())
        source.text = found->second;
      else if (taken_.contains(source.text))
        source.text = new_id(map, source.text);
  }

  std::string new_id(MapIndex map, const std::string& id) const {
    std::string result = name_key(data_.maps[map].folder) + "-" + id;
    while (taken_.contains(result)) result += "-2";
    return result;
  }

  void flatten_entity(EntityRow& row) const {
    rename(row.sources, row.map);
    for (const auto& [map, reference] : row.other_sources) {
      std::vector<Reference> other = {reference};
      rename(other, map);
      const auto is_it = [&](const Reference& known) { return known.text == other[0].text; };
      if (std::none_of(row.sources.begin(), row.sources.end(), is_it))
        row.sources.push_back(other[0]);
    }
    row.other_sources.clear();
    row.other_maps.clear();
    row.map = 0;
  }

  MapInfo joined_map(const std::string& title) const {
    MapInfo all = data_.maps.front();
    std::vector<std::string> titles, licences, publishers;
    std::set<std::string_view> markings;
    const auto add = [](std::vector<std::string>& list, const std::string& text) {
      if (!text.empty() && std::find(list.begin(), list.end(), text) == list.end())
        list.push_back(text);
    };
    for (const MapInfo& map : data_.maps) {
      add(titles, map.title);
      add(licences, map.licence);
      add(publishers, map.publisher);
      if (!map.marking.empty()) markings.insert(map.marking);
      if (map.as_at.given() && (!all.as_at.given() || map.as_at.latest() > all.as_at.latest()))
        all.as_at = map.as_at;
      std::erase_if(all.covers, [&](Coverage coverage) { return !map.looked_for(coverage); });
      if (&map != &data_.maps.front())
        all.extra.insert(all.extra.end(), map.extra.begin(), map.extra.end());
    }
    all.title = title.empty() ? join_words(titles) : title;
    all.licence = join(licences, "; ");
    all.publisher = join(publishers, "; ");
    all.marking = markings.empty() ? "" : highest_marking(markings);
    return all;
  }

  Dataset data_;
  std::set<std::string> taken_;  // ids of sources, old and new
  std::map<std::pair<MapIndex, std::string>, std::string> ids_;
};

}  // namespace

Dataset flatten(const Dataset& dataset, const std::string& title) {
  return Flattener(dataset).run(title);
}

}  // namespace crosscut
