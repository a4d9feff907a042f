#include "crosscut/algo/label_permutation.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace crosscut::algo {
namespace {

// 2 triangles joined by one tie, and a vertex in no group that is tied to both.
const Digraph& two_triangles() {
  static const Digraph graph(
      7, {{0, 1}, {1, 2}, {2, 0}, {2, 3}, {3, 4}, {4, 5}, {5, 3}, {6, 0}, {6, 5}});
  return graph;
}
const std::vector<std::uint32_t> sides = {0, 0, 0, 1, 1, 1, no_group};

TEST(LabelPermutation, CountsTiesOfLabelledVerticesOnce) {
  const EiTest test = ei_permutation_test(two_triangles(), sides, 2, {.deals = 10});
  EXPECT_EQ(test.all.internal, 6U);
  EXPECT_EQ(test.all.external, 1U);
  EXPECT_DOUBLE_EQ(*test.all.index, -5.0 / 7);
  EXPECT_EQ(test.groups[0].internal, 3U);
  EXPECT_DOUBLE_EQ(*test.groups[0].index, -0.5);
  // 1 - 2 * (3*2 + 3*2) / (6*5)
  EXPECT_DOUBLE_EQ(*test.all.expected, 0.2);
}

/// Of the 20 ways to choose a side, 2 give the triangles: p is 1 in 10.
TEST(LabelPermutation, PIsTheShareOfDealsAsLow) {
  const EiTest test = ei_permutation_test(two_triangles(), sides, 2, {.deals = 20'000});
  EXPECT_NEAR(*test.all.p, 0.1, 0.01);
}

/// A group of one can have no tie inside: its index is 1 in every deal that gives it a tie.
TEST(LabelPermutation, AGroupOfOneIsNeverLow) {
  const Digraph graph(6, {{0, 1}, {1, 2}});  // 3 to 5 have no ties
  const EiTest test =
      ei_permutation_test(graph, std::vector<std::uint32_t>{0, 1, 1, 1, 1, 1}, 2, {.deals = 1000});
  EXPECT_EQ(test.groups[0].index, 1.0);
  EXPECT_EQ(test.groups[0].p, 1.0);
}

/// Every one of the 20 ways, by hand, against the mean over deals.
TEST(LabelPermutation, ExpectationIsTheMeanOverAllDeals) {
  std::vector<std::uint32_t> labels = {0, 0, 0, 1, 1, 1};
  double sum = 0;
  int ways = 0;
  do {
    std::vector<std::uint32_t> all = labels;
    all.push_back(no_group);
    sum += *ei_permutation_test(two_triangles(), all, 2, {.deals = 0}).all.index;
    ++ways;
  } while (std::next_permutation(labels.begin(), labels.end()));
  EXPECT_EQ(ways, 20);
  EXPECT_NEAR(sum / ways, 0.2, 1e-12);
}

TEST(LabelPermutation, IsTheSameForAnyNumberOfThreads) {
  const auto one = ei_permutation_test(two_triangles(), sides, 2, {.deals = 1234}, 1);
  const auto many = ei_permutation_test(two_triangles(), sides, 2, {.deals = 1234}, 8);
  EXPECT_EQ(one.all.p, many.all.p);
  EXPECT_EQ(one.groups[1].p, many.groups[1].p);
}

TEST(LabelPermutation, WithoutTiesThereIsNotEnoughEvidence) {
  const EiTest test =
      ei_permutation_test(Digraph(3, {}), std::vector<std::uint32_t>{0, 0, 1}, 2, {});
  EXPECT_FALSE(test.all.index);
  EXPECT_FALSE(test.all.p);
  EXPECT_TRUE(test.all.expected);
}

/// The worked example of the false discovery rate: p * n / rank, never above a later one.
TEST(LabelPermutation, AdjustedPValues) {
  const auto adjusted = adjust_p_values({0.01, std::nullopt, 0.04, 0.03, 0.5});
  EXPECT_DOUBLE_EQ(*adjusted[0], 0.04);
  EXPECT_FALSE(adjusted[1]);
  EXPECT_DOUBLE_EQ(*adjusted[2], 0.04 * 4 / 3);
  EXPECT_DOUBLE_EQ(*adjusted[3], 0.04 * 4 / 3);
  EXPECT_DOUBLE_EQ(*adjusted[4], 0.5);
}

}  // namespace
}  // namespace crosscut::algo
