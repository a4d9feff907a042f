#include "crosscut/base/text.h"
#include "crosscut/lens/lens.h"
#include "crosscut/lens/weigh.h"
#include "crosscut/model/names.h"

namespace crosscut {
namespace {

const Card card = {
    .id = "double-sponsor",
    .singular = "body with more than one sponsor",
    .plural = "bodies with more than one sponsor",
    .flag = "More than one sponsor",
    .family = "Ownership",
    .question = "Which bodies answer to more than one department?",
    .matters = "A body with 2 sponsors can be asked for 2 different things.",
    .definition =
        "An open body with 2 or more departments above it, and no single accounting "
        "officer on record (a lead in the capacity of accounting officer).",
    .advice = "Say which department is the lead sponsor, or name one accounting officer.",
    .caveat = "Joint units are often set up on purpose, with one accounting officer.",
    .rule = "R16 and R20: one sponsor, or a joint unit with one accounting officer; at most Medium",
    .source =
        "Cabinet Office, Arm's length body sponsorship code of good practice, 23 May 2022; "
        "Civil Service World, January 2025, on NISTA",
    .examples = {{"unit:body under hmt  unit under co", "Co and Hmt each sponsor the Unit"},
                 {"unit:body under hmt  unit under co  hmt leads unit as accounting-officer", ""},
                 {"unit:body under hmt", ""}},
};

bool has_accounting_officer(const Graph& graph, EntityId body) {
  const auto in = graph.in(body);
  return std::any_of(in.begin(), in.end(), [&](RelationId r) {
    return graph.relation(r).verb == Verb::leads &&
           graph.relation(r).capacity == Capacity::accounting_officer;
  });
}

Finding describe(const Graph& graph, EntityId body, Like like) {
  const auto homes = graph.departments(body);
  const std::vector<EntityId> sponsors(homes.begin(), homes.end());
  const std::string name = full_name(graph, body);
  const std::string names = join_words(full_names(graph, sponsors));
  Finding finding;
  finding.card = &card;
  finding.absence = 0.8;  // a parent is stated, that none of them leads is not
  std::vector<Condition> parents;
  for (const EntityId sponsor : sponsors)
    parents.push_back(stands(full_name(graph, sponsor) + " as a parent of " + name));
  rest_on(graph, finding,
          all_of({at_least(2, std::move(parents)),
                  not_on_record(missing_fact("one recorded accounting officer of " + name,
                                             finding.absence, like))}));
  finding.severity = Severity::low;
  finding.subjects = {body};
  finding.affected = 1;
  finding.headline = capitalise(names) + " each sponsor " + name;
  finding.why = "It can be asked for different things, and we found no single accounting officer.";
  finding.action = "Say which of " + names + " is the lead sponsor of " + name + ".";
  finding.ask = names;
  finding.evidence.push_back({std::nullopt, body});
  return finding;
}

std::vector<Finding> run(const LensInput& input) {
  const Graph& graph = input.graph;
  std::vector<EntityId> sponsored;  // by 2 departments or more
  for (std::size_t i = 0; i < graph.entity_count(); ++i)
    if (const EntityId id{static_cast<std::uint32_t>(i)};
        graph.entity(id).kind == Kind::body && graph.open(id) && graph.departments(id).size() >= 2)
      sponsored.push_back(id);
  const Lacking lacking = find_lacking(
      graph, sponsored, [&](EntityId body) { return has_accounting_officer(graph, body); });
  std::vector<Finding> findings;
  for (const EntityId body : lacking.ids)
    findings.push_back(describe(graph, body, lacking.like(graph, body)));
  return findings;
}

}  // namespace

const Lens double_sponsor_lens = {&card, run};

}  // namespace crosscut
