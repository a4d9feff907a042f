#include "crosscut/write/picture.h"

#include <gtest/gtest.h>

#include "crosscut/lens/examine.h"
#include "crosscut/model/sketch.h"
#include "crosscut/write/dot.h"
#include "crosscut/write/svg.h"

namespace crosscut {
namespace {

Report report_of(std::string_view text) { return examine(link(sketch(text), {}).graph, {}, {}); }

const Box* find_box(const Picture& picture, std::string_view id) {
  for (const Box& box : picture.boxes)
    if (box.id == id) return &box;
  return nullptr;
}

TEST(Wrap, FillsLinesOrEvensThem) {
  EXPECT_EQ(wrap_full("one two three four", 9),
            (std::vector<std::string>{"one two", "three", "four"}));
  EXPECT_EQ(wrap_even("Energy Security and Net Zero", 18),
            (std::vector<std::string>{"Energy Security", "and Net Zero"}));
  EXPECT_EQ(wrap_even("", 18), std::vector<std::string>{});
}

TEST(PrintScale, IsTheTighterOfTheTwo) {
  const Budget page{254, 127, 24, 40};  // 720 by 360 points
  EXPECT_DOUBLE_EQ(print_scale(720, 360, page), 1);
  EXPECT_DOUBLE_EQ(print_scale(1440, 360, page), 0.5);
  EXPECT_DOUBLE_EQ(print_scale(72, 720, page), 0.5);
  EXPECT_DOUBLE_EQ(print_scale(360, 90, page), 2);  // room to grow, as on a slide
}

TEST(DepartmentsPicture, AGapIsDrawnHoweverFewLinksThereAre) {
  const Report report = report_of(
      "ho member-of other  desnz leads jobs  dwp leads training  jobs depends-on training  "
      "defra leads land  mhclg leads homes  defra contributes-to homes  mhclg contributes-to land  "
      "defra consulted-on homes");
  for (std::size_t level = 0; level < 2; ++level) {
    const auto picture = departments_picture(report, {.level = level});
    ASSERT_TRUE(picture) << level;
    EXPECT_TRUE(std::any_of(picture->lines.begin(), picture->lines.end(), [](const Line& line) {
      return line.role == LineRole::gap && line.from == "desnz" && line.to == "dwp";
    }));
    EXPECT_NE(picture->title.find("we found no shared board"), std::string::npos);
  }
}

TEST(DepartmentsPicture, SaysWhatIsLeftOut) {
  const Report report = report_of(
      "defra leads land  mhclg leads homes  dft leads roads  defra contributes-to homes  mhclg "
      "contributes-to land  dft contributes-to land");
  const auto picture = departments_picture(report, {.level = 1});
  ASSERT_TRUE(picture);
  ASSERT_FALSE(picture->notes.empty());
  EXPECT_EQ(picture->notes.front(), "One pair with fewer than 2 links is not drawn.");
}

TEST(DepartmentsPicture, InitialsStandBesideANameThatTheyDoNotRepeat) {
  Dataset data = sketch("energy leads grid  homes leads towns  energy contributes-to towns");
  for (EntityRow& row : data.entities) {
    if (row.id == "energy") row.name = "Ministry of Energy", row.aliases = {"Energy"};
    if (row.id == "homes") row.name = "Department for Housing";
  }
  const auto picture = departments_picture(examine(link(data, {}).graph, {}, {}), {});
  ASSERT_TRUE(picture);
  EXPECT_EQ(find_box(*picture, "energy")->second, "one link");
  EXPECT_EQ(find_box(*picture, "homes")->second, "HOMES · one link");
}

TEST(DepartmentsPicture, SeveralPairsMayHaveTheMostLinks) {
  const Report report =
      report_of("defra leads a  mhclg contributes-to a  dft leads b  dwp contributes-to b");
  EXPECT_EQ(departments_picture(report, {})->title,
            "2 pairs of departments have the most links, 1 each");
}

TEST(DepartmentsPicture, NothingToShowIsNoPicture) {
  EXPECT_FALSE(departments_picture(report_of("defra leads land"), {}));
}

constexpr std::string_view mission_map =
    "dfe leads opportunity:mission  hubs:programme advances opportunity  dfe contributes-to hubs  "
    "ho contributes-to hubs  "
    "dfe leads schools  schools advances opportunity  dwp leads work  work advances opportunity  "
    "dwp leads skills  skills advances opportunity";

TEST(MissionPicture, FlagsWorkWithoutALead) {
  const Report report = report_of(mission_map);
  const auto picture = mission_picture(report, *report.graph.find("opportunity"), {.level = 0});
  ASSERT_TRUE(picture);
  ASSERT_NE(find_box(*picture, "hubs"), nullptr);
  EXPECT_EQ(find_box(*picture, "hubs")->flag, "We found no lead");
  EXPECT_EQ(find_box(*picture, "schools")->flag, "");
  EXPECT_EQ(picture->title, "We found no lead for Hubs, which this mission counts on");
}

TEST(MissionPicture, RollsUpByLeadAndNeverTheFinding) {
  const Report report = report_of(mission_map);
  const EntityId mission = *report.graph.find("opportunity");
  const auto rolled = mission_picture(report, mission, {.level = 1});
  ASSERT_TRUE(rolled);
  EXPECT_EQ(find_box(*rolled, "work"), nullptr);
  ASSERT_NE(find_box(*rolled, "work-of-dwp"), nullptr);
  EXPECT_EQ(find_box(*rolled, "work-of-dwp")->name.front(), "2 policies");
  EXPECT_NE(find_box(*rolled, "hubs"), nullptr);
  for (std::size_t level = 2;
       const auto picture = mission_picture(report, mission, {.level = level}); ++level) {
    EXPECT_NE(find_box(*picture, "hubs"), nullptr) << level;
    ASSERT_LT(level, 20U);
  }
}

TEST(MissionPicture, TitleIsAsSureAsTheLeadOnRecord) {
  const auto title = [](std::string_view text) {
    const Report report = report_of(text);
    return mission_picture(report, *report.graph.find("m"), {.level = 0})->title;
  };
  EXPECT_EQ(title("dfe leads m:mission  ho leads a  a advances m").substr(0, 9), "Dfe leads");
  EXPECT_EQ(title("dfe leads m:mission ~0.7  ho leads a  a advances m").substr(0, 19),
            "Dfe appears to lead");
  EXPECT_EQ(title("dfe leads m:mission ~0.6  ho leads a  a advances m").substr(0, 12),
            "Dfe may lead");
  EXPECT_EQ(title("m:mission under dfe  ho leads a  a advances m"),
            "We found no stated lead for ‘M’");
}

TEST(MissionPicture, APresumedLeadIsNoLeadAndAGuessIsDotted) {
  std::string text = "hmt leads growth:mission";
  for (int i = 0; i < 30; ++i) {
    const std::string plan = "plan-" + std::to_string(i);
    text += "  " + plan + ":policy under dft:department  " + plan + " advances growth ~0.5";
  }
  const Report report = report_of(text);
  const auto picture = mission_picture(report, *report.graph.find("growth"), {});
  ASSERT_TRUE(picture);
  EXPECT_EQ(find_box(*picture, "dft"), nullptr);
  EXPECT_EQ(picture->title,
            "Hmt leads the mission; we found nobody else who leads work towards it");
  std::size_t dotted = 0;
  for (const Line& line : picture->lines) {
    EXPECT_EQ(line.unsure, line.role == LineRole::advances) << line.sentence;
    dotted += line.unsure ? 1U : 0U;
  }
  EXPECT_GT(dotted, 0U);
}

TEST(BottleneckPicture, OnlyTheKindsAskedForStandInABoxOfSeveral) {
  std::string text;
  for (int i = 0; i < 30; ++i)
    for (const std::string kind : {"fund", "policy"}) {
      const std::string item = kind + "-" + std::to_string(i);
      text += item + ":" + kind + " depends-on hub:body  dft leads " + item + "  ";
    }
  const Report report = report_of(text);
  const auto picture =
      bottleneck_picture(report, *report.graph.find("hub"), {.only = KindSet{} | Kind::policy});
  ASSERT_TRUE(picture);
  ASSERT_EQ(picture->boxes.size(), 2U);
  const Box* group = find_box(*picture, "waiting-policy-dft");
  ASSERT_NE(group, nullptr);
  EXPECT_EQ(group->name.front(), "30 policies");
}

TEST(BottleneckPicture, AMissionThatWaitsHidesNothingOfItsOwner) {
  std::string text = "all:mission depends-on hub:body  dft leads all  ";
  for (int i = 0; i < 40; ++i) {
    const std::string item = "plan-" + std::to_string(i);
    text += item + " depends-on hub  dft leads " + item + "  ";
  }
  const Report report = report_of(text);
  const auto picture = bottleneck_picture(report, *report.graph.find("hub"), {});
  ASSERT_TRUE(picture);
  ASSERT_NE(find_box(*picture, "waiting-dft"), nullptr);
  EXPECT_EQ(find_box(*picture, "waiting-dft")->name.front(), "40 policies");
  for (const Line& line : picture->lines) EXPECT_NE(find_box(*picture, line.to), nullptr);
}

TEST(BottleneckPicture, AGuessIsDotted) {
  const Report report = report_of("dft leads roads  roads depends-on survey ~0.5");
  const auto picture = bottleneck_picture(report, *report.graph.find("survey"), {});
  ASSERT_TRUE(picture);
  ASSERT_EQ(picture->lines.size(), 1U);
  EXPECT_TRUE(picture->lines.front().unsure);
}

TEST(BottleneckPicture, ShowsWhatWaitsAndWhatIsBehindIt) {
  const Report report = report_of(
      "planners:body under mhclg  a depends-on planners  b depends-on planners  dft leads a  "
      "dft leads b  planners approves c  defra leads c  a advances growth:mission  hmt leads "
      "growth");
  const EntityId planners = *report.graph.find("planners");
  const auto picture = bottleneck_picture(report, planners, {.level = 0});
  ASSERT_TRUE(picture);
  EXPECT_EQ(picture->title, "If Planners stops, 3 items and one mission may wait");
  for (const std::string_view id : {"mhclg", "planners", "a", "b", "c", "growth"})
    EXPECT_NE(find_box(*picture, id), nullptr) << id;
  const auto line_to = [&](std::string_view id) {
    return std::find_if(picture->lines.begin(), picture->lines.end(),
                        [&](const Line& line) { return line.from == "planners" && line.to == id; });
  };
  EXPECT_EQ(line_to("a")->role, LineRole::needed_by);
  EXPECT_EQ(line_to("c")->role, LineRole::approves);
  const auto rolled = bottleneck_picture(report, planners, {.level = 1});
  ASSERT_TRUE(rolled);
  ASSERT_NE(find_box(*rolled, "waiting-dft"), nullptr);
  EXPECT_EQ(find_box(*rolled, "waiting-dft")->name.front(), "2 policies");
  EXPECT_FALSE(bottleneck_picture(report, planners, {.level = 2}));
  EXPECT_FALSE(bottleneck_picture(report, *report.graph.find("hmt"), {.level = 0}));
}

TEST(Dot, EscapesNamesAndRepeats) {
  Picture picture;
  picture.id = "p";
  picture.title = "A < B & \"C\"";
  Box box;
  box.id = "quote\"d";
  box.name = {"R&D <x>"};
  picture.boxes.push_back(box);
  const std::string dot = write_dot(picture);
  EXPECT_NE(dot.find("A &lt; B &amp; &quot;C&quot;"), std::string::npos);
  EXPECT_NE(dot.find("R&amp;D &lt;x&gt;"), std::string::npos);
  EXPECT_NE(dot.find("\"quote\\\"d\""), std::string::npos);
  EXPECT_EQ(dot, write_dot(picture));
  EXPECT_EQ(write_dot(picture, {false}).find("A &lt; B"), std::string::npos);
}

TEST(Svg, IsNamedDescribedAndWithoutSize) {
  Picture picture;
  picture.id = "p";
  picture.title = "Title & more";
  picture.subtitle = "What is counted";
  Box box;
  box.id = "a";
  box.sentence = "A is a body.";
  picture.boxes.push_back(box);
  const std::string svg = rewrite_svg(
      R"(<?xml version="1.0"?><!-- c --><svg width="9pt" height="9pt" viewBox="0 0 9 9"><g id="p-n-a" class="node"><title>a</title><text font-family="Arial">A</text></g><g id="other"><title>x</title></g></svg>)",
      picture);
  EXPECT_TRUE(
      svg.starts_with("<svg viewBox=\"0 0 9 9\" role=\"img\" aria-labelledby=\"p-title "
                      "p-desc\"><title id=\"p-title\">Title &amp; more</title>"))
      << svg;
  EXPECT_NE(svg.find("<title>A is a body.</title>"), std::string::npos);
  EXPECT_EQ(svg.find("<title>x</title>"), std::string::npos);
  EXPECT_EQ(svg.find("width="), std::string::npos);
  EXPECT_NE(svg.find("font-family=\"Arial, Helvetica, sans-serif\""), std::string::npos);
}

}  // namespace
}  // namespace crosscut
