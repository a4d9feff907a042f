#include "crosscut/algo/flow.h"

#include <gtest/gtest.h>

namespace crosscut::algo {
namespace {

using Vertices = std::vector<Vertex>;
using Lists = std::vector<Vertices>;

TEST(AlgoFlow, NoRouteIsCutByNothing) {
  const Routes routes = disjoint_routes(Digraph(3, {{1, 0}, {2, 1}}), 0, 2);
  EXPECT_EQ(routes.routes, Lists{});
  EXPECT_EQ(routes.cut, Vertices{});
}

TEST(AlgoFlow, ArcsAreFollowedAndAVertexIsPassedOnce) {
  const Digraph graph(5, {{0, 1}, {0, 2}, {1, 3}, {2, 3}, {3, 4}});
  EXPECT_EQ(disjoint_routes(graph, 0, 3).routes, (Lists{{0, 1, 3}, {0, 2, 3}}));
  EXPECT_EQ(disjoint_routes(graph, 0, 3).cut, (Vertices{1, 2}));
  EXPECT_EQ(disjoint_routes(graph, 0, 4).routes, (Lists{{0, 1, 3, 4}}));
  EXPECT_EQ(disjoint_routes(graph, 0, 4).cut, Vertices{3});
  EXPECT_EQ(disjoint_routes(graph, 4, 0).routes, Lists{});
}

// The rule: NetworkX says 3 of the complete graph of 4, igraph an error, -1, 4 or 2 by option.
TEST(AlgoFlow, AnAdjacentPairHasRoutesAndNoCut) {
  std::vector<Arc> arcs;
  for (Vertex u = 0; u < 4; ++u)
    for (Vertex v = 0; v < 4; ++v)
      if (u != v) arcs.push_back({u, v});
  const Routes routes = disjoint_routes(Digraph(4, arcs), 0, 3);
  EXPECT_EQ(routes.routes, (Lists{{0, 1, 3}, {0, 2, 3}, {0, 3}}));
  EXPECT_EQ(routes.cut, std::nullopt);
  EXPECT_EQ(disjoint_routes(Digraph(2, {{0, 1}, {0, 1}}), 0, 1).routes, (Lists{{0, 1}}));
  EXPECT_EQ(disjoint_routes(Digraph(2, {{0, 1}}), 1, 0).cut, Vertices{});
}

TEST(AlgoFlow, ARouteGivesWayToTwo) {
  // The shortest way, 0 1 4 5, blocks both of the others.
  const Digraph graph(8, {{0, 1}, {1, 4}, {4, 7}, {0, 2}, {2, 3}, {3, 4}, {1, 5}, {5, 6}, {6, 7}});
  const Routes routes = disjoint_routes(graph, 0, 7);
  EXPECT_EQ(routes.routes, (Lists{{0, 1, 5, 6, 7}, {0, 2, 3, 4, 7}}));
  EXPECT_EQ(routes.cut, (Vertices{1, 2}));
}

TEST(AlgoFlow, TheCutIsTheNearestToTheSource) {
  const Digraph graph(6, {{0, 1}, {1, 2}, {2, 3}, {3, 4}, {4, 5}});
  EXPECT_EQ(disjoint_routes(graph, 0, 5).cut, Vertices{1});
}

TEST(AlgoFlow, SourcesBehindARootAreVerticesLikeAnyOther) {
  const Digraph graph(4, {{0, 2}, {1, 2}, {2, 3}, {0, 3}});
  const Digraph rooted = add_root(graph, Vertices{0, 1});
  EXPECT_EQ(disjoint_routes(rooted, 4, 3).routes, (Lists{{4, 0, 3}, {4, 1, 2, 3}}));
  EXPECT_EQ(disjoint_routes(rooted, 4, 3).cut, (Vertices{0, 1}));
}

TEST(AlgoFlow, ManyRoutesAndLongOnes) {
  constexpr Vertex lanes = 300;
  constexpr Vertex length = 300;
  std::vector<Arc> arcs;
  const Vertex end = lanes * length + 1;
  for (Vertex lane = 0; lane < lanes; ++lane) {
    const Vertex first = 1 + lane * length;
    arcs.push_back({0, first});
    for (Vertex v = first; v + 1 < first + length; ++v) arcs.push_back({v, v + 1});
    arcs.push_back({first + length - 1, end});
  }
  const Routes routes = disjoint_routes(Digraph(end + 1, arcs), 0, end);
  EXPECT_EQ(routes.routes.size(), lanes);
  ASSERT_TRUE(routes.cut);
  EXPECT_EQ(routes.cut->size(), lanes);
  EXPECT_EQ((*routes.cut)[1], 1 + length);
}

TEST(AlgoFlowDeathTest, TheEndsAreTwoVertices) {
  EXPECT_DEATH(disjoint_routes(Digraph(2, {{0, 1}}), 1, 1), "");
  EXPECT_DEATH(disjoint_routes(Digraph(2, {{0, 1}}), 0, 2), "");
}

}  // namespace
}  // namespace crosscut::algo
