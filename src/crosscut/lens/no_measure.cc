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

bool is_measured(const Graph& graph, EntityId aim) {
  const Entity& entity = graph.entity(aim);
  return !entity.measure.empty() || entity.name.find_first_of("0123456789") != std::string::npos;
}

std::vector<Finding> run(const LensInput& input) {
  const Graph& graph = input.graph;
  std::vector<EntityId> without;
  LikeByKind like{};
  for (const EntityId aim : open_aims(graph)) {
    const auto targets = targets_of(graph, aim);
    const auto measured = [&](EntityId target) { return is_measured(graph, target); };
    Like& of_kind = like[std::size_t(graph.entity(aim).kind)];
    ++of_kind.all;
    if (is_measured(graph, aim) || std::any_of(targets.begin(), targets.end(), measured))
      ++of_kind.have;
    else
      without.push_back(aim);
  }
  std::vector<Finding> findings;
  for (const EntityId aim : without) {
    Finding finding = gap_in_aim(graph, card, aim, Coverage::dates,
                                 "one recorded measure of " + full_name(graph, aim),
                                 like[std::size_t(graph.entity(aim).kind)]);
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
