// From a report to drawn figures: each picture is drawn, measured, and rolled up until its text
// prints at 8 points or more.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "crosscut/draw/draw.h"
#include "crosscut/model/report.h"
#include "crosscut/write/figure.h"
#include "crosscut/write/picture.h"

namespace crosscut {

/// A picture that can be drawn at any level of roll-up.
struct FigurePlan {
  std::string id;
  std::function<std::optional<Picture>(const PictureRequest&)> make;
};

/// The figures of a report: departments, boards, who owns what where that is a finding, the first
/// bottleneck, then each open mission.
std::vector<FigurePlan> plan_figures(const Report& report);
FigurePlan plan_departments(const Report& report);
FigurePlan plan_bottleneck(const Report& report, EntityId subject);
FigurePlan plan_mission(const Report& report, EntityId mission);

struct DrawnFigure {
  Picture picture;
  std::string dot;
  Drawing drawing;
  double scale = 1;  // at which it prints
};
struct FigureResult {
  std::optional<DrawnFigure> figure;
  std::string problem;  // what went wrong or was given up; may be empty
};

struct FigureOptions {
  std::vector<ImageFormat> formats;
  Budget budget = report_page;
  KindSet only = every_kind;
  bool title = false;  // title, key and source in the picture itself
  int dpi = 120;       // of a PNG
};

/// Draws a plan within the budget.
FigureResult draw_figure(const FigurePlan& plan, const FigureOptions& options);

/// As the report shows it; the drawing must hold SVG.
ReportFigure report_figure(const DrawnFigure& figure);

}  // namespace crosscut
