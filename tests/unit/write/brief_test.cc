#include "crosscut/write/brief_paper.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "crosscut/lens/examine.h"
#include "crosscut/model/sketch.h"
#include "crosscut/plan/convene.h"

namespace crosscut {
namespace {

Report report_on(std::string_view words) { return examine(link(sketch(words), {}).graph, {}, {1}); }

std::vector<std::string> ids_of(const Paper& paper) {
  std::vector<std::string> ids;
  for (const PaperPart& part : paper.parts) ids.push_back(part.id);
  return ids;
}

const PaperPart& part_of(const Paper& paper, std::string_view id) {
  return *std::find_if(paper.parts.begin(), paper.parts.end(),
                       [&](const PaperPart& part) { return part.id == id; });
}

std::string words_of(const PaperPart& part) {
  std::string words;
  for (const std::string& paragraph : part.paragraphs) words += paragraph + "\n";
  for (const PaperItem& item : part.items) words += item.words + "\n";
  return words;
}

const std::vector<std::string> order = {"issue",   "recommendation", "timing", "background",
                                        "options", "agree",          "sources"};

/// Two departments lead one plan together, and share no board.
constexpr std::string_view shared =
    "defra leads plan  dft co-leads plan  plan due 2027  hmt approves plan  ho member-of board";

Paper item_paper(const Report& report) {
  return item_brief(report, convene(report.graph, *report.graph.find("plan")));
}

TEST(Brief, AFindingIsToldInTheOrderOfASubmission) {
  const Report report = report_on(shared);
  const auto found =
      std::find_if(report.findings.begin(), report.findings.end(),
                   [](const Finding& finding) { return finding.card->id == "shared-lead"; });
  ASSERT_NE(found, report.findings.end());
  const Finding& finding = *found;
  const Paper paper =
      finding_brief(report, finding, nullptr, {convene(report.graph, *report.graph.find("plan"))});
  EXPECT_EQ(ids_of(paper), order);
  EXPECT_EQ(paper.marking, "OFFICIAL");
  EXPECT_NE(words_of(part_of(paper, "issue")).find(finding.headline), std::string::npos);
  EXPECT_NE(words_of(part_of(paper, "options")).find("Act as recommended above."),
            std::string::npos);
  EXPECT_NE(words_of(part_of(paper, "recommendation")).find("We recommend that you "),
            std::string::npos);
  EXPECT_TRUE(part_of(paper, "options").items.front().words.starts_with("Do nothing."));
  EXPECT_NE(words_of(part_of(paper, "timing")).find("is due by 2027"), std::string::npos);
  EXPECT_NE(words_of(part_of(paper, "agree")).find("Hmt approves"), std::string::npos)
      << words_of(part_of(paper, "agree"));
}

TEST(Brief, AnAcceptedFindingSaysSo) {
  const Report report = report_on(shared);
  Accepted accepted{report.findings.front(), "It is agreed.", {}};
  const Paper paper = finding_brief(report, accepted.finding, &accepted, {});
  EXPECT_NE(words_of(part_of(paper, "issue")).find("It is accepted: It is agreed."),
            std::string::npos);
}

TEST(Brief, EveryNumberInTheWordsIsASource) {
  const Report report = report_on(shared);
  const Paper paper = item_paper(report);
  const std::string sources = words_of(part_of(paper, "sources"));
  std::size_t cited = 0;
  for (const PaperPart& part : paper.parts) {
    const std::string words = words_of(part);
    for (std::size_t at = words.find('['); at != std::string::npos; at = words.find('[', at + 1)) {
      const std::string number = words.substr(at, words.find(']', at) - at + 1);
      EXPECT_NE(sources.find(number), std::string::npos) << number;
      if (part.id != "sources") ++cited;
    }
  }
  EXPECT_GE(cited, 3U);
}

TEST(Brief, RowsOfOneSourceHaveOneNumber) {
  Dataset dataset = sketch(shared);
  dataset.sources.push_back({});
  dataset.sources.back().id = "s";
  dataset.sources.back().title = "The plan";
  std::size_t page = 0;
  for (RelationRow& row : dataset.relations) {
    row.sources = {{"s", {}}};
    row.locator = "page " + std::to_string(++page);
  }
  const Report report = examine(link(dataset, {}).graph, {}, {1});
  const std::string text = write_paper(item_paper(report), "text");
  EXPECT_NE(text.find("[1] The plan; page "), std::string::npos) << text;
  EXPECT_EQ(text.find("[2]"), std::string::npos) << text;
}

TEST(Brief, AnItemWithNothingToSayIsToBeNoted) {
  const Report report = report_on("defra leads plan  dft leads roads");
  const Paper paper = item_paper(report);
  EXPECT_EQ(ids_of(paper), order);
  ASSERT_TRUE(report.findings.empty());
  EXPECT_NE(words_of(part_of(paper, "recommendation")).find("We recommend that you note it"),
            std::string::npos);
  EXPECT_NE(words_of(part_of(paper, "timing")).find("We found no date"), std::string::npos);
  EXPECT_NE(words_of(part_of(paper, "agree")).find("We found nobody"), std::string::npos);
}

TEST(Brief, ADepartmentHasTheSameParts) {
  const Report report = report_on(shared);
  const Paper paper = department_brief(report, *report.graph.find("defra"));
  EXPECT_EQ(ids_of(paper), order);
  EXPECT_NE(words_of(part_of(paper, "background")).find("It leads one"), std::string::npos)
      << words_of(part_of(paper, "background"));
  EXPECT_NE(words_of(part_of(paper, "agree")).find("Hmt approves"), std::string::npos);
}

TEST(Brief, ListsAreCappedAndSayWhatIsLeftOut) {
  std::string words = "defra leads plan";
  for (int i = 0; i < 9; ++i) words += "  dept-" + std::to_string(i) + ":department delivers plan";
  const Report report = report_on(words);
  const Paper paper = item_paper(report);
  const PaperPart& background = part_of(paper, "background");
  EXPECT_EQ(background.items.size(), 6U);
  EXPECT_NE(background.items.back().words.find("5 others"), std::string::npos)
      << background.items.back().words;
  EXPECT_NE(background.items.back().words.find("crosscut convene MAP... plan"), std::string::npos);
}

TEST(Brief, TheMarkingOfTheMapStandsOnThePage) {
  Dataset dataset = sketch(shared);
  dataset.maps.front().marking = "OFFICIAL-SENSITIVE";
  const Report report = examine(link(dataset, {}).graph, {}, {1});
  const std::string page = write_paper(item_paper(report), "html");
  EXPECT_NE(page.find("@top-center{content:\"OFFICIAL\\00002d SENSITIVE\""), std::string::npos);
  EXPECT_NE(page.find("@bottom-center{content:\"OFFICIAL\\00002d SENSITIVE\""), std::string::npos);
}

}  // namespace
}  // namespace crosscut
