#include "crosscut/base/text.h"
#include "crosscut/lens/aims.h"
#include "crosscut/lens/lens.h"
#include "crosscut/lens/weigh.h"
#include "crosscut/model/names.h"

namespace crosscut {
namespace {

const Card card = {
    .id = "no-measure",
    .singular = "aim without a measure",
    .plural = "aims without a measure",
    .flag = "We found no measure",
    .family = "Ownership",
    .question = "Which missions and targets have no measure of success?",
    .matters = "Without a measure nobody can say whether it was reached.",
    .definition =
        "An open mission or target without a measure, whose name holds no number, and, "
        "for a mission, with no target that is measured.",
    .advice = "Write down how success will be measured.",
    .caveat = "The measure may stand in a document that the map does not cite.",
    .rule = "R24, R25 and R29: a mission is targeted, measurable and time-bound",
    .source =
        "Levelling-up and Regeneration Act 2023, Part 1; European Commission, Missions in "
        "Horizon Europe, February 2021",
    .examples = {{"dfe leads opportunity:mission", "We found no measure for ‘Opportunity’"},
                 {"opportunity:mission measured attainment", ""},
                 {"ready:target part-of opportunity:mission  ready measured share", ""},
                 {"build-1500-homes:target", ""}},
};

bool is_measured(const Entity& aim) {
  return !aim.measure.empty() || aim.name.find_first_of("0123456789") != std::string::npos;
}

std::vector<Finding> run(const LensInput& input) {
  const Graph& graph = input.graph;
  const Lacking lacking = aims_lacking(graph, is_measured);
  std::vector<Finding> findings;
  for (const EntityId aim : lacking.ids) {
    Finding finding =
        gap_in_aim(graph, card, aim, Coverage::dates,
                   "one recorded measure of " + full_name(graph, aim), lacking.like(graph, aim));
    finding.headline = "We found no measure for " + full_name(graph, aim);
    finding.why = "Without a measure nobody can say whether it was reached.";
    finding.action = finding.is_question()
                         ? "Check with " + finding.ask + " how success will be measured."
                         : "Write down how success will be measured.";
    findings.push_back(std::move(finding));
  }
  return findings;
}

}  // namespace

const Lens no_measure_lens = {&card, run};

}  // namespace crosscut
