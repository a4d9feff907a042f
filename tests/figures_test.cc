// Every figure of the UK maps, measured on Graphviz's own geometry: within budget, readable in
// print, no box on another, nothing outside the page.
#include <gtest/gtest.h>

#include <filesystem>
#include <nlohmann/json.hpp>

#include "crosscut/cli/figures.h"
#include "crosscut/lens/examine.h"
#include "crosscut/read/join.h"

namespace crosscut {
namespace {

struct Rectangle {
  std::string name;
  double left, bottom, right, top;
};

/// Boxes of a drawing from -Tjson, in points: what each node's shape covers.
std::vector<Rectangle> boxes_of(const std::string& json) {
  std::vector<Rectangle> boxes;
  const auto drawing = nlohmann::json::parse(json);
  for (const auto& object : drawing.at("objects")) {
    if (object.contains("nodes") || !object.contains("_draw_")) continue;  // the page, headings
    Rectangle box{object.at("name"), 1e9, 1e9, -1e9, -1e9};
    const auto cover = [&](double x, double y) {
      box = {box.name, std::min(box.left, x), std::min(box.bottom, y), std::max(box.right, x),
             std::max(box.top, y)};
    };
    for (const auto& operation : object.at("_draw_")) {
      if (operation.contains("points"))
        for (const auto& point : operation.at("points")) cover(point.at(0), point.at(1));
      if (!operation.contains("rect")) continue;  // an ellipse: centre and half axes
      const std::vector<double> r = operation.at("rect");
      cover(r[0] - r[2], r[1] - r[3]);
      cover(r[0] + r[2], r[1] + r[3]);
    }
    boxes.push_back(box);
  }
  return boxes;
}

bool overlap(const Rectangle& a, const Rectangle& b) {
  return a.left < b.right - 0.5 && b.left < a.right - 0.5 && a.bottom < b.top - 0.5 &&
         b.bottom < a.top - 0.5;
}

void check(const FigurePlan& plan, const Budget& budget, bool title) {
  const FigureResult result =
      draw_figure(plan, {.formats = {ImageFormat::json, ImageFormat::svg, ImageFormat::png},
                         .budget = budget,
                         .title = title});
  ASSERT_TRUE(result.figure) << plan.id << ": " << result.problem;
  EXPECT_EQ(result.problem, "");
  const DrawnFigure& figure = *result.figure;
  EXPECT_GE(figure.scale, budget.least_scale) << plan.id;
  EXPECT_LE(figure.picture.boxes.size(), budget.boxes);
  EXPECT_LE(figure.picture.lines.size(), budget.lines);
  EXPECT_EQ(figure.drawing.lines, figure.picture.lines.size());
  EXPECT_LT(figure.drawing.images.at(ImageFormat::svg).size(), 150'000U);
  EXPECT_LT(figure.drawing.images.at(ImageFormat::png).size(), 300'000U);
  const auto boxes = boxes_of(figure.drawing.images.at(ImageFormat::json));
  EXPECT_GE(boxes.size(), figure.picture.boxes.size());
  for (std::size_t i = 0; i < boxes.size(); ++i) {
    EXPECT_GE(boxes[i].left, -0.5) << boxes[i].name;
    EXPECT_LE(boxes[i].right, figure.drawing.width_pt) << boxes[i].name;
    for (std::size_t j = i + 1; j < boxes.size(); ++j)
      EXPECT_FALSE(overlap(boxes[i], boxes[j]))
          << plan.id << ": " << boxes[i].name << " on " << boxes[j].name;
  }
}

TEST(Figures, UkFiguresAreReadableOnPaper) {
  const std::string root = CROSSCUT_ROOT;
  const MapRead read = read_maps({root + "/graphs/uk-missions", root + "/graphs/uk-policies"}, {});
  const Report report = examine(link(read.dataset, {}).graph, {}, {});
  auto plans = plan_figures(report);
  ASSERT_EQ(plans.size(), 9U);
  for (const std::string id : {"sr-2025", "natural-england", "planning-inspectorate"})
    plans.push_back(plan_bottleneck(report, *report.graph.find(id)));
  for (const FigurePlan& plan : plans) {
    check(plan, report_page, false);
    check(plan, a4_page, true);
  }
}

}  // namespace
}  // namespace crosscut
