#include "crosscut/algo/dominators.h"

#include <gtest/gtest.h>

#include <numeric>

namespace crosscut::algo {
namespace {

using Vertices = std::vector<Vertex>;
using Lists = std::vector<Vertices>;

// The rule: NetworkX maps the root to itself, igraph to -1; what cannot be reached is left out by
// one and nan in the other.
TEST(AlgoDominators, TheRootHasNoneAndTheUnreachableAreAbsent) {
  const Digraph graph(4, {{0, 1}, {2, 1}, {3, 2}});
  EXPECT_EQ(immediate_dominators(graph, 0), (Vertices{no_vertex, 0, no_vertex, no_vertex}));
  EXPECT_EQ(immediate_dominators(graph, 3), (Vertices{no_vertex, 2, 3, no_vertex}));
  EXPECT_EQ(immediate_dominators(Digraph(1, {{0, 0}}), 0), Vertices{no_vertex});
}

TEST(AlgoDominators, AnUnreachableVertexThatPointsInChangesNothing) {
  // Boost's short call gives 4 no dominator here, as 5 points at it.
  const Digraph graph(6, {{0, 1}, {0, 2}, {1, 3}, {2, 3}, {3, 4}, {5, 4}, {5, 1}});
  EXPECT_EQ(immediate_dominators(graph, 0), (Vertices{no_vertex, 0, 0, 0, 3, no_vertex}));
}

TEST(AlgoDominators, TheGraphOfThePaper) {
  // Lengauer and Tarjan 1979, figure 1: R A B C D E F G H I J K L = 0 .. 12.
  const Digraph graph(13, {{0, 1}, {0, 2},  {0, 3},  {1, 4},  {2, 1},  {2, 4},  {2, 5},
                           {3, 6}, {3, 7},  {4, 12}, {5, 8},  {6, 9},  {7, 9},  {7, 10},
                           {8, 5}, {8, 11}, {9, 11}, {10, 9}, {11, 0}, {11, 9}, {12, 8}});
  EXPECT_EQ(immediate_dominators(graph, 0),
            (Vertices{no_vertex, 0, 0, 0, 0, 0, 3, 3, 0, 0, 7, 0, 4}));
}

TEST(AlgoDominators, ListsWhatEachVertexDominates) {
  const Digraph graph(5, {{0, 1}, {0, 2}, {1, 3}, {2, 3}, {3, 4}});
  const auto immediate = immediate_dominators(graph, 0);
  EXPECT_EQ(immediate, (Vertices{no_vertex, 0, 0, 0, 3}));
  EXPECT_EQ(dominators_of(immediate, 4), (Vertices{3, 0}));
  EXPECT_EQ(dominators_of(immediate, 0), Vertices{});
  EXPECT_EQ(dominated_targets(immediate, Vertices{1, 4}), (Lists{{1, 4}, {}, {}, {4}, {}}));
  EXPECT_EQ(dominated_targets(immediate, Vertices{4, 1}), (Lists{{4, 1}, {}, {}, {4}, {}}));
}

TEST(AlgoDominators, SeveralRootsByOneBeforeThem) {
  const Digraph graph(4, {{0, 2}, {1, 2}, {2, 3}});
  const auto immediate = immediate_dominators(add_root(graph, Vertices{1, 0, 1}), 4);
  EXPECT_EQ(immediate, (Vertices{4, 4, 4, 2, no_vertex}));
}

TEST(AlgoDominators, LongRingsAndChains) {
  constexpr Vertex many = 1'000'000;
  std::vector<Arc> arcs;
  for (Vertex v = 0; v + 1 < many; ++v) arcs.push_back({v, v + 1});
  arcs.push_back({many - 1, 1});
  Vertices expected(many);
  std::iota(expected.begin() + 1, expected.end(), Vertex{0});
  expected[0] = no_vertex;
  EXPECT_EQ(immediate_dominators(Digraph(many, arcs), 0), expected);
}

}  // namespace
}  // namespace crosscut::algo
