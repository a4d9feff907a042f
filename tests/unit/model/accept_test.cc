#include "crosscut/model/accept.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "crosscut/lens/examine.h"
#include "crosscut/model/sketch.h"

namespace crosscut {
namespace {

using Strings = std::vector<std::string>;

constexpr std::string_view government =
    "dfe contributes-to youth-hubs:programme  ho contributes-to youth-hubs  dfe leads a  "
    "ho leads b  a depends-on b  a:target  b:target  moj member-of other-board";

AcceptedRow row(const std::string& finding, const std::string& until = "",
                const std::string& reason = "known") {
  AcceptedRow made;
  made.finding.text = finding;
  made.reason = reason;
  if (!until.empty()) made.until = *parse_date(until);
  return made;
}

Report report_on(const std::string& day, const std::vector<AcceptedRow>& rows) {
  Dataset data = sketch(government);
  data.entities.front().aliases.emplace_back("Education");
  data.same.push_back({{"old-hubs", {}}, {"youth-hubs", {}}, ""});
  Report report = examine(link(data, {*parse_date(day)}).graph, {}, {});
  accept_findings(report, rows);
  return report;
}

Strings listed(const Report& report) {
  Strings ids;
  for (const Finding& finding : report.findings) ids.push_back(finding_id(finding, report.graph));
  return ids;
}

Strings accepted(const Report& report) {
  Strings ids;
  for (const Accepted& entry : report.accepted)
    ids.push_back(finding_id(entry.finding, report.graph) + " " + entry.reason);
  return ids;
}

Strings warnings(const Report& report) {
  Strings all;
  for (const Diagnostic& d : report.diagnostics) all.push_back(d.code + ": " + d.hint);
  return all;
}

TEST(Accept, AFindingLeavesTheListAndStandsApart) {
  const Strings before = listed(report_on("2026-07", {}));
  ASSERT_EQ(std::count(before.begin(), before.end(), "no-lead:youth-hubs"), 1);
  const Report report = report_on("2026-07", {row("no-lead:youth-hubs")});
  EXPECT_EQ(accepted(report), Strings{"no-lead:youth-hubs known"});
  EXPECT_EQ(listed(report).size() + 1, before.size());
  EXPECT_TRUE(report.diagnostics.empty());
}

TEST(Accept, UntilCountsToItsLastDay) {
  for (const auto& [until, last] : std::vector<std::pair<std::string, std::string>>{
           {"2026", "2026-12-31"}, {"2026-07", "2026-07-31"}, {"2026-07-04", "2026-07-04"}}) {
    EXPECT_EQ(report_on(last, {row("no-lead:youth-hubs", until)}).accepted.size(), 1U) << until;
    const Day next = parse_date(last)->latest() + 1;
    const std::string after = until == "2026"      ? "2027-01-01"
                              : until == "2026-07" ? "2026-08-01"
                                                   : "2026-07-05";
    ASSERT_EQ(parse_date(after)->latest(), next);
    const Report report = report_on(after, {row("no-lead:youth-hubs", until)});
    EXPECT_TRUE(report.accepted.empty()) << until;
    EXPECT_EQ(warnings(report), Strings{"acceptance-ended: give a later date, or remove the row"});
    EXPECT_EQ(listed(report), listed(report_on(after, {}))) << "it is listed again";
  }
}

TEST(Accept, EntitiesMayBeNamedAsAnywhereElseAndInAnyOrder) {
  for (const auto* id :
       {"no-lead:Youth hubs", "no-lead:old-hubs", " No-Lead:youth-hubs ", "no-lead: youth-hubs"})
    EXPECT_EQ(accepted(report_on("2026", {row(id)})), Strings{"no-lead:youth-hubs known"}) << id;
  for (const auto* id :
       {"coordination-gap:dfe+ho", "coordination-gap:ho+dfe", "coordination-gap:ho + Education"})
    EXPECT_EQ(accepted(report_on("2026", {row(id)})), Strings{"coordination-gap:dfe+ho known"})
        << id;
}

TEST(Accept, WhatMatchesNothingIsToldWithWhatMayBeMeant) {
  const auto hint = [](const std::string& id) {
    const Report report = report_on("2026", {row(id)});
    EXPECT_TRUE(report.accepted.empty());
    return warnings(report);
  };
  const std::string code = "acceptance-unmatched: ";
  EXPECT_EQ(hint("no-lead:yuoth-hubs"), Strings{code + "did you mean \"no-lead:youth-hubs\"?"});
  EXPECT_EQ(hint("no-leed:old-hubs"),
            Strings{code + "no lens is called \"no-leed\"; did you mean \"no-lead\"?"});
  EXPECT_EQ(
      hint("silo:youth-hub"),
      Strings{code + "no single entity is called \"youth-hub\"; did you mean \"youth-hubs\"?"});
  EXPECT_EQ(hint("silo:dfe"), Strings{code + "remove the row if it is settled"});
  EXPECT_EQ(hint("what?"), Strings{code + "an id is a lens, a colon and the entities, as in "
                                          "no-lead:land-use-framework"});
}

TEST(Accept, RepeatsAndTheOrderOfRowsChangeNothing) {
  std::vector<AcceptedRow> rows = {row("no-lead:youth-hubs", "2025", "b"),
                                   row("no-lead:old-hubs", "2027", "c"),
                                   row("no-lead:youth-hubs", "2027", "a"),
                                   row("no-lead:youth-hubs", "2027", "a"),
                                   row("coordination-gap:ho+dfe", "2025"),
                                   row("coordination-gap:dfe+ho", "2025"),
                                   row("gone", ""),
                                   row("gone", "2020")};
  const auto told = [](const Report& report) {
    Strings all = accepted(report);
    for (const Strings& more : {listed(report), warnings(report)})
      all.insert(all.end(), more.begin(), more.end());
    return all;
  };
  const Report first = report_on("2026", rows);
  EXPECT_EQ(accepted(first), Strings{"no-lead:youth-hubs a"});
  EXPECT_EQ(first.diagnostics.size(), 2U);
  for (std::size_t i = 0; i < rows.size(); ++i) {
    std::rotate(rows.begin(), rows.begin() + 1, rows.end());
    EXPECT_EQ(told(report_on("2026", rows)), told(first)) << i;
  }
}

/// No lens gives a pair in both orders today; if one does, only their order says which is meant.
TEST(Accept, WhereOrderMattersItIsKept) {
  const auto both_orders = [] {
    Report report = report_on("2026", {});
    const auto gap =
        std::find_if(report.findings.begin(), report.findings.end(),
                     [](const Finding& finding) { return finding.card->id == "coordination-gap"; });
    Finding turned = *gap;
    std::swap(turned.subjects[0], turned.subjects[1]);
    report.findings.push_back(turned);
    return report;
  };
  for (const auto* id : {"coordination-gap:ho+dfe", "coordination-gap:dfe+ho"}) {
    Report report = both_orders();
    accept_findings(report, {row(id)});
    EXPECT_EQ(accepted(report), Strings{std::string(id) + " known"});
  }
}

TEST(Accept, TheOrderOfTheRestStays) {
  Strings before = listed(report_on("2026", {}));
  ASSERT_GE(before.size(), 3U);
  const std::string middle = before[1];
  before.erase(before.begin() + 1);
  EXPECT_EQ(listed(report_on("2026", {row(middle)})), before);
}

}  // namespace
}  // namespace crosscut
