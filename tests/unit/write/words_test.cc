#include "crosscut/write/words.h"
#include "crosscut/write/measure_words.h"
#include "crosscut/write/quality.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "crosscut/lens/examine.h"
#include "crosscut/model/sketch.h"

namespace crosscut {
namespace {

Report report_of(std::string_view text) { return examine(link(sketch(text), {}).graph, {}, {}); }

Card card_called(std::string_view id, std::string_view singular, std::string_view plural) {
  Card card;
  card.id = id;
  card.singular = singular;
  card.plural = plural;
  return card;
}
const Card card_a = card_called("no-lead", "item without a lead", "items without a lead");
const Card card_b = card_called("bottleneck", "possible bottleneck", "possible bottlenecks");
const Card card_c = card_called("silo", "silo", "silos");
const Card card_d = card_called("trade-off", "trade-off", "trade-offs");
const Card card_e = card_called("new-lens", "new thing", "new things");

Finding finding_of(const Card& card, Severity severity, double confidence) {
  Finding finding;
  finding.card = &card;
  finding.severity = severity;
  finding.confidence = confidence;
  return finding;
}

void add(Report& report, std::size_t count, const Finding& finding) {
  report.findings.insert(report.findings.end(), count, finding);
}

TEST(Words, SeverityAndConfidence) {
  EXPECT_EQ(severity_mark(Severity::high), "■ High");
  EXPECT_EQ(severity_mark(Severity::medium), "◆ Medium");
  EXPECT_EQ(severity_mark(Severity::low), "● Low");
  EXPECT_EQ(confidence_word(0.85), "High");
  EXPECT_EQ(confidence_word(0.84), "Medium");
  EXPECT_EQ(confidence_word(0.64), "Low");
  EXPECT_EQ(reading_word(0.85), "stated");
  EXPECT_EQ(reading_word(0.51), "implied");
  EXPECT_EQ(reading_word(0.5), "our reading");
}

TEST(Words, ASmallPIsNeverZero) {
  Report report;
  const auto p_of = [&](Figure p) {
    report.measures.map.ei_p = p;
    return map_measure_words(report).rows.at(4).at(1);
  };
  EXPECT_EQ(p_of(0.0002).text, "under 0.001");
  EXPECT_EQ(p_of(0.0002).key, "0.000200");
  EXPECT_EQ(p_of(0.0012).text, "0.001");
  EXPECT_EQ(p_of({}).text, "Not enough evidence");
}

TEST(Words, Numbers) {
  EXPECT_EQ(number(0), "0");
  EXPECT_EQ(number(999), "999");
  EXPECT_EQ(number(1000), "1,000");
  EXPECT_EQ(number(1234567), "1,234,567");
  EXPECT_EQ(count_words(1, "source", "sources"), "one source");
  EXPECT_EQ(count_words(1270, "source", "sources"), "1,270 sources");
  EXPECT_EQ(percentage(1999, 2000), "99%");  // 100% only when none is missing
  EXPECT_EQ(percentage(2, 2), "100%");
  EXPECT_EQ(percentage(0, 0), "0%");
}

TEST(Words, BodyHoldsAtMost3OfOneLens) {
  Report report;
  add(report, 5, finding_of(card_a, Severity::low, 0.9));
  const Selection selection = select_findings(report);
  EXPECT_EQ(selection.body.size(), 3U);
  EXPECT_EQ(selection.table.size(), 2U);
  EXPECT_EQ(selection.body[0], &report.findings[0]);
  EXPECT_EQ(selection.table[0], &report.findings[3]);
}

TEST(Words, BodyHoldsAtMost5High) {
  Report report;
  for (const Card* card : {&card_a, &card_b})
    add(report, 3, finding_of(*card, Severity::high, 0.9));
  add(report, 1, finding_of(card_c, Severity::medium, 0.9));
  const Selection selection = select_findings(report);
  EXPECT_EQ(selection.body.size(), 6U);
  EXPECT_EQ(selection.table.size(), 1U);
  EXPECT_EQ(selection.body.back()->severity, Severity::medium);
}

TEST(Words, BodyHoldsAtMost12) {
  Report report;
  for (const Card* card : {&card_a, &card_b, &card_c, &card_d, &card_e})
    add(report, 3, finding_of(*card, Severity::low, 0.65));
  const Selection selection = select_findings(report);
  EXPECT_EQ(selection.body.size(), 12U);
  EXPECT_EQ(selection.table.size(), 3U);
}

TEST(Words, WeakEvidenceMakesAQuestionAndTakesNoPlaceInTheBody) {
  Report report;
  add(report, 20, finding_of(card_a, Severity::high, 0.64));
  add(report, 1, finding_of(card_a, Severity::high, 0.65));
  const Selection selection = select_findings(report);
  EXPECT_EQ(selection.questions.size(), 3U);  // of one lens
  EXPECT_EQ(selection.more_questions.size(), 17U);
  EXPECT_EQ(selection.body.size(), 1U);
  EXPECT_EQ(where_it_stands(selection, report.findings[2]), "Questions to ask");
  EXPECT_EQ(where_it_stands(selection, report.findings[3]), "This table only");
}

TEST(Words, SummaryCountsAndAgrees) {
  const Report one = report_of("board:forum leads youth-hubs:programme");
  EXPECT_NE(
      summary(one).find("We read one map, as at 1 July 2026. It holds no departments, one item of "
                        "work and one relation from one source."),
      std::string::npos)
      << summary(one);
  EXPECT_NE(summary(one).find("We found nothing serious."), std::string::npos);
  EXPECT_NE(
      summary(one).find("one finding: one of low severity. By type: one item without a lead."),
      std::string::npos)
      << summary(one);
  Report two;
  add(two, 2, finding_of(card_a, Severity::medium, 0.9));
  add(two, 3, finding_of(card_b, Severity::high, 0.5));
  two.cards = {&card_a, &card_b};
  EXPECT_EQ(summary(two).find("nothing serious"), std::string::npos);
  EXPECT_NE(
      summary(two).find("Another 3 points are questions to ask, as their evidence is weaker. If "
                        "true, they are 3 of high severity."),
      std::string::npos)
      << summary(two);
  EXPECT_NE(summary(two).find("2 items without a lead and 3 possible bottlenecks"),
            std::string::npos);
}

TEST(Words, KeyFiguresEndWithDataQuality) {
  for (const char* text :
       {"", "dfe leads hubs", "dfe leads a  ho leads b  a depends-on b  dfe leads c  ho leads c"}) {
    const Report report = report_of(text);
    const auto figures = key_figures(report);
    EXPECT_GE(figures.size(), 4U);
    EXPECT_LE(figures.size(), 6U);
    EXPECT_EQ(figures.back().number, *text == '\0' ? "0%" : "100%");
    EXPECT_EQ(figures.back().phrase, "of relations have a source and a page or other locator");
  }
}

TEST(Words, EvidenceNamesCapacitySourceAndRow) {
  const Report report = report_of("hmt leads growth as sro ~0.5");
  const EvidenceWords words = evidence_words(report.graph, {RelationId{0}, {}});
  EXPECT_EQ(words.sentence, "Hmt leads Growth, as senior responsible owner");
  ASSERT_EQ(words.citations.size(), 1U);
  EXPECT_EQ(citation_line(report.graph, words.citations[0]),
            "A sketch, crosscut, 1 July 2026; page 1; our reading; sketch:1");
  const EvidenceWords row =
      evidence_words(report.graph, {std::nullopt, *report.graph.find("growth")});
  EXPECT_EQ(row.sentence, "Growth is recorded as a policy");
}

TEST(Words, PlacesNeverShowWholePaths) {
  auto file = std::make_shared<InputFile>();
  file->path = "/home/somebody/maps/uk-missions/relations.csv";
  EXPECT_EQ(short_place({0, 451, 6, 1}, {file}), "uk-missions/relations.csv:451");
  EXPECT_EQ(short_place({}, {file}), "");
}

TEST(Words, DataQualityCountsWhatIsMissing) {
  Dataset dataset =
      sketch("dfe leads a ~0.5  dfe leads b  c:fund under dfe  d:fund  ho leads e 2019..2020");
  dataset.relations[1].sources.clear();
  dataset.relations[1].locator.clear();
  dataset.entities[0].sources.clear();
  dataset.sources[0].date = {};  // the link alone is enough to trace it
  dataset.sources[0].url = "https://example.org";
  const DataQuality quality = data_quality(examine(link(dataset, {}).graph, {}, {}));
  EXPECT_EQ(quality.relations, 3U);
  EXPECT_EQ(quality.relations_open, 2U);
  EXPECT_EQ(quality.relations_cited, 2U);
  EXPECT_EQ(quality.relations_without_source, 1U);
  EXPECT_EQ(quality.relations_without_locator, 1U);
  EXPECT_EQ(quality.relations_our_reading, 1U);
  EXPECT_EQ(quality.entities_without_source, 1U);
  EXPECT_EQ(quality.sources_without_date, 1U);
  EXPECT_EQ(quality.departments, 2U);
  EXPECT_EQ(quality.items_open, 5U);
  EXPECT_EQ(quality.items_led, 2U);
  EXPECT_EQ(quality.items_presumed, 1U);
  EXPECT_EQ(quality.items_unled, 2U);
}

TEST(Words, CoverageNamesBothSides) {
  const auto all = map_coverage(report_of("dfe leads a").graph);
  ASSERT_EQ(all.size(), 1U);
  EXPECT_EQ(all[0].covers.size(), 7U);
  EXPECT_TRUE(all[0].leaves_out.empty());
  EXPECT_EQ(map_coverage(report_of("dfe leads a  covers nothing").graph)[0].leaves_out.size(), 7U);
}

TEST(Words, EveryLensThatRanHasAnAnswer) {
  const Report report = report_of("dfe leads a");
  EXPECT_EQ(looked_for_and_not_found(report).size(), report.cards.size());
  EXPECT_EQ(looked_for_and_not_found(report)[0],
            "We looked for items without a lead and found none.");
}

TEST(Words, NothingIsSaidToBeAbsentThatWasLeftOut) {
  Report report = report_of("dfe leads a");
  report.left_out = 1;
  report.thinned = {"no-lead"};
  EXPECT_EQ(looked_for_and_not_found(report)[0],
            "We looked for items without a lead and found none that is sure enough to be shown.");
  EXPECT_EQ(looked_for_and_not_found(report)[1], "We looked for uncertain leads and found none.");
  EXPECT_TRUE(
      summary(report).ends_with("One point with less confidence than was asked for is left "
                                "out."));
}

TEST(Words, WhatWouldUndoItAgrees) {
  Finding finding;
  finding.flips = {"a"};
  EXPECT_EQ(undo_words(finding), "One correction would undo it");
  finding.flips = {"a", "b"};
  EXPECT_EQ(undo_words(finding), "Any one of these corrections would undo it");
  finding.flip_distance = 2;
  EXPECT_EQ(undo_words(finding), "It would take 2 corrections to undo it");
}

TEST(Words, AnUnclearStatusIsSaidWithTheEvidence) {
  const Report report = report_of("dfe co-leads c  ho co-leads c  c status unclear");
  ASSERT_EQ(report.findings.size(), 1U);
  const Finding& finding = report.findings.front();
  std::vector<std::string> expected = finding.basis;
  expected.emplace_back("The status of C is unclear, so this may have been true and no longer be.");
  EXPECT_EQ(basis_words(finding, report.graph), expected);
  const Report clear = report_of("dfe co-leads c  ho co-leads c");
  EXPECT_EQ(basis_words(clear.findings.at(0), clear.graph), clear.findings.at(0).basis);
}

TEST(Words, ACopyForReleaseSaysHowMuchItLeavesOut) {
  Report report = report_of("dfe leads a");
  EXPECT_TRUE(release_words(report).empty());
  report.withheld = Withheld{};
  EXPECT_EQ(release_words(report),
            (std::vector<std::string>{
                "This copy is for release: it leaves out all notes and respondents.",
                "No row is marked above OFFICIAL, so none is left out."}));
  report.withheld = Withheld{0, 1, 0};
  EXPECT_EQ(release_words(report).at(1),
            "It leaves out one relation, for rows that are marked above OFFICIAL.");
}

}  // namespace
}  // namespace crosscut
