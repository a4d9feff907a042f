// Every example on every card: the lens finds just what the card says, and nothing where it says
// so.
#include <gtest/gtest.h>

#include <algorithm>

#include "crosscut/lens/examine.h"
#include "crosscut/lens/lens.h"
#include "crosscut/lens/meetings.h"
#include "crosscut/model/sketch.h"

namespace crosscut {
namespace {

std::vector<std::string> headlines(const Lens& lens, std::string_view text) {
  const Linked linked = link(sketch(text), {});
  EXPECT_TRUE(std::none_of(linked.diagnostics.begin(), linked.diagnostics.end(),
                           [](const Diagnostic& d) { return d.level == Level::error; }))
      << text;
  const auto pairs = department_pairs(linked.graph);
  std::vector<std::string> result;
  for (const Finding& finding : lens.run({linked.graph, pairs})) {
    result.push_back(finding.headline);
    EXPECT_FALSE(finding.evidence.empty()) << finding.headline;
    EXPECT_FALSE(finding.flips.empty()) << finding.headline;
    EXPECT_TRUE(finding.action.ends_with('.')) << finding.action;
    EXPECT_GE(finding.flip_distance, 1U);
  }
  return result;
}

TEST(Lenses, EveryExampleOnTheCardsHolds) {
  for (const Lens& lens : all_lenses()) {
    for (const Example& example : lens.card->examples) {
      const auto found = headlines(lens, example.sketch);
      const std::vector<std::string> expected =
          example.headline.empty() ? std::vector<std::string>{}
                                   : std::vector<std::string>{std::string(example.headline)};
      EXPECT_EQ(found, expected) << lens.card->id << ": " << example.sketch;
    }
  }
}

TEST(Lenses, EveryCardIsCompleteAndShowsBothOutcomes) {
  for (const Lens& lens : all_lenses()) {
    const Card& card = *lens.card;
    for (const auto text :
         {card.id, card.singular, card.plural, card.family, card.question, card.matters,
          card.definition, card.advice, card.caveat, card.rule, card.source})
      EXPECT_FALSE(text.empty()) << card.id;
    const auto fires = [](const Example& e) { return !e.headline.empty(); };
    EXPECT_TRUE(std::any_of(card.examples.begin(), card.examples.end(), fires)) << card.id;
    EXPECT_FALSE(std::all_of(card.examples.begin(), card.examples.end(), fires)) << card.id;
    EXPECT_EQ(find_lens(card.id)->card, lens.card);
  }
}

Report report_of(std::string_view text) {
  Linked linked = link(sketch(text), {});
  return examine(std::move(linked.graph), std::move(linked.diagnostics), {});
}

const Finding* find(const Report& report, std::string_view id) {
  for (const Finding& finding : report.findings)
    if (finding_id(finding, report.graph) == id) return &finding;
  return nullptr;
}

TEST(NoLead, IsAQuestionWhereTheMapDidNotLook) {
  const Report report = report_of("covers nothing  dfe contributes-to hubs:programme");
  const Finding* finding = find(report, "no-lead:hubs");
  ASSERT_NE(finding, nullptr);
  EXPECT_TRUE(finding->is_question());
  EXPECT_DOUBLE_EQ(finding->confidence, 0.6);
}

TEST(NoLead, IsHighForAMissionWithThreeDepartments) {
  const Report report = report_of(
      "dfe contributes-to hubs:programme  ho contributes-to hubs  moj contributes-to hubs  hubs "
      "advances safety:mission  ho leads safety");
  ASSERT_NE(find(report, "no-lead:hubs"), nullptr);
  EXPECT_EQ(find(report, "no-lead:hubs")->severity, Severity::high);
}

TEST(SharedLead, RestsOnTheWeakerOfTheTwo) {
  const Report report = report_of("dwp leads guarantee ~0.9  dfe co-leads guarantee ~0.6");
  ASSERT_NE(find(report, "shared-lead:guarantee"), nullptr);
  EXPECT_DOUBLE_EQ(find(report, "shared-lead:guarantee")->confidence, 0.6);
}

TEST(SharedLead, ADevolvedGovernmentBesideTheUnitedKingdomIsTheSettlement) {
  EXPECT_EQ(find(report_of("desnz co-leads ssep  scotland:devolved-government co-leads ssep"),
                 "shared-lead:ssep"),
            nullptr);
}

TEST(SharedLead, CapacitiesAreKeptApart) {
  EXPECT_EQ(
      find(report_of("hmt leads nista  co leads nista as accounting-officer"), "shared-lead:nista"),
      nullptr);
}

TEST(CoordinationGap, CountsBodiesAndRolesForTheirDepartment) {
  constexpr std::string_view base =
      "ho member-of other  desnz leads jobs  skills-england:body under dwp  jobs depends-on "
      "skills-england  ";
  EXPECT_NE(find(report_of(base), "coordination-gap:desnz+dwp"), nullptr);
  EXPECT_EQ(
      find(report_of(std::string(base) + "minister:role under desnz  minister chairs board  "
                                         "skills-england member-of board  ho member-of other"),
           "coordination-gap:desnz+dwp"),
      nullptr);
}

TEST(CoordinationGap, IgnoresAForumThatSeatsEveryDepartment) {
  const Report report = report_of(
      "desnz leads jobs  dwp leads training  jobs depends-on training  desnz member-of cabinet  "
      "dwp member-of cabinet  ho member-of cabinet");
  EXPECT_NE(find(report, "coordination-gap:desnz+dwp"), nullptr);
}

TEST(CoordinationGap, SeverityFollowsTheNeeds) {
  constexpr std::string_view one = "ho member-of other  desnz leads a  dwp leads b  a depends-on b";
  EXPECT_EQ(find(report_of(one), "coordination-gap:desnz+dwp")->severity, Severity::low);
  EXPECT_EQ(find(report_of(std::string(one) + "  dwp leads c  c depends-on a"),
                 "coordination-gap:desnz+dwp")
                ->severity,
            Severity::medium);
  EXPECT_EQ(find(report_of(std::string(one) + "  dwp leads c  c depends-on a  a depends-on c"),
                 "coordination-gap:desnz+dwp")
                ->severity,
            Severity::high);
  EXPECT_EQ(
      find(report_of("ho member-of other  desnz leads a:mission  dwp leads b  a depends-on b"),
           "coordination-gap:desnz+dwp")
          ->severity,
      Severity::high);
}

/// With 4 that wait it is listed still, at Low.
TEST(Bottleneck, ConfidenceIsThatOfTheFourthStrongest) {
  const Report report = report_of(
      "dft leads a  dft leads b  dft leads c  mhclg leads d  mhclg leads e  a depends-on p:body "
      "~0.9  b depends-on p ~0.8  c depends-on p ~0.7  d depends-on p ~0.68  e depends-on p ~0.65");
  ASSERT_NE(find(report, "bottleneck:p"), nullptr);
  EXPECT_DOUBLE_EQ(find(report, "bottleneck:p")->confidence, 0.68);
}

TEST(Bottleneck, ADepartmentCountsOnlyForWhatItApproves) {
  EXPECT_EQ(find(report_of("dft leads a  dft leads b  dft leads c  mhclg leads d  mhclg leads e  a "
                           "depends-on hmt:department  b depends-on hmt  c depends-on hmt  d "
                           "depends-on hmt  e depends-on hmt"),
                 "bottleneck:hmt"),
            nullptr);
  EXPECT_NE(find(report_of("dft leads a  dft leads b  dft leads c  mhclg leads d  hmt approves a  "
                           "hmt approves b  hmt approves c  hmt approves d"),
                 "bottleneck:hmt"),
            nullptr);
}

TEST(Examine, SaysWhatTheMapHoldsNoRowOf) {
  const Report report = report_of("dft leads a");
  EXPECT_EQ(report.not_looked_for.size(), 2U);
  EXPECT_EQ(report.cards.size(), all_lenses().size());
}

}  // namespace
}  // namespace crosscut
