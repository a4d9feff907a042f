// Known graphs against the answers that NetworkX gave (tests/reference/make_networkx_answers.py).
#include <gtest/gtest.h>

#include <fstream>
#include <nlohmann/json.hpp>
#include <string>
#include <utility>
#include <vector>

#include "crosscut/algo/betweenness.h"
#include "crosscut/algo/components.h"
#include "crosscut/algo/cuts.h"
#include "crosscut/algo/digraph.h"
#include "crosscut/algo/paths.h"

namespace crosscut::algo {
namespace {

using Pairs = std::vector<std::pair<Vertex, Vertex>>;
using Json = nlohmann::json;

class AlgoNetworkx : public testing::TestWithParam<std::string> {
 protected:
  void SetUp() override {
    std::ifstream file(std::string(CROSSCUT_ROOT) + "/tests/reference/networkx_answers.json");
    ASSERT_TRUE(file) << "no answers to compare with";
    const Json answers = Json::parse(file);
    for (const Json& candidate : answers.at("graphs"))
      if (candidate.at("name") == GetParam()) answer_ = candidate;
    ASSERT_FALSE(answer_.is_null()) << "no answer for this graph";
    std::vector<Arc> arcs;
    for (const auto& [from, to] : at<Pairs>("arcs")) arcs.push_back({from, to});
    ASSERT_FALSE(arcs.empty());
    graph_ = Digraph(at<std::size_t>("vertices"), std::move(arcs));
  }

  template <typename Value>
  Value at(const char* key) const {
    return answer_.at(key).get<Value>();
  }

  void expect_betweenness(Direction direction, const char* key) const {
    const auto actual = betweenness(graph_, direction);
    const auto expected = at<std::vector<double>>(key);
    ASSERT_EQ(actual.size(), expected.size());
    for (std::size_t v = 0; v < actual.size(); ++v)
      EXPECT_NEAR(actual[v], expected[v], 1e-8) << "vertex " << v;
  }

  Json answer_;
  Digraph graph_;
};

TEST_P(AlgoNetworkx, Betweenness) {
  expect_betweenness(Direction::undirected, "betweenness_undirected");
  expect_betweenness(Direction::directed, "betweenness_directed");
}

TEST_P(AlgoNetworkx, Cuts) {
  EXPECT_EQ(articulation_points(graph_), at<std::vector<Vertex>>("articulation_points"));
  EXPECT_EQ(bridges(graph_), at<Pairs>("bridges"));
}

TEST_P(AlgoNetworkx, Components) {
  EXPECT_EQ(components(graph_), at<std::vector<std::uint32_t>>("components"));
  EXPECT_EQ(strong_components(graph_), at<std::vector<std::uint32_t>>("strong_components"));
}

TEST_P(AlgoNetworkx, Paths) {
  const auto last = static_cast<Vertex>(graph_.size() - 1);
  EXPECT_EQ(reachable_from(graph_, 0), at<std::vector<Vertex>>("reachable_from_0"));
  EXPECT_EQ(reaching(graph_, last), at<std::vector<Vertex>>("reaching_last"));
  const auto distances = at<std::vector<int>>("distances_from_0");
  ASSERT_EQ(distances.size(), graph_.size());
  for (Vertex v = 0; v < graph_.size(); ++v)
    EXPECT_EQ(static_cast<int>(shortest_path(graph_, 0, v).size()) - 1, distances[v])
        << "vertex " << v;
}

INSTANTIATE_TEST_SUITE_P(Known, AlgoNetworkx,
                         testing::Values("karate club", "davis southern women",
                                         "florentine families", "les miserables", "krackhardt kite",
                                         "random, sparse", "random, middling", "random, dense"),
                         [](const auto& graph) {
                           std::string name;
                           for (const char c : graph.param)
                             if (c != ' ' && c != ',') name += c;
                           return name;
                         });

}  // namespace
}  // namespace crosscut::algo
