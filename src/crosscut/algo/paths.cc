#include "crosscut/algo/paths.h"

#include <algorithm>
#include <limits>

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

}  // namespace

std::vector<Vertex> reachable_from(const Digraph& graph, Vertex source) {
  return search(graph, source, &Digraph::out);
}

std::vector<Vertex> reaching(const Digraph& graph, Vertex target) {
  return search(graph, target, &Digraph::in);
}

std::vector<Vertex> shortest_path(const Digraph& graph, Vertex from, Vertex to) {
  constexpr Vertex none = std::numeric_limits<Vertex>::max();  // never a vertex
  graph.check(from);
  graph.check(to);
  // Vertices of one distance enter the queue in the order of their first shortest paths, so the
  // first to discover a vertex is its predecessor on the first of them.
  std::vector<Vertex> previous(graph.size(), none);
  previous[from] = from;
  std::vector<Vertex> queue{from};
  for (std::size_t i = 0; i < queue.size() && previous[to] == none; ++i) {
    for (const Vertex w : graph.out(queue[i])) {
      if (previous[w] != none) continue;
      previous[w] = queue[i];
      queue.push_back(w);
    }
  }
  if (previous[to] == none) return {};
  std::vector<Vertex> path{to};
  while (path.back() != from) path.push_back(previous[path.back()]);
  std::reverse(path.begin(), path.end());
  return path;
}

}  // namespace crosscut::algo
