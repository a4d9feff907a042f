#include "crosscut/base/parallel.h"

#include <gtest/gtest.h>

#include <set>
#include <stdexcept>
#include <string>

namespace crosscut {
namespace {

TEST(ParallelFor, DoesEachItemOnceForAnyNumberOfThreads) {
  for (const std::size_t jobs : {0U, 1U, 2U, 7U, 64U})
    for (const std::size_t count : {0U, 1U, 5U, 1000U}) {
      std::vector<int> times(count, 0);
      parallel_for(jobs, count, [&](std::size_t i) { ++times[i]; });
      EXPECT_EQ(times, std::vector<int>(count, 1)) << jobs << " jobs";
    }
}

TEST(ParallelFor, ThrowsTheFirstFailureByItemAfterAllIsDone) {
  for (const std::size_t jobs : {1U, 4U}) {
    std::vector<int> times(100, 0);
    std::string message;
    try {
      parallel_for(jobs, times.size(), [&](std::size_t i) {
        ++times[i];
        if (i == 90 || i == 17) throw std::runtime_error(std::to_string(i));
      });
    } catch (const std::runtime_error& failure) {
      message = failure.what();
    }
    EXPECT_EQ(message, "17");
    EXPECT_EQ(times, std::vector<int>(100, 1));
  }
}

}  // namespace
}  // namespace crosscut
