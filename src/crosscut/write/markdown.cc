// Top, findings, questions, diagrams and foot.
#include "crosscut/write/markdown.h"

#include <fmt/format.h>

#include "crosscut/base/text.h"
#include "crosscut/model/names.h"
#include "crosscut/write/markdown_parts.h"

namespace crosscut {
namespace markdown {
namespace {

struct Page {
  const Report& report;
  const std::vector<ReportFigure>& figures;
  std::string_view image_ending;
  Selection selection;
};

Markdown top(const Report& report) {
  return paragraph(fmt::format("{}. {}. As at {}.", report.marking, page_subject(report),
                               as_at_words(report.graph))) +
         heading(1, page_title(report)) + paragraph(summary(report));
}

Markdown numbers(const Report& report) {
  Markdown text = heading(2, "In numbers");
  for (const KeyFigure& figure : key_figures(report))
    text += item(escape(figure.number + " " + figure.phrase));
  return text + "\n";
}

Markdown evidence(const Page& page, const Finding& finding) {
  const Graph& graph = page.report.graph;
  Markdown text;
  if (const auto basis = basis_words(finding, graph); !basis.empty())
    text += paragraph(join(basis, " "));
  for (const Evidence& row : finding.evidence) {
    const EvidenceWords words = evidence_words(graph, row);
    text += item(escape(words.sentence));
    for (const CitationWords& citation : words.citations) text += item(cited(graph, citation), 1);
  }
  if (!finding.evidence.empty()) text += "\n";
  if (const auto shown = figure_about(finding, graph, page.figures))
    text += paragraph(fmt::format("See figure {}: {}.", *shown + 1, page.figures[*shown].title));
  return text.empty() ? "" : heading(4, "Evidence") + text;
}

Markdown undo(const Graph& graph, const Finding& finding) {
  if (finding.flips.empty()) return {};
  Markdown text = heading(4, "What would undo it");
  if (finding.flips.size() == 1)
    text += paragraph(undo_words(finding) + ": " + finding.flips.front() + ".");
  else
    text += paragraph(undo_words(finding) + ":") + list(finding.flips);
  if (const std::string sources = sole_source_words(finding, graph); !sources.empty())
    text += paragraph(sources);
  return text;
}

Markdown part(std::string_view head, std::string_view text) {
  return text.empty() ? "" : heading(4, head) + paragraph(text);
}

Markdown headed(const Graph& graph, const Finding& finding) {
  return heading(3, finding.headline) +
         paragraph(fmt::format(
             "Severity: {}. Confidence: {}. Holds in {}: {}. Latest evidence: {}.",
             severity_mark(finding.severity), to_lower(confidence_word(finding.confidence)),
             readings_words(finding), robustness_word(finding.robustness.share),
             latest_evidence_words(finding, graph)));
}

Markdown findings_section(const Page& page) {
  Markdown text = heading(2, "Findings");
  text += paragraph(page.selection.body.empty() ? nothing_listed(page.report) : findings_order);
  if (const std::size_t rest = page.selection.table.size(); rest > 0)
    text += block(more_stand(rest) + " in [the table of all findings](#all-findings).");
  for (const Finding* finding : page.selection.body) {
    text += headed(page.report.graph, *finding) + part("Why it matters", finding->why);
    text += evidence(page, *finding) + part("Suggested action", finding->action) +
            undo(page.report.graph, *finding);
  }
  if (const auto none = looked_for_and_not_found(page.report); !none.empty())
    text += heading(3, "What we looked for and did not find") + list(none);
  return text;
}

Markdown questions_section(const Page& page) {
  if (page.selection.questions.empty()) return {};
  Markdown text = heading(2, "Questions to ask") + paragraph(why_questions);
  if (const std::size_t rest = page.selection.more_questions.size(); rest > 0)
    text += block(more_stand(rest, "question", "questions") +
                  " in [the table of all findings](#all-findings).");
  for (const Finding* finding : page.selection.questions) {
    text += headed(page.report.graph, *finding);
    if (!finding->ask.empty()) text += part("Whom to ask", capitalise(finding->ask) + ".");
    text += part("Suggested action", finding->action) + part("Why it matters", finding->why);
    text += evidence(page, *finding) + undo(page.report.graph, *finding);
  }
  return text;
}

Markdown accepted_section(const Report& report) {
  if (report.accepted.empty()) return {};
  return heading(2, "Accepted") + table(accepted_words(report));
}

Markdown diagrams_section(const Page& page) {
  if (page.figures.empty()) return {};
  Markdown text = heading(2, "Diagrams");
  if (!page.image_ending.empty()) {
    std::vector<std::string> words = diagram_words();
    words.emplace_back("Everything drawn is listed as text under each diagram.");
    text += heading(3, "How to read the diagrams") + list(words);
  } else {
    text += paragraph("This copy holds the diagrams as text.");
  }
  for (std::size_t i = 0; i < page.figures.size(); ++i)
    text += figure_words(page.figures[i], i + 1, page.image_ending);
  return text;
}

Markdown foot(const Report& report) {
  Markdown text = heading(2, "About this report");
  for (const std::string& words : about_words(report.graph, report.marking))
    text += paragraph(words);
  return text;
}

}  // namespace
}  // namespace markdown

std::string write_markdown(const Report& report, const std::vector<ReportFigure>& figures,
                           std::string_view image_ending) {
  using namespace markdown;
  const Page page{report, figures, image_ending, select_findings(report)};
  std::string text = top(report) + numbers(report) + findings_section(page) +
                     questions_section(page) + accepted_section(report) + diagrams_section(page) +
                     departments_section(report) + missions_section(report, figures) +
                     tables_section(report, page.selection) + method_section(report) +
                     quality_section(report) + foot(report);
  while (text.ends_with("\n\n")) text.pop_back();
  return text;
}

}  // namespace crosscut
