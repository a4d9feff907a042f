#include "crosscut/read/csv.h"

#include <gtest/gtest.h>

#include "crosscut/read/load.h"
#include "folder.h"

namespace crosscut {
namespace {

struct Parsed {
  Table table;
  std::vector<Diagnostic> diagnostics;
  std::vector<std::string> row(std::size_t number) const {
    std::vector<std::string> texts;
    for (const Cell& cell : table.rows.at(number)) texts.push_back(cell.text);
    return texts;
  }
  std::vector<std::string> header() const {
    std::vector<std::string> texts;
    for (const Cell& cell : table.header) texts.push_back(cell.text);
    return texts;
  }
};

Parsed parse(const std::string& text) {
  Files files;
  const auto file = add_text("t.csv", text, files);
  Parsed parsed;
  parsed.table = parse_csv(file, files, parsed.diagnostics);
  return parsed;
}

using Strings = std::vector<std::string>;

TEST(Csv, ReadsQuotesCommasAndLineBreaksInCells) {
  const Parsed p = parse("id,name,note\na,\"B, \"\"C\"\" and D\",\"two\nlines\"\nb, plain ,\"\"\n");
  EXPECT_TRUE(p.diagnostics.empty());
  EXPECT_EQ(p.row(0), (Strings{"a", "B, \"C\" and D", "two\nlines"}));
  EXPECT_EQ(p.row(1), (Strings{"b", "plain", ""}));
}

TEST(Csv, AnyLineEndGivesTheSameTable) {
  const Strings row = {"a", "x\ny", "z"};
  for (const std::string end : {"\n", "\r\n", "\r"}) {
    const Parsed p = parse("p,q,r" + end + "a,\"x" + end + "y\",z" + end + end + "b,c,d");
    EXPECT_TRUE(p.diagnostics.empty());
    ASSERT_EQ(p.table.rows.size(), 2U);
    EXPECT_EQ(p.row(0), row);
    EXPECT_EQ(p.row(1), (Strings{"b", "c", "d"}));
    EXPECT_EQ(p.table.rows[1][0].place.line, 5U);
    EXPECT_EQ(p.table.rows[0][2].place.line, 3U);
    EXPECT_EQ(p.table.rows[0][2].place.column, 4U);
  }
}

TEST(Csv, BlankRowsAndBlankTrailingColumnsCountNowhere) {
  const Parsed p = parse("\n\n ;\nid;name;;\n;;;\n  \na;b\n\n\n");
  EXPECT_TRUE(p.diagnostics.empty());
  EXPECT_EQ(p.header(), (Strings{"id", "name"}));
  ASSERT_EQ(p.table.rows.size(), 1U);
  EXPECT_EQ(p.row(0), (Strings{"a", "b"}));
  EXPECT_EQ(parse("id,name\na,b,,,\n").diagnostics.size(), 0U);
}

TEST(Csv, HeaderOnlyAndNoTrailingLineEnd) {
  EXPECT_TRUE(parse("id,name").table.rows.empty());
  EXPECT_EQ(parse("id,name\na,b").row(0), (Strings{"a", "b"}));
  EXPECT_EQ(parse("id,name\na,").row(0), (Strings{"a", ""}));
  EXPECT_TRUE(parse("").table.header.empty());
  EXPECT_TRUE(parse(",,\n,\n").table.header.empty());
}

TEST(Csv, FindsTheSeparatorOutsideQuotes) {
  EXPECT_EQ(parse("\"a,b,c\";d\n1;2\n").header(), (Strings{"a,b,c", "d"}));
  EXPECT_EQ(parse("id\tname, full\n1\t2\n").header().size(), 2U);
  EXPECT_EQ(parse("id\tname\n\tx\n").row(0), (Strings{"", "x"}));
  EXPECT_EQ(parse("id\nx;y\n").row(0), (Strings{"x;y"}));
}

TEST(Csv, PlacesCountCharactersFromTheTextItself) {
  const Parsed p = parse("id,name,x\nŵŵ,  \" Tŷ Newydd\",  ŷ \n\"\n a\nb\",c,d\n");
  const auto place = [&](std::size_t row, std::size_t column) {
    return p.table.rows[row][column].place;
  };
  EXPECT_EQ(place(0, 0), (Place{0, 2, 1, 2}));
  EXPECT_EQ(place(0, 1), (Place{0, 2, 8, 9}));
  EXPECT_EQ(place(0, 2), (Place{0, 2, 21, 1}));
  EXPECT_EQ(place(1, 0), (Place{0, 4, 2, 1}));  // the text begins on the line after the quote
  EXPECT_EQ(place(1, 1), (Place{0, 5, 4, 1}));
}

TEST(Csv, RowsOfAnotherLengthAreReported) {
  const Parsed p = parse("id,name,kind\na,b,c,d\ne,f\ng\n");
  EXPECT_EQ(codes_of(p.diagnostics), (Strings{"ragged-row", "short-row", "short-row"}));
  EXPECT_EQ(p.diagnostics[0].place, (Place{0, 2, 7, 1}));
  EXPECT_EQ(p.row(0).size(), 4U);
  EXPECT_EQ(p.row(1), (Strings{"e", "f", ""}));
  EXPECT_EQ(p.row(2), (Strings{"g", "", ""}));
}

TEST(Csv, AnUnclosedQuoteIsReportedOnceAndItsRowLeftOut) {
  const Parsed p = parse("id,name\na,b\nc,\"d\ne,f\ng,h\n");
  EXPECT_EQ(codes_of(p.diagnostics), Strings{"unclosed-quote"});
  EXPECT_EQ(p.diagnostics[0].place, (Place{0, 3, 3, 1}));
  EXPECT_TRUE(p.table.cut_short);
  EXPECT_EQ(p.table.rows.size(), 1U);
  EXPECT_TRUE(parse("\"id,name\na,b\n").table.header.empty());
  EXPECT_EQ(codes_of(parse("id,name\na,\"").diagnostics), Strings{"unclosed-quote"});
}

TEST(Csv, TextAfterAClosingQuoteIsReportedAndKept) {
  const Parsed p = parse("id,name\na,\"The \"flood\" plan\"\nb,\"c\"  \n");
  EXPECT_EQ(codes_of(p.diagnostics), Strings{"wrong-quote"});
  EXPECT_EQ(p.diagnostics[0].place, (Place{0, 2, 9, 1}));
  EXPECT_EQ(p.row(0)[1], "The flood\" plan\"");
  EXPECT_EQ(p.row(1)[1], "c");
}

TEST(Csv, QuotesInsideAPlainCellAreText) {
  const Parsed p = parse("id,name\na,the \"B\" plan\nb,Prime Minister's\n");
  EXPECT_TRUE(p.diagnostics.empty());
  EXPECT_EQ(p.row(0)[1], "the \"B\" plan");
  EXPECT_EQ(p.row(1)[1], "Prime Minister's");
}

TEST(Csv, StopsAtShortRowsUnderAVeryLongHeader) {
  std::string text = "a" + std::string(5000, ',') + "b\n";
  for (int i = 0; i < 1000; ++i) text += "x\n";
  Files files;
  std::vector<Diagnostic> diagnostics;
  const Table table = parse_csv(add_text("x.csv", text, files), files, diagnostics);
  EXPECT_TRUE(table.cut_short);
  EXPECT_LT(table.rows.size(), 500U);
  EXPECT_EQ(diagnostics.back().code, "file-too-large");
}

}  // namespace
}  // namespace crosscut
