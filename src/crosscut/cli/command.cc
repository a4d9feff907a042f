#include "crosscut/cli/command.h"

#include <algorithm>
#include <filesystem>
#include <utility>

#include "crosscut/base/text.h"
#include "crosscut/cli/files.h"
#include "crosscut/edit/release.h"
#include "crosscut/lens/chains.h"
#include "crosscut/lens/examine.h"
#include "crosscut/lens/lens.h"
#include "crosscut/model/accept.h"
#include "crosscut/read/join.h"

namespace crosscut {
namespace {

/// Entities with the words in their id, name or an alias, whole words first: "council" is in
/// "Camden Council" and, when no name has the word itself, in "Councillors".
std::vector<std::string> named_like(const Graph& graph, std::string_view text) {
  const std::string key = name_key(text);
  if (key.empty()) return {};
  std::vector<std::string> whole, part;
  for (const Entity& entity : graph.entities()) {
    std::vector<std::string> names = {entity.id, entity.name};
    names.insert(names.end(), entity.aliases.begin(), entity.aliases.end());
    const auto has = [&](const std::string& words) {
      return std::any_of(names.begin(), names.end(), [&](const std::string& name) {
        return ("-" + name_key(name) + "-").find(words) != std::string::npos;
      });
    };
    const std::string told = "\"" + entity.id + "\" (" + entity.name + ")";
    if (has("-" + key + "-"))
      whole.push_back(told);
    else if (has(key))
      part.push_back(told);
  }
  return whole.empty() ? part : whole;
}

/// Complains of maps that are marked as a whole; true when there are any.
bool refuse_release(const Graph& graph, const Streams& streams) {
  std::vector<std::string> maps;
  for (const MapInfo* map : not_for_release(graph.maps()))
    maps.push_back("\"" + map->folder + "\" (" + map->marking + ")");
  if (maps.empty()) return false;
  fail(streams,
       "--release writes only what is OFFICIAL, and map.csv marks higher: " + join_words(maps),
       "leave " + std::string(maps.size() == 1 ? "that map" : "those maps") +
           " out, or mark the rows that need it instead of the whole map");
  return true;
}

void complain(const std::vector<Diagnostic>& diagnostics, const Files& files,
              const Streams& streams) {
  for (const Diagnostic& diagnostic : diagnostics)
    streams.err << format_diagnostic(diagnostic, files, streams.colour);
  streams.err << "crosscut: " << count_diagnostics(diagnostics) << "; nothing was written\n";
}

}  // namespace

ReadOptions read_options(const Options& options) {
  ReadOptions read;
  read.max_file_bytes = options.max_file_bytes;
  read.same_files = options.same;
  read.jobs = options.jobs;
  return read;
}

int fail(const Streams& streams, const std::string& message, const std::string& hint) {
  streams.err << "crosscut: " << message << "\n";
  if (!hint.empty()) streams.err << "  hint: " << hint << "\n";
  return bad;
}

Loaded load(const Options& options, const std::vector<std::string>& maps) {
  MapRead joined = read_maps(maps, read_options(options));
  Linked linked = link(joined.dataset, {options.as_at});
  std::move(linked.diagnostics.begin(), linked.diagnostics.end(),
            std::back_inserter(joined.diagnostics));
  sort_diagnostics(joined.diagnostics);
  Loaded loaded{std::move(linked.graph),
                std::move(joined.diagnostics),
                joined.dataset.accepted,
                {},
                std::move(joined.made_ids)};
  if (options.release && !has_errors(loaded.diagnostics)) {
    const Released copy = release(joined.dataset, loaded.graph);
    loaded.withheld = copy.withheld;
    loaded.accepted = copy.dataset.accepted;
    // of the same day, though the row that gave it may be left out
    loaded.graph = link(copy.dataset, {loaded.graph.as_at()}).graph;
  }
  return loaded;
}

Report examine_maps(Loaded loaded, const Options& options, bool all_measures) {
  Report report =
      examine(std::move(loaded.graph), std::move(loaded.diagnostics), {options.jobs, all_measures});
  accept_findings(report, loaded.accepted);
  report.withheld = loaded.withheld;
  if (report.withheld) report.diagnostics.clear();  // they may name what is left out
  return report;
}

void print_diagnostics(const Loaded& loaded, const Streams& streams) {
  for (const Diagnostic& diagnostic : loaded.diagnostics)
    streams.err << format_diagnostic(diagnostic, loaded.graph.files(), streams.colour);
}

std::string suggest_entity(const Graph& graph, std::string_view text) {
  constexpr std::size_t most_named = 5;
  const std::vector<std::string> like = named_like(graph, text);
  if (like.size() > 1) return "it is in the names of " + join_some(like, most_named);
  std::vector<std::string_view> known;
  for (const Entity& entity : graph.entities()) {
    known.push_back(entity.id);
    known.push_back(entity.name);
  }
  if (const auto close = nearest(text, known)) return "did you mean \"" + *close + "\"?";
  return like.empty() ? "give its id, its name or an alias" : "did you mean " + like.front() + "?";
}

std::string count_diagnostics(const std::vector<Diagnostic>& diagnostics) {
  const auto errors = static_cast<std::size_t>(
      std::count_if(diagnostics.begin(), diagnostics.end(),
                    [](const Diagnostic& d) { return d.level == Level::error; }));
  const std::size_t warnings = diagnostics.size() - errors;
  return count_of(errors, "error", "errors") + ", " + count_of(warnings, "warning", "warnings");
}

std::optional<Dataset> load_dataset_or_complain(const Options& options,
                                                const std::vector<std::string>& maps,
                                                const Streams& streams) {
  MapRead joined = read_maps(maps, read_options(options));
  Linked linked = link(joined.dataset, {options.as_at});
  std::move(linked.diagnostics.begin(), linked.diagnostics.end(),
            std::back_inserter(joined.diagnostics));
  if (!has_errors(joined.diagnostics)) {
    if (!options.release) return std::move(joined.dataset);
    if (refuse_release(linked.graph, streams)) return std::nullopt;
    return release(joined.dataset, linked.graph).dataset;
  }
  sort_diagnostics(joined.diagnostics);
  complain(joined.diagnostics, joined.dataset.files, streams);
  return std::nullopt;
}

std::optional<Loaded> load_or_complain(const Options& options, const std::vector<std::string>& maps,
                                       const Streams& streams) {
  Loaded loaded = load(options, maps);
  if (!has_errors(loaded.diagnostics)) {
    if (options.release && refuse_release(loaded.graph, streams)) return std::nullopt;
    return loaded;
  }
  complain(loaded.diagnostics, loaded.graph.files(), streams);
  return std::nullopt;
}

std::string check_formats(const std::vector<std::string>& formats,
                          const std::vector<std::string_view>& known) {
  for (const std::string& format : formats) {
    if (std::find(known.begin(), known.end(), format) != known.end()) continue;
    return "unknown format \"" + format + "\"; use " +
           join_words({known.begin(), known.end()}, "or");
  }
  return {};
}

std::variant<EntityId, UsageError> find_entity(const Graph& graph, const std::string& text) {
  if (const auto entity = graph.find(text)) return *entity;
  return UsageError{"no single entity of these maps is called \"" + text + "\"",
                    suggest_entity(graph, text)};
}

Chains find_chains(const Graph& graph, EntityId from, EntityId to) {
  constexpr std::size_t most = 20;
  Chains result{shortest_chains(graph, from, to, most + 1), false};
  result.more = result.chains.size() > most;
  if (result.more) result.chains.pop_back();
  return result;
}

bool wants_json(const Options& options) {
  return !options.formats.empty() && options.formats.front() == "json";
}

std::optional<UsageError> keep_lenses(Report& report, const std::vector<std::string>& lenses) {
  if (lenses.empty()) return std::nullopt;
  const auto named = [&](const Card& card) {
    return std::find(lenses.begin(), lenses.end(), card.id) != lenses.end();
  };
  std::vector<std::string_view> ids;
  for (const Lens& lens : all_lenses()) ids.push_back(lens.card->id);
  for (const std::string& lens : lenses) {
    if (std::find(ids.begin(), ids.end(), lens) != ids.end()) continue;
    const auto close = nearest(lens, ids);
    return UsageError{"unknown lens \"" + lens + "\"", close ? "did you mean \"" + *close + "\"?"
                                                             : "crosscut explain lists the lenses"};
  }
  std::erase_if(report.findings, [&](const Finding& finding) { return !named(*finding.card); });
  std::erase_if(report.accepted,
                [&](const Accepted& accepted) { return !named(*accepted.finding.card); });
  report.lenses_left_out = std::erase_if(report.cards, [&](const Card* c) { return !named(*c); });
  return std::nullopt;
}

int write_result(const std::string& bytes, const Options& options, const Streams& streams) {
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

ImageFormat image_format(std::string_view format) {
  return format == "png" ? ImageFormat::png : format == "pdf" ? ImageFormat::pdf : ImageFormat::svg;
}

}  // namespace crosscut
