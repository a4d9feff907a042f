// A gathering exercise: 50 workbooks come back, filled in as people fill them in. Everything is
// taken in or reported with its cell, the counts add up, and the conflicts are those planted.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <map>
#include <random>
#include <set>
#include <sstream>

#include "crosscut/model/graph.h"
#include "crosscut/read/join.h"
#include "crosscut/write/book.h"
#include "program.h"

namespace crosscut {
namespace {

namespace fs = std::filesystem;
using Row = std::vector<std::string>;

constexpr std::size_t returns = 50;
constexpr std::size_t programmes = 10;

std::string department(std::size_t i) { return "Department " + std::to_string(i % 10); }
std::string programme(std::size_t i) { return "People's Programme " + std::to_string(i); }

/// As somebody else types it: other apostrophes, spaces and capitals.
std::string respelt(const std::string& name, std::size_t how) {
  std::string text = name;
  if (how % 4 == 1 && text.find('\'') != std::string::npos) text.replace(text.find('\''), 1, "’");
  if (how % 4 == 2)
    text =
        "  " + text.substr(0, text.find(' ')) + "  " + text.substr(text.find(' ') + 1) + "\u00a0";
  if (how % 4 == 3)
    for (char& c : text) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  return text;
}

/// 1 July 2025 in five styles.
std::string date(std::size_t how) {
  const std::vector<std::string> styles = {"2025-07-01", "1 July 2025", "01/07/2025",
                                           "1st Jul 2025", "01.07.2025"};
  return styles[how % styles.size()];
}

struct Planted {
  std::size_t typed = 0;            // rows
  std::size_t misread = 0;          // of them, rows that cannot be read
  std::set<std::string> cells;      // "r07.xlsx[relations]!B4", where each mistake stands
  std::set<std::string> conflicts;  // what is contested
};

/// Respondent i speaks of programme i % 10. Those of 30 and more contradict: they say that the
/// department of an even programme does not lead it. Every seventh mistypes a relation, every
/// eleventh a name.
Book filled_in(std::size_t i, Planted& planted) {
  const std::size_t about = i % programmes;
  BookSheet entities{.name = "entities"};
  BookSheet relations{.name = i % 3 == 0 ? "Relations" : "relations"};
  BookSheet map{.name = "map"};
  for (const char* heading : {"name", "kind", "due"}) entities.columns.push_back({heading});
  for (const char* heading : {"from", "relation", "to", "start", "answer", "confidence"})
    relations.columns.push_back({heading});
  entities.rows = {{respelt(department(about), i), "department", ""},
                   {respelt(programme(about), i / 2), "Programme", i == 40 ? "2029" : "2028"}};
  const std::string answer = i >= 30 && about % 2 == 0 ? "no" : i % 2 == 0 ? "yes" : "";
  relations.rows = {
      {respelt(department(about), i), "leads", respelt(programme(about), i), date(i), answer,
       i % 2 == 0 ? "told to us" : "stated"},
      {},  // a blank row
      {department(about), "cannot succeed without", programme(about), "", "", "our view"}};
  planted.typed += 4;
  if (answer == "no") planted.conflicts.insert("programme " + std::to_string(about));
  const std::string file = "r" + std::to_string(100 + i) + ".xlsx";
  const std::string sheet = file + "[" + relations.name + "]!";
  if (i % 7 == 0) {
    relations.rows.push_back({department(about), "leeds", programme(about)});
    planted.cells.insert(sheet + (i % 5 == 0 ? "C5" : "B5"));
    ++planted.typed, ++planted.misread;
  }
  if (i % 11 == 1) {
    relations.rows.push_back({"Departmant X", "funds", programme(about)});
    planted.cells.insert(sheet + (i % 5 == 0 ? "B" : "A") +
                         std::to_string(relations.rows.size() + 1));
    ++planted.typed, ++planted.misread;
  }
  if (i % 5 == 0) {  // a column of their own before the others
    relations.columns.insert(relations.columns.begin(), {"Our reference"});
    for (Row& row : relations.rows)
      if (!row.empty()) row.insert(row.begin(), "ref " + std::to_string(i));
  }
  map.columns = {{"key"}, {"value"}};
  map.rows = {{"publisher", "Respondent " + std::to_string(i)}};
  Book book{.title = "Return"};
  if (i % 2 == 0)
    book.sheets = {relations, map, entities};
  else
    book.sheets = {{.name = "Notes (ignore)", .prose = {"Sent by post"}}, entities, relations, map};
  return book;
}

/// Names and values of the numbers in a sentence: "200 rows", in order.
std::vector<std::size_t> numbers_in(const std::string& text) {
  std::vector<std::size_t> numbers;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (std::isdigit(static_cast<unsigned char>(text[i])) == 0) continue;
    std::size_t length = 0;
    numbers.push_back(std::stoul(text.substr(i), &length));
    i += length;
  }
  return numbers;
}

class Exercise : public OwnFolder {
 protected:
  void SetUp() override {
    OwnFolder::SetUp();
    std::vector<std::string> arguments = {"combine"};
    for (std::size_t i = 0; i < returns; ++i) {
      const fs::path path = folder_ / ("r" + std::to_string(100 + i) + ".xlsx");
      std::ofstream(path, std::ios::binary) << write_xlsx(filled_in(i, planted_));
      arguments.push_back(path.string());
    }
    arguments.insert(arguments.end(), {"-o", (folder_ / "map").string()});
    ran_ = run_with(arguments);
  }

