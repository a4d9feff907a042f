// Every algorithm against its definition (brute_force.h), on every loop-free digraph of 4 vertices
// and every simple graph of 5, where rings, forks and joins can meet.
#include "brute_force.h"

#include <gtest/gtest.h>

#include <string>

#include "crosscut/algo/betweenness.h"
#include "crosscut/algo/brokerage.h"
#include "crosscut/algo/components.h"
#include "crosscut/algo/cuts.h"
#include "crosscut/algo/cycles.h"
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
    EXPECT_EQ(pairs_cut(graph), brute::pairs_cut(arcs));
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

TEST(AlgoBruteForce, EdgeBetweenness) {
  const auto check = [](const brute::Matrix& arcs, const Digraph& graph) {
    for (const Direction direction : {Direction::directed, Direction::undirected})
      expect_near(edge_betweenness(graph, direction), brute::edge_betweenness(arcs, direction));
  };
  for_every_digraph_of_4(check);
  for_every_graph_of_5(check);
}

TEST(AlgoBruteForce, BetweennessByLength) {
  // Lengths of 1 to 3, by the arc and the graph: many paths are equal.
  for_every_digraph_of_4([](const brute::Matrix& arcs, const Digraph& graph) {
    std::vector<std::vector<std::uint64_t>> table(4, std::vector<std::uint64_t>(4));
    std::vector<std::uint64_t> lengths;
    for (const auto& [u, v] : list_arcs(graph)) {
      table[u][v] = 1 + (graph.arc_count() + 2 * u + v) % 3;
      lengths.push_back(table[u][v]);
    }
    std::vector<double> expected(4);
    for (Vertex from = 0; from < 4; ++from) {
      for (Vertex to = 0; to < 4; ++to) {
        if (from == to) continue;
        const auto paths = brute::least_paths(arcs, table, from, to);
        for (const brute::Path& path : paths)
          for (std::size_t i = 1; i + 1 < path.size(); ++i)
            expected[path[i]] += 1.0 / static_cast<double>(paths.size());
      }
    }
    expect_near(betweenness(graph, lengths, Direction::directed), expected);
  });
}

TEST(AlgoBruteForce, Brokerage) {
  for_every_digraph_of_4([](const brute::Matrix& arcs, const Digraph& graph) {
    // Every grouping of 4 with up to 3 groups, and one of no group.
    for (std::uint32_t code = 0; code < 256; ++code) {
      std::vector<std::uint32_t> labels;
      for (Vertex v = 0; v < 4; ++v) labels.push_back((code >> (2 * v)) % 4);
      for (auto& label : labels)
        if (label == 3) label = no_group;
      std::vector<Roles<std::uint64_t>> expected(4);
      for (Vertex a = 0; a < 4; ++a)
        for (Vertex b = 0; b < 4; ++b)
          for (Vertex c = 0; c < 4; ++c) {
            if (a == b || b == c || a == c || !arcs[a][b] || !arcs[b][c] || arcs[a][c]) continue;
            const auto x = labels[a];
            const auto y = labels[b];
            const auto z = labels[c];
            if (x == no_group || y == no_group || z == no_group) continue;
            if (x == y && y == z) ++expected[b].coordinator;
            if (x == z && x != y) ++expected[b].itinerant;
            if (x == y && y != z) ++expected[b].representative;
            if (x != y && y == z) ++expected[b].gatekeeper;
            if (x != y && y != z && x != z) ++expected[b].liaison;
          }
      ASSERT_EQ(brokerage(graph, labels), expected) << "labels " << code;
    }
  });
}

TEST(AlgoBruteForce, Circles) {
  for_every_digraph_of_4([](const brute::Matrix& arcs, const Digraph& graph) {
    // Each group's shortest circle is one, and no path back from a head to a tail is shorter.
    for (const auto& members : circular_groups(graph)) {
      const auto cycle = shortest_cycle(graph, members);
      ASSERT_GE(cycle.size(), 2U);
      for (std::size_t i = 0; i < cycle.size(); ++i)
        EXPECT_TRUE(arcs[cycle[i]][cycle[(i + 1) % cycle.size()]]);
      for (const Vertex u : members)
        for (const Vertex v : members)
          if (arcs[u][v]) {
            EXPECT_LE(cycle.size(), brute::shortest_paths(arcs, v, u).front().size());
          }
    }
    const std::size_t fewest = brute::fewest_feedback_arcs(arcs);
    for (const std::size_t exact_to : {20U, 0U}) {
      const FeedbackArcs found = feedback_arcs(graph, exact_to);
      brute::Matrix left = arcs;
      for (const auto& [from, to] : found.arcs) {
        EXPECT_TRUE(left[from][to]);
        left[from][to] = false;
      }
      const auto labels = brute::strong_components(left);
      EXPECT_EQ(*std::max_element(labels.begin(), labels.end()), 3U) << "a circle is left";
      if (exact_to > 0) {
        EXPECT_TRUE(found.exact);
        EXPECT_EQ(found.arcs.size(), fewest);
      } else {
        EXPECT_EQ(found.exact, circular_groups(graph).empty());
        EXPECT_LE(found.arcs.size(), fewest + 1);
      }
    }
  });
}

TEST(AlgoBruteForce, LongestPath) {
  // Without circles: the arcs from lower to higher vertices of every graph of 5.
  for_every_graph_of_5([](const brute::Matrix& arcs, const Digraph& graph) {
    std::vector<brute::Path> all;
    for (Vertex from = 0; from < 5; ++from)
      for (Vertex to = 0; to < 5; ++to) {
        brute::Path path{from};
        brute::extend(arcs, path, to, all);
      }
    const auto before = [](const brute::Path& a, const brute::Path& b) {
      return a.size() != b.size() ? a.size() > b.size() : a < b;
    };
    EXPECT_EQ(longest_path(graph), *std::min_element(all.begin(), all.end(), before));
  });
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
      EXPECT_EQ(count_reaching(graph)[u], before.size());
      EXPECT_EQ(count_reaching(graph, std::vector<Vertex>{3, 0, 3})[u],
                std::count(before.begin(), before.end(), 0U) +
                    std::count(before.begin(), before.end(), 3U));
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
