#include "crosscut/algo/cuts.h"

#include <gtest/gtest.h>

#include <numeric>

namespace crosscut::algo {
namespace {

using Points = std::vector<Vertex>;
using Pairs = std::vector<std::pair<Vertex, Vertex>>;

constexpr Vertex many = 1'000'000;

TEST(AlgoCuts, NothingToCut) {
  for (const Digraph& graph : {Digraph(), Digraph(1, {}), Digraph(3, {}), Digraph(2, {{1, 1}})}) {
    EXPECT_EQ(articulation_points(graph), Points{});
    EXPECT_EQ(bridges(graph), Pairs{});
  }
}

TEST(AlgoCuts, OneTieIsABridgeHoweverOftenItIsStated) {
  for (const std::vector<Arc>& arcs :
       {std::vector<Arc>{{0, 1}}, {{1, 0}}, {{0, 1}, {0, 1}}, {{0, 1}, {1, 0}}, {{0, 1}, {1, 1}}}) {
    const Digraph graph(2, arcs);
    EXPECT_EQ(articulation_points(graph), Points{});
    EXPECT_EQ(bridges(graph), (Pairs{{0, 1}}));
  }
}

TEST(AlgoCuts, ReciprocalPairsDoNotMakeARing) {
  const Digraph graph(3, {{2, 1}, {1, 2}, {1, 0}, {0, 1}});
  EXPECT_EQ(articulation_points(graph), Points{1});
  EXPECT_EQ(bridges(graph), (Pairs{{0, 1}, {1, 2}}));
}

TEST(AlgoCuts, EachComponentHasItsOwn) {
  // Two rings that share 2, an isolate (5), and a star round 9.
  const Digraph graph(10, {{0, 1}, {1, 2}, {2, 0}, {2, 3}, {3, 4}, {4, 2}, {9, 6}, {7, 9}, {9, 8}});
  EXPECT_EQ(articulation_points(graph), (Points{2, 9}));
  EXPECT_EQ(bridges(graph), (Pairs{{6, 9}, {7, 9}, {8, 9}}));
}

// The rule: NetworkX refuses a directed graph; igraph reads a reciprocal pair as two parallel edges
// and so never as a bridge. Here direction is ignored and the pair is one tie.
TEST(AlgoCuts, ADirectedGraphIsReadAsTies) {
  const Digraph one_way(3, {{0, 1}, {1, 2}});
  const Digraph other_way(3, {{0, 1}, {2, 1}});
  const Digraph both_ways(3, {{0, 1}, {1, 0}, {1, 2}, {2, 1}});
  for (const Digraph& graph : {one_way, other_way, both_ways}) {
    EXPECT_EQ(articulation_points(graph), Points{1});
    EXPECT_EQ(bridges(graph), (Pairs{{0, 1}, {1, 2}}));
    EXPECT_EQ(pairs_cut(graph), (std::vector<std::uint64_t>{0, 1, 0}));
  }
}

TEST(AlgoCuts, PairsAreThoseOfTheOthersInTheComponent) {
  // A star of 4 whose first leaf leads on to 2 more, and a separate tie.
  const Digraph graph(9, {{0, 1}, {0, 2}, {0, 3}, {0, 4}, {1, 5}, {5, 6}, {7, 8}});
  // Without 0: {1, 5, 6}, {2}, {3}, {4}: 15 pairs less 3 that stay.
  EXPECT_EQ(pairs_cut(graph), (std::vector<std::uint64_t>{12, 8, 0, 0, 0, 5, 0, 0, 0}));
}

TEST(AlgoCuts, LongPathAndRing) {
  std::vector<Arc> arcs;
  for (Vertex v = 0; v + 1 < many; ++v) arcs.push_back({v, v + 1});
  const Digraph path(many, arcs);
  Points inner(many - 2);
  std::iota(inner.begin(), inner.end(), 1u);
  EXPECT_TRUE(articulation_points(path) == inner);
  EXPECT_TRUE(bridges(path) == list_arcs(path));
  EXPECT_EQ(pairs_cut(path)[many / 2], std::uint64_t{many / 2} * (many / 2 - 1));
  arcs.push_back({many - 1, 0});
  const Digraph ring(many, std::move(arcs));
  EXPECT_TRUE(articulation_points(ring).empty());
  EXPECT_TRUE(bridges(ring).empty());
}

}  // namespace
}  // namespace crosscut::algo
