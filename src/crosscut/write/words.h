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
#include <string>
#include <string_view>
#include <vector>

#include "crosscut/model/report.h"

namespace crosscut {

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
/// "Title, publisher, date, locator; stated; uk-missions/relations.csv:451"
std::string citation_line(const Graph& graph, const CitationWords& citation);
/// The last two parts of the file's path and the line.
std::string short_place(const Place& place, const Files& files);

/// Where each finding stands, in the order of the report. Pointers into report.findings.
struct Selection {
  std::vector<const Finding*> body;       // at most 12, of these 5 High, 3 of one lens
  std::vector<const Finding*> table;      // the rest; only in the table
  std::vector<const Finding*> questions;  // under 0.65
};
Selection select_findings(const Report& report);

/// "Any one of these corrections would undo it", before the list of flips.
std::string undo_words(const Finding& finding);

/// Lenses that ran and have neither a finding nor a question: "We looked for X and found none."
std::vector<std::string> looked_for_and_not_found(const Report& report);

}  // namespace crosscut
