#include "crosscut/base/text.h"
#include "crosscut/lens/aims.h"
#include "crosscut/lens/lens.h"
#include "crosscut/lens/weigh.h"
#include "crosscut/model/names.h"

namespace crosscut {
namespace {

const Card card = {
    .id = "no-due-date",
    .singular = "aim without a due date",
    .plural = "aims without a due date",
    .flag = "We found no due date",
    .family = "Ownership",
    .question = "Which missions and targets have no date?",
    .matters = "An aim without a date can always be met later.",
    .definition =
        "An open mission or target without a due date, and, for a mission, with no "
        "target that has one.",
    .advice = "Write down by when it is to be reached.",
    .caveat = "The date may stand in a document that the map does not cite.",
    .rule = "R25 and R29: a mission is targeted, measurable and time-bound",
    .source =
        "Levelling-up and Regeneration Act 2023, Part 1; European Commission, Missions in "
        "Horizon Europe, February 2021",
    .examples = {{"dfe leads opportunity:mission", "We found no due date for ‘Opportunity’"},
                 {"opportunity:mission due 2029", ""},
                 {"ready:target part-of opportunity:mission  ready due 2028", ""}},
};

bool has_due_date(const Entity& aim) { return aim.due.given(); }

std::vector<Finding> run(const LensInput& input) {
  const Graph& graph = input.graph;
  const Lacking lacking = aims_lacking(graph, has_due_date);
  std::vector<Finding> findings;
  for (const EntityId aim : lacking.ids) {
    Finding finding =
        gap_in_aim(graph, card, aim, Coverage::dates,
                   "one recorded due date of " + full_name(graph, aim), lacking.like(graph, aim));
    finding.headline = "We found no due date for " + full_name(graph, aim);
    finding.why = "An aim without a date can always be met later.";
    finding.action = finding.is_question() ? "Check with " + finding.ask + " when it is due."
                                           : "Write down by when it is due.";
    findings.push_back(std::move(finding));
  }
  return findings;
}

}  // namespace

const Lens no_due_date_lens = {&card, run};

}  // namespace crosscut
