#include "crosscut/edit/apply.h"

#include <gtest/gtest.h>

#include "crosscut/model/sketch.h"
#include "crosscut/read/changes.h"
#include "crosscut/read/load.h"

namespace crosscut {
namespace {

Applied change(Dataset dataset, std::string sentences) {
  const std::uint32_t file = add_text("test.changes", std::move(sentences), dataset.files);
  std::vector<Diagnostic> diagnostics;
  const Scenario scenario = read_changes(file, dataset.files, diagnostics);
  EXPECT_TRUE(diagnostics.empty());
  return apply(dataset, scenario, {});
}

Graph after(std::string_view map, const std::string& sentences) {
  const Applied applied = change(sketch(map), sentences);
  EXPECT_TRUE(applied.diagnostics.empty());
  return link(applied.dataset, {}).graph;
}

std::string home_of(const Graph& graph, std::string_view id) {
  const auto& owners = graph.home(*graph.find(id)).owners;
  return owners.size() == 1 ? graph.entity(owners.front()).id : std::to_string(owners.size());
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
  const Applied there_and_back = change(sketch(map), "move agency to dwp\nmove agency to dfe\n");
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

TEST(Apply, WhatTheMapDoesNotHaveIsReportedAndTheRestIsDone) {
  const Applied applied = change(sketch("agency:body under dfe  dwp:department"),
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
