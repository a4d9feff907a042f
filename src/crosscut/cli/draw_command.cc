// draw: one picture.
#include <filesystem>
#include <variant>

#include "crosscut/base/text.h"
#include "crosscut/cli/command.h"
#include "crosscut/cli/figures.h"
#include "crosscut/cli/files.h"
#include "crosscut/lens/examine.h"
#include "crosscut/write/svg.h"

namespace crosscut {
namespace {

/// The mission meant by --focus, or the only one.
std::variant<EntityId, UsageError> find_mission(const Graph& graph, const std::string& focus) {
  std::vector<std::string_view> missions;
  std::optional<EntityId> only;
  for (std::size_t i = 0; i < graph.entity_count(); ++i) {
    const EntityId id{static_cast<std::uint32_t>(i)};
    if (graph.entity(id).kind != Kind::mission || !graph.open(id)) continue;
    missions.push_back(graph.entity(id).id);
    only = id;
  }
  if (missions.empty()) return UsageError{"we found no open mission in these maps", ""};
  const std::string all = join({missions.begin(), missions.end()}, ", ");
  if (focus.empty()) {
    if (missions.size() == 1) return *only;
    return UsageError{"--view mission needs --focus ID", "the missions are: " + all};
  }
  const auto found = graph.find(focus);
  if (found && graph.entity(*found).kind == Kind::mission) return *found;
  const auto close = nearest(focus, missions);
  return UsageError{
      found ? "\"" + focus + "\" is not a mission" : "unknown mission \"" + focus + "\"",
      close ? "did you mean \"" + *close + "\"?" : "the missions are: " + all};
}

/// The entity meant by --focus, for a view that takes any.
std::variant<EntityId, UsageError> find_focus(const Graph& graph, const std::string& focus) {
  if (focus.empty())
    return UsageError{"--view bottleneck needs --focus ID", "give an id, a name or an alias"};
  if (const auto found = graph.find(focus)) return *found;
  std::vector<std::string_view> known;
  for (const Entity& entity : graph.entities()) known.push_back(entity.id);
  const auto close = nearest(focus, known);
  return UsageError{"no single entity of these maps is called \"" + focus + "\"",
                    close ? "did you mean \"" + *close + "\"?" : "give an id, a name or an alias"};
}

std::variant<FigurePlan, UsageError> plan_view(const Report& report, const Options& options) {
  if (options.view == "departments") return plan_departments(report);
  if (options.view == "mission" || options.view == "bottleneck") {
    const bool mission = options.view == "mission";
    const auto focus = mission ? find_mission(report.graph, options.focus)
                               : find_focus(report.graph, options.focus);
    if (const auto* fault = std::get_if<UsageError>(&focus)) return *fault;
    const EntityId id = std::get<EntityId>(focus);
    return mission ? plan_mission(report, id) : plan_bottleneck(report, id);
  }
  if (options.view.empty())
    return UsageError{
        "draw needs --view",
        "--view departments, --view mission --focus ID or --view bottleneck --focus ID"};
  const auto close = nearest(options.view, {"bottleneck", "departments", "mission"});
  return UsageError{"unknown view \"" + options.view + "\"",
                    close ? "did you mean \"" + *close + "\"?"
                          : "the views are bottleneck, departments and mission"};
}

}  // namespace

int run_draw(const Options& options, const Streams& streams) {
  const std::string format = options.formats.empty() ? "svg" : options.formats.front();
  if (options.formats.size() > 1) return fail(streams, "draw writes one format at a time");
  if (const std::string fault = check_formats({format}, {"svg", "png", "pdf", "dot"});
      !fault.empty())
    return fail(streams, fault);
  auto loaded = load_or_complain(options, options.arguments, streams);
  if (!loaded) return bad;
  const Report report =
      examine(std::move(loaded->graph), std::move(loaded->diagnostics), {options.jobs});
  auto plan = plan_view(report, options);
  if (const auto* fault = std::get_if<UsageError>(&plan))
    return fail(streams, fault->message, fault->hint);
  const ImageFormat image = format == "png"   ? ImageFormat::png
                            : format == "pdf" ? ImageFormat::pdf
                                              : ImageFormat::svg;
  const FigureResult result = draw_figure(std::get<FigurePlan>(plan), {image}, a4_page, true);
  if (!result.problem.empty()) streams.err << "crosscut: figure " << result.problem << "\n";
  if (!result.figure) return fail(streams, "the maps hold nothing to draw in this view");
  const DrawnFigure& figure = *result.figure;
  const std::string bytes = format == "dot" ? figure.dot
                            : format == "svg"
                                ? rewrite_svg(figure.drawing.images.at(image), figure.picture)
                                : figure.drawing.images.at(image);
  if (options.output.empty() || options.output == "-") {
    streams.out << bytes;
    return clean;
  }
  const std::filesystem::path path(options.output);
  const std::string fault =
      write_files(path.parent_path().empty() ? "." : path.parent_path().string(),
                  {{path.filename().string(), bytes}});
  return fault.empty() ? clean : fail(streams, fault);
}

}  // namespace crosscut
