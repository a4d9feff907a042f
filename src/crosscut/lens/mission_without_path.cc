#include "crosscut/base/text.h"
#include "crosscut/lens/aims.h"
#include "crosscut/lens/lens.h"
#include "crosscut/lens/weigh.h"
#include "crosscut/model/names.h"

namespace crosscut {
namespace {

const Card card = {
    .id = "mission-without-path",
    .singular = "mission without a path",
    .plural = "missions without a path",
    .flag = "We found no route",
    .family = "Missions",
    .question = "Which missions does no policy or programme advance?",
    .matters = "An aim that nothing works towards is a wish.",
    .definition =
        "An open mission that no open policy, programme, fund or cycle advances, "
        "directly or by way of one of its targets.",
    .advice = "Name the work that is to reach it.",
    .caveat = "The work may exist and not be tied to the mission in the map.",
    .rule = "R26: a delivery path exists; at most Medium",
    .source =
        "Mazzucato, Mission-Oriented Research and Innovation in the European Union, 2018; "
        "the test is ours",
    .examples = {{"dfe leads opportunity:mission",
                  "We found no policy or programme that advances ‘Opportunity’"},
                 {"hubs:programme advances opportunity:mission", ""},
                 {"hubs:programme advances ready:target  ready part-of opportunity:mission", ""}},
};

std::vector<Finding> run(const LensInput& input) {
  const Graph& graph = input.graph;
  const Lacking lacking = find_lacking(graph, open_missions(graph), [&](EntityId mission) {
    return !paths_to(graph, mission).empty();
  });
  std::vector<Finding> findings;
  for (const EntityId mission : lacking.ids) {
    Finding finding =
        gap_in_aim(graph, card, mission, Coverage::delivery,
                   "one recorded policy or programme that advances " + full_name(graph, mission),
                   lacking.like(graph, mission));
    finding.headline = "We found no policy or programme that advances " + full_name(graph, mission);
    finding.why = "Nothing on record works towards it.";
    finding.action = finding.is_question()
                         ? "Check with " + finding.ask + " what work is to reach it."
                         : "Name the work that is to reach it.";
    findings.push_back(std::move(finding));
  }
  return findings;
}

}  // namespace

const Lens mission_without_path_lens = {&card, run};

}  // namespace crosscut
