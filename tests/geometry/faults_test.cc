// Each fault on a picture that shows it and no other, and pictures that show none.
#include "geometry/faults.h"

#include <gtest/gtest.h>

#include "geometry/checks.h"

namespace crosscut::geometry {
namespace {

Box box_of(const std::string& id, Kind kind = Kind::policy, const std::string& flag = "") {
  Box box;
  box.id = id;
  box.kind = kind;
  box.flag = flag;
  return box;
}

Line line_of(const std::string& from, const std::string& to, LineRole role = LineRole::leads,
             std::size_t count = 0) {
  return {from + "-" + to, from, to, role, count, ""};
}

/// What a test draws: statements of DOT after the usual settings, then the boxes and lines.
struct Case {
  std::string dot;
  std::vector<Box> boxes;
  std::vector<Line> lines;
  Budget budget = a4_page;

  Picture picture() const {
    Picture result;
    result.id = "p";
    result.boxes = boxes;
    result.lines = lines;
    return result;
  }
  Drawing drawing() const {
    std::string text =
        "digraph p { graph [fontname=Arial pad=0.15 outputorder=edgesfirst bgcolor=\"#FFFFFF\"]\n"
        "node [shape=box style=filled fillcolor=\"#FFFFFF\" fontname=Arial fontsize=11]\n"
        "edge [fontname=Arial fontsize=9]\n" +
        dot;
    for (const Box& box : boxes) text += "\n" + box.id;
    for (const Line& line : lines)
      text += "\n" + line.from + " -> " + line.to + " [id=\"p-" + line.id + "\"]";
    DrawResult result = draw(text + "}", {ImageFormat::json});
    if (!result.drawing) throw std::runtime_error(result.failure);
    return *result.drawing;
  }
  Layout layout() const { return read_layout(drawing().images.at(ImageFormat::json)); }
};

std::string kinds_of(const std::vector<Fault>& faults) {
  std::string kinds;
  for (const Fault& fault : faults)
    kinds += std::string(kinds.empty() ? "" : " ") + std::string(name_of(fault.kind));
  return kinds;
}

std::string kinds_of(const Case& made) {
  return kinds_of(faults_of(made.drawing(), made.picture(), made.budget));
}

const std::vector<Box> abc = {box_of("a"), box_of("b"), box_of("c")};

TEST(Faults, ACleanPictureHasNone) {
  EXPECT_EQ(kinds_of(Case{"", abc, {line_of("a", "b"), line_of("b", "c"), line_of("a", "c")}}), "");
  EXPECT_EQ(kinds_of(Case{"subgraph cluster_page { label=\"A title\" pencolor=\"#FFFFFF\" a b c }\n"
                          "b [penwidth=3 color=\"#B84300\"] c [style=\"filled,rounded\"]",
                          abc,
                          {line_of("a", "b"), line_of("b", "c")}}),
            "");
}

TEST(Faults, EveryShapeOfTheThemeIsClean) {
  for (const char* shape : {"box", "box peripheries=2", "ellipse", "hexagon", "octagon", "note",
                            "component", "cylinder", "tab", "box3d"})
    EXPECT_EQ(kinds_of(Case{"node [shape=" + std::string(shape) + "] graph [rankdir=LR]\n" +
                                "a [label=\"Planning Inspectorate\\nBody\"] {a b c}",
                            abc,
                            {line_of("a", "b"), line_of("a", "c")}}),
              "")
        << shape;
}

TEST(Faults, InvisibleThingsAreNotThere) {
  EXPECT_EQ(kinds_of(Case{"x [style=invis] a -> x -> c [style=invis]", abc, {}}), "");
}

TEST(Faults, BoxOnBox) {
  // The teeth of a component stand out by 4 points, of which Graphviz knows nothing.
  EXPECT_EQ(kinds_of(Case{"nodesep=0.02 b [shape=component] {a -> b [style=invis] rank=same}",
                          {box_of("a"), box_of("b")},
                          {}}),
            "box-on-box");
}

TEST(Faults, OffPage) {
  EXPECT_EQ(kinds_of(Case{"pad=0 a [shape=component]", {box_of("a")}, {}}), "off-page");
}

TEST(Faults, LineThroughBox) {
  const std::vector<Line> lines = {line_of("a", "b"), line_of("b", "c"), line_of("a", "c")};
  EXPECT_EQ(kinds_of(Case{"b [width=3]", abc, lines}), "");
  const Case made{"splines=line b [width=3]", abc, lines};
  const std::vector<Fault> faults = faults_of(made.drawing(), made.picture(), a4_page);
  EXPECT_EQ(kinds_of(faults), "line-through-box");
  ASSERT_EQ(faults.size(), 1U);
  EXPECT_EQ(faults[0].first, "p-a-c");
  EXPECT_EQ(faults[0].second, "b");
  EXPECT_NEAR(faults[0].amount, 18.5, 0.6);  // through the middle of a box 36 points high
}

TEST(Faults, ALineBesideAnEllipseIsNotThroughIt) {
  const Case made{"a b [shape=ellipse width=2 height=1]", abc, {line_of("a", "c")}};
  Layout layout = made.layout();
  const Rectangle around_b = around(layout.boxes[1].outline);
  Path& path = layout.lines[0].strokes[0].path;
  layout.lines[0].heads.clear();
  std::vector<Fault> faults;
  path = {{around_b.left, around_b.top - 6}, {around_b.left + 6, around_b.top}};  // over a corner
  check_places(layout, faults);
  EXPECT_EQ(kinds_of(faults), "");
  path = {{around_b.left, around_b.bottom}, {around_b.right, around_b.top}};
  check_places(layout, faults);
  EXPECT_EQ(kinds_of(faults), "line-through-box");
}

TEST(Faults, LinesMerged) {
  const Case made{"", abc, {line_of("a", "c"), line_of("b", "c")}};
  Layout layout = made.layout();
  std::vector<Fault> faults;
  const auto shift = [&](double by) {
    layout.lines[1].strokes[0].path = layout.lines[0].strokes[0].path;
    for (Point& p : layout.lines[1].strokes[0].path) p.x += by;
    layout.lines[0].heads.clear();
    layout.lines[1].heads.clear();
    faults.clear();
    check_places(layout, faults);
    return kinds_of(faults);
  };
  EXPECT_EQ(shift(0.5), "");  // they look the same and share an end: a fork
  layout.lines[0].strokes[0].style = "dashed";
  EXPECT_EQ(shift(0.5), "lines-merged");
  EXPECT_EQ(shift(2), "");
  layout.lines[0].strokes[0].style = "solid";
  layout.lines[0].to = layout.boxes.size();  // no end in common
  EXPECT_EQ(shift(0.5), "lines-merged");
}

TEST(Faults, HeadHidden) {
  const Case made{"", abc, {line_of("a", "b")}};
  Layout layout = made.layout();
  for (Point& p : layout.lines[0].heads[0].path) p.y -= 3;
  std::vector<Fault> faults;
  check_places(layout, faults);
  EXPECT_EQ(kinds_of(faults), "");
  for (Point& p : layout.lines[0].heads[0].path) p.y -= 2;
  check_places(layout, faults);
  EXPECT_EQ(kinds_of(faults), "head-hidden");
}

TEST(Faults, HeadOnHead) {
  const std::vector<Box> boxes = {box_of("a"), box_of("b"), box_of("c")};
  Case made{"a -> c:n [id=\"p-a-c\"] b -> c:n [id=\"p-b-c\" color=\"#B84300\"]", boxes, {}};
  Picture picture = made.picture();
  picture.lines = {line_of("a", "c"), line_of("b", "c")};
  EXPECT_EQ(kinds_of(faults_of(made.drawing(), picture, a4_page)), "head-on-head");
  made.dot = "a -> c:n [id=\"p-a-c\"] b -> c:s [id=\"p-b-c\" color=\"#B84300\"]";
  EXPECT_EQ(kinds_of(faults_of(made.drawing(), picture, a4_page)), "");
}

TEST(Faults, TextOutsideShape) {
  const std::string small = "a [fixedsize=shape height=0.5 label=\"Ministry of Justice\" ";
  EXPECT_EQ(kinds_of(Case{small + "width=1]", {box_of("a")}, {}}), "text-outside-shape");
  EXPECT_EQ(kinds_of(Case{small + "width=1.5]", {box_of("a")}, {}}), "");
  // Within the rectangle round an octagon but over one of its corners.
  const std::string corner =
      "a [fixedsize=shape width=2 height=0.7 shape=octagon label=<<FONT POINT-SIZE=\"24\">MMMMMM"
      "</FONT>>]";
  EXPECT_EQ(kinds_of(Case{corner, {box_of("a")}, {}}), "");
  const std::string low =
      "a [fixedsize=shape width=2 height=0.7 shape=octagon label=<MMMMMMMMMMMM<BR/>M<BR/>"
      "MMMMMMMMMMMM>]";
  EXPECT_EQ(kinds_of(Case{low, {box_of("a")}, {}}), "text-outside-shape text-outside-shape");
}

TEST(Faults, TextOverTheLidOfACylinder) {
  EXPECT_EQ(kinds_of(Case{"a [shape=cylinder fixedsize=shape height=0.42 width=1 "
                          "label=\"one\\ntwo\"]",
                          {box_of("a")},
                          {}}),
            "text-outside-shape");
}

constexpr const char* headings =
    "h [shape=plaintext style=\"\" label=\"Who leads\"] k [shape=plaintext style=\"\" label=Work]";

void move(Words& words, Point to) {
  const Point from = words.ink.centre();
  words.ink.left += to.x - from.x;
  words.ink.right += to.x - from.x;
  words.ink.bottom += to.y - from.y;
  words.ink.top += to.y - from.y;
}

TEST(Faults, TextOnText) {
  const Case made{headings, {box_of("a")}, {}};
  EXPECT_EQ(kinds_of(made), "");
  Layout layout = made.layout();
  const Rectangle ink = layout.boxes[0].words[0].ink;
  move(layout.boxes[1].words[0], {ink.right, ink.centre().y});
  std::vector<Fault> faults;
  check_words(layout, faults);
  EXPECT_EQ(kinds_of(faults), "text-on-text");
}

TEST(Faults, HeadingUnderABox) {
  const Case made{headings, {box_of("a")}, {}};
  Layout layout = made.layout();
  layout.boxes[0].outline = layout.boxes[2].outline;
  ASSERT_TRUE(layout.boxes[0].heading && !layout.boxes[2].heading);
  std::vector<Fault> faults;
  check_places(layout, faults);
  EXPECT_EQ(kinds_of(faults), "box-on-box");
}

TEST(Faults, HeadingUnderALine) {
  const std::vector<Box> boxes = {box_of("a"), box_of("b")};
  EXPECT_EQ(kinds_of(Case{"splines=line h [shape=plaintext style=\"\" label=\"A heading as wide as "
                          "that\"] a -> h -> b [style=invis]",
                          boxes,
                          {line_of("a", "b")}}),
            "line-on-heading");
  EXPECT_EQ(kinds_of(Case{"a subgraph cluster_x { label=Group b }", boxes, {line_of("a", "b")}}),
            "line-on-heading");
}

/// Two lines side by side, each with its number right of it.
Case numbered() {
  return {
      "graph [ranksep=1] edge [fontsize=9]\n"
      "a -> b [id=\"p-a-b\" xlabel=7] c -> d [id=\"p-c-d\" xlabel=8]",
      {box_of("a"), box_of("b"), box_of("c"), box_of("d")},
      {}};
}

/// The faults with the number of the first line moved there.
std::string after_move(Layout layout, Point to) {
  move(layout.lines[0].number[0], to);
  std::vector<Fault> faults;
  check_words(layout, faults);
  return kinds_of(faults);
}

Point middle(const DrawnLine& line) { return around(line.strokes[0].path).centre(); }

TEST(Faults, Numbers) {
  const Layout layout = numbered().layout();
  ASSERT_EQ(layout.lines.size(), 2U);
  const Point own = middle(layout.lines[0]);
  const Point other = middle(layout.lines[1]);
  EXPECT_EQ(after_move(layout, {own.x - 6, own.y}), "");
  EXPECT_EQ(after_move(layout, {own.x - 25, own.y}), "number-astray");
  EXPECT_EQ(after_move(layout, {other.x + 6, own.y}), "number-astray");
  const Rectangle tail = around(layout.boxes[0].outline);
  EXPECT_EQ(after_move(layout, {tail.left + 5, tail.bottom + 1}), "number-on-box number-astray");
  EXPECT_EQ(after_move(layout, own), "line-on-number");  // no ground, so its own line shows

  Layout grounded = layout;
  grounded.lines[0].number_on_ground = true;
  EXPECT_EQ(after_move(grounded, own), "");
  grounded.lines[1].number.clear();
  grounded.lines[1].strokes[0].path = {{own.x - 20, own.y}, {own.x + 20, own.y}};
  EXPECT_EQ(after_move(grounded, own), "line-on-number");
  EXPECT_EQ(after_move(layout, layout.lines[1].number[0].ink.centre()),
            "number-on-number number-astray");
}

TEST(Faults, ANumberThatHasNoRoom) {
  Case made = numbered();
  made.dot = "graph [ranksep=0.02] edge [dir=none]\na -> b [id=\"p-a-b\" xlabel=7]";
  made.boxes = {box_of("a"), box_of("b")};
  made.lines = {};
  Picture picture = made.picture();
  picture.lines = {line_of("a", "b", LineRole::links, 7)};
  const std::string kinds = kinds_of(faults_of(made.drawing(), picture, a4_page));
  EXPECT_NE(kinds.find("number-on-box"), std::string::npos) << kinds;
}

TEST(Faults, SmallText) {
  EXPECT_EQ(kinds_of(Case{"a [fontsize=7]", {box_of("a")}, {}}), "small-text");
  Case made{"a [width=8]", {box_of("a")}, {}};
  EXPECT_EQ(kinds_of(made), "");
  made.budget.width_mm = 130;  // half a page: 11 points print at 7
  EXPECT_EQ(kinds_of(made), "small-text");
}

TEST(Faults, MissingAndExtra) {
  EXPECT_EQ(kinds_of(Case{"a b", {box_of("a")}, {}}), "box-extra");
  EXPECT_EQ(kinds_of(Case{"a -> b [id=x]", {box_of("a"), box_of("b")}, {}}), "line-extra");
  Case made{"", abc, {line_of("a", "b")}};
  const Drawing drawing = made.drawing();
  made.lines.push_back(line_of("b", "c"));
  EXPECT_EQ(kinds_of(faults_of(drawing, made.picture(), a4_page)), "line-missing");
  made.lines.pop_back();
  made.boxes.push_back(box_of("d"));
  EXPECT_EQ(kinds_of(faults_of(drawing, made.picture(), a4_page)), "box-missing");
}

TEST(Faults, OverBudget) {
  Case made{"", abc, {line_of("a", "b"), line_of("b", "c")}};
  made.budget.boxes = 2;
  EXPECT_EQ(kinds_of(made), "over-budget");
  made.budget = a4_page;
  made.budget.lines = 1;
  EXPECT_EQ(kinds_of(made), "over-budget");
}

TEST(Faults, WhatGraphvizSaysAndGivesUp) {
  EXPECT_EQ(kinds_of(Case{"a [shape=dodecapus]", {box_of("a")}, {}}), "warning");
  const Case made{"a", {box_of("a")}, {}};
  Drawing drawing = made.drawing();
  drawing.step = DrawStep::no_numbers;
  EXPECT_EQ(kinds_of(faults_of(drawing, made.picture(), a4_page)), "gave-up");
}

TEST(Faults, HeavyFile) {
  const Case made{"a", {box_of("a")}, {}};
  Drawing drawing = made.drawing();
  drawing.images[ImageFormat::svg] = std::string(150'000, 'x');
  drawing.images[ImageFormat::png] = std::string(300'000, 'x');
  EXPECT_EQ(kinds_of(faults_of(drawing, made.picture(), a4_page)), "");
  drawing.images[ImageFormat::svg] += "x";
  EXPECT_EQ(kinds_of(faults_of(drawing, made.picture(), a4_page)), "heavy-file");
  drawing.images[ImageFormat::svg].pop_back();
  drawing.images[ImageFormat::png] += "x";
  EXPECT_EQ(kinds_of(faults_of(drawing, made.picture(), a4_page)), "heavy-file");
}

TEST(Faults, FaintText) {
  EXPECT_EQ(kinds_of(Case{"a [fontcolor=\"#767676\"]", {box_of("a")}, {}}), "");
  EXPECT_EQ(kinds_of(Case{"a [fontcolor=\"#808080\"]", {box_of("a")}, {}}), "faint-text");
  EXPECT_EQ(kinds_of(Case{"a [fillcolor=\"#12436D\"]", {box_of("a")}, {}}), "faint-text");
  EXPECT_EQ(kinds_of(Case{"a [fillcolor=\"#12436D\" fontcolor=\"#FFFFFF\"]", {box_of("a")}, {}}),
            "");
  EXPECT_EQ(kinds_of(Case{
                "subgraph cluster_x { bgcolor=\"#12436D\" label=\"Row\" a }", {box_of("a")}, {}}),
            "faint-text");
}

TEST(Faults, FaintLine) {
  const std::vector<Box> boxes = {box_of("a"), box_of("b")};
  const auto with = [&](const std::string& colour) {
    return kinds_of(Case{"edge [color=\"" + colour + "\"]", boxes, {line_of("a", "b")}});
  };
  EXPECT_EQ(with("#949494"), "");
  EXPECT_EQ(with("#999999"), "faint-line");
  EXPECT_EQ(with("#12436D66"), "faint-line");      // see-through
  EXPECT_EQ(with("#12436D:#FFFFFF:#12436D"), "");  // a double line with its light middle
  EXPECT_EQ(with("#CCCCCC:#FFFFFF:#CCCCCC"), "faint-line");
  EXPECT_EQ(kinds_of(Case{"subgraph cluster_x { bgcolor=\"#555555\" fontcolor=\"#FFFFFF\" a b }"
                          "edge [color=\"#3D3D3D\"] node [color=\"#FFFFFF\"]",
                          boxes,
                          {line_of("a", "b")}}),
            "faint-line");
}

TEST(Faults, FaintOutline) {
  EXPECT_EQ(kinds_of(Case{"a [color=\"#AAAAAA\"]", {box_of("a")}, {}}), "faint-outline");
  EXPECT_EQ(
      kinds_of(Case{
          "a [color=\"#12436D\" fillcolor=\"#12436D\" fontcolor=\"#FFFFFF\"]", {box_of("a")}, {}}),
      "");  // solid
  EXPECT_EQ(kinds_of(Case{"a [color=\"#909090\" fillcolor=\"#DDDDDD\"]", {box_of("a")}, {}}),
            "faint-outline");  // against its own fill
}

TEST(Faults, LinesSameInGrey) {
  Case made{"", abc, {line_of("a", "b", LineRole::links), line_of("b", "c", LineRole::few_links)}};
  EXPECT_EQ(kinds_of(made), "same-in-grey");
  made.lines[0].count = made.lines[1].count = 4;  // numbers tell them apart
  EXPECT_EQ(kinds_of(made), "");
  made.lines = {line_of("a", "b", LineRole::leads), line_of("b", "c", LineRole::co_leads)};
  EXPECT_EQ(kinds_of(made), "");
}

TEST(Faults, KindsSameInGrey) {
  const std::string labels = "a [label=\"▲ Two leads\"] b [label=\"▲ No lead\"]";
  Case made{
      labels,
      {box_of("a", Kind::mission, "Two leads"), box_of("b", Kind::devolved_government, "No lead")},
      {}};
  EXPECT_EQ(kinds_of(made), "same-in-grey");  // both have two outlines and the finding's tint
  made.boxes[0].second = "Mission · DfE";
  EXPECT_EQ(kinds_of(made), "");
  made.boxes[0] = box_of("a", Kind::mission);  // solid
  EXPECT_EQ(kinds_of(made), "");
}

TEST(Faults, FindingsWithoutTheirSign) {
  EXPECT_EQ(kinds_of(Case{"a", {box_of("a", Kind::policy, "No lead")}, {}}), "same-in-grey");
  Case made{"", abc, {line_of("a", "b", LineRole::gap, 2)}};
  EXPECT_EQ(kinds_of(made), "same-in-grey");
  made.dot = "edge [xlabel=\"▲ 2\"]";
  EXPECT_EQ(kinds_of(made), "");
}

TEST(Faults, AreToldInWords) {
  EXPECT_EQ(in_words({FaultKind::line_through_box, "p-a-c", "b", 4.25}),
            "line-through-box: p-a-c, b (4.2)");
  EXPECT_EQ(in_words({FaultKind::off_page, "a", "", 3}), "off-page: a (3.0)");
  for (std::size_t i = 0; i < fault_kind_count; ++i)
    EXPECT_FALSE(name_of(static_cast<FaultKind>(i)).empty()) << i;
}

}  // namespace
}  // namespace crosscut::geometry
