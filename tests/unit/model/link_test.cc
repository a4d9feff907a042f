#include <gtest/gtest.h>

#include <chrono>
#include <random>
#include <sstream>

#include "../read/folder.h"
#include "crosscut/model/graph.h"
#include "crosscut/model/sketch.h"
#include "dump.h"

namespace crosscut {
namespace {

using Strings = std::vector<std::string>;
const std::string entity_head = "id,name,kind,parent,start,end,aliases,source,status\n";
const std::string relation_head =
    "from,relation,to,strength,confidence,start,end,source,locator,capacity,answer,amount\n";

Linked link_rows(const std::string& entities, const std::string& relations,
                 const std::string& as_at = "2026-07",
                 const std::map<std::string, std::string>& others = {}) {
  const MapRead map = read_tables(entity_head + entities, relation_head + relations, others);
  EXPECT_TRUE(map.diagnostics.empty())
      << format_diagnostic(map.diagnostics.front(), map.dataset.files);
  return link(map.dataset, {parse_date(as_at).value_or(PartialDate{})});
}

const std::string people =
    "defra,Department for Environment,department,,,,Defra | DEFRA Group,,\nmhclg,Ministry of "
    "Housing,department,,,,MHCLG,,\nplan,Flood Plan,policy,,,,FP,,\n";

TEST(Link, RowsThatStateOneRelationBecomeOneWithCitations) {
  const Linked linked = link_rows(people,
                                  "defra,leads,plan,1,0.6,2024,,,b,,,\n"
                                  "Defra,leads,FP,2,0.9,2024-07,,s,a,,,£5m\n"
                                  "defra,leads,plan,1,0.6,,2026-12,,c,sro,,\n"
                                  "mhclg,leads,plan,,,,,,,,,\n");
  EXPECT_TRUE(linked.diagnostics.empty());
  const Graph& g = linked.graph;
  ASSERT_EQ(g.relation_count(), 3U);  // another capacity is another relation
  const Relation& lead = g.relations()[0];
  ASSERT_EQ(lead.citations.size(), 2U);
  EXPECT_EQ(lead.citations[0].locator, "a");  // strongest first
  EXPECT_EQ(lead.confidence, 0.9);
  EXPECT_EQ(lead.strength, 2);
  EXPECT_EQ(lead.amount, "£5m");  // from whichever row gives it
  EXPECT_EQ(write_date(lead.period.start), "2024-07");
  EXPECT_EQ(g.relations()[1].capacity, Capacity::sro);
}

TEST(Link, RowsOfSeparateTimesStayApart) {
  const Linked linked = link_rows(people,
                                  "defra,leads,plan,,,2020,2022-05-01,,,,,\ndefra,leads,plan,,,"
                                  "2022-05-01,2023,,,,,\ndefra,leads,plan,,,2025,,,,,,\n");
  ASSERT_EQ(linked.graph.relation_count(), 3U);
  const EntityId plan = *linked.graph.find("plan");
  EXPECT_EQ(linked.graph.in_ever(plan).size(), 3U);
  ASSERT_EQ(linked.graph.in(plan).size(), 1U);
  EXPECT_EQ(write_date(linked.graph.relation(linked.graph.in(plan)[0]).period.start), "2025");
}

TEST(Link, AConfirmedNoIsNoRelation) {
  EXPECT_EQ(link_rows(people, "defra,leads,plan,,,,,,,,no,\nmhclg,leads,plan,,,,,,,,yes,\n")
                .graph.relation_count(),
            1U);
}

TEST(Link, NamesAndAliasesStandForIds) {
  const Linked linked =
      link_rows(people + "pmo,Prime Minister’s Office,body,The Department for Environment,,,,,\n",
                "DEFRA GROUP,leads,flood plan,,,,,,,,,\nPrime Minister's "
                "office,contributes-to,plan,,,,,,,,,\n");
  EXPECT_TRUE(linked.diagnostics.empty());
  EXPECT_EQ(linked.graph.relation_count(), 2U);
  EXPECT_EQ(linked.graph.entity(linked.graph.entity(*linked.graph.find("pmo")).parents.at(0)).id,
            "defra");
  EXPECT_FALSE(linked.graph.find("Environment"));
  EXPECT_FALSE(linked.graph.find(""));
}

TEST(Link, AnIdWinsOverAnAliasAndSharedNamesAreAmbiguous) {
  const Linked linked =
      link_rows(people + "fp,Forest Plan,policy,,,,Defra,,\ndots,???,policy,,,,,,\n",
                "mhclg,leads,fp,,,,,,,,,\nmhclg,leads,FP,,,,,,,,,\nDefra,leads,fp,,,,,,,,,\nmhclg,"
                "leads,!!!,,,,,,,,,\n");
  EXPECT_EQ(codes_of(linked.diagnostics), (Strings{"ambiguous-name", "unknown-id"}));
  EXPECT_EQ(linked.diagnostics[0].notes.size(), 2U);
  const Graph& g = linked.graph;
  EXPECT_EQ(g.in(*g.find("fp")).size(), 1U);
  EXPECT_EQ(g.in(*g.find("plan")).size(), 1U);
}

TEST(Link, SaysNothingOfReferencesToRowsThatCouldNotBeRead) {
  const MapRead map =
      read_tables("id,name,kind,aliases\nplan,Flood Plan,polcy,FP\ndefra,Defra,department,\n",
                  "from,relation,to\ndefra,leads,plan\ndefra,leads,Flood "
                  "plan\ndefra,leads,fp\ndefra,leads,plam\n");
  const Linked linked = link(map.dataset, {});
  EXPECT_EQ(codes_of(linked.diagnostics), Strings{"unknown-id"});
  EXPECT_EQ(linked.diagnostics[0].hint, "did you mean \"plan\"?");
  for (const char* entities : {"id,name,knd\nplan,Flood Plan,policy\n",
                               "id,name,kind\n\"plan,Flood Plan,policy\n", "\"id,name,kind\n"})
    EXPECT_TRUE(link(read_tables(entities, "from,relation,to\ndefra,leads,plan\n").dataset, {})
                    .diagnostics.empty())
        << entities;
}

TEST(Link, WhatIsOpenFollowsTheDateAndBothEnds) {
  const std::string rows =
      "old,Old "
      "Office,department,,2010,2025-09-01,,,\ngone,Gone,body,,,unknown,,,\nlate,Late,policy,,2027,,"
      ",,\nsup,Superseded,policy,,,,,,superseded\nplan,Plan,policy,,,,,,\n";
  const std::string relations =
      "old,leads,plan,,,,,,,,,\ngone,delivers,plan,,,,,,,,,\nold,leads,late,,,,,,,,,\nold,leads,"
      "sup,,,,,,,,,\n";
  const auto open = [&](const std::string& as_at) {
    const Graph graph = link_rows(rows, relations, as_at).graph;
    std::string ids;
    for (std::size_t i = 0; i < graph.entity_count(); ++i)
      if (const EntityId id{static_cast<std::uint32_t>(i)}; graph.open(id))
        ids += graph.entity(id).id + " ";
    return ids + std::to_string(graph.in(*graph.find("plan")).size());
  };
  EXPECT_EQ(open("2025-08-31"), "old plan 1");
  EXPECT_EQ(open("2025-09-01"), "plan 0");
  EXPECT_EQ(open("2026"), "plan 0");
  EXPECT_EQ(open("2027-01"), "late plan 0");
  EXPECT_EQ(open("2009-12-31"), "plan 0");
}

TEST(Link, TheDateIsGivenOrTheMapsOrTheLatestInTheInput) {
  const std::string relations = "defra,leads,plan,,,2025-03,2030,,,,,\n";
  const std::map<std::string, std::string> dated = {
      {"sources.csv", "id,title,date\ns,S,2025-04\n"}};
  const std::map<std::string, std::string> own = {{"sources.csv", "id,title,date\ns,S,2026-04\n"},
                                                  {"map.csv", "key,value\nas-at,2025-06\n"}};
  EXPECT_EQ(write_date(link_rows(people, relations, "2024").graph.as_at()), "2024");
  EXPECT_EQ(write_date(link_rows(people, relations, "", own).graph.as_at()), "2025-06");
  EXPECT_EQ(write_date(link_rows(people, relations, "", dated).graph.as_at()), "2025-04");
  EXPECT_EQ(write_date(link_rows(people, relations, "").graph.as_at()), "2025-03");
}

TEST(Link, AMapWithoutAnyDateIsOpen) {
  const Linked linked = link_rows(people, "defra,leads,plan,,,,,,,,,\n", "");
  EXPECT_FALSE(linked.graph.as_at().given());
  EXPECT_TRUE(linked.graph.open(*linked.graph.find("defra")));
  EXPECT_EQ(linked.graph.in(*linked.graph.find("plan")).size(), 1U);
}

TEST(Link, TheParentOfADepartmentIsTheWholeGovernment) {
  const Graph g =
      link(
          sketch("defra:department under hmg:body  ea under defra:department  hmg:body leads plan"),
          {})
          .graph;
  EXPECT_TRUE(g.is_whole_government(*g.find("hmg")));
  EXPECT_FALSE(g.is_whole_government(*g.find("defra")));
  EXPECT_TRUE(g.home(*g.find("hmg")).owners.empty());
  EXPECT_TRUE(g.home(*g.find("plan")).owners.empty());
}

TEST(Link, SourcesOfTwoMapsWithOneIdAreToldApart) {
  const Folder folder;
  const auto files = [](const std::string& title) {
    return std::map<std::string, std::string>{
        {"entities.csv", "id,name,kind,source\nd,D,department,s\n"},
        {"relations.csv", "from,relation,to,source\nd,coordinates-with,d,s\n"},
        {"sources.csv", "id,title\ns," + title + "\n"}};
  };
  const auto count = [&](const std::string& first, const std::string& second) {
    const MapRead map =
        read_maps({folder.map("a", files(first)), folder.map("b", files(second))}, {});
    const Graph g = link(map.dataset, {}).graph;
    std::string ids;
    for (const Source& source : g.sources()) ids += source.id + " ";
    return ids + std::to_string(g.relations()[0].citations.size());
  };
  EXPECT_EQ(count("Paper", "Paper"), "s 2");
  EXPECT_EQ(count("Paper", "Another"), "s b:s 2");
}

TEST(Link, CirclesOfParentsAreReportedOnceEachAndBroken) {
  const Linked linked = link_rows(
      "a,A,forum,b,,,,,\nb,B,forum,c,,,,,\nc,C,forum,a | "
      "d,,,,,\nd,D,department,,,,,,\ne,E,forum,e,,,,,\n",
      "");
  EXPECT_EQ(codes_of(linked.diagnostics), (Strings{"parent-cycle", "parent-cycle"}));
  for (const char* id : {"b", "c", "d"})
    EXPECT_EQ(linked.graph.departments(*linked.graph.find(id)).size(), 1U) << id;
}

TEST(Link, EverySuspiciousEndIsAWarningAndKept) {
  const Linked linked = link_rows(people,
                                  "plan,leads,defra,,,,,,,,,\ndefra,coordinates-with,Defra,,,,,,,,,"
                                  "\ndefra,leads,plan,,,,,nowhere,,,,\n");
  EXPECT_EQ(codes_of(linked.diagnostics), (Strings{"odd-ends", "self-relation", "unknown-source"}));
  EXPECT_FALSE(has_errors(linked.diagnostics));
  EXPECT_EQ(linked.graph.relation_count(), 3U);
}

/// The lines of a table but the first in another order; no cell of it may hold a line break.
std::string shuffled(const std::string& table, std::uint32_t seed) {
  std::istringstream stream(table);
  std::string head;
  std::getline(stream, head);
  Strings lines;
  for (std::string line; std::getline(stream, line);) lines.push_back(line);
  std::mt19937 random(seed);
  for (std::size_t i = lines.size(); i > 1; --i) std::swap(lines[i - 1], lines[random() % i]);
  std::string text = head + "\n";
  for (const std::string& line : lines) text += line + "\n";
  return text;
}

TEST(Link, TheOrderOfRowsChangesNothing) {
  const std::filesystem::path graphs = std::filesystem::path(CROSSCUT_ROOT) / "graphs";
  std::vector<std::string> plain;
  std::vector<std::string> mixed;
  const Folder folder;
  for (const char* name : {"uk-missions", "uk-policies"}) {
    plain.push_back((graphs / name).string());
    for (const auto& file : std::filesystem::directory_iterator(graphs / name)) {
      std::ifstream stream(file.path(), std::ios::binary);
      const std::string text{std::istreambuf_iterator<char>(stream), {}};
      const bool rows = file.path().filename() != "map.csv";
      folder.write(std::string(name) + "/" + file.path().filename().string(),
                   rows ? shuffled(text, 7) : text);
    }
    mixed.push_back(folder.map(name, {}));
  }
  const Linked a = link(read_maps(plain, {}).dataset, {});
  const Linked b = link(read_maps(mixed, {}).dataset, {});
  EXPECT_GT(a.graph.relation_count(), 500U);
  EXPECT_EQ(dump(a.graph), dump(b.graph));
  EXPECT_EQ(a.diagnostics.size(), b.diagnostics.size());
}

TEST(Link, TiesBetweenRowsDoNotFollowTheirOrder) {
  const std::string relations =
      "defra,leads,plan,1,1,,,s,p,,,£1m\ndefra,leads,plan,1,1,,,s | "
      "t,p,,,£2m\ndefra,leads,plan,1,1,,,,p,,,\ndefra,leads,plan,2,1,,,,p,,,£3m\n";
  const std::map<std::string, std::string> sources = {{"sources.csv", "id,title\ns,S\nt,T\n"}};
  const std::string first = dump(link_rows(people, relations, "2026", sources).graph);
  for (std::uint32_t seed = 0; seed < 10; ++seed) {
    const std::string rows = shuffled(relation_head + relations, seed);
    EXPECT_EQ(dump(link_rows(people, rows.substr(relation_head.size()), "2026", sources).graph),
              first);
  }
}

/// Seconds to read and link a map of so many relations, a third of them to ids that nobody has.
double time_map(std::size_t relations) {
  std::string entities = "id,name,kind,parent,source\nd,D,department,,s\n";
  for (std::size_t i = 0; i < relations / 2; ++i)
    entities += "entity-" + std::to_string(i) + ",The name of " + std::to_string(i) + ",policy," +
                (i == 0 ? std::string("d") : "entity-" + std::to_string(i - 1)) + ",s\n";
  std::string rows = "from,relation,to,source\n";
  for (std::size_t i = 0; i < relations; ++i)
    rows += "entity-" + std::to_string(i % (relations / 2)) + ",depends-on," +
            (i % 3 == 0 ? "unknown-" : "entity-") + std::to_string((i * 7) % (relations / 2)) +
            "," + (i % 5 == 0 ? "t" : "s") + std::to_string(i % 2) + "\n";
  const auto start = std::chrono::steady_clock::now();
  const MapRead map = read_tables(entities, rows);
  const Linked linked = link(map.dataset, {});
  EXPECT_EQ(linked.graph.entity_count(), relations / 2 + 1);
  EXPECT_GT(linked.diagnostics.size(), relations / 3);
  EXPECT_EQ(
      linked.graph.departments(*linked.graph.find("entity-" + std::to_string(relations / 2 - 1)))
          .size(),
      1U);  // up a long chain
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

TEST(Link, AHundredThousandRowsTakeTimeInProportion) {
  const double small = time_map(10'000);
  const double large = time_map(100'000);
  RecordProperty("seconds", std::to_string(large));
  EXPECT_LT(large, 50 * small) << small << " s for a tenth";  // quadratic would be 100 times
}

}  // namespace
}  // namespace crosscut
