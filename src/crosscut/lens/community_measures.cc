#include <algorithm>
#include <array>

#include "crosscut/algo/communities.h"
#include "crosscut/algo/group_ties.h"
#include "crosscut/algo/partitions.h"
#include "crosscut/lens/measures.h"

namespace crosscut {
namespace {

constexpr std::array resolutions = {0.5, 0.75, 1.25, 1.5, 2.0};  // beside 1

/// 100 runs where they cost little; on large graphs as many as look at 20 million ties, 2 at least.
std::size_t runs_for(const algo::Digraph& graph) {
  constexpr std::size_t most = 100, budget = 20'000'000;
  return std::clamp<std::size_t>(budget / (graph.arc_count() + 1), 2, most);
}

std::size_t count_labels(const std::vector<std::uint32_t>& labels) {
  return labels.empty() ? 0 : *std::max_element(labels.begin(), labels.end()) + std::size_t{1};
}

}  // namespace

void measure_communities(const algo::Digraph& ties, const std::vector<std::uint32_t>& labels,
                         const MeasureOptions& options, Measures& measures) {
  std::vector<algo::Vertex> labelled;
  std::vector<std::uint32_t> departments;
  for (algo::Vertex v = 0; v < labels.size(); ++v) {
    if (labels[v] == algo::no_group) continue;
    labelled.push_back(v);
    departments.push_back(labels[v]);
  }
  const algo::Digraph part = algo::unit_weights(algo::subgraph(ties, labelled));
  if (part.arc_count() == 0) return;  // without ties there is nothing to group
  MapMeasures& map = measures.map;
  map.runs = runs_for(part);
  const auto best = algo::find_best_communities(part, map.runs, {}, options.jobs);
  map.modularity_departments = algo::modularity(part, departments, algo::Direction::undirected);
  map.modularity_best = best.best.modularity;
  map.modularity_lowest = *std::min_element(best.modularities.begin(), best.modularities.end());
  map.ami = algo::adjusted_mutual_information(departments, best.best.labels);
  map.vi = algo::variation_of_information(departments, best.best.labels);
  for (std::size_t i = 0; i < labelled.size(); ++i)
    measures.entities[labelled[i]].community = best.best.labels[i];
  for (const double resolution : resolutions) {
    const auto at = algo::find_best_communities(part, std::max<std::size_t>(1, map.runs / 10),
                                                {.resolution = resolution}, options.jobs);
    map.resolutions.push_back({resolution, count_labels(at.best.labels), at.best.modularity,
                               algo::adjusted_mutual_information(departments, at.best.labels)});
  }
}

}  // namespace crosscut
