#include "crosscut/write/finding_changes.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>

#include "crosscut/base/text.h"
#include "crosscut/write/words.h"

namespace crosscut {
namespace {

using Json = nlohmann::ordered_json;

Json finding_json(const Report& report, const Finding* finding) {
  if (finding == nullptr) return nullptr;
  return {{"id", finding_id(*finding, report.graph)},
          {"severity", word(finding->severity)},
          {"confidence", finding->confidence},
          {"headline", finding->headline}};
}

}  // namespace

std::string change_heading(std::string_view words, std::size_t count) {
  return fmt::format("\n{} ({})\n", words, count);
}

std::size_t count_turns(const std::vector<FindingChange>& changes, Turn turn) {
  return static_cast<std::size_t>(
      std::count_if(changes.begin(), changes.end(),
                    [&](const FindingChange& change) { return change.turn == turn; }));
}

std::string finding_changes_text(const std::vector<FindingChange>& changes) {
  std::string text;
  constexpr std::array<std::pair<Turn, std::string_view>, 2> turns = {
      {{Turn::appears, "Findings and questions that appear"},
       {Turn::vanishes, "Findings and questions that vanish"}}};
  for (const auto& [turn, words] : turns) {
    text += change_heading(words, count_turns(changes, turn));
    for (const FindingChange& change : changes) {
      if (change.turn != turn) continue;
      const Finding& finding = change.after != nullptr ? *change.after : *change.before;
      text += fmt::format("  {}{}: {}\n", severity_mark(finding.severity),
                          finding.is_question() ? ", a question" : "", finding.headline);
    }
  }
  std::string changed;
  std::size_t count = 0;
  for (const FindingChange& change : changes) {
    if (change.turn != Turn::persists || change.before->severity == change.after->severity)
      continue;
    ++count;
    changed += fmt::format("  From {} to {}: {}\n", word(change.before->severity),
                           word(change.after->severity), change.after->headline);
  }
  if (count > 0) text += change_heading("Findings of another severity", count) + changed;
  return text + fmt::format("\n{} persist.\n",
                            capitalise(count_of(count_turns(changes, Turn::persists),
                                                "finding or question", "findings and questions")));
}

std::string finding_changes_json(const std::vector<FindingChange>& changes, const Report& before,
                                 const Report& after) {
  Json findings = Json::array();
  for (const FindingChange& change : changes)
    findings.push_back({{"turn", word(change.turn)},
                        {"before", finding_json(before, change.before)},
                        {"after", finding_json(after, change.after)}});
  return findings.dump();
}

}  // namespace crosscut
