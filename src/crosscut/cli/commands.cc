#include "crosscut/cli/commands.h"

#include <algorithm>
#include <filesystem>
#include <optional>
#include <utility>

#include "crosscut/base/parallel.h"
#include "crosscut/base/text.h"
#include "crosscut/cli/figures.h"
#include "crosscut/cli/files.h"
#include "crosscut/cli/options.h"
#include "crosscut/cli/reference.h"
#include "crosscut/lens/examine.h"
#include "crosscut/read/join.h"
#include "crosscut/write/csv.h"
#include "crosscut/write/dot.h"
#include "crosscut/write/html.h"
#include "crosscut/write/json.h"
#include "crosscut/write/svg.h"
#include "crosscut/write/text.h"

namespace crosscut {
namespace {

constexpr int clean = 0;
constexpr int bad = 2;
constexpr Budget report_page{273, 158, 24, 40};
constexpr Budget a4_page{273, 186, 24, 40};

int fail(const Streams& streams, const std::string& message, const std::string& hint = "") {
  streams.err << "crosscut: " << message << "\n";
  if (!hint.empty()) streams.err << "  hint: " << hint << "\n";
  return bad;
}

struct Loaded {
  Graph graph;
  std::vector<Diagnostic> diagnostics;
};

Loaded load(const Options& options) {
  ReadOptions read;
  read.max_file_bytes = options.max_file_bytes;
  read.same_files = options.same;
  MapRead joined = read_maps(options.arguments, read);
  Linked linked = link(joined.dataset, {options.as_at});
  std::move(linked.diagnostics.begin(), linked.diagnostics.end(),
            std::back_inserter(joined.diagnostics));
  sort_diagnostics(joined.diagnostics);
  return {std::move(linked.graph), std::move(joined.diagnostics)};
}

void print_diagnostics(const Loaded& loaded, const Streams& streams, std::ostream& where) {
  for (const Diagnostic& diagnostic : loaded.diagnostics)
    where << format_diagnostic(diagnostic, loaded.graph.files(), streams.colour);
}

std::string count_diagnostics(const std::vector<Diagnostic>& diagnostics) {
  const auto errors = static_cast<std::size_t>(
      std::count_if(diagnostics.begin(), diagnostics.end(),
                    [](const Diagnostic& d) { return d.level == Level::error; }));
  const std::size_t warnings = diagnostics.size() - errors;
  return count_of(errors, "error", "errors") + ", " + count_of(warnings, "warning", "warnings");
}

/// Loads the maps; on errors prints them all and returns nothing.
std::optional<Loaded> load_or_complain(const Options& options, const Streams& streams) {
  Loaded loaded = load(options);
  if (!has_errors(loaded.diagnostics)) return loaded;
  print_diagnostics(loaded, streams, streams.err);
  streams.err << "crosscut: " << count_diagnostics(loaded.diagnostics) << "; nothing was written\n";
  return std::nullopt;
}

int run_check(const Options& options, const Streams& streams) {
  const Loaded loaded = load(options);
  print_diagnostics(loaded, streams, streams.err);
  streams.out << capitalise(count_diagnostics(loaded.diagnostics)) << " in "
              << count_of(loaded.graph.entity_count(), "entity", "entities") << " and "
              << count_of(loaded.graph.relation_count(), "relation", "relations") << ".\n";
  return has_errors(loaded.diagnostics) ? bad : clean;
}

bool has(const std::vector<std::string>& formats, std::string_view format) {
  return std::find(formats.begin(), formats.end(), format) != formats.end();
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

std::vector<ImageFormat> image_formats(const std::vector<std::string>& formats) {
  std::vector<ImageFormat> images = {ImageFormat::svg};
  if (has(formats, "png")) images.push_back(ImageFormat::png);
  if (has(formats, "pdf")) images.push_back(ImageFormat::pdf);
  return images;
}

struct Drawn {
  std::vector<ReportFigure> in_report;
  std::vector<OutputFile> files;
  std::vector<std::string> problems;
};

void add_figure_files(const DrawnFigure& figure, const std::vector<std::string>& formats,
                      std::vector<OutputFile>& files) {
  const std::string name = "figures/" + figure.picture.id;
  if (has(formats, "svg")) {
    files.push_back(
        {name + ".svg", rewrite_svg(figure.drawing.images.at(ImageFormat::svg), figure.picture)});
    files.push_back({name + ".dot", figure.dot});
  }
  if (has(formats, "png"))
    files.push_back({name + ".png", figure.drawing.images.at(ImageFormat::png)});
  if (has(formats, "pdf"))
    files.push_back({name + ".pdf", figure.drawing.images.at(ImageFormat::pdf)});
}

/// Each figure twice: for the page of the report, and on its own with its title.
Drawn draw_all(const Report& report, const std::vector<std::string>& formats, std::size_t jobs) {
  const std::vector<FigurePlan> plans = plan_figures(report);
  std::vector<FigureResult> results(plans.size() * 2);
  parallel_for(jobs, results.size(), [&](std::size_t i) {
    const bool alone = i % 2 == 1;
    results[i] =
        draw_figure(plans[i / 2], alone ? image_formats(formats) : std::vector{ImageFormat::svg},
                    alone ? a4_page : report_page, alone);
  });
  Drawn drawn;
  for (std::size_t i = 0; i < results.size(); ++i) {
    if (!results[i].problem.empty()) drawn.problems.push_back(results[i].problem);
    if (!results[i].figure) continue;
    if (i % 2 == 0)
      drawn.in_report.push_back(report_figure(*results[i].figure));
    else
      add_figure_files(*results[i].figure, formats, drawn.files);
  }
  return drawn;
}

int run_analyse(const Options& options, const Streams& streams) {
  const std::vector<std::string> formats =
      options.formats.empty() ? std::vector<std::string>{"html", "json", "csv", "svg"}
                              : options.formats;
  if (const std::string fault =
          check_formats(formats, {"html", "json", "csv", "svg", "png", "pdf"});
      !fault.empty())
    return fail(streams, fault);
  const bool to_stdout = options.output == "-";
  if (to_stdout &&
      (formats.size() != 1 || (formats.front() != "json" && formats.front() != "html")))
    return fail(streams, "standard output takes one format, json or html", "write -f json -o -");
  auto loaded = load_or_complain(options, streams);
  if (!loaded) return bad;
  print_diagnostics(*loaded, streams, streams.err);
  Report report = examine(std::move(loaded->graph), std::move(loaded->diagnostics), {options.jobs});
  if (!options.title.empty()) report.title = options.title;
  Drawn drawn;
  const bool figures = !options.no_figures && (has(formats, "html") || has(formats, "svg") ||
                                               has(formats, "png") || has(formats, "pdf"));
  if (figures) {
    report.graphviz_version = graphviz_version();
    drawn = draw_all(report, formats, options.jobs);
    for (const std::string& problem : drawn.problems)
      streams.err << "crosscut: figure " << problem << "\n";
  }
  std::vector<OutputFile> files;
  if (has(formats, "html")) files.push_back({"report.html", write_html(report, drawn.in_report)});
  if (has(formats, "json")) files.push_back({"findings.json", write_json(report)});
  if (to_stdout) {
    streams.out << files.front().bytes;
    return clean;
  }
  if (has(formats, "csv")) {
    files.push_back({"findings.csv", write_findings_csv(report)});
    files.push_back({"measures.csv", write_measures_csv(report)});
  }
  std::move(drawn.files.begin(), drawn.files.end(), std::back_inserter(files));
  const std::string folder = options.output.empty() ? "crosscut-report" : options.output;
  if (const std::string fault = write_files(folder, files); !fault.empty())
    return fail(streams, fault);
  streams.out << write_text(report) << "\nWritten to " << folder << ": ";
  std::vector<std::string> names;
  for (const OutputFile& file : files)
    if (!file.name.starts_with("figures/")) names.push_back(file.name);
  if (figures) names.push_back(count_of(drawn.in_report.size(), "figure", "figures"));
  streams.out << join_words(names) << ".\n";
  return clean;
}

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

std::variant<FigurePlan, UsageError> plan_view(const Report& report, const Options& options) {
  if (options.view == "departments") return plan_departments(report);
  if (options.view == "mission") {
    auto mission = find_mission(report.graph, options.focus);
    if (const auto* fault = std::get_if<UsageError>(&mission)) return *fault;
    return plan_mission(report, std::get<EntityId>(mission));
  }
  const auto close = nearest(options.view, {"departments", "mission"});
  if (options.view.empty())
    return UsageError{"draw needs --view", "--view departments or --view mission --focus ID"};
  return UsageError{
      "unknown view \"" + options.view + "\"",
      close ? "did you mean \"" + *close + "\"?" : "the views are departments and mission"};
}

int run_draw(const Options& options, const Streams& streams) {
  const std::string format = options.formats.empty() ? "svg" : options.formats.front();
  if (options.formats.size() > 1) return fail(streams, "draw writes one format at a time");
  if (const std::string fault = check_formats({format}, {"svg", "png", "pdf", "dot"});
      !fault.empty())
    return fail(streams, fault);
  auto loaded = load_or_complain(options, streams);
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

int run_explain(const Options& options, const Streams& streams) {
  for (const std::string& word : options.arguments) {
    const auto text = explain(word);
    if (!text)
      return fail(streams, "no lens or code is called \"" + word + "\"", suggest_explained(word));
    streams.out << *text;
  }
  return clean;
}

}  // namespace

int run(const std::vector<std::string>& arguments, const Streams& streams) {
  const auto parsed = parse_options(arguments);
  if (const auto* information = std::get_if<Information>(&parsed)) {
    streams.out << information->text;
    return clean;
  }
  if (const auto* fault = std::get_if<UsageError>(&parsed))
    return fail(streams, fault->message, fault->hint);
  const Options& options = std::get<Options>(parsed);
  if (options.arguments.empty())
    return fail(streams,
                options.command == "explain" ? "give a lens or a code"
                                             : "give the folder of at least one map",
                "crosscut " + options.command + " --help");
  if (options.command == "check") return run_check(options, streams);
  if (options.command == "analyse") return run_analyse(options, streams);
  if (options.command == "draw") return run_draw(options, streams);
  return run_explain(options, streams);
}

}  // namespace crosscut
