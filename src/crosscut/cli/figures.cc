#include "crosscut/cli/figures.h"

#include <algorithm>

#include "crosscut/base/text.h"
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

}  // namespace

FigurePlan plan_departments(const Report& report) {
  return {"departments", [&report](std::size_t level, const Budget& budget) {
            return departments_picture(report, level, budget);
          }};
}

FigurePlan plan_bottleneck(const Report& report, EntityId subject) {
  return {"bottleneck-" + report.graph.entity(subject).id,
          [&report, subject](std::size_t level, const Budget& budget) {
            return bottleneck_picture(report, subject, level, budget);
          }};
}

FigurePlan plan_mission(const Report& report, EntityId mission) {
  return {report.graph.entity(mission).id,
          [&report, mission](std::size_t level, const Budget& budget) {
            return mission_picture(report, mission, level, budget);
          }};
}

std::vector<FigurePlan> plan_figures(const Report& report) {
  std::vector<FigurePlan> plans = {plan_departments(report)};
  const auto bottleneck =
      std::find_if(report.findings.begin(), report.findings.end(), [](const Finding& finding) {
        return finding.card->id == "bottleneck" && !finding.is_question();
      });
  if (bottleneck != report.findings.end())
    plans.push_back(plan_bottleneck(report, bottleneck->subjects.front()));
  for (std::size_t i = 0; i < report.graph.entity_count(); ++i) {
    const EntityId id{static_cast<std::uint32_t>(i)};
    if (report.graph.entity(id).kind == Kind::mission && report.graph.open(id))
      plans.push_back(plan_mission(report, id));
  }
  return plans;
}

FigureResult draw_figure(const FigurePlan& plan, const std::vector<ImageFormat>& formats,
                         const Budget& budget, bool title) {
  FigureResult result;
  for (std::size_t level = 0; level < most_levels; ++level) {
    auto picture = plan.make(level, budget);
    if (!picture) break;
    std::string dot = write_dot(*picture, {title});
    DrawResult drawn = draw(dot, formats);
    if (!drawn.drawing) {
      result.problem = plan.id + ": " + drawn.failure;
      continue;
    }
    const double scale = print_scale(drawn.drawing->width_pt, drawn.drawing->height_pt, budget);
    const bool better = !result.figure || scale > result.figure->scale;
    if (better)
      result.figure =
          DrawnFigure{std::move(*picture), std::move(dot), std::move(*drawn.drawing), scale};
    if (scale >= smallest_scale) break;
  }
  if (!result.figure) return result;
  result.problem.clear();
  const DrawnFigure& figure = *result.figure;
  if (figure.scale < smallest_scale)
    result.problem = plan.id + ": its smallest text prints under 8 points on the page";
  if (const std::string step = step_in_words(figure.drawing.step); !step.empty())
    result.problem = plan.id + ": " + step;
  for (const std::string& warning : figure.drawing.warnings)
    result.problem = plan.id + ": Graphviz says: " + warning;
  return result;
}

ReportFigure report_figure(const DrawnFigure& figure) {
  const Picture& picture = figure.picture;
  return {picture.id,
          picture.title,
          picture.subtitle,
          join(picture.key, " "),
          join(picture.notes, " "),
          picture.source,
          rewrite_svg(figure.drawing.images.at(ImageFormat::svg), picture),
          as_text(picture)};
}

}  // namespace crosscut
