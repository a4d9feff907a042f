#include "crosscut/read/map.h"

#include <gtest/gtest.h>

#include "crosscut/read/columns.h"
#include "folder.h"

namespace crosscut {
namespace {

using Strings = std::vector<std::string>;

TEST(Tables, ReadEveryColumnOfTheFormat) {
  const MapRead map = read_tables(
      "id,name,kind,parent,start,end,due,measure,aliases,note,source,class,power,membership,status,"
      "extent,statutory,model,catch-all,contact,marking\n"
      "b,Board,forum,d | e,2024-07,unknown,2029,Meetings held,BB | The B,why,s | "
      "s,taskforce,decides,partial,in-force,EW,yes,pooled,yes,team,OFFICIAL\n",
      "from,relation,to,strength,confidence,start,end,source,locator,note,capacity,type,amount,"
      "period,answer,respondent,asked,review,marking\n"
      "b,Co-Leads,b,3,implied,2024,2025-01-02,s,p 2,n,sro,control,£5m,2025-26,unknown,an "
      "office,2026-02,disputed,OFFICIAL\n");
  EXPECT_TRUE(map.diagnostics.empty());
  const EntityRow& e = map.dataset.entities.at(0);
  EXPECT_EQ(e.kind, Kind::forum);
  ASSERT_EQ(e.parents.size(), 2U);
  EXPECT_EQ(e.parents[1].text, "e");
  EXPECT_EQ(e.parents[1].place.column, 19U);
  EXPECT_EQ(write_date(e.period.start), "2024-07");
  EXPECT_TRUE(e.period.end_unknown);
  EXPECT_FALSE(e.period.end.given());
  EXPECT_EQ(write_date(e.due), "2029");
  EXPECT_EQ(e.aliases, (std::vector<Text>{"BB", "The B"}));
  EXPECT_EQ(e.measure + e.organisation_class + e.power + e.membership + e.status + e.extent +
                e.model + e.contact + e.marking,
            "Meetings heldtaskforcedecidespartialin-forceEWpooledteamOFFICIAL");
  EXPECT_TRUE(e.statutory);
  EXPECT_TRUE(e.catch_all);
  const RelationRow& r = map.dataset.relations.at(0);
  EXPECT_EQ(r.verb, Verb::co_leads);
  EXPECT_EQ(r.strength, 3);
  EXPECT_EQ(r.confidence, 0.7);
  EXPECT_EQ(write_date(r.period.end), "2025-01-02");
  EXPECT_EQ(r.capacity, Capacity::sro);
  EXPECT_EQ(r.approval + r.amount + r.money_period + r.answer + r.respondent + r.asked + r.review +
                r.locator,
            "control£5m2025-26unknownan office2026-02disputedp 2");
}

TEST(Tables, ColumnsMayStandInAnyOrderAndUnknownOnesAreKept) {
  const MapRead map = read_tables("Colour,KIND,name, Id ,\ngreen,policy,P,p,\n,policy,Q,q,\n");
  EXPECT_TRUE(map.diagnostics.empty());
  ASSERT_EQ(map.dataset.entities.size(), 2U);
  EXPECT_EQ(map.dataset.entities[0].id, "p");
  EXPECT_EQ(map.dataset.entities[0].extra, (Cells{{"Colour", "green"}}));
  EXPECT_TRUE(map.dataset.entities[1].extra.empty());
}

TEST(Tables, AByteOrderMarkBeforeAQuotedHeadingIsNoPartOfIt) {
  const MapRead map =
      read_tables("\xEF\xBB\xBF\"id\",\"name\",\"kind\"\r\n\"p\",\"P\",\"policy\"\r\n");
  EXPECT_TRUE(map.diagnostics.empty());
  EXPECT_EQ(map.dataset.entities.at(0).id, "p");
  EXPECT_EQ(map.dataset.entities.at(0).place, (Place{0, 2, 2, 1}));
}

TEST(Tables, WordsOfShortListsMayBeInAnyCase) {
  const MapRead map = read_tables("id,name,kind,statutory,extent,class\np,P,Policy,Yes,uk,NDPB\n");
  EXPECT_TRUE(map.diagnostics.empty());
  EXPECT_TRUE(map.dataset.entities.at(0).statutory);
  EXPECT_EQ(map.dataset.entities.at(0).extent, "UK");
  EXPECT_EQ(map.dataset.entities.at(0).organisation_class, "ndpb");
}

TEST(Tables, AWrongCellCountsAsEmptyAndTheRestOfTheRowIsChecked) {
  const MapRead map =
      read_tables("id,name,kind,start,end,status\np,P,policy,soon,2025-02-29,paussed\n",
                  "from,relation,to,strength,confidence\np,leads,p,0,-0.1\n");
  EXPECT_EQ(codes_of(map.diagnostics), (Strings{"wrong-date", "wrong-date", "unknown-word",
                                                "value-out-of-range", "value-out-of-range"}));
  ASSERT_EQ(map.dataset.entities.size(), 1U);
  EXPECT_FALSE(map.dataset.entities[0].period.start.given());
  EXPECT_EQ(map.dataset.relations.at(0).strength, 1);
  EXPECT_EQ(map.dataset.relations.at(0).confidence, 1.0);
}

TEST(Tables, ConfidenceTakesTheWholeRangeOnly) {
  for (const auto* good : {"0", "1", "0.65", "1.0", "stated", "Our-View"})
    EXPECT_TRUE(read_tables("id,name,kind\n",
                            std::string("from,relation,to,confidence\na,leads,b,") + good + "\n")
                    .diagnostics.empty())
        << good;
  for (const auto* bad : {"1.01", "-0", "nan", "inf", "1e400", "70%", "0,5", "0.5x", "sure"}) {
    const MapRead map = read_tables(
        "id,name,kind\n", std::string("from;relation;to;confidence\na;leads;b;") + bad + "\n");
    if (std::string(bad) == "-0")
      EXPECT_TRUE(map.diagnostics.empty());  // is 0
    else
      EXPECT_EQ(codes_of(map.diagnostics), Strings{"value-out-of-range"}) << bad;
  }
}

TEST(Tables, RowsWithoutWhatTheyNeedAreLeftOutAndRemembered) {
  const MapRead map = read_tables(
      "id,name,kind,aliases\na,A,polcy,AA | AAA\n,B,policy,\nc,,policy,\nd,D,policy,x,y\n",
      "from,relation,to\na,,c\na,led,c\n");
  EXPECT_EQ(codes_of(map.diagnostics),
            (Strings{"unknown-kind", "missing-value", "missing-value", "ragged-row",
                     "missing-value", "unknown-relation"}));
  EXPECT_TRUE(map.dataset.entities.empty());
  EXPECT_TRUE(map.dataset.relations.empty());
  for (const auto* name : {"a", "A", "AA", "AAA", "c", "d"})
    EXPECT_EQ(std::count(map.dataset.left_out.begin(), map.dataset.left_out.end(), name), 1)
        << name;
  EXPECT_FALSE(map.dataset.entities_unread);
}

TEST(Tables, TheFirstOfTwoRowsWithOneIdStays) {
  const MapRead map =
      read_tables("id,name,kind\na,First,policy\nb,B,policy\na,Second,fund\n", "from,relation,to\n",
                  {{"sources.csv", "id,title\ns,One\ns,Two\n"}});
  EXPECT_EQ(codes_of(map.diagnostics), (Strings{"duplicate-id", "duplicate-source"}));
  ASSERT_EQ(map.dataset.entities.size(), 2U);
  EXPECT_EQ(map.dataset.entities[0].name, "First");
  EXPECT_EQ(map.dataset.sources.at(0).title, "One");
}

TEST(Tables, ADoubledColumnTakesTheFirst) {
  const MapRead map = read_tables("id,name,kind,name\na,First,policy,Second\n");
  EXPECT_EQ(codes_of(map.diagnostics), Strings{"column-twice"});
  EXPECT_EQ(map.dataset.entities.at(0).name, "First");
}

TEST(Tables, EndMayBeUnknownButNotBeforeTheStart) {
  const auto codes = [](const std::string& start, const std::string& end) {
    return codes_of(
        read_tables("id,name,kind,start,end\na,A,policy," + start + "," + end + "\n").diagnostics);
  };
  EXPECT_EQ(codes("2025", "UNKNOWN"), Strings{});
  EXPECT_EQ(codes("2025-06", "2025"), Strings{});  // may be after
  EXPECT_EQ(codes("2025-06-03", "2025-06-03"), Strings{});
  EXPECT_EQ(codes("2025-06-03", "2025-06-02"), Strings{"end-before-start"});
  EXPECT_EQ(codes("unknown", ""), Strings{"wrong-date"});
}

TEST(Tables, MapCsvSaysWhatTheMapIs) {
  const MapRead map =
      read_tables("id,name,kind\n", "from,relation,to\n",
                  {{"map.csv",
                    "Key,Value\nTitle,\"Land, use\"\nas-at,2026-07\nmarking,OFFICIAL\ncovers,Leads "
                    "| dates\ncolour,green\n"}});
  EXPECT_TRUE(map.diagnostics.empty());
  const MapInfo& info = map.dataset.maps.at(0);
  EXPECT_EQ(info.folder, "map");
  EXPECT_EQ(info.title, "Land, use");
  EXPECT_EQ(write_date(info.as_at), "2026-07");
  EXPECT_TRUE(info.looked_for(Coverage::leads) && info.looked_for(Coverage::dates));
  EXPECT_FALSE(info.looked_for(Coverage::money));
  EXPECT_EQ(info.extra, (Cells{{"colour", "green"}}));
}

TEST(Tables, AMapIsNamedAfterItsFolderHoweverThatIsWritten) {
  const Folder folder;
  const std::string map = folder.map(
      "land-use",
      {{"entities.csv", "id,name,kind\n"}, {"relations.csv", "from,relation,to\n"}, {"sub/x", ""}});
  for (const std::string& path : {map, map + "/", map + "/.", map + "//", map + "/sub/.."})
    EXPECT_EQ(read_maps({path}, {}).dataset.maps.at(0).title, "land-use") << path;
  const auto before = std::filesystem::current_path();
  std::filesystem::current_path(map);
  EXPECT_EQ(read_maps({"."}, {}).dataset.maps.at(0).title, "land-use");
  std::filesystem::current_path(before);
}

TEST(Tables, OptionalFilesMayBeMissing) {
  const Folder folder;
  const MapRead map = read_maps({folder.map("m", {{"entities.csv", "id,name,kind\n"},
                                                  {"relations.csv", "from,relation,to\n"}})},
                                {});
  EXPECT_EQ(codes_of(map.diagnostics), Strings{"no-sources"});
  EXPECT_FALSE(has_errors(map.diagnostics));
}

TEST(Tables, LongNamesAndApostrophesAreKept) {
  const std::string name = "Prime Minister’s Council for Dŵr, " + std::string(120, 'x');
  const MapRead map = read_tables("id,name,kind\nc,\"" + name + "\",forum\n");
  EXPECT_TRUE(map.diagnostics.empty());
  EXPECT_EQ(map.dataset.entities.at(0).name, name);
}

TEST(Tables, ColumnsAreDescribedOnce) {
  EXPECT_EQ(entity_columns().size(), 21U);
  EXPECT_EQ(relation_columns().size(), 19U);
  EXPECT_EQ(source_columns().size(), 6U);
  EXPECT_TRUE(relation_columns().front().required);
}

}  // namespace
}  // namespace crosscut
