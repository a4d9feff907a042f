// Times the steps of crosscut on a folder of CSV files: crosscut_bench FOLDER [STEP...]
//
// The steps and their results are those of the programs in peers/, so that both can be compared:
// "read" and "link" are the two halves of "load", which ends with the graphs that the others work
// on; "job" is all that analyse does but for writing files, on a map that is read already.
#include <algorithm>
#include <cstdio>
#include <thread>
#include <utility>

#include "crosscut/algo/betweenness.h"
#include "crosscut/algo/communities.h"
#include "crosscut/algo/components.h"
#include "crosscut/algo/cuts.h"
#include "crosscut/algo/digraph.h"
#include "crosscut/algo/dominators.h"
#include "crosscut/lens/examine.h"
#include "crosscut/model/graph.h"
#include "crosscut/read/join.h"
#include "step.h"

using namespace crosscut;

namespace {

std::size_t count_labels(const std::vector<std::uint32_t>& labels) {
  return labels.empty() ? 0 : *std::max_element(labels.begin(), labels.end()) + std::size_t{1};
}

/// The relations as arcs, whatever they say, and as ties, each pair of entities once.
struct Graphs {
  algo::Digraph arcs, ties;
};

Graphs graphs_of(const Graph& graph) {
  std::vector<algo::Arc> arcs, ties;
  for (const Relation& relation : graph.relations()) {
    const auto from = static_cast<algo::Vertex>(relation.from);
    const auto to = static_cast<algo::Vertex>(relation.to);
    arcs.push_back({from, to, 1});
    ties.push_back({std::min(from, to), std::max(from, to), 1});
  }
  return {algo::unit_weights({graph.entity_count(), std::move(arcs)}),
          algo::unit_weights({graph.entity_count(), std::move(ties)})};
}

/// Entities that can only reach the first of the file past another one: dominators on the arcs
/// turned round, whose making counts.
std::size_t count_dominated(const algo::Digraph& digraph, algo::Vertex root) {
  std::vector<algo::Arc> turned;
  for (const auto& [from, to] : algo::list_arcs(digraph)) turned.push_back({to, from, 1});
  const auto above =
      algo::immediate_dominators(algo::Digraph(digraph.size(), std::move(turned)), root);
  return above.size() -
         static_cast<std::size_t>(std::count(above.begin(), above.end(), algo::no_vertex));
}

double highest(const std::vector<double>& values) {
  return values.empty() ? 0 : *std::max_element(values.begin(), values.end());
}

MapRead read(const std::string& folder, std::size_t jobs) {
  ReadOptions options;
  options.jobs = jobs;
  options.max_file_bytes = std::uintmax_t{1} << 40U;
  return read_maps({folder}, options);
}

}  // namespace

int main(int count, char** arguments) {
  if (count < 2) return 2;
  const Steps steps(count, arguments);
  const std::size_t jobs = std::max(1U, std::thread::hardware_concurrency());
  MapRead map;
  Linked linked;
  Graphs graphs;
  steps.always("load", [&] {
    steps.always("read", [&] {
      map = read(arguments[1], jobs);
      return map.dataset.relations.size();
    });
    steps.always("link", [&] {
      linked = link(map.dataset, {});
      return linked.graph.relation_count();
    });
    graphs = graphs_of(linked.graph);
    return map.dataset.relations.size();
  });
  if (graphs.arcs.arc_count() == 0) {
    std::fprintf(stderr, "crosscut_bench: %s holds no map with relations\n", arguments[1]);
    return 1;
  }
  const auto root =
      static_cast<algo::Vertex>(linked.graph.find(map.dataset.entities.front().id).value());
  const algo::Direction undirected = algo::Direction::undirected;
  steps.take("components", [&] { return count_labels(algo::components(graphs.ties)); });
  steps.take("points", [&] { return algo::articulation_points(graphs.ties).size(); });
  steps.take("cuts", [&] {
    const algo::Cuts cuts = algo::find_cuts(graphs.ties);
    return static_cast<double>(cuts.points.size()) * 1e6 + static_cast<double>(cuts.bridges.size());
  });
  steps.take("strong", [&] { return count_labels(algo::strong_components(graphs.arcs)); });
  steps.take("dominators", [&] { return count_dominated(graphs.arcs, root); });
  steps.take("leiden", [&] { return algo::find_communities(graphs.ties).modularity.value_or(0); });
  steps.take("sampled", [&] {
    const std::size_t sources = std::min<std::size_t>(256, graphs.ties.size());
    return highest(
        algo::sample_betweenness_from(graphs.ties, undirected, sources, 0.1, 1, jobs).values);
  });
  steps.take("exact", [&] { return highest(algo::betweenness(graphs.ties, undirected, jobs)); });
  steps.take("job", [&] { return examine(std::move(linked.graph), {}, {jobs}).findings.size(); });
}
