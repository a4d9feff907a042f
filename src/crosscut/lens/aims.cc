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

std::vector<EntityId> targets_of(const Graph& graph, EntityId mission) {
  std::vector<EntityId> targets;
  if (graph.entity(mission).kind != Kind::mission) return targets;
  for (const EntityId aim : open_aims(graph)) {
    if (graph.entity(aim).kind != Kind::target) continue;
    const auto& parents = graph.entity(aim).parents;
    const auto out = graph.out(aim);
    const bool part = std::find(parents.begin(), parents.end(), mission) != parents.end() ||
                      std::any_of(out.begin(), out.end(), [&](RelationId r) {
                        const Relation& relation = graph.relation(r);
                        return relation.to == mission &&
                               (relation.verb == Verb::part_of || relation.verb == Verb::advances);
                      });
    if (part) targets.push_back(aim);
  }
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
