#include "crosscut/algo/label_permutation.h"

#include <algorithm>
#include <numeric>

#include "crosscut/base/parallel.h"
#include "crosscut/base/random.h"

namespace crosscut::algo {
namespace {

struct Counts {
  std::uint64_t external = 0, internal = 0;
};

/// Ties of the groups among labelled vertices, and of all together in the last place.
std::vector<Counts> count_ties(const std::vector<std::pair<Vertex, Vertex>>& ties,
                               const std::vector<std::uint32_t>& labels, std::size_t groups) {
  std::vector<Counts> counts(groups + 1);
  for (const auto& [a, b] : ties) {
    const std::uint32_t x = labels[a];
    const std::uint32_t y = labels[b];
    if (x == y) {
      ++counts[x].internal;
      ++counts[groups].internal;
    } else {
      ++counts[x].external;
      ++counts[y].external;
      ++counts[groups].external;
    }
  }
  return counts;
}

bool has_ties(const Counts& counts) { return counts.external + counts.internal > 0; }

/// Whether a's index is at or below b's, in whole numbers; both have ties.
bool is_as_low(const Counts& a, const Counts& b) {
  return a.external * (b.external + b.internal) <= b.external * (a.external + a.internal);
}

std::optional<double> index_of(const Counts& counts) {
  const auto all = static_cast<double>(counts.external + counts.internal);
  if (all <= 0) return std::nullopt;
  return (static_cast<double>(counts.external) - static_cast<double>(counts.internal)) / all;
}

/// The labelled vertices and the ties among them, to deal the labels anew.
class Dealer {
 public:
  Dealer(const Digraph& graph, std::span<const std::uint32_t> labels, std::size_t groups)
      : labels_(labels.begin(), labels.end()), sizes_(groups, 0) {
    for (Vertex v = 0; v < labels.size(); ++v) {
      if (labels[v] == no_group) continue;
      labelled_.push_back(v);
      ++sizes_[labels[v]];
    }
    for (const auto& [a, b] : list_arcs(symmetrise(graph)))
      if (a < b && labels[a] != no_group && labels[b] != no_group) ties_.emplace_back(a, b);
  }

  std::vector<Counts> seen() const { return count_ties(ties_, labels_, sizes_.size()); }

  /// In how many deals each group has ties, and its index is as low as the one seen; all together
  /// in the last place.
  struct Tally {
    std::uint64_t with_ties = 0, as_low = 0;
  };
  std::vector<Tally> count_as_low(const std::vector<Counts>& seen,
                                  const PermutationOptions& options, std::size_t jobs) const {
    constexpr std::size_t block = 50;  // deals to a slot
    const std::size_t blocks = (options.deals + block - 1) / block;
    std::vector<std::vector<Tally>> slots(blocks, std::vector<Tally>(seen.size()));
    parallel_for(jobs, blocks, [&](std::size_t at) {
      for (std::size_t n = at * block; n < std::min(options.deals, (at + 1) * block); ++n) {
        const auto counts = count_ties(ties_, deal(options.seed, n), sizes_.size());
        for (std::size_t g = 0; g < seen.size(); ++g) {
          if (!has_ties(counts[g]) || !has_ties(seen[g])) continue;
          ++slots[at][g].with_ties;
          slots[at][g].as_low += is_as_low(counts[g], seen[g]);
        }
      }
    });
    std::vector<Tally> sum(seen.size());
    for (const auto& slot : slots) {
      for (std::size_t g = 0; g < seen.size(); ++g) {
        sum[g].with_ties += slot[g].with_ties;
        sum[g].as_low += slot[g].as_low;
      }
    }
    return sum;
  }

  std::optional<double> expected_of(std::size_t group) const {
    const auto n = static_cast<double>(labelled_.size());
    const auto size = static_cast<double>(sizes_[group]);
    const double leaving = 2 * (n - size);
    const double inside = size - 1;
    if (size < 1 || leaving + inside <= 0) return std::nullopt;
    return (leaving - inside) / (leaving + inside);
  }

  std::optional<double> expected_of_all() const {
    const auto n = static_cast<double>(labelled_.size());
    if (n < 2) return std::nullopt;
    double inside = 0;
    for (const std::size_t size : sizes_)
      inside += static_cast<double>(size) * (static_cast<double>(size) - 1);
    return 1 - 2 * inside / (n * (n - 1));
  }

 private:
  /// Each deal shuffles the labels from the start (Fisher and Yates), so that no deal needs
  /// another.
  std::vector<std::uint32_t> deal(std::uint64_t seed, std::uint64_t number) const {
    std::vector<std::uint32_t> dealt = labels_;
    for (std::size_t i = labelled_.size(); i > 1; --i) {
      const std::uint32_t j = to_below(random_bits(seed, number, i), static_cast<std::uint32_t>(i));
      std::swap(dealt[labelled_[i - 1]], dealt[labelled_[j]]);
    }
    return dealt;
  }

  std::vector<std::uint32_t> labels_;
  std::vector<std::size_t> sizes_;
  std::vector<Vertex> labelled_;
  std::vector<std::pair<Vertex, Vertex>> ties_;
};

}  // namespace

EiTest ei_permutation_test(const Digraph& graph, std::span<const std::uint32_t> labels,
                           std::size_t groups, const PermutationOptions& options,
                           std::size_t jobs) {
  const Dealer dealer(graph, labels, groups);
  const std::vector<Counts> seen = dealer.seen();
  const auto tallies = dealer.count_as_low(seen, options, jobs);
  const auto figures = [&](std::size_t g, std::optional<double> expected) {
    EiFigures result{seen[g].external, seen[g].internal, index_of(seen[g]), expected, {}};
    if (result.index && options.deals > 0)
      result.p = static_cast<double>(1 + tallies[g].as_low) /
                 static_cast<double>(1 + tallies[g].with_ties);
    return result;
  };
  EiTest test;
  for (std::size_t g = 0; g < groups; ++g) test.groups.push_back(figures(g, dealer.expected_of(g)));
  test.all = figures(groups, dealer.expected_of_all());
  return test;
}

std::vector<std::optional<double>> adjust_p_values(
    const std::vector<std::optional<double>>& p_values) {
  std::vector<std::size_t> order;
  for (std::size_t i = 0; i < p_values.size(); ++i)
    if (p_values[i]) order.push_back(i);
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return *p_values[a] < *p_values[b]; });
  std::vector<std::optional<double>> adjusted(p_values.size());
  double least = 1;
  for (std::size_t rank = order.size(); rank > 0; --rank) {
    const std::size_t i = order[rank - 1];
    least = std::min(least,
                     *p_values[i] * static_cast<double>(order.size()) / static_cast<double>(rank));
    adjusted[i] = least;
  }
  return adjusted;
}

}  // namespace crosscut::algo
