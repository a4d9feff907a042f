// Work shared among threads so that the result does not depend on how many there are:
// item i writes only to slot i.
//
//   std::vector<double> squares(n);
//   parallel_for(jobs, n, [&](std::size_t i) { squares[i] = double(i) * double(i); });
#pragma once

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <exception>
#include <thread>
#include <vector>

namespace crosscut {

/// Calls work(i) once for every i < count, on up to `jobs` threads (at least one, the caller's
/// own). The first exception (by item number) is thrown again when all threads have ended.
template <typename Work>
void parallel_for(std::size_t jobs, std::size_t count, Work work) {
  std::atomic<std::size_t> next{0};
  std::vector<std::exception_ptr> failures(count);
  const auto run = [&] {
    for (std::size_t i = next++; i < count; i = next++) {
      try {
        work(i);
      } catch (...) {
        failures[i] = std::current_exception();
      }
    }
  };
  std::vector<std::jthread> threads;
  for (std::size_t t = 1; t < std::min(jobs, count); ++t) threads.emplace_back(run);
  run();
  threads.clear();
  for (const std::exception_ptr& failure : failures)
    if (failure) std::rethrow_exception(failure);
}

}  // namespace crosscut
