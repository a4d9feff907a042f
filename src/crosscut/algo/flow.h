// How many ways lead from one vertex to another, and the fewest vertices that close them all.
//
//   const Digraph graph(5, {{0, 1}, {0, 2}, {1, 3}, {2, 3}, {3, 4}});
//   disjoint_routes(graph, 0, 3)  -> routes {{0, 1, 3}, {0, 2, 3}}, cut {1, 2}
//   disjoint_routes(graph, 0, 4)  -> routes {{0, 1, 3, 4}},         cut {3}
//   disjoint_routes(graph, 3, 4)  -> routes {{3, 4}},               no cut: they are adjacent
//
// For several sources, add_root (digraph.h) puts one before them; each source is then a vertex like
// any other, and may be in the cut.
#pragma once

#include <optional>
#include <vector>

#include "crosscut/algo/digraph.h"

namespace crosscut::algo {

struct Routes {
  /// As many paths as there can be of which no two share a vertex but their ends, both ends
  /// included, in ascending order; the arc from one end to the other is one of them.
  std::vector<std::vector<Vertex>> routes;

  /// As many vertices as there are routes, without which no route is left, ascending. Of several
  /// such sets the one nearest to the source: there is just one that no other comes before. Empty
  /// when there is no route; nothing when the ends are adjacent, since then no set will do.
  std::optional<std::vector<Vertex>> cut;
};

/// Routes along the arcs from one vertex to another; weights are ignored. Aborts when an end is no
/// vertex or both are the same. O((routes + 1) * arcs between the two), with linear memory.
/// Menger, Zur allgemeinen Kurventheorie (1927); Even and Tarjan, Network flow and testing graph
/// connectivity, SIAM J. Comput. 4 (1975); augmenting paths of Ford and Fulkerson (1956).
Routes disjoint_routes(const Digraph& graph, Vertex from, Vertex to);

}  // namespace crosscut::algo
