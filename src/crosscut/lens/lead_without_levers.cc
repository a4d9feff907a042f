#include <tuple>

#include "crosscut/base/text.h"
#include "crosscut/lens/lens.h"
#include "crosscut/lens/weigh.h"
#include "crosscut/model/names.h"

namespace crosscut {
namespace {

constexpr std::size_t treasury_departments = 3;

const Card card = {
    .id = "lead-without-levers",
    .singular = "lead without levers",
    .plural = "leads without levers",
    .flag = "Levers sit elsewhere",
    .family = "Ownership",
    .question = "Which leads depend on levers that others hold?",
    .matters = "Who answers for an item then has to persuade those who can move it.",
    .definition =
        "An open item with one lead department, where another department is recorded as holding "
        "the money, the consent, the regulation or the delivery, and the lead is not. Consent to "
        "spending is left out, and so is the money of a department that pays 3 or more others. "
        "Silence is never read as a missing lever.",
    .advice = "Agree with those who hold the levers what they do for this item, and by when.",
    .caveat = "The lead may hold levers that the map does not record.",
    .rule =
        "R15 and R31: joint work names its responsibilities; who is accountable and who is "
        "responsible are both on record",
    .source = "Public Accounts Committee, Cross-government working, HC 75, 13 February 2024",
    .examples = {{"mhclg leads decisions  desnz approves decisions",
                  "Mhclg leads Decisions; the levers on record appear to sit with Desnz"},
                 {"mhclg leads decisions  desnz approves decisions  mhclg funds decisions", ""},
                 {"mhclg leads decisions", ""}},
};

bool is_lever(const Relation& relation) {
  switch (relation.verb) {
    case Verb::funds:
    case Verb::delivers:
    case Verb::regulates:
      return true;
    case Verb::approves:
      return relation.approval.empty() || relation.approval == "statutory-consent";
    default:
      return false;
  }
}

/// A department that pays for work of many others is the map's treasury: that it holds the money of
/// an item says nothing about that item.
bool is_treasury(const Graph& graph, EntityId funder) {
  std::vector<EntityId> paid;
  for (const RelationId r : graph.out(funder)) {
    if (graph.relation(r).verb != Verb::funds) continue;
    const auto homes = graph.departments(graph.relation(r).to);
    paid.insert(paid.end(), homes.begin(), homes.end());
  }
  keep_unique(paid);
  std::erase(paid, funder);
  return paid.size() >= treasury_departments;
}

struct Levers {
  std::vector<RelationId> of_others;
  std::vector<EntityId> holders;  // departments
  bool of_lead = false;
};

Levers find_levers(const Graph& graph, EntityId item, EntityId lead) {
  Levers levers;
  for (const RelationId r : graph.in(item)) {
    const Relation& relation = graph.relation(r);
    if (!is_lever(relation)) continue;
    if (relation.verb == Verb::funds && is_treasury(graph, relation.from)) continue;
    const auto homes = graph.departments(relation.from);
    if (std::find(homes.begin(), homes.end(), lead) != homes.end()) levers.of_lead = true;
    if (homes.empty()) continue;
    levers.of_others.push_back(r);
    levers.holders.insert(levers.holders.end(), homes.begin(), homes.end());
  }
  keep_unique(levers.holders);
  return levers;
}

Finding describe(const Graph& graph, EntityId item, EntityId lead, const Levers& levers,
                 Like like) {
  Finding finding;
  finding.card = &card;
  // That the lead holds none is an absence: the map must have looked for money and for delivery.
  finding.absence = std::min(absence_confidence(graph, item, Coverage::money),
                             absence_confidence(graph, item, Coverage::delivery));
  rest_on(graph, finding,
          all_of({any_recorded(ownership_relations(graph, item, lead)),  // no presumed lead
                  any_recorded(levers.of_others),
                  not_on_record(missing_fact("one lever that " + full_name(graph, lead) +
                                                 " holds over " + full_name(graph, item),
                                             finding.absence, like))}));
  finding.severity = std::min(Severity::medium, weigh_severity(graph, {item}, levers.holders));
  finding.subjects = {item};
  finding.affected = 1;
  const std::string name = full_name(graph, item);
  const std::string holders = join_words(full_names(graph, levers.holders));
  finding.headline =
      capitalise(full_name(graph, lead)) + " leads " + name + "; the levers on record" +
      hedge(finding.confidence, " sit with ", " appear to sit with ", " may sit with ") + holders;
  finding.why = "The lead answers for a result that others can move.";
  finding.action = (finding.is_question() ? "Check with " : "Agree with ") + holders +
                   " what is to be done for " + name + ", and by when.";
  finding.ask = holders;
  finding.basis.push_back("We found no lever of the lead's own: no money, consent or delivery.");
  for (const RelationId r : ownership_relations(graph, item, lead))
    finding.evidence.push_back({r, {}});
  for (const RelationId r : levers.of_others) finding.evidence.push_back({r, {}});
  return finding;
}

std::vector<Finding> run(const LensInput& input) {
  const Graph& graph = input.graph;
  std::vector<std::tuple<EntityId, EntityId, Levers>> without;
  Like like;  // led items with levers on record; the lead holds one
  for (const EntityId item : live_items(graph)) {
    const Home& home = graph.home(item);
    if (home.presumed || home.owners.size() != 1) continue;
    const EntityId lead = home.owners.front();
    if (graph.entity(lead).kind != Kind::department) continue;
    Levers levers = find_levers(graph, item, lead);
    if (levers.holders.empty()) continue;
    ++like.all;
    if (levers.of_lead)
      ++like.have;
    else
      without.emplace_back(item, lead, std::move(levers));
  }
  std::vector<Finding> findings;
  for (const auto& [item, lead, levers] : without)
    findings.push_back(describe(graph, item, lead, levers, like));
  return findings;
}

}  // namespace

const Lens lead_without_levers_lens = {&card, run};

}  // namespace crosscut
