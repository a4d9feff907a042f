// Every algorithm against its definition (brute_force.h), on every loop-free digraph of 4 vertices
// and every simple graph of 5, where rings, forks and joins can meet.
#include "brute_force.h"

#include <gtest/gtest.h>

#include <string>

#include "crosscut/algo/betweenness.h"
#include "crosscut/algo/components.h"
#include "crosscut/algo/cuts.h"
#include "crosscut/algo/digraph.h"
#include "crosscut/algo/dominators.h"
#include "crosscut/algo/flow.h"
#include "crosscut/algo/paths.h"

namespace crosscut::algo {
namespace {

constexpr std::uint64_t digraphs_of_4 = 4096;  // 12 ordered pairs
constexpr std::uint64_t graphs_of_5 = 1024;    // 10 unordered pairs

void expect_near(const std::vector<double>& actual, const std::vector<double>& expected) {
  ASSERT_EQ(actual.size(), expected.size());
  for (std::size_t v = 0; v < actual.size(); ++v)
    EXPECT_NEAR(actual[v], expected[v], 1e-12) << "vertex " << v;
}

// Calls check(matrix, digraph) for each, and stops at the first that fails.
template <typename Check>
void for_every_digraph_of_4(Check check) {
  for (std::uint64_t code = 0; code < digraphs_of_4; ++code) {
    SCOPED_TRACE("digraph of 4 vertices, code " + std::to_string(code));
    const brute::Matrix arcs = brute::read_code(4, code);
    check(arcs, brute::make_digraph(arcs));
    if (testing::Test::HasFailure()) return;
  }
}

template <typename Check>
void for_every_graph_of_5(Check check) {
  for (std::uint64_t code = 0; code < graphs_of_5; ++code) {
    SCOPED_TRACE("graph of 5 vertices, code " + std::to_string(code));
    const brute::Matrix arcs = brute::read_upper_code(5, code);
    check(arcs, brute::make_digraph(arcs));
    if (testing::Test::HasFailure()) return;
  }
}

TEST(AlgoBruteForce, EveryDigraphIsTriedOnce) {
  std::vector<brute::Matrix> seen;
  for_every_digraph_of_4([&](const brute::Matrix& arcs, const Digraph&) { seen.push_back(arcs); });
  std::sort(seen.begin(), seen.end());
  EXPECT_EQ(std::unique(seen.begin(), seen.end()) - seen.begin(), 4096);
}

TEST(AlgoBruteForce, RowsHoldTheArcs) {
  for_every_digraph_of_4([](const brute::Matrix& arcs, const Digraph& graph) {
    std::vector<std::pair<Vertex, Vertex>> expected;
    for (Vertex u = 0; u < 4; ++u) {
      std::vector<Vertex> out;
      std::vector<Vertex> in;
      for (Vertex v = 0; v < 4; ++v) {
        if (arcs[u][v]) out.push_back(v);
        if (arcs[u][v]) expected.emplace_back(u, v);
        if (arcs[v][u]) in.push_back(v);
      }
      EXPECT_EQ(std::vector<Vertex>(graph.out(u).begin(), graph.out(u).end()), out);
      EXPECT_EQ(std::vector<Vertex>(graph.in(u).begin(), graph.in(u).end()), in);
    }
    EXPECT_EQ(list_arcs(graph), expected);
    EXPECT_EQ(graph.arc_count(), expected.size());
    EXPECT_EQ(list_arcs(symmetrise(graph)),
              list_arcs(brute::make_digraph(brute::symmetrise(arcs))));
  });
}

TEST(AlgoBruteForce, Components) {
  for_every_digraph_of_4([](const brute::Matrix& arcs, const Digraph& graph) {
    EXPECT_EQ(components(graph), brute::components(arcs));
    EXPECT_EQ(strong_components(graph), brute::strong_components(arcs));
  });
}

TEST(AlgoBruteForce, Cuts) {
  const auto check = [](const brute::Matrix& arcs, const Digraph& graph) {
    EXPECT_EQ(articulation_points(graph), brute::articulation_points(arcs));
    EXPECT_EQ(bridges(graph), brute::bridges(arcs));
  };
  for_every_digraph_of_4(check);
  for_every_graph_of_5(check);
}

TEST(AlgoBruteForce, Betweenness) {
  const auto check = [](const brute::Matrix& arcs, const Digraph& graph) {
    for (const Direction direction : {Direction::directed, Direction::undirected})
      expect_near(betweenness(graph, direction), brute::betweenness(arcs, direction));
  };
  for_every_digraph_of_4(check);
  for_every_graph_of_5(check);
}

TEST(AlgoBruteForce, Dominators) {
  for_every_digraph_of_4([](const brute::Matrix& arcs, const Digraph& graph) {
    for (Vertex root = 0; root < 4; ++root) {
      const auto immediate = immediate_dominators(graph, root);
      const brute::Matrix expected = brute::dominators(arcs, root);
      for (Vertex t = 0; t < 4; ++t) {
        std::vector<Vertex> actual = dominators_of(immediate, t);
        std::sort(actual.begin(), actual.end());
        std::vector<Vertex> listed;
        for (Vertex v = 0; v < 4; ++v)
          if (expected[v][t]) listed.push_back(v);
        EXPECT_EQ(actual, listed);
      }
    }
  });
}

/// Routes that there are, that share nothing, and a cut that is the nearest of the smallest.
void expect_routes(const brute::Matrix& arcs, Vertex from, Vertex to, const Routes& found) {
  std::vector<Vertex> used;
  for (const auto& route : found.routes) {
    ASSERT_GE(route.size(), 2U);
    EXPECT_EQ(route.front(), from);
    EXPECT_EQ(route.back(), to);
    for (std::size_t i = 1; i < route.size(); ++i) EXPECT_TRUE(arcs[route[i - 1]][route[i]]);
    used.insert(used.end(), route.begin() + 1, route.end() - 1);
  }
  std::sort(used.begin(), used.end());
  EXPECT_EQ(std::unique(used.begin(), used.end()), used.end());
  EXPECT_TRUE(std::is_sorted(found.routes.begin(), found.routes.end()));

  brute::Matrix apart = arcs;
  apart[from][to] = false;
  const auto cuts = brute::smallest_cuts(apart, from, to);
  EXPECT_EQ(found.routes.size(), cuts.front().size() + (arcs[from][to] ? 1 : 0));
  EXPECT_EQ(found.cut.has_value(), !arcs[from][to]);
  if (!found.cut) return;
  EXPECT_EQ(std::count(cuts.begin(), cuts.end(), *found.cut), 1);
  const auto before = [&](const std::vector<Vertex>& cut) {
    return brute::reach(brute::without_arcs_of(arcs, cut))[from];
  };
  for (const auto& cut : cuts)  // whatever comes before the nearest comes before all others
    for (Vertex v = 0; v < arcs.size(); ++v) EXPECT_LE(before(*found.cut)[v], before(cut)[v]);
}

TEST(AlgoBruteForce, RoutesAndCuts) {
  for_every_digraph_of_4([](const brute::Matrix& arcs, const Digraph& graph) {
    for (Vertex from = 0; from < 4; ++from)
      for (Vertex to = 0; to < 4; ++to)
        if (from != to) expect_routes(arcs, from, to, disjoint_routes(graph, from, to));
  });
  // Denser digraphs of 7 vertices, where a new route has to push others aside.
  for (std::uint64_t i = 1; i <= 3000; ++i) {
    SCOPED_TRACE("digraph of 7 vertices, " + std::to_string(i));
    const std::uint64_t code = i * 0x9E3779B97F4A7C15U;
    const brute::Matrix arcs = brute::read_code(7, code & (code >> 7));
    expect_routes(arcs, 0, 6, disjoint_routes(brute::make_digraph(arcs), 0, 6));
    if (testing::Test::HasFailure()) return;
  }
}

TEST(AlgoBruteForce, Reach) {
  for_every_digraph_of_4([](const brute::Matrix& arcs, const Digraph& graph) {
    const brute::Matrix reached = brute::reach(arcs);
    for (Vertex u = 0; u < 4; ++u) {
      std::vector<Vertex> after;
      std::vector<Vertex> before;
      for (Vertex v = 0; v < 4; ++v) {
        if (v != u && reached[u][v]) after.push_back(v);
        if (v != u && reached[v][u]) before.push_back(v);
      }
      EXPECT_EQ(reachable_from(graph, u), after);
      EXPECT_EQ(reaching(graph, u), before);
    }
  });
}

TEST(AlgoBruteForce, ShortestPath) {
  const auto check = [](const brute::Matrix& arcs, const Digraph& graph) {
    for (Vertex u = 0; u < arcs.size(); ++u) {
      for (Vertex v = 0; v < arcs.size(); ++v) {
        const auto paths = brute::shortest_paths(arcs, u, v);
        EXPECT_EQ(shortest_path(graph, u, v), paths.empty() ? brute::Path{} : paths.front());
      }
    }
  };
  for_every_digraph_of_4(check);
  for_every_graph_of_5([&](const brute::Matrix& arcs, const Digraph&) {
    // In both directions, for more ties between paths.
    const brute::Matrix ties = brute::symmetrise(arcs);
    check(ties, brute::make_digraph(ties));
  });
}

}  // namespace
}  // namespace crosscut::algo
