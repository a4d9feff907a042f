#include "crosscut/lens/delivery_routes.h"

#include <algorithm>
#include <map>
#include <queue>

#include "crosscut/algo/dominators.h"
#include "crosscut/lens/aims.h"
#include "crosscut/lens/drawn_network.h"
#include "crosscut/lens/weigh.h"

namespace crosscut {
namespace {

bool is_work(const Graph& graph, EntityId id) {
  const Kind kind = graph.entity(id).kind;
  return (kind == Kind::policy || kind == Kind::programme || kind == Kind::fund ||
          kind == Kind::cycle) &&
         graph.open(id) && !is_delivered(graph, id);
}

bool is_unit(const Graph& graph, EntityId id) {
  const Kind kind = graph.entity(id).kind;
  return is_organisation(kind) && kind != Kind::department && !graph.is_whole_government(id);
}

}  // namespace

DeliveryRoutes::DeliveryRoutes(const Graph& graph)
    : graph_(graph), missions_(open_missions(graph)) {
  for (std::size_t i = 0; i < graph.entity_count(); ++i)
    if (is_work(graph, EntityId(i))) add_work(EntityId(i));
  for (const EntityId mission : missions_) add_mission(mission);
  std::sort(links_.begin(), links_.end(), [](const Link& a, const Link& b) {
    return std::tuple(a.to, a.from, a.row) < std::tuple(b.to, b.from, b.row);
  });
  std::vector<algo::Arc> arcs;
  for (const Link& link : links_) arcs.push_back({link.from, link.to});
  digraph_ = algo::Digraph(graph.entity_count() + 1, std::move(arcs));
}

void DeliveryRoutes::add(EntityId from, EntityId to, RelationId row) {
  links_.push_back({algo::Vertex(to), algo::Vertex(from), row});
}

void DeliveryRoutes::begin(EntityId at) {
  links_.push_back({algo::Vertex(at), algo::Vertex(graph_.entity_count()), std::nullopt});
}

void DeliveryRoutes::add_work(EntityId work) {
  bool by_units = false;
  bool otherwise = false;
  for (const RelationId r : graph_.in(work)) {
    const Relation& relation = graph_.relation(r);
    if (relation.verb != Verb::delivers) continue;
    if (!is_unit(graph_, relation.from)) {
      otherwise = true;
      continue;
    }
    by_units = true;
    add(relation.from, work, r);
    begin(relation.from);
  }
  if (otherwise || !by_units) begin(work);
  for (const RelationId r : graph_.out(work)) {
    const Relation& relation = graph_.relation(r);
    const bool part = relation.verb == Verb::advances || relation.verb == Verb::part_of;
    if (part && relation.to != work && is_work(graph_, relation.to)) add(work, relation.to, r);
  }
}

void DeliveryRoutes::add_mission(EntityId mission) {
  for (const RelationId r : paths_to(graph_, mission))
    if (is_work(graph_, graph_.relation(r).from)) add(graph_.relation(r).from, mission, r);
  std::vector<EntityId> aims = targets_of(graph_, mission);
  aims.push_back(mission);
  for (const EntityId aim : aims) {
    for (const RelationId r : graph_.in(aim)) {
      const Relation& relation = graph_.relation(r);
      if (relation.verb != Verb::contributes_to && relation.verb != Verb::delivers) continue;
      if (!is_organisation(graph_.entity(relation.from).kind)) continue;
      if (is_unit(graph_, relation.from)) {
        add(relation.from, mission, r);
        begin(relation.from);
      } else {
        links_.push_back({algo::Vertex(mission), algo::Vertex(graph_.entity_count()), r});
      }
    }
  }
}

std::vector<EntityId> DeliveryRoutes::work_of(EntityId mission) const {
  std::vector<EntityId> work;
  const auto [first, last] = links_into(algo::Vertex(mission));
  for (std::size_t i = first; i < last; ++i)
    if (links_[i].from != root() && is_work(graph_, EntityId{links_[i].from}))
      work.push_back(EntityId{links_[i].from});
  keep_unique(work);
  return work;
}

std::pair<std::size_t, std::size_t> DeliveryRoutes::links_into(algo::Vertex to) const {
  const auto before = [](const Link& link, algo::Vertex v) { return link.to < v; };
  const auto first = std::lower_bound(links_.begin(), links_.end(), to, before);
  const auto last = std::lower_bound(first, links_.end(), to + 1, before);
  return {static_cast<std::size_t>(first - links_.begin()),
          static_cast<std::size_t>(last - links_.begin())};
}

/// Backwards from the mission as far as the units, the surest first (Pollack, The maximum capacity
/// through a network, 1960).
DeliveryRoutes::Way DeliveryRoutes::way(const std::vector<EntityId>& units,
                                        EntityId mission) const {
  std::map<algo::Vertex, double> best = {{algo::Vertex(mission), 1}};
  std::priority_queue<std::pair<double, algo::Vertex>> queue;
  queue.emplace(1, algo::Vertex(mission));
  Way way;
  while (!queue.empty()) {
    const auto [confidence, v] = queue.top();
    queue.pop();
    if (confidence < best[v]) continue;
    if (std::find(units.begin(), units.end(), EntityId{v}) != units.end()) continue;
    const auto [first, last] = links_into(v);
    for (std::size_t i = first; i < last; ++i) {
      const Link& link = links_[i];
      if (link.from == root()) continue;
      if (link.row) way.rows.push_back(*link.row);
      const double reached =
          std::min(confidence, link.row ? graph_.relation(*link.row).confidence : 1);
      if (double& before = best[link.from]; reached > before)
        queue.emplace(before = reached, link.from);
    }
  }
  keep_unique(way.rows);
  for (const EntityId unit : units) {
    const auto found = best.find(algo::Vertex(unit));
    way.confidence.push_back(found == best.end() ? 0 : found->second);
  }
  return way;
}

std::vector<SinglePoint> find_single_points(const Graph& graph, const DeliveryRoutes& routes) {
  std::vector<algo::Vertex> targets;
  for (const EntityId mission : routes.missions())
    if (routes.work_of(mission).size() >= least_work) targets.push_back(algo::Vertex(mission));
  const auto above = algo::immediate_dominators(routes.digraph(), routes.root());
  const auto dominated = algo::dominated_targets(above, targets);
  std::vector<SinglePoint> points;
  for (algo::Vertex v = 0; v < routes.root(); ++v) {
    if (dominated[v].empty() || graph.entity(EntityId{v}).catch_all) continue;
    if (graph.entity(EntityId{v}).kind == Kind::mission) continue;
    const bool behind = above[v] != routes.root() && dominated[above[v]] == dominated[v] &&
                        !graph.entity(EntityId{above[v]}).catch_all;
    std::vector<EntityId> missions;
    for (const algo::Vertex t : dominated[v]) missions.push_back(EntityId{t});
    if (behind || (missions.size() < 2 && departments_of(graph, missions).size() < 2)) continue;
    points.push_back({EntityId{v}, std::move(missions)});
  }
  return points;
}

/// Where a department delivers the work, or nobody is on record.
Bits DeliveryRoutes::begins_in(EntityId work, const Draws& draws) const {
  Bits by_units = draws.none(), otherwise = draws.none();
  for (const RelationId r : graph_.in(work)) {
    const Relation& relation = graph_.relation(r);
    if (relation.verb == Verb::delivers)
      add_bits(is_unit(graph_, relation.from) ? by_units : otherwise, draws.relation(r));
  }
  add_bits(otherwise, in_others(by_units, draws));
  return otherwise;
}

Bits DeliveryRoutes::only_by_way_of(const std::vector<EntityId>& units, EntityId mission,
                                    std::size_t enough_work, const Draws& draws) const {
  std::map<algo::Vertex, algo::Vertex> numbers = {{root(), 0}, {algo::Vertex(mission), 1}};
  std::vector<algo::Vertex> behind = {algo::Vertex(mission)};  // what leads to the mission
  const auto number_of = [&](algo::Vertex v) {
    const auto [at, added] = numbers.try_emplace(v, static_cast<algo::Vertex>(numbers.size()));
    if (added) behind.push_back(v);
    return at->second;
  };
  std::vector<DrawnArc> arcs;
  std::map<algo::Vertex, Bits> work;  // that leads straight to the mission
  for (std::size_t i = 0; i < behind.size(); ++i) {
    const algo::Vertex v = behind[i];
    const algo::Vertex to = numbers.at(v);
    const bool begins_if = is_work(graph_, EntityId{v});
    if (begins_if) arcs.push_back({0, to, begins_in(EntityId{v}, draws)});
    const auto [first, last] = links_into(v);
    for (std::size_t k = first; k < last; ++k) {
      const Link& link = links_[k];
      if (!link.row && begins_if) continue;
      const Bits there = link.row ? draws.relation(*link.row) : draws.all();
      arcs.push_back({number_of(link.from), to, there});
      if (i == 0 && link.from != root() && is_work(graph_, EntityId{link.from}))
        add_bits(work.try_emplace(link.from, draws.none()).first->second, there);
    }
  }
  std::vector<algo::Vertex> closed;
  for (const EntityId unit : units)
    if (const auto at = numbers.find(algo::Vertex(unit)); at != numbers.end())
      closed.push_back(at->second);
  std::vector<Bits> items;
  for (auto& [v, there] : work) items.push_back(std::move(there));
  const Bits delivered = reached_in(numbers.size(), arcs, 0, draws)[1];
  const Bits passed_by = reached_in(numbers.size(), arcs, 0, draws, closed)[1];
  return in_both(in_both(delivered, in_others(passed_by, draws)),
                 in_at_least(enough_work, items, draws));
}

}  // namespace crosscut
