// How far two groupings of the same things agree.
//
//   adjusted_mutual_information({0, 0, 1, 1}, {5, 5, 3, 3})  -> 1
//   variation_of_information({0, 0, 1, 1}, {0, 0, 0, 0})     -> ln 2
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace crosscut::algo {

struct Numbered {
  std::vector<std::uint32_t> labels;  // from 0 in the order of first occurrence
  std::size_t count = 0;
};

/// The same grouping with its labels, which may be any numbers, renumbered. O(items).
Numbered number_labels(std::span<const std::uint32_t> labels);

/// Mutual information of two groupings above what labels dealt at random to groups of the same
/// sizes would share, over the same of the mean of their entropies: 1 when they are equal, 0 when
/// they agree no more than by chance, at times below. Equal groupings of all in one, or of each
/// alone, give 1. Nothing without items. Aborts when the lengths differ. The expectation is exact:
/// O(items + pairs of different group sizes * width of their overlap's distribution).
/// Vinh, Epps and Bailey, Information theoretic measures for clusterings comparison, JMLR 11
/// (2010).
std::optional<double> adjusted_mutual_information(std::span<const std::uint32_t> a,
                                                  std::span<const std::uint32_t> b);

/// Entropy of each grouping given the other, summed, in nats: 0 when they are equal, at most
/// ln(items). Nothing without items. Aborts when the lengths differ. O(items log items).
/// Meila, Comparing clusterings: an information based distance, J. Multivar. Anal. 98 (2007).
std::optional<double> variation_of_information(std::span<const std::uint32_t> a,
                                               std::span<const std::uint32_t> b);

/// Mutual information that groupings with groups of these sizes share on average when one's labels
/// are dealt at random, in nats. Aborts when the sizes do not sum to the same.
double expected_mutual_information(std::span<const std::size_t> sizes_a,
                                   std::span<const std::size_t> sizes_b);

}  // namespace crosscut::algo
