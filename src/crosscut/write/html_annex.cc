// Annex A, how the findings were made, and Annex B, what the maps lack.
#include <fmt/format.h>

#include "crosscut/base/text.h"
#include "crosscut/write/html_parts.h"
#include "crosscut/write/measure_words.h"

namespace crosscut::html {
namespace {

std::string lens_html(const Report& report, const Card& card) {
  std::string text = fmt::format("<h4>{}</h4>\n<dl>\n", escape(card.question));
  for (const auto& [name, words] : lens_facts(report, card))
    text += fmt::format("<div><dt>{}</dt><dd>{}</dd></div>\n", name, escape(words));
  return text + "</dl>\n";
}

std::string lenses_html(const Report& report) {
  std::string text = paragraph(lens_meaning);
  for (const Card* card : report.cards) text += lens_html(report, *card);
  return text;
}

std::string severity_table() {
  Table table("table-severity", "What severity means", {{"Severity"}, {"Rule of thumb"}});
  for (const Severity severity : {Severity::high, Severity::medium, Severity::low})
    table.row({severity_html(severity), std::string(severity_meaning(severity))});
  return paragraph(severity_scope) + table.html();
}

std::string files_html(const Graph& graph) {
  Table table("table-files", "Files read, with their SHA-256", {{"File"}, {"SHA-256"}});
  for (const auto& file : graph.files())
    table.row(
        {escape(short_path(file->path)),
         "<code>" + escape(file->sha256().empty() ? "Not computed" : file->sha256()) + "</code>"});
  return paragraph(same_files) + table.html();
}

std::string warnings_html(const Report& report) {
  if (report.withheld) return paragraph(warnings_left_out);
  if (report.diagnostics.empty()) return paragraph(no_warnings);
  std::vector<std::string> lines;
  for (const Diagnostic& diagnostic : report.diagnostics) {
    const WarningWords words = warning_words(diagnostic, report.graph.files());
    lines.push_back(words.place.empty() ? words.message : words.place + ": " + words.message);
  }
  return fmt::format("<details>\n<summary>{} from reading the maps</summary>\n{}</details>\n",
                     capitalise(count_words(lines.size(), "warning", "warnings")), list(lines));
}

}  // namespace

std::string method_section(const Page& page) {
  std::string body =
      section(3, "method-lenses", "What each lens looks for", lenses_html(page.report));
  body += section(3, "method-severity", "Severity", severity_table());
  body += section(3, "method-confidence", "Confidence",
                  table_html("table-confidence", confidence_meaning()));
  body += section(3, "method-robustness", "How far findings hold",
                  table_html("table-robustness", robustness_meaning()));
  body +=
      section(3, "method-figures", "Figures for experts",
              table_html("table-figures", map_measure_words(page.report)) +
                  table_html("table-department-figures", department_measure_words(page.report)));
  body += section(3, "method-versions", "Versions", list(version_words(page.report)));
  body += section(3, "method-files", "Files read", files_html(page.graph));
  return section(2, "method", "Annex A: method", body);
}

std::string quality_section(const Page& page) {
  std::string body = paragraph(absence_words);
  if (const auto words = release_words(page.report); !words.empty())
    body += section(3, "quality-release", "What this copy leaves out", list(words));
  if (!page.report.not_looked_for.empty())
    body +=
        section(3, "not-looked-for", "What was not looked for", list(page.report.not_looked_for));
  body += section(3, "quality-counts", "Counts",
                  table_html("table-quality", quality_words(page.report)));
  body += section(3, "quality-maps", "What the maps cover",
                  table_html("table-coverage", coverage_words(page.graph)));
  if (const std::string table = table_html("table-departments", department_words(page.report));
      !table.empty())
    body += section(3, "quality-departments", "Coverage by department", table);
  body += section(3, "quality-warnings", "Warnings", warnings_html(page.report));
  return section(2, "quality", "Annex B: data quality", body);
}

}  // namespace crosscut::html
