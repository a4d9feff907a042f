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

/// Whether a's index is at or below b's, in whole numbers; never when a has no ties.
bool is_as_low(const Counts& a, const Counts& b) {
  if (a.external + a.internal == 0) return false;
  return a.external * (b.external + b.internal) <= b.external * (a.external + a.internal);
}

/// Each deal shuffles the labels from the start (Fisher and Yates), so that no deal needs another.
void deal(std::vector<std::uint32_t>& labels, const std::vector<Vertex>& labelled,
          const PermutationOptions& options, std::uint64_t number) {
  for (std::size_t i = labelled.size(); i > 1; --i) {
    const std::uint32_t j =
        to_below(random_bits(options.seed, number, i), static_cast<std::uint32_t>(i));
    std::swap(labels[labelled[i - 1]], labels[labelled[j]]);
  }
}

std::optional<double> index_of(const Counts& counts) {
  const auto all = static_cast<double>(counts.external + counts.internal);
  if (all <= 0) return std::nullopt;
  return (static_cast<double>(counts.external) - static_cast<double>(counts.internal)) / all;
}

}  // namespace

EiTest ei_permutation_test(const Digraph& graph, std::span<const std::uint32_t> labels,
                           std::size_t groups, const PermutationOptions& options,
                           std::size_t jobs) {
  std::vector<Vertex> labelled;
  std::vector<std::size_t> sizes(groups, 0);
  for (Vertex v = 0; v < labels.size(); ++v) {
    if (labels[v] == no_group) continue;
    labelled.push_back(v);
    ++sizes[labels[v]];
  }
  std::vector<std::pair<Vertex, Vertex>> ties;
  for (const auto& [a, b] : list_arcs(symmetrise(graph)))
    if (a < b && labels[a] != no_group && labels[b] != no_group) ties.emplace_back(a, b);
  const std::vector<std::uint32_t> as_is(labels.begin(), labels.end());
  const auto seen = count_ties(ties, as_is, groups);
  constexpr std::size_t block = 50;  // deals to a slot
  const std::size_t blocks = (options.deals + block - 1) / block;
  std::vector<std::vector<std::uint64_t>> as_low(blocks, std::vector<std::uint64_t>(groups + 1, 0));
  parallel_for(jobs, blocks, [&](std::size_t at) {
    for (std::size_t n = at * block; n < std::min(options.deals, (at + 1) * block); ++n) {
      std::vector<std::uint32_t> dealt = as_is;
      deal(dealt, labelled, options, n);
      const auto counts = count_ties(ties, dealt, groups);
      for (std::size_t g = 0; g <= groups; ++g) as_low[at][g] += is_as_low(counts[g], seen[g]);
    }
  });
  const auto n = static_cast<double>(labelled.size());
  const auto figures = [&](std::size_t g, std::optional<double> expected) {
    std::uint64_t low = 0;
    for (const auto& counts : as_low) low += counts[g];
    EiFigures result{seen[g].external, seen[g].internal, index_of(seen[g]), expected, {}};
    if (result.index && options.deals > 0)
      result.p = static_cast<double>(1 + low) / static_cast<double>(options.deals + 1);
    return result;
  };
  EiTest test;
  double inside = 0;
  for (std::size_t g = 0; g < groups; ++g) {
    const auto size = static_cast<double>(sizes[g]);
    inside += size * (size - 1);
    const double leaving = 2 * (n - size);
    const double ends = leaving + size - 1;
    test.groups.push_back(figures(
        g, size > 0 && ends > 0 ? std::optional((leaving - (size - 1)) / ends) : std::nullopt));
  }
  test.all = figures(groups, n < 2 ? std::nullopt : std::optional(1 - 2 * inside / (n * (n - 1))));
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
