#include "crosscut/base/text.h"
#include "crosscut/lens/aims.h"
#include "crosscut/lens/lens.h"
#include "crosscut/lens/weigh.h"
#include "crosscut/model/names.h"

namespace crosscut {
namespace {

const Card card = {
    .id = "lapsed-target",
    .singular = "lapsed target",
    .plural = "lapsed targets",
    .flag = "Past its due date",
    .family = "Order and time",
    .question = "Which aims are past their date and still open?",
    .matters =
        "An aim past its date is either reached, missed or changed, and the record does "
        "not say which.",
    .definition =
        "An open mission or target whose due date is certainly before the as-at date and "
        "that is not recorded as delivered.",
    .advice = "Record whether it was reached, and close it or set a new date.",
    .caveat = "The map may simply not have been updated.",
    .rule = "R25: due before today and still open; at most Medium",
    .source = "Levelling-up and Regeneration Act 2023, Part 1; the test is ours",
    .examples = {{"interim-goal:target due 2026-03",
                  "‘Interim goal’ was due in March 2026 and is still open"},
                 {"interim-goal:target due 2026-07", ""},
                 {"interim-goal:target due 2026-03 status delivered", ""}},
};

std::vector<Finding> run(const LensInput& input) {
  const Graph& graph = input.graph;
  std::vector<Finding> findings;
  for (const EntityId aim : open_aims(graph)) {
    const PartialDate due = graph.entity(aim).due;
    if (!due.given() || !graph.as_at().given() || due.latest() >= graph.as_at().earliest())
      continue;
    Finding finding = gap_in_aim(graph, card, aim);
    finding.absence = finding.confidence =
        0.8;  // the date is on record; that nothing closed it may be an omission
    const std::string name = full_name(graph, aim);
    finding.headline =
        name + " was due " + (due.day ? "on " : "in ") + format_date(due) + " and is still open";
    finding.why = "The record does not say whether it was reached, missed or changed.";
    finding.action = "Ask " + finding.ask + " for the result, and close it or set a new date.";
    finding.flips = {"the due date, or one row that says it was delivered"};
    findings.push_back(std::move(finding));
  }
  return findings;
}

}  // namespace

const Lens lapsed_target_lens = {&card, run};

}  // namespace crosscut
