#include "crosscut/algo/betweenness.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "brute_force.h"
#include "crosscut/base/random.h"

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

Digraph random_graph(Vertex vertices, double chance, std::uint64_t seed) {
  std::vector<Arc> arcs;
  for (Vertex u = 0; u < vertices; ++u)
    for (Vertex v = 0; v < vertices; ++v)
      if (to_unit(random_bits(seed, u, v)) < chance) arcs.push_back({u, v});
  return Digraph(vertices, std::move(arcs));
}

TEST(AlgoBetweenness, TheSameBytesForAnyNumberOfThreads) {
  const Digraph graph = random_graph(300, 0.01, 1);
  const Digraph ties = symmetrise(graph);
  std::vector<std::uint64_t> lengths;
  for (const auto& [u, v] : list_arcs(ties)) lengths.push_back(1 + (u + v) % 4);
  for (const Direction direction : {Direction::directed, Direction::undirected}) {
    EXPECT_EQ(betweenness(graph, direction, 1), betweenness(graph, direction, 7));
    EXPECT_EQ(betweenness(ties, lengths, direction, 1), betweenness(ties, lengths, direction, 7));
    EXPECT_EQ(edge_betweenness(graph, direction, 1), edge_betweenness(graph, direction, 7));
    EXPECT_EQ(sample_betweenness(graph, direction, 0.05, 0.1, 3, 1).values,
              sample_betweenness(graph, direction, 0.05, 0.1, 3, 7).values);
    EXPECT_EQ(sample_betweenness_from(graph, direction, 50, 0.1, 3, 1).values,
              sample_betweenness_from(graph, direction, 50, 0.1, 3, 7).values);
  }
}

// The rule: in floating point 0.1 + 0.2 is more than 0.15 + 0.15, and NetworkX misses the tie.
TEST(AlgoBetweenness, EqualWeightedPathsAreFoundEqual) {
  const Digraph square(4, {{0, 1}, {0, 2}, {1, 3}, {2, 3}});
  const std::vector<std::uint64_t> twentieths{2, 3, 4, 3};  // 0.1 + 0.2 by 1, 0.15 + 0.15 by 2
  EXPECT_EQ(betweenness(square, twentieths, Direction::directed), (Values{0, 0.5, 0.5, 0}));
}

// The rule: igraph counts each parallel edge as a path, NetworkX does not; merge first.
TEST(AlgoBetweenness, ParallelEdgesAreOnePath) {
  const Digraph graph(4, {{0, 1}, {0, 1}, {0, 2}, {1, 3}, {2, 3}});
  EXPECT_EQ(betweenness(graph, Direction::undirected)[1], 0.5);
  EXPECT_EQ(betweenness(graph, Direction::undirected)[2], 0.5);
}

TEST(AlgoBetweenness, LengthsOfOneChangeNothing) {
  const Digraph graph = random_graph(60, 0.06, 4);
  const Digraph ties = symmetrise(graph);
  const std::vector<std::uint64_t> ones(graph.arc_count(), 1);
  const std::vector<std::uint64_t> sevens(ties.arc_count(), 7);
  const auto expect_near = [](const Values& a, const Values& b) {
    ASSERT_EQ(a.size(), b.size());
    for (std::size_t i = 0; i < a.size(); ++i) EXPECT_NEAR(a[i], b[i], 1e-9);
  };
  expect_near(betweenness(graph, ones, Direction::directed),
              betweenness(graph, Direction::directed));
  expect_near(betweenness(ties, sevens, Direction::undirected),
              betweenness(graph, Direction::undirected));
}

TEST(AlgoBetweenness, EdgesOfAPath) {
  const Digraph path(4, {{1, 0}, {1, 2}, {2, 1}, {2, 3}});
  EXPECT_EQ(edge_betweenness(path, Direction::undirected), (Values{3, 4, 4, 3}));
  EXPECT_EQ(edge_betweenness(path, Direction::directed), (Values{2, 2, 2, 2}));
}

TEST(AlgoBetweenness, SourcesOfAllAreExact) {
  const Digraph graph = random_graph(60, 0.06, 4);
  for (const Direction direction : {Direction::directed, Direction::undirected}) {
    const auto all = sample_betweenness_from(graph, direction, 1000, 0.1);
    EXPECT_EQ(all.values, betweenness(graph, direction));
    EXPECT_EQ(all.epsilon, 0);
    EXPECT_EQ(all.samples, 60U);
  }
}

