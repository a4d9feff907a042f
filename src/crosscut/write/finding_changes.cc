#include "crosscut/write/finding_changes.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "crosscut/base/text.h"
#include "crosscut/write/words.h"

namespace crosscut {
namespace {

/// Its rows stand below it, folded.
PaperItem finding_item(const Report& report, const Finding& finding) {
  PaperItem item{fmt::format("{}{}: {}", severity_mark(finding.severity),
                             finding.is_question() ? ", a question" : "", finding.headline),
                 {},
                 {},
                 nullptr,
                 true};
  for (const Evidence& evidence : finding.evidence) {
    EvidenceWords words = evidence_words(report.graph, evidence);
    item.below.push_back(
        {capitalise(words.sentence), {}, std::move(words.citations), &report.graph, false});
  }
  return item;
}

}  // namespace

std::size_t count_turns(const std::vector<FindingChange>& changes, Turn turn) {
  return static_cast<std::size_t>(
      std::count_if(changes.begin(), changes.end(),
                    [&](const FindingChange& change) { return change.turn == turn; }));
}

std::vector<PaperPart> finding_changes_parts(const std::vector<FindingChange>& changes,
                                             const Report& before, const Report& after,
                                             const std::string& id) {
  const std::size_t persist = count_turns(changes, Turn::persists);
  std::vector<PaperPart> parts;
  constexpr std::array<std::pair<Turn, std::string_view>, 2> turns = {
      {{Turn::appears, "Findings and questions that appear"},
       {Turn::vanishes, "Findings and questions that vanish"}}};
  for (const auto& [turn, words] : turns) {
    PaperPart part{fmt::format("{}-{}", id, word(turn)),
                   counted(words, count_turns(changes, turn))};
    for (const FindingChange& change : changes) {
      if (change.turn != turn) continue;
      part.items.push_back(change.after != nullptr ? finding_item(after, *change.after)
                                                   : finding_item(before, *change.before));
    }
    if (part.items.empty()) part.paragraphs.emplace_back("We found none.");
    parts.push_back(std::move(part));
  }
  PaperPart changed{id + "-severity", "Findings of another severity"};
  for (const FindingChange& change : changes)
    if (change.turn == Turn::persists && change.before->severity != change.after->severity)
      changed.items.push_back({fmt::format("From {} to {}: {}", word(change.before->severity),
                                           word(change.after->severity), change.after->headline)});
  if (!changed.items.empty()) {
    changed.heading = counted(changed.heading, changed.items.size());
    parts.push_back(std::move(changed));
  }
  parts.back().paragraphs.push_back(capitalise(count_of(persist, "finding or question persists",
                                                        "findings and questions persist")) +
                                    ".");
  return parts;
}

}  // namespace crosscut
