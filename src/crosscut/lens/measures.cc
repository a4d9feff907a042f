#include "crosscut/lens/measures.h"

#include <algorithm>
#include <array>

#include "crosscut/algo/components.h"
#include "crosscut/algo/group_ties.h"
#include "crosscut/algo/label_permutation.h"

namespace crosscut {
namespace {

constexpr std::size_t deals = 5000;
constexpr std::size_t most_dealt = 100'000;  // ties; then chance is not worked out

constexpr std::array<std::pair<MeasuredGraph, std::string_view>, 3> graphs = {{
    {MeasuredGraph::coordination, "coordination"},
    {MeasuredGraph::working, "working"},
    {MeasuredGraph::need, "need"},
}};

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

Projection projection_of(const Graph& graph, MeasuredGraph which) {
  switch (which) {
    case MeasuredGraph::coordination:
      return coordination_graph(graph);
    case MeasuredGraph::need:
      return need_graph(graph);
    case MeasuredGraph::working:
      break;
  }
  return working_graph(graph);
}

/// The E-I index of the map and of each department, and what chance makes of it.
void add_ei(const Projection& projection, const std::vector<std::uint32_t>& labels,
            const MeasureOptions& options, Measures& measures) {
  const bool dealt = options.all && projection.digraph.arc_count() <= most_dealt;
  const auto test =
      algo::ei_permutation_test(projection.digraph, labels, measures.departments.size(),
                                {.deals = dealt ? deals : 0}, options.jobs);
  measures.map.ei = test.all.index;
  measures.map.ei_expected = test.all.expected;
  measures.map.ei_p = test.all.p;
  std::vector<Figure> p_values;
  for (const auto& group : test.groups) p_values.push_back(group.p);
  const auto adjusted = algo::adjust_p_values(p_values);
  for (std::size_t i = 0; i < test.groups.size(); ++i) {
    DepartmentMeasures& d = measures.departments[i];
    d.external = static_cast<double>(test.groups[i].external);
    d.internal = static_cast<double>(test.groups[i].internal);
    d.ei = test.groups[i].index;
    d.ei_expected = test.groups[i].expected;
    d.ei_p = test.groups[i].p;
    d.ei_q = adjusted[i];
  }
}

/// `ties` hold each pair of entities once.
void add_outward(const algo::Digraph& ties, const std::vector<std::uint32_t>& labels,
                 std::vector<DepartmentMeasures>& departments) {
  const auto groups = algo::group_ties(algo::unit_weights(ties), labels, departments.size());
  for (std::size_t i = 0; i < departments.size(); ++i) {
    DepartmentMeasures& d = departments[i];
    d.ends = static_cast<std::size_t>(groups[i].ends());
    d.outward_share = groups[i].outward_share();
    d.conductance = groups[i].conductance();
    d.normalised_cut = groups[i].normalised_cut();
  }
}

}  // namespace

std::string_view word(MeasuredGraph graph) {
  return std::find_if(graphs.begin(), graphs.end(), [&](const auto& g) { return g.first == graph; })
      ->second;
}

std::optional<MeasuredGraph> find_measured_graph(std::string_view word) {
  for (const auto& [graph, name] : graphs)
    if (name == word) return graph;
  return std::nullopt;
}

std::vector<std::uint32_t> department_labels(const Graph& graph, const Projection& projection,
                                             std::vector<DepartmentMeasures>& departments) {
  std::vector<std::uint32_t> row_of(graph.entity_count(), algo::no_group);
  for (const EntityId id : projection.entities) {
    if (graph.entity(id).kind != Kind::department) continue;
    row_of[index_of(id)] = static_cast<std::uint32_t>(departments.size());
    departments.push_back({});
    departments.back().id = id;
  }
  std::vector<std::uint32_t> labels;
  for (const EntityId id : projection.entities) {
    const auto homes = graph.departments(id);
    labels.push_back(homes.size() == 1 ? row_of[index_of(homes.front())] : algo::no_group);
    if (labels.back() != algo::no_group) ++departments[labels.back()].size;
  }
  return labels;
}

std::vector<DepartmentMeasures> measure_departments(const Graph& graph, const Projection& working) {
  Measures measures;
  const auto labels = department_labels(graph, working, measures.departments);
  add_ei(working, labels, {}, measures);
  add_outward(working.digraph, labels, measures.departments);
  return std::move(measures.departments);
}

Measures measure(const Graph& graph, const std::vector<DepartmentPair>& pairs,
                 const MeasureOptions& options) {
  Measures measures;
  MapMeasures& map = measures.map;
  const Projection projection = projection_of(graph, options.graph);
  const auto labels = department_labels(graph, projection, measures.departments);
  const auto components = algo::components(projection.digraph);
  map.graph = word(options.graph);
  map.vertices = projection.digraph.size();
  map.edges = projection.digraph.arc_count();
  map.components = components.empty()
                       ? 0
                       : *std::max_element(components.begin(), components.end()) + std::size_t{1};
  add_ei(projection, labels, options, measures);
  const algo::Digraph ties = algo::merge_directions(projection.digraph);
  add_outward(ties, labels, measures.departments);
  for (DepartmentMeasures& d : measures.departments)
    d.congruence =
        congruence(pairs, [&](const DepartmentPair& p) { return p.a == d.id || p.b == d.id; });
  map.congruence = congruence(pairs, [](const DepartmentPair&) { return true; });
  measures.entities = measure_entities(graph, projection, options, map);
  if (options.all) measure_communities(ties, labels, options, measures);
  return measures;
}

}  // namespace crosscut
