#include "crosscut/write/explain.h"

#include <fmt/format.h>

#include <cmath>

#include "crosscut/base/text.h"
#include "crosscut/model/homes.h"
#include "crosscut/write/table_words.h"
#include "crosscut/write/words.h"

namespace crosscut {
namespace {

std::string percent(double share) { return fmt::format("{:.0f}%", share * 100); }

/// The first row that is no surer than the finding, if one is.
const Evidence* weakest_row(const Graph& graph, const Finding& finding) {
  constexpr double rounding = 1e-9;
  for (const Evidence& evidence : finding.evidence)
    if (evidence.relation &&
        std::abs(graph.relation(*evidence.relation).confidence - finding.confidence) < rounding)
      return &evidence;
  return nullptr;
}

/// Why the finding is as sure as it is (measures.md, section 3).
std::string why_so_sure(const Graph& graph, const Finding& finding) {
  if (finding.confidence >= 1) return "Each row that it cannot do without is stated by a source.";
  if (finding.confidence >= finding.absence)
    return fmt::format("It is as sure as what we did not find: {}.{}", percent(finding.absence),
                       finding.absence < recorded_confidence
                           ? " We found no map that says it looked for this throughout."
                           : "");
  const Evidence* weakest = weakest_row(graph, finding);
  if (weakest == nullptr)
    return "It is as sure as the weakest of the rows below and of the leads behind them.";
  const EvidenceWords words = evidence_words(graph, *weakest);
  const CitationWords& row = words.citations.front();
  const bool alone =
      !holds(finding.condition, [&](RelationId r) { return r != *weakest->relation; });
  return fmt::format("It is as sure as the weakest row {}: {} ({}).",
                     alone ? "that it cannot do without" : "of as many as it takes", words.sentence,
                     join({row.confidence, row.place}, ", "));
}

/// In how many readings of the evidence it holds, and what that depends on.
std::string how_far(const Finding& finding) {
  const Robustness& r = finding.robustness;
  std::string text =
      fmt::format("Holds in {}: {}.", readings_words(finding), robustness_word(r.share));
  if (r.draws > 0)
    text += fmt::format(" With {} drawn, from {} to {} of 100 (95% interval).", number(r.draws),
                        std::lround(r.low * 100), std::lround(r.high * 100));
  constexpr double worth_telling = 0.01;
  if (r.if_complete - r.if_twice_missing >= worth_telling)
    text += fmt::format(
        " That supposes that the maps lack {:.0f}% of relations; it is {} if they lack none and {} "
        "if they lack twice as much.",
        100 * assumed_missing, std::lround(r.if_complete * 100),
        std::lround(r.if_twice_missing * 100));
  return text;
}

std::string part(std::string_view heading, const std::string& body) {
  return body.empty() ? "" : fmt::format("\n{}\n{}", heading, body);
}

std::string line(const std::string& text) { return text.empty() ? "" : "  " + text + "\n"; }

std::string rating(const Graph& graph, const Finding& finding) {
  return fmt::format(
      "  Severity: {}. {}.\n  Confidence: {}, {}. {}\n  {}\n  Latest evidence: {}.\n",
      severity_mark(finding.severity), severity_meaning(finding.severity),
      to_lower(confidence_word(finding.confidence)), percent(finding.confidence),
      why_so_sure(graph, finding), how_far(finding), latest_evidence_words(finding, graph));
}

std::string standing(const Finding& finding, const Accepted* accepted) {
  if (accepted != nullptr)
    return fmt::format("  Accepted{}: {}\n",
                       accepted->until.given() ? " until " + format_date(accepted->until) : "",
                       accepted->reason);
  return finding.is_question()
             ? "  A question to ask: the evidence is too weak to state it as a finding.\n"
             : "";
}

std::string cited(const Graph& graph, const CitationWords& row) {
  std::string text;
  for (const SourceId id : row.sources) {
    const Source& source = graph.source(id);
    std::vector<std::string> words = {source.title};
    if (!source.publisher.empty()) words.push_back(source.publisher);
    if (source.date.given()) words.push_back(format_date(source.date));
    text += fmt::format("      {}\n", join(words, ", "));
    if (!source.url.empty()) text += fmt::format("      {}\n", source.url);
  }
  if (row.sources.empty()) text += "      No source given\n";
  std::vector<std::string> rest;
  if (!row.locator.empty()) rest.push_back("at: " + row.locator);
  for (const std::string& word : {row.confidence, row.place})
    if (!word.empty()) rest.push_back(word);
  return rest.empty() ? text : text + fmt::format("      {}\n", join(rest, "; "));
}

std::string evidence(const Graph& graph, const Finding& finding) {
  std::string text;
  for (const std::string& basis : finding.basis) text += line(basis);
  for (std::size_t i = 0; i < finding.evidence.size(); ++i) {
    const EvidenceWords words = evidence_words(graph, finding.evidence[i]);
    text += fmt::format("  {}. {}\n", i + 1, words.sentence);
    for (const CitationWords& row : words.citations) text += cited(graph, row);
  }
  return text;
}

std::string undo(const Graph& graph, const Finding& finding) {
  if (finding.flips.empty()) return {};
  std::string text = line(undo_words(finding) + ":");
  for (const std::string& flip : finding.flips) text += line("- " + flip);
  return text + line(sole_source_words(finding, graph));
}

std::string lens(const Report& report, const Card& card) {
  std::string text = line(std::string(card.question));
  for (const auto& [name, words] : lens_facts(report, card))
    text += fmt::format("  {}: {}\n", name, words);
  return text;
}

std::string entry(const Report& report, const Finding& finding, std::string_view standing) {
  return fmt::format("{}\n    {}, {} confidence{}: {}\n", finding_id(finding, report.graph),
                     severity_mark(finding.severity), to_lower(confidence_word(finding.confidence)),
                     standing, finding.headline);
}

}  // namespace

std::string write_finding_text(const Report& report, const Finding& finding,
                               const Accepted* accepted) {
  const Graph& graph = report.graph;
  std::string text = fmt::format("{}\n{}\n\n", finding.headline, finding_id(finding, graph));
  text += rating(graph, finding) + standing(finding, accepted);
  text += part("Why it matters", line(finding.why));
  text += part("Evidence", evidence(graph, finding));
  text += part("What would undo it", undo(graph, finding));
  text += part("Whom to ask", line(capitalise(finding.ask)));
  text += part("Suggested action", line(finding.action));
  return text + part("The lens that found it", lens(report, *finding.card)) + foot(graph);
}

std::string write_finding_list(const Report& report, const Card* card) {
  std::string text;
  for (const Finding& finding : report.findings)
    if (card == nullptr || finding.card->id == card->id)
      text += entry(report, finding, finding.is_question() ? ", a question" : "");
  for (const Accepted& accepted : report.accepted)
    if (card == nullptr || accepted.finding.card->id == card->id)
      text += entry(report, accepted.finding, ", accepted");
  if (!text.empty()) return text + foot(report.graph);
  return (card == nullptr ? std::string(nothing_supported) : found_none(report, *card)) + "\n" +
         foot(report.graph);
}

}  // namespace crosscut
