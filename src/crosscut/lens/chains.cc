#include "crosscut/lens/chains.h"

#include <algorithm>
#include <limits>

namespace crosscut {
namespace {

constexpr std::size_t unreached = std::numeric_limits<std::size_t>::max();

struct Step {
  RelationId relation{};
  EntityId to{};
};

/// What an entity needs, by id and then by relation.
std::vector<Step> needs_of(const Graph& graph, EntityId id) {
  std::vector<Step> steps;
  for (const RelationId r : graph.out(id))
    if (info(graph.relation(r).verb).need == Need::forward)
      steps.push_back({r, graph.relation(r).to});
  for (const RelationId r : graph.in(id))
    if (info(graph.relation(r).verb).need == Need::backward)
      steps.push_back({r, graph.relation(r).from});
  std::erase_if(steps, [&](const Step& step) { return step.to == id; });
  std::sort(steps.begin(), steps.end(), [](const Step& a, const Step& b) {
    return std::pair(a.to, a.relation) < std::pair(b.to, b.relation);
  });
  return steps;
}

/// Steps from each entity to the goal, going backwards over needs.
std::vector<std::size_t> distances_to(const Graph& graph, EntityId goal) {
  std::vector<std::vector<EntityId>> needed_by(graph.entity_count());
  for (std::size_t i = 0; i < graph.entity_count(); ++i)
    for (const Step& step : needs_of(graph, EntityId(i)))
      needed_by[index_of(step.to)].push_back(EntityId(i));
  std::vector<std::size_t> distance(graph.entity_count(), unreached);
  std::vector<EntityId> queue = {goal};
  distance[index_of(goal)] = 0;
  for (std::size_t next = 0; next < queue.size(); ++next) {
    for (const EntityId before : needed_by[index_of(queue[next])]) {
      if (distance[index_of(before)] != unreached) continue;
      distance[index_of(before)] = distance[index_of(queue[next])] + 1;
      queue.push_back(before);
    }
  }
  return distance;
}

void extend(const Graph& graph, EntityId at, EntityId goal,
            const std::vector<std::size_t>& distance, std::size_t most,
            std::vector<RelationId>& chain, std::vector<std::vector<RelationId>>& chains) {
  if (chains.size() == most) return;
  if (at == goal) {
    chains.push_back(chain);
    return;
  }
  for (const Step& step : needs_of(graph, at)) {
    const std::size_t left = distance[index_of(step.to)];
    if (left == unreached || left + 1 != distance[index_of(at)]) continue;
    chain.push_back(step.relation);
    extend(graph, step.to, goal, distance, most, chain, chains);
    chain.pop_back();
  }
}

}  // namespace

std::vector<std::vector<RelationId>> shortest_chains(const Graph& graph, EntityId from, EntityId to,
                                                     std::size_t most) {
  std::vector<std::vector<RelationId>> chains;
  if (from == to) return chains;
  const auto distance = distances_to(graph, to);
  if (distance[index_of(from)] == unreached) return chains;
  std::vector<RelationId> chain;
  extend(graph, from, to, distance, most, chain, chains);
  return chains;
}

}  // namespace crosscut
