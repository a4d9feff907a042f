#include "crosscut/base/text.h"
#include "crosscut/lens/lens.h"
#include "crosscut/lens/weigh.h"
#include "crosscut/model/homes.h"
#include "crosscut/model/names.h"

namespace crosscut {
namespace {

const Card card = {
    .id = "uncertain-lead",
    .singular = "uncertain lead",
    .plural = "uncertain leads",
    .flag = "No named lead found",
    .family = "Ownership",
    .question = "For which items is the lead only a guess?",
    .matters = "A lead that nobody has stated may not know that it leads.",
    .definition = "An open item whose only leads on record have a confidence below 0.65.",
    .advice = "Ask the likely lead to confirm, and record the page that says so.",
    .caveat =
        "The guess may well be right: this asks for a source, and does not say that ownership is "
        "missing.",
    .rule =
        "R06 and R31: exactly one accountable owner; the threshold of 0.65 is that of the report's "
        "wording",
    .source = "HM Treasury, Managing Public Money, section 1.2.2, May 2021",
    .examples = {{"dbt leads sector-plan ~0.6",
                  "We found no stated lead for the Sector plan; it may be Dbt"},
                 {"dbt leads sector-plan ~0.6  dbt leads sector-plan ~0.9", ""}},
};

/// Only a guess on record: no lead of 0.65 or more.
bool is_guessed(const Graph& graph, const std::vector<RelationId>& leads) {
  return std::all_of(leads.begin(), leads.end(), [&](RelationId r) {
    return graph.relation(r).confidence < recorded_confidence;
  });
}

Finding describe(const Graph& graph, EntityId item, const std::vector<RelationId>& leads,
                 Like like) {
  Finding finding;
  finding.card = &card;
  std::vector<EntityId> guesses;
  double strongest = 0;
  for (const RelationId r : leads) {
    strongest = std::max(strongest, graph.relation(r).confidence);
    guesses.push_back(graph.relation(r).from);
    finding.evidence.push_back({r, {}});
  }
  keep_unique(guesses);
  const std::string name = full_name(graph, item);
  // That it is a guess is certain; how good a guess says how sure we are of the name.
  rest_on(
      graph, finding,
      not_on_record(missing_fact("one source that states the lead of " + name, strongest, like)));
  const std::string likely = join_words(full_names(graph, guesses), "or");
  finding.severity = weigh_severity(graph, {item}, departments_of(graph, {item}));
  finding.subjects = {item};
  finding.affected = 1;
  finding.headline = "We found no stated lead for " + name + "; it may be " + likely;
  finding.why = "No source on record states the lead: it is implied, or our own reading.";
  finding.action = "Check with " + likely + " that it leads " + name + ", and record the source.";
  finding.ask = join_words(full_names(graph, guesses));
  finding.basis.push_back("The strongest lead on record has a confidence of " +
                          std::to_string(int(finding.confidence * 100 + 0.5)) + "%.");
  return finding;
}

std::vector<Finding> run(const LensInput& input) {
  const Graph& graph = input.graph;
  std::vector<EntityId> led = live_items(graph);
  std::erase_if(led, [&](EntityId item) { return owning_leads(graph, item).empty(); });
  const Lacking uncertain = find_lacking(
      graph, led, [&](EntityId item) { return !is_guessed(graph, owning_leads(graph, item)); });
  std::vector<Finding> findings;
  for (const EntityId item : uncertain.ids)
    findings.push_back(
        describe(graph, item, owning_leads(graph, item), uncertain.like(graph, item)));
  return findings;
}

}  // namespace

const Lens uncertain_lead_lens = {&card, run};

}  // namespace crosscut
