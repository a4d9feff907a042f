#include "crosscut/lens/conflicts.h"

#include "crosscut/lens/weigh.h"

namespace crosscut {
namespace {

/// A conflict that not even our own reading supports is left out.
constexpr double weakest_conflict = 0.5;

bool is_aim(const Graph& graph, EntityId id) {
  return graph.entity(id).kind == Kind::mission || graph.entity(id).kind == Kind::target;
}

bool share_an_owner(const Graph& graph, EntityId a, EntityId b) {
  const auto& x = graph.home(a).owners;
  const auto& y = graph.home(b).owners;
  return std::any_of(x.begin(), x.end(), [&](EntityId owner) {
    return std::find(y.begin(), y.end(), owner) != y.end();
  });
}

bool have_different_owners(const Graph& graph, EntityId a, EntityId b) {
  return !graph.home(a).owners.empty() && !graph.home(b).owners.empty() &&
         !share_an_owner(graph, a, b);
}

std::vector<RelationId> work_of_others(const Graph& graph, EntityId aim, EntityId harms) {
  std::vector<RelationId> work;
  for (const RelationId r : graph.in(aim)) {
    const Relation& relation = graph.relation(r);
    if (relation.verb == Verb::advances && relation.from != harms &&
        have_different_owners(graph, relation.from, harms))
      work.push_back(r);
  }
  return work;
}

/// Directly, by the two ends and their owners; or by a counterpart of another owner.
Condition pulls_apart(const Graph& graph, const Conflict& conflict, bool direct) {
  const Relation& relation = graph.relation(conflict.relation);
  std::vector<Condition> sides;
  if (direct) sides.push_back(owned_apart(graph, relation.from, relation.to));
  for (const RelationId r : conflict.counterparts)
    sides.push_back(
        all_of({recorded(r), owned_apart(graph, graph.relation(r).from, relation.from)}));
  return all_of(
      {recorded(conflict.relation), owned(graph, relation.from), any_of(std::move(sides))});
}

}  // namespace

std::vector<Conflict> find_conflicts(const Graph& graph) {
  std::vector<Conflict> conflicts;
  for (std::size_t i = 0; i < graph.relation_count(); ++i) {
    const RelationId r{static_cast<std::uint32_t>(i)};
    const Relation& relation = graph.relation(r);
    const bool pulls = relation.verb == Verb::conflicts_with;
    if (!graph.open(r) || (!pulls && relation.verb != Verb::constrains)) continue;
    if (relation.from == relation.to || relation.confidence < weakest_conflict) continue;
    if (!is_live_item(graph, relation.from) || !is_live_item(graph, relation.to)) continue;
    Conflict conflict{r, {}, {}};
    if (is_aim(graph, relation.to))
      conflict.counterparts = work_of_others(graph, relation.to, relation.from);
    const bool between_aims = graph.entity(relation.from).kind == graph.entity(relation.to).kind &&
                              is_aim(graph, relation.to);
    const bool direct = relation.strength >= 2 && (pulls || between_aims) &&
                        have_different_owners(graph, relation.from, relation.to);
    if (!direct && conflict.counterparts.empty()) continue;
    conflict.condition = pulls_apart(graph, conflict, direct);
    conflicts.push_back(std::move(conflict));
  }
  return conflicts;
}

std::vector<EntityId> owners_of(const Graph& graph, const Conflict& conflict) {
  const Relation& relation = graph.relation(conflict.relation);
  std::vector<EntityId> owners = graph.home(relation.from).owners;
  const auto& others = graph.home(relation.to).owners;
  owners.insert(owners.end(), others.begin(), others.end());
  keep_unique(owners);
  return owners;
}

}  // namespace crosscut
