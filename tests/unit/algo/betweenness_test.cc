#include "crosscut/algo/betweenness.h"

#include <gtest/gtest.h>

namespace crosscut::algo {
namespace {

using Values = std::vector<double>;

TEST(AlgoBetweenness, EmptySingleAndIsolates) {
  for (const Direction direction : {Direction::directed, Direction::undirected})
    for (const std::size_t n : {0u, 1u, 3u})
      EXPECT_EQ(betweenness(Digraph(n, {}), direction), Values(n));
}

TEST(AlgoBetweenness, PairsAreUnorderedOrOrdered) {
  // A star with its centre at 0: every pair of the 4 others goes through it.
  const Digraph both_ways(5, {{0, 1}, {1, 0}, {0, 2}, {2, 0}, {0, 3}, {3, 0}, {0, 4}, {4, 0}});
  EXPECT_EQ(betweenness(both_ways, Direction::undirected), (Values{6, 0, 0, 0, 0}));
  EXPECT_EQ(betweenness(both_ways, Direction::directed), (Values{12, 0, 0, 0, 0}));
  const Digraph one_way(5, {{1, 0}, {2, 0}, {0, 3}, {0, 4}});
  EXPECT_EQ(betweenness(one_way, Direction::undirected), (Values{6, 0, 0, 0, 0}));
  EXPECT_EQ(betweenness(one_way, Direction::directed), (Values{4, 0, 0, 0, 0}));
}

TEST(AlgoBetweenness, ParallelArcsLoopsAndWeightsAddNoPaths) {
  // A square: half of what goes between opposite corners passes through either of the others.
  const Digraph square(4, {{0, 1}, {0, 1}, {1, 0, 3}, {1, 2, 7}, {2, 3}, {3, 3}, {3, 0, 0.1}});
  EXPECT_EQ(betweenness(square, Direction::undirected), (Values{0.5, 0.5, 0.5, 0.5}));
}

TEST(AlgoBetweenness, ComponentsDoNotAddToEachOther) {
  const Digraph graph(6, {{0, 1}, {1, 2}, {3, 4}, {4, 5}});
  EXPECT_EQ(betweenness(graph, Direction::undirected), (Values{0, 1, 0, 0, 1, 0}));
  EXPECT_EQ(betweenness(graph, Direction::directed), (Values{0, 1, 0, 0, 1, 0}));
}

// Hubs 0, 3, 6 .. joined by pairs of sides (1, 2), (4, 5) ..: there are 2^forks shortest paths
// from end to end, more than a 64-bit integer counts.
TEST(AlgoBetweenness, CountsMorePathsThanFitAnInteger) {
  constexpr Vertex forks = 200;
  std::vector<Arc> arcs;
  for (Vertex hub = 0; hub < 3 * forks; hub += 3) {
    arcs.insert(arcs.end(), {{hub, hub + 1}, {hub, hub + 2}});
    arcs.insert(arcs.end(), {{hub + 1, hub + 3}, {hub + 2, hub + 3}});
  }
  const Digraph graph(3 * forks + 1, std::move(arcs));
  const Values ordered = betweenness(graph, Direction::directed);
  const Values unordered = betweenness(graph, Direction::undirected);
  for (Vertex hub = 0; hub < 3 * forks; hub += 3) {
    const double before = hub + 1;               // vertices up to this hub, itself included
    const double after = 3.0 * forks - hub - 2;  // from the next hub on
    for (const Vertex side : {hub + 1, hub + 2}) {
      EXPECT_NEAR(ordered[side], before * after / 2, 1e-8) << "vertex " << side;
      EXPECT_NEAR(unordered[side], before * after / 2, 1e-8) << "vertex " << side;
    }
  }
}

}  // namespace
}  // namespace crosscut::algo
