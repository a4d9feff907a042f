// Times the steps of crosscut on a folder of CSV files: crosscut_bench FOLDER [STEP...]
//
// The steps and their results are those of the programs in peers/, so that both can be compared:
// "read" and "link" are the two halves of "load", which ends with the graphs that the others work
// on; "job" is all that analyse does but for writing files, on a map that is read already.
#include <algorithm>
#include <optional>
#include <thread>
#include <utility>

#include "crosscut/algo/betweenness.h"
#include "crosscut/algo/components.h"
#include "crosscut/algo/cuts.h"
#include "crosscut/algo/digraph.h"
#include "crosscut/lens/examine.h"
#include "crosscut/model/graph.h"
#include "crosscut/read/join.h"
#include "step.h"

using namespace crosscut;

namespace {

std::size_t count_labels(const std::vector<std::uint32_t>& labels) {
  return labels.empty() ? 0 : *std::max_element(labels.begin(), labels.end()) + std::size_t{1};
}

/// One arc for each relation between two entities, whatever it says.
algo::Digraph digraph_of(const Graph& graph) {
  std::vector<algo::Arc> arcs;
  arcs.reserve(graph.relation_count());
  for (const Relation& relation : graph.relations())
    arcs.push_back({static_cast<algo::Vertex>(relation.from),
                    static_cast<algo::Vertex>(relation.to), 1});
  return {graph.entity_count(), std::move(arcs)};
}

MapRead read(const std::string& folder) {
  ReadOptions options;
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
  algo::Digraph digraph;
  steps.take("load", [&] {
    steps.take("read", [&] {
      map = read(arguments[1]);
      return map.dataset.relations.size();
    });
    steps.take("link", [&] {
      linked = link(map.dataset, {});
      return linked.graph.relation_count();
    });
    digraph = digraph_of(linked.graph);
    return map.dataset.relations.size();
  });
  steps.take("components", [&] { return count_labels(algo::components(digraph)); });
  steps.take("points", [&] { return algo::articulation_points(digraph).size(); });
  steps.take("cuts", [&] {
    return static_cast<double>(algo::articulation_points(digraph).size()) * 1e6 +
           static_cast<double>(algo::bridges(digraph).size());
  });
  steps.take("strong", [&] { return count_labels(algo::strong_components(digraph)); });
  steps.take("exact", [&] {
    const auto values = algo::betweenness(digraph, algo::Direction::undirected);
    return values.empty() ? 0 : *std::max_element(values.begin(), values.end());
  });
  steps.take("job", [&] {
    return examine(std::move(linked.graph), {}, {jobs}).findings.size();
  });
}
