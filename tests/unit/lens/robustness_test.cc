// The share of readings in which a finding holds: exact against drawn, and both against cases done
// by hand.
#include "crosscut/lens/robustness.h"

#include <gtest/gtest.h>

#include <cmath>

#include "crosscut/lens/meetings.h"
#include "crosscut/lens/weigh.h"
#include "crosscut/model/sketch.h"

namespace crosscut {
namespace {

Graph graph_of(std::string_view text) { return link(sketch(text), {}).graph; }

RelationId nth(std::size_t n) { return RelationId{static_cast<std::uint32_t>(n)}; }

/// 4 relations without a source, so that none is ever doubted.
const Graph& four_relations() {
  static const Graph graph = [] {
    Dataset data = sketch(
        "a:body contributes-to w:policy ~0.9  a contributes-to x:policy ~0.8  a contributes-to "
        "y:policy ~0.5  a contributes-to z:policy");
    for (RelationRow& row : data.relations) row.sources.clear();
    return link(data, {}).graph;
  }();
  return graph;
}

Condition four() {
  return at_least(3, {recorded(nth(0)), recorded(nth(1)), recorded(nth(2)), recorded(nth(3))});
}

TEST(Robustness, ThreeOfFourIsPoissonBinomial) {
  // The fourth is certain, so that 2 of the other 3 are needed.
  const double expected = 0.9 * 0.8 * 0.5 + 0.9 * 0.8 * 0.5 + 0.9 * 0.2 * 0.5 + 0.1 * 0.8 * 0.5;
  EXPECT_NEAR(*exact_share(four_relations(), four(), 0.05), expected, 1e-12);
}

TEST(Robustness, DrawnSharesLieAroundTheExactOnes) {
  const Graph& graph = four_relations();
  const std::vector<Condition> conditions = {
      four(), all_of({recorded(nth(0)), recorded(nth(1))}),
      any_of({recorded(nth(2)), all_of({recorded(nth(0)), recorded(nth(1))})}),
      weighted(3, {recorded(nth(0)), recorded(nth(1)), recorded(nth(2))}, {2, 1, -1}),
      all_of({recorded(nth(1)), not_on_record({"a board", 0.8, 4})})};
  for (const Condition& condition : conditions) {
    const double exact = *exact_share(graph, condition, 0.05);
    const Draws draws(graph, {.draws = 20'000});
    const double drawn = static_cast<double>(count_bits(draws_in_which(condition, draws))) / 20'000;
    EXPECT_NEAR(drawn, exact, 4 * std::sqrt(exact * (1 - exact) / 20'000));
  }
}

TEST(Robustness, AFactThatStandsTwiceIsDrawn) {
  const Condition twice = any_of({all_of({recorded(nth(0)), recorded(nth(1))}), recorded(nth(0))});
  EXPECT_FALSE(exact_share(four_relations(), twice, 0.05));
  const Draws draws(four_relations(), {.draws = 20'000});
  EXPECT_NEAR(static_cast<double>(count_bits(draws_in_which(twice, draws))) / 20'000, 0.9, 0.01);
}

TEST(Robustness, AMissingOwnerHasTheClosedForm) {
  // 9 of 10 like it have an owner; p = 10/11 with one more of each; nobody looked throughout.
  const Unstated lead = missing_fact("a lead", 0.6, {9, 10});
  const double p = 10.0 / 12;
  const double rate = 0.05;
  EXPECT_NEAR(absence_probability(lead, rate), (1 - p) / ((1 - p) + p * rate), 1e-12);
  EXPECT_EQ(absence_probability(lead, 0), 1);
  EXPECT_NEAR(absence_probability(missing_fact("a lead", 0.8, {9, 10}), rate),
              (1 - p) / ((1 - p) + p * rate * 0.375), 1e-12);
}

TEST(Robustness, ADoubtedSourceLowersAllThatRestsOnIt) {
  const Graph graph =
      graph_of("a:body contributes-to w:policy ~0.7  a contributes-to x:policy ~0.7");
  const Condition both = all_of({recorded(nth(0)), recorded(nth(1))});
  const double higher = (0.7 - 0.05 * 0.5) / 0.95;
  EXPECT_NEAR(*exact_share(graph, both, 0), 0.95 * higher * higher + 0.05 * 0.5 * 0.5, 1e-12);
  EXPECT_NEAR(*exact_share(graph, recorded(nth(0)), 0), 0.7, 1e-12);
  const Draws draws(graph, {.draws = 20'000});
  EXPECT_NEAR(static_cast<double>(count_bits(draws_in_which(both, draws))) / 20'000, 0.492, 0.015);
  EXPECT_EQ(sources_it_rests_on(graph, both).size(), 1U);
  EXPECT_TRUE(sources_it_rests_on(four_relations(), four()).empty());
}

TEST(Robustness, WilsonIntervalOfAThousandDraws) {
  const Interval half = wilson_interval(500, 1000);
  EXPECT_NEAR(half.low, 0.4691, 5e-4);
  EXPECT_NEAR(half.high, 0.5309, 5e-4);
  EXPECT_NEAR(wilson_interval(0, 1000).low, 0, 1e-12);
  EXPECT_NEAR(wilson_interval(0, 1000).high, 0.00383, 5e-5);
  EXPECT_NEAR(wilson_interval(1000, 1000).high, 1, 1e-12);
}

TEST(Robustness, DrawsDoNotDependOnOtherRows) {
  const Graph small = graph_of("a:body contributes-to w:policy ~0.6");
  const Graph large = graph_of("a:body contributes-to w:policy ~0.6  aa:body funds b:policy ~0.5");
  const Draws one(small, {});
  const Draws two(large, {});
  EXPECT_EQ(one.relation(nth(0)), two.relation(nth(0)));
}

std::vector<Finding> weighed(std::string_view lens, const Graph& graph) {
  const auto pairs = department_pairs(graph);
  auto findings = find_lens(lens)->run({graph, pairs});
  weigh_robustness(*find_lens(lens), {graph, pairs}, findings);
  return findings;
}

TEST(Robustness, TwoStatedLeadsHoldInEveryReading) {
  const auto findings = weighed("rival-leads", graph_of("defra leads x  mhclg leads x"));
  ASSERT_EQ(findings.size(), 1U);
  EXPECT_EQ(findings[0].robustness.share, 1);
  EXPECT_EQ(findings[0].robustness.draws, 0U);
  EXPECT_EQ(findings[0].flip_distance, 1U);
}

TEST(Robustness, ACutPointHoldsWhileItJoinsTwoGroups) {
  const auto findings = weighed(
      "cut-point",
      graph_of("a member-of left  b member-of left  left coordinates-with hub:body ~0.7  hub "
               "coordinates-with right:forum  c member-of right  d member-of right"));
  ASSERT_EQ(findings.size(), 1U);
  const Robustness& robustness = findings[0].robustness;
  EXPECT_NEAR(robustness.if_complete, 0.7, 0.05);
  EXPECT_LT(robustness.share, robustness.if_complete);
  EXPECT_LT(robustness.if_twice_missing, robustness.share);
  EXPECT_EQ(robustness.draws, 1000U);
  EXPECT_LT(robustness.low, robustness.share);
  EXPECT_GT(robustness.high, robustness.share);
}

/// The only source of every seat is one that a cut point cannot do without.
TEST(Robustness, SourcesOfMeetingsAreTakenOutToo) {
  Dataset data = sketch(
      "a member-of left  b member-of left  left coordinates-with hub:body  hub coordinates-with "
      "right:forum  c member-of right  d member-of right");
  data.sources.push_back({"minutes", "Minutes", "", {}, "", "", {}, 0, {}});
  data.sources.push_back({"letter", "Letter", "", {}, "", "", {}, 0, {}});
  for (RelationRow& row : data.relations)
    row.sources = {{row.from.text == "a" ? "letter" : "minutes", {}}};
  data.relations.front().sources.push_back({"minutes", {}});  // a's seat has both
  const Graph graph = link(data, {}).graph;
  const auto findings = weighed("cut-point", graph);
  ASSERT_EQ(findings.size(), 1U);
  const auto& rests_on = findings[0].robustness.rests_on;
  ASSERT_EQ(rests_on.size(), 1U);
  EXPECT_EQ(graph.source(rests_on[0]).id, "minutes");
}

/// A lead's going leaves the item with its parent's department, which is another than the other's.
TEST(Robustness, APresumedOwnerTakesThePlaceOfALead) {
  const auto findings = weighed(
      "trade-off", graph_of("rules:policy under defra  defra leads rules ~0.6  mhclg leads homes "
                            "~0.7  rules conflicts-with homes x2 ~0.9"));
  ASSERT_EQ(findings.size(), 1U);
  EXPECT_DOUBLE_EQ(findings[0].confidence, 0.7);
  EXPECT_EQ(findings[0].flips,
            (std::vector<std::string>{"Mhclg leads Homes", "Rules conflict with Homes"}));
}

TEST(Robustness, WhatIsMissingIsNamedWithItsDistance) {
  const auto findings = weighed(
      "bottleneck",
      graph_of(
          "dft leads a  dft leads b  dft leads c  mhclg leads d  mhclg leads e  mhclg leads f  "
          "a depends-on p:body  b depends-on p  c depends-on p  d depends-on p  e depends-on p "
          " f depends-on p ~0.7"));
  ASSERT_EQ(findings.size(), 1U);
  EXPECT_EQ(findings[0].flip_distance, 3U);  // with 4 it is listed still, at Low
  EXPECT_EQ(findings[0].flips.size(), 3U);
  EXPECT_EQ(findings[0].flips.front(), "F depends on P");
}

}  // namespace
}  // namespace crosscut
