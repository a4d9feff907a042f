// What a lens finds: a sentence, how serious, how sure, and the rows that say so.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "crosscut/model/condition.h"
#include "crosscut/model/graph.h"

namespace crosscut {

enum class Severity : std::uint8_t { low, medium, high };
std::string_view word(Severity severity);  // "low"

/// Confidence bands of the report (report.md): the verbs of a finding follow its band.
enum class Band : std::uint8_t { low, medium, high };
Band band(double confidence);
std::string_view word(Band band);

/// A small map in words (model/sketch.h) and the headline that the lens gives for it; an empty
/// headline says that the lens finds nothing there.
struct Example {
  std::string_view sketch;
  std::string_view headline;
};

/// A lens in words.
struct Card {
  std::string_view id;        // kebab-case, public
  std::string_view singular;  // what one finding is called: "item without a lead"
  std::string_view plural;
  std::string_view
      flag;  // 2 to 4 words on a box that it is about: "We found no lead"; may be empty
  bool flags_all = false;     // the flag stands on every subject, not only the first
  std::string_view family;    // "Ownership", "Silos and coordination", ...
  std::string_view question;  // what it answers
  std::string_view matters;   // why the answer matters
  std::string_view definition;
  std::string_view advice;
  std::string_view caveat;  // what it cannot tell
  std::string_view rule;    // number in the rules or measures, with what it says
  std::string_view source;  // the published source of the rule
  std::vector<Example> examples;
};

/// A row that a finding rests on: a relation, or the row of an entity.
struct Evidence {
  std::optional<RelationId> relation;
  EntityId entity{};  // when there is no relation
};

// What a reading of the evidence supposes (measures.md, section 3).
inline constexpr double assumed_missing = 0.05;      // share of relations that a map lacks
inline constexpr double source_doubt = 0.05;         // of readings that judge a source lower
inline constexpr std::size_t readings_drawn = 1000;  // where the share is not worked out exactly

/// How far a finding holds when the evidence is read again.
struct Robustness {
  double share = 1;                // of the readings in which it holds
  double low = 1, high = 1;        // Wilson's 95% interval; the share itself where it is exact
  std::size_t draws = 0;           // readings drawn; 0 = worked out exactly
  double if_complete = 1;          // the share when nothing is missing from the map
  double if_twice_missing = 1;     // the share when twice as much is missing as assumed
  std::vector<SourceId> rests_on;  // sources without any one of which it would fall; ascending
};

/// In words for the reader: from 90 of 100 readings on "firm", from 70 "likely", from 50 "open",
/// below "weak".
std::string_view robustness_word(double share);

struct Finding {
  const Card* card = nullptr;
  Severity severity = Severity::low;
  double confidence = 1;
  double absence = 1;  // how sure we are of what was not found; 1 when it says nothing of the kind
  std::vector<EntityId> subjects;  // in the order that the lens gives
  std::string headline;            // a sentence without a full stop
  std::string why;                 // one or two sentences
  std::string action;              // starts with a verb
  std::string ask;                 // whom to ask, for a question
  std::vector<std::string> basis;  // counts and limits of the evidence, a sentence each
  std::vector<Evidence> evidence;
  Condition condition;             // when it holds
  Robustness robustness;           // how far it does; by lens/robustness
  std::vector<std::string> flips;  // the fewest single facts whose error would undo it
  std::size_t flip_distance = 1;   // how many of them together
  std::size_t affected = 0;        // items affected, for the order

  bool is_question() const { return band(confidence) == Band::low; }
};

/// lens:subject+subject; stable from one version of a map to the next.
std::string finding_id(const Finding& finding, const Graph& graph);

/// Severity, then confidence, then items affected (all high to low), then id.
void sort_findings(std::vector<Finding>& findings, const Graph& graph);

/// Latest date among the relations and sources cited; not given when none has a date.
PartialDate latest_evidence(const Finding& finding, const Graph& graph);

}  // namespace crosscut
