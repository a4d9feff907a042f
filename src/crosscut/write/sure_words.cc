// The words of words.h and table_words.h for how far a finding holds.
#include <fmt/format.h>

#include "crosscut/base/text.h"
#include "crosscut/write/table_words.h"
#include "crosscut/write/words.h"

namespace crosscut {

std::string of_hundred_words(const Finding& finding) {
  const double share = finding.robustness.share;
  const int of_hundred = static_cast<int>(share * 100 + 0.5);
  if (share < 1 && of_hundred == 100) return "more than 99 of 100";
  if (share > 0 && of_hundred == 0) return "fewer than 1 of 100";
  return fmt::format("{} of 100", of_hundred);
}

std::string readings_words(const Finding& finding) {
  return of_hundred_words(finding) + " readings of the evidence";
}

std::string sole_source_words(const Finding& finding, const Graph& graph) {
  constexpr std::size_t most_named = 3;
  std::vector<std::string> titles;
  for (const SourceId id : finding.robustness.rests_on)
    titles.push_back("“" + graph.source(id).title + "”");
  if (titles.empty()) return {};
  return fmt::format("It would not stand without {}: {}.",
                     titles.size() == 1
                         ? "this source"
                         : fmt::format("each of these {} sources", number(titles.size())),
                     join_some(titles, most_named));
}

std::string undo_words(const Finding& finding) {
  if (finding.flip_distance > 1)
    return fmt::format("It would take {} corrections to undo it", finding.flip_distance);
  if (finding.flips.size() > 1) return "Any one of these corrections would undo it";
  return "One correction would undo it";
}

TableWords robustness_meaning() {
  return {
      "What firm, likely, open and weak mean",
      {{"Word"}, {"Holds in, of 100 readings of the evidence"}},
      fmt::format(
          "A reading takes each relation as true as often as its confidence says. In one reading "
          "of {:.0f} it judges a source one step lower. It also supposes that the maps lack "
          "{:.0f}% of all relations, or less than half of that where they looked throughout. The "
          "figures are worked out exactly where they can be, and otherwise drawn {} times. The "
          "JSON file has them for 0% and {:.0f}% as well. Confidences are judgements, so read "
          "these figures as an order, firm before open, and not as odds.",
          1 / source_doubt, 100 * assumed_missing, number(readings_drawn), 200 * assumed_missing),
      "",
      {{"Firm", "90 or more"},
       {"Likely", "70 to 89"},
       {"Open", "50 to 69"},
       {"Weak", "Fewer than 50"}}};
}

}  // namespace crosscut
