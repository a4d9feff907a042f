#include "crosscut/model/condition.h"

#include <gtest/gtest.h>

#include "crosscut/model/sketch.h"

namespace crosscut {
namespace {

RelationId nth(std::size_t n) { return RelationId{static_cast<std::uint32_t>(n)}; }

/// a to w, x, y and z, with confidences of 0.9, 0.8, 0.5 and 1.
const Graph& graph() {
  static const Graph linked =
      link(sketch(
               "a:body funds w:policy ~0.9  a funds x:policy ~0.8  a funds y:policy ~0.5  a funds "
               "z:policy"),
           {})
          .graph;
  return linked;
}

Condition all_four(std::size_t least) {
  return at_least(least, {recorded(nth(0)), recorded(nth(1)), recorded(nth(2)), recorded(nth(3))});
}

TEST(Condition, IsAsSureAsTheWeakestFactItCannotDoWithout) {
  EXPECT_DOUBLE_EQ(weakest_confidence(graph(), all_four(4)), 0.5);
  EXPECT_DOUBLE_EQ(weakest_confidence(graph(), all_four(3)), 0.8);
  EXPECT_DOUBLE_EQ(weakest_confidence(graph(), all_four(1)), 1);
  EXPECT_DOUBLE_EQ(weakest_confidence(graph(), all_of({})), 1);
  EXPECT_DOUBLE_EQ(
      weakest_confidence(graph(), all_of({recorded(nth(0)), not_on_record({"a", 0.6, 1})})), 0.6);
  // 2*2 + 1 of a sum of 2*2 + 2*1 - 1, the last speaking against.
  EXPECT_DOUBLE_EQ(
      weakest_confidence(
          graph(), weighted(2, {recorded(nth(0)), recorded(nth(1)), recorded(nth(3))}, {2, 1, -1})),
      0.8);
}

TEST(Condition, NamesTheFewestFactsThatUndoIt) {
  const Undoing two = fewest_undoing(graph(), all_four(3));
  EXPECT_EQ(two.distance, 2U);
  EXPECT_EQ(two.facts, (std::vector<std::string>{"A funds Y", "A funds X"}));
  const Undoing one = fewest_undoing(
      graph(), all_of({recorded(nth(0)), not_on_record({"one board", 0.6, 1}), all_four(3)}));
  EXPECT_EQ(one.distance, 1U);
  EXPECT_EQ(one.facts, (std::vector<std::string>{"one board", "A funds W"}));
  EXPECT_EQ(fewest_undoing(graph(), all_of({})).distance, 0U);
}

TEST(Condition, HoldsWhereEnoughOfItDoes) {
  const auto only = [](std::size_t n) { return [n](RelationId r) { return r == nth(n); }; };
  EXPECT_TRUE(holds(all_four(1), only(2)));
  EXPECT_FALSE(holds(all_four(2), only(2)));
  EXPECT_TRUE(holds(not_on_record({"a board", 0.6, 1}), only(0)));
  EXPECT_FALSE(holds(unrecorded({"a board", 0.6, 1}), only(0)));
}

TEST(Condition, WhatMayBeThereUnrecordedUndoesNothing) {
  const Condition condition =
      at_least(2, {recorded(nth(0)), recorded(nth(1)), unrecorded({"one more", 0, 3})});
  const Undoing undoing = fewest_undoing(graph(), condition);
  EXPECT_EQ(undoing.distance, 1U);
  EXPECT_DOUBLE_EQ(weakest_confidence(graph(), condition), 0.8);
  EXPECT_EQ(relations_in(condition), (std::vector<RelationId>{nth(0), nth(1)}));
}

}  // namespace
}  // namespace crosscut
