#include "crosscut/algo/paths.h"

#include <gtest/gtest.h>

#include <numeric>

namespace crosscut::algo {
namespace {

using Path = std::vector<Vertex>;

constexpr Vertex many = 1'000'000;

TEST(AlgoPaths, SingleVertexAndIsolates) {
  EXPECT_EQ(reachable_from(Digraph(1, {}), 0), Path{});
  EXPECT_EQ(reaching(Digraph(1, {}), 0), Path{});
  EXPECT_EQ(shortest_path(Digraph(1, {}), 0, 0), Path{0});
  EXPECT_EQ(shortest_path(Digraph(2, {}), 0, 1), Path{});
}

TEST(AlgoPaths, ARingNeverReachesItsOwnStart) {
  const Digraph ring(3, {{0, 0}, {0, 1}, {1, 2}, {2, 0}});
  EXPECT_EQ(reachable_from(ring, 1), (Path{0, 2}));
  EXPECT_EQ(reaching(ring, 1), (Path{0, 2}));
  EXPECT_EQ(shortest_path(ring, 1, 1), Path{1});
}

TEST(AlgoPaths, DirectionCounts) {
  const Digraph graph(5, {{4, 2}, {2, 0}, {3, 0}, {3, 0}});
  EXPECT_EQ(reachable_from(graph, 4), (Path{0, 2}));
  EXPECT_EQ(reaching(graph, 4), Path{});
  EXPECT_EQ(reaching(graph, 0), (Path{2, 3, 4}));
  EXPECT_EQ(shortest_path(graph, 4, 0), (Path{4, 2, 0}));
  EXPECT_EQ(shortest_path(graph, 0, 4), Path{});
}

TEST(AlgoPaths, TiesGoToTheLowestNumberFromTheStart) {
  // From 0 to 6 by 1 and 5, or by 2 and 3: the first step decides, not the last.
  const Digraph graph(7, {{0, 2}, {2, 3}, {3, 6}, {0, 1}, {1, 5}, {5, 6}});
  EXPECT_EQ(shortest_path(graph, 0, 6), (Path{0, 1, 5, 6}));
}

TEST(AlgoPaths, FewestArcsWhateverTheyWeigh) {
  const Digraph graph(3, {{0, 1, 0.1}, {1, 2, 0.1}, {0, 2, 9}});
  EXPECT_EQ(shortest_path(graph, 0, 2), (Path{0, 2}));
}

TEST(AlgoPaths, LongPath) {
  std::vector<Arc> arcs;
  for (Vertex v = 0; v + 1 < many; ++v) arcs.push_back({v, v + 1});
  const Digraph graph(many, std::move(arcs));
  Path all(many);
  std::iota(all.begin(), all.end(), 0u);
  EXPECT_TRUE(shortest_path(graph, 0, many - 1) == all);
  EXPECT_TRUE(reachable_from(graph, 0) == Path(all.begin() + 1, all.end()));
  EXPECT_TRUE(reaching(graph, many - 1) == Path(all.begin(), all.end() - 1));
}

TEST(AlgoPathsDeathTest, VertexOutOfRangeAborts) {
  const Digraph graph(2, {{0, 1}});
  EXPECT_DEATH(reachable_from(graph, 2), "not a vertex");
  EXPECT_DEATH(reaching(graph, 2), "not a vertex");
  EXPECT_DEATH(shortest_path(graph, 2, 0), "not a vertex");
  EXPECT_DEATH(shortest_path(graph, 0, 2), "not a vertex");
}

TEST(AlgoPaths, TheLongestGoesThroughCirclesAsOne) {
  EXPECT_EQ(longest_path(Digraph()), std::vector<Vertex>{});
  EXPECT_EQ(longest_path(Digraph(2, {})), std::vector<Vertex>{0});
  // 5 -> {1, 3} -> 0 -> 2 beats 4 -> 2.
  const Digraph graph(6, {{5, 3}, {3, 1}, {1, 3}, {1, 0}, {0, 2}, {4, 2}});
  EXPECT_EQ(longest_path(graph), (std::vector<Vertex>{5, 1, 0, 2}));
}

TEST(AlgoPaths, CountsAgreeWithSearchesAndThreads) {
  // A braid of 700 with circles of 7 along it: more than two batches of sources.
  std::vector<Arc> arcs;
  for (Vertex v = 0; v + 5 < 700; ++v) {
    if (v % 3 == 0) arcs.push_back({v, v + 5});
    if (v % 50 < 6) arcs.push_back({v, v + 1});
    if (v % 50 == 6) arcs.push_back({v, v - 6});
    if (v % 2 == 0) arcs.push_back({v + 3, v / 4});
  }
  const Digraph graph(700, arcs);
  const auto counts = count_reaching(graph);
  std::size_t sum = 0;
  for (Vertex v = 0; v < graph.size(); ++v) {
    EXPECT_EQ(counts[v], reaching(graph, v).size()) << "vertex " << v;
    sum += counts[v];
  }
  EXPECT_GT(sum, 5'000U);
  EXPECT_EQ(counts, count_reaching(graph, 4));
  EXPECT_EQ(count_reaching(graph, std::vector<Vertex>{}), std::vector<std::size_t>(700));
}

}  // namespace
}  // namespace crosscut::algo
