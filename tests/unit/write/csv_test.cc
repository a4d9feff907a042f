#include "crosscut/write/csv.h"

#include <gtest/gtest.h>

#include <sstream>

#include "crosscut/lens/examine.h"
#include "crosscut/model/sketch.h"

namespace crosscut {
namespace {

Report report_named(const std::string& name) {
  Dataset data = sketch("dfe contributes-to hubs:programme");
  for (EntityRow& row : data.entities)
    if (row.id == "hubs") row.name = name;
  return examine(link(data, {}).graph, {}, {});
}

TEST(Csv, QuotesWhatNeedsQuotes) {
  const std::string csv = write_findings_csv(report_named("Hubs, \"new\""));
  EXPECT_NE(csv.find("\"Hubs, \"\"new\"\"\""), std::string::npos) << csv;
}

TEST(Csv, ACellThatASpreadsheetWouldRunGetsAnApostrophe) {
  const std::string csv = write_findings_csv(report_named("=HYPERLINK(1)"));
  EXPECT_NE(csv.find(",'=HYPERLINK(1),"), std::string::npos) << csv;
  EXPECT_EQ(csv.find(",=HYPERLINK"), std::string::npos);
}

TEST(Csv, ARowForEachCitation) {
  const std::string csv = write_findings_csv(report_named("Hubs"));
  EXPECT_EQ(std::count(csv.begin(), csv.end(), '\n'),
            3);  // header, the item's row, the contribution
  EXPECT_TRUE(csv.starts_with("finding,lens,severity,confidence,headline,"));
}

TEST(Csv, NumbersKeepTheirMinusSign) {
  const Report report = examine(
      link(sketch("a:body under dfe  b:body under dfe  a coordinates-with b"), {}).graph, {}, {});
  EXPECT_NE(write_measures_csv(report.graph, report.measures, report.marking)
                .find("department,dfe,ei,-1,OFFICIAL\r\n"),
            std::string::npos);
}

TEST(Csv, EveryRowEndsInTheMarking) {
  Report report = report_named("Hubs");
  report.marking = "OFFICIAL-SENSITIVE";
  for (const std::string& csv :
       {write_findings_csv(report),
        write_measures_csv(report.graph, report.measures, report.marking)}) {
    std::istringstream lines(csv);
    std::string line;
    std::getline(lines, line);
    EXPECT_TRUE(line.ends_with(",marking\r")) << line;
    std::size_t rows = 0;
    for (; std::getline(lines, line); ++rows)
      EXPECT_TRUE(line.ends_with(",OFFICIAL-SENSITIVE\r")) << line;
    EXPECT_GT(rows, 1U);
  }
}

}  // namespace
}  // namespace crosscut
