// What the map holds on a department is sent out, answered, and taken in again.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>

#include "crosscut/model/graph.h"
#include "crosscut/model/map_tables.h"
#include "crosscut/read/csv.h"
#include "crosscut/read/join.h"
#include "crosscut/write/map_files.h"
#include "program.h"

namespace crosscut {
namespace {

namespace fs = std::filesystem;

const std::string example = std::string(CROSSCUT_ROOT) + "/graphs/example";

class Returns : public OwnFolder {
 protected:
  void SetUp() override {
    OwnFolder::SetUp();
    call({"returns", example, "-o", (folder_ / "sent").string()});
  }

  std::string call(const std::vector<std::string>& arguments, int code = 0) {
    const Ran ran = run_with(arguments);
    EXPECT_EQ(ran.code, code) << ran.err;
    return ran.out + ran.err;
  }

  std::string sent(const std::string& department) const {
    return (folder_ / "sent" / (department + ".xlsx")).string();
  }

  /// Sends the return, as it now is, as a folder of CSV files.
  std::string send_back(const Dataset& answered, const std::string& name) {
    const fs::path path = folder_ / name;
    fs::create_directories(path);
    for (const TextTable& table : map_tables(answered))
      std::ofstream(path / (table.name + ".csv"), std::ios::binary) << write_table_csv(table);
    return path.string();
  }

  std::string combine(const std::vector<std::string>& returns, int code = 0) {
    std::vector<std::string> arguments = {"combine"};
    arguments.insert(arguments.end(), returns.begin(), returns.end());
    arguments.insert(arguments.end(), {"--from", example, "-o", (folder_ / "new").string()});
    return call(arguments, code);
  }

