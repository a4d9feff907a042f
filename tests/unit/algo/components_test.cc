#include "crosscut/algo/components.h"

#include <gtest/gtest.h>

#include <numeric>

namespace crosscut::algo {
namespace {

using Labels = std::vector<std::uint32_t>;

constexpr Vertex many = 1'000'000;

TEST(AlgoComponents, EmptySingleAndIsolates) {
  for (const std::size_t n : {0u, 1u, 3u}) {
    Labels expected(n);
    std::iota(expected.begin(), expected.end(), 0u);
    EXPECT_EQ(components(Digraph(n, {})), expected);
    EXPECT_EQ(strong_components(Digraph(n, {})), expected);
  }
}

TEST(AlgoComponents, LoopsParallelAndReciprocalArcs) {
  const Digraph graph(5, {{4, 4}, {0, 2}, {0, 2}, {2, 0}, {3, 1}, {3, 1}});
  EXPECT_EQ(components(graph), (Labels{0, 1, 0, 1, 2}));
  EXPECT_EQ(strong_components(graph), (Labels{0, 1, 0, 2, 3}));
}

TEST(AlgoComponents, LabelsFollowTheSmallestVertex) {
  // Two rings, 5 > 2 > 4 > 5 and 3 > 1 > 3, the second leading into the first; 0 hangs on it.
  const Digraph graph(6, {{5, 2}, {2, 4}, {4, 5}, {3, 1}, {1, 3}, {3, 2}, {4, 0}});
  EXPECT_EQ(components(graph), (Labels{0, 0, 0, 0, 0, 0}));
  EXPECT_EQ(strong_components(graph), (Labels{0, 1, 2, 1, 2, 2}));
}

TEST(AlgoComponents, LongPathAndRing) {
  std::vector<Arc> arcs;
  for (Vertex v = 0; v + 1 < many; ++v) arcs.push_back({v, v + 1});
  Labels one_each(many);
  std::iota(one_each.begin(), one_each.end(), 0u);
  const Digraph path(many, arcs);
  EXPECT_TRUE(components(path) == Labels(many, 0));
  EXPECT_TRUE(strong_components(path) == one_each);
  arcs.push_back({many - 1, 0});
  EXPECT_TRUE(strong_components(Digraph(many, arcs)) == Labels(many, 0));
}

}  // namespace
}  // namespace crosscut::algo
