#include <gtest/gtest.h>

#include "crosscut/base/text.h"
#include "crosscut/read/load.h"
#include "crosscut/read/map_tables.h"
#include "folder.h"

namespace crosscut {
namespace {

struct Got {
  MapTables tables;
  Files files;
  std::vector<Diagnostic> diagnostics;
  std::vector<std::string> codes() const { return codes_of(diagnostics); }
};

Got read_json(const std::string& text) {
  Got got;
  const std::uint32_t file = add_text("map.json", text, got.files);
  got.tables = json_tables(file, got.files, got.diagnostics);
  return got;
}

/// The rows of "entities", with relations and sources so that nothing is missing.
Got read_rows_of(const std::string& rows) {
  return read_json("{\"entities\": " + rows + ", \"relations\": [], \"sources\": []}");
}

std::string text_of(const Table& table) {
  std::string text;
  const auto add = [&](const std::vector<Cell>& row) {
    for (const Cell& cell : row) text += cell.text + (&cell == &row.back() ? "\n" : "|");
  };
  add(table.header);
  for (const auto& row : table.rows) add(row);
  return text;
}

using Codes = std::vector<std::string>;

TEST(JsonTables, ReadsValuesOfEverySort) {
  const Got got = read_rows_of(
      R"([{"id": " a ", "statutory": true, "x": null, "y": 0.70, "z": -3, "w": 1e2}])");
  EXPECT_EQ(got.codes(), Codes{});
  EXPECT_EQ(text_of(got.tables.at("entities")),
            "id|name|kind|statutory|x|y|z|w\na|||yes||0.7|-3|100\n");
}

TEST(JsonTables, TakesHeadingsInAnyCase) {
  EXPECT_EQ(text_of(read_rows_of(R"([{"ID": "a", " Name ": "A"}])").tables.at("entities")),
            "id|name|kind\na|A|\n");
}

TEST(JsonTables, SaysWhenAHeadingIsThereTwice) {
  const Got got = read_rows_of(R"([{"id": "a", "name": "A", "Name": "B"}])");
  EXPECT_EQ(got.codes(), Codes{"column-twice"});
}

TEST(JsonTables, HasNoCharactersThatOtherFormsCannotHold) {
  const Got got = read_rows_of(R"([{"id": "a\u0000b\fc\r\nd\re\uffff"}])");
  EXPECT_EQ(got.tables.at("entities").rows[0][0].text, "a b c\nd\ne\xEF\xBF\xBD");
}

TEST(JsonTables, GivesThePlaceOfEachValue) {
  const Got got =
      read_rows_of("[{\"id\": \"a\\\"b\", \"n\": 42, \"ŵ\": \"x\"},\n{\"id\": \"c\\\\\"}]");
  const Table& table = got.tables.at("entities");
  EXPECT_EQ(table.rows[0][0].place, (Place{0, 1, 23, 3}));
  EXPECT_EQ(table.rows[0][3].place, (Place{0, 1, 35, 2}));
  EXPECT_EQ(table.rows[0][4].place, (Place{0, 1, 45, 1}));
  EXPECT_EQ(table.rows[1][0].place, (Place{0, 2, 9, 2}));
}

TEST(JsonTables, PassesOverWhatIsNotOfTheMap) {
  EXPECT_EQ(read_json(R"({"$comment": {"deep": {"er": [1, [2]]}}, "entities": [], "relations": [],
                       "sources": []})")
                .codes(),
            Codes{});
  EXPECT_EQ(read_json(R"({"entitie": [], "entities": [], "relations": [], "sources": []})").codes(),
            Codes{"unknown-column"});
}

TEST(JsonTables, SaysWhereAMapHasAnotherForm) {
  EXPECT_EQ(read_rows_of("5").codes(), Codes{"broken-json"});
  EXPECT_EQ(read_rows_of("{}").codes(), Codes{"broken-json"});
  EXPECT_EQ(read_rows_of("[5]").codes(), Codes{"broken-json"});
  EXPECT_EQ(read_rows_of("[[]]").codes(), Codes{"broken-json"});
  EXPECT_EQ(read_rows_of(R"([{"id": ["a", "b"], "name": {"en": "A"}, "kind": "body"}])").codes(),
            (Codes{"broken-json", "broken-json"}));
  EXPECT_EQ(read_json(R"({"map": [], "entities": [], "relations": [], "sources": []})").codes(),
            Codes{"broken-json"});
  EXPECT_TRUE(has_errors(read_json("[]").diagnostics));
  EXPECT_TRUE(has_errors(read_json("5").diagnostics));
}

TEST(JsonTables, ShowsNoBrokenLetters) {
  const Got got = read_rows_of("[{\"id\":\"a\"\xCA\xBCname\":\"b\"}]");
  ASSERT_EQ(got.codes(), Codes{"broken-json"});
  EXPECT_TRUE(is_utf8(got.diagnostics[0].message)) << got.diagnostics[0].message;
  EXPECT_TRUE(got.diagnostics[0].message.find("invalid literal") != std::string::npos)
      << got.diagnostics[0].message;
}

TEST(HostileJson, ElementsInElements) {
  EXPECT_TRUE(has_errors(read_json("{\"entities\":" + std::string(500'000, '[')).diagnostics));
  std::string objects = "{\"entities\":[";
  for (int i = 0; i < 200'000; ++i) objects += "{\"id\":";
  EXPECT_LT(read_json(objects).diagnostics.size(), 110U);
}

TEST(HostileJson, AHeadingForEachRow) {
  std::string rows = "[{}";
  for (int i = 0; i < 2000; ++i) rows += ",{\"k" + std::to_string(i) + "\": 1}";
  EXPECT_EQ(read_rows_of(rows + "]").codes(), Codes{"file-too-large"});
}

TEST(HostileJson, OneLine) {  // seconds, not hours
  std::string rows = "[{}";
  for (int i = 0; i < 50'000; ++i) rows += ",{\"id\":1e5,\"name\":\"A name\"}";
  EXPECT_EQ(read_rows_of(rows + "]").tables.at("entities").rows.size(), 50'001U);
}

}  // namespace
}  // namespace crosscut
