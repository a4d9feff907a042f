// The words that every report writer takes from a Report, so that the page, the text and the
// tables say the same: severity and confidence in words, the summary, the key figures, evidence in
// words, and which findings stand where. All text is plain: a writer
// escapes it for its own format.
//
//   severity_mark(Severity::high)            -> "■ High"
//   reading_word(0.5)                        -> "our reading"
//   select_findings(report).body             -> at most 12 findings, high to low
//   evidence_words(graph, e).sentence        -> "HM Treasury leads ‘Kickstart economic growth’"
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "crosscut/model/report.h"
#include "crosscut/write/figure.h"

namespace crosscut {

// Sentences that never change.
inline constexpr std::string_view findings_order =
    "Most serious first. Severity says how much is affected. Confidence says how sure the evidence "
    "is.";
inline constexpr std::string_view nothing_supported =
    "We found nothing that the evidence supports at medium or high confidence.";
inline constexpr std::string_view nothing_more_supported =
    "We found nothing more that the evidence supports at medium or high confidence.";
inline constexpr std::string_view why_questions =
    "The evidence for these is too weak to state them as findings. Each names who could settle it.";
inline constexpr std::string_view lens_meaning =
    "A lens is one question put to the maps. These ran:";
inline constexpr std::string_view severity_scope =
    "Severity says how much is affected. It does not say how sure we are.";
inline constexpr std::string_view same_files =
    "The same files with the same version give the same report.";
inline constexpr std::string_view absence_words =
    "Absence of a link is not evidence that none exists. A map shows what its authors read and "
    "wrote down.";
inline constexpr std::string_view no_warnings = "Reading the maps raised no warnings.";
inline constexpr std::string_view warnings_left_out =
    "This copy leaves out the warnings from reading the maps.";

std::string_view severity_mark(Severity severity);
/// Of a finding: "High", "Medium" or "Low".
std::string_view confidence_word(double confidence);
/// Of a relation: "stated" (0.85 or more), "implied", or "our reading" (0.5 or less).
std::string_view reading_word(double confidence);

/// "1,270": digits with a comma at each thousand.
std::string number(std::size_t count);
/// "one source", "1,270 sources", "no sources".
std::string count_words(std::size_t count, std::string_view singular, std::string_view plural);
/// Part of whole as "94%", rounded down: 100% says that none is missing. "0%" of nothing.
std::string percentage(std::size_t part, std::size_t whole);

/// "as senior responsible owner"; empty for policy.
std::string_view capacity_phrase(Capacity capacity);

/// "This shows one of 24 lenses alone: no-lead." Where only some were asked for.
std::string lenses_shown(const Report& report);
/// What stands over the report: its title, or the finding put there.
std::string_view page_title(const Report& report);
/// What the line above that says it is about: the title, where a finding stands over the report.
std::string_view page_subject(const Report& report);
/// The paragraph that opens the report: what was read and what was found, by type.
std::string summary(const Report& report);

struct KeyFigure {
  std::string number, phrase;  // "94%", "of relations have a source and a locator"
};
/// 4 to 6; the last is data quality.
std::vector<KeyFigure> key_figures(const Report& report);

/// One row that states a relation or an entity, in words.
struct CitationWords {
  std::vector<SourceId> sources;
  std::string locator;     // may be empty
  std::string confidence;  // a reading_word; empty for the row of an entity
  std::string place;       // "uk-missions/relations.csv:451"; empty when not known
};
struct EvidenceWords {
  std::string sentence;  // without a full stop
  std::vector<CitationWords> citations;
};
EvidenceWords evidence_words(const Graph& graph, const Evidence& evidence);
/// "gov.uk" of "https://www.gov.uk/plan"; empty when it is no web address.
std::string_view web_host(std::string_view url);
/// "Title, publisher, date, locator; stated; uk-missions/relations.csv:451"
std::string citation_line(const Graph& graph, const CitationWords& citation);
/// The last two parts of the file's path and the line.
std::string short_place(const Place& place, const Files& files);

/// Where each finding stands, in the order of the report. Pointers into report.findings.
struct Selection {
  std::vector<const Finding*> body;            // at most 12, of these 5 High, 3 of one lens
  std::vector<const Finding*> table;           // the rest; only in the table
  std::vector<const Finding*> questions;       // under 0.65: at most 12, of these 3 of one lens
  std::vector<const Finding*> more_questions;  // the rest; only in the table
};
Selection select_findings(const Report& report);

/// "25 June 2026", or "no date given".
std::string latest_evidence_words(const Finding& finding, const Graph& graph);
/// Counts and limits of the evidence, and which subjects are of unclear status; a sentence each.
std::vector<std::string> basis_words(const Finding& finding, const Graph& graph);
/// "2 more findings stand": opens the sentence on those only in the table.
std::string more_stand(std::size_t count, std::string_view singular = "finding",
                       std::string_view plural = "findings");
/// "Findings", "Questions to ask" or "This table only".
std::string_view where_it_stands(const Selection& selection, const Finding& finding);
/// The figure that shows the subject of the finding, if one does.
std::optional<std::size_t> figure_about(const Finding& finding, const Graph& graph,
                                        const std::vector<ReportFigure>& figures);

/// "94 of 100" and "94 of 100 readings of the evidence": those in which it holds.
std::string of_hundred_words(const Finding& finding);
std::string readings_words(const Finding& finding);
/// What it rests on: "It would also fall without one source: X." Empty when no single source does.
std::string sole_source_words(const Finding& finding, const Graph& graph);
/// "Any one of these corrections would undo it", before the list of flips.
std::string undo_words(const Finding& finding);

/// "We looked for X and found none", with a limit where findings were left out for it.
std::string found_none(const Report& report, const Card& card);
/// How many findings of the lens are accepted.
std::size_t count_accepted(const Report& report, const Card& card);
/// nothing_supported, or the same where findings are accepted.
std::string_view nothing_listed(const Report& report);
/// Lenses that ran and have neither a finding nor a question: "We looked for X and found none."
std::vector<std::string> looked_for_and_not_found(const Report& report);

/// How to read shapes, colours and lines, a sentence or two each.
std::vector<std::string> diagram_words();

/// A lens in the annex: "What counts" and the like, each with its text; without empty ones.
std::vector<std::pair<std::string_view, std::string>> lens_facts(const Report& report,
                                                                 const Card& card);
/// Versions of crosscut, Graphviz and the schema.
std::vector<std::string> version_words(const Report& report);
struct WarningWords {
  std::string place;    // "uk/relations.csv:7"; may be empty
  std::string message;  // with its hint in brackets
};
WarningWords warning_words(const Diagnostic& diagnostic, const Files& files);
/// What stands under every answer on the terminal: the marking and the day it is for.
std::string foot(const Graph& graph);
/// What a copy for release leaves out, a sentence each; none when the report is not one.
std::vector<std::string> release_words(const Report& report);
/// The foot: marking and version, how to report a problem, licences; a paragraph each.
std::vector<std::string> about_words(const Graph& graph, std::string_view marking);

}  // namespace crosscut
