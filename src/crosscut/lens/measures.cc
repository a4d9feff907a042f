#include "crosscut/lens/measures.h"

#include <algorithm>

#include "crosscut/algo/betweenness.h"
#include "crosscut/algo/components.h"
#include "crosscut/algo/cuts.h"
#include "crosscut/algo/paths.h"
#include "crosscut/lens/project.h"

namespace crosscut {
namespace {

constexpr std::uint32_t no_department = 0xFFFFFFFF;

/// Congruence of the pairs that `counts` keeps: those that meet among those that need each other
/// (Cataldo and others 2006); nothing when no pair needs another.
template <typename Counts>
Figure congruence(const std::vector<DepartmentPair>& pairs, Counts counts) {
  std::size_t required = 0;
  std::size_t met = 0;
  for (const DepartmentPair& pair : pairs) {
    if (pair.needs.empty() || !counts(pair)) continue;
    ++required;
    if (pair.coordinates || !pair.forums.empty()) ++met;
  }
  if (required == 0) return std::nullopt;
  return static_cast<double>(met) / static_cast<double>(required);
}

Figure ei_index(double external, double internal) {
  if (external + internal == 0) return std::nullopt;
  return (external - internal) / (external + internal);
}

/// Expected E-I index when department labels are dealt at random (exact): 1 - 2 sum n_g (n_g - 1)
/// / (n (n - 1)), over entities in exactly one department.
Figure expected_ei(const std::vector<DepartmentMeasures>& departments) {
  double n = 0;
  double inside = 0;
  for (const DepartmentMeasures& d : departments) {
    const auto size = static_cast<double>(d.size);
    n += size;
    inside += size * (size - 1);
  }
  if (n < 2) return std::nullopt;
  return 1 - 2 * inside / (n * (n - 1));
}

class DepartmentMeasurer {
 public:
  DepartmentMeasurer(const Graph& graph, const Projection& working)
      : graph_(graph), working_(working), cut_(), volume_() {}

  std::vector<DepartmentMeasures> run() {
    std::vector<std::uint32_t> row_of(graph_.entity_count(), no_department);
    for (const EntityId id : working_.entities) {
      if (graph_.entity(id).kind != Kind::department) continue;
      row_of[index_of(id)] = static_cast<std::uint32_t>(result_.size());
      result_.push_back({});
      result_.back().id = id;
    }
    for (const EntityId id : working_.entities) {
      const auto homes = graph_.departments(id);
      label_.push_back(homes.size() == 1 ? row_of[index_of(homes.front())] : no_department);
      if (label_.back() != no_department) ++result_[label_.back()].size;
    }
    cut_.assign(result_.size(), 0);
    volume_.assign(result_.size(), 0);
    for (algo::Vertex v = 0; v < working_.digraph.size(); ++v) add_ties(v);
    for (std::size_t i = 0; i < result_.size(); ++i) finish(i);
    return std::move(result_);
  }

 private:
  void add_ties(algo::Vertex v) {
    const auto out = working_.digraph.out(v);
    for (std::size_t k = 0; k < out.size(); ++k) {
      const std::uint32_t a = label_[v];
      const std::uint32_t b = label_[out[k]];
      total_ += 2;
      if (a != no_department) ++volume_[a];
      if (b != no_department) ++volume_[b];
      if (a == b) {
        if (a != no_department) result_[a].internal += 1;
        continue;
      }
      if (a != no_department) ++cut_[a];
      if (b != no_department) ++cut_[b];
      if (a == no_department || b == no_department) continue;
      result_[a].external += 1;
      result_[b].external += 1;
    }
  }

  void finish(std::size_t i) {
    DepartmentMeasures& d = result_[i];
    d.ends = static_cast<std::size_t>(volume_[i]);
    d.ei = ei_index(d.external, d.internal);
    const double rest = total_ - volume_[i];
    if (volume_[i] > 0) d.outward_share = cut_[i] / volume_[i];
    if (volume_[i] > 0 && rest > 0) {
      d.conductance = cut_[i] / std::min(volume_[i], rest);
      d.normalised_cut = cut_[i] / volume_[i] + cut_[i] / rest;
    }
  }

  const Graph& graph_;
  const Projection& working_;
  std::vector<DepartmentMeasures> result_;
  std::vector<std::uint32_t> label_;  // of each vertex: row of its only department
  std::vector<double> cut_, volume_;
  double total_ = 0;
};

std::vector<EntityMeasures> measure_entities(const Graph& graph, const Projection& working) {
  const Projection need = need_graph(graph);
  const auto strong = algo::strong_components(need.digraph);
  const auto between = algo::betweenness(working.digraph, algo::Direction::undirected);
  std::vector<EntityMeasures> result(working.entities.size());
  for (algo::Vertex v = 0; v < working.digraph.size(); ++v) {
    EntityMeasures& m = result[v];
    m.id = working.entities[v];
    m.degree = working.digraph.out(v).size() + working.digraph.in(v).size();
    m.betweenness = between[v];
    m.strong_component = strong[v];  // N has the same vertices in the same order
    m.dependents = need.digraph.in(v).size();
    for (const algo::Vertex w : algo::reaching(need.digraph, v)) {
      ++m.transitive_dependents;
      if (graph.entity(need.entities[w]).kind == Kind::mission) ++m.missions_reached;
    }
  }
  for (const algo::Vertex v : algo::articulation_points(working.digraph))
    result[v].articulation_point = true;
  return result;
}

}  // namespace

std::vector<DepartmentMeasures> measure_departments(const Graph& graph, const Projection& working) {
  return DepartmentMeasurer(graph, working).run();
}

Measures measure(const Graph& graph, const std::vector<DepartmentPair>& pairs) {
  Measures measures;
  const Projection working = working_graph(graph);
  measures.entities = measure_entities(graph, working);
  measures.departments = measure_departments(graph, working);
  double external = 0;
  double internal = 0;
  for (DepartmentMeasures& d : measures.departments) {
    d.congruence =
        congruence(pairs, [&](const DepartmentPair& p) { return p.a == d.id || p.b == d.id; });
    external += d.external / 2;  // each tie between departments stands at both
    internal += d.internal;
  }
  MapMeasures& map = measures.map;
  const auto labels = algo::components(working.digraph);
  map.vertices = working.digraph.size();
  map.edges = working.digraph.arc_count();
  map.components =
      labels.empty() ? 0 : *std::max_element(labels.begin(), labels.end()) + std::size_t{1};
  map.bridges = algo::bridges(working.digraph).size();
  map.ei = ei_index(external, internal);
  map.ei_expected = expected_ei(measures.departments);
  map.congruence = congruence(pairs, [](const DepartmentPair&) { return true; });
  return measures;
}

}  // namespace crosscut
