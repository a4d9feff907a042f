#include "crosscut/write/profile_words.h"

#include <gtest/gtest.h>

#include "crosscut/lens/examine.h"
#include "crosscut/model/sketch.h"
#include "crosscut/write/html.h"
#include "crosscut/write/markdown.h"

namespace crosscut {
namespace {

Report report_of(const Dataset& data) { return examine(link(data, {}).graph, {}, {}); }
Report report_of(std::string_view text) { return report_of(sketch(text)); }

/// The lines of one part of the profile with that heading, as they are set.
std::vector<std::string> lines_of(const Profiles& profiles, std::string_view heading,
                                  std::string_view part) {
  std::vector<std::string> lines;
  for (const Profile& profile : profiles.profiles) {
    if (profile.heading != heading) continue;
    for (const ProfilePart& each : profile.parts)
      if (each.name == part)
        for (const ProfileLine& line : each.lines) lines.push_back(names_words(line));
  }
  return lines;
}
std::vector<std::string> department(std::string_view text, std::string_view part) {
  const Report report = report_of(text);
  return lines_of(department_profiles(report), "Dfe (DFE)", part);
}
std::vector<std::string> mission(std::string_view text, std::string_view part) {
  const Report report = report_of(text);
  return lines_of(mission_profiles(report, {}), "Growth", part);
}
using Lines = std::vector<std::string>;

TEST(DepartmentProfile, LeadsAreCountedByKindAndTheVerbFollowsConfidence) {
  EXPECT_EQ(department("dfe leads a  dfe leads b:target  dfe leads c as sro  dfe leads d ~0.8  "
                       "dfe leads e ~0.5  dfe co-leads f  ho co-leads f",
                       "Leads"),
            (Lines{"It leads one target and 2 policies: A; B; C (as senior responsible owner).",
                   "It probably leads one policy: D.", "It may lead one policy: E.",
                   "It co-leads one policy: F."}));
}

TEST(DepartmentProfile, WhatOthersLeadForItAndWhatIsPresumedIsSaidSo) {
  Dataset data =
      sketch("dfe leads a  pins:body under dfe  pins leads b  c  dfe leads j as presented");
  for (EntityRow& row : data.entities)
    if (row.id == "c") row.parents.push_back({"a", {}});
  const Report report = report_of(data);
  EXPECT_EQ(lines_of(department_profiles(report), "Dfe (DFE)", "Leads"),
            (Lines{"It leads one policy: A.", "Those that answer to it lead one policy: B (Pins).",
                   "It may lead one policy, which belongs to it or its work: C."}));
}

TEST(DepartmentProfile, WaitsForWhatOthersHoldAndSaysWhose) {
  const std::string_view map =
      "dfe leads a  dfe leads b  ho leads x  a depends-on x  b depends-on x  a depends-on b  "
      "mod leads y ~0.5  b depends-on y ~0.7  treasury:department approves a  z  a depends-on z";
  EXPECT_EQ(department(map, "Waits for"),
            (Lines{"Its work depends on 2 others: X (HO), for A and B; Z (no lead found), for A.",
                   "Its work probably depends on one other: Y (possibly MOD), for B.",
                   "Its work needs the approval of one other: Treasury, for A."}));
  const Report report = report_of(map);
  EXPECT_EQ(lines_of(department_profiles(report), "Ho (HO)", "Waited for"),
            (Lines{"2 others depend on its work: A (DFE), on X; B (DFE), on X."}));
  EXPECT_EQ(lines_of(department_profiles(report), "Treasury", "Waited for"),
            (Lines{"One other needs its approval: A (DFE), from Treasury."}));
}

TEST(DepartmentProfile, ANeedIsNoSurerThanTheLeadThatMakesItTheDepartments) {
  EXPECT_EQ(department("dfe leads a ~0.5  ho leads x  a depends-on x", "Waits for"),
            (Lines{"Its work may depend on one other: X (HO), for A."}));
}

TEST(DepartmentProfile, WorkThatIsDoneWaitsForNothing) {
  EXPECT_EQ(department("dfe leads a  a status delivered  ho leads x  a depends-on x", "Waits for"),
            Lines{});
}

TEST(DepartmentProfile, SaysThroughWhomItSits) {
  Dataset data = sketch(
      "dfe member-of board  minister:role chairs council:forum  minister member-of board  "
      "dfe member-of team:forum ~0.5");
  for (EntityRow& row : data.entities)
    if (row.id == "minister") row.parents.push_back({"dfe", {}});
  const Report report = report_of(data);
  EXPECT_EQ(lines_of(department_profiles(report), "Dfe (DFE)", "Sits on"),
            (Lines{"It sits on 2 forums: Board (through the Minister); Council (through the "
                   "Minister as chair).",
                   "It may sit on one forum: Team."}));
}

TEST(DepartmentProfile, ALongListIsRolledUpAndKeepsItsCount) {
  std::string map;
  for (int i = 1; i <= 20; ++i) map += "dfe leads plan-" + std::to_string(i) + "  ";
  const Report report = report_of(map);
  const Profiles profiles = department_profiles(report);
  const ProfileLine& line = profiles.profiles.at(0).parts.at(0).lines.at(0);
  EXPECT_EQ(line.text, "It leads 20 policies:");
  ASSERT_EQ(line.names.size(), 12U);
  EXPECT_EQ(line.names[1], "Plan 2");  // not Plan 10
  EXPECT_EQ(line.others, 8U);
  EXPECT_EQ(line.table, FullTable::ownership);
  EXPECT_TRUE(names_words(line).ends_with("Plan 12; and 8 others in "));
  EXPECT_NE(write_html(report, {})
                .find("Plan 12; and 8 others in <a href=\"#table-ownership\">the "
                      "ownership table</a>."),
            std::string::npos);
  EXPECT_NE(write_markdown(report, {}, "svg")
                .find("Plan 12; and 8 others in [the ownership table](#ownership)."),
            std::string::npos);
}

TEST(DepartmentProfile, NamesTheRowsThatSaySo) {
  Dataset data = sketch("dfe leads a  dfe leads b");
  data.relations[0].place.line = 12;
  data.relations[1].place.line = 7;
  const Report report = report_of(data);
  const Profiles profiles = department_profiles(report);
  EXPECT_EQ(profiles.profiles.at(0).parts.at(0).lines.at(0).rows, "sketch:7, 12");
}

TEST(DepartmentProfile, FindingsAreThoseOnItsWorkAndDepartmentsWithoutRowsAreNamedOnce) {
  const Report report =
      report_of("dfe co-leads c  ho co-leads c  mod:department  treasury:department");
  const Profiles profiles = department_profiles(report);
  ASSERT_EQ(profiles.profiles.size(), 2U);
  for (const Profile& profile : profiles.profiles)
    EXPECT_EQ(profile.findings, std::vector<const Finding*>{&report.findings.at(0)});
  EXPECT_EQ(profiles.without, "The maps name Mod and Treasury too, but hold no such row on them.");
}

constexpr std::string_view growth =
    "treasury:department leads growth:mission as minister  growth due 2029-07  "
    "jobs:target part-of growth  jobs due 2028  homes:target part-of growth ~0.7  dfe leads jobs  "
    "a advances growth  dfe leads a  b advances jobs ~0.5  c advances growth ~0.7  c advances jobs "
    " "
    "board:forum part-of growth  treasury chairs board  "
    "a depends-on x  ho leads x  b depends-on x";

TEST(MissionProfile, SaysWhoLeadsWhatAdvancesItAndWhoseThatIs) {
  EXPECT_EQ(mission(growth, "Leads it"), (Lines{"It is led by Treasury, as lead minister."}));
  EXPECT_EQ(mission(growth, "Advances it"),
            (Lines{"It is advanced by 2 policies: A (DFE); C (no lead found).",
                   "It may be advanced by one policy: B (no lead found)."}));
  EXPECT_EQ(
      mission(growth, "Targets"),
      (Lines{"The mission is due in July 2029.", "It has one target: Jobs (DFE), due in 2028.",
             "It probably has one target: Homes (possibly Treasury), no due date found."}));
  EXPECT_EQ(mission(growth, "Board"), (Lines{"It has one board: Board, chaired by Treasury."}));
  EXPECT_EQ(mission(growth, "Waits for"),
            (Lines{"Its work depends on one other: X (HO), for A.",
                   "Its work may depend on one other: X (HO), for B."}));
}

TEST(MissionProfile, SaysWhatWeDidNotFind) {
  const std::string_view bare = "growth:mission  dfe leads a";
  EXPECT_EQ(mission(bare, "Leads it"), (Lines{"We found no lead."}));
  EXPECT_EQ(mission(bare, "Advances it"), (Lines{"We found no work that advances it."}));
  EXPECT_EQ(mission(bare, "Board"), (Lines{"We found no board for this mission."}));
}

TEST(MissionProfile, LinksItsFigureAndComesInNaturalOrder) {
  Dataset data = sketch("dfe leads m10:mission  dfe leads m2:mission");
  data.entities[1].name = "Mission 10";
  data.entities[2].name = "Mission 2";
  const Report report = report_of(data);
  const std::vector<ReportFigure> figures = {
      {"departments", "All", "", "", "", "", "<svg></svg>", {}},
      {"m10", "The tenth", "", "", "", "", "<svg></svg>", {}}};
  const Profiles profiles = mission_profiles(report, figures);
  ASSERT_EQ(profiles.profiles.size(), 2U);
  EXPECT_EQ(profiles.profiles[0].heading, "Mission 2");
  EXPECT_FALSE(profiles.profiles[0].figure);
  EXPECT_EQ(profiles.profiles[1].figure, std::optional<std::size_t>(1));
  EXPECT_NE(
      write_html(report, figures).find("See <a href=\"#figure-m10\">figure 2: The tenth</a>."),
      std::string::npos);
}

TEST(Profiles, ThePageAndTheMarkdownSayTheSame) {
  const Report report = report_of(growth);
  const std::string page = write_html(report, {}), paper = write_markdown(report, {}, "svg");
  std::size_t lines = 0;
  for (const Profiles& profiles : {department_profiles(report), mission_profiles(report, {})})
    for (const Profile& profile : profiles.profiles) {
      EXPECT_NE(page.find(">" + profile.heading + "</h3>"), std::string::npos);
      EXPECT_NE(paper.find("### " + profile.heading + "\n"), std::string::npos);
      for (const ProfilePart& part : profile.parts)
        for (const ProfileLine& line : part.lines) {
          ++lines;
          EXPECT_NE(page.find("<p>" + names_words(line)), std::string::npos);
          EXPECT_NE(paper.find("  - " + names_words(line)), std::string::npos);
        }
    }
  EXPECT_GT(lines, 10U);
  for (const std::string_view entry :
       {"<li><a href=\"#by-department\">Department by department</a></li>",
        "<li><a href=\"#by-mission\">Mission by mission</a></li>", "<section id=\"by-department\"",
        "<section id=\"by-mission\""})
    EXPECT_NE(page.find(entry), std::string::npos) << entry;
}

TEST(Profiles, WithoutDepartmentsOrMissionsThereIsNoSection) {
  const Report report = report_of("a:policy depends-on b");
  EXPECT_EQ(write_html(report, {}).find("id=\"by-department\""), std::string::npos);
  EXPECT_EQ(write_markdown(report, {}, "svg").find("Mission by mission"), std::string::npos);
}

}  // namespace
}  // namespace crosscut
