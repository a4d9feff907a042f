// analyse: the report, its tables and its figures into a folder.
#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <utility>

#include "crosscut/base/parallel.h"
#include "crosscut/base/text.h"
#include "crosscut/cli/command.h"
#include "crosscut/cli/figures.h"
#include "crosscut/cli/files.h"
#include "crosscut/draw/child.h"
#include "crosscut/model/finding_names.h"
#include "crosscut/write/csv.h"
#include "crosscut/write/html.h"
#include "crosscut/write/json.h"
#include "crosscut/write/markdown.h"
#include "crosscut/write/svg.h"
#include "crosscut/write/text.h"

namespace crosscut {
namespace {

struct Drawn {
  std::vector<ReportFigure> in_report;
  std::vector<OutputFile> files;
  std::vector<std::string> problems;
};

/// Each figure twice: for the page of the report, and on its own with its title.
Drawn draw_all(const Report& report, const std::vector<std::string>& formats, std::size_t jobs) {
  const std::vector<FigurePlan> plans = plan_figures(report);
  std::vector<FigureResult> results(plans.size() * 2);
  parallel_for(kSanitized ? 1 : jobs, results.size(), [&](std::size_t i) {
    const bool alone = i % 2 == 1;
    results[i] = draw_figure(
        plans[i / 2],
        alone ? FigureOptions{.formats = image_formats(formats), .budget = a4_page, .title = true}
              : FigureOptions{.formats = {ImageFormat::svg}});
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

/// 1 when a finding is at least as severe as --fail-on says.
int exit_code(const Report& report, const Options& options) {
  const bool severe =
      options.fail_on &&
      std::any_of(report.findings.begin(), report.findings.end(), [&](const Finding& finding) {
        return !finding.is_question() && finding.severity >= *options.fail_on;
      });
  return severe ? found : clean;
}

/// The report of the maps as the options ask for it.
Report make_report(Loaded loaded, const Options& options) {
  Report report = examine_maps(std::move(loaded), options, true);
  if (!options.title.empty()) report.title = options.title;
  const auto leave_out = [&](auto is_out) {
    return std::erase_if(report.findings, [&](const Finding& finding) {
      const bool out = is_out(finding);
      if (out) report.thinned.insert(finding.card->id);
      return out;
    });
  };
  report.left_out = leave_out(
      [&](const Finding& finding) { return finding.confidence < options.min_confidence; });
  constexpr double half = 0.5;
  report.least_robustness = options.min_robustness.value_or(half);
  report.not_robust = leave_out([&](const Finding& finding) {
    const bool asked = !options.min_robustness && finding.is_question();  // as it is weak
    return !asked && finding.robustness.share < report.least_robustness;
  });
  return report;
}

/// Puts the finding that --headline names over the report; says what is wrong when there is none.
std::optional<UsageError> set_headline(Report& report, const std::string& id) {
  if (id.empty()) return std::nullopt;
  const FindingNames names(report);
  const auto known = names.find(id);
  for (const Finding& finding : report.findings) {
    if (finding_id(finding, report.graph) != known) continue;
    report.headline = finding.headline;
    return std::nullopt;
  }
  const std::string hint = names.suggest(id);
  return UsageError{
      "no finding of this report has the id \"" + id + "\"",
      hint.empty() ? "analyse prints the id of each finding in square brackets" : hint};
}

/// What is wrong with the formats asked for, and how to mend it.
std::optional<UsageError> check_request(const Options& options,
                                        const std::vector<std::string>& formats) {
  const std::string fault =
      check_formats(formats, {"html", "md", "json", "csv", "svg", "png", "pdf"});
  if (!fault.empty()) return UsageError{fault, ""};
  const bool one_page = formats.size() == 1 && has_format({"json", "html", "md"}, formats.front());
  if (options.output == "-" && !one_page)
    return UsageError{"standard output takes one format: json, html or md", "write -f json -o -"};
  return std::nullopt;
}

bool wants_figures(const Options& options, const std::vector<std::string>& formats) {
  return !options.no_figures && std::any_of(formats.begin(), formats.end(), [](const auto& format) {
    return format != "json" && format != "csv";
  });
}

std::vector<OutputFile> make_files(const Report& report, Drawn drawn,
                                   const std::vector<std::string>& formats) {
  std::vector<OutputFile> files;
  if (has_format(formats, "html"))
    files.push_back({"report.html", write_html(report, drawn.in_report)});
  if (has_format(formats, "md"))
    files.push_back({"report.md", write_markdown(report, drawn.in_report, linked_ending(formats))});
  if (has_format(formats, "json")) files.push_back({"findings.json", write_json(report)});
  if (has_format(formats, "csv")) {
    files.push_back({"findings.csv", write_findings_csv(report)});
    files.push_back(
        {"measures.csv", write_measures_csv(report.graph, report.measures, report.marking)});
  }
  std::move(drawn.files.begin(), drawn.files.end(), std::back_inserter(files));
  return files;
}

}  // namespace

int run_analyse(const Options& options, const Streams& streams) {
  const std::vector<std::string> formats =
      options.formats.empty() ? std::vector<std::string>{"html", "md", "json", "csv", "svg"}
                              : options.formats;
  if (const auto fault = check_request(options, formats))
    return fail(streams, fault->message, fault->hint);
  auto loaded = load_or_complain(options, options.arguments, streams);
  if (!loaded) return bad;
  Report report = make_report(std::move(*loaded), options);
  if (const auto fault = keep_lenses(report, options.lenses))
    return fail(streams, fault->message, fault->hint);
  if (const auto fault = set_headline(report, options.headline))
    return fail(streams, fault->message, fault->hint);
  if (!report.diagnostics.empty())
    streams.err << "crosscut: " << count_diagnostics(report.diagnostics)
                << "; crosscut check prints them\n";
  Drawn drawn;
  if (wants_figures(options, formats)) {
    report.graphviz_version = graphviz_version();
    drawn = draw_all(report, formats, options.jobs);
    for (const std::string& problem : drawn.problems)
      streams.err << "crosscut: figure " << problem << "\n";
  }
  const std::size_t figures = drawn.in_report.size();
  const std::vector<OutputFile> files = make_files(report, std::move(drawn), formats);
  if (options.output == "-") {
    streams.out << files.front().bytes;
    return exit_code(report, options);
  }
  const std::string folder = options.output.empty() ? "crosscut-report" : options.output;
  if (const std::string fault = write_files(folder, files); !fault.empty())
    return fail(streams, fault);
  streams.out << write_text(report) << "\n" << what_was_written(folder, files, figures);
  return exit_code(report, options);
}

}  // namespace crosscut
