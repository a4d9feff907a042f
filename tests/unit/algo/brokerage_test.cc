#include "crosscut/algo/brokerage.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace crosscut::algo {
namespace {

using Labels = std::vector<std::uint32_t>;

TEST(AlgoBrokerage, EachRoleByTheGroupsOfTheThree) {
  const Digraph graph(3, {{0, 1}, {1, 2}});
  EXPECT_EQ(brokerage(graph, Labels{7, 7, 7})[1].coordinator, 1U);
  EXPECT_EQ(brokerage(graph, Labels{7, 8, 7})[1].itinerant, 1U);
  EXPECT_EQ(brokerage(graph, Labels{7, 7, 8})[1].representative, 1U);
  EXPECT_EQ(brokerage(graph, Labels{7, 8, 8})[1].gatekeeper, 1U);
  EXPECT_EQ(brokerage(graph, Labels{7, 8, 9})[1].liaison, 1U);
  for (const Labels& labels : {Labels{7, 7, 7}, Labels{7, 8, 9}, Labels{7, 8, 7}})
    EXPECT_EQ(brokerage(graph, labels)[1].total(), 1U);
  EXPECT_EQ(brokerage(graph, Labels{7, no_group, 7})[1].total(), 0U);
}

TEST(AlgoBrokerage, WhoCanGoStraightNeedsNoBroker) {
  const Digraph graph(3, {{0, 1}, {1, 2}, {0, 2}});
  EXPECT_EQ(brokerage(graph, Labels{0, 1, 2})[1].total(), 0U);
  const Digraph back(3, {{0, 1}, {1, 0}});  // there and back is no triple
  EXPECT_EQ(brokerage(back, Labels{0, 1, 2})[1].total(), 0U);
}

// Every deal of the labels in turn: the mean of each role is the total times its share.
TEST(AlgoBrokerage, TheExpectationIsThatOfAllDeals) {
  const Digraph graph(7, {{0, 1}, {1, 2}, {2, 3}, {1, 4}, {5, 1}, {4, 6}, {6, 4}, {3, 6}});
  Labels labels{0, 0, 0, 1, 1, 2};
  std::sort(labels.begin(), labels.end());
  std::vector<Roles<double>> sums(graph.size());
  double deals = 0;
  Labels dealt(7, no_group);
  std::vector<Roles<std::uint64_t>> found;
  do {
    std::copy(labels.begin(), labels.end(), dealt.begin());  // vertex 6 is in no group
    found = brokerage(graph, dealt);
    for (Vertex v = 0; v < graph.size(); ++v) {
      sums[v].coordinator += static_cast<double>(found[v].coordinator);
      sums[v].itinerant += static_cast<double>(found[v].itinerant);
      sums[v].representative += static_cast<double>(found[v].representative);
      sums[v].gatekeeper += static_cast<double>(found[v].gatekeeper);
      sums[v].liaison += static_cast<double>(found[v].liaison);
    }
    ++deals;
  } while (std::next_permutation(labels.begin(), labels.end()));
  EXPECT_EQ(deals, 60);
  const auto shares = expected_role_shares(dealt);
  ASSERT_TRUE(shares);
  EXPECT_NEAR(shares->total(), 1, 1e-15);
  for (Vertex v = 0; v < graph.size(); ++v) {
    const auto total = static_cast<double>(found[v].total());
    EXPECT_NEAR(sums[v].coordinator / deals, total * shares->coordinator, 1e-12);
    EXPECT_NEAR(sums[v].itinerant / deals, total * shares->itinerant, 1e-12);
    EXPECT_NEAR(sums[v].representative / deals, total * shares->representative, 1e-12);
    EXPECT_NEAR(sums[v].gatekeeper / deals, total * shares->gatekeeper, 1e-12);
    EXPECT_NEAR(sums[v].liaison / deals, total * shares->liaison, 1e-12);
  }
  EXPECT_GT(found[1].total(), 3U);
  EXPECT_EQ(expected_role_shares(Labels{0, 1, no_group}), std::nullopt);
}

}  // namespace
}  // namespace crosscut::algo
