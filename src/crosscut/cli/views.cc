#include "crosscut/cli/views.h"

#include <algorithm>
#include <array>

#include "crosscut/base/text.h"
#include "crosscut/cli/command.h"

namespace crosscut {
namespace {

using Plan = std::variant<FigurePlan, UsageError>;

const ViewInfo* find_view(std::string_view name) {
  const auto views = all_views();
  const auto found =
      std::find_if(views.begin(), views.end(), [&](const ViewInfo& v) { return v.name == name; });
  return found == views.end() ? nullptr : &*found;
}

UsageError needs_focus(const Options& options) {
  const ViewInfo* view = find_view(options.view);
  return {"--view " + options.view + " needs --focus: " + std::string(view->focus),
          "give an id, a name or an alias"};
}

/// The mission meant by --focus, or the only one.
std::variant<EntityId, UsageError> find_mission(const Graph& graph, const Options& options) {
  std::vector<std::string> missions;
  std::optional<EntityId> only;
  for (std::size_t i = 0; i < graph.entity_count(); ++i) {
    const EntityId id{static_cast<std::uint32_t>(i)};
    if (graph.entity(id).kind != Kind::mission || !graph.open(id)) continue;
    missions.push_back(graph.entity(id).id);
    only = id;
  }
  const std::string all = "the missions are: " + join(missions, ", ");
  if (missions.empty()) return UsageError{"we found no open mission in these maps", ""};
  if (options.focus.empty() && missions.size() == 1) return *only;
  if (options.focus.empty()) return UsageError{needs_focus(options).message, all};
  const auto found = find_entity(graph, options.focus);
  if (const auto* id = std::get_if<EntityId>(&found); id && graph.entity(*id).kind != Kind::mission)
    return UsageError{"\"" + options.focus + "\" is not a mission", all};
  return found;
}

Plan plan_mission_view(const Report& report, const Options& options) {
  const auto mission = find_mission(report.graph, options);
  if (const auto* fault = std::get_if<UsageError>(&mission)) return *fault;
  return plan_mission(report, std::get<EntityId>(mission));
}

/// A view that may have something in focus, or must.
template <typename Make>
Plan plan_focused(const Report& report, const Options& options, bool must, Make make) {
  if (options.focus.empty() && must) return needs_focus(options);
  std::optional<EntityId> subject;
  if (!options.focus.empty()) {
    const auto found = find_entity(report.graph, options.focus);
    if (const auto* fault = std::get_if<UsageError>(&found)) return *fault;
    subject = std::get<EntityId>(found);
  }
  return FigurePlan{options.view, [make, subject](const PictureRequest& request) {
                      return make(subject, request);
                    }};
}

Plan plan_path(const Report& report, const Options& options) {
  if (options.focus.empty() || options.to.empty())
    return UsageError{"--view path needs --focus and --to",
                      "give what waits, and what it waits for"};
  const auto from = find_entity(report.graph, options.focus);
  const auto to = find_entity(report.graph, options.to);
  for (const auto* end : {&from, &to})
    if (const auto* fault = std::get_if<UsageError>(end)) return *fault;
  const EntityId a = std::get<EntityId>(from);
  const EntityId b = std::get<EntityId>(to);
  Chains between = find_chains(report.graph, a, b);
  if (between.chains.empty())
    return UsageError{
        "we found no chain of needs from \"" + options.focus + "\" to \"" + options.to + "\"",
        "try the other direction: --focus is what waits"};
  return FigurePlan{"path", [&report, a, b, between = std::move(between)](const PictureRequest& r) {
                      return path_picture(report, a, b, between.chains, between.more, r);
                    }};
}

}  // namespace

std::optional<UsageError> check_view(const Options& options) {
  const std::string& name = options.view;
  const ViewInfo* view = find_view(name);
  if (view == nullptr) {
    std::vector<std::string> names;
    for (const ViewInfo& info : all_views()) names.emplace_back(info.name);
    const std::string all = "the views are " + join_words(names);
    if (name.empty()) return UsageError{"draw needs --view", all};
    const auto close = nearest(name, {names.begin(), names.end()});
    return UsageError{"unknown view \"" + name + "\"",
                      close ? "did you mean \"" + *close + "\"?" : all};
  }
  if (find_size(options.size.empty() ? "a4" : options.size) == nullptr)
    return UsageError{"unknown size \"" + options.size + "\"",
                      "the sizes are a4, a3, slide and screen"};
  const bool matrix = name == "matrix";
  const auto unused = [&](bool given, const char* option) -> std::optional<UsageError> {
    if (!given) return std::nullopt;
    return UsageError{"--view " + name + " takes no " + option, "leave it out"};
  };
  if (auto fault = unused(!options.focus.empty() && view->focus.empty(), "--focus")) return fault;
  if (auto fault = unused(!options.to.empty() && name != "path", "--to")) return fault;
  const bool timeline = name == "timeline";
  if (auto fault = unused(options.depth && name != "around" && !timeline, "--depth")) return fault;
  if (options.depth && options.focus.empty() && timeline)
    return UsageError{"--depth needs --focus", "say from which organisation to go"};
  if (auto fault = unused(options.only != every_kind && matrix, "--only")) return fault;
  return unused(!options.size.empty() && matrix, "--size");
}

Plan plan_view(const Report& report, const Options& options) {
  const std::string& view = options.view;
  if (view == "departments") return plan_departments(report);
  if (view == "mission") return plan_mission_view(report, options);
  if (view == "path") return plan_path(report, options);
  if (view == "bottleneck")
    return plan_focused(report, options, true, [&report](auto subject, const auto& request) {
      return bottleneck_picture(report, *subject, request);
    });
  if (view == "around")
    return plan_focused(
        report, options, true,
        [&report, depth = options.depth.value_or(1)](auto subject, const auto& request) {
          return around_picture(report, *subject, depth, request);
        });
  if (view == "ownership")
    return plan_focused(report, options, false, [&report](auto subject, const auto& request) {
      return ownership_picture(report, subject, request);
    });
  return plan_focused(report, options, false, [&report](auto subject, const auto& request) {
    return forums_picture(report, subject, request);
  });
}

std::variant<Timeline, UsageError> plan_timeline(const Report& report, const Options& options) {
  TimelineRequest request;
  request.depth = options.depth;
  request.budget = *find_size(options.size.empty() ? "a4" : options.size);
  request.only = options.only;
  request.title = !options.no_title;
  if (!options.focus.empty()) {
    const auto subject = find_entity(report.graph, options.focus);
    if (const auto* fault = std::get_if<UsageError>(&subject)) return *fault;
    request.focus = std::get<EntityId>(subject);
  }
  if (auto timeline = make_timeline(report, request)) return std::move(*timeline);
  if (request.focus)
    return UsageError{
        "we found no dated succession to or from \"" + options.focus + "\"",
        "the maps may hold none on that day; leave --focus and --only out to see all"};
  return UsageError{"we found no dated succession in these maps",
                    "a row \"new,succeeds,old\" with a start date says what became what"};
}

const Budget* find_size(std::string_view name) {
  if (name == "a4") return &a4_page;
  if (name == "a3") return &a3_page;
  if (name == "slide") return &slide;
  if (name == "screen") return &screen;
  return nullptr;
}

}  // namespace crosscut
