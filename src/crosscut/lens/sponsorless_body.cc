#include <array>

#include "crosscut/base/text.h"
#include "crosscut/lens/lens.h"
#include "crosscut/lens/weigh.h"
#include "crosscut/model/names.h"

namespace crosscut {
namespace {

const Card card = {
    .id = "sponsorless-body",
    .singular = "body without a sponsor",
    .plural = "bodies without a sponsor",
    .flag = "We found no sponsor",
    .family = "Ownership",
    .question = "Which bodies have no sponsor department?",
    .matters = "Sponsorship is how a department holds its body to account for public money.",
    .definition =
        "An open body with no department, devolved government or council above it and no "
        "sponsor on record. Bodies "
        "of Parliament, non-ministerial departments and units are left out.",
    .advice = "Name the sponsor department, and record it as the parent.",
    .caveat = "A body may stand apart from departments on purpose, by law.",
    .rule = "R04 and R20: every arm's length body has one sponsor department",
    .source = "Cabinet Office, Arm's length body sponsorship code of good practice, 23 May 2022",
    .examples = {{"quango:body", "We found no sponsor department for Quango"},
                 {"quango:body under dcms", ""},
                 {"dcms leads quango:body as sponsor", ""},
                 {"audit-office:body class parliamentary-body", ""}},
};

/// A department above it, a parent that can answer for public money itself, or a lead on record.
bool has_sponsor(const Graph& graph, EntityId body) {
  if (!graph.departments(body).empty()) return true;
  const auto& parents = graph.entity(body).parents;
  const auto can_sponsor = [&](EntityId parent) {
    const Entity& entity = graph.entity(parent);
    return graph.open(parent) && !entity.catch_all &&
           (entity.kind == Kind::devolved_government || entity.kind == Kind::council ||
            graph.is_whole_government(parent));
  };
  if (std::any_of(parents.begin(), parents.end(), can_sponsor)) return true;
  const auto in = graph.in(body);
  return std::any_of(in.begin(), in.end(), [&](RelationId r) {
    return graph.relation(r).verb == Verb::leads || graph.relation(r).verb == Verb::co_leads;
  });
}

Finding describe(const Graph& graph, EntityId body, Like like) {
  Finding finding;
  finding.card = &card;
  finding.absence = absence_confidence(graph, body, Coverage::sponsors);
  finding.severity = Severity::medium;
  finding.subjects = {body};
  finding.affected = 1;
  const std::string name = full_name(graph, body);
  rest_on(graph, finding,
          not_on_record(missing_fact("one recorded sponsor of " + name, finding.absence, like)));
  finding.headline = "We found no sponsor department for " + name;
  finding.why = "No department is recorded as answering for its money and its work.";
  finding.action = finding.is_question()
                       ? "Check with " + std::string(keepers) + " who sponsors " + name + "."
                       : "Name the sponsor department of " + name + ".";
  finding.ask = std::string(keepers);
  finding.evidence.push_back({std::nullopt, body});
  return finding;
}

std::vector<Finding> run(const LensInput& input) {
  constexpr std::array<std::string_view, 3> exempt = {"non-ministerial-department",
                                                      "parliamentary-body", "unit"};
  const Graph& graph = input.graph;
  std::vector<EntityId> bodies;
  for (std::size_t i = 0; i < graph.entity_count(); ++i) {
    const EntityId id{static_cast<std::uint32_t>(i)};
    const Entity& entity = graph.entity(id);
    if (entity.kind != Kind::body || !graph.open(id) || graph.is_whole_government(id)) continue;
    if (entity.catch_all) continue;
    if (std::find(exempt.begin(), exempt.end(), entity.organisation_class) == exempt.end())
      bodies.push_back(id);
  }
  const Lacking lacking =
      find_lacking(graph, bodies, [&](EntityId body) { return has_sponsor(graph, body); });
  std::vector<Finding> findings;
  for (const EntityId body : lacking.ids)
    findings.push_back(describe(graph, body, lacking.like(graph, body)));
  return findings;
}

}  // namespace

const Lens sponsorless_body_lens = {&card, run};

}  // namespace crosscut