TEST(AlgoBetweenness, SamplesKeepTheirPromise) {
  const Digraph graph = random_graph(200, 0.012, 2);
  constexpr double n = 200;
  for (const Direction direction : {Direction::directed, Direction::undirected}) {
    const double pairs = direction == Direction::directed ? n * (n - 1) : n * (n - 1) / 2;
    const Values exact = betweenness(graph, direction);
    int broken = 0;
    int broken_from = 0;
    constexpr int times = 20;
    for (std::uint64_t seed = 1; seed <= times; ++seed) {
      const auto found = sample_betweenness(graph, direction, 0.03, 0.1, seed);
      const auto from = sample_betweenness_from(graph, direction, 100, 0.1, seed);
      double off = 0;
      double off_from = 0;
      for (std::size_t v = 0; v < exact.size(); ++v) {
        off = std::max(off, std::abs(found.values[v] - exact[v]) / pairs);
        off_from = std::max(off_from, std::abs(from.values[v] - exact[v]) / pairs);
      }
      EXPECT_GT(off, 0) << "an exact answer is no sample";
      if (off > found.epsilon) ++broken;
      if (off_from > from.epsilon) ++broken_from;
    }
    EXPECT_LE(broken, times / 10);
    EXPECT_LE(broken_from, times / 10);
  }
}

TEST(AlgoBetweenness, TheSizeOfASampleIsThatOfTheBound) {
  // A path of 10 vertices, tied: from its first vertex the farthest are 9 and 8 away, so 18 bound
  // it.
  std::vector<Arc> arcs;
  for (Vertex v = 0; v < 9; ++v) arcs.push_back({v, v + 1});
  const Digraph path(10, arcs);
  EXPECT_EQ(bound_vertex_diameter(path, Direction::undirected), 18U);
  EXPECT_EQ(bound_vertex_diameter(path, Direction::directed), 10U);
  // floor(log2 16) = 4: 0.5 / 0.01 * (4 + 1 + ln 10)
  EXPECT_EQ(sample_betweenness(path, Direction::undirected, 0.1, 0.1).samples, 366U);
  EXPECT_EQ(sample_betweenness(Digraph(3, {{0, 1}}), Direction::directed, 0.1, 0.1).samples, 0U);
  EXPECT_EQ(sample_betweenness(Digraph(), Direction::undirected, 0.1, 0.1).values, Values{});
}

TEST(AlgoBetweenness, TheBoundHoldsForEveryShortestPath) {
  for (std::uint64_t seed = 1; seed <= 60; ++seed) {
    const Digraph graph = random_graph(12, 0.04 + 0.003 * static_cast<double>(seed), seed);
    for (const Direction direction : {Direction::directed, Direction::undirected}) {
      const brute::Matrix arcs = [&] {
        brute::Matrix matrix = brute::empty_matrix(12);
        for (const auto& [u, v] : list_arcs(graph)) matrix[u][v] = true;
        return direction == Direction::directed ? matrix : brute::symmetrise(matrix);
      }();
      std::size_t most = 1;
      std::vector<std::vector<std::size_t>> far(12, std::vector<std::size_t>(12, 99));
      for (Vertex u = 0; u < 12; ++u)
        for (Vertex v = 0; v < 12; ++v)
          if (u == v || arcs[u][v]) far[u][v] = u == v ? 0 : 1;
      for (Vertex via = 0; via < 12; ++via)  // Floyd
        for (Vertex u = 0; u < 12; ++u)
          for (Vertex v = 0; v < 12; ++v)
            far[u][v] = std::min(far[u][v], far[u][via] + far[via][v]);
      for (const auto& row : far)
        for (const std::size_t distance : row)
          if (distance < 99) most = std::max(most, distance + 1);
      EXPECT_GE(bound_vertex_diameter(graph, direction), most);
    }
  }
}

TEST(AlgoBetweennessDeathTest, LengthsAreOnesOrMoreAndOneForATie) {
  const Digraph tie(2, {{0, 1}, {1, 0}});
  using Lengths = std::vector<std::uint64_t>;
  EXPECT_DEATH(betweenness(tie, Lengths{1}, Direction::directed), "each arc");
  EXPECT_DEATH(betweenness(tie, Lengths{1, 0}, Direction::directed), "length of 0");
  EXPECT_DEATH(betweenness(tie, Lengths{1, 2}, Direction::undirected), "two lengths");
  EXPECT_DEATH(betweenness(Digraph(2, {{0, 1}}), Lengths{1}, Direction::undirected), "one dir");
}

}  // namespace
}  // namespace crosscut::algo
