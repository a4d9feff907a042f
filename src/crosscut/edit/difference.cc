#include "crosscut/edit/difference.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <tuple>
#include <utility>

#include "crosscut/edit/remainder.h"

namespace crosscut {
namespace {

using Names = std::set<std::string>;

Names names_of(const Graph& graph, const std::vector<EntityId>& ids) {
  Names names;
  for (const EntityId id : ids) names.insert(graph.entity(id).id);
  return names;
}

std::map<std::string, EntityId> open_entities(const Graph& graph) {
  std::map<std::string, EntityId> entities;
  for (std::size_t i = 0; i < graph.entity_count(); ++i)
    if (const EntityId id{static_cast<std::uint32_t>(i)}; graph.open(id))
      entities.emplace(graph.entity(id).id, id);
  return entities;
}

void compare_entities(Difference& difference) {
  const Graph& before = difference.before.graph;
  const Graph& after = difference.after.graph;
  const auto old_ones = open_entities(before);
  const auto new_ones = open_entities(after);
  auto& found = difference.entities;
  for (const auto& [name, id] : new_ones)
    if (!old_ones.contains(name)) found.push_back({Became::added, std::nullopt, id});
  for (const auto& [name, old_id] : old_ones) {
    const auto there = new_ones.find(name);
    if (there == new_ones.end()) {
      found.push_back({Became::removed, old_id, std::nullopt});
      continue;
    }
    const EntityId id = there->second;
    const Entity& a = before.entity(old_id);
    const Entity& b = after.entity(id);
    if (a.name != b.name) found.push_back({Became::renamed, old_id, id});
    if (!is_item(b.kind) && names_of(before, a.parents) != names_of(after, b.parents))
      found.push_back({Became::moved, old_id, id});
    if (is_item(b.kind) &&
        names_of(before, before.home(old_id).owners) != names_of(after, after.home(id).owners))
      found.push_back({Became::re_owned, old_id, id});
  }
  std::stable_sort(found.begin(), found.end(),
                   [](const auto& a, const auto& b) { return a.became < b.became; });
}

using RelationKey = std::tuple<std::string, Verb, std::string, Capacity>;

std::map<RelationKey, RelationId> open_relations(const Graph& graph) {
  std::map<RelationKey, RelationId> relations;
  for (std::size_t i = 0; i < graph.relation_count(); ++i) {
    const RelationId id{static_cast<std::uint32_t>(i)};
    const Relation& relation = graph.relation(id);
    if (graph.open(id))
      relations.emplace(RelationKey{graph.entity(relation.from).id, relation.verb,
                                    graph.entity(relation.to).id, relation.capacity},
                        id);
  }
  return relations;
}

/// Sources, places in them and how sure, whatever the rows' order.
std::set<std::tuple<std::string, std::string, double>> evidence_of(const Graph& graph,
                                                                   RelationId id) {
  std::set<std::tuple<std::string, std::string, double>> evidence;
  for (const Citation& citation : graph.relation(id).citations) {
    std::string titles;
    for (const SourceId source : citation.sources) titles += graph.source(source).title + "|";
    evidence.emplace(titles, citation.locator, citation.confidence);
  }
  return evidence;
}

void compare_relations(Difference& difference) {
  const Graph& before = difference.before.graph;
  const Graph& after = difference.after.graph;
  const auto old_ones = open_relations(before);
  const auto new_ones = open_relations(after);
  auto& found = difference.relations;
  for (const auto& [key, id] : new_ones)
    if (!old_ones.contains(key)) found.push_back({Became::added, std::nullopt, id});
  for (const auto& [key, id] : old_ones) {
    const auto there = new_ones.find(key);
    if (there == new_ones.end())
      found.push_back({Became::removed, id, std::nullopt});
    else if (evidence_of(before, id) != evidence_of(after, there->second))
      found.push_back({Became::other_evidence, id, there->second});
  }
  std::stable_sort(found.begin(), found.end(),
                   [](const auto& a, const auto& b) { return a.became < b.became; });
}

}  // namespace

Difference find_difference(Report before, Report after) {
  Difference difference;
  difference.before = std::move(before);
  difference.after = std::move(after);
  compare_entities(difference);
  compare_relations(difference);
  difference.findings = compare_findings(difference.before, difference.after, {});
  return difference;
}

}  // namespace crosscut
