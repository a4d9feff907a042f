#include "crosscut/read/join.h"

#include <gtest/gtest.h>

#include "crosscut/read/duplicates.h"
#include "folder.h"

namespace crosscut {
namespace {

using Strings = std::vector<std::string>;
const std::string head = "id,name,kind,parent,start,end,due,aliases,measure,colour\n";

/// Two maps a and b of these entities, joined; `same` lies in map b.
MapRead join(const std::string& a, const std::string& b, const std::string& same = "") {
  const Folder folder;
  std::map<std::string, std::string> second = {{"entities.csv", head + b},
                                               {"relations.csv", "from,relation,to\n"},
                                               {"sources.csv", "id,title\ns,S\n"}};
  if (!same.empty()) second["same.csv"] = "id,same_as\n" + same;
  return read_maps({folder.map("a", {{"entities.csv", head + a},
                                     {"relations.csv", "from,relation,to\n"},
                                     {"sources.csv", "id,title\ns,S\n"}}),
                    folder.map("b", second)},
                   {});
}

Strings ids(const MapRead& map) {
  Strings all;
  for (const EntityRow& row : map.dataset.entities) all.push_back(row.id);
  return all;
}

TEST(Join, TheMapNamedFirstWinsAndTheOtherFillsGaps) {
  const MapRead map = join("x,Flood plan,policy,,,,,FP,,red\n",
                           "x,Plan for floods,policy,p,,,2030,FP | PFF,Homes safe,blue\n");
  EXPECT_TRUE(map.diagnostics.empty());
  ASSERT_EQ(map.dataset.entities.size(), 1U);
  const EntityRow& row = map.dataset.entities[0];
  EXPECT_EQ(row.name, "Flood plan");
  EXPECT_EQ(row.aliases, (std::vector<Text>{"FP", "Plan for floods", "PFF"}));
  EXPECT_EQ(row.measure, "Homes safe");
  EXPECT_EQ(write_date(row.due), "2030");
  EXPECT_EQ(row.parents.at(0).text, "p");
  EXPECT_EQ(row.map, 0);
  EXPECT_EQ(row.other_maps, std::vector<MapIndex>{1});
  EXPECT_EQ(row.extra, (Cells{{"colour", "red"}, {"colour", "blue"}}));
}

TEST(Join, AMorePreciseDateWinsOnlyWhenItIsAReadingOfTheFirst) {
  const auto start = [](const std::string& a, const std::string& b) {
    return write_date(join("x,X,policy,," + a + ",,,,,\n", "x,X,policy,," + b + ",,,,,\n")
                          .dataset.entities.at(0)
                          .period.start);
  };
  EXPECT_EQ(start("2025", "2025-09"), "2025-09");
  EXPECT_EQ(start("2025-09", "2025-09-16"), "2025-09-16");
  EXPECT_EQ(start("2025-09-16", "2025"), "2025-09-16");
  EXPECT_EQ(start("2025", "2024-09"), "2025");  // a disagreement: the map named first wins
  EXPECT_EQ(start("2025-09-16", "2025-09-17"), "2025-09-16");
  EXPECT_EQ(start("", "2024"), "2024");
}

TEST(Join, AKnownEndWinsOverAnUnknownOne) {
  const MapRead map = join("x,X,policy,,2020,unknown,,,,\ny,Y,policy,,2020,,,,,\n",
                           "x,X,policy,,2020,2025-03,,,,\ny,Y,policy,,,unknown,,,,\n");
  EXPECT_EQ(write_date(map.dataset.entities[0].period.end), "2025-03");
  EXPECT_FALSE(map.dataset.entities[0].period.end_unknown);
  EXPECT_TRUE(map.dataset.entities[1].period.end_unknown);
}

TEST(Join, TheHigherMarkingWinsWhereverItStands) {
  const auto marked = [](const std::string& a, const std::string& b) {
    const std::string columns = "id,name,kind,marking\n";
    const Folder folder;
    const auto map = [&](const std::string& name, const std::string& marking) {
      return folder.map(name, {{"entities.csv", columns + "x,Plan,policy," + marking + "\n"},
                               {"relations.csv", "from,relation,to\n"},
                               {"sources.csv", "id,title\ns,S\n"}});
    };
    return read_maps({map("a", a), map("b", b)}, {}).dataset.entities.at(0).marking;
  };
  EXPECT_EQ(marked("OFFICIAL", "SECRET"), "SECRET");
  EXPECT_EQ(marked("SECRET", "OFFICIAL"), "SECRET");
  EXPECT_EQ(marked("official sensitive", ""), "OFFICIAL-SENSITIVE");
  EXPECT_EQ(marked("", "RESTRICTED"), "RESTRICTED");
  EXPECT_EQ(marked("", ""), "");
}

TEST(Join, KindAndParentClashesShowBothPlaces) {
  const MapRead map = join("x,X,body,p,,,,,,\n", "x,X,fund,q | p,,,,,,\n");
  EXPECT_EQ(codes_of(map.diagnostics), (Strings{"kind-clash", "parent-clash"}));
  for (const Diagnostic& clash : map.diagnostics) {
    EXPECT_EQ(clash.level, Level::warning);
    EXPECT_TRUE(clash.place.known());
    ASSERT_EQ(clash.notes.size(), 1U);
    EXPECT_LT(clash.notes[0].place.file, clash.place.file);
  }
  EXPECT_EQ(map.dataset.entities[0].kind, Kind::body);
  EXPECT_EQ(map.dataset.entities[0].parents.size(), 1U);
}

TEST(Join, ParentsInAnotherOrderOrUnderAnotherIdDoNotClash) {
  const std::string parents = "p,Pa,body,,,,,,,\nq,Qu,body,,,,,,,\n";
  EXPECT_TRUE(
      join("x,X,body,p | q,,,,,,\n" + parents, "x,X,body,r | p,,,,,,\nr,Ar,body,,,,,,,\n", "r,q\n")
          .diagnostics.empty());
}

TEST(Join, SameCsvMakesOneRowAndItsTargetWins) {
  const MapRead map = join("pm-office,The Office,body,,,,,,,\n",
                           "no10,Number 10,body,,,,,Downing Street,,\n", "pm-office,no10\n");
  EXPECT_TRUE(map.diagnostics.empty());
  EXPECT_EQ(ids(map), Strings{"no10"});
  EXPECT_EQ(map.dataset.entities[0].name, "Number 10");
  EXPECT_EQ(map.dataset.entities[0].aliases, (std::vector<Text>{"Downing Street", "The Office"}));
  EXPECT_EQ(map.dataset.same.at(0).same_as.text, "no10");
}

TEST(Join, SameCsvMayChain) {
  for (const std::string same : {"a,b\nb,c\n", "b,c\na,b\n"}) {
    const MapRead map =
        join("a,One,body,,,,,,,\nb,Two,body,,,,,,,\n", "c,Three,body,,,,,,,\n", same);
    EXPECT_TRUE(map.diagnostics.empty());
    EXPECT_EQ(ids(map), Strings{"c"});
    for (const SameRow& row : map.dataset.same) EXPECT_EQ(row.same_as.text, "c");
  }
}

TEST(Join, ACircleIsReportedOnceAndJoinsNothing) {
  const MapRead map = join("a,One,body,,,,,,,\nb,Two,body,,,,,,,\n",
                           "c,Three,body,,,,,,,\nd,Four,body,,,,,,,\n", "c,a\na,b\nb,a\nd,d\n");
  EXPECT_EQ(codes_of(map.diagnostics), (Strings{"same-cycle", "same-cycle"}));
  EXPECT_NE(map.diagnostics[0].message.find("a -> b -> a"), std::string::npos)
      << map.diagnostics[0].message;
  EXPECT_EQ(ids(map), (Strings{"a", "b", "c", "d"}));
}

TEST(Join, ALongChainOfSameIdsIsFast) {
  std::string rows;
  std::string same;
  for (int i = 0; i < 20000; ++i)
    rows += "e" + std::to_string(i) + ",Name" + std::to_string(i) + ",body,,,,,,,\n";
  for (int i = 0; i + 1 < 20000; ++i)
    same += "e" + std::to_string(i) + ",e" + std::to_string(i + 1) + "\n";
  EXPECT_EQ(ids(join(rows, "z,Zed,body,,,,,,,\n", same)), (Strings{"e19999", "z"}));
}

TEST(Join, SameFilesOfTheCommandLineCountFirst) {
  const Folder folder;
  const std::map<std::string, std::string> files = {
      {"entities.csv", "id,name,kind\na,One,body\nb,Two,body\nc,Three,body\n"},
      {"relations.csv", "from,relation,to\n"},
      {"sources.csv", "id,title\n"},
      {"same.csv", "id,same_as\na,b\n"}};
  ReadOptions options;
  options.same_files = {folder.write("same.csv", "id,same_as\na,c\n")};
  EXPECT_EQ(ids(read_maps({folder.map("m", files)}, options)), (Strings{"b", "c"}));
}

TEST(Join, UnknownIdsOfSameCsvAreReportedWhereSeveralMapsAreRead) {
  const MapRead map = join("defra,Defra,department,,,,,,,\n", "", "defraa,defra\nzz,yy\n");
  EXPECT_EQ(codes_of(map.diagnostics), (Strings{"same-unknown", "same-unknown", "same-unknown"}));
  EXPECT_EQ(map.diagnostics[0].hint, "did you mean \"defra\"?");
}

TEST(LikelyDuplicates, CompareNamesWithoutOrderCaseAndSmallWords) {
  const auto codes = [](const std::string& rows) {
    return codes_of(read_tables("id,name,kind,parent,aliases\n" + rows).diagnostics);
  };
  const Strings one = {"likely-duplicate"};
  EXPECT_EQ(codes("a,Flood Plan,policy,,\nb,the plan for FLOODS,policy,,\n"), one);
  EXPECT_EQ(codes("a,Flood Plan,policy,,\nb,Other,policy,,Plan (flood)\n"), one);
  EXPECT_EQ(codes("a,Children's fund,fund,,\nb,Children’s Fund,fund,,\n"), one);
  EXPECT_EQ(codes("a,Flood Plan,policy,,FP\nb,Forest Plan,policy,,FP\n"),
            Strings{});  // initials are often shared
  EXPECT_EQ(codes("a,Flood Plan,policy,,\nb,Flood Plan,body,a,\n"),
            Strings{});  // one contains the other
  EXPECT_EQ(codes("a,Flood Plan,policy,,Flood plan\n"), Strings{});
}

TEST(Join, AcceptedFindingsOfEveryMapAreTaken) {
  const Folder folder;
  const auto map = [&](const std::string& name, const std::string& accepted) {
    return folder.map(name, {{"entities.csv", head},
                             {"relations.csv", "from,relation,to\n"},
                             {"sources.csv", "id,title\ns,S\n"},
                             {"accepted.csv", "finding,reason,until\n" + accepted}});
  };
  const MapRead read =
      read_maps({map("a", "silo:x,Known,2026\n"), map("b", "no-lead:y,So,\n")}, {});
  EXPECT_TRUE(read.diagnostics.empty());
  const auto& rows = read.dataset.accepted;
  ASSERT_EQ(rows.size(), 2U);
  EXPECT_EQ(rows[0].finding.text + rows[0].reason + write_date(rows[0].until), "silo:xKnown2026");
  EXPECT_EQ(rows[1].finding.text + rows[1].reason + write_date(rows[1].until), "no-lead:ySo");
  EXPECT_NE(rows[0].finding.place.file, rows[1].finding.place.file);
}

}  // namespace
}  // namespace crosscut
