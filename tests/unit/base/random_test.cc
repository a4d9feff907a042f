#include "crosscut/base/random.h"

#include <gtest/gtest.h>

#include <array>
#include <set>

namespace crosscut {
namespace {

TEST(Random, StepsAreThoseOfSplitMix64) {
  // The first numbers of the published generator from 0, whose state grows by the same constant.
  EXPECT_EQ(scramble(0), 0xE220A8397B1DCDAFU);
  EXPECT_EQ(scramble(0x9E3779B97F4A7C15U), 0x6E789E6AA1B965F4U);
  EXPECT_EQ(scramble(2 * 0x9E3779B97F4A7C15U), 0x06C45D188009454FU);
}

TEST(Random, EachCounterHasItsOwnBits) {
  std::set<std::uint64_t> seen;
  for (std::uint64_t seed = 0; seed < 10; ++seed)
    for (std::uint64_t key = 0; key < 10; ++key)
      for (std::uint64_t counter = 0; counter < 10; ++counter)
        seen.insert(random_bits(seed, key, counter));
  EXPECT_EQ(seen.size(), 1000U);
}

TEST(Random, NumbersAreEven) {
  std::array<int, 7> times{};
  double sum = 0;
  constexpr int draws = 70'000;
  for (std::uint64_t i = 0; i < draws; ++i) {
    ++times.at(to_below(random_bits(1, 2, i), 7));
    const double unit = to_unit(random_bits(1, 3, i));
    EXPECT_GE(unit, 0);
    EXPECT_LT(unit, 1);
    sum += unit;
  }
  for (const int count : times) EXPECT_NEAR(count, draws / 7, 400);  // 4 standard deviations
  EXPECT_NEAR(sum / draws, 0.5, 0.005);
  EXPECT_LT(to_unit(~std::uint64_t{0}), 1);
  EXPECT_EQ(to_below(~std::uint64_t{0}, 1), 0U);
}

}  // namespace
}  // namespace crosscut
