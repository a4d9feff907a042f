// The tables and the two annexes.
#include <fmt/format.h>

#include "crosscut/base/text.h"
#include "crosscut/model/names.h"
#include "crosscut/write/markdown_parts.h"
#include "crosscut/write/matrix.h"
#include "crosscut/write/measure_words.h"

namespace crosscut::markdown {
namespace {

Markdown findings_table(const Report& report, const Selection& selection) {
  std::vector<std::vector<Markdown>> rows;
  for (const Finding& finding : report.findings)
    rows.push_back({Markdown(severity_mark(finding.severity)),
                    Markdown(confidence_word(finding.confidence)), escape(finding.headline),
                    escape(finding.action), escape(evidence_count_words(report.graph, finding)),
                    Markdown(of_hundred_words(finding)),
                    Markdown(where_it_stands(selection, finding))});
  if (rows.empty()) return paragraph("We found none.");
  return table(findings_caption,
               {{"Severity"},
                {"Confidence"},
                {"Finding"},
                {"Suggested action"},
                {"Evidence"},
                {"Holds in"},
                {"Where it stands"}},
               rows);
}

/// With every kind of lead in one column, as a page is narrower than a screen.
Markdown ownership_table(const Graph& graph) {
  TableWords words = ownership_words(graph);
  constexpr std::size_t lead = 2, presumed = 3, co_leads = 4;
  const auto narrow = [](auto& cells) {
    cells.erase(cells.begin() + presumed, cells.begin() + co_leads + 1);
  };
  for (auto& row : words.rows) {
    std::vector<std::string> all;
    if (!row[lead].text.empty()) all.push_back(row[lead].text);
    if (!row[presumed].text.empty()) all.push_back("Presumed: " + row[presumed].text);
    if (!row[co_leads].text.empty()) all.push_back("Co-leads: " + row[co_leads].text);
    row[lead].text = join(all, ". ");
    narrow(row);
  }
  narrow(words.columns);
  return table(words);
}

Markdown initials_table(const Graph& graph) {
  std::vector<std::vector<Markdown>> rows;
  for (std::size_t i = 0; i < graph.entity_count(); ++i) {
    const EntityId id{static_cast<std::uint32_t>(i)};
    if (graph.entity(id).kind != Kind::department || !graph.open(id)) continue;
    const std::string letters = initials(graph, id);
    if (letters != graph.entity(id).name)
      rows.push_back({escape(letters), escape(graph.entity(id).name)});
  }
  return table("What the initials of departments stand for", {{"Initials"}, {"Department"}}, rows);
}

Markdown lens_words(const Report& report, const Card& card) {
  Markdown text = heading(4, card.question);
  for (const auto& [name, words] : lens_facts(report, card))
    text += item(fmt::format("{}: {}", name, escape(words)));
  return text + "\n";
}

Markdown severity_table() {
  std::vector<std::vector<Markdown>> rows;
  for (const Severity severity : {Severity::high, Severity::medium, Severity::low})
    rows.push_back({Markdown(severity_mark(severity)), Markdown(severity_meaning(severity))});
  return paragraph(severity_scope) +
         table("What severity means", {{"Severity"}, {"Rule of thumb"}}, rows);
}

Markdown files_table(const Graph& graph) {
  std::vector<std::vector<Markdown>> rows;
  for (const auto& file : graph.files())
    rows.push_back({code(short_path(file->path)),
                    file->sha256().empty() ? "Not computed" : code(file->sha256())});
  return paragraph(same_files) +
         table("Files read, with their SHA-256", {{"File"}, {"SHA-256"}}, rows);
}

Markdown warnings(const Report& report) {
  if (report.withheld) return paragraph(warnings_left_out);
  if (report.diagnostics.empty()) return paragraph(no_warnings);
  Markdown text;
  for (const Diagnostic& diagnostic : report.diagnostics) {
    const WarningWords words = warning_words(diagnostic, report.graph.files());
    text += item((words.place.empty() ? "" : code(words.place) + ": ") + escape(words.message));
  }
  return text + "\n";
}

}  // namespace

Markdown tables_section(const Report& report, const Selection& selection) {
  Markdown text = heading(2, "Tables");
  text += paragraph(
      "The tables of relations, of organisations and items, and of sources are long. They stand in "
      "the HTML report and in the CSV files of the maps.");
  text += heading(3, "All findings") + findings_table(report, selection);
  text += heading(3, "Ownership") + ownership_table(report.graph) + initials_table(report.graph);
  text += heading(3, "Departments that work together") + table(pair_words(report));
  if (const auto matrix = needs_matrix(report))
    text += heading(3, "Which department relies on which") + table(matrix_words(*matrix));
  return text;
}

Markdown method_section(const Report& report) {
  Markdown text = heading(2, "Annex A: method") + heading(3, "What each lens looks for");
  text += paragraph(lens_meaning);
  for (const Card* card : report.cards) text += lens_words(report, *card);
  text += heading(3, "Severity") + severity_table();
  text += heading(3, "Confidence") + table(confidence_meaning());
  text += heading(3, "How far findings hold") + table(robustness_meaning());
  text += heading(3, "Figures for experts") + table(map_measure_words(report)) +
          table(department_measure_words(report));
  text += heading(3, "Versions") + list(version_words(report));
  return text + heading(3, "Files read") + files_table(report.graph);
}

Markdown quality_section(const Report& report) {
  Markdown text = heading(2, "Annex B: data quality") + paragraph(absence_words);
  if (const auto words = release_words(report); !words.empty())
    text += heading(3, "What this copy leaves out") + list(words);
  if (!report.not_looked_for.empty())
    text += heading(3, "What was not looked for") + list(report.not_looked_for);
  text += heading(3, "Counts") + table(quality_words(report));
  text += heading(3, "What the maps cover") + table(coverage_words(report.graph));
  if (const Markdown departments = table(department_words(report)); !departments.empty())
    text += heading(3, "Coverage by department") + departments;
  return text + heading(3, "Warnings") + warnings(report);
}

}  // namespace crosscut::markdown
