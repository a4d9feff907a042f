#include "crosscut/read/sheets.h"

#include <gtest/gtest.h>

#include "crosscut/read/map_tables.h"
#include "folder.h"

namespace crosscut {
namespace {

struct Got {
  std::optional<Table> table;
  Files files;
  std::vector<Diagnostic> diagnostics;
};

/// Cells "a | b", "" for none, a row a line; the columns id and name are looked for.
Got read_sheet(const std::vector<std::vector<std::string>>& rows, std::vector<Merge> merges = {}) {
  Sheet sheet{"entities", {}, std::move(merges)};
  for (std::uint32_t r = 0; r < rows.size(); ++r)
    for (std::uint32_t c = 0; c < rows[r].size(); ++c)
      if (!rows[r][c].empty())
        sheet.cells.push_back({r + 1, c + 1, rows[r][c], rows[r][c] == "#REF!"});
  Got got;
  const std::string_view required[] = {"id", "name"};
  got.table =
      sheet_table(std::move(sheet), "map.xlsx[entities]", "", required, got.files, got.diagnostics);
  return got;
}

std::string text_of(const std::optional<Table>& table) {
  if (!table) return "nothing";
  std::string text;
  const auto add = [&](const std::vector<Cell>& row) {
    for (const Cell& cell : row) text += cell.text + (&cell == &row.back() ? "\n" : "|");
  };
  add(table->header);
  for (const auto& row : table->rows) add(row);
  return text;
}

TEST(Sheets, FindsTheHeaderBelowATitle) {
  const Got got = read_sheet({{"Our bodies"}, {}, {"", " ID ", "", "Name"}, {"", "a", "", " A "}});
  EXPECT_EQ(text_of(got.table), "ID|Name\na|A\n");
  EXPECT_EQ(got.table->rows[0][1].place, (Place{0, 4, 4, 1}));
  EXPECT_EQ(got.files[0]->line(4), "\ta\t\tA");
}

TEST(Sheets, LooksForTheHeaderInTwentyRows) {
  std::vector<std::vector<std::string>> rows(19, {"x"});
  rows.push_back({"id", "name"});
  EXPECT_EQ(read_sheet(rows).table->rows.size(), 0U);
  rows.insert(rows.begin(), {"x"});
  EXPECT_EQ(read_sheet(rows).table->header[0].text, "x");
}

TEST(Sheets, LeavesOutBlankRowsAndColumns) {
  EXPECT_EQ(
      text_of(read_sheet({{"id", "", "name"}, {}, {"a", "", "A"}, {"", "", ""}, {"b"}}).table),
      "id|name\na|A\nb|\n");
}

TEST(Sheets, KeepsCellsUnderNoHeading) {
  const Got got = read_sheet({{"id", "name"}, {"a", "A", "", "loose"}});
  EXPECT_EQ(text_of(got.table), "id|name|column D\na|A|loose\n");
  EXPECT_EQ(codes_of(got.diagnostics), (std::vector<std::string>{"no-heading"}));
}

TEST(Sheets, SpreadsAMergedValueDown) {
  const std::vector<std::vector<std::string>> rows = {{"id", "name"}, {"a", "A"}, {"", "B"}, {},
                                                      {"", "C"},      {"d", "D"}};
  EXPECT_EQ(text_of(read_sheet(rows, {{2, 5, 1, 1}}).table), "id|name\na|A\na|B\na|C\nd|D\n");
  EXPECT_EQ(text_of(read_sheet(rows, {{1, 3, 1, 1}}).table), "id|name\na|A\n|B\n|C\nd|D\n")
      << "not out of the header";
  EXPECT_EQ(text_of(read_sheet(rows, {{2, 1'048'576, 1, 1}}).table),
            "id|name\na|A\na|B\na|C\nd|D\n")
      << "a cell that is filled keeps its own";
}

TEST(Sheets, ReportsErrorsAndEmptiesThem) {
  const Got got = read_sheet({{"id", "name"}, {"a", "#REF!"}});
  EXPECT_EQ(text_of(got.table), "id|name\na|\n");
  EXPECT_EQ(codes_of(got.diagnostics), (std::vector<std::string>{"cell-error"}));
  std::vector<std::vector<std::string>> many(2001, {"a", "#REF!"});
  many[0] = {"id", "name"};
  const Got all = read_sheet(many);
  EXPECT_EQ(all.diagnostics.size(), 1001U);
  EXPECT_EQ(all.diagnostics.back().message, "1000 more formulas in the sheet give an error");
}

TEST(Sheets, TakesCellsInAnyOrder) {
  Sheet sheet{"x", {{2, 2, "A"}, {1, 2, "name"}, {2, 1, "a"}, {1, 1, "id"}, {2, 1, "second"}}, {}};
  Files files;
  std::vector<Diagnostic> diagnostics;
  EXPECT_EQ(text_of(sheet_table(std::move(sheet), "x", "", {}, files, diagnostics)),
            "id|name\na|A\n");
}

TEST(Sheets, RefusesWhatIsEmptyOrTooLarge) {
  EXPECT_EQ(codes_of(read_sheet({}).diagnostics), (std::vector<std::string>{"empty-file"}));
  Sheet wide{"x", {}, {}};
  for (std::uint32_t row = 1; row < 200; ++row) wide.cells.push_back({row, most_columns, "x"});
  Sheet merged{"x", {{1, 1, "id"}}, {}};
  for (std::uint32_t row = 2; row < 2000; ++row) merged.cells.push_back({row, 1, "x"});
  for (int i = 0; i < 2000; ++i) merged.merges.push_back({2, most_rows, 1, 1});
  for (const Sheet& sheet : {wide, merged}) {
    Files files;
    std::vector<Diagnostic> diagnostics;
    EXPECT_FALSE(sheet_table(sheet, "x", "", {}, files, diagnostics));
    EXPECT_EQ(codes_of(diagnostics), (std::vector<std::string>{"file-too-large"}));
  }
}

}  // namespace
}  // namespace crosscut
