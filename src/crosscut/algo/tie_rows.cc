#include "crosscut/algo/tie_rows.h"

#include <cmath>
#include <utility>

#undef NDEBUG  // these checks stay on in release builds
#include <cassert>

namespace crosscut::algo {
namespace {

/// The greatest power of two by which the weights may be multiplied so that they fit; 1 when they
/// are whole numbers and fit as they are.
double scale_of(const Digraph& graph) {
  double sum = 0;
  bool whole = true;
  for (Vertex v = 0; v < graph.size(); ++v)
    for (const double weight : graph.out_weights(v)) {
      assert(weight >= 0 && "a weight is negative or no number");
      whole = whole && weight == std::floor(weight);
      sum += weight;
    }
  constexpr double limit = 0x1.0p30;  // leaves room for rounding up
  if (sum == 0 || (whole && sum <= limit)) return 1;
  return std::exp2(std::floor(std::log2(limit / sum)));
}

/// Every vertex, each component breadth first: neighbours stand close together, and so in the
/// cache.
std::vector<Vertex> order_by_breadth(const Digraph& graph) {
  std::vector<Vertex> order;
  order.reserve(graph.size());
  std::vector<char> seen(graph.size());
  for (Vertex start = 0; start < graph.size(); ++start) {
    if (seen[start]) continue;
    seen[start] = 1;
    order.push_back(start);
    for (std::size_t i = order.size() - 1; i < order.size(); ++i) {
      const Vertex v = order[i];
      for (const auto neighbours : {graph.out(v), graph.in(v)})
        for (const Vertex w : neighbours) {
          if (seen[w]) continue;
          seen[w] = 1;
          order.push_back(w);
        }
    }
  }
  return order;
}

}  // namespace

TieRows read_ties(const Digraph& graph) {
  const double scale = scale_of(graph);
  TieRows ties;
  const std::size_t n = graph.size();
  ties.order = order_by_breadth(graph);
  std::vector<Vertex> place(n);
  for (Vertex i = 0; i < n; ++i) place[ties.order[i]] = i;
  ties.ends.resize(n);
  ties.begin.resize(n + 1);
  for (Vertex i = 0; i < n; ++i) {
    const Vertex v = ties.order[i];
    ties.begin[i + 1] = ties.begin[i] + graph.out(v).size() + graph.in(v).size();
  }
  ties.heads.resize(2 * graph.arc_count());
  ties.weights.resize(2 * graph.arc_count());
  std::vector<std::size_t> next(ties.begin.begin(), ties.begin.end() - 1);
  for (Vertex i = 0; i < n; ++i) {
    const auto heads = graph.out(ties.order[i]);
    const auto weights = graph.out_weights(ties.order[i]);
    for (std::size_t k = 0; k < heads.size(); ++k) {
      const Vertex j = place[heads[k]];
      const auto weight = static_cast<std::uint32_t>(std::llround(weights[k] * scale));
      for (const auto& [from, to] : {std::pair(i, j), std::pair(j, i)}) {
        ties.heads[next[from]] = to;
        ties.weights[next[from]++] = weight;
        ties.ends[from] += weight;
      }
      ties.total += 2.0 * weight;
    }
  }
  return ties;
}

}  // namespace crosscut::algo
