#include "crosscut/algo/communities.h"

#include <mutex>

#include "crosscut/algo/leiden.h"
#include "crosscut/algo/partitions.h"
#include "crosscut/base/parallel.h"

#undef NDEBUG  // these checks stay on in release builds
#include <cassert>

namespace crosscut::algo {
namespace {

Communities run_once(const Digraph& graph, const TieRows& ties, const CommunityOptions& options) {
  Communities found;
  found.labels = number_labels(run_leiden(ties, options)).labels;
  found.modularity = modularity(graph, found.labels, Direction::undirected, options.resolution);
  return found;
}

}  // namespace

std::optional<double> modularity(const Digraph& graph, std::span<const std::uint32_t> labels,
                                 Direction direction, double resolution) {
  assert(labels.size() == graph.size() && "a label for each vertex");
  const Numbered groups = number_labels(labels);
  std::vector<double> inside(groups.count);
  std::vector<double> out(groups.count);
  std::vector<double> in(groups.count);
  double total = 0;
  for (Vertex v = 0; v < graph.size(); ++v) {
    const std::uint32_t group = groups.labels[v];
    const auto heads = graph.out(v);
    const auto weights = graph.out_weights(v);
    for (std::size_t i = 0; i < heads.size(); ++i) {
      const std::uint32_t other = groups.labels[heads[i]];
      total += weights[i];
      out[group] += weights[i];
      in[other] += weights[i];
      if (other == group) inside[group] += weights[i];
    }
  }
  if (total == 0) return std::nullopt;
  double sum = 0;
  for (std::size_t c = 0; c < groups.count; ++c) {
    const double half = (out[c] + in[c]) / (2 * total);
    const double chance =
        direction == Direction::directed ? out[c] / total * (in[c] / total) : half * half;
    sum += inside[c] / total - resolution * chance;
  }
  return sum;
}

Communities find_communities(const Digraph& graph, const CommunityOptions& options) {
  return run_once(graph, read_ties(graph), options);
}

BestCommunities find_best_communities(const Digraph& graph, std::size_t runs,
                                      const CommunityOptions& options, std::size_t jobs) {
  assert(runs > 0 && "the best of no runs");
  const TieRows ties = read_ties(graph);
  BestCommunities result;
  std::vector<double> modularities(runs);
  std::mutex mutex;
  parallel_for(jobs, runs, [&](std::size_t i) {
    CommunityOptions own = options;
    own.run = i;
    Communities found = run_once(graph, ties, own);
    modularities[i] = found.modularity.value_or(0);
    const std::lock_guard lock(mutex);
    const bool first = result.best.labels.empty();
    const double best = result.best.modularity.value_or(0);
    if (!first && (modularities[i] < best || (modularities[i] == best && i > result.run))) return;
    result.best = std::move(found);
    result.run = i;
  });
  if (result.best.modularity) result.modularities = std::move(modularities);
  return result;
}

}  // namespace crosscut::algo
