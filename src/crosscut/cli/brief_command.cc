// brief: one page on a finding, an item or a department.
#include <algorithm>

#include "crosscut/base/text.h"
#include "crosscut/cli/command.h"
#include "crosscut/cli/figures.h"
#include "crosscut/lens/lens.h"
#include "crosscut/model/finding_names.h"
#include "crosscut/plan/convene.h"
#include "crosscut/write/brief_paper.h"

namespace crosscut {
namespace {

constexpr Budget upright{170, 120, 12, 18};  // below the words; else a page of its own
constexpr int print_dpi = 150;

/// What a brief is about: its id, its paper and the pictures that may go with it, best first.
struct Brief {
  std::string about;
  Paper paper;
  std::vector<FigurePlan> figures;
};

FigurePlan plan(std::string id, std::function<std::optional<Picture>(const PictureRequest&)> make) {
  return {std::move(id), std::move(make)};
}

FigurePlan plan_around(const Report& report, EntityId id) {
  return plan("around", [&report, id](const PictureRequest& request) {
    return around_picture(report, id, 1, request);
  });
}

FigurePlan plan_ownership(const Report& report, EntityId id) {
  return plan("ownership", [&report, id](const PictureRequest& request) {
    return ownership_picture(report, id, request);
  });
}

/// The pictures that show what the lens looked at.
std::vector<FigurePlan> plans_for(const Report& report, const Finding& finding) {
  const EntityId first = finding.subjects.front();
  const Kind kind = report.graph.entity(first).kind;
  const std::string_view lens = finding.card->id, family = finding.card->family;
  std::vector<FigurePlan> plans;
  if (lens == "bottleneck" || lens == "cut-point") plans.push_back(plan_bottleneck(report, first));
  if (family == "Silos and coordination")
    plans.push_back(plan("forums", [&report, first](const PictureRequest& request) {
      return forums_picture(report, first, request);
    }));
  if (family == "Missions" && kind == Kind::mission) plans.push_back(plan_mission(report, first));
  if (family == "Ownership" || family == "Trade-offs")
    for (const EntityId subject : finding.subjects)
      if (is_item(report.graph.entity(subject).kind))
        plans.push_back(plan_ownership(report, subject));
  plans.push_back(plan_around(report, first));
  return plans;
}

std::vector<FigurePlan> plans_for(const Report& report, EntityId id) {
  std::vector<FigurePlan> plans;
  if (is_item(report.graph.entity(id).kind)) plans.push_back(plan_ownership(report, id));
  plans.push_back(plan_around(report, id));
  return plans;
}

Brief brief_on(const Report& report, const Finding& finding, const Accepted* accepted) {
  constexpr std::size_t most_rooms = 2;
  std::vector<Convening> rooms;
  for (const EntityId subject : finding.subjects)
    if (is_item(report.graph.entity(subject).kind) && rooms.size() < most_rooms)
      rooms.push_back(convene(report.graph, subject));
  return {finding_id(finding, report.graph), finding_brief(report, finding, accepted, rooms),
          plans_for(report, finding)};
}

Brief brief_on(const Report& report, EntityId id) {
  return {report.graph.entity(id).id,
          report.graph.entity(id).kind == Kind::department
              ? department_brief(report, id)
              : item_brief(report, convene(report.graph, id)),
          plans_for(report, id)};
}

/// A finding by its id, else an entity.
std::variant<Brief, UsageError> find_brief(const Report& report, const std::string& text) {
  const FindingNames names(report);
  if (const auto id = names.find(text)) {
    for (const Finding& finding : report.findings)
      if (finding_id(finding, report.graph) == *id) return brief_on(report, finding, nullptr);
    for (const Accepted& accepted : report.accepted)
      if (finding_id(accepted.finding, report.graph) == *id)
        return brief_on(report, accepted.finding, &accepted);
  }
  const auto named = find_entity(report.graph, text);
  if (const auto* id = std::get_if<EntityId>(&named)) {
    if (report.graph.open(*id) && !report.graph.is_whole_government(*id))
      return brief_on(report, *id);
    return UsageError{"\"" + text + "\" is not open on that day, or is the government as a whole",
                      "--as-at gives the answer for another day"};
  }
  if (find_lens(text) != nullptr)
    return UsageError{"\"" + text + "\" is a lens, and a brief is about one of its findings",
                      "crosscut explain MAP... " + text + " lists them"};
  if (text.find(':') == std::string::npos) return std::get<UsageError>(named);
  const std::string hint = names.suggest(text);
  return UsageError{"these maps give no finding with the id \"" + text + "\"",
                    hint.empty() ? "crosscut explain MAP... lists them" : hint};
}

/// The first of the pictures whose text can be read, small if it can be so; else the first.
FigureResult choose_figure(const std::vector<FigurePlan>& plans,
                           const std::vector<ImageFormat>& images) {
  FigureResult first;
  for (const FigurePlan& plan : plans)
    for (const Budget& room : {upright, report_page}) {
      FigureResult drawn = draw_figure(plan, {.formats = images, .budget = room, .dpi = print_dpi});
      if (drawn.figure && drawn.figure->scale >= room.least_scale) return drawn;
      if (!first.figure || &plan == &plans.front()) first = std::move(drawn);
    }
  return first;
}

void add_figure(const std::vector<FigurePlan>& plans, bool png, Paper& paper,
                const Streams& streams) {
  std::vector<ImageFormat> images = {ImageFormat::svg};
  if (png) images.push_back(ImageFormat::png);
  const FigureResult drawn = choose_figure(plans, images);
  if (!drawn.problem.empty()) streams.err << "crosscut: figure " << drawn.problem << "\n";
  if (drawn.figure) add_brief_figure(paper, report_figure(*drawn.figure));
}

}  // namespace

int run_brief(const Options& options, const Streams& streams) {
  if (options.arguments.size() < 2)
    return fail(streams, "brief needs at least one map and a finding, an item or a department",
                "crosscut brief --help");
  const std::string format = options.formats.empty() ? "text" : options.formats.front();
  if (options.formats.size() > 1) return fail(streams, "brief writes one format at a time");
  if (const std::string fault = check_formats({format}, {"text", "html", "md", "odt", "json"});
      !fault.empty())
    return fail(streams, fault);
  auto loaded =
      load_or_complain(options, {options.arguments.begin(), options.arguments.end() - 1}, streams);
  if (!loaded) return bad;
  const Report report = examine_maps(std::move(*loaded), options);
  auto made = find_brief(report, options.arguments.back());
  if (const auto* fault = std::get_if<UsageError>(&made))
    return fail(streams, fault->message, fault->hint);
  auto& [about, paper, figures] = std::get<Brief>(made);
  for (std::string& words : release_words(report)) paper.about.push_back(std::move(words));
  if (format == "json")
    return write_result(write_brief_json(report, about, paper), options, streams);
  if (format == "html" || format == "odt") add_figure(figures, format == "odt", paper, streams);
  return write_result(write_paper(paper, format), options, streams);
}

}  // namespace crosscut
