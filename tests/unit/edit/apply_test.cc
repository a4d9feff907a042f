#include "crosscut/edit/apply.h"

#include <gtest/gtest.h>

#include <set>

#include "crosscut/model/sketch.h"
#include "unit/sentences.h"

namespace crosscut {
namespace {

Graph after(std::string_view map, const std::string& sentences) {
  const Applied applied = apply_sentences(sketch(map), sentences);
  EXPECT_TRUE(applied.diagnostics.empty());
  return link(applied.dataset, {}).graph;
}

std::string home_of(const Graph& graph, std::string_view id) {
  const auto& owners = graph.home(*graph.find(id)).owners;
  return owners.size() == 1 ? graph.entity(owners.front()).id.str() : std::to_string(owners.size());
}

bool holds(const Graph& graph, std::string_view from, Verb verb, std::string_view to) {
  const auto target = graph.find(to);
  const auto source = graph.find(from);
  if (!source || !target) return false;
  const auto out = graph.out(*source);
  return std::any_of(out.begin(), out.end(), [&](RelationId r) {
    return graph.relation(r).verb == verb && graph.relation(r).to == *target;
  });
}

TEST(Apply, ABodyMovesWithItsSponsorAndWhatItLeads) {
  const Graph graph =
      after("agency:body under dfe  dfe leads agency as sponsor  agency leads plan  dwp:department",
            "move agency to dwp\n");
  EXPECT_EQ(home_of(graph, "agency"), "dwp");
  EXPECT_EQ(home_of(graph, "plan"), "dwp");
  EXPECT_TRUE(holds(graph, "dwp", Verb::leads, "agency"));
  EXPECT_FALSE(holds(graph, "dfe", Verb::leads, "agency"));
}

TEST(Apply, AnItemMovesWithItsLead) {
  const Graph graph = after(
      "desnz leads efficiency  secretary:role under desnz  secretary leads "
      "efficiency as minister  mhclg:department",
      "move policy efficiency from desnz to mhclg\n");
  EXPECT_EQ(home_of(graph, "efficiency"), "mhclg");
  EXPECT_FALSE(holds(graph, "secretary", Verb::leads, "efficiency"));
}

TEST(Apply, FromLeavesOtherLeadsAlone) {
  const Graph graph =
      after("dfe leads plan  dwp co-leads plan  moj:department", "move plan from dfe to moj\n");
  EXPECT_TRUE(holds(graph, "moj", Verb::leads, "plan"));
  EXPECT_TRUE(holds(graph, "dwp", Verb::co_leads, "plan"));
  EXPECT_FALSE(holds(graph, "dfe", Verb::leads, "plan"));
}

TEST(Apply, MergedDepartmentsBecomeOneThatMayBeNew) {
  const Graph graph =
      after("fco leads treaties  dfid leads aid  fco coordinates-with dfid  unit:body under dfid",
            "merge fco, dfid into fcdo \"Foreign, Commonwealth and Development Office\"\n");
  EXPECT_EQ(home_of(graph, "treaties"), "fcdo");
  EXPECT_EQ(home_of(graph, "aid"), "fcdo");
  EXPECT_EQ(home_of(graph, "unit"), "fcdo");
  EXPECT_EQ(graph.find("dfid"), graph.find("fcdo"));  // the old id still means it
  EXPECT_EQ(graph.entity(*graph.find("fcdo")).kind, Kind::department);
  EXPECT_TRUE(graph.out(*graph.find("fcdo")).size() == 2);  // it does not coordinate with itself
}

TEST(Apply, BodiesMergedIntoANewOneStayWithTheirDepartments) {
  const Graph graph = after("a:body under hmt  b:body under hmt  a leads plan",
                            "merge a, b into c \"The new one\"\n");
  EXPECT_EQ(home_of(graph, "c"), "hmt");
  EXPECT_EQ(home_of(graph, "plan"), "hmt");
  const Graph joint = after("a:body under hmt  b:body under dft", "merge a, b into c \"C\"\n");
  EXPECT_EQ(joint.entity(*joint.find("c")).parents.size(), 2U);  // both, until a sentence moves it
  const Graph inner = after("a:body under hmt  b:body under a", "merge a, b into c \"C\"\n");
  EXPECT_EQ(home_of(inner, "c"), "hmt");  // not under itself
}

TEST(Apply, SentencesAreCarriedOutInOrder) {
  const Graph graph = after("beis leads energy  beis leads science  beis leads trade",
                            "create department desnz \"Energy Security\"\n"
                            "move energy to desnz\n"
                            "create department dsit \"Science\"\n"
                            "move science to dsit\n"
                            "rename beis dbt \"Business and Trade\"\n");
  EXPECT_EQ(home_of(graph, "energy"), "desnz");
  EXPECT_EQ(home_of(graph, "science"), "dsit");
  EXPECT_EQ(home_of(graph, "trade"), "dbt");
  EXPECT_EQ(graph.entity(*graph.find("beis")).name, "Business and Trade");
}

TEST(Apply, ASplitSendsWhatIsNamedAndTheRest) {
  const Graph graph = after(
      "beis leads energy  ofgem:body under beis  beis leads science  beis leads trade  beis "
      "member-of board:forum  dsit:department",
      "split beis into desnz \"Energy Security\", dsit, dbt \"Business and Trade\"\n"
      "  energy, ofgem to desnz\n"
      "  science to dsit\n"
      "  rest to dbt\n");
  EXPECT_EQ(home_of(graph, "energy"), "desnz");
  EXPECT_EQ(home_of(graph, "ofgem"), "desnz");
  EXPECT_EQ(home_of(graph, "science"), "dsit");
  EXPECT_EQ(home_of(graph, "trade"), "dbt");
  EXPECT_TRUE(holds(graph, "dbt", Verb::member_of, "board"));
  EXPECT_EQ(graph.entity(*graph.find("desnz")).name, "Energy Security");
}

TEST(Apply, SplittingAndMergingBackGivesTheSameHomes) {
  const std::string_view map =
      "beis leads energy  ofgem:body under beis  beis leads trade  hmt leads tax";
  const Graph graph = after(map,
                            "split beis into desnz \"Energy\", dbt \"Business\"\n"
                            "  energy, ofgem to desnz\n  rest to dbt\n"
                            "merge desnz, dbt into whole \"Business and Energy\"\n");
  for (const std::string_view id : {"energy", "ofgem", "trade"})
    EXPECT_EQ(home_of(graph, id), "whole");
  EXPECT_EQ(home_of(graph, "tax"), "hmt");
}

TEST(Apply, LetEndAndAdd) {
  const Graph graph =
      after("dfe leads plan  dwp leads plan  board:forum approves plan  hmt:department",
            "let hmt lead plan\nend board approves plan\nadd dfe funds plan\n"
            "create department x \"X\"\n");
  EXPECT_FALSE(holds(graph, "dfe", Verb::leads, "plan"));
  EXPECT_FALSE(holds(graph, "board", Verb::approves, "plan"));
  EXPECT_TRUE(holds(graph, "dfe", Verb::funds, "plan"));
}

TEST(Apply, ThereAndBackIsTheSameMap) {
  const std::string_view map =
      "agency:body under dfe  dfe leads agency as sponsor  agency delivers plan  dfe leads plan  "
      "dwp leads jobs";
  const Applied there_and_back =
      apply_sentences(sketch(map), "move agency to dwp\nmove agency to dfe\n");
  const Graph before = link(sketch(map), {}).graph;
  const Graph graph = link(there_and_back.dataset, {}).graph;
  ASSERT_EQ(graph.relation_count(), before.relation_count());
  for (std::size_t i = 0; i < before.relation_count(); ++i) {
    const Relation& a = before.relation(RelationId(i));
    const Relation& b = graph.relation(RelationId(i));
    EXPECT_EQ(std::tuple(a.from, a.verb, a.to), std::tuple(b.from, b.verb, b.to));
  }
  EXPECT_EQ(home_of(graph, "agency"), "dfe");
}

TEST(Apply, AForumIsMadeWithItsMembers) {
  const Graph graph = after("dfe leads schools  dwp leads jobs  ofsted:body under dfe",
                            "create forum skills-board \"Skills Board\" with dfe, dwp, dfe\n");
  EXPECT_EQ(graph.entity(*graph.find("skills-board")).name, "Skills Board");
  EXPECT_TRUE(holds(graph, "dfe", Verb::member_of, "skills-board"));
  EXPECT_TRUE(holds(graph, "dwp", Verb::member_of, "skills-board"));
  const auto seats = graph.in(*graph.find("skills-board"));
  ASSERT_EQ(seats.size(), 2U);
  EXPECT_EQ(graph.relation(seats[0]).citations.size(), 1U);  // named twice, seated once
}

TEST(Apply, ReportChangesTheSponsorAndNothingElse) {
  const std::string_view map =
      "agency:body under dfe  agency part-of dfe  agency leads plan  dfe funds agency  "
      "dfe leads agency as sponsor  dwp:department";
  const Graph graph = after(map, "report agency to dwp\n");
  EXPECT_TRUE(holds(graph, "dwp", Verb::leads, "agency"));
  EXPECT_FALSE(holds(graph, "dfe", Verb::leads, "agency"));
  EXPECT_EQ(home_of(graph, "agency"), "dfe");
  EXPECT_EQ(home_of(graph, "plan"), "dfe");
  EXPECT_TRUE(holds(graph, "dfe", Verb::funds, "agency"));
  EXPECT_TRUE(holds(graph, "agency", Verb::part_of, "dfe"));
  EXPECT_EQ(home_of(after(map, "move agency to dwp\n"), "plan"), "dwp");  // how move differs
}

TEST(Apply, ReportAddsASponsorWhereTheMapHasTheParentOnly) {
  const std::string_view map = "agency:body under dfe  dwp:department  hmt:department";
  const Graph graph = after(map, "report agency to dwp\nreport agency to hmt\n");
  EXPECT_TRUE(holds(graph, "hmt", Verb::leads, "agency"));
  EXPECT_FALSE(holds(graph, "dwp", Verb::leads, "agency"));
  EXPECT_EQ(home_of(graph, "agency"), "dfe");
  EXPECT_EQ(after(map, "report agency to dwp\nreport agency to dfe\n").relation_count(), 0U);
}

TEST(Apply, AbolishedIntoNothingIsNoMore) {
  const Graph graph =
      after("dfe member-of board:forum  dwp member-of board  dfe leads plan", "abolish board\n");
  EXPECT_FALSE(graph.find("board"));
  EXPECT_EQ(graph.relation_count(), 1U);
}

TEST(Apply, PartsOfABodyStayInItsDepartment) {
  const Graph graph = after("agency:body under hmt  agency leads plan  agency leads other",
                            "split agency into a \"A\", b \"B\"\n  plan to a\n  rest to b\n");
  EXPECT_EQ(home_of(graph, "a"), "hmt");
  EXPECT_EQ(home_of(graph, "b"), "hmt");
  EXPECT_TRUE(holds(graph, "a", Verb::leads, "plan"));
}

TEST(Apply, ASplitLeavesTheLeadsOfOthersAlone) {
  const Graph graph = after("beis leads energy  defra co-leads energy  beis leads trade",
                            "split beis into desnz, dbt\n  energy to desnz\n  rest to dbt\n");
  EXPECT_TRUE(holds(graph, "desnz", Verb::leads, "energy"));
  EXPECT_TRUE(holds(graph, "defra", Verb::co_leads, "energy"));
}

TEST(Apply, AMergerMayHaveAnOlderIdAgainOrAnotherName) {
  const std::string split = "split beis into a, b\n  energy to a\n  rest to b\n";
  const std::string_view map = "beis leads energy  beis leads trade  dfe:department";
  const Graph back = after(map, split + "merge a, b into beis \"Beis\"\n");
  EXPECT_EQ(back.entity(*back.find("a")).id, "beis");
  EXPECT_TRUE(back.entity(*back.find("beis")).aliases.empty());
  const Graph named = after(map, "merge dfe into beis \"Business and Schools\"\n");
  EXPECT_EQ(named.entity(*named.find("beis")).name, "Business and Schools");
}

TEST(Apply, LeadsOfThePastStay) {
  const std::string_view map =
      "hmt leads plan 2020..2022  dfe leads plan 2022..  dwp:department  dfe co-leads plan "
      "2027..2028";
  const Graph graph = after(map, "let dwp lead plan on 2025-03-01\n");
  std::set<std::string> leads;
  for (const RelationId r : graph.in_ever(*graph.find("plan")))
    leads.insert(graph.entity(graph.relation(r).from).id + " " +
                 write_date(graph.relation(r).period.start));
  EXPECT_EQ(leads, (std::set<std::string>{"hmt 2020", "dwp 2025-03-01", "dfe 2027"}));
  const Applied ended = apply_sentences(sketch(map), "end hmt leads plan\n");
  ASSERT_EQ(ended.diagnostics.size(), 1U);
  EXPECT_EQ(ended.diagnostics[0].hint, "the map has it from 2020 to 2022");
}

TEST(Apply, WhoLeadsOnRecordKeepsItsSource) {
  const Graph graph = after("dfe leads plan  dwp leads plan", "let dfe lead plan\n");
  ASSERT_EQ(graph.relation_count(), 1U);
  EXPECT_EQ(graph.relation(RelationId(0)).citations.front().sources.size(), 1U);
}

std::vector<std::string> refusals(std::string_view map, const std::string& sentences) {
  std::vector<std::string> lines;
  for (const Diagnostic& diagnostic : apply_sentences(sketch(map), sentences).diagnostics)
    lines.push_back(std::to_string(diagnostic.place.column) + ": " + diagnostic.message + "; " +
                    diagnostic.hint);
  return lines;
}

TEST(Apply, WhatIsNotThereOnTheDayIsRefused) {
  const std::string_view map =
      "beis until 2023-02-07  beis:department  energy:policy  dbt:department  dbt succeeds beis  "
      "dfe:department";
  EXPECT_EQ(refusals(map, "let beis lead energy on 2024\n"),
            std::vector<std::string>{
                "5: \"beis\" is no longer there on 2024: it ended in the map on 2023-02-07; give "
                "2023-02-07 or an earlier date, or name \"dbt\", which succeeded it"});
  EXPECT_EQ(
      refusals(map, "create department new \"N\" on 2025-06\nmove energy to new on 2025-05\n"),
      std::vector<std::string>{
          "16: \"new\" is not there yet on 2025-05: it begins in the map on 2025-06; give "
          "2025-06 or a later date"});
  // On the very day it ends, or where some reading of the dates has it there.
  EXPECT_TRUE(refusals(map, "abolish beis into dbt on 2023-02-07\n").empty());
  EXPECT_TRUE(refusals(map, "abolish beis into dbt on 2023\n").empty());
  EXPECT_TRUE(refusals(map, "abolish beis into dbt\n").empty());
}

TEST(Apply, ItemsAreNoOrganisations) {
  const std::string_view map =
      "agency:body under dfe  dfe leads plan  dfe leads other  board:forum  dwp:department";
  EXPECT_EQ(refusals(map, "move agency to plan\n"),
            std::vector<std::string>{"16: \"plan\" is a policy, not an organisation; name the "
                                     "organisation that it is to answer to"});
  EXPECT_EQ(refusals(map, "move other to plan\n"),
            std::vector<std::string>{"15: \"plan\" is a policy, not an organisation; name who is "
                                     "to lead it, or write: add other part-of plan"});
  EXPECT_EQ(refusals(map, "abolish plan into dwp\n"),
            std::vector<std::string>{"9: \"plan\" is a policy, not an organisation; to say who "
                                     "leads it write: let dwp lead plan; to end it: abolish plan"});
  EXPECT_EQ(refusals(map, "let plan lead other\n").size(), 1U);
  EXPECT_EQ(refusals(map, "create forum new with plan, dfe\n").size(), 1U);
  EXPECT_EQ(refusals(map, "split dfe into a, b\n  agency, board to a\n  rest to b\n"),
            std::vector<std::string>{"11: \"board\" is not of \"dfe\"; give it a sentence of its "
                                     "own: move board to a"});
  EXPECT_TRUE(refusals(map, "merge plan, other into one \"One plan\"\n").empty());
}

TEST(Apply, ReportIsRefusedWhereItMakesNoSense) {
  const std::string_view map =
      "agency:body under dfe  dfe leads plan  dwp leads other:body as sponsor";
  EXPECT_EQ(refusals(map, "report agency to dfe\n"),
            std::vector<std::string>{
                "8: \"agency\" reports to \"dfe\" already; name another, or leave the sentence "
                "out"});
  EXPECT_EQ(refusals(map, "report other to dwp\n").size(), 1U);
  EXPECT_EQ(refusals(map, "report plan to dwp\n"),
            std::vector<std::string>{"8: \"plan\" is a policy, not a body; write: let dwp lead "
                                     "plan"});
  EXPECT_EQ(
      refusals(map, "report dfe to dwp\n"),
      std::vector<std::string>{"8: \"dfe\" is a department, not a body; write: move dfe to dwp"});
  EXPECT_EQ(refusals(map, "report agncy to dwp\n"),
            std::vector<std::string>{"8: unknown entity \"agncy\"; did you mean \"agency\"?"});
}

TEST(Apply, ASentenceThatFailsHalfWayChangesNothing) {
  const std::string_view map =
      "a:body under dfe  b:body under dwp  beis leads energy  dwp:department";
  const std::string before = std::to_string(sketch(map).relations.size());
  for (const std::string sentences :
       {"report a, b to dwp\n",
        "split beis into desnz, dbt\n  energy to desnz\n  solar to dbt\n"
        "  rest to dbt\n",
        "move a from nowhere to dwp\n"}) {
    const Applied applied = apply_sentences(sketch(map), sentences);
    EXPECT_EQ(applied.diagnostics.size(), 1U) << sentences;
    EXPECT_EQ(applied.dataset.entities.size(), sketch(map).entities.size()) << sentences;
    EXPECT_EQ(std::to_string(applied.dataset.relations.size()), before) << sentences;
    EXPECT_TRUE(applied.named.empty()) << sentences;
    EXPECT_EQ(home_of(link(applied.dataset, {}).graph, "a"), "dfe");
  }
}

TEST(Apply, WhatTheMapDoesNotHaveIsReportedAndTheRestIsDone) {
  const Applied applied =
      apply_sentences(sketch("agency:body under dfe  dwp:department"),
                      "move agncy to dwp\nmove agency to nowhere\nend dfe leads agency\n"
                      "create body agency \"Again\"\nmerge agency into new\n"
                      "rename agency dwp\nmove agency to dwp\n");
  std::vector<std::string> codes;
  for (const Diagnostic& diagnostic : applied.diagnostics) codes.push_back(diagnostic.code);
  EXPECT_EQ(codes, (std::vector<std::string>{"unknown-id", "unknown-id", "unknown-change",
                                             "duplicate-id", "unknown-id", "duplicate-id"}));
  EXPECT_EQ(home_of(link(applied.dataset, {}).graph, "agency"), "dwp");
}

}  // namespace
}  // namespace crosscut
