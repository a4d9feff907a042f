// The views around, ownership, forums, path and matrix: what they show, leave out and say.
#include <gtest/gtest.h>

#include <algorithm>

#include "crosscut/lens/chains.h"
#include "crosscut/lens/examine.h"
#include "crosscut/model/sketch.h"
#include "crosscut/write/matrix.h"
#include "crosscut/write/picture.h"

namespace crosscut {
namespace {

Report report_of(std::string_view text) { return examine(link(sketch(text), {}).graph, {}, {}); }

const Box* find_box(const Picture& picture, std::string_view id) {
  for (const Box& box : picture.boxes)
    if (box.id == id) return &box;
  return nullptr;
}

const Line* find_line(const Picture& picture, std::string_view from, std::string_view to) {
  for (const Line& line : picture.lines)
    if (line.from == from && line.to == to) return &line;
  return nullptr;
}

std::string all_notes(const Picture& picture) {
  std::string notes;
  for (const std::string& note : picture.notes) notes += note + " ";
  return notes;
}

// around

TEST(AroundPicture, WhatActsOnItStandsLeftAndWhatItActsOnRight) {
  const Report report = report_of(
      "defra leads land  land advances growth:mission  hmt leads growth  far depends-on growth  "
      "mhclg leads far");
  const EntityId land = *report.graph.find("land");
  const auto picture = around_picture(report, land, 1, {});
  ASSERT_TRUE(picture);
  EXPECT_EQ(picture->focus, "land");
  ASSERT_EQ(picture->boxes.size(), 3U);
  EXPECT_EQ(find_box(*picture, "defra")->column, 0);
  EXPECT_EQ(find_box(*picture, "land")->column, 1);
  EXPECT_EQ(find_box(*picture, "growth")->column, 2);
  EXPECT_EQ(find_line(*picture, "defra", "land")->role, LineRole::leads);
  EXPECT_EQ(picture->title, "Land is linked to 2 others");
}

TEST(AroundPicture, GoesAsManyStepsAsAsked) {
  const Report report = report_of(
      "defra leads land  land advances growth:mission  far depends-on growth  mhclg leads far");
  const EntityId land = *report.graph.find("land");
  const auto two = around_picture(report, land, 2, {});
  ASSERT_TRUE(two);
  EXPECT_NE(find_box(*two, "far"), nullptr);
  EXPECT_EQ(find_box(*two, "mhclg"), nullptr);
  EXPECT_TRUE(two->columns.empty());
  EXPECT_NE(find_box(*around_picture(report, land, 3, {}), "mhclg"), nullptr);
}

TEST(AroundPicture, DrawsOnlyTheKindsAskedForButAlwaysTheFocus) {
  const Report report = report_of("defra leads land  land advances growth:mission");
  PictureRequest request;
  request.only = KindSet{} | Kind::department;
  const auto picture = around_picture(report, *report.graph.find("land"), 1, request);
  ASSERT_TRUE(picture);
  EXPECT_EQ(picture->boxes.size(), 2U);
  EXPECT_NE(find_box(*picture, "land"), nullptr);
  EXPECT_NE(find_box(*picture, "defra"), nullptr);
}

TEST(AroundPicture, DrawsAsOneWhatIsLinkedInTheSameWayAndSaysSo) {
  std::string text = "hmt leads budget  hmt consulted-on rates  board:forum advances budget";
  for (int i = 0; i < 30; ++i) text += "  hmt funds plan-" + std::to_string(i) + ":programme";
  const Report report = report_of(text);
  const auto picture = around_picture(report, *report.graph.find("hmt"), 1, {});
  ASSERT_TRUE(picture);
  EXPECT_LE(picture->boxes.size(), report_page.boxes);
  const Box* group = find_box(*picture, "plan-0-and-others");
  ASSERT_NE(group, nullptr);
  EXPECT_EQ(group->name.front(), "30 programmes");
  for (const std::string_view name : {"Plan 0", "Plan 17", "Plan 29"})
    EXPECT_NE(group->sentence.find(name), std::string::npos) << name;
  EXPECT_EQ(find_box(*picture, "rates"), nullptr);
  EXPECT_NE(all_notes(*picture).find("drawn as one box"), std::string::npos);
  EXPECT_NE(all_notes(*picture).find("nor one thing linked in these ways alone"),
            std::string::npos);
}

TEST(AroundPicture, TheTitleCountsWhatIsNotDrawnToo) {
  std::string text = "hub:body under dft  hub delivers near";
  for (int i = 0; i < 40; ++i) text += "  part-" + std::to_string(i) + ":policy part-of hub";
  const Report report = report_of(text);
  const EntityId hub = *report.graph.find("hub");
  const auto rolled = around_picture(report, hub, 1, {});
  ASSERT_TRUE(rolled);
  EXPECT_EQ(rolled->boxes.size(), 2U);
  EXPECT_EQ(rolled->title, "Hub is linked to 41 others");
  EXPECT_TRUE(rolled->subtitle.starts_with("One relation drawn: ")) << rolled->subtitle;
  const auto some = around_picture(report, hub, 2, {.only = KindSet{} | Kind::policy});
  ASSERT_TRUE(some);
  EXPECT_EQ(some->title, "Hub is linked to 41 others within 2 steps, of the kinds asked for");
}

TEST(AroundPicture, CountsWhatIsFurtherAwayThanItWasRolledUpTo) {
  std::string text = "hub:body under dft  hub delivers near  near advances goal:mission";
  for (int i = 0; i < 40; ++i) text += "  part-" + std::to_string(i) + ":policy part-of hub";
  const Report report = report_of(text);
  for (std::size_t level = 0; level < 12; ++level) {
    const auto picture = around_picture(report, *report.graph.find("hub"), 2, {.level = level});
    if (!picture) continue;
    EXPECT_EQ(picture->title, "Hub is linked to 42 others within 2 steps");
    const std::string notes = all_notes(*picture);
    const auto at = notes.find("further away: ");
    EXPECT_TRUE(at == std::string::npos || notes.substr(at).starts_with("further away: one thing."))
        << notes;
  }
}

TEST(AroundPicture, SomethingWithoutLinksIsNoPicture) {
  const Report report = report_of("defra leads land  moj:department");
  EXPECT_FALSE(around_picture(report, *report.graph.find("moj"), 1, {}));
}

TEST(AroundPicture, ALineThatIsLessThan65PercentSureIsDotted) {
  const Report report = report_of("defra leads land ~0.5  land advances growth:mission");
  const auto picture = around_picture(report, *report.graph.find("land"), 1, {});
  EXPECT_TRUE(find_line(*picture, "defra", "land")->unsure);
  EXPECT_FALSE(find_line(*picture, "land", "growth")->unsure);
  EXPECT_EQ(find_line(*picture, "defra", "land")->sentence, "Defra leads Land (our reading).");
  EXPECT_EQ(picture->key.back(), "Dotted line: less than 65% sure.");
}

// ownership

TEST(OwnershipPicture, RivalLeadsAreOrange) {
  const Report report = report_of(
      "defra leads land  mhclg leads land  dft leads roads  land conflicts-with homes  mhclg leads "
      "homes");
  const auto picture = ownership_picture(report, std::nullopt, {});
  ASSERT_TRUE(picture);
  EXPECT_EQ(find_line(*picture, "defra", "land")->role, LineRole::rival_leads);
  EXPECT_EQ(find_line(*picture, "mhclg", "land")->role, LineRole::rival_leads);
  EXPECT_EQ(find_line(*picture, "land", "homes")->role, LineRole::conflicts_with);
  EXPECT_EQ(find_box(*picture, "roads"), nullptr);  // nothing is the matter with it
}

TEST(OwnershipPicture, OfOneItemShowsEveryPart) {
  const Report report = report_of(
      "defra leads land  hmt funds land  agency:body under defra  agency delivers land  land "
      "advances growth:mission");
  const auto picture = ownership_picture(report, report.graph.find("land"), {});
  ASSERT_TRUE(picture);
  EXPECT_EQ(picture->title, "Who has a part in Land");
  for (const std::string_view id : {"defra", "hmt", "agency", "land", "growth"})
    EXPECT_NE(find_box(*picture, id), nullptr) << id;
}

TEST(OwnershipPicture, OfADepartmentShowsOnlyItsOwn) {
  const Report report =
      report_of("defra leads land  mhclg leads land  dwp leads skills  dfe leads skills");
  const auto picture = ownership_picture(report, report.graph.find("dwp"), {});
  ASSERT_TRUE(picture);
  EXPECT_NE(find_box(*picture, "skills"), nullptr);
  EXPECT_EQ(find_box(*picture, "land"), nullptr);
}

TEST(OwnershipPicture, WithoutFindingsIsNoPicture) {
  EXPECT_FALSE(ownership_picture(report_of("defra leads land"), std::nullopt, {}));
}

// forums

constexpr std::string_view boards =
    "ho chairs streets-board:forum  moj member-of streets-board  police:body under ho  police "
    "member-of data-board:forum  dsit chairs data-board  ho leads hubs  dfe leads schools  hubs "
    "depends-on schools";

TEST(ForumsPicture, ShowsTheBoardThatWeDidNotFind) {
  const Report report = report_of(boards);
  const auto picture = forums_picture(report, std::nullopt, {});
  ASSERT_TRUE(picture);
  EXPECT_EQ(find_line(*picture, "ho", "streets-board")->role, LineRole::chairs);
  ASSERT_NE(find_box(*picture, "no-board-dfe-ho"), nullptr);
  EXPECT_EQ(find_box(*picture, "no-board-dfe-ho")->flag, "We found no shared board");
  EXPECT_EQ(find_line(*picture, "dfe", "no-board-dfe-ho")->role, LineRole::no_table);
  EXPECT_EQ(picture->subtitle, "Boards and who sits on them; members are known for 2 of 2 boards");
}

TEST(ForumsPicture, ABodyCountsForItsDepartmentAndTheTextSaysWhoSits) {
  const auto picture = forums_picture(report_of(boards), std::nullopt, {});
  const Line* line = find_line(*picture, "ho", "data-board");
  ASSERT_NE(line, nullptr);
  EXPECT_EQ(line->sentence, "Police sits on the Data board.");
}

TEST(ForumsPicture, OfADepartmentShowsItsBoardsAlone) {
  const Report report = report_of(boards);
  const auto picture = forums_picture(report, report.graph.find("dsit"), {});
  ASSERT_TRUE(picture);
  EXPECT_NE(find_box(*picture, "data-board"), nullptr);
  EXPECT_EQ(find_box(*picture, "streets-board"), nullptr);
  EXPECT_EQ(find_box(*picture, "no-board-dfe-ho"), nullptr);
}

TEST(ForumsPicture, ABodyInFocusHasItsOwnBoards) {
  const Report report = report_of(boards);
  const auto picture = forums_picture(report, report.graph.find("police"), {});
  ASSERT_TRUE(picture);
  EXPECT_EQ(picture->title, "Police sits on one board");
  EXPECT_NE(find_box(*picture, "data-board"), nullptr);
  EXPECT_EQ(find_box(*picture, "streets-board"), nullptr);
}

TEST(ForumsPicture, TitlesSayNoMoreThanTheMapHolds) {
  const Report gap = report_of(
      "defra leads a  mhclg leads b  a depends-on b  dft member-of roads-board:forum  dwp "
      "member-of "
      "roads-board");
  EXPECT_EQ(forums_picture(gap, std::nullopt, {})->title,
            "We found no board where Defra and Mhclg both sit");
  EXPECT_EQ(forums_picture(gap, gap.graph.find("dft"), {})->title, "Dft sits on one board");
  EXPECT_EQ(forums_picture(gap, gap.graph.find("roads-board"), {})->title,
            "Who sits on the Roads board");
  Dataset unlooked = sketch("defra leads a  mhclg leads b  a depends-on b  dft member-of x:forum");
  unlooked.maps[0].covers.clear();
  const Report weak = examine(link(unlooked, {}).graph, {}, {});
  const auto question = forums_picture(weak, weak.graph.find("defra"), {});
  ASSERT_TRUE(question);
  EXPECT_EQ(question->title, "Who may need a board");
  const Report tied = report_of("dft member-of board:forum  dwp member-of board");
  EXPECT_EQ(forums_picture(tied, std::nullopt, {})->title, "Who sits on which board");
}

TEST(ForumsPicture, TheSeatsOfLargeBoardsStandInWordsWhereLinesAreTooMany) {
  std::string text;
  for (const std::string_view board : {"one", "two", "three", "four", "five"})
    for (int i = 0; i < 10; ++i)
      text += "dep-" + std::to_string(i) + ":department member-of " + std::string(board) +
              (i < 9 ? ":forum  other-" + std::string(board) + ":body member-of " +
                           std::string(board) + "  "
                     : ":forum  ");
  const auto picture = forums_picture(report_of(text), std::nullopt, {});
  ASSERT_TRUE(picture);
  EXPECT_LE(picture->lines.size(), report_page.lines);
  EXPECT_NE(all_notes(*picture).find("stand in the box"), std::string::npos);
}

// path

TEST(PathPicture, DrawsEveryShortestChainStepByStep) {
  const Report report = report_of(
      "a depends-on b1  a depends-on b2  b1 depends-on c  b2 depends-on c ~0.7  dft leads a  hmt "
      "leads c");
  const EntityId a = *report.graph.find("a");
  const EntityId c = *report.graph.find("c");
  const auto chains = shortest_chains(report.graph, a, c, 20);
  const auto picture = path_picture(report, a, c, chains, false, {});
  ASSERT_TRUE(picture);
  EXPECT_EQ(picture->title, "A depends on C, in 2 steps");
  EXPECT_EQ(picture->subtitle, "2 shortest chains of needs and consents");
  EXPECT_EQ(picture->columns,
            (std::vector<std::string>{"What waits", "Step 1", "What it waits for"}));
  EXPECT_EQ(find_box(*picture, "b1")->column, 1);
  EXPECT_EQ(find_box(*picture, "b2")->column, 1);
  EXPECT_EQ(picture->lines.size(), 4U);
  EXPECT_TRUE(picture->notes.empty());  // nothing but the ends is on both
  EXPECT_FALSE(path_picture(report, c, a, shortest_chains(report.graph, c, a, 20), false, {}));
}

TEST(PathPicture, TitleIsAsSureAsTheBestChain) {
  const Report report = report_of("a depends-on b ~0.5  b depends-on c");
  const EntityId a = *report.graph.find("a");
  const EntityId c = *report.graph.find("c");
  const auto picture =
      path_picture(report, a, c, shortest_chains(report.graph, a, c, 20), false, {});
  EXPECT_EQ(picture->title, "A may depend on C, in 2 steps");
  EXPECT_TRUE(picture->notes.empty());
}

TEST(PathPicture, SaysWhenThereAreMoreChainsThanItWasGiven) {
  const Report report = report_of("a depends-on b  b depends-on c");
  const EntityId a = *report.graph.find("a");
  const EntityId c = *report.graph.find("c");
  const auto picture =
      path_picture(report, a, c, shortest_chains(report.graph, a, c, 20), true, {});
  EXPECT_EQ(picture->subtitle, "The first one shortest chain of needs and consents");
  EXPECT_EQ(all_notes(*picture), "More chains of the same length are not drawn. ");
}

// matrix

TEST(Matrix, ItsMarkingStaysWithoutItsTitle) {
  Dataset data = sketch("desnz leads grid  dwp leads training  grid depends-on training");
  data.relations[0].marking = "SECRET";
  const auto matrix = needs_matrix(examine(link(data, {}).graph, {}, {}));
  ASSERT_TRUE(matrix);
  for (const std::string& text :
       {write_matrix_svg(*matrix, false), write_matrix_dot(*matrix, false)})
    EXPECT_NE(text.find("SECRET"), std::string::npos);
}

TEST(Matrix, SaysWhoMeetsMostNeedsOnlyWhenOneDoes) {
  const auto tied = needs_matrix(report_of(
      "desnz leads grid  dwp leads training  grid depends-on training  training depends-on grid"));
  ASSERT_TRUE(tied);
  EXPECT_EQ(tied->title, "No department meets more than one of 2 needs on record");
}

TEST(Matrix, RowsRelyOnColumns) {
  const Report report = report_of(
      "ho member-of other  desnz leads grid  dwp leads training  dwp leads work  grid depends-on "
      "training  grid depends-on work");
  const auto matrix = needs_matrix(report);
  ASSERT_TRUE(matrix);
  ASSERT_EQ(matrix->rows.size(), 2U);
  EXPECT_EQ(matrix->rows[0].code, "DESNZ");
  EXPECT_EQ(matrix->at(0, 1).needs, 2U);
  EXPECT_EQ(matrix->at(1, 0).needs, 0U);
  EXPECT_TRUE(matrix->at(0, 1).gap);
  EXPECT_FALSE(matrix->at(1, 0).gap);
  EXPECT_EQ(matrix_as_text(*matrix),
            (std::vector<std::string>{
                "Desnz has 2 needs that rest with Dwp; we found no board where both sit."}));
  const std::string svg = write_matrix_svg(*matrix, true);
  EXPECT_NE(svg.find("role=\"img\""), std::string::npos);
  EXPECT_NE(svg.find(">▲2</text>"), std::string::npos);
  EXPECT_NE(svg.find("Of 2 needs on record, 2 rest with Dwp: the most"), std::string::npos);
  EXPECT_EQ(write_matrix_svg(*matrix, false).find("<text x=\"10.0\" y=\"26.0\""),
            std::string::npos);
  EXPECT_FALSE(needs_matrix(report_of("defra leads land")));
}

}  // namespace
}  // namespace crosscut
