// Findings, what was looked for and not found, and the questions to ask.
#include <fmt/format.h>

#include "crosscut/base/text.h"
#include "crosscut/write/html_parts.h"

namespace crosscut::html {
namespace {

std::string source_html(const Graph& graph, SourceId id) {
  const Source& source = graph.source(id);
  std::string text = source_link(source);
  if (!source.publisher.empty()) text += ", " + escape(source.publisher);
  if (source.date.given()) text += ", " + format_date(source.date);
  return text;
}

std::string rating(const Graph& graph, const Finding& finding) {
  return fmt::format(
      "<p class=\"rating\"><span>Severity: {}</span> <span>Confidence: {}</span> <span>Holds in "
      "{}: "
      "{}</span> <span>Latest evidence: {}</span></p>\n",
      severity_html(finding.severity), to_lower(confidence_word(finding.confidence)),
      readings_words(finding), robustness_word(finding.robustness.share),
      latest_evidence_words(finding, graph));
}

std::string part(std::string_view heading, std::string_view body) {
  return fmt::format("<div class=\"part\">\n<h4>{}</h4>\n{}</div>\n", heading, body);
}

/// A link to the figure that shows the subject of the finding, if one does.
std::string figure_link(const Page& page, const Finding& finding) {
  const auto shown = figure_about(finding, page.graph, page.figures);
  if (!shown) return {};
  return fmt::format("<p><a href=\"#{}\">Figure {}: {}</a></p>\n", page.figure_anchors[*shown],
                     *shown + 1, escape(page.figures[*shown].title));
}

std::string undo(const Graph& graph, const Finding& finding) {
  if (finding.flips.empty()) return {};
  std::string body = finding.flips.size() == 1
                         ? paragraph(undo_words(finding) + ": " + finding.flips[0] + ".")
                         : paragraph(undo_words(finding) + ":") + list(finding.flips);
  if (const std::string sources = sole_source_words(finding, graph); !sources.empty())
    body += paragraph(sources);
  return part("What would undo it", body);
}

std::string article(const Page& page, const Finding& finding, std::string_view body) {
  const std::string& id = page.anchors.at(&finding);
  return fmt::format(
      "<article class=\"finding {0}\" id=\"{1}\" aria-labelledby=\"{1}-h\">\n<h3 "
      "id=\"{1}-h\">{2}</h3>\n{3}{4}</article>\n",
      word(finding.severity), id, escape(finding.headline), rating(page.graph, finding), body);
}

std::string finding_article(const Page& page, const Finding& finding) {
  std::string body = part("Why it matters", paragraph(finding.why));
  body += part("Evidence", list(basis_words(finding, page.graph)) +
                               evidence_list(page.graph, finding) + figure_link(page, finding));
  body += part("Suggested action", paragraph(finding.action));
  return article(page, finding, body + undo(page.graph, finding));
}

std::string question_article(const Page& page, const Finding& finding) {
  std::string body;
  if (!finding.ask.empty()) body += part("Whom to ask", paragraph(capitalise(finding.ask) + "."));
  body += part("Suggested action", paragraph(finding.action));
  body += part("Why it matters", paragraph(finding.why));
  body += fmt::format(
      "<details>\n<summary>Evidence: {}<span class=\"hidden\"> for "
      "{}</span></summary>\n{}{}{}</details>\n",
      count_words(finding.evidence.size(), "row", "rows"), escape(finding.headline),
      list(basis_words(finding, page.graph)), evidence_list(page.graph, finding),
      figure_link(page, finding));
  return article(page, finding, body + undo(page.graph, finding));
}

}  // namespace

std::string citation_html(const Graph& graph, const CitationWords& citation) {
  std::vector<std::string> parts;
  for (const SourceId id : citation.sources) parts.push_back(source_html(graph, id));
  if (parts.empty()) parts.emplace_back("No source given");
  if (!citation.locator.empty()) parts.push_back("at: " + escape(citation.locator));
  if (!citation.confidence.empty()) parts.push_back(citation.confidence);
  if (!citation.place.empty()) parts.push_back("row " + escape(citation.place));
  return fmt::format("<span class=\"cite\">{}</span>", join(parts, "; "));
}

std::string evidence_list(const Graph& graph, const Finding& finding) {
  std::string text = "<ul class=\"evidence\">\n";
  for (const Evidence& evidence : finding.evidence) {
    const EvidenceWords words = evidence_words(graph, evidence);
    text += fmt::format("<li>{}", escape(words.sentence));
    for (const CitationWords& citation : words.citations) text += citation_html(graph, citation);
    text += "</li>\n";
  }
  return finding.evidence.empty() ? "" : text + "</ul>\n";
}

namespace {

/// "7 more findings stand in the table of all findings."
std::string rest_in_table(std::size_t rest, std::string_view singular, std::string_view plural) {
  return rest == 0 ? ""
                   : fmt::format(
                         "<p>{} in <a href=\"#table-findings\">the table of all "
                         "findings</a>.</p>\n",
                         more_stand(rest, singular, plural));
}

}  // namespace

std::string findings_section(const Page& page) {
  std::string body;
  if (page.selection.body.empty()) {
    body += paragraph(nothing_listed(page.report));
  } else {
    body += paragraph(findings_order);
    for (const Finding* finding : page.selection.body) body += finding_article(page, *finding);
  }
  body += rest_in_table(page.selection.table.size(), "finding", "findings");
  if (const auto none = looked_for_and_not_found(page.report); !none.empty())
    body += section(3, "not-found", "What we looked for and did not find", list(none));
  return section(2, "findings", "Findings", body);
}

std::string questions_section(const Page& page) {
  if (page.selection.questions.empty()) return {};
  std::string body = paragraph(why_questions);
  for (const Finding* finding : page.selection.questions) body += question_article(page, *finding);
  body += rest_in_table(page.selection.more_questions.size(), "question", "questions");
  return section(2, "questions", "Questions to ask", body);
}

std::string accepted_section(const Page& page) {
  if (page.report.accepted.empty()) return {};
  return section(2, "accepted", "Accepted",
                 table_html("table-accepted", accepted_words(page.report)));
}

}  // namespace crosscut::html
