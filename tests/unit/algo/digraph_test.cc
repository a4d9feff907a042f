#include "crosscut/algo/digraph.h"

#include <gtest/gtest.h>

namespace crosscut::algo {
namespace {

using Pairs = std::vector<std::pair<Vertex, Vertex>>;

template <typename Item>
std::vector<Item> copy(std::span<const Item> items) {
  return {items.begin(), items.end()};
}

TEST(AlgoDigraph, EmptyGraphs) {
  for (const Digraph& graph : {Digraph(), Digraph(0, {})}) {
    EXPECT_EQ(graph.size(), 0u);
    EXPECT_EQ(graph.arc_count(), 0u);
    EXPECT_EQ(symmetrise(graph).size(), 0u);
    EXPECT_EQ(list_arcs(graph), Pairs{});
  }
}

TEST(AlgoDigraph, IsolatesStayInTheCount) {
  const Digraph graph(3, {{1, 1}});
  EXPECT_EQ(graph.size(), 3u);
  for (Vertex v = 0; v < 3; ++v) {
    EXPECT_TRUE(graph.out(v).empty());
    EXPECT_TRUE(graph.in(v).empty());
    EXPECT_TRUE(graph.out_weights(v).empty());
  }
}

TEST(AlgoDigraph, NeighboursAscend) {
  const Digraph graph(5, {{3, 4}, {3, 0}, {4, 2}, {3, 2}, {0, 2}, {1, 2}});
  EXPECT_EQ(copy(graph.out(3)), (std::vector<Vertex>{0, 2, 4}));
  EXPECT_EQ(copy(graph.in(2)), (std::vector<Vertex>{0, 1, 3, 4}));
  EXPECT_EQ(list_arcs(graph), (Pairs{{0, 2}, {1, 2}, {3, 0}, {3, 2}, {3, 4}, {4, 2}}));
}

TEST(AlgoDigraph, LoopsAreDroppedAndParallelArcsMerged) {
  const Digraph graph(3, {{1, 2, 0.5}, {0, 1, 2}, {2, 2, 9}, {1, 2, 0.25}, {1, 0, 4}, {1, 2, 1}});
  EXPECT_EQ(graph.arc_count(), 3u);
  EXPECT_EQ(copy(graph.out(1)), (std::vector<Vertex>{0, 2}));
  EXPECT_EQ(copy(graph.out_weights(1)), (std::vector<double>{4, 1.75}));
  EXPECT_EQ(copy(graph.out_weights(0)), (std::vector<double>{2}));
  EXPECT_EQ(copy(graph.in(2)), (std::vector<Vertex>{1}));
  EXPECT_TRUE(graph.out(2).empty());
}

TEST(AlgoDigraph, ArcsWeighOneUnlessTheySay) {
  const Digraph graph(2, {{0, 1}, {0, 1}});
  EXPECT_EQ(copy(graph.out_weights(0)), std::vector<double>{2});
}

TEST(AlgoDigraph, SymmetriseMergesReciprocalPairsAndSumsTheirWeights) {
  const Digraph ties = symmetrise(Digraph(4, {{0, 1, 2}, {1, 0, 3}, {2, 1, 0.5}}));
  EXPECT_EQ(ties.size(), 4u);
  EXPECT_EQ(list_arcs(ties), (Pairs{{0, 1}, {1, 0}, {1, 2}, {2, 1}}));
  EXPECT_EQ(copy(ties.out_weights(0)), std::vector<double>{5});
  EXPECT_EQ(copy(ties.out_weights(1)), (std::vector<double>{5, 0.5}));
  EXPECT_EQ(copy(ties.out_weights(2)), std::vector<double>{0.5});
  EXPECT_EQ(copy(ties.in(1)), (std::vector<Vertex>{0, 2}));
}

TEST(AlgoDigraphDeathTest, VertexOutOfRangeAborts) {
  EXPECT_DEATH(Digraph(2, {{0, 2}}), "an arc ends at no vertex");
  EXPECT_DEATH(Digraph(2, {{2, 0}}), "an arc ends at no vertex");
  EXPECT_DEATH(Digraph(2, {{2, 2}}), "an arc ends at no vertex");
  EXPECT_DEATH(Digraph(0, {{0, 0}}), "an arc ends at no vertex");
  EXPECT_DEATH(Digraph(std::size_t{1} << 32, {}), "too many vertices");
  const Digraph graph(2, {{0, 1}});
  EXPECT_DEATH(static_cast<void>(graph.out(2)), "not a vertex");
  EXPECT_DEATH(static_cast<void>(graph.out_weights(2)), "not a vertex");
  EXPECT_DEATH(static_cast<void>(graph.in(2)), "not a vertex");
  EXPECT_DEATH(Digraph().check(0), "not a vertex");
}

}  // namespace
}  // namespace crosscut::algo
