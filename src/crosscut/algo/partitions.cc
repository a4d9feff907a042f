#include "crosscut/algo/partitions.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <unordered_map>

#undef NDEBUG  // these checks stay on in release builds
#include <cassert>

namespace crosscut::algo {
namespace {

using Sizes = std::vector<std::size_t>;

struct Table {
  Sizes a, b;     // sizes of the groups
  Sizes overlap;  // sizes of the meets of a group of each that are not empty
  std::size_t items = 0;
};

Sizes sizes_of(const Numbered& grouping) {
  Sizes sizes(grouping.count);
  for (const std::uint32_t label : grouping.labels) ++sizes[label];
  return sizes;
}

Table cross(std::span<const std::uint32_t> a, std::span<const std::uint32_t> b) {
  assert(a.size() == b.size() && "two groupings of the same things");
  const Numbered left = number_labels(a);
  const Numbered right = number_labels(b);
  std::vector<std::uint64_t> cells(a.size());
  for (std::size_t i = 0; i < a.size(); ++i)
    cells[i] = (std::uint64_t{left.labels[i]} << 32U) | right.labels[i];
  std::sort(cells.begin(), cells.end());
  Table table{sizes_of(left), sizes_of(right), {}, a.size()};
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (i == 0 || cells[i] != cells[i - 1]) table.overlap.push_back(0);
    ++table.overlap.back();
  }
  return table;
}

// In nats. Sorted first, so that the order of groups changes nothing.
double entropy(Sizes sizes, std::size_t items) {
  std::sort(sizes.begin(), sizes.end());
  double sum = 0;
  for (const std::size_t size : sizes) {
    const double share = static_cast<double>(size) / static_cast<double>(items);
    sum -= share * std::log(share);
  }
  return sum;
}

// Different sizes, each with how many groups have it.
std::vector<std::pair<std::size_t, double>> count_sizes(std::span<const std::size_t> sizes) {
  Sizes sorted(sizes.begin(), sizes.end());
  std::sort(sorted.begin(), sorted.end());
  std::vector<std::pair<std::size_t, double>> counted;
  for (const std::size_t size : sorted) {
    if (size == 0) continue;
    if (counted.empty() || counted.back().first != size) counted.emplace_back(size, 0);
    ++counted.back().second;
  }
  return counted;
}

// The mean share of information of a group of a and one of b among n items: the overlap is
// hypergeometric. From its most likely value down and up until nothing is added.
class Overlap {
 public:
  explicit Overlap(std::size_t items) : n_(items), log_factorial_(items + 1) {
    for (std::size_t i = 2; i <= items; ++i)
      log_factorial_[i] = log_factorial_[i - 1] + std::log(static_cast<double>(i));
  }

  double expect(std::size_t a, std::size_t b) const {
    const std::size_t least = a + b > n_ ? a + b - n_ : 0;
    const std::size_t most = std::min(a, b);
    const std::size_t likely = std::clamp((a + 1) * (b + 1) / (n_ + 2), least, most);
    const double peak = probability(a, b, likely);
    double sum = peak * information(a, b, likely);
    double chance = peak;
    for (std::size_t k = likely; k > least && chance > negligible; --k) {
      chance *= real(k) * real(n_ + k - a - b) / (real(a - k + 1) * real(b - k + 1));
      sum += chance * information(a, b, k - 1);
    }
    chance = peak;
    for (std::size_t k = likely; k < most && chance > negligible; ++k) {
      chance *= real(a - k) * real(b - k) / (real(k + 1) * real(n_ + k + 1 - a - b));
      sum += chance * information(a, b, k + 1);
    }
    return sum;
  }

 private:
  static constexpr double negligible = 1e-25;
  static double real(std::size_t i) { return static_cast<double>(i); }

  double probability(std::size_t a, std::size_t b, std::size_t k) const {
    const auto& log = log_factorial_;
    return std::exp(log[a] + log[b] + log[n_ - a] + log[n_ - b] - log[n_] - log[k] - log[a - k] -
                    log[b - k] - log[n_ + k - a - b]);
  }
  double information(std::size_t a, std::size_t b, std::size_t k) const {
    if (k == 0) return 0;
    return real(k) / real(n_) * std::log(real(n_) * real(k) / (real(a) * real(b)));
  }

  std::size_t n_;
  std::vector<double> log_factorial_;
};

}  // namespace

Numbered number_labels(std::span<const std::uint32_t> labels) {
  Numbered numbered;
  numbered.labels.reserve(labels.size());
  std::unordered_map<std::uint32_t, std::uint32_t> seen;
  for (const std::uint32_t label : labels) {
    const auto next = static_cast<std::uint32_t>(seen.size());
    numbered.labels.push_back(seen.try_emplace(label, next).first->second);
  }
  numbered.count = seen.size();
  return numbered;
}

double expected_mutual_information(std::span<const std::size_t> sizes_a,
                                   std::span<const std::size_t> sizes_b) {
  const std::size_t items = std::accumulate(sizes_a.begin(), sizes_a.end(), std::size_t{0});
  assert(items == std::accumulate(sizes_b.begin(), sizes_b.end(), std::size_t{0}) &&
         "two groupings of the same things");
  const Overlap overlap(items);
  const auto counted_b = count_sizes(sizes_b);
  double sum = 0;
  for (const auto& [a, times_a] : count_sizes(sizes_a))
    for (const auto& [b, times_b] : counted_b) sum += times_a * times_b * overlap.expect(a, b);
  return sum;
}

std::optional<double> adjusted_mutual_information(std::span<const std::uint32_t> a,
                                                  std::span<const std::uint32_t> b) {
  if (a.empty() && b.empty()) return std::nullopt;
  const Table table = cross(a, b);
  if (table.overlap.size() == table.a.size() && table.overlap.size() == table.b.size()) return 1;
  const double entropy_a = entropy(table.a, table.items);
  const double entropy_b = entropy(table.b, table.items);
  const double shared = entropy_a + entropy_b - entropy(table.overlap, table.items);
  const double expected = expected_mutual_information(table.a, table.b);
  return (shared - expected) / ((entropy_a + entropy_b) / 2 - expected);
}

std::optional<double> variation_of_information(std::span<const std::uint32_t> a,
                                               std::span<const std::uint32_t> b) {
  if (a.empty() && b.empty()) return std::nullopt;
  const Table table = cross(a, b);
  if (table.overlap.size() == table.a.size() && table.overlap.size() == table.b.size()) return 0;
  return 2 * entropy(table.overlap, table.items) - entropy(table.a, table.items) -
         entropy(table.b, table.items);
}

}  // namespace crosscut::algo
