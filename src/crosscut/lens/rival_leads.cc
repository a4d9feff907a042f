#include "crosscut/base/text.h"
#include "crosscut/lens/leads.h"
#include "crosscut/lens/lens.h"
#include "crosscut/lens/meetings.h"
#include "crosscut/lens/weigh.h"
#include "crosscut/model/names.h"

namespace crosscut {
namespace {

const Card card = {
    .id = "rival-leads",
    .singular = "item with rival leads",
    .plural = "items with rival leads",
    .flag = "Rival leads",
    .family = "Ownership",
    .question = "Which items does more than one department each say it leads?",
    .matters = "Two leads can give two answers, and nobody is charged with settling them.",
    .definition =
        "An open item with 2 or more leads in the same capacity, from different homes, whose dates "
        "certainly overlap. Co-leads, joint presentation, a department beside its own minister, a "
        "joint minister and hand-overs whose dates abut are not rivals.",
    .advice = "Settle which one leads, and record the other as co-lead or contributor.",
    .caveat = "Two sources may use the word differently. Both are shown side by side.",
    .rule =
        "R06, R07, R14 and R31: one accountable owner; 2 or more without a co-lead mark are in "
        "conflict",
    .source =
        "HM Treasury, Managing Public Money, section 1.2.2, May 2021; written answer 116992, "
        "10 February 2022; responsibility charting (RACI)",
    .examples = {{"defra leads land-use  mhclg leads land-use",
                  "Defra and Mhclg are each recorded as leading Land use"},
                 {"defra leads land-use ..2025-06-01  mhclg leads land-use 2025-06-01..", ""},
                 {"defra leads land-use  mhclg leads land-use  dft leads land-use ~0.4",
                  "Defra and Mhclg are each recorded as leading Land use"},
                 {"defra leads land-use  mhclg co-leads land-use", ""},
                 {"defra leads land-use  mhclg leads land-use as sro", ""}},
};

Finding describe(const LensInput& input, EntityId item, const std::vector<HomeLead>& all) {
  const Graph& graph = input.graph;
  const std::vector<HomeLead> leads = leads_at_once(graph, all);
  Finding finding;
  finding.card = &card;
  std::vector<EntityId> homes;
  for (const HomeLead& lead : leads) {
    homes.push_back(lead.home);
    finding.evidence.push_back({lead.lead, {}});
  }
  keep_unique(homes);
  const std::string name = full_name(graph, item);
  const std::string names = join_words(full_names(graph, homes));
  rest_on(graph, finding, led_together(graph, leads));
  finding.severity = weigh_severity(graph, {item}, homes);
  finding.subjects = {item};
  finding.affected = 1;
  finding.headline = capitalise(names) +
                     hedge(finding.confidence, " are each recorded as leading ",
                           " each appear to lead ", " may each lead ") +
                     name;
  finding.why = "Whoever asks may get two answers, and we found no rule for which one holds.";
  finding.action = finding.is_question()
                       ? "Check with " + names + " which of them leads " + name + "."
                       : "Settle which of " + names + " leads " + name + ".";
  finding.ask = names;
  if (const std::string note = transition_note(graph, item); !note.empty())
    finding.basis.push_back(note);
  return finding;
}

std::vector<Finding> run(const LensInput& input) {
  std::vector<Finding> findings;
  for (const EntityId item : live_items(input.graph)) {
    const auto leads = leads_by_home(input.graph, item, Counted::leads);
    if (lead_together(input.graph, leads)) findings.push_back(describe(input, item, leads));
  }
  return findings;
}

}  // namespace

const Lens rival_leads_lens = {&card, run};

}  // namespace crosscut
