#include "crosscut/lens/aims.h"

#include <algorithm>

#include "crosscut/base/text.h"
#include "crosscut/lens/weigh.h"
#include "crosscut/model/names.h"

namespace crosscut {

std::vector<EntityId> open_aims(const Graph& graph) {
  std::vector<EntityId> aims = live_items(graph);
  std::erase_if(aims, [&](EntityId id) {
    const Kind kind = graph.entity(id).kind;
    return kind != Kind::mission && kind != Kind::target;
  });
  return aims;
}

std::vector<EntityId> open_missions(const Graph& graph) {
  std::vector<EntityId> missions = open_aims(graph);
  std::erase_if(missions, [&](EntityId id) { return graph.entity(id).kind != Kind::mission; });
  return missions;
}

Lacking aims_lacking(const Graph& graph, bool (*has)(const Entity& aim)) {
  return find_lacking(graph, open_aims(graph), [&](EntityId aim) {
    const auto targets = targets_of(graph, aim);
    return has(graph.entity(aim)) ||
           std::any_of(targets.begin(), targets.end(),
                       [&](EntityId target) { return has(graph.entity(target)); });
  });
}

std::vector<EntityId> targets_of(const Graph& graph, EntityId mission) {
  std::vector<EntityId> targets;
  if (graph.entity(mission).kind != Kind::mission) return targets;
  const auto add = [&](EntityId id) {
    if (graph.entity(id).kind == Kind::target && is_live_item(graph, id)) targets.push_back(id);
  };
  for (const EntityId child : graph.children(mission)) add(child);
  for (const RelationId r : graph.in(mission)) {
    const Relation& relation = graph.relation(r);
    if (relation.verb == Verb::part_of || relation.verb == Verb::advances) add(relation.from);
  }
  keep_unique(targets);
  return targets;
}

std::vector<RelationId> paths_to(const Graph& graph, EntityId mission) {
  std::vector<EntityId> aims = targets_of(graph, mission);
  aims.push_back(mission);
  std::vector<RelationId> paths;
  for (const EntityId aim : aims) {
    for (const RelationId r : graph.in(aim)) {
      const Relation& relation = graph.relation(r);
      const Kind kind = graph.entity(relation.from).kind;
      const bool work = kind == Kind::policy || kind == Kind::programme || kind == Kind::fund ||
                        kind == Kind::cycle;
      if (work && (relation.verb == Verb::advances || relation.verb == Verb::part_of))
        paths.push_back(r);
    }
  }
  keep_unique(paths);
  return paths;
}

Finding gap_in_aim(const Graph& graph, const Card& card, EntityId aim, Coverage coverage,
                   const std::string& what, Like like) {
  Finding finding = gap_in_aim(graph, card, aim);
  finding.absence = absence_confidence(graph, aim, coverage);
  rest_on(graph, finding, not_on_record(missing_fact(what, finding.absence, like)));
  return finding;
}

Finding gap_in_aim(const Graph& graph, const Card& card, EntityId aim) {
  Finding finding;
  finding.card = &card;
  finding.severity = std::min(Severity::medium, weigh_severity(graph, {aim}, {}));
  finding.subjects = {aim};
  finding.affected = 1;
  const auto& owners = graph.home(aim).owners;
  finding.ask = owners.empty() ? std::string(keepers) : join_words(full_names(graph, owners));
  finding.evidence.push_back({std::nullopt, aim});
  return finding;
}

}  // namespace crosscut
