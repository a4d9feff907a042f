// Readings of the evidence, drawn again and again: each relation is there with its confidence, and
// what nobody wrote down is there at the rate at which relations are taken to be missing from a
// map (measures.md, section 3; Borgatti, Carley and Krackhardt 2006, on why both errors count).
//
//   const Draws draws(graph, {});
//   draws.relation(r)    -> a bit for each of the 1,000 readings: is it there?
//
// Each bit is a function of the seed, the number of the draw and the names of what it is about: no
// other row, thread or order changes it.
#pragma once

#include <cstdint>
#include <vector>

#include "crosscut/model/finding.h"
#include "crosscut/model/graph.h"

namespace crosscut {

/// 64 draws a word; bits past the last draw are not set.
using Bits = std::vector<std::uint64_t>;

struct ReadingOptions {
  std::uint64_t seed = 1;
  std::size_t draws = readings_drawn;
  double missing = assumed_missing;
};

class Draws {
 public:
  Draws(const Graph& graph, const ReadingOptions& options);

  std::size_t count() const { return options_.draws; }
  Bits all() const;
  Bits none() const { return Bits(words_, 0); }

  /// In which draws the relation is there. A citation of confidence 1 always holds. In one draw of
  /// 20 a source is judged one step lower, and with it every citation below 1 that rests on it
  /// alone (of what is stated 1, implied 0.7 and our view 0.5; then half); in the others it is
  /// judged as much higher that the confidence is kept over all draws.
  Bits relation(RelationId id) const;

  /// In which draws it is not there either; and in which it is.
  Bits absence(const Unstated& unstated) const;
  Bits presence(const Unstated& unstated) const;

 private:
  double confidence_in(const Citation& citation, std::size_t draw) const;

  const Graph& graph_;
  ReadingOptions options_;
  std::size_t words_;
  std::vector<Bits> source_is_lower_;
};

/// The confidence of a citation in a draw where its source is judged lower, or is not.
double judged_confidence(double confidence, bool lower);

/// Probability that what is not on record is not there, at a rate of missing relations.
double absence_probability(const Unstated& unstated, double missing);

/// The draws of both.
Bits in_both(const Bits& a, const Bits& b);

/// The number of bits set.
std::size_t count_bits(const Bits& bits);

/// In which draws the condition holds.
Bits draws_in_which(const Condition& condition, const Draws& draws);

}  // namespace crosscut
