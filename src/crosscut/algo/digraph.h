// A directed graph as arrays, which every algorithm here takes: immutable, neighbours in order.
//
//   const Digraph graph(3, {{0, 1}, {1, 2, 0.5}, {1, 2, 0.5}, {2, 2}});
//   graph.arc_count()     -> 2      (the parallel arcs are merged, the loop is dropped)
//   graph.out(1)          -> {2}
//   graph.out_weights(1)  -> {1.0}
#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <span>
#include <utility>
#include <vector>

namespace crosscut::algo {

/// A vertex of a graph of n vertices is one of 0 .. n-1.
using Vertex = std::uint32_t;

/// Stands where there is no vertex; never one itself.
inline constexpr Vertex no_vertex = std::numeric_limits<Vertex>::max();

struct Arc {
  Vertex from = 0;
  Vertex to = 0;
  double weight = 1;
};

/// Whether a measure follows arcs from tail to head, or reads each as a tie of both its ends.
enum class Direction : std::uint8_t { directed, undirected };

/// A simple directed graph in compressed sparse rows. Any vertex argument that is not below
/// size() is the caller's own fault and aborts, in release builds too.
class Digraph {
 public:
  /// No vertices.
  Digraph() = default;

  /// Takes arcs in any order: loops are dropped, parallel arcs merged with their weights summed
  /// in the order given. The weights are carried, not interpreted. Aborts when an end of an arc
  /// is not below `vertices`, or when `vertices` is 2^32 or more. O(vertices + arcs).
  Digraph(std::size_t vertices, std::vector<Arc> arcs);

  /// Number of vertices, isolates included.
  std::size_t size() const { return out_begin_.empty() ? 0 : out_begin_.size() - 1; }

  /// Number of arcs after dropping and merging.
  std::size_t arc_count() const { return out_.size(); }

  /// Heads of the arcs that leave v, ascending.
  std::span<const Vertex> out(Vertex v) const { return row(out_, out_begin_, v); }

  /// Weights of the arcs that leave v, in the order of out(v).
  std::span<const double> out_weights(Vertex v) const { return row(out_weights_, out_begin_, v); }

  /// Tails of the arcs that enter v, ascending.
  std::span<const Vertex> in(Vertex v) const { return row(in_, in_begin_, v); }

  /// Aborts unless v is a vertex.
  void check(Vertex v) const {
    if (v >= size()) fail_out_of_range();
  }

 private:
  [[noreturn]] static void fail_out_of_range();

  template <typename Item>
  std::span<const Item> row(const std::vector<Item>& items, const std::vector<std::size_t>& begin,
                            Vertex v) const {
    check(v);
    const std::size_t first = begin[v];
    return {items.data() + first, begin[std::size_t{v} + 1] - first};
  }

  std::vector<std::size_t> out_begin_;  // row v is out_begin_[v] .. out_begin_[v + 1] - 1
  std::vector<Vertex> out_;
  std::vector<double> out_weights_;
  std::vector<std::size_t> in_begin_;
  std::vector<Vertex> in_;
};

/// The same vertices with each arc in both directions; a reciprocal pair becomes one tie that
/// carries the sum of both weights each way. O(vertices + arcs).
Digraph symmetrise(const Digraph& graph);

/// The same vertices with each tie once, from the lower vertex to the higher: a reciprocal pair
/// becomes one arc that carries the sum of both weights. O(vertices + arcs).
Digraph merge_directions(const Digraph& graph);

/// The same arcs, each of weight 1. O(vertices + arcs).
Digraph unit_weights(const Digraph& graph);

/// The vertices given, ascending and each once, numbered in that order, with the arcs among them.
/// O(their arcs * log members).
Digraph subgraph(const Digraph& graph, std::span<const Vertex> members);

/// The same graph with one vertex more, numbered size(), and an arc of weight 1 from it to each of
/// `heads`: a root for questions that start from several vertices at once. O(vertices + arcs).
Digraph add_root(const Digraph& graph, std::span<const Vertex> heads);

/// Every arc as (from, to), ascending: arc_count() pairs.
std::vector<std::pair<Vertex, Vertex>> list_arcs(const Digraph& graph);

}  // namespace crosscut::algo
