// When a finding holds, as a formula over single facts: relations on record, what stands in the row
// of an entity, and what is not on record. From it follow how sure the finding is, which facts
// would undo it, and (lens/robustness.h) how often it holds when the evidence is read again.
//
//   all_of({recorded(a), recorded(b)})                     rival leads: either lead undoes it
//   at_least(5, {recorded(a), recorded(b), ...})           a bottleneck of 7: 3 of them undo it
//   all_of({recorded(need), not_on_record({"one board"})}) a gap: one board undoes it
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "crosscut/model/graph.h"

namespace crosscut {

/// Something that nobody wrote down, and that may be there all the same.
struct Unstated {
  std::string what;       // "one recorded lead of Land use"
  double confidence = 1;  // that it is not there (0.8 or 0.6, measures.md section 3)
  /// Odds that it is there when every such relation is missing from the map: with a share x of
  /// relations missing, it is there with probability x*odds / (1 + x*odds).
  double odds = 0;
  std::size_t number = 1;  // tells apart several of the same
};

struct Condition {
  enum class Sort : std::uint8_t { relation, row, absence, presence, count };
  Sort sort = Sort::count;
  RelationId relation{};
  Unstated unstated;             // of an absence or presence; of a row: `what` alone
  std::vector<Condition> parts;  // of a count: parts that hold count 1 each, or as weighted
  std::vector<int> weights;      // empty, or one for each part; then every part is a single fact
  int least = 0;                 // it holds when the sum is this or more
};

Condition recorded(RelationId relation);
/// What stands in the row of an entity: "the due date of Heat plan". Taken as certain.
Condition stands(std::string what);
Condition not_on_record(Unstated unstated);
/// So many of the same, each with its share of the odds.
std::vector<Condition> none_of_these_on_record(const Unstated& unstated, std::size_t count);
/// One more that nobody wrote down: it may be there all the same, and then counts with the others.
Condition unrecorded(Unstated unstated);
Condition all_of(std::vector<Condition> parts);
Condition any_of(std::vector<Condition> parts);  // of one: that one
Condition any_recorded(const std::vector<RelationId>& relations);
Condition at_least(std::size_t least, std::vector<Condition> parts);
/// Single facts with weights; a negative one stands for a fact that speaks against the finding.
Condition weighted(int least, std::vector<Condition> facts, std::vector<int> weights);

/// Confidence of the weakest fact that the finding cannot do without: of `least` that count, the
/// `least`-th strongest. 1 for a condition without parts.
double weakest_confidence(const Graph& graph, const Condition& condition);

/// The fewest single facts whose error would undo it.
struct Undoing {
  std::size_t distance = 0;        // how many of them together; 0 when nothing would
  std::vector<std::string> facts;  // one each of the alternatives when 1 is enough, weakest first;
                                   // else those that would do it together, "x (2 times)"
};
/// A fact that stands in several parts is counted in each, so that the distance may be too high by
/// those.
Undoing fewest_undoing(const Graph& graph, const Condition& condition);

/// Whether it holds where each relation does or does not; what stands in rows and what is not on
/// record is taken as it is.
bool holds(const Condition& condition, const std::function<bool(RelationId)>& relation_holds);

/// Every relation in the condition, ascending, each once.
std::vector<RelationId> relations_in(const Condition& condition);

}  // namespace crosscut
