// From a report to drawn figures: each picture is drawn, measured, and rolled up until its text
// prints at 8 points or more.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "crosscut/cli/files.h"
#include "crosscut/draw/draw.h"
#include "crosscut/model/report.h"
#include "crosscut/write/before_after.h"
#include "crosscut/write/figure.h"
#include "crosscut/write/picture.h"
#include "crosscut/write/timeline.h"

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

FigureResult draw_timeline(const Timeline& timeline, const FigureOptions& options);

FigureResult draw_before_after(const BeforeAfter& picture, const FigureOptions& options);

/// As the report shows it; the drawing must hold SVG.
ReportFigure report_figure(const DrawnFigure& figure);

bool has_format(const std::vector<std::string>& formats, std::string_view format);
/// SVG, and PNG and PDF where asked for.
std::vector<ImageFormat> image_formats(const std::vector<std::string>& formats);
/// Of the picture files that the Markdown report links; empty when none is written.
std::string_view linked_ending(const std::vector<std::string>& formats);
/// The files of a figure in the folder figures/, in the formats asked for.
void add_figure_files(const DrawnFigure& figure, const std::vector<std::string>& formats,
                      std::vector<OutputFile>& files);

}  // namespace crosscut
