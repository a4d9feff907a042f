// Figures of all the maps, measured on Graphviz's own geometry (geometry/faults.h), as the report
// shows them and as they stand alone on a page. Prints how many it measured and every kind of
// fault.
#include <gtest/gtest.h>

#include <filesystem>
#include <iostream>
#include <map>
#include <set>

#include "crosscut/base/text.h"
#include "crosscut/cli/figures.h"
#include "crosscut/cli/views.h"
#include "crosscut/draw/child.h"
#include "crosscut/lens/examine.h"
#include "crosscut/read/join.h"
#include "crosscut/write/timeline.h"
#include "geometry/faults.h"

namespace crosscut {
namespace {

namespace fs = std::filesystem;
using geometry::Fault;
using geometry::FaultKind;

/// Graphviz alone decides how close lines come and where they end. Counted, but no failure.
bool tolerated(FaultKind kind) {
  return kind == FaultKind::lines_merged || kind == FaultKind::head_on_head;
}

struct Tally {
  std::size_t figures = 0;
  std::map<std::string, int> faults;  // by kind
};

void measure(const std::string& map, const FigurePlan& plan, const Budget& budget, bool title,
             Tally& tally) {
  const FigureResult result =
      draw_figure(plan, {.formats = {ImageFormat::json, ImageFormat::svg, ImageFormat::png},
                         .budget = budget,
                         .title = title});
  if (!result.figure) return;
  ++tally.figures;
  for (const Fault& fault :
       geometry::faults_of(result.figure->drawing, result.figure->picture, budget)) {
    // Text that comes out too small is told to the user, who asked for that size.
    if (fault.kind == FaultKind::small_text && !result.problem.empty()) continue;
    ++tally.faults[std::string(geometry::name_of(fault.kind))];
    if (tolerated(fault.kind)) continue;
    ADD_FAILURE() << map << ", " << plan.id << " at " << budget.width_mm << " by "
                  << budget.height_mm << " mm" << (title ? "" : ", no title") << ": "
                  << geometry::in_words(fault);
  }
}

void measure(const std::string& map, const std::vector<FigurePlan>& plans, Tally& tally) {
  for (const FigurePlan& plan : plans) {
    measure(map, plan, report_page, false, tally);
    measure(map, plan, a4_page, true, tally);
  }
}

void tell(const Tally& tally) {
  std::vector<std::string> parts;
  for (const auto& [kind, count] : tally.faults) {
    testing::Test::RecordProperty(kind, count);
    parts.push_back(std::to_string(count) + " " + kind);
  }
  testing::Test::RecordProperty("figures", static_cast<int>(tally.figures));
  std::cout << "Figures measured: " << tally.figures
            << ". Faults: " << (parts.empty() ? "none" : join(parts, ", ")) << ".\n";
}

Report report_of(const std::vector<std::string>& folders) {
  return examine(link(read_maps(folders, {}).dataset, {}).graph, {}, {});
}

TEST(Figures, OfTheUkMapsAreFaultless) {
  const std::string root = CROSSCUT_ROOT;
  const Report report = report_of({root + "/graphs/uk-missions", root + "/graphs/uk-policies"});
  auto plans = plan_figures(report);
  ASSERT_EQ(plans.size(), 9U);
  for (const std::string id : {"natural-england", "planning-inspectorate"})
    plans.push_back(plan_bottleneck(report, *report.graph.find(id)));
  Tally tally;
  measure("uk", plans, tally);
  tell(tally);
  EXPECT_EQ(tally.figures, 2 * plans.size());
  EXPECT_LE(tally.faults["lines-merged"] + tally.faults["head-on-head"], 15);  // 10 measured
}

/// What a user may ask for beyond the figures of the report, at every size.
TEST(Figures, AskedForAreFaultlessAtEverySize) {
  const std::string root = CROSSCUT_ROOT;
  const Report report = report_of({root + "/graphs/uk-missions", root + "/graphs/uk-policies"});
  struct Asked {
    std::string view, focus, to;
    std::size_t depth = 1;
  };
  const std::vector<Asked> all = {{"around", "natural-england", ""},
                                  {"around", "hmt", ""},
                                  {"around", "land-use-framework", "", 2},
                                  {"ownership", "land-use-framework", ""},
                                  {"ownership", "dwp", ""},
                                  {"forums", "dwp", ""},
                                  {"path", "carbon-budget-delivery-plan", "hmt"},
                                  {"departments", "", ""},
                                  {"forums", "", ""},
                                  {"ownership", "", ""}};
  Tally tally;
  for (const Asked& asked : all) {
    Options options;
    options.view = asked.view;
    options.focus = asked.focus;
    options.to = asked.to;
    options.depth = asked.depth;
    const auto plan = plan_view(report, options);
    ASSERT_TRUE(std::holds_alternative<FigurePlan>(plan))
        << asked.view << " " << asked.focus << ": " << std::get<UsageError>(plan).message;
    for (const Budget& size : {a4_page, a3_page, slide, screen})
      measure("uk " + asked.view + " " + asked.focus, std::get<FigurePlan>(plan), size, true,
              tally);
  }
  tell(tally);
  EXPECT_EQ(tally.figures, 4 * all.size());
  EXPECT_LE(tally.faults["lines-merged"] + tally.faults["head-on-head"], 140);  // 120 measured
}

/// A timeline carries more bars than a network carries boxes: they stand in rows. What fits is
/// decided by the height of the page. Lines that cannot but cross a bar run behind it.
TEST(Figures, TimelinesAreFaultlessAtEverySize) {
  const Report report = report_of({std::string(CROSSCUT_ROOT) + "/graphs/mog-changes"});
  Tally tally;
  for (const std::string focus : {"", "desnz", "dwp", "dbt", "mhclg", "fcdo", "nista"})
    for (const Budget& size : {a4_page, a3_page, slide, screen})
      for (const bool title : {true, false}) {
        TimelineRequest request{.focus = {}, .depth = {}, .budget = size, .title = title};
        if (!focus.empty()) request.focus = report.graph.find(focus);
        const auto timeline = make_timeline(report, request);
        ASSERT_TRUE(timeline);
        const FigureResult result = draw_timeline(
            *timeline,
            {.formats = {ImageFormat::json, ImageFormat::svg}, .budget = size, .title = title});
        ASSERT_TRUE(result.figure) << result.problem;
        EXPECT_EQ(result.problem, "");
        EXPECT_EQ(timeline->unnamed, 0U);
        EXPECT_GE(result.figure->scale, size.least_scale);
        ++tally.figures;
        for (const Fault& fault :
             geometry::faults_of(result.figure->drawing, timeline->page, size)) {
          if (fault.kind == FaultKind::over_budget) continue;
          ++tally.faults[std::string(geometry::name_of(fault.kind))];
          if (tolerated(fault.kind) || fault.kind == FaultKind::line_through_box) continue;
          ADD_FAILURE() << timeline->page.id << " at " << size.width_mm << " mm"
                        << (title ? "" : ", no title") << ": " << geometry::in_words(fault);
        }
      }
  tell(tally);
  EXPECT_EQ(tally.figures, 7U * 4 * 2);
  EXPECT_LE(tally.faults["line-through-box"], 7);  // 7 measured
}

TEST(Figures, OfEveryMapAreFaultless) {
  Tally tally;
  const fs::path graphs = fs::path(CROSSCUT_ROOT) / "graphs";
  const std::set<fs::path> maps{fs::directory_iterator(graphs), fs::directory_iterator()};
  for (const fs::path& map : maps) {
    const Report report = report_of({map.string()});
    auto plans = plan_figures(report);
    if (kSanitized && plans.size() > 3) plans.resize(3);  // drawing is slow there
    measure(map.filename().string(), plans, tally);
  }
  tell(tally);
  EXPECT_GE(tally.figures, kSanitized ? 20U : 100U);
}

}  // namespace
}  // namespace crosscut
