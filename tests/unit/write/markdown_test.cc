#include "crosscut/write/markdown.h"

#include <gtest/gtest.h>

#include <memory>
#include <sstream>

#include "crosscut/lens/examine.h"
#include "crosscut/model/sketch.h"
#include "crosscut/write/markdown_parts.h"

namespace crosscut {
namespace {

using Lines = std::vector<std::string>;

constexpr std::string_view busy =
    "dfe contributes-to hubs:programme  ho contributes-to hubs  dfe leads a  ho leads b  "
    "a depends-on b  x:target depends-on pins:body  y:target depends-on pins  z:target depends-on "
    "pins  "
    "dfe leads x  ho leads y  mod leads z ~0.5  dfe co-leads c  ho co-leads c  dfe member-of board";

Report report_of(const Dataset& dataset) { return examine(link(dataset, {}).graph, {}, {}); }
Report report_of(std::string_view text) { return report_of(sketch(text)); }

std::vector<ReportFigure> figures() {
  return {{"departments",
           "2 departments <tied>",
           "Links",
           "A line is a link",
           "One pair left out",
           "A sketch",
           "<svg></svg>",
           {"DfE leads a.", "A | stands alone."}},
          {"mission-x", "No board", "", "", "", "", "<svg></svg>", {"One box."}}};
}

std::string written(const Report& report) { return write_markdown(report, figures(), "svg"); }

std::size_t count(std::string_view text, std::string_view part) {
  std::size_t found = 0;
  for (std::size_t at = text.find(part); at != text.npos; at = text.find(part, at + part.size()))
    ++found;
  return found;
}

Lines lines_of(const std::string& text) {
  Lines lines;
  std::istringstream stream(text);
  for (std::string line; std::getline(stream, line);) lines.push_back(line);
  return lines;
}

Lines headings_of(const std::string& text, int level) {
  const std::string opening = std::string(static_cast<std::size_t>(level), '#') + " ";
  Lines found;
  for (const std::string& line : lines_of(text))
    if (line.starts_with(opening)) found.push_back(line.substr(opening.size()));
  return found;
}

/// From a heading to the next of its level.
std::string section(const std::string& text, const std::string& heading) {
  const std::size_t start = text.find("\n" + heading + "\n");
  if (start == text.npos) return {};
  const std::string opening = "\n" + heading.substr(0, heading.find(' ') + 1);
  return text.substr(start, text.find(opening, start + 1) - start);
}

TEST(Markdown, FollowsTheOutline) {
  const std::string text = written(report_of(busy));
  EXPECT_TRUE(
      text.starts_with("OFFICIAL. Working across departments. As at 1 July 2026.\n\n"
                       "# Sketch\n\nWe read one map"))
      << text.substr(0, 200);
  EXPECT_EQ(headings_of(text, 1), Lines{"Sketch"});
  EXPECT_EQ(headings_of(text, 2), (Lines{"In numbers", "Findings", "Questions to ask", "Diagrams",
                                         "Department by department", "Tables", "Annex A: method",
                                         "Annex B: data quality", "About this report"}));
  EXPECT_TRUE(text.ends_with("which format you need.\n")) << text.substr(text.size() - 80);
}

TEST(Markdown, IsTidy) {
  const std::string text = written(report_of(busy));
  int level = 0;
  std::string before = "";
  for (const std::string& line : lines_of(text)) {
    EXPECT_FALSE(line.ends_with(' ')) << line;
    EXPECT_FALSE(line.empty() && before.empty()) << "2 empty lines";
    if (line.starts_with('#')) {
      EXPECT_EQ(before, "") << line;
      EXPECT_LE(static_cast<int>(line.find(' ')), level + 1) << line;
      level = static_cast<int>(line.find(' '));
    }
    before = line.empty() ? "" : line;
    if (line.empty()) continue;
    EXPECT_EQ(count(line, "<") - count(line, "\\<"), 0U) << "HTML in " << line;
  }
}

TEST(Markdown, EachHeadlineStandsOnceInItsPlaceAndOnceInTheTable) {
  const Report report = report_of(busy);
  const Selection selection = select_findings(report);
  ASSERT_FALSE(selection.body.empty());
  ASSERT_FALSE(selection.questions.empty());
  const std::string text = written(report);
  Lines body, questions;
  for (const Finding* f : selection.body) body.push_back(markdown::escape(f->headline));
  for (const Finding* f : selection.questions) questions.push_back(markdown::escape(f->headline));
  Lines found = headings_of(section(text, "## Findings"), 3);
  ASSERT_FALSE(found.empty());
  EXPECT_EQ(found.back(), "What we looked for and did not find");
  found.pop_back();
  EXPECT_EQ(found, body);
  EXPECT_EQ(headings_of(section(text, "## Questions to ask"), 3), questions);
  const std::string table = section(text, "### All findings");
  for (const Finding& finding : report.findings)
    EXPECT_EQ(count(table, "| " + markdown::escape(finding.headline) + " |"), 1U);
}

TEST(Markdown, FindingsSayEverythingAndQuestionsSayWhomToAsk) {
  const Report report = report_of(busy);
  const Selection selection = select_findings(report);
  const std::string text = written(report);
  const std::string findings = section(text, "## Findings"),
                    questions = section(text, "## Questions to ask");
  for (const std::string_view part : {"Why it matters", "Evidence", "Suggested action"}) {
    const std::string heading = "\n#### " + std::string(part) + "\n";
    EXPECT_EQ(count(findings, heading), selection.body.size()) << part;
    EXPECT_EQ(count(questions, heading), selection.questions.size()) << part;
  }
  EXPECT_EQ(count(questions, "\n#### Whom to ask\n"), selection.questions.size());
  EXPECT_EQ(count(questions, "Confidence: low. Holds in "), selection.questions.size());
  EXPECT_NE(findings.find("; at: page 1; stated; row `sketch:1`\n"), std::string::npos);
  for (const Finding& finding : report.findings) {
    const std::string& part = finding.is_question() ? questions : findings;
    for (const std::string& words : {finding.why, finding.action})
      EXPECT_NE(part.find("\n\n" + markdown::escape(words) + "\n\n"), std::string::npos) << words;
    for (const auto* each : {&finding.basis, &finding.flips})
      for (const std::string& words : *each)
        EXPECT_NE(part.find(markdown::escape(words)), std::string::npos) << words;
    for (const Evidence& row : finding.evidence)
      EXPECT_NE(
          part.find("\n- " + markdown::escape(evidence_words(report.graph, row).sentence) + "\n"),
          std::string::npos);
  }
}

TEST(Markdown, ManyFindingsGoToTheTable) {
  Report report = report_of("dfe co-leads c  ho co-leads c");
  ASSERT_EQ(report.findings.size(), 1U);
  while (report.findings.size() < 5) report.findings.push_back(report.findings[0]);
  const std::string text = write_markdown(report, {}, "");
  EXPECT_NE(text.find("\n2 more findings stand in [the table of all findings](#all-findings).\n"),
            std::string::npos);
  EXPECT_EQ(count(section(text, "### All findings"), "| This table only |"), 2U);
  EXPECT_EQ(headings_of(section(text, "## Findings"), 3).size(), 4U);
}

TEST(Markdown, NothingFoundIsSaid) {
  const std::string text = write_markdown(report_of("dfe leads a"), {}, "svg");
  EXPECT_NE(text.find("We found nothing serious."), std::string::npos);
  EXPECT_NE(text.find("\n" + std::string(nothing_supported) + "\n"), std::string::npos);
  EXPECT_NE(text.find("\n- We looked for items without a lead and found none.\n"),
            std::string::npos);
  EXPECT_EQ(count(text, "## Questions to ask"), 0U);
  EXPECT_EQ(count(text, "## Diagrams"), 0U);
  EXPECT_NE(text.find("\n### All findings\n\nWe found none.\n"), std::string::npos);
}

TEST(Markdown, SourcesAreLinksWhenTheyHaveAWebAddress) {
  Dataset dataset = sketch("dfe co-leads c  ho co-leads c");
  dataset.sources[0].title = "Plan [draft]";
  dataset.sources[0].publisher = "Cabinet Office";
  dataset.sources[0].date = *parse_date("2025-09");
  dataset.sources[0].url = "https://www.gov.uk/plan_(a|b)?x=1&copy;2";
  const std::string text = write_markdown(report_of(dataset), {}, "");
  EXPECT_NE(text.find("- [Plan \\[draft\\] (gov.uk)](https://www.gov.uk/"
                      "plan_%28a%7Cb%29?x=1&amp;copy;2), Cabinet Office, September 2025; at: "),
            std::string::npos)
      << section(text, "## Findings");
  dataset.sources[0].url = "javascript:alert(1)";
  EXPECT_EQ(count(write_markdown(report_of(dataset), {}, ""), "javascript:"), 0U);
}

TEST(Markdown, FiguresHaveTitleWordsLinkAndText) {
  const std::string text = written(report_of(busy));
  EXPECT_NE(text.find("\n### Figure 1: 2 departments \\<tied\\>\n\nLinks\n\n"
                      "![Figure 1: 2 departments \\<tied\\>. All that it shows is listed under "
                      "“Figure 1 as text”.](figures/departments.svg)\n\n"
                      "How to read it: A line is a link\n\nNote: One pair left out\n\nA sketch\n\n"
                      "#### Figure 1 as text\n\n- DfE leads a.\n- A \\| stands alone.\n\n"
                      "### Figure 2: No board\n\n![Figure 2: No board."),
            std::string::npos)
      << section(text, "## Diagrams");
  EXPECT_NE(text.find("\n### How to read the diagrams\n\n- Departments are solid blue"),
            std::string::npos);
  EXPECT_NE(write_markdown(report_of(busy), figures(), "png").find("](figures/mission-x.png)"),
            std::string::npos);
}

TEST(Markdown, WithoutPicturesTheirTextStays) {
  const std::string text = write_markdown(report_of(busy), figures(), "");
  EXPECT_EQ(count(text, "!["), 0U);
  EXPECT_EQ(count(text, "figures/"), 0U);
  EXPECT_EQ(count(text, "How to read the diagrams"), 0U);
  EXPECT_NE(text.find("#### Figure 1 as text\n\n- DfE leads a.\n"), std::string::npos);
}

TEST(Markdown, FindingsPointToTheirFigure) {
  const Report report = report_of("dfe co-leads growth:mission  ho co-leads growth");
  std::vector<ReportFigure> two = figures();
  two[1].id = "growth";
  EXPECT_NE(write_markdown(report, two, "svg").find("\nSee figure 2: No board.\n"),
            std::string::npos);
  two[1].id = "other";
  EXPECT_EQ(count(write_markdown(report, two, "svg"), "See figure"), 0U);
}

TEST(Markdown, EscapesWhatIsSpecial) {
  using markdown::escape;
  EXPECT_EQ(escape(R"(a\b *c* _d_ `e` <f> [g](h) i|j ~k~ ^l^ $m$ @n #o {p})"),
            R"(a\\b \*c\* \_d\_ \`e\` \<f\> \[g\](h) i\|j \~k\~ \^l\^ \$m\$ \@n \#o \{p})");
  EXPECT_EQ(escape("Tŷ'r Cyffredin & R&D; AT&T"), "Tŷ'r Cyffredin & R\\&D; AT&T");
  EXPECT_EQ(escape("&lt; &#39; & ;"), "\\&lt; \\&\\#39; & ;");
  EXPECT_EQ(escape("a--b-c---d"), "a-\\-b-c-\\-\\-d");
  EXPECT_EQ(escape(" two\nlines\tand more "), "two lines and more");
}

TEST(Markdown, TheFirstWordStartsNoList) {
  using markdown::paragraph;
  for (const auto& [words, expected] :
       std::vector<std::pair<std::string, std::string>>{{"- a", "\\- a"},
                                                        {"+ a", "\\+ a"},
                                                        {"---", "\\-\\-\\-"},
                                                        {"=", "\\="},
                                                        {"% a", "\\% a"},
                                                        {": a", "\\: a"},
                                                        {"# a", "\\# a"},
                                                        {"> a", "\\> a"},
                                                        {"12. a", "12\\. a"},
                                                        {"3) a", "3\\) a"},
                                                        {"(iv) a", "(iv\\) a"},
                                                        {"b. a", "b\\. a"},
                                                        {"1.5 million", "1.5 million"},
                                                        {"2 departments", "2 departments"},
                                                        {"None. Or some", "None. Or some"}}) {
    EXPECT_EQ(paragraph(words), expected + "\n\n");
    EXPECT_EQ(markdown::item(markdown::escape(words)), "- " + expected + "\n");
  }
}

TEST(Markdown, CodeHoldsWhatItCan) {
  EXPECT_EQ(markdown::code("uk_missions/a.csv:100"), "`uk_missions/a.csv:100`");
  EXPECT_EQ(markdown::code("a`b|c_d"), "a\\`b\\|c\\_d");
  EXPECT_EQ(markdown::code(""), "");
}

TEST(Markdown, NamesComeOutEverywhere) {
  Dataset dataset = sketch(busy);
  const std::string name = "Tŷ | *All* <b>_of_</b> [us](x) `y` \\ ";
  const std::string escaped = "Tŷ \\| \\*All\\* \\<b\\>\\_of\\_\\</b\\> \\[us\\](x) \\`y\\` \\\\";
  for (EntityRow& row : dataset.entities) row.name = name + row.id;
  dataset.maps[0].title = name;
  dataset.maps[0].licence = name;
  dataset.sources[0].title = name;
  dataset.sources[0].publisher = name;
  for (RelationRow& row : dataset.relations) row.locator = name;
  Report report = report_of(dataset);
  report.diagnostics.push_back({"odd-ends", Level::warning, {}, "", name, name, {}});
  report.not_looked_for.push_back(name);
  const std::string text = written(report);
  EXPECT_GT(count(text, escaped), 50U);
  EXPECT_EQ(count(text, "*All"), count(text, "\\*All"));
  EXPECT_EQ(count(text, "<b"), count(text, "\\<b"));
  EXPECT_EQ(count(text, "[us"), count(text, "\\[us"));
  EXPECT_EQ(count(text, "`y"), count(text, "\\`y"));
  EXPECT_NE(text.find("\n# " + escaped + "\n"), std::string::npos);
}

TEST(Markdown, RowsHaveAsManyCellsAsTheirHead) {
  Dataset dataset = sketch(busy);
  for (EntityRow& row : dataset.entities) row.name = "a | b \\| c " + row.id;
  std::size_t expected = 0, tables = 0, rows = 0;
  for (const std::string& line : lines_of(written(report_of(dataset)))) {
    if (!line.starts_with('|')) {
      expected = 0;
      continue;
    }
    std::string plain;  // without what a backslash escapes
    for (std::size_t i = 0; i < line.size(); ++i)
      if (line[i] == '\\')
        ++i;
      else
        plain += line[i];
    if (expected == 0) {
      expected = count(plain, "|");
      ++tables;
    }
    EXPECT_EQ(count(plain, "|"), expected) << line;
    ++rows;
  }
  EXPECT_GE(tables, 9U);
  EXPECT_GT(rows, 50U);
}

TEST(Markdown, TablesHaveACaptionAndNumbersToTheRight) {
  const std::string text =
      markdown::table("What | was", {{"Name"}, {"Count", true}}, {{"a", "1"}, {"", "12"}});
  EXPECT_TRUE(text.starts_with("Table: What \\| was\n\n| Name | Count |\n|---")) << text;
  EXPECT_TRUE(text.ends_with("-:|\n| a | 1 |\n| | 12 |\n\n")) << text;
  EXPECT_EQ(markdown::table("None", {{"Name"}}, {}), "");
}

TEST(Markdown, OwnershipPutsLeadsInOneColumnByName) {
  Dataset dataset = sketch("ho leads a as sro  c:fund under dfe  dfe co-leads b  ho co-leads b");
  for (EntityRow& row : dataset.entities)
    if (row.id == "a") row.name = "Zeal";
  const std::string text = write_markdown(report_of(dataset), {}, "");
  const std::string table = section(text, "### Ownership");
  const std::size_t b = table.find("\n| B | policy | Co-leads: DFE; HO |"),
                    c = table.find("\n| C | fund | None found. Presumed: DFE |"),
                    z = table.find("\n| Zeal | policy | HO (as senior responsible owner) |");
  ASSERT_NE(z, std::string::npos) << table;
  EXPECT_LT(b, c) << table;
  EXPECT_LT(c, z) << table;
}

TEST(Markdown, WarningsSayWhere) {
  Report report = report_of("dfe leads a");
  EXPECT_NE(write_markdown(report, {}, "").find("\n" + std::string(no_warnings) + "\n"),
            std::string::npos);
  report.diagnostics.push_back({"odd-ends", Level::warning, {0, 7, 1, 1}, "", "odd", "check", {}});
  EXPECT_NE(write_markdown(report, {}, "").find("\n- `sketch:7`: odd (check)\n"),
            std::string::npos);
}

TEST(Markdown, WhatWasNotLookedForIsSaid) {
  Report report = report_of("dfe leads a");
  report.not_looked_for = {"The map holds no forum."};
  EXPECT_NE(write_markdown(report, {}, "")
                .find("\n### What was not looked for\n\n- The map holds no forum.\n\n### Counts\n"),
            std::string::npos);
}

TEST(Markdown, NotesAndWholePathsNeverAppear) {
  Dataset dataset = sketch(busy);
  auto file = std::make_shared<InputFile>(*dataset.files[0]);
  file->path = "/home/somebody/maps/uk/relations.csv";
  dataset.files[0] = file;
  for (RelationRow& row : dataset.relations) row.note = "a private note";
  for (EntityRow& row : dataset.entities) row.note = "a private note";
  const std::string text = written(report_of(dataset));
  EXPECT_EQ(count(text, "private note"), 0U);
  EXPECT_EQ(count(text, "home/somebody"), 0U);
  EXPECT_GT(count(text, "`uk/relations.csv:1`"), 3U);
}

TEST(Markdown, SameReportSameBytes) {
  EXPECT_EQ(written(report_of(busy)), written(report_of(busy)));
}

}  // namespace
}  // namespace crosscut
