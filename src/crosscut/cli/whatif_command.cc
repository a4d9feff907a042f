// whatif: what a change to the machinery of government would do, on paper.
#include <algorithm>
#include <filesystem>

#include "crosscut/base/text.h"
#include "crosscut/cli/command.h"
#include "crosscut/plan/whatif.h"
#include "crosscut/read/changes.h"
#include "crosscut/read/join.h"
#include "crosscut/write/effect.h"

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
  if (const std::string fault = check_formats(options.formats, {"text", "json"}); !fault.empty())
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
  const std::string& marking = effects.front().effect->before.marking;
  const std::string_view marked = marking == "OFFICIAL" ? least : std::string_view(marking);
  streams.out << (wants_json(options) ? write_effects_json(effects, marked)
                                      : write_effects_text(effects, marked));
  return clean;
}

}  // namespace crosscut
