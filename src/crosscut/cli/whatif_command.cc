// whatif: what a change to the machinery of government would do, on paper.
#include <algorithm>
#include <filesystem>

#include "crosscut/base/text.h"
#include "crosscut/cli/command.h"
#include "crosscut/draw/draw.h"
#include "crosscut/plan/whatif.h"
#include "crosscut/read/changes.h"
#include "crosscut/read/join.h"
#include "crosscut/write/before_after.h"
#include "crosscut/write/effect.h"
#include "crosscut/write/svg.h"

namespace crosscut {
namespace {

namespace fs = std::filesystem;

bool is_changes_file(const std::string& argument) {
  std::error_code unreadable;
  return argument.ends_with(".changes") ||
         (fs::exists(argument, unreadable) && !fs::is_directory(argument, unreadable));
}

/// The sentences of --change as one file, and each file of changes.
std::vector<Scenario> read_scenarios(const Options& options, const std::vector<std::string>& files,
                                     Dataset& dataset, std::vector<Diagnostic>& diagnostics) {
  std::vector<Scenario> scenarios;
  const auto read = [&](std::uint32_t file, const std::string& name) {
    Scenario scenario = read_changes(file, dataset.files, diagnostics);
    scenario.name = name;
    scenarios.push_back(std::move(scenario));
  };
  if (!options.changes.empty())
    read(add_text("--change", join(options.changes, "\n") + "\n", dataset.files), "change");
  ReadOptions limits;
  limits.max_file_bytes = options.max_file_bytes;
  for (const std::string& path : files)
    if (const auto file = load_file(path, limits, dataset.files, diagnostics))
      read(*file, fs::path(path).stem().string());
  return scenarios;
}

void print(const std::vector<Diagnostic>& diagnostics, const Files& files, const Streams& streams) {
  for (const Diagnostic& diagnostic : diagnostics)
    streams.err << format_diagnostic(diagnostic, files, streams.colour);
}

int draw_before_after(const Effect& effect, const std::string& format, const Options& options,
                      const Streams& streams) {
  const auto picture = before_after(effect);
  if (!picture)
    return fail(streams, "nothing answers to another department than before",
                "-f text says what the change touches");
  const std::string dot = write_before_after_dot(*picture, true);
  if (format == "dot") return write_result(dot, options, streams);
  const ImageFormat image = image_format(format);
  const DrawResult result = draw(dot, {image});
  if (!result.drawing) return fail(streams, "figure before-after: " + result.failure);
  for (const std::string& warning : result.drawing->warnings)
    streams.err << "crosscut: figure before-after: Graphviz says: " << warning << "\n";
  const std::string& bytes = result.drawing->images.at(image);
  return write_result(format == "svg" ? rewrite_svg(bytes, picture->page) : bytes, options,
                      streams);
}

}  // namespace

int run_whatif(const Options& options, const Streams& streams) {
  std::vector<std::string> maps, files;
  for (const std::string& argument : options.arguments)
    (is_changes_file(argument) ? files : maps).push_back(argument);
  if (maps.empty())
    return fail(streams, "give the folder of at least one map", "crosscut whatif --help");
  if (files.empty() && options.changes.empty())
    return fail(streams, "give a change",
                "--change \"move skills-england to dwp\", or a file of them");
  if (const std::string fault =
          check_formats(options.formats, {"text", "json", "svg", "png", "pdf", "dot"});
      !fault.empty())
    return fail(streams, fault);
  ReadOptions read{options.max_file_bytes, options.same};
  MapRead map = read_maps(maps, read);
  Linked linked = link(map.dataset, {options.as_at});
  std::move(linked.diagnostics.begin(), linked.diagnostics.end(),
            std::back_inserter(map.diagnostics));
  std::vector<Diagnostic> wrong;
  std::copy_if(map.diagnostics.begin(), map.diagnostics.end(), std::back_inserter(wrong),
               [](const Diagnostic& diagnostic) { return diagnostic.level == Level::error; });
  const auto scenarios = read_scenarios(options, files, map.dataset, wrong);
  std::vector<WhatIf> tried;
  if (wrong.empty())
    for (const Scenario& scenario : scenarios) {
      tried.push_back(try_change(map.dataset, scenario, {options.as_at}, options.jobs));
      std::copy(tried.back().diagnostics.begin(), tried.back().diagnostics.end(),
                std::back_inserter(wrong));
    }
  if (has_errors(wrong)) {
    sort_diagnostics(wrong);
    print(wrong, map.dataset.files, streams);
    return fail(streams, count_diagnostics(wrong) + "; nothing was tried");
  }
  std::vector<NamedEffect> effects;
  for (std::size_t i = 0; i < tried.size(); ++i)
    effects.push_back({scenarios[i].name, &tried[i].effect});
  // A change that nobody has announced is sensitive, whatever the map says of itself.
  constexpr std::string_view least = "OFFICIAL-SENSITIVE";
  for (WhatIf& what_if : tried)
    for (Report* report : {&what_if.effect.before, &what_if.effect.after})
      if (report->marking == "OFFICIAL") report->marking = least;
  const std::string& marking = tried.front().effect.before.marking;
  const std::string format = options.formats.empty() ? "text" : options.formats.front();
  if (format != "text" && format != "json")
    return draw_before_after(tried.front().effect, format, options, streams);
  return write_result(wants_json(options) ? write_effects_json(effects, marking)
                                          : write_effects_text(effects, marking),
                      options, streams);
}

}  // namespace crosscut