  std::string written(const std::string& table) const {
    return read_bytes(folder_ / "new" / (table + ".csv"));
  }
};

RelationRow& row_of(Dataset& data, std::string_view from, Verb verb, std::string_view to) {
  const Graph graph = link(data, {}).graph;
  const auto is = [&](const Reference& end, std::string_view id) {
    const auto entity = graph.find(end.text);
    return entity && graph.entity(*entity).id == id;
  };
  const auto found =
      std::find_if(data.relations.begin(), data.relations.end(), [&](const RelationRow& row) {
        return is(row.from, from) && row.verb == verb && is(row.to, to);
      });
  EXPECT_NE(found, data.relations.end()) << from << " " << to;
  return *found;
}

TEST_F(Returns, EachWorkbookReadsAsAMapAndSaysWhatIsHeld) {
  std::size_t books = 0;
  for (const auto& entry : fs::directory_iterator(folder_ / "sent")) {
    MapRead map = read_maps({entry.path().string()}, {});
    for (const Diagnostic& found : map.diagnostics) ADD_FAILURE() << found.message;
    EXPECT_TRUE(link(map.dataset, {}).diagnostics.empty()) << entry.path();
    EXPECT_FALSE(map.dataset.relations.empty());
    for (const EntityRow& row : map.dataset.entities) EXPECT_EQ(row.note, "") << "a note is ours";
    for (const RelationRow& row : map.dataset.relations) {
      EXPECT_EQ(row.note, "");
      EXPECT_TRUE(row.extra.empty()) << "what only helps the reader is passed over";
    }
    ++books;
  }
  EXPECT_EQ(books, 9U);
}

TEST_F(Returns, UntouchedTheySayNothing) {
  std::vector<std::string> all;
  for (const auto& entry : fs::directory_iterator(folder_ / "sent"))
    all.push_back(entry.path().string());
  std::sort(all.begin(), all.end());
  const std::string said = combine(all);
  EXPECT_NE(said.find(": 0 say something (0 confirmed, 0 corrected, 0 denied and 0 added)"),
            std::string::npos)
      << said;
  EXPECT_FALSE(fs::exists(folder_ / "new" / "changes.csv"));
  call({"convert", example, "-o", (folder_ / "same").string()});
  for (const char* table : {"entities", "relations", "sources", "map"})
    EXPECT_EQ(written(table), read_bytes(folder_ / "same" / (std::string(table) + ".csv")));
}

TEST_F(Returns, AnswersAreTakenInWithAListOfChanges) {
  Dataset data = read_maps({sent("dept-homes")}, {}).dataset;
  data.maps.front().as_at = *parse_date("2026-07-01");
  row_of(data, "dept-homes", Verb::leads, "mission-homes").answer = "yes";
  row_of(data, "dept-homes", Verb::delivers, "new-towns").answer = "no";
  row_of(data, "dept-homes", Verb::chairs, "building-board").period.end = *parse_date("2027-03");
  RelationRow added = row_of(data, "dept-homes", Verb::leads, "mission-homes");
  added.verb = Verb::funds;
  added.answer.clear();
  added.locator = "page 99";
  data.relations.push_back(added);
  for (EntityRow& row : data.entities)
    if (row.id == "mission-homes") row.contact = "Homes mission team";
  const std::string said = combine({send_back(data, "homes")});
  EXPECT_NE(said.find("(1 confirmed, 2 corrected, 1 denied and 1 added)"), std::string::npos)
      << said;

  const std::string changes = written("changes");
  for (const std::string line :
       {"Department for Homes,confirmed,dept-homes leads mission-homes,,,,",
        "Department for Homes,denied,dept-homes delivers new-towns,,,,",
        "Department for Homes,corrected,dept-homes chairs building-board,end,,2027-03,",
        "Department for Homes,corrected,mission-homes,contact,,Homes mission team,",
        "Department for Homes,added,dept-homes funds mission-homes,,,,"})
    EXPECT_NE(changes.find(line), std::string::npos) << line << "\nin\n" << changes;

  MapRead map = read_maps({(folder_ / "new").string()}, {});
  EXPECT_FALSE(has_errors(map.diagnostics));
  const RelationRow& confirmed = row_of(map.dataset, "dept-homes", Verb::leads, "mission-homes");
  EXPECT_EQ(confirmed.review, "confirmed");
  EXPECT_EQ(confirmed.asked, "2026-07-01");
  EXPECT_EQ(row_of(map.dataset, "dept-homes", Verb::funds, "mission-homes").respondent,
            "Department for Homes");
  const Graph graph = link(map.dataset, {}).graph;
  const bool contested = std::any_of(
      graph.relations().begin(), graph.relations().end(), [&](const Relation& relation) {
        return graph.entity(relation.to).id == "new-towns" && relation.verb == Verb::delivers &&
               relation.denials.size() == 1;
      });
  EXPECT_TRUE(contested) << "the map said so, the department denies it: both stay";
}

TEST_F(Returns, TwoRowsFromOnePageAreToldApart) {
  Dataset data = read_maps({example}, {}).dataset;
  RelationRow& first = row_of(data, "dept-homes", Verb::delivers, "new-towns");
  first.period.start = *parse_date("2025-01");
  RelationRow second = first;
  second.period = {*parse_date("2020"), *parse_date("2022"), false};
  data.relations.push_back(second);
  const std::string map = send_back(data, "map");
  const auto answer = [&](const Dataset& answered, const std::string& name) {
    return call(
        {"combine", send_back(answered, name), "--from", map, "-o", (folder_ / "new").string()});
  };
  EXPECT_NE(answer(data, "same").find(": 0 say something"), std::string::npos);
  data.relations.back().period.end = *parse_date("2023");
  const std::string said = answer(data, "later");
  EXPECT_NE(said.find("1 corrected"), std::string::npos) << said;
  EXPECT_NE(written("changes").find(",end,2022,2023,"), std::string::npos) << written("changes");
}

TEST_F(Returns, ARowThatOneLeavesAloneDoesNotUndoWhatAnotherCorrects) {
  Dataset data = read_maps({example}, {}).dataset;
  row_of(data, "dept-homes", Verb::delivers, "new-towns").period.end = *parse_date("2027");
  const std::string map = send_back(data, "map");
  Dataset corrected = data;
  row_of(corrected, "dept-homes", Verb::delivers, "new-towns").period.end = *parse_date("2029");
  const std::string said = call({"combine", send_back(corrected, "a"), send_back(data, "b"),
                                 "--from", map, "-o", (folder_ / "new").string()});
  EXPECT_NE(said.find("1 corrected"), std::string::npos) << said;
  Dataset now = read_maps({(folder_ / "new").string()}, {}).dataset;
  EXPECT_EQ(write_date(row_of(now, "dept-homes", Verb::delivers, "new-towns").period.end), "2029");
}

TEST_F(Returns, JsonOnStandardOutputStandsAlone) {
  const Ran ran =
      run_with({"combine", sent("dept-homes"), "--from", example, "-f", "json", "-o", "-"});
  EXPECT_EQ(ran.code, 0);
  EXPECT_TRUE(ran.out.starts_with("{\n")) << ran.out.substr(0, 80);
  EXPECT_TRUE(ran.out.ends_with("}\n")) << "the summary is no part of the map";
  EXPECT_NE(ran.err.find("stand as they were sent"), std::string::npos);
}

TEST_F(Returns, WhatCannotBeReadIsReportedAndTheRestTakenIn) {
  Dataset data = read_maps({sent("dept-homes")}, {}).dataset;
  RelationRow& row = row_of(data, "dept-homes", Verb::delivers, "new-towns");
  row.to.text = "Newer Towns";
  row_of(data, "dept-homes", Verb::leads, "mission-homes").answer = "yes";
  const std::string said = combine({send_back(data, "homes")}, 1);
  EXPECT_NE(said.find("1 could not be read"), std::string::npos) << said;
  EXPECT_NE(written("rejected").find("Newer Towns"), std::string::npos);
  EXPECT_NE(said.find("1 confirmed"), std::string::npos) << said;
}

}  // namespace
}  // namespace crosscut
