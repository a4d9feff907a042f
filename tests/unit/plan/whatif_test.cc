#include "crosscut/plan/whatif.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <set>

#include "crosscut/model/sketch.h"
#include "crosscut/read/join.h"
#include "crosscut/write/effect_paper.h"
#include "unit/sentences.h"

namespace crosscut {
namespace {

Fate fate_of(const WhatIf& tried, std::string_view from, Verb verb, std::string_view to) {
  const Graph& graph = tried.effect.before.graph;
  for (const RelationChange& change : tried.effect.remainder.relations) {
    const Relation& relation = graph.relation(change.relation);
    if (graph.entity(relation.from).id == from && relation.verb == verb &&
        graph.entity(relation.to).id == to)
      return change.fate;
  }
  ADD_FAILURE() << from << " " << to << " is not in the remainder";
  return Fate::kept;
}

TEST(WhatIf, EachRelationHasItsFate) {
  const WhatIf tried = try_sentences(
      sketch("agency:body under dfe  agency contributes-to jobs  dwp leads jobs  agency delivers "
             "schools  dfe leads schools  agency contributes-to homes  mhclg leads homes  dfe "
             "contributes-to homes"),
      "move agency to dwp\n");
  EXPECT_EQ(fate_of(tried, "agency", Verb::contributes_to, "jobs"), Fate::internal);
  EXPECT_EQ(fate_of(tried, "agency", Verb::delivers, "schools"), Fate::crossing);
  EXPECT_EQ(fate_of(tried, "agency", Verb::contributes_to, "homes"), Fate::moved);
  EXPECT_EQ(tried.effect.remainder.relations.size(), 3U);
}

TEST(WhatIf, MergingSaysWhatIsDoubledAndGone) {
  const WhatIf tried = try_sentences(
      sketch("fco contributes-to aid  dfid contributes-to aid  dfid leads relief  fco "
             "coordinates-with dfid  hmt leads aid"),
      "merge dfid into fco\n");
  EXPECT_EQ(fate_of(tried, "dfid", Verb::contributes_to, "aid"), Fate::doubled);
  EXPECT_EQ(fate_of(tried, "fco", Verb::coordinates_with, "dfid"), Fate::gone);
  EXPECT_EQ(fate_of(tried, "dfid", Verb::leads, "relief"), Fate::moved);
}

TEST(WhatIf, FindingsAppearVanishAndPersist) {
  const WhatIf tried = try_sentences(
      sketch("ho member-of other  desnz leads grid  dwp leads training  grid depends-on training  "
             "mhclg leads homes  dft leads homes"),
      "merge dwp into desnz\nend mhclg leads homes\nend dft leads homes\n");
  std::set<std::string> turns;
  for (const FindingChange& change : tried.effect.findings) {
    const Finding& finding = change.after != nullptr ? *change.after : *change.before;
    turns.insert(std::string(finding.card->id) + " " + std::string(word(change.turn)));
  }
  EXPECT_TRUE(turns.contains("coordination-gap vanishes"));
  EXPECT_TRUE(turns.contains("rival-leads vanishes"));
  EXPECT_TRUE(turns.contains("no-lead appears"));
  ASSERT_EQ(tried.effect.remainder.without_owner.size(), 1U);
}

TEST(WhatIf, ABoardThatSeatsOneDepartmentHasLostItsPoint) {
  const WhatIf tried = try_sentences(sketch("fco member-of board:forum  dfid member-of board"),
                                     "merge dfid into fco\n");
  ASSERT_EQ(tried.effect.remainder.boards_for_one.size(), 1U);
}

TEST(WhatIf, ALaterDateIsTheDayOfBoth) {
  const WhatIf tried =
      try_sentences(sketch("dfe leads plan 2024..2026-06  agency:body under dfe  dwp:department"),
                    "move agency to dwp on 2027-01\n");
  EXPECT_EQ(write_date(tried.effect.before.graph.as_at()), "2027-01");
  EXPECT_EQ(write_date(tried.effect.after.graph.as_at()), "2027-01");
}

TEST(WhatIf, ADayBeforeTheMapsOwnTakesThemAsTheyWere) {
  const std::string_view map =
      "beis until 2023-02-07  beis:department  beis leads energy 2016..2023-02-07  desnz leads "
      "energy 2023-02-07..  agency:body under dfe  dfe leads schools ..2030";
  const WhatIf tried = try_sentences(sketch(map), "move agency to beis on 2023-02-06\n",
                                     {*parse_date("2023-02-06")});
  EXPECT_TRUE(tried.diagnostics.empty());
  const Effect& effect = tried.effect;
  EXPECT_EQ(write_date(effect.taken_on), "2023-02-06");
  EXPECT_FALSE(effect.before.graph.entity(*effect.before.graph.find("beis")).period.end.given());
  EXPECT_EQ(effect.before.graph.relation_count(), 2U);
  std::set<std::string> ends;  // that it ended was not known; what was planned may have been
  for (const Relation& relation : effect.before.graph.relations())
    ends.insert(write_date(relation.period.end));
  EXPECT_EQ(ends, (std::set<std::string>{"", "2030"}));
  const std::string text = write_paper_text(effects_paper({{"change", {}, &effect, {}}}));
  EXPECT_NE(text.find("The maps are taken as they were on 6 February 2023"), std::string::npos);
  const WhatIf own = try_sentences(sketch(map), "move agency to desnz\n", {*parse_date("2026-07")});
  EXPECT_FALSE(own.effect.taken_on.given());
}

TEST(WhatIf, WhatReportsToAnotherIsSaid) {
  const WhatIf tried = try_sentences(
      sketch("agency:body under dfe  agency leads plan  dwp:department"), "report agency to dwp\n");
  EXPECT_EQ(tried.effect.remainder.reporting.size(), 1U);
  EXPECT_TRUE(tried.effect.remainder.entities.empty());
  EXPECT_EQ(tried.effect.remainder.added.size(), 1U);
  EXPECT_EQ(fate_of(tried, "agency", Verb::leads, "plan"), Fate::kept);
  EXPECT_TRUE(tried.effect.costs.empty());
  const std::string text = write_paper_text(effects_paper({{"change", {}, &tried.effect, {}}}));
  EXPECT_NE(text.find("One body would report to another sponsor, and stay"), std::string::npos);
  EXPECT_NE(text.find("Reporting to another, and staying in their department (1)\n  The Agency\n"),
            std::string::npos)
      << text;
  EXPECT_NE(text.find("  Arm's length bodies: one entry\n      The Agency\n"), std::string::npos);
  const WhatIf moved =
      try_sentences(sketch("agency:body under dfe  dfe leads agency as sponsor  dwp:department"),
                    "move agency to dwp\n");
  EXPECT_TRUE(moved.effect.remainder.reporting.empty());
}

TEST(WhatIf, AbolishedIntoNothingLeavesWhatItHadToSettle) {
  const WhatIf tried = try_sentences(
      sketch("dcms leads culture  museum:body under dcms  dwp leads jobs  jobs depends-on culture"),
      "abolish dcms\n");
  const Remainder& left = tried.effect.remainder;
  EXPECT_EQ(fate_of(tried, "dcms", Verb::leads, "culture"), Fate::gone);
  EXPECT_EQ(left.without_owner.size(), 1U);
  EXPECT_EQ(left.without_sponsor.size(), 1U);
  EXPECT_EQ(left.entities.size(), 3U);
  const auto& entities = left.entities;
  EXPECT_EQ(std::count_if(entities.begin(), entities.end(),
                          [](const EntityChange& change) { return !change.after; }),
            1);
  for (const Cost& cost : tried.effect.costs) EXPECT_NE(cost.figure->item, "fcdo-merger");
}

/// Every open relation with an end that has other departments than before, or that a sentence
/// names: counted here without the code under test.
std::size_t touched(const Effect& effect, const std::set<std::string>& named) {
  const Graph& before = effect.before.graph;
  const Graph& after = effect.after.graph;
  const auto homes = [](const Graph& graph, EntityId id) {
    std::set<std::string> ids;
    for (const EntityId home : graph.departments(id)) ids.insert(graph.entity(home).id);
    return ids;
  };
  const auto is_changed = [&](EntityId id) {
    const std::string& name = before.entity(id).id;
    const auto now = after.find(name);
    return named.contains(name) || !now || homes(before, id) != homes(after, *now);
  };
  std::size_t count = 0;
  for (std::size_t i = 0; i < before.relation_count(); ++i) {
    const Relation& relation = before.relation(RelationId(i));
    if (before.open(RelationId(i)) && (is_changed(relation.from) || is_changed(relation.to)))
      ++count;
  }
  return count;
}

/// Moves and merges of the joined UK maps, drawn at random with a fixed seed.
TEST(WhatIf, NothingThatTouchesAChangedEntityIsMissing) {
  const std::string root = std::string(CROSSCUT_ROOT) + "/graphs/";
  const MapRead map = read_maps({root + "uk-missions", root + "uk-policies"}, {});
  const Graph graph = link(map.dataset, {}).graph;
  std::vector<std::string> bodies, departments;
  for (std::size_t i = 0; i < graph.entity_count(); ++i) {
    const EntityId id{static_cast<std::uint32_t>(i)};
    if (!graph.open(id) || graph.is_whole_government(id)) continue;
    if (graph.entity(id).kind == Kind::department) departments.push_back(graph.entity(id).id);
    if (graph.entity(id).kind == Kind::body && !graph.departments(id).empty())
      bodies.push_back(graph.entity(id).id);
  }
  std::mt19937 random(20);
  const auto pick = [&](const std::vector<std::string>& from) {
    return from[random() % from.size()];
  };
  for (int i = 0; i < 12; ++i) {
    const bool merge = i % 3 == 2;
    const std::string what = pick(merge ? departments : bodies);
    const std::string to = pick(departments);
    if (what == to) continue;
    const std::string sentence =
        (merge ? "merge " : "move ") + what + (merge ? " into " : " to ") + to;
    const WhatIf tried = try_sentences(map.dataset, sentence + "\n");
    EXPECT_TRUE(tried.diagnostics.empty()) << sentence;
    EXPECT_EQ(tried.effect.remainder.relations.size(), touched(tried.effect, {what})) << sentence;
  }
}

TEST(WhatIf, PublishedCostsAreOfWhatTheChangeDoes) {
  const std::string_view map = "beis leads energy  dcms leads culture  dsit leads science";
  const auto costs = [&](const std::string& sentences) {
    std::vector<std::pair<double, std::size_t>> lows;
    const WhatIf tried = try_sentences(sketch(map), sentences);
    for (const Cost& cost : tried.effect.costs) lows.emplace_back(cost.figure->low, cost.times);
    return lows;
  };
  using Lows = std::vector<std::pair<double, std::size_t>>;
  EXPECT_EQ(costs("move energy to dcms\n"), Lows{});
  EXPECT_EQ(costs("merge dcms into dsit\n"), (Lows{{24.7, 1}, {170, 1}, {0, 1}}));
  EXPECT_EQ(costs("split beis into a \"A\", b \"B\"\n  energy to a\n  rest to b\n"),
            (Lows{{15, 2}, {0, 1}}));
}

TEST(WhatIf, WhatHasToBeSettledIsFilledFromTheMap) {
  const WhatIf tried = try_sentences(
      sketch("agency:body under dfe  hmt funds agency  agency approves plan  dwp:department"),
      "move agency to dwp\n");
  const std::string text = write_paper_text(effects_paper({{"change", {}, &tried.effect, {}}}));
  EXPECT_NE(text.find("  Money: one entry\n      Hmt funds the Agency\n"), std::string::npos)
      << text;
  EXPECT_NE(text.find("  Powers: one entry\n      The Agency approves the Plan\n"),
            std::string::npos);
  EXPECT_NE(text.find("  People: not recorded\n"), std::string::npos);
}

TEST(WhatIf, DoingNothingChangesNothing) {
  const WhatIf tried = try_sentences(
      sketch("agency:body under dfe  dfe leads plan  mhclg leads plan"), "move agency to dfe\n");
  EXPECT_TRUE(tried.effect.remainder.entities.empty());
  for (const FindingChange& change : tried.effect.findings) EXPECT_EQ(change.turn, Turn::persists);
  const std::string text = write_paper_text(effects_paper({{"change", {}, &tried.effect, {}}}));
  EXPECT_NE(text.find("Nothing would answer to another department than before."),
            std::string::npos);
  EXPECT_TRUE(text.starts_with("OFFICIAL-SENSITIVE. A change on paper"));
}

}  // namespace
}  // namespace crosscut
