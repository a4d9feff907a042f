#include "crosscut/algo/cycles.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "crosscut/base/random.h"

namespace crosscut::algo {
namespace {

using Vertices = std::vector<Vertex>;
using Groups = std::vector<Vertices>;
using Pairs = std::vector<std::pair<Vertex, Vertex>>;

Digraph random_graph(Vertex vertices, double chance, std::uint64_t seed) {
  std::vector<Arc> arcs;
  for (Vertex u = 0; u < vertices; ++u)
    for (Vertex v = 0; v < vertices; ++v)
      if (to_unit(random_bits(seed, u, v)) < chance) arcs.push_back({u, v});
  return Digraph(vertices, std::move(arcs));
}

bool breaks_all(const Digraph& graph, const Pairs& gone) {
  std::vector<Arc> left;
  for (const auto& arc : list_arcs(graph))
    if (!std::binary_search(gone.begin(), gone.end(), arc)) left.push_back({arc.first, arc.second});
  return circular_groups(Digraph(graph.size(), left)).empty();
}

TEST(AlgoCycles, NoneWithoutCircles) {
  for (const Digraph& graph :
       {Digraph(), Digraph(2, {{0, 0}}), Digraph(3, {{0, 1}, {1, 2}, {0, 2}})}) {
    EXPECT_EQ(circular_groups(graph), Groups{});
    EXPECT_EQ(feedback_arcs(graph).arcs, Pairs{});
    EXPECT_TRUE(feedback_arcs(graph).exact);
  }
  EXPECT_EQ(shortest_cycle(Digraph(3, {{0, 1}, {1, 2}}), {0, 1, 2}), Vertices{});
}

TEST(AlgoCycles, TheShortestStartsAtItsLowestVertex) {
  const Digraph graph(7, {{1, 2}, {2, 3}, {3, 4}, {4, 1}, {4, 5}, {5, 3}, {6, 1}});
  EXPECT_EQ(circular_groups(graph), (Groups{{1, 2, 3, 4, 5}}));
  EXPECT_EQ(shortest_cycle(graph, {1, 2, 3, 4, 5}), (Vertices{3, 4, 5}));
  EXPECT_EQ(shortest_cycle(graph, {1, 2, 3, 4}), (Vertices{1, 2, 3, 4}));
  EXPECT_EQ(feedback_arcs(graph).arcs, (Pairs{{3, 4}}));
}

TEST(AlgoCycles, GreedyIsSaidToBeSo) {
  const Digraph graph = random_graph(30, 0.1, 1);
  const FeedbackArcs found = feedback_arcs(graph);
  EXPECT_FALSE(found.exact);
  EXPECT_TRUE(breaks_all(graph, found.arcs));
  for (const auto& arc : found.arcs) {  // each is needed
    Pairs others = found.arcs;
    std::erase(others, arc);
    EXPECT_FALSE(breaks_all(graph, others));
  }
}

TEST(AlgoCycles, GreedyIsNotFarFromTheFewest) {
  std::size_t exact = 0;
  std::size_t greedy = 0;
  for (std::uint64_t seed = 1; seed <= 30; ++seed) {
    const Digraph graph = random_graph(12, 0.2, seed);
    const FeedbackArcs fewest = feedback_arcs(graph);
    const FeedbackArcs few = feedback_arcs(graph, 0);
    EXPECT_TRUE(fewest.exact);
    EXPECT_TRUE(breaks_all(graph, fewest.arcs));
    EXPECT_TRUE(breaks_all(graph, few.arcs));
    EXPECT_LE(fewest.arcs.size(), few.arcs.size());
    exact += fewest.arcs.size();
    greedy += few.arcs.size();
  }
  EXPECT_GT(exact, 0U);
  EXPECT_LE(greedy * 10, exact * 13);
}

TEST(AlgoCycles, ALongRing) {
  constexpr Vertex many = 100'000;
  std::vector<Arc> arcs;
  for (Vertex v = 0; v < many; ++v) arcs.push_back({v, (v + 1) % many});
  EXPECT_EQ(feedback_arcs(Digraph(many, arcs)).arcs.size(), 1U);
}

}  // namespace
}  // namespace crosscut::algo
