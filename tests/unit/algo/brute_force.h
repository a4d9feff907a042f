// The definitions themselves, tried on small graphs: what the algorithms must agree with.
//
//   const Matrix ties = brute::symmetrise(brute::read_code(4, 0b101));
//   brute::articulation_points(ties)
//
// Nothing here uses the library but its types, and nothing is clever: a definition is followed by
// removing the vertex or the tie in question, or by listing every path. Graphs of up to 8 vertices.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

#include "crosscut/algo/digraph.h"

namespace crosscut::algo::brute {

/// [u][v] is true when there is an arc from u to v.
using Matrix = std::vector<std::vector<bool>>;
using Path = std::vector<Vertex>;

inline Matrix empty_matrix(std::size_t n) { return Matrix(n, std::vector<bool>(n)); }

/// The digraph whose arcs are the bits of `code`, ordered pairs of different vertices in order.
inline Matrix read_code(std::size_t n, std::uint64_t code) {
  Matrix arcs = empty_matrix(n);
  for (std::size_t u = 0; u < n; ++u) {
    for (std::size_t v = 0; v < n; ++v) {
      if (u == v) continue;
      arcs[u][v] = code % 2 == 1;
      code /= 2;
    }
  }
  return arcs;
}

/// The digraph with one arc, from the lower vertex to the higher, for each bit of `code`.
inline Matrix read_upper_code(std::size_t n, std::uint64_t code) {
  Matrix arcs = empty_matrix(n);
  for (std::size_t u = 0; u < n; ++u) {
    for (std::size_t v = u + 1; v < n; ++v) {
      arcs[u][v] = code % 2 == 1;
      code /= 2;
    }
  }
  return arcs;
}

inline Digraph make_digraph(const Matrix& arcs) {
  std::vector<Arc> list;
  for (Vertex u = 0; u < arcs.size(); ++u)
    for (Vertex v = 0; v < arcs.size(); ++v)
      if (arcs[u][v]) list.push_back({u, v});
  return Digraph(arcs.size(), std::move(list));
}

inline Matrix symmetrise(const Matrix& arcs) {
  Matrix ties = arcs;
  for (std::size_t u = 0; u < arcs.size(); ++u)
    for (std::size_t v = 0; v < arcs.size(); ++v) ties[u][v] = arcs[u][v] || arcs[v][u];
  return ties;
}

/// [u][v]: a path of no or more arcs leads from u to v (Warshall).
inline Matrix reach(Matrix arcs) {
  const std::size_t n = arcs.size();
  for (std::size_t v = 0; v < n; ++v) arcs[v][v] = true;
  for (std::size_t via = 0; via < n; ++via)
    for (std::size_t u = 0; u < n; ++u)
      for (std::size_t v = 0; v < n; ++v)
        if (arcs[u][via] && arcs[via][v]) arcs[u][v] = true;
  return arcs;
}

/// Labels of the classes of vertices that reach each other, by smallest vertex.
inline std::vector<std::uint32_t> strong_components(const Matrix& arcs) {
  const Matrix reached = reach(arcs);
  std::vector<std::uint32_t> labels;
  std::uint32_t count = 0;
  for (std::size_t v = 0; v < arcs.size(); ++v) {
    std::size_t first = 0;
    while (!(reached[first][v] && reached[v][first])) ++first;
    labels.push_back(first == v ? count++ : labels[first]);
  }
  return labels;
}

inline std::vector<std::uint32_t> components(const Matrix& arcs) {
  return strong_components(symmetrise(arcs));
}

inline std::size_t count_components(const Matrix& arcs) {
  const auto labels = components(arcs);
  return labels.empty() ? 0 : *std::max_element(labels.begin(), labels.end()) + std::size_t{1};
}

inline Matrix without_vertex(const Matrix& arcs, std::size_t gone) {
  Matrix left;
  for (std::size_t u = 0; u < arcs.size(); ++u) {
    if (u == gone) continue;
    std::vector<bool> row;
    for (std::size_t v = 0; v < arcs.size(); ++v)
      if (v != gone) row.push_back(arcs[u][v]);
    left.push_back(row);
  }
  return left;
}

inline std::vector<Vertex> articulation_points(const Matrix& arcs) {
  std::vector<Vertex> points;
  for (Vertex v = 0; v < arcs.size(); ++v)
    if (count_components(without_vertex(arcs, v)) > count_components(arcs)) points.push_back(v);
  return points;
}

inline std::vector<std::pair<Vertex, Vertex>> bridges(const Matrix& arcs) {
  std::vector<std::pair<Vertex, Vertex>> found;
  for (Vertex u = 0; u < arcs.size(); ++u) {
    for (Vertex v = u + 1; v < arcs.size(); ++v) {
      Matrix left = arcs;
      left[u][v] = left[v][u] = false;
      if (count_components(left) > count_components(arcs)) found.emplace_back(u, v);
    }
  }
  return found;
}

/// Adds to `paths` every path from the last vertex of `path` to `to` that meets no vertex twice.
inline void extend(const Matrix& arcs, Path& path, Vertex to, std::vector<Path>& paths) {
  if (path.back() == to) {
    paths.push_back(path);
    return;
  }
  const Vertex last = path.back();
  for (Vertex v = 0; v < arcs.size(); ++v) {
    if (!arcs[last][v] || std::find(path.begin(), path.end(), v) != path.end()) continue;
    path.push_back(v);
    extend(arcs, path, to, paths);
    path.pop_back();
  }
}

/// Every path of fewest arcs, in order when compared vertex by vertex.
inline std::vector<Path> shortest_paths(const Matrix& arcs, Vertex from, Vertex to) {
  std::vector<Path> paths;
  Path path{from};
  extend(arcs, path, to, paths);
  std::size_t fewest = arcs.size() + 1;
  for (const Path& candidate : paths) fewest = std::min(fewest, candidate.size());
  std::erase_if(paths, [&](const Path& candidate) { return candidate.size() > fewest; });
  std::sort(paths.begin(), paths.end());
  return paths;
}

/// The graph without any arc that enters or leaves these.
inline Matrix without_arcs_of(Matrix arcs, const std::vector<Vertex>& gone) {
  for (const Vertex v : gone)
    for (std::size_t u = 0; u < arcs.size(); ++u) arcs[v][u] = arcs[u][v] = false;
  return arcs;
}

/// [v][t]: t can be reached from the root, and not without v; v is neither t nor absent.
inline Matrix dominators(const Matrix& arcs, Vertex root) {
  Matrix dominates = empty_matrix(arcs.size());
  const Matrix reached = reach(arcs);
  for (Vertex v = 0; v < arcs.size(); ++v) {
    const Matrix left = reach(without_arcs_of(arcs, {v}));
    for (Vertex t = 0; t < arcs.size(); ++t)
      dominates[v][t] = v != t && t != root && reached[root][t] && !left[root][t];
  }
  return dominates;
}

/// Every smallest set of vertices without which no path leads from one vertex to another.
inline std::vector<std::vector<Vertex>> smallest_cuts(const Matrix& arcs, Vertex from, Vertex to) {
  std::vector<std::vector<Vertex>> cuts;
  for (std::uint32_t code = 0; code < 1U << arcs.size(); ++code) {
    std::vector<Vertex> cut;
    for (Vertex v = 0; v < arcs.size(); ++v)
      if ((code >> v) % 2 == 1) cut.push_back(v);
    if ((code >> from) % 2 == 1 || (code >> to) % 2 == 1) continue;
    if (reach(without_arcs_of(arcs, cut))[from][to]) continue;
    if (!cuts.empty() && cut.size() < cuts.front().size()) cuts.clear();
    if (cuts.empty() || cut.size() == cuts.front().size()) cuts.push_back(cut);
  }
  return cuts;
}

/// For each vertex, the pairs of others that reach each other now and not without it.
inline std::vector<std::uint64_t> pairs_cut(const Matrix& arcs) {
  const Matrix now = reach(symmetrise(arcs));
  std::vector<std::uint64_t> cut(arcs.size());
  for (Vertex v = 0; v < arcs.size(); ++v) {
    const Matrix left = reach(without_arcs_of(symmetrise(arcs), {v}));
    for (Vertex a = 0; a < arcs.size(); ++a)
      for (Vertex b = a + 1; b < arcs.size(); ++b)
        if (a != v && b != v && now[a][b] && !left[a][b]) ++cut[v];
  }
  return cut;
}

/// Every path that meets no vertex twice and has as little length as any between its ends.
inline std::vector<Path> least_paths(const Matrix& arcs,
                                     const std::vector<std::vector<std::uint64_t>>& lengths,
                                     Vertex from, Vertex to) {
  std::vector<Path> paths;
  Path path{from};
  extend(arcs, path, to, paths);
  const auto length = [&](const Path& candidate) {
    std::uint64_t sum = 0;
    for (std::size_t i = 1; i < candidate.size(); ++i)
      sum += lengths[candidate[i - 1]][candidate[i]];
    return sum;
  };
  std::uint64_t least = ~std::uint64_t{0};
  for (const Path& candidate : paths) least = std::min(least, length(candidate));
  std::erase_if(paths, [&](const Path& candidate) { return length(candidate) > least; });
  return paths;
}

/// The fewest arcs without which no circle is left.
inline std::size_t fewest_feedback_arcs(const Matrix& arcs) {
  std::vector<std::pair<Vertex, Vertex>> all;
  for (Vertex u = 0; u < arcs.size(); ++u)
    for (Vertex v = 0; v < arcs.size(); ++v)
      if (arcs[u][v]) all.emplace_back(u, v);
  std::size_t fewest = all.size();
  for (std::uint32_t code = 0; code < 1U << all.size(); ++code) {
    Matrix left = arcs;
    std::size_t gone = 0;
    for (std::size_t i = 0; i < all.size(); ++i) {
      if ((code >> i) % 2 == 0) continue;
      left[all[i].first][all[i].second] = false;
      ++gone;
    }
    if (gone >= fewest) continue;
    const auto labels = strong_components(left);
    if (*std::max_element(labels.begin(), labels.end()) + std::size_t{1} == arcs.size())
      fewest = gone;
  }
  return fewest;
}

inline std::vector<double> betweenness(const Matrix& arcs, Direction direction) {
  const bool directed = direction == Direction::directed;
  const Matrix ways = directed ? arcs : symmetrise(arcs);
  std::vector<double> values(arcs.size());
  for (Vertex from = 0; from < arcs.size(); ++from) {
    for (Vertex to = directed ? 0 : from + 1; to < arcs.size(); ++to) {
      if (from == to) continue;
      const auto paths = shortest_paths(ways, from, to);
      for (const Path& path : paths)
        for (std::size_t i = 1; i + 1 < path.size(); ++i)
          values[path[i]] += 1.0 / static_cast<double>(paths.size());
    }
  }
  return values;
}

/// The value of each arc in order.
inline std::vector<double> edge_betweenness(const Matrix& arcs, Direction direction) {
  const bool directed = direction == Direction::directed;
  const Matrix ways = directed ? arcs : symmetrise(arcs);
  std::vector<std::vector<double>> values(arcs.size(), std::vector<double>(arcs.size()));
  for (Vertex from = 0; from < arcs.size(); ++from) {
    for (Vertex to = directed ? 0 : from + 1; to < arcs.size(); ++to) {
      if (from == to) continue;
      const auto paths = shortest_paths(ways, from, to);
      for (const Path& path : paths)
        for (std::size_t i = 1; i < path.size(); ++i) {
          values[path[i - 1]][path[i]] += 1.0 / static_cast<double>(paths.size());
          if (!directed) values[path[i]][path[i - 1]] += 1.0 / static_cast<double>(paths.size());
        }
    }
  }
  std::vector<double> listed;
  for (Vertex u = 0; u < arcs.size(); ++u)
    for (Vertex v = 0; v < arcs.size(); ++v)
      if (arcs[u][v]) listed.push_back(values[u][v]);
  return listed;
}

}  // namespace crosscut::algo::brute
