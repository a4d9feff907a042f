#include "crosscut/write/text.h"

#include <fmt/format.h>

#include "crosscut/base/text.h"
#include "crosscut/model/names.h"
#include "crosscut/write/words.h"

namespace crosscut {
namespace {

/// "Title (uk-missions/relations.csv:451)" of the strongest row that a finding cites.
std::string first_source(const Graph& graph, const Finding& finding) {
  const Evidence& first = finding.evidence.front();
  const Place place = first.relation ? graph.relation(*first.relation).citations.front().place
                                     : graph.entity(first.entity).place;
  const auto& sources = first.relation ? graph.relation(*first.relation).citations.front().sources
                                       : graph.entity(first.entity).sources;
  std::string text = sources.empty() ? "no source given" : graph.source(sources.front()).title;
  if (place.known())
    text += fmt::format(" ({}:{})", short_path(graph.files()[place.file]->path), place.line);
  if (finding.evidence.size() > 1)
    text += fmt::format(" and {}", count_of(finding.evidence.size() - 1, "more row", "more rows"));
  return text;
}

std::string describe(const Graph& graph, const Finding& finding) {
  return fmt::format("{}, {} confidence: {}. [{}]\n    {}\n    Source: {}\n",
                     severity_mark(finding.severity), to_lower(confidence_word(finding.confidence)),
                     finding.headline, finding_id(finding, graph), finding.action,
                     first_source(graph, finding));
}

std::string section(const Report& report, std::string_view heading, bool questions) {
  std::string text;
  std::size_t count = 0;
  for (const Finding& finding : report.findings) {
    if (finding.is_question() != questions) continue;
    text += describe(report.graph, finding);
    ++count;
  }
  if (count == 0) return questions ? "" : std::string(nothing_listed(report)) + "\n";
  return fmt::format("{} ({})\n\n{}\n", heading, count, text);
}

}  // namespace

std::string write_text(const Report& report) {
  const std::string over = report.headline.empty() ? "" : report.headline + "\n";
  std::string text = fmt::format("{}{}\n{}, as at {}.\n\n{}\n\n", over, report.title,
                                 report.marking, as_at_words(report.graph), summary(report));
  text += section(report, "Findings", false);
  text += section(report, "Questions to ask", true);
  for (const std::string& told : report.not_looked_for) text += "Not looked for. " + told + "\n";
  return text;
}

}  // namespace crosscut
