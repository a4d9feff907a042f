#include "crosscut/read/changes.h"

#include <gtest/gtest.h>

#include "crosscut/read/load.h"

namespace crosscut {
namespace {

struct Changes {
  Scenario scenario;
  std::vector<Diagnostic> diagnostics;
};

Changes read(std::string text) {
  Files files;
  const std::uint32_t file = add_text("test.changes", std::move(text), files);
  Changes changes;
  changes.scenario = read_changes(file, files, changes.diagnostics);
  return changes;
}

TEST(Changes, EverySentenceIsRead) {
  const auto [scenario, diagnostics] = read(
      "# a comment\n"
      "create department dsit \"Department for Science\" on 2023-02-07\n"
      "move skills-england, \"Ofsted (England)\" to dwp  # and another\n"
      "move policy energy-efficiency from desnz to mhclg\n"
      "\n"
      "merge fco, dfid into fcdo \"Foreign, Commonwealth and Development Office\"\n"
      "abolish nhs-england into dhsc\n"
      "rename dluhc mhclg\n"
      "let hmt lead industrial-strategy\n"
      "end dfe co-leads skills\n"
      "add board approves plan\n");
  EXPECT_TRUE(diagnostics.empty());
  const std::vector<Edit>& edits = scenario.edits;
  ASSERT_EQ(edits.size(), 9U);
  EXPECT_EQ(edits[0].new_kind, Kind::department);
  EXPECT_EQ(edits[0].target.text, "dsit");
  EXPECT_EQ(edits[0].name, "Department for Science");
  EXPECT_EQ(write_date(edits[0].on), "2023-02-07");
  ASSERT_EQ(edits[1].subjects.size(), 2U);
  EXPECT_EQ(edits[1].subjects[1].text, "Ofsted (England)");
  EXPECT_EQ(edits[2].subjects[0].text, "energy-efficiency");
  EXPECT_EQ(edits[2].from.text, "desnz");
  EXPECT_EQ(edits[2].target.text, "mhclg");
  EXPECT_EQ(edits[3].subjects.size(), 2U);
  EXPECT_EQ(edits[3].name, "Foreign, Commonwealth and Development Office");
  EXPECT_EQ(edits[4].kind, EditKind::abolish);
  EXPECT_EQ(edits[5].target.text, "mhclg");
  EXPECT_EQ(edits[6].target.text, "hmt");
  EXPECT_EQ(edits[6].subjects[0].text, "industrial-strategy");
  EXPECT_EQ(edits[7].verb, Verb::co_leads);
  EXPECT_EQ(edits[8].verb, Verb::approves);
}

TEST(Changes, WhatIsWrongHasItsPlaceAndTheRestIsRead) {
  const auto [scenario, diagnostics] =
      read("mvoe a to b\nmove a, b\nmove a to b extra\nmove a to b\n");
  EXPECT_EQ(scenario.edits.size(), 1U);
  ASSERT_EQ(diagnostics.size(), 3U);
  EXPECT_EQ(diagnostics[0].hint, "did you mean \"move\"?");
  EXPECT_EQ(diagnostics[1].place.line, 2U);
  EXPECT_EQ(diagnostics[1].message, "the sentence needs \"to\" at its end");
  EXPECT_EQ(diagnostics[2].place.column, 13U);
}

TEST(Changes, ASplitHasItsLinesBelowIt) {
  const auto [scenario, diagnostics] = read(
      "split beis into desnz \"Energy\", dbt\n  energy, ofgem to desnz\n\n  rest to dbt\nmove a "
      "to b\n");
  EXPECT_TRUE(diagnostics.empty());
  ASSERT_EQ(scenario.edits.size(), 2U);
  ASSERT_EQ(scenario.edits[0].parts.size(), 2U);
  EXPECT_EQ(scenario.edits[0].parts[0].name, "Energy");
  EXPECT_EQ(scenario.edits[0].parts[0].what.size(), 2U);
  EXPECT_EQ(scenario.edits[0].target.text, "dbt");
}

TEST(Changes, ASplitSaysWhereTheRestGoesAndOnlyToItsParts) {
  const auto changes = read("split beis into desnz, dbt\n  energy to dsit\n  energy desnz\n");
  ASSERT_EQ(changes.diagnostics.size(), 3U);
  EXPECT_NE(changes.diagnostics[0].message.find("none of what it is split into"),
            std::string::npos);
  EXPECT_EQ(changes.diagnostics[1].hint, "write: WHAT, ... to B, or: rest to C");
  EXPECT_EQ(changes.diagnostics[2].message, "the split does not say where the rest goes");
}

TEST(Changes, AForumMayHaveMembersAndNothingElseMay) {
  const auto [scenario, diagnostics] = read(
      "create forum board \"Board\" with dfe, \"HM Treasury\" on 2026-09\n"
      "create body agency \"Agency\" with dfe\n");
  ASSERT_EQ(scenario.edits.size(), 1U);
  ASSERT_EQ(scenario.edits[0].subjects.size(), 2U);
  EXPECT_EQ(scenario.edits[0].subjects[1].text, "HM Treasury");
  EXPECT_EQ(write_date(scenario.edits[0].on), "2026-09");
  ASSERT_EQ(diagnostics.size(), 1U);
  EXPECT_EQ(diagnostics[0].message, "only a forum has members, and this is a body");
  EXPECT_EQ(diagnostics[0].place.column, 29U);
  EXPECT_NE(diagnostics[0].hint.find("create forum"), std::string::npos);
}

TEST(Changes, ReportAndAbolishIntoNothing) {
  const auto [scenario, diagnostics] =
      read("report ofsted, ofqual to dwp\nabolish board on 2027\nabolish a\nreport ofsted dwp\n");
  ASSERT_EQ(scenario.edits.size(), 3U);
  EXPECT_EQ(scenario.edits[0].kind, EditKind::report);
  EXPECT_EQ(scenario.edits[0].subjects.size(), 2U);
  EXPECT_EQ(scenario.edits[0].target.text, "dwp");
  EXPECT_TRUE(scenario.edits[1].target.text.empty());
  EXPECT_TRUE(scenario.edits[1].on.given());
  ASSERT_EQ(diagnostics.size(), 1U);
  EXPECT_EQ(diagnostics[0].hint, "write: report BODY, ... to NEW");
}

TEST(Changes, AKindMayBeAnId) {
  const auto [scenario, diagnostics] = read("move fund to hmt\nmove fund, body to hmt\n");
  EXPECT_TRUE(diagnostics.empty());
  EXPECT_EQ(scenario.edits[0].subjects[0].text, "fund");
  EXPECT_EQ(scenario.edits[1].subjects.size(), 2U);
}

TEST(Changes, ColumnsCountCharacters) {
  const auto [scenario, diagnostics] = read("move \"Tŷ ŵy\" twice to b\n");
  ASSERT_EQ(diagnostics.size(), 1U);
  EXPECT_EQ(diagnostics[0].place.column, 14U);
}

}  // namespace
}  // namespace crosscut