  Planted planted_;
  Ran ran_{};
};

TEST_F(Exercise, EveryMistakeIsReportedWithItsCellAndNothingElseIs) {
  EXPECT_EQ(ran_.code, 1) << ran_.out << ran_.err;
  std::set<std::string> reported;
  std::istringstream lines(ran_.err);
  for (std::string line; std::getline(lines, line);)
    if (const std::size_t at = line.find(": error: "); at != std::string::npos)
      reported.insert(fs::path(line.substr(0, at)).filename().string());
  EXPECT_EQ(reported, planted_.cells);
  EXPECT_GT(planted_.cells.size(), 10U);
}

TEST_F(Exercise, TheCountsAddUp) {
  const std::vector<std::size_t> numbers = numbers_in(ran_.out);
  ASSERT_GE(numbers.size(), 5U) << ran_.out;
  EXPECT_EQ(numbers[0], returns);
  EXPECT_EQ(numbers[1], planted_.typed);
  EXPECT_EQ(numbers[4], planted_.misread);
  EXPECT_EQ(numbers[1], numbers[2] + numbers[3] + numbers[4]) << ran_.out;
}

TEST_F(Exercise, TheMapHoldsEveryStatementWithItsRespondent) {
  MapRead map = read_maps({(folder_ / "map").string()}, {});
  EXPECT_FALSE(has_errors(map.diagnostics));
  const Graph graph = link(map.dataset, {}).graph;
  EXPECT_EQ(graph.entity_count(), 20U) << "spellings of a name are one entity";
  std::set<std::string> respondents;
  std::size_t references = 0;
  for (const RelationRow& row : map.dataset.relations) {
    respondents.insert(row.respondent);
    references += row.extra.empty() ? 0U : 1U;
    if (row.verb == Verb::leads) {
      EXPECT_EQ(write_date(row.period.start), "2025-07-01");
    }
  }
  EXPECT_EQ(respondents.size(), returns);
  EXPECT_EQ(references, 20U) << "10 returns have a column of their own, on 2 rows each";
  EXPECT_EQ(map.dataset.relations.size(), 2 * returns);
  for (std::size_t i = 0; i < programmes; ++i) {
    const EntityId item = *graph.find(programme(i));
    std::size_t leads = 0;
    for (const RelationId id : graph.in(item))
      if (graph.relation(id).verb == Verb::leads) {
        ++leads;
        EXPECT_EQ(graph.relation(id).citations.size(), i % 2 == 0 ? 3U : 5U) << "agreement merges";
        EXPECT_EQ(graph.relation(id).denials.size(), i % 2 == 0 ? 2U : 0U);
      }
    EXPECT_EQ(leads, 1U);
  }
}

TEST_F(Exercise, TheConflictsAreThosePlanted) {
  const std::string conflicts = read_bytes(folder_ / "map" / "conflicts.csv");
  for (std::size_t i = 0; i < programmes; ++i) {
    const std::string id =
        "people"
        "s-programme-" +
        std::to_string(i);
    const std::string question = "Is it so that department-" + std::to_string(i) + " leads " + id;
    EXPECT_EQ(conflicts.find(question) != std::string::npos, i % 2 == 0) << question;
  }
  EXPECT_NE(conflicts.find(",due,2029,Respondent 40,"), std::string::npos) << conflicts;
  std::set<std::string> numbers;
  std::istringstream lines(conflicts);
  std::string line;
  std::getline(lines, line);
  while (std::getline(lines, line)) numbers.insert(line.substr(0, line.find(',')));
  EXPECT_EQ(numbers.size(), planted_.conflicts.size() + 1) << conflicts;
}

TEST_F(Exercise, TheSameBytesAgain) {
  const std::string first = read_bytes(folder_ / "map" / "relations.csv");
  planted_ = {};
  SetUp();
  EXPECT_EQ(read_bytes(folder_ / "map" / "relations.csv"), first);
}

}  // namespace
}  // namespace crosscut
