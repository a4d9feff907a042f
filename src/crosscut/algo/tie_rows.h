// An undirected graph with whole weights in rows, as the Leiden method wants it.
//
//   const TieRows ties = read_ties(Digraph(3, {{0, 1, 2}, {1, 0, 1}}));
//   ties.ends  -> {3, 3, 0}
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "crosscut/algo/digraph.h"

namespace crosscut::algo {

/// An undirected graph with whole weights: each tie stands in the rows of both its ends, loops in
/// none, though `ends` counts them. Two ties may join the same ends.
struct TieRows {
  std::vector<Vertex> order;       // the vertex of the graph that each stands for
  std::vector<std::size_t> begin;  // one more than there are vertices
  std::vector<Vertex> heads;
  std::vector<std::uint32_t> weights;
  std::vector<double> ends;  // weight of each vertex's ends, loops twice: a whole number
  double total = 0;          // of ends; below 2^32

  std::size_t size() const { return ends.size(); }
};

/// The ties of a graph, direction ignored: whole weights as they are, when they sum to less than
/// 2^30, others multiplied by a power of two and rounded. Aborts when a weight is negative or no
/// number. The vertices stand component by component in breadth-first order. O(vertices + arcs).
TieRows read_ties(const Digraph& graph);

}  // namespace crosscut::algo
