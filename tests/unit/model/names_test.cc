#include "crosscut/model/names.h"

#include <gtest/gtest.h>

#include "crosscut/model/finding.h"
#include "crosscut/model/sketch.h"

namespace crosscut {
namespace {

struct Named {
  Graph graph;
  EntityId id{};
};

Named named(std::string name, Kind kind, std::string id = "x", std::vector<Text> aliases = {}) {
  Dataset data = sketch("x");
  data.entities[0].id = std::move(id);
  data.entities[0].name = std::move(name);
  data.entities[0].kind = kind;
  data.entities[0].aliases = std::move(aliases);
  return {link(data, {}).graph, EntityId{0}};
}

std::string full(std::string name, Kind kind) {
  const Named n = named(std::move(name), kind);
  return full_name(n.graph, n.id);
}

TEST(Names, TakeAnArticleWhereEnglishWantsOne) {
  EXPECT_EQ(full("Home Office", Kind::department), "the Home Office");
  EXPECT_EQ(full("Ministry of Justice", Kind::department), "the Ministry of Justice");
  EXPECT_EQ(full("HM Treasury", Kind::department), "HM Treasury");
  EXPECT_EQ(full("Prime Minister's Office", Kind::department), "the Prime Minister's Office");
  EXPECT_EQ(full("Land Use Framework for England", Kind::policy),
            "the Land Use Framework for England");
  EXPECT_EQ(full("Digital ID programme", Kind::programme), "the Digital ID programme");
  EXPECT_EQ(full("Environment Agency (EA)", Kind::body), "the Environment Agency");
  EXPECT_EQ(full("Natural England", Kind::body), "Natural England");
  EXPECT_EQ(full("Housing Act 2004", Kind::policy), "the Housing Act 2004");
  EXPECT_EQ(full("Clean power by 2030", Kind::mission), "‘Clean power by 2030’");
  EXPECT_EQ(full("The Plan", Kind::policy), "The Plan");
}

TEST(Names, CurlyApostrophesMakeNoDifference) {
  EXPECT_EQ(full("Prime Minister’s Office", Kind::department), "the Prime Minister’s Office");
}

TEST(Names, OnlyInitialsInBracketsAreLeftOut) {
  EXPECT_EQ(full("National Security Council (Resilience)", Kind::body),
            "the National Security Council (Resilience)");
  EXPECT_EQ(full("Office (ONS) two", Kind::fund), "the Office (ONS) two");
  EXPECT_EQ(full("Plans (draft", Kind::fund), "Plans (draft");
}

TEST(Names, InitialsComeFromTheIdOrAnAlias) {
  const auto initials_of = [](std::string id, std::vector<Text> aliases) {
    const Named n =
        named("Department for Something", Kind::department, std::move(id), std::move(aliases));
    return initials(n.graph, n.id);
  };
  EXPECT_EQ(initials_of("defra", {"the environment department", "Defra"}), "Defra");
  EXPECT_EQ(initials_of("moj", {}), "MOJ");
  EXPECT_EQ(initials_of("some-department", {"DfS"}), "DfS");
  EXPECT_EQ(initials_of("some-department", {}), "Department for Something");
  const Named body = named("Environment Agency", Kind::body, "ea", {"EA"});
  EXPECT_EQ(initials(body.graph, body.id), "Environment Agency");
}

TEST(Names, ShortNamesDropTheOpening) {
  const auto short_of = [](std::string name) {
    const Named n = named(std::move(name), Kind::department);
    return short_name(n.graph, n.id);
  };
  EXPECT_EQ(short_of("Department for the Environment"), "Environment");
  EXPECT_EQ(short_of("Ministry of Housing, Communities and Local Government"),
            "Housing, Communities and Local Government");
  EXPECT_EQ(short_of("HM Treasury"), "HM Treasury");
}

TEST(Names, AListIsInTheOrderPeopleLookThingsUp) {
  Dataset data = sketch("a:mission  b:mission  c:mission  d:mission until 2020");
  for (std::size_t i = 0; const char* name : {"Mission 10", "mission 2", "Mission 2", "Mission 1"})
    data.entities[i++].name = name;
  const Graph graph = link(data, {}).graph;
  EXPECT_EQ(open_of_kind(graph, Kind::mission),
            (std::vector<EntityId>{EntityId{2}, EntityId{1}, EntityId{0}}));
}

TEST(Findings, AreSortedBySeverityConfidenceItemsThenId) {
  const Graph g = link(sketch("a  b  c"), {}).graph;
  static const Card card = [] {
    Card lens;
    lens.id = "lens";
    return lens;
  }();
  const auto finding = [&](Severity severity, double confidence, std::size_t affected,
                           const char* id) {
    Finding f;
    f.card = &card;
    f.severity = severity;
    f.confidence = confidence;
    f.affected = affected;
    f.subjects = {*g.find(id)};
    return f;
  };
  std::vector<Finding> findings = {
      finding(Severity::low, 1, 9, "a"),    finding(Severity::high, 0.6, 1, "b"),
      finding(Severity::high, 0.9, 1, "c"), finding(Severity::high, 0.9, 1, "b"),
      finding(Severity::high, 0.9, 2, "c"), finding(Severity::medium, 1, 1, "a")};
  sort_findings(findings, g);
  std::string order;
  for (const Finding& f : findings)
    order += std::string(word(f.severity)) + std::to_string(f.affected) +
             finding_id(f, g).substr(4) + " ";
  EXPECT_EQ(order, "high2:c high1:b high1:c high1:b medium1:a low9:a ");
}

TEST(Findings, BandsBeginAtTheirLimits) {
  EXPECT_EQ(band(0.85), Band::high);
  EXPECT_EQ(band(0.84), Band::medium);
  EXPECT_EQ(band(0.65), Band::medium);
  EXPECT_EQ(band(0.64), Band::low);
}

TEST(Findings, TheLatestEvidenceIsTheLatestDateOfItsSources) {
  Dataset data = sketch("defra leads plan");
  data.sources.push_back({"late", "Late", "", PartialDate{2026, 9, 0}, "", "", {}, 0, {}});
  data.relations[0].sources.push_back({"late", {}});
  const Graph g = link(data, {}).graph;
  Finding finding;
  finding.evidence = {{std::nullopt, *g.find("plan")}};
  EXPECT_EQ(write_date(latest_evidence(finding, g)), "2026-07-01");
  finding.evidence.push_back({RelationId{0}, {}});
  EXPECT_EQ(write_date(latest_evidence(finding, g)), "2026-09");
  EXPECT_FALSE(latest_evidence(Finding{}, g).given());
}

TEST(Sketch, ReadsEveryStatement) {
  const Dataset data = sketch(
      "ea under defra\ndefra leads plan as minister ~0.6 x2 2024..2025-09  board:forum  "
      "aim:mission due 2030  ea member-of board:forum  covers nothing");
  EXPECT_EQ(data.entities.size(), 5U);
  const RelationRow& lead = data.relations.at(0);
  EXPECT_EQ(lead.capacity, Capacity::minister);
  EXPECT_EQ(lead.confidence, 0.6);
  EXPECT_EQ(lead.strength, 2);
  EXPECT_EQ(write_date(lead.period.start) + ".." + write_date(lead.period.end), "2024..2025-09");
  const Graph g = link(data, {}).graph;
  EXPECT_EQ(g.entity(*g.find("board")).kind, Kind::forum);
  EXPECT_EQ(write_date(g.entity(*g.find("aim")).due), "2030");
  EXPECT_EQ(g.entity(*g.find("defra")).kind, Kind::department);
  EXPECT_TRUE(data.maps.at(0).covers.empty());
  EXPECT_FALSE(sketch("x").maps.at(0).covers.empty());
  EXPECT_DEATH(sketch("defra likes plan"), "cannot read the sketch");
}

}  // namespace
}  // namespace crosscut
