#include "crosscut/write/book.h"

#include <gtest/gtest.h>

#include "crosscut/base/zip.h"
#include "crosscut/read/workbook.h"

namespace crosscut {
namespace {

std::vector<SheetCell> read_back(const std::string& bytes) {
  std::vector<Diagnostic> diagnostics;
  const auto book = read_workbook(
      "x", bytes, [](std::string_view) { return true; }, diagnostics);
  EXPECT_TRUE(diagnostics.empty());
  return book ? book->sheets.at(0).cells : std::vector<SheetCell>{};
}

Book book_of(const std::vector<std::string>& cells) {
  Book book{.title = "A title", .sheets = {{.name = "notes", .columns = {{.heading = "note"}}}}};
  for (const std::string& cell : cells) book.sheets[0].rows.push_back({cell});
  return book;
}

TEST(Book, GivesBackWhatWasPutIn) {
  const std::vector<std::string> cells = {"2026-07",
                                          "007",
                                          "=1+1",
                                          "+44",
                                          "-",
                                          "@x",
                                          "'quoted'",
                                          "1e5",
                                          "TRUE",
                                          "#REF!",
                                          "a  b   c",
                                          "a\nb\n\nc",
                                          "a\tb",
                                          "x \n y",
                                          "\"a\",\"b;c\"",
                                          "<b>&amp;</b>",
                                          "_x0041_",
                                          "_x005F_x0041_",
                                          "_x_x0041_",
                                          "Tŷ’r Dŵr",
                                          "\xF0\x9F\x8C\xB3 emoji",
                                          "https://example.org/?a=1&b=2",
                                          "]]>",
                                          "{=x}",
                                          "_x000d_"};
  for (const std::string& bytes : {write_xlsx(book_of(cells)), write_ods(book_of(cells))}) {
    const auto got = read_back(bytes);
    ASSERT_EQ(got.size(), cells.size() + 1);
    for (std::size_t i = 0; i < cells.size(); ++i) EXPECT_EQ(got[i + 1].text, cells[i]);
  }
}

TEST(Book, WritesTheSameBytesAgain) {
  const Book book = book_of({"a", "b"});
  EXPECT_EQ(write_xlsx(book), write_xlsx(book));
  EXPECT_EQ(write_ods(book), write_ods(book));
}

TEST(Book, NamesItsTypeFirst) {
  const std::string bytes = write_ods(book_of({"a"}));
  EXPECT_EQ(bytes.substr(30, 54), "mimetypeapplication/vnd.oasis.opendocument.spreadsheet");
}

TEST(Book, SaysWhatAnExcelFileCannotHold) {
  const std::string tree = "\xF0\x9F\x8C\xB3";  // counts twice
  std::string trees;
  for (int i = 0; i < 16384; ++i) trees += tree;
  EXPECT_EQ(xlsx_limit(book_of({std::string(32767, 'x'), trees.substr(4)})), "");
  EXPECT_EQ(xlsx_limit(book_of({"a", std::string(32768, 'x')})),
            "the note in row 3 of notes has 32768 characters; a cell of Excel holds 32767");
  EXPECT_EQ(xlsx_limit(book_of({trees})),
            "the note in row 2 of notes has 32768 characters; a cell of Excel holds 32767");
  EXPECT_EQ(read_back(write_xlsx(book_of({std::string(32767, 'x')}))).at(1).text.size(), 32767U);
  EXPECT_EQ(read_back(write_ods(book_of({std::string(100'000, 'x')}))).at(1).text.size(), 100'000U);
  Book wide = book_of({});
  wide.sheets[0].columns.resize(16385);
  EXPECT_NE(xlsx_limit(wide), "");
  EXPECT_NE(xlsx_limit(book_of(std::vector<std::string>(1'048'576, "x"))), "");
}

}  // namespace
}  // namespace crosscut
