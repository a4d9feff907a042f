#include "crosscut/algo/partitions.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <map>

namespace crosscut::algo {
namespace {

using Labels = std::vector<std::uint32_t>;
using Sizes = std::vector<std::size_t>;

double mutual_information(const Labels& a, const Labels& b) {
  std::map<std::uint32_t, double> in_a;
  std::map<std::uint32_t, double> in_b;
  std::map<std::pair<std::uint32_t, std::uint32_t>, double> both;
  const auto n = static_cast<double>(a.size());
  for (std::size_t i = 0; i < a.size(); ++i) {
    in_a[a[i]] += 1 / n;
    in_b[b[i]] += 1 / n;
    both[{a[i], b[i]}] += 1 / n;
  }
  double sum = 0;
  for (const auto& [pair, share] : both)
    sum += share * std::log(share / (in_a[pair.first] * in_b[pair.second]));
  return sum;
}

TEST(AlgoPartitions, LabelsAreNumberedAsTheyCome) {
  const Labels labels{7, 4'000'000'000, 7, 0};
  EXPECT_EQ(number_labels(labels).labels, (Labels{0, 1, 0, 2}));
  EXPECT_EQ(number_labels(labels).count, 3U);
  EXPECT_EQ(number_labels(Labels{}).count, 0U);
}

TEST(AlgoPartitions, EqualGroupingsAgreeWhateverTheyAreCalled) {
  for (const auto& [a, b] :
       {std::pair(Labels{0, 0, 1, 1}, Labels{5, 5, 3, 3}),
        std::pair(Labels{2, 2, 2}, Labels{9, 9, 9}), std::pair(Labels{0, 1, 2}, Labels{2, 0, 1})}) {
    EXPECT_EQ(adjusted_mutual_information(a, b), 1);
    EXPECT_EQ(variation_of_information(a, b), 0);
  }
  EXPECT_EQ(adjusted_mutual_information(Labels{}, Labels{}), std::nullopt);
  EXPECT_EQ(variation_of_information(Labels{}, Labels{}), std::nullopt);
}

TEST(AlgoPartitions, AllInOneSaysNothing) {
  EXPECT_NEAR(*adjusted_mutual_information(Labels{0, 0, 0, 0}, Labels{0, 1, 2, 3}), 0, 1e-15);
  EXPECT_NEAR(*variation_of_information(Labels{0, 0, 1, 1}, Labels{0, 0, 0, 0}), std::log(2),
              1e-15);
}

// Every order of the labels in turn: the mean of what they share is the expectation.
TEST(AlgoPartitions, TheExpectationIsThatOfAllDeals) {
  for (const auto& [a, b] : {std::pair(Labels{0, 0, 0, 1, 1, 2, 2}, Labels{0, 0, 1, 1, 1, 1, 2}),
                             std::pair(Labels{0, 0, 0, 0, 0, 0, 1}, Labels{0, 0, 0, 0, 1, 1, 1}),
                             std::pair(Labels{0, 1, 2, 3, 4, 5, 6}, Labels{0, 0, 0, 0, 1, 1, 1})}) {
    double sum = 0;
    double deals = 0;
    std::vector<std::size_t> order{0, 1, 2, 3, 4, 5, 6};
    do {
      Labels dealt;
      for (const std::size_t i : order) dealt.push_back(b[i]);
      sum += mutual_information(a, dealt);
      ++deals;
    } while (std::next_permutation(order.begin(), order.end()));
    EXPECT_EQ(deals, 5040);
    Sizes sizes_a(7);
    Sizes sizes_b(7);
    for (const auto label : a) ++sizes_a[label];
    for (const auto label : b) ++sizes_b[label];
    EXPECT_NEAR(expected_mutual_information(sizes_a, sizes_b), sum / deals, 1e-12);
  }
}

TEST(AlgoPartitions, AnExampleOfThePaperByOthers) {
  // The figures that scikit-learn's own tests hold for this pair, to 5 places.
  const Labels a{1, 1, 1, 1, 1, 1, 2, 2, 2, 2, 2, 2, 3, 3, 3, 3, 3};
  const Labels b{1, 1, 1, 1, 2, 1, 2, 2, 2, 2, 3, 1, 3, 3, 3, 2, 2};
  EXPECT_NEAR(mutual_information(a, b), 0.41022, 5e-6);
  EXPECT_NEAR(expected_mutual_information(Sizes{6, 6, 5}, Sizes{6, 7, 4}), 0.15042, 5e-6);
  EXPECT_NEAR(*adjusted_mutual_information(a, b), 0.27821, 5e-6);
}

TEST(AlgoPartitions, LargeGroupsDoNotUnderflow) {
  // Two halves of 2 million dealt at random share next to nothing: about 1 / (2 * items).
  constexpr std::size_t half = 1'000'000;
  EXPECT_NEAR(expected_mutual_information(Sizes{half, half}, Sizes{half, half}), 2.5e-7, 1e-9);
}

TEST(AlgoPartitionsDeathTest, GroupingsAreOfTheSameThings) {
  EXPECT_DEATH(variation_of_information(Labels{0}, Labels{0, 1}), "same things");
  EXPECT_DEATH(expected_mutual_information(Sizes{1}, Sizes{2}), "same things");
}

}  // namespace
}  // namespace crosscut::algo
