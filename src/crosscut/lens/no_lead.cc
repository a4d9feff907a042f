#include <algorithm>
#include <array>

#include "crosscut/base/text.h"
#include "crosscut/lens/leads.h"
#include "crosscut/lens/lens.h"
#include "crosscut/lens/weigh.h"
#include "crosscut/model/homes.h"
#include "crosscut/model/names.h"

namespace crosscut {
namespace {

const Card card = {
    .id = "no-lead",
    .singular = "item without a lead",
    .plural = "items without a lead",
    .flag = "We found no lead",
    .family = "Ownership",
    .question = "Which items does nobody lead?",
    .matters =
        "Without a named lead, nobody is asked when it slips, and each contributor may expect "
        "another to act.",
    .definition =
        "An open mission, target, policy, programme or fund with no lead or co-lead from anyone "
        "but a forum or the government as a whole, and no owner up its chain of parents. A parent "
        "gives a presumed lead, and then this lens is silent.",
    .advice = "Name one lead, and say how the others contribute.",
    .caveat =
        "The map may lack a lead that exists. Where the map did not look for leads throughout, "
        "this is a question, not a finding.",
    .rule =
        "R06, R07, R14 and R31: each policy, programme and item has one accountable owner; a "
        "committee coordinates and does not own (R13)",
    .source =
        "HM Treasury, Managing Public Money, section 1.2.2, May 2021; Infrastructure and Projects "
        "Authority, The role of the senior responsible owner, 23 May 2023; written answer 116992, "
        "10 February 2022",
    .examples = {{"dfe contributes-to youth-hubs:programme  ho contributes-to youth-hubs",
                  "We found no lead for Youth hubs, to which 2 departments contribute"},
                 {"board:forum leads youth-hubs:programme",
                  "We found no lead for Youth hubs but a forum"},
                 {"dfe leads youth-hubs:programme", ""},
                 {"youth-hubs:programme under dfe", ""}},
};

struct Contributions {
  std::vector<EntityId> departments;
  std::vector<RelationId> relations;  // by contributors, then leads of its parts
  std::vector<std::string> led_parts;
  bool led_by_forum = false;
};

/// A lead on record by somebody who cannot own: a forum, the government as a whole, or one who only
/// presents. Whoever wrote it looked at who leads.
bool has_other_lead(const Graph& graph, EntityId item) {
  const auto in = graph.in(item);
  const auto leads = std::count_if(in.begin(), in.end(), [&](RelationId r) {
    return graph.relation(r).verb == Verb::leads || graph.relation(r).verb == Verb::co_leads;
  });
  return static_cast<std::size_t>(leads) > owning_leads(graph, item).size();
}

Contributions find_contributions(const Graph& graph, EntityId item) {
  Contributions found;
  std::vector<RelationId> part_leads;
  for (const RelationId r : graph.in(item)) {
    const Relation& relation = graph.relation(r);
    if (relation.verb == Verb::leads || relation.verb == Verb::co_leads) {
      if (graph.entity(relation.from).kind == Kind::forum) found.led_by_forum = true;
      found.relations.push_back(r);
    }
    if (relation.verb == Verb::contributes_to || relation.verb == Verb::delivers) {
      const auto homes = graph.departments(relation.from);
      found.departments.insert(found.departments.end(), homes.begin(), homes.end());
      found.relations.push_back(r);
    }
    if (relation.verb != Verb::part_of) continue;
    for (const RelationId lead : owning_leads(graph, relation.from)) {
      part_leads.push_back(lead);
      found.led_parts.push_back(full_name(graph, graph.relation(lead).from) +
                                " leads a part of it, " + plain_name(graph, relation.from));
    }
  }
  keep_unique(found.departments);
  found.relations.insert(found.relations.end(), part_leads.begin(), part_leads.end());
  return found;
}

Finding describe(const Graph& graph, EntityId item, Like like) {
  const Contributions found = find_contributions(graph, item);
  const std::string name = full_name(graph, item);
  Finding finding;
  finding.card = &card;
  finding.absence = absence_confidence(graph, item, Coverage::leads);
  rest_on(graph, finding,
          not_on_record(missing_fact("one recorded lead of " + name, finding.absence, like)));
  finding.severity = weigh_severity(graph, {item}, found.departments);
  finding.subjects = {item};
  finding.affected = 1;
  finding.headline = "We found no lead for " + name;
  if (found.led_by_forum)
    finding.headline += " but a forum";
  else if (!found.departments.empty())
    finding.headline += ", to which " + count_of(found.departments.size(), "department contributes",
                                                 "departments contribute");
  const auto missions = missions_touched(graph, item);
  finding.why =
      missions.empty()
          ? "Nobody is recorded as answering for it, so nobody is recorded to ask when it slips."
          : "It bears on " + join_words(full_names(graph, missions)) +
                ", and nobody is recorded as answering for it.";
  finding.action =
      std::string(finding.is_question() ? "Check with those who contribute whether there is"
                                        : "Name") +
      " one lead for " + name +
      (found.departments.empty()
           ? "."
           : ", from " + join_words(full_names(graph, found.departments), "or") + ".");
  finding.ask = found.departments.empty() ? std::string(keepers)
                                          : join_words(full_names(graph, found.departments));
  if (!found.departments.empty())
    finding.basis.push_back(capitalise(count_of(found.departments.size(), "department contributes",
                                                "departments contribute")) +
                            ": " + join_words(full_names(graph, found.departments)) + ".");
  for (const std::string& part : found.led_parts) finding.basis.push_back(capitalise(part) + ".");
  if (const auto owners = presumed_owners(graph, item); !owners.empty())
    finding.basis.push_back("What it is part of belongs to " +
                            join_words(full_names(graph, owners)) +
                            ", so tables name a presumed lead. We found no row that says so.");
  finding.basis.push_back(graph.looked_for(item, Coverage::leads)
                              ? "The map says that it looked for leads throughout."
                              : "The map does not say that it looked for leads throughout.");
  finding.evidence.push_back({std::nullopt, item});
  for (const RelationId r : found.relations) finding.evidence.push_back({r, {}});
  return finding;
}

std::vector<Finding> run(const LensInput& input) {
  const Graph& graph = input.graph;
  std::array<std::vector<EntityId>, 2> items;  // those that somebody who cannot own leads apart
  for (const EntityId item : live_items(graph)) items[has_other_lead(graph, item)].push_back(item);
  std::vector<Finding> findings;
  for (const auto& alike : items) {
    const Lacking unowned = items_without_owner(graph, alike);
    for (const EntityId item : unowned.ids)
      if (ended_leads(graph, item).empty())
        findings.push_back(describe(graph, item, unowned.like(graph, item)));
  }
  return findings;
}

}  // namespace

const Lens no_lead_lens = {&card, run};

}  // namespace crosscut
