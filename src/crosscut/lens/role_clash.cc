#include <map>

#include "crosscut/base/text.h"
#include "crosscut/lens/lens.h"
#include "crosscut/lens/weigh.h"
#include "crosscut/model/names.h"

namespace crosscut {
namespace {

const Card card = {
    .id = "role-clash",
    .singular = "clash of roles",
    .plural = "clashes of roles",
    .flag = "Delivers and regulates",
    .family = "Ownership",
    .question = "Which bodies deliver what they also regulate or approve?",
    .matters = "A body that judges its own work can be doubted when it finds in its own favour.",
    .definition =
        "One body, department or role that delivers an open item and also regulates or "
        "approves the same item.",
    .advice = "Say how the two roles are kept apart.",
    .caveat = "The two roles are often kept apart inside the body. The map cannot see that.",
    .rule = "R32: one part per party per item; delivering with leading is allowed",
    .source = "Responsibility charting (RACI)",
    .examples =
        {{"natural-england:body delivers nature-fund  natural-england regulates nature-fund",
          "Natural england delivers the Nature fund and regulates it"},
         {"natural-england:body delivers nature-fund  ea:body regulates nature-fund", ""}},
};

Finding describe(const Graph& graph, EntityId item, RelationId delivers, RelationId judges) {
  const Relation& delivery = graph.relation(delivers);
  const Relation& judgement = graph.relation(judges);
  Finding finding;
  finding.card = &card;
  rest_on(graph, finding, all_of({recorded(delivers), recorded(judges)}));
  finding.severity = std::min(Severity::medium, weigh_severity(graph, {item}, {}));
  finding.subjects = {item};
  finding.affected = 1;
  const std::string body = full_name(graph, delivery.from);
  const std::string verb(info(judgement.verb).sentence);  // regulates, approves
  const std::string judge = verb.substr(0, verb.size() - 1);
  const bool many = is_plural(graph, delivery.from);
  finding.headline = capitalise(body) +
                     hedge(finding.confidence, many ? " deliver " : " delivers ",
                           many ? " appear to deliver " : " appears to deliver ", " may deliver ") +
                     full_name(graph, item) + " and " +
                     hedge(finding.confidence, many ? judge : verb, "to " + judge, "may " + judge) +
                     " it";
  finding.why = many ? "They judge work that they also do." : "It judges work that it also does.";
  finding.action = finding.is_question()
                       ? "Check with " + body + " how the two roles are kept apart."
                       : "Say how " + body + (many ? " keep" : " keeps") + " the two roles apart.";
  finding.ask = body;
  finding.evidence = {{delivers, {}}, {judges, {}}};
  return finding;
}

std::vector<Finding> run(const LensInput& input) {
  const Graph& graph = input.graph;
  std::vector<Finding> findings;
  for (const EntityId item : live_items(graph)) {
    std::map<EntityId, RelationId> deliverers;
    for (const RelationId r : graph.in(item))
      if (graph.relation(r).verb == Verb::delivers) deliverers.emplace(graph.relation(r).from, r);
    for (const RelationId r : graph.in(item)) {
      const Relation& relation = graph.relation(r);
      if (relation.verb != Verb::regulates && relation.verb != Verb::approves) continue;
      const auto same = deliverers.find(relation.from);
      if (same == deliverers.end()) continue;
      findings.push_back(describe(graph, item, same->second, r));
      break;
    }
  }
  return findings;
}

}  // namespace

const Lens role_clash_lens = {&card, run};

}  // namespace crosscut
