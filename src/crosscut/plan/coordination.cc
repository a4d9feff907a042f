#include "crosscut/plan/coordination.h"

#include <optional>

#include "crosscut/lens/project.h"

namespace crosscut {
namespace {

std::optional<EntityId> only_department(const Graph& graph, EntityId id) {
  const auto homes = graph.departments(id);
  if (homes.size() != 1) return std::nullopt;
  return homes.front();
}

}  // namespace

Coordination coordination_cost(const Graph& graph) {
  const Projection need = need_graph(graph);
  std::vector<double> size(graph.entity_count(), 0);
  double all = 0;
  for (const EntityId id : need.entities)
    if (const auto home = only_department(graph, id)) {
      ++size[index_of(*home)];
      ++all;
    }
  Coordination cost;
  for (algo::Vertex v = 0; v < need.digraph.size(); ++v) {
    const auto out = need.digraph.out(v);
    const auto weights = need.digraph.out_weights(v);
    const auto from = only_department(graph, need.entities[v]);
    for (std::size_t k = 0; k < out.size(); ++k) {
      const auto to = only_department(graph, need.entities[out[k]]);
      if (!from || !to) {
        ++cost.left_out;
        continue;
      }
      ++(from == to ? cost.inside : cost.between);
      const double people = from == to ? size[index_of(*from)] : all;
      cost.linear += weights[k] * people;
      cost.squared += weights[k] * people * people;
    }
  }
  return cost;
}

}  // namespace crosscut
