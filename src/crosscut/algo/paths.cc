#include "crosscut/algo/paths.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>
#include <numeric>

#include "crosscut/algo/components.h"
#include "crosscut/base/parallel.h"

namespace crosscut::algo {
namespace {

using Step = std::span<const Vertex> (Digraph::*)(Vertex) const;

std::vector<Vertex> search(const Digraph& graph, Vertex start, Step step) {
  graph.check(start);
  std::vector<bool> seen(graph.size());
  seen[start] = true;
  std::vector<Vertex> found{start};
  for (std::size_t i = 0; i < found.size(); ++i) {
    for (const Vertex w : (graph.*step)(found[i])) {
      if (seen[w]) continue;
      seen[w] = true;
      found.push_back(w);
    }
  }
  found.erase(found.begin());
  std::sort(found.begin(), found.end());
  return found;
}

// 4 words of 64 sources, which a processor takes in one stride.
constexpr std::size_t words = 4;
using Mask = std::array<std::uint64_t, words>;

// Counts for each strong component the sources from first on, one a bit, that reach it, its own
// included; `place` is each component's place in the order.
struct Batches {
  const Condensation& condensation;
  std::vector<Vertex> place;
  std::vector<Vertex> sources;  // by place
  std::size_t size() const { return (sources.size() + 64 * words - 1) / (64 * words); }

  void count(std::size_t batch, std::vector<Mask>& masks, std::vector<std::size_t>& reached) const {
    const std::size_t first = batch * 64 * words;
    const std::size_t last = std::min(sources.size(), first + 64 * words);
    const std::size_t from = place[condensation.labels[sources[first]]];
    std::fill(masks.begin() + static_cast<std::ptrdiff_t>(from), masks.end(), Mask{});
    for (std::size_t i = first; i < last; ++i)
      masks[place[condensation.labels[sources[i]]]][(i - first) / 64] |= std::uint64_t{1}
                                                                         << ((i - first) % 64);
    for (std::size_t at = from; at < masks.size(); ++at) {
      const Mask mask = masks[at];
      std::size_t bits = 0;
      for (const std::uint64_t word : mask) bits += static_cast<std::size_t>(std::popcount(word));
      if (bits == 0) continue;
      const Vertex component = condensation.order[at];
      reached[component] += bits;
      for (const Vertex head : condensation.graph.out(component))
        for (std::size_t k = 0; k < words; ++k) masks[place[head]][k] |= mask[k];
    }
  }
};

Batches make_batches(const Condensation& condensation, std::span<const Vertex> sources) {
  Batches batches{condensation, std::vector<Vertex>(condensation.order.size()), {}};
  for (Vertex i = 0; i < condensation.order.size(); ++i) batches.place[condensation.order[i]] = i;
  batches.sources.assign(sources.begin(), sources.end());
  const auto key = [&](Vertex v) { return std::pair(batches.place[condensation.labels.at(v)], v); };
  std::sort(batches.sources.begin(), batches.sources.end(),
            [&](Vertex a, Vertex b) { return key(a) < key(b); });
  batches.sources.erase(std::unique(batches.sources.begin(), batches.sources.end()),
                        batches.sources.end());
  return batches;
}

}  // namespace

std::vector<Vertex> reachable_from(const Digraph& graph, Vertex source) {
  return search(graph, source, &Digraph::out);
}

std::vector<Vertex> reaching(const Digraph& graph, Vertex target) {
  return search(graph, target, &Digraph::in);
}

std::vector<Vertex> shortest_path(const Digraph& graph, Vertex from, Vertex to) {
  graph.check(from);
  graph.check(to);
  // Vertices of one distance enter the queue in the order of their first shortest paths, so the
  // first to discover a vertex is its predecessor on the first of them.
  std::vector<Vertex> previous(graph.size(), no_vertex);
  previous[from] = from;
  std::vector<Vertex> queue{from};
  for (std::size_t i = 0; i < queue.size() && previous[to] == no_vertex; ++i) {
    for (const Vertex w : graph.out(queue[i])) {
      if (previous[w] != no_vertex) continue;
      previous[w] = queue[i];
      queue.push_back(w);
    }
  }
  if (previous[to] == no_vertex) return {};
  std::vector<Vertex> path{to};
  while (path.back() != from) path.push_back(previous[path.back()]);
  std::reverse(path.begin(), path.end());
  return path;
}

std::vector<Vertex> longest_path(const Digraph& graph) {
  const Condensation condensation = condense(graph);
  const Digraph& chain = condensation.graph;
  std::vector<std::size_t> length(chain.size());  // arcs of the longest path from each
  for (std::size_t i = chain.size(); i-- > 0;) {
    const Vertex c = condensation.order[i];
    for (const Vertex head : chain.out(c)) length[c] = std::max(length[c], length[head] + 1);
  }
  std::vector<Vertex> path;
  if (length.empty()) return path;
  // Labels ascend with the smallest vertices, so the first of the longest is the lowest.
  auto c = static_cast<Vertex>(std::max_element(length.begin(), length.end()) - length.begin());
  path.push_back(condensation.members[c].front());
  while (length[c] > 0) {
    const auto heads = chain.out(c);
    c = *std::find_if(heads.begin(), heads.end(),
                      [&](Vertex head) { return length[head] + 1 == length[c]; });
    path.push_back(condensation.members[c].front());
  }
  return path;
}

std::vector<std::size_t> count_reaching(const Digraph& graph, std::span<const Vertex> sources,
                                        std::size_t jobs) {
  for (const Vertex source : sources) graph.check(source);
  const Condensation condensation = condense(graph);
  const Batches batches = make_batches(condensation, sources);
  const std::size_t shares = std::min(std::max<std::size_t>(jobs, 1), batches.size());
  std::vector<std::vector<std::size_t>> reached(shares);
  parallel_for(jobs, shares, [&](std::size_t share) {
    reached[share].resize(condensation.graph.size());
    std::vector<Mask> masks(condensation.graph.size());
    for (std::size_t batch = share; batch < batches.size(); batch += shares)
      batches.count(batch, masks, reached[share]);
  });
  std::vector<std::size_t> counts(graph.size());
  for (const auto& share : reached)
    for (Vertex v = 0; v < graph.size(); ++v) counts[v] += share[condensation.labels[v]];
  for (const Vertex source : batches.sources) --counts[source];
  return counts;
}

std::vector<std::size_t> count_reaching(const Digraph& graph, std::size_t jobs) {
  std::vector<Vertex> all(graph.size());
  std::iota(all.begin(), all.end(), Vertex{0});
  return count_reaching(graph, all, jobs);
}

}  // namespace crosscut::algo
