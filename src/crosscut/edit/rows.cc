#include "crosscut/edit/rows.h"

#include <algorithm>

namespace crosscut {

EntityRow* find_row(Dataset& dataset, const std::string& id) {
  const auto found = std::find_if(dataset.entities.begin(), dataset.entities.end(),
                                  [&](const EntityRow& row) { return row.id == id; });
  return found == dataset.entities.end() ? nullptr : &*found;
}

EntityRow& row_of(Dataset& dataset, const std::string& id) { return *find_row(dataset, id); }

void add_entity(Dataset& dataset, const Edit& edit, Kind kind, const EntityRow* like) {
  EntityRow row;
  row.id = edit.target.text;
  row.name = edit.name.empty() ? row.id : Text(edit.name);
  row.kind = kind;
  row.period.start = edit.on;
  row.place = edit.target.place;
  row.kind_place = edit.target.place;
  if (like != nullptr) {
    row.parents = like->parents;
    row.organisation_class = like->organisation_class;
    row.map = like->map;
    row.other_maps = like->other_maps;
  }
  dataset.entities.push_back(std::move(row));
}

void add_relation(Dataset& dataset, const std::string& from, Verb verb, const std::string& to,
                  const Edit& edit, Capacity capacity) {
  RelationRow row;
  row.from = {from, edit.place};
  row.to = {to, edit.place};
  row.verb = verb;
  row.capacity = capacity;
  row.period.start = edit.on;
  row.place = edit.place;
  dataset.relations.push_back(std::move(row));
}

void set_parent(Dataset& dataset, const std::string& id, const std::string& to,
                const std::string& from, const Edit& edit, Day day) {
  std::vector<Reference>& parents = row_of(dataset, id).parents;
  const auto goes = [&](const Reference& parent) { return from.empty() || parent.text == from; };
  const auto was_parent = [&](const Reference& reference) {
    return std::any_of(parents.begin(), parents.end(), [&](const Reference& parent) {
      return goes(parent) && parent.text == reference.text;
    });
  };
  for (RelationRow& row : dataset.relations) {
    if (!row.period.open_on(day)) continue;
    const bool sponsors = row.verb == Verb::leads && row.capacity == Capacity::sponsor;
    if (sponsors && row.to.text == id && was_parent(row.from)) row.from.text = to;
    if (row.verb == Verb::part_of && row.from.text == id && was_parent(row.to)) row.to.text = to;
  }
  std::erase_if(parents,
                [&](const Reference& parent) { return goes(parent) || parent.text == to; });
  parents.push_back({to, edit.target.place});
}

void point_to(Applied& result, const std::string& old_id, const std::string& id) {
  Dataset& data = result.dataset;
  const auto point = [&](Reference& reference) {
    if (reference.text == old_id) reference.text = id;
  };
  for (RelationRow& row : data.relations) {
    point(row.from);
    point(row.to);
  }
  for (EntityRow& row : data.entities) {
    for (Reference& parent : row.parents) point(parent);
    std::erase_if(row.parents, [&](const Reference& parent) { return parent.text == row.id; });
  }
  for (SameRow& row : data.same) point(row.same_as);
  data.same.push_back({{old_id, {}}, {id, {}}, ""});
  std::erase_if(data.same, [](const SameRow& row) { return row.id.text == row.same_as.text; });
  result.now[old_id] = id;
  for (auto& [before, after] : result.now)
    if (after == old_id) after = id;
  std::erase_if(result.now, [](const auto& names) { return names.first == names.second; });
}

void join_into(Applied& result, const std::string& old_id, const std::string& id, bool keep_names) {
  for (const auto& [before, after] : result.now)
    if (after == old_id) result.merged.insert(before);
  result.merged.insert(old_id);
  EntityRow& kept = row_of(result.dataset, id);
  const EntityRow& gone = row_of(result.dataset, old_id);
  if (keep_names) kept.aliases.push_back(gone.name);
  kept.aliases.insert(kept.aliases.end(), gone.aliases.begin(), gone.aliases.end());
  std::erase_if(result.dataset.entities, [&](const EntityRow& row) { return row.id == old_id; });
  point_to(result, old_id, id);
  std::erase_if(result.dataset.relations,
                [&](const RelationRow& row) { return row.from.text == id && row.to.text == id; });
}

void remove(Applied& result, const std::string& id) {
  for (const auto& [before, after] : result.now)
    if (after == id) result.ended.insert(before);
  result.ended.insert(id);
  Dataset& data = result.dataset;
  std::erase_if(data.entities, [&](const EntityRow& row) { return row.id == id; });
  for (EntityRow& row : data.entities)
    std::erase_if(row.parents, [&](const Reference& parent) { return parent.text == id; });
  std::erase_if(data.relations,
                [&](const RelationRow& row) { return row.from.text == id || row.to.text == id; });
  std::erase_if(data.same, [&](const SameRow& row) { return row.same_as.text == id; });
}

}  // namespace crosscut
