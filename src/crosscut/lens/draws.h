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

#include <algorithm>
#include <cstdint>
#include <map>
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

/// Whether the draw is one of them.
bool is_set(const Bits& bits, std::size_t draw);

class Draws {
 public:
  Draws(const Graph& graph, const ReadingOptions& options);

  /// Readings that are not drawn: all as written, but for one of the relations in each.
  static Draws without_each(const Graph& graph, const std::vector<RelationId>& relations);
  /// The same, but for what rests on one of the sources alone.
  static Draws without_each(const Graph& graph, const std::vector<SourceId>& sources);

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
  Draws(const Graph& graph, const ReadingOptions& options, bool as_written);
  double confidence_in(const Citation& citation, std::size_t draw) const;
  void take_out(RelationId id, std::size_t draw);

  const Graph& graph_;
  ReadingOptions options_;
  std::size_t words_;
  std::vector<Bits> source_is_lower_;
  bool as_written_ = false;
  std::map<RelationId, Bits> taken_out_;  // of those readings: in which a relation is there
};

/// Whether some citation of the relation stands on another source too, or on none.
bool holds_without(const Relation& relation, SourceId source);

/// Of these rows, those without any one of which it would not hold: holds(draws) says in which. Of
/// very many, the weakest are looked at.
template <typename Holds>
std::vector<RelationId> rows_it_needs(const Graph& graph, std::vector<RelationId> rows,
                                      Holds holds) {
  constexpr std::size_t most_rows = 2048;
  std::stable_sort(rows.begin(), rows.end(), [&](RelationId a, RelationId b) {
    return graph.relation(a).confidence < graph.relation(b).confidence;
  });
  rows.resize(std::min(rows.size(), most_rows));
  const Bits held = holds(Draws::without_each(graph, rows));
  std::vector<RelationId> needed;
  for (std::size_t i = 0; i < rows.size(); ++i)
    if (!is_set(held, i)) needed.push_back(rows[i]);
  return needed;
}

/// The confidence of a citation in a draw where its source is judged lower, or is not.
double judged_confidence(double confidence, bool lower);

/// Probability that what is not on record is not there, at a rate of missing relations.
double absence_probability(const Unstated& unstated, double missing);

/// The draws that are not set in this one.
Bits in_others(const Bits& bits, const Draws& draws);

/// The draws of both.
Bits in_both(const Bits& a, const Bits& b);

/// Sets in `bits` what is set in `more`.
void add_bits(Bits& bits, const Bits& more);

/// The number of bits set.
std::size_t count_bits(const Bits& bits);

/// In which draws the condition holds.
Bits draws_in_which(const Condition& condition, const Draws& draws);

}  // namespace crosscut
