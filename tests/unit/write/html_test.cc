#include "crosscut/write/html.h"

#include <gtest/gtest.h>

#include <map>
#include <regex>
#include <set>

#include "crosscut/lens/examine.h"
#include "crosscut/model/sketch.h"
#include "crosscut/write/html_parts.h"

namespace crosscut {
namespace {

constexpr std::string_view busy =
    "dfe contributes-to hubs:programme  ho contributes-to hubs  dfe leads a  ho leads b  "
    "a depends-on b  x:target depends-on pins:body  y:target depends-on pins  z:target depends-on "
    "pins  "
    "dfe leads x  ho leads y  mod leads z ~0.5  dfe co-leads c  ho co-leads c  dfe member-of board";

Report report_of(const Dataset& dataset) { return examine(link(dataset, {}).graph, {}, {}); }
Report report_of(std::string_view text) { return report_of(sketch(text)); }

std::vector<ReportFigure> figures() {
  const std::string svg = "<svg viewBox=\"0 0 9 9\" role=\"img\" aria-label=\"A picture\"></svg>";
  return {{"departments",
           "2 departments <tied>",
           "Links",
           "A line is a link",
           "",
           "A sketch",
           svg,
           {"DfE leads a."}},
          {"departments", "The same again", "", "", "", "", svg, {}}};
}

std::vector<std::string> all_matches(const std::string& text, const std::string& pattern) {
  const std::regex regex(pattern);
  std::vector<std::string> found;
  for (auto it = std::sregex_iterator(text.begin(), text.end(), regex);
       it != std::sregex_iterator(); ++it)
    found.push_back((*it)[1]);
  return found;
}

std::size_t count(std::string_view text, std::string_view part) {
  std::size_t found = 0;
  for (std::size_t at = text.find(part); at != text.npos; at = text.find(part, at + part.size()))
    ++found;
  return found;
}

std::string between(const std::string& text, std::string_view open, std::string_view close) {
  const std::size_t start = text.find(open) + open.size();
  return text.substr(start, text.find(close, start) - start);
}

TEST(Html, IsOneWholePage) {
  const std::string page = write_html(report_of(busy), figures());
  EXPECT_TRUE(page.starts_with("<!DOCTYPE html>\n<html lang=\"en-GB\">"));
  EXPECT_TRUE(page.ends_with("</html>\n"));
  for (const std::string_view one :
       {"<h1>", "<main ", "<header>", "<footer>", "<nav ", "<title>Sketch</title>",
        "href=\"#main\"", "role=\"status\"", "<script>"})
    EXPECT_EQ(count(page, one), 1U) << one;
  for (const std::string_view never :
       {" src=", "<link", "@import", "url(", "onclick", "<iframe", "<img"})
    EXPECT_EQ(count(page, never), 0U) << never;
}

TEST(Html, TagsBalance) {
  const std::string page = write_html(report_of(busy), figures());
  for (const std::string tag :
       {"section", "article", "div", "table", "thead", "tbody", "tr", "td",   "ul", "li", "details",
        "summary", "figure",  "dl",  "dt",    "dd",    "p",     "a",  "span", "h2", "h3", "h4"})
    EXPECT_EQ(all_matches(page, "<(" + tag + ")[ >]").size(), count(page, "</" + tag + ">")) << tag;
}

TEST(Html, HeadingsSkipNoLevel) {
  const std::string page = write_html(report_of(busy), figures());
  int level = 0;
  const auto headings = all_matches(page, "<h([1-6])[ >]");
  EXPECT_GT(headings.size(), 20U);
  for (const std::string& heading : headings) {
    const int next = std::stoi(heading);
    EXPECT_LE(next, level + 1);
    level = next;
  }
}

TEST(Html, IdsAreUniqueAndLinksAndNamesPointToThem) {
  Report report = report_of(busy);
  ASSERT_FALSE(report.findings.empty());
  report.findings.push_back(report.findings.back());  // two findings with one id
  const std::string page = write_html(report, figures());
  const auto list = all_matches(page, " id=\"([^\"]*)\"");
  const std::set<std::string> ids(list.begin(), list.end());
  EXPECT_EQ(ids.size(), list.size());
  for (const char* pattern : {"href=\"#([^\"]*)\"", "aria-labelledby=\"([^\"]*)\""})
    for (const std::string& target : all_matches(page, pattern))
      EXPECT_TRUE(ids.contains(target)) << target;
}

TEST(Html, EscapesNamesEverywhere) {
  Dataset dataset = sketch(busy);
  const std::string name = "Tŷ'r <b onload=\"x\">Cyffredin</b> & Llŷn";
  for (EntityRow& row : dataset.entities) row.name = name + row.id;
  dataset.maps[0].title = name;
  dataset.maps[0].licence = name;
  dataset.sources[0].title = name;
  dataset.sources[0].publisher = name;
  dataset.sources[0].url = "https://example.gov.uk/?a=\"><script>&b";
  for (RelationRow& row : dataset.relations) row.locator = name;
  Report report = report_of(dataset);
  report.diagnostics.push_back({"odd-ends", Level::warning, {}, "", name, name, {}});
  report.not_looked_for.push_back(name);
  const std::string page = write_html(report, figures());
  EXPECT_EQ(count(page, "<b "), 0U);
  EXPECT_EQ(count(page, "\"x\""), 0U);
  EXPECT_EQ(count(page, "<script"), 1U);
  EXPECT_EQ(count(page, "& "), 0U);
  EXPECT_GT(count(page, "Tŷ&#39;r &lt;b onload=&quot;x&quot;&gt;Cyffredin&lt;/b&gt; &amp; Llŷn"),
            20U);
  EXPECT_EQ(count(between(page, "<style>", "</style>"), "<"), 0U);
  EXPECT_GT(count(page, "<title>Tŷ&#39;r &lt;b"), 0U);
}

TEST(Html, OnlyWebAddressesBecomeLinks) {
  Dataset dataset = sketch("dfe leads a");
  dataset.sources[0].url = "javascript:alert(1)";
  EXPECT_EQ(count(write_html(report_of(dataset), {}), "javascript:"), 0U);
  dataset.sources[0].url = "https://www.gov.uk/plan";
  EXPECT_NE(write_html(report_of(dataset), {})
                .find("<a href=\"https://www.gov.uk/plan\">A sketch (gov.uk)</a>"),
            std::string::npos);
}

TEST(Html, ScriptIsSmallAndItsHashIsInThePolicy) {
  EXPECT_EQ(html::hash_for_policy(""), "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=");
  EXPECT_EQ(html::hash_for_policy("abc"), "ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0=");
  const std::string page = write_html(report_of(busy), {});
  const std::string script = between(page, "<script>", "</script>");
  EXPECT_GT(script.size(), 500U);
  EXPECT_LT(script.size(), 3000U);
  EXPECT_EQ(between(page, "http-equiv=\"Content-Security-Policy\" content=\"", "\">"),
            "default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-" +
                html::hash_for_policy(script) + "'");
}

TEST(Html, SameReportSameBytes) {
  EXPECT_EQ(write_html(report_of(busy), figures()), write_html(report_of(busy), figures()));
}

TEST(Html, FindingsSayEverythingAndQuestionsSayWhomToAsk) {
  const Report report = report_of(busy);
  const Selection selection = select_findings(report);
  ASSERT_FALSE(selection.body.empty());
  ASSERT_FALSE(selection.questions.empty());
  const std::string page = write_html(report, figures());
  const std::size_t shown = selection.body.size() + selection.questions.size();
  EXPECT_EQ(count(page, "<article "), shown);
  EXPECT_EQ(count(page, "<h4>Why it matters</h4>"), shown);
  EXPECT_EQ(count(page, "<h4>Suggested action</h4>"), shown);
  EXPECT_EQ(count(page, "<h4>Evidence</h4>"), selection.body.size());
  EXPECT_EQ(count(page, "<h4>Whom to ask</h4>"), selection.questions.size());
  EXPECT_EQ(count(page, "Confidence: low"), selection.questions.size());
  EXPECT_NE(page.find("at: page 1; stated; row sketch:1"), std::string::npos);
  for (const Finding& finding : report.findings) {
    EXPECT_NE(page.find(html::escape(finding.headline)), std::string::npos);
    for (const std::string& basis : finding.basis)
      EXPECT_NE(page.find(html::escape(basis)), std::string::npos);
  }
}

TEST(Html, ManyFindingsGoToTheTable) {
  Report report = report_of("dfe co-leads c  ho co-leads c");
  ASSERT_EQ(report.findings.size(), 1U);
  while (report.findings.size() < 5) report.findings.push_back(report.findings[0]);
  const std::string page = write_html(report, {});
  EXPECT_EQ(count(page, "<article "), 3U);
  EXPECT_NE(page.find("2 more findings stand in"), std::string::npos);
  EXPECT_EQ(count(between(page, "id=\"table-findings-caption\"", "</table>"), "<th scope=\"row\""),
            5U);
  report.findings.pop_back();
  EXPECT_NE(write_html(report, {}).find("One more finding stands in"), std::string::npos);
}

TEST(Html, NothingFoundIsSaid) {
  const std::string page = write_html(report_of("dfe leads a"), {});
  EXPECT_NE(page.find("We found nothing serious."), std::string::npos);
  EXPECT_NE(page.find("We found nothing that the evidence supports"), std::string::npos);
  EXPECT_NE(page.find("We looked for items without a lead and found none."), std::string::npos);
  EXPECT_EQ(count(page, "id=\"questions\""), 0U);
  EXPECT_EQ(count(page, "href=\"#questions\""), 0U);
  EXPECT_EQ(count(page, "id=\"diagrams\""), 0U);
  EXPECT_NE(page.find("Absence of a link is not evidence that none exists."), std::string::npos);
}

TEST(Html, EveryTableStandsInANamedScrollBox) {
  const std::string page = write_html(report_of(busy), figures());
  const std::size_t tables = count(page, "<table ");
  EXPECT_GT(tables, 8U);
  EXPECT_EQ(count(page, "<caption "), tables);
  EXPECT_EQ(all_matches(page,
                        "(<div class=\"scroll\" role=\"region\" tabindex=\"0\" "
                        "aria-labelledby=\"[^\"]*-caption\">\n<table )")
                .size(),
            tables);
  EXPECT_EQ(all_matches(page, "<(th)[ >]").size(),
            count(page, "scope=\"col\"") + count(page, "scope=\"row\""));
  EXPECT_EQ(count(between(page, "<table class=\"", "</table>"), "<button"),
            0U);  // the script adds them
}

TEST(Html, FiguresHaveTitleAndText) {
  const std::string page = write_html(report_of(busy), figures());
  EXPECT_NE(page.find("Figure 1: 2 departments &lt;tied&gt;</h3>"), std::string::npos);
  EXPECT_NE(page.find("<summary>Figure 1 as text</summary>\n<ul>\n<li>DfE leads a.</li>"),
            std::string::npos);
  EXPECT_EQ(count(page, "<svg "), 2U);
}

TEST(Html, OwnershipShowsCapacityAndPresumedLeads) {
  const std::string page = write_html(report_of("dfe leads a as sro  c:fund under dfe"), {});
  const std::string table = between(page, "id=\"table-ownership-caption\"", "</table>");
  EXPECT_NE(table.find("<th scope=\"row\">A</th><td>policy</td><td>DFE (as senior responsible "
                       "owner)</td><td></td>"),
            std::string::npos)
      << table;
  EXPECT_NE(table.find("<th scope=\"row\">C</th><td>fund</td><td>None found</td><td>DFE</td>"),
            std::string::npos)
      << table;
}

TEST(Html, NotesAndWholePathsNeverAppear) {
  Dataset dataset = sketch(busy);
  auto file = std::make_shared<InputFile>(*dataset.files[0]);
  file->path = "/home/somebody/maps/uk/relations.csv";
  dataset.files[0] = file;
  for (RelationRow& row : dataset.relations) row.note = "a private note";
  for (EntityRow& row : dataset.entities) row.note = "a private note";
  const std::string page = write_html(report_of(dataset), figures());
  EXPECT_EQ(count(page, "private note"), 0U);
  EXPECT_EQ(count(page, "home/somebody"), 0U);
  EXPECT_GT(count(page, "uk/relations.csv:1"), 3U);
}

TEST(Html, WarningsSayWhereAndAgree) {
  Report report = report_of("dfe leads a");
  EXPECT_NE(write_html(report, {}).find("Reading the maps raised no warnings."), std::string::npos);
  report.diagnostics.push_back({"odd-ends", Level::warning, {0, 7, 1, 1}, "", "odd", "check", {}});
  const std::string page = write_html(report, {});
  EXPECT_NE(page.find("<summary>One warning from reading the maps</summary>"), std::string::npos);
  EXPECT_NE(page.find("<li>sketch:7: odd (check)</li>"), std::string::npos);
}

TEST(Html, OnlyOpenRelationsStandInTheTable) {
  const std::string page = write_html(report_of("dfe leads a  ho leads a 2019..2020"), {});
  EXPECT_EQ(count(between(page, "id=\"table-relations-caption\"", "</table>"), "<th scope=\"row\""),
            1U);
}

}  // namespace
}  // namespace crosscut
