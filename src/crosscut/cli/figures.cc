#include "crosscut/cli/figures.h"

#include <fmt/format.h>

#include <algorithm>

#include "crosscut/base/text.h"
#include "crosscut/model/names.h"
#include "crosscut/write/dot.h"
#include "crosscut/write/svg.h"

namespace crosscut {
namespace {

constexpr std::size_t most_levels = 30;

std::string step_in_words(DrawStep step) {
  switch (step) {
    case DrawStep::as_given:
      return {};
    case DrawStep::old_ranking:
      return "it was drawn with the older ranking";
    case DrawStep::no_numbers:
      return "it was drawn without numbers";
    case DrawStep::straight_lines:
      return "it was drawn with straight lines and without numbers";
  }
  return {};
}

/// With a size as wide as a page of text, which pandoc needs to place it; browsers go by the style
/// and fill the window.
std::string sized_svg(std::string svg, const Drawing& drawing) {
  constexpr std::string_view opening = "<svg";
  constexpr double text_width_pt = 468;  // 165 mm
  if (svg.starts_with(opening) && drawing.width_pt > 0)
    svg.insert(opening.size(),
               fmt::format(" width=\"{:.0f}pt\" height=\"{:.0f}pt\" "
                           "style=\"width:100%;height:100%\"",
                           text_width_pt, text_width_pt * drawing.height_pt / drawing.width_pt));
  return svg;
}

}  // namespace

FigurePlan plan_departments(const Report& report) {
  return {"departments", [&report](const PictureRequest& request) {
            return departments_picture(report, request);
          }};
}

FigurePlan plan_bottleneck(const Report& report, EntityId subject) {
  return {"bottleneck-" + report.graph.entity(subject).id,
          [&report, subject](const PictureRequest& request) {
            return bottleneck_picture(report, subject, request);
          }};
}

FigurePlan plan_mission(const Report& report, EntityId mission) {
  return {report.graph.entity(mission).id, [&report, mission](const PictureRequest& request) {
            return mission_picture(report, mission, request);
          }};
}

std::vector<FigurePlan> plan_figures(const Report& report) {
  std::vector<FigurePlan> plans = {plan_departments(report)};
  plans.push_back({"forums", [&report](const PictureRequest& request) {
                     return forums_picture(report, std::nullopt, request);
                   }});
  const auto is_owned = [&](const Finding& finding) {
    return finding.card->family == "Ownership" && !finding.is_question() &&
           is_item(report.graph.entity(finding.subjects.front()).kind);
  };
  if (std::any_of(report.findings.begin(), report.findings.end(), is_owned))
    plans.push_back({"ownership", [&report](const PictureRequest& request) {
                       return ownership_picture(report, std::nullopt, request);
                     }});
  const auto bottleneck =
      std::find_if(report.findings.begin(), report.findings.end(),
                   [](const Finding& finding) { return finding.card->id == "bottleneck"; });
  if (bottleneck != report.findings.end())
    plans.push_back(plan_bottleneck(report, bottleneck->subjects.front()));
  for (const EntityId id : open_of_kind(report.graph, Kind::mission))
    plans.push_back(plan_mission(report, id));
  return plans;
}

FigureResult draw_figure(const FigurePlan& plan, const FigureOptions& options) {
  FigureResult result;
  PictureRequest request{0, options.budget, options.only};
  for (; request.level < most_levels; ++request.level) {
    auto picture = plan.make(request);
    if (!picture || picture->boxes.empty()) break;
    std::string dot = write_dot(*picture, {options.title});
    DrawResult drawn = draw(dot, options.formats, {.dpi = options.dpi});
    if (!drawn.drawing) {
      result.problem = plan.id + ": " + drawn.failure;
      continue;
    }
    const double scale =
        print_scale(drawn.drawing->width_pt, drawn.drawing->height_pt, options.budget);
    const bool better = !result.figure || scale > result.figure->scale;
    if (better)
      result.figure =
          DrawnFigure{std::move(*picture), std::move(dot), std::move(*drawn.drawing), scale};
    if (scale >= options.budget.least_scale) break;
  }
  if (!result.figure) return result;
  const DrawnFigure& figure = *result.figure;
  std::vector<std::string> problems;
  if (figure.scale < options.budget.least_scale)
    problems.emplace_back("its text comes out too small for the page");
  if (const std::string step = step_in_words(figure.drawing.step); !step.empty())
    problems.push_back(step);
  for (const std::string& warning : figure.drawing.warnings)
    problems.push_back("Graphviz says: " + warning);
  result.problem = problems.empty() ? "" : plan.id + ": " + join(problems, "; ");
  return result;
}

bool has_format(const std::vector<std::string>& formats, std::string_view format) {
  return std::find(formats.begin(), formats.end(), format) != formats.end();
}

std::vector<ImageFormat> image_formats(const std::vector<std::string>& formats) {
  std::vector<ImageFormat> images = {ImageFormat::svg};
  if (has_format(formats, "png")) images.push_back(ImageFormat::png);
  if (has_format(formats, "pdf")) images.push_back(ImageFormat::pdf);
  return images;
}

std::string_view linked_ending(const std::vector<std::string>& formats) {
  for (const std::string_view ending : {"svg", "png"})
    if (has_format(formats, ending)) return ending;
  return {};
}

void add_figure_files(const DrawnFigure& figure, const std::vector<std::string>& formats,
                      std::vector<OutputFile>& files) {
  const std::string name = "figures/" + figure.picture.id;
  if (has_format(formats, "svg")) {
    const std::string& drawn = figure.drawing.images.at(ImageFormat::svg);
    files.push_back({name + ".svg", sized_svg(rewrite_svg(drawn, figure.picture), figure.drawing)});
    files.push_back({name + ".dot", figure.dot});
  }
  if (has_format(formats, "png"))
    files.push_back({name + ".png", figure.drawing.images.at(ImageFormat::png)});
  if (has_format(formats, "pdf"))
    files.push_back({name + ".pdf", figure.drawing.images.at(ImageFormat::pdf)});
}

namespace {

/// A picture that is laid out once, whatever its size.
FigureResult draw_once(const Picture& picture, std::string dot, const FigureOptions& options) {
  DrawResult drawn = draw(dot, options.formats, {.dpi = options.dpi});
  if (!drawn.drawing) return {std::nullopt, picture.id + ": " + drawn.failure};
  FigureResult result;
  if (!drawn.drawing->warnings.empty())
    result.problem = picture.id + ": Graphviz says: " + join(drawn.drawing->warnings, "; ");
  const double scale =
      print_scale(drawn.drawing->width_pt, drawn.drawing->height_pt, options.budget);
  result.figure = DrawnFigure{picture, std::move(dot), std::move(*drawn.drawing), scale};
  return result;
}

}  // namespace

FigureResult draw_before_after(const BeforeAfter& picture, const FigureOptions& options) {
  return draw_once(picture.page, write_before_after_dot(picture, options.title), options);
}

FigureResult draw_timeline(const Timeline& timeline, const FigureOptions& options) {
  FigureResult result = draw_once(timeline.page, write_timeline_dot(timeline), options);
  if (!result.figure || !result.problem.empty()) return result;
  std::vector<std::string> problems;
  if (result.figure->scale < options.budget.least_scale)
    problems.emplace_back("its text comes out too small for the page");
  if (timeline.unnamed > 0)
    problems.push_back("there is no room for the names of " +
                       count_of(timeline.unnamed, "bar", "bars"));
  if (!problems.empty())
    result.problem = timeline.page.id + ": " + join_words(problems) +
                     "; try a larger --size, or --focus with --depth";
  return result;
}

ReportFigure report_figure(const DrawnFigure& figure) {
  const Picture& picture = figure.picture;
  const auto png = figure.drawing.images.find(ImageFormat::png);
  return {picture.id,
          picture.title,
          picture.subtitle,
          join(picture.key, " "),
          join(picture.notes, " "),
          picture.source,
          rewrite_svg(figure.drawing.images.at(ImageFormat::svg), picture),
          as_text(picture),
          png == figure.drawing.images.end() ? "" : png->second,
          figure.drawing.width_pt,
          figure.drawing.height_pt};
}

}  // namespace crosscut
