#include "crosscut/base/text.h"
#include "crosscut/lens/leads.h"
#include "crosscut/lens/lens.h"
#include "crosscut/lens/weigh.h"
#include "crosscut/model/homes.h"
#include "crosscut/model/names.h"

namespace crosscut {
namespace {

const Card card = {
    .id = "orphaned-lead",
    .singular = "orphaned lead",
    .plural = "orphaned leads",
    .flag = "Its lead has ended",
    .family = "Ownership",
    .question = "Which items outlived their lead?",
    .matters = "When a lead is wound up or moves on, what it led can be left to nobody.",
    .definition =
        "An open item whose every lead has ended, with no successor on record, and no "
        "owner up its chain of parents.",
    .advice = "Say who took the item over, and from when.",
    .caveat = "The hand-over may have happened without a page that says so.",
    .rule =
        "R21 and R22: a function never lacks an owner in a reorganisation, and no relation "
        "outlives its parties",
    .source = "Government response on machinery of government, HC 90, 21 November 2007",
    .examples = {{"decc leads heat-plan 2010..2016-07-14",
                  "We found no lead for the Heat plan since Decc's lead ended"},
                 {"decc leads heat-plan 2010..2016-07-14  beis leads heat-plan 2016-07-14..", ""},
                 {"decc:department until 2016-07-14  decc leads heat-plan  beis succeeds decc",
                  ""}},
};

Finding describe(const Graph& graph, EntityId item, const std::vector<RelationId>& ended,
                 Like like) {
  Finding finding;
  finding.card = &card;
  const RelationId last =
      *std::max_element(ended.begin(), ended.end(), [&](RelationId a, RelationId b) {
        return graph.relation(a).period.possible_end() < graph.relation(b).period.possible_end();
      });
  const std::string name = full_name(graph, item);
  const std::string former = full_name(graph, graph.relation(last).from);
  finding.absence = absence_confidence(graph, item, Coverage::leads);
  rest_on(graph, finding,
          all_of({recorded(last), not_on_record(missing_fact("one recorded lead of " + name,
                                                             finding.absence, like))}));
  finding.severity = weigh_severity(graph, {item}, {});
  finding.subjects = {item};
  finding.affected = 1;
  finding.headline = "We found no lead for " + name + " since " + former +
                     (former.ends_with('s') ? "' lead ended" : "'s lead ended");
  finding.why = "It is still open, and nobody is recorded as having taken it over.";
  finding.action = (finding.is_question() ? "Check with " + std::string(keepers) + " who took over "
                                          : "Record who took over ") +
                   name + ", and from when.";
  finding.ask = std::string(keepers);
  for (const RelationId r : ended) finding.evidence.push_back({r, {}});
  return finding;
}

std::vector<Finding> run(const LensInput& input) {
  const Graph& graph = input.graph;
  const Lacking unowned = items_without_owner(graph, live_items(graph));
  std::vector<Finding> findings;
  for (const EntityId item : unowned.ids) {
    const auto ended = ended_leads(graph, item);
    const bool succeeded = std::any_of(ended.begin(), ended.end(), [&](RelationId r) {
      const EntityId owner = graph.relation(r).from;
      return !graph.open(owner) && living_successor(graph, owner);
    });
    if (!ended.empty() && !succeeded)
      findings.push_back(describe(graph, item, ended, unowned.like(graph, item)));
  }
  return findings;
}

}  // namespace

const Lens orphaned_lead_lens = {&card, run};

}  // namespace crosscut
