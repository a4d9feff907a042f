#include "crosscut/model/items.h"

#include <algorithm>

#include "crosscut/base/unique.h"

namespace crosscut {

bool is_live_item(const Graph& graph, EntityId id) {
  const Entity& entity = graph.entity(id);
  return is_item(entity.kind) && graph.open(id) && !graph.is_whole_government(id) &&
         !is_delivered(graph, id);
}

bool is_delivered(const Graph& graph, EntityId id) {
  return graph.entity(id).status == "delivered";
}

std::vector<EntityId> live_items(const Graph& graph) {
  std::vector<EntityId> items;
  for (std::size_t i = 0; i < graph.entity_count(); ++i)
    if (const EntityId id{static_cast<std::uint32_t>(i)}; is_live_item(graph, id))
      items.push_back(id);
  return items;
}

std::vector<EntityId> missions_touched(const Graph& graph, EntityId item) {
  std::vector<EntityId> missions;
  for (const EntityId aim : aims_of(graph, item)) {
    if (graph.entity(aim).kind == Kind::mission) missions.push_back(aim);
    if (graph.entity(aim).kind != Kind::target) continue;
    for (const EntityId whole : wholes_of(graph, aim))
      if (graph.entity(whole).kind == Kind::mission) missions.push_back(whole);
  }
  keep_unique(missions);
  return missions;
}

std::vector<EntityId> wholes_of(const Graph& graph, EntityId id) {
  std::vector<EntityId> result = graph.entity(id).parents;
  for (const RelationId r : graph.out(id))
    if (graph.relation(r).verb == Verb::part_of) result.push_back(graph.relation(r).to);
  std::erase_if(result, [&](EntityId whole) { return !graph.open(whole); });
  return result;
}

std::vector<EntityId> aims_of(const Graph& graph, EntityId item) {
  std::vector<EntityId> result = wholes_of(graph, item);
  result.push_back(item);
  for (const RelationId r : graph.out(item))
    if (graph.relation(r).verb == Verb::advances) result.push_back(graph.relation(r).to);
  std::erase_if(result, [&](EntityId id) {
    const Kind kind = graph.entity(id).kind;
    return kind != Kind::mission && kind != Kind::target;
  });
  keep_unique(result);
  return result;
}

Waiting find_waiting(const Graph& graph, EntityId id, double least) {
  constexpr KindSet constrainers = Kind::body | Kind::role | Kind::partner | Kind::cycle |
                                   Kind::fund | Kind::devolved_government;
  const Kind kind = graph.entity(id).kind;
  Waiting waiting;
  const auto add = [&](EntityId item, RelationId r) {
    if (!is_live_item(graph, item) || item == id) return;
    if (graph.relation(r).confidence < least) return;
    if (graph.relation(r).verb == Verb::approves) ++waiting.approvals;
    waiting.relations.push_back(r);
    const auto [found, added] = waiting.items.try_emplace(item, r);
    if (!added && graph.relation(found->second).confidence < graph.relation(r).confidence)
      found->second = r;
  };
  if (kind != Kind::department)
    for (const RelationId r : graph.in(id))
      if (graph.relation(r).verb == Verb::depends_on) add(graph.relation(r).from, r);
  for (const RelationId r : graph.out(id)) {
    const Verb verb = graph.relation(r).verb;
    if (verb == Verb::approves || (verb == Verb::constrains && contains(constrainers, kind)))
      add(graph.relation(r).to, r);
  }
  return waiting;
}

}  // namespace crosscut
