#include "crosscut/base/text.h"
#include "crosscut/lens/lens.h"
#include "crosscut/lens/weigh.h"
#include "crosscut/model/names.h"

namespace crosscut {
namespace {

const Card card = {
    .id = "late-dependency",
    .singular = "late dependency",
    .plural = "late dependencies",
    .flag = "Waits for something due later",
    .family = "Order and time",
    .question = "Which items are due before something that they need?",
    .matters = "One of the two dates cannot hold.",
    .definition =
        "An open item that depends on another whose due date is certainly later: the "
        "earliest reading of the one is after the latest reading of the other.",
    .advice = "Settle which date moves, or what part of the one is needed by then.",
    .caveat = "A part that comes early may be all that is needed.",
    .rule = "Late dependency of the critical path method; direct and certain pairs only",
    .source = "Kelley and Walker, Critical-path planning and scheduling, 1959",
    .examples = {{"homes depends-on grid  homes due 2029  grid due 2031",
                  "Homes are due in 2029 and depend on Grid, which is due in 2031"},
                 {"railway depends-on rules  railway due 2029  rules due 2029-06", ""},
                 {"homes depends-on grid  homes due 2029  grid due 2029", ""},
                 {"homes depends-on grid  homes due 2029-06  grid due 2029", ""}},
};

std::string in_words(const PartialDate& date) {
  return (date.day ? "on " : "in ") + format_date(date);
}

Finding describe(const Graph& graph, RelationId r) {
  const Relation& relation = graph.relation(r);
  Finding finding;
  finding.card = &card;
  finding.severity =
      weigh_severity(graph, {relation.from}, departments_of(graph, {relation.from, relation.to}));
  finding.subjects = {relation.from, relation.to};
  finding.affected = 1;
  const std::string waiting = full_name(graph, relation.from);
  const std::string needed = full_name(graph, relation.to);
  rest_on(graph, finding,
          all_of({recorded(r), stands("the due date of " + waiting),
                  stands("the due date of " + needed)}));
  const bool many = is_plural(graph, relation.from);
  finding.headline = capitalise(waiting) + (many ? " are due " : " is due ") +
                     in_words(graph.entity(relation.from).due) +
                     hedge(finding.confidence, many ? " and depend on " : " and depends on ",
                           many ? " and appear to depend on " : " and appears to depend on ",
                           " and may depend on ") +
                     needed +
                     (is_plural(graph, relation.to) ? ", which are due " : ", which is due ") +
                     in_words(graph.entity(relation.to).due);
  finding.why = "One of the two dates cannot hold, unless a part that comes early is enough.";
  const auto departments = departments_of(graph, {relation.from, relation.to});
  const std::string both =
      departments.empty() ? "their leads" : join_words(full_names(graph, departments));
  finding.action = (finding.is_question() ? "Check with " + both + " which date holds"
                                          : "Settle with " + both + " which date moves") +
                   ".";
  finding.ask = both;
  finding.evidence = {{r, {}}, {std::nullopt, relation.from}, {std::nullopt, relation.to}};
  return finding;
}

std::vector<Finding> run(const LensInput& input) {
  const Graph& graph = input.graph;
  std::vector<Finding> findings;
  for (const EntityId item : live_items(graph)) {
    for (const RelationId r : graph.out(item)) {
      const Relation& relation = graph.relation(r);
      if (relation.verb != Verb::depends_on || relation.from == relation.to) continue;
      const Entity& needed = graph.entity(relation.to);
      const PartialDate due = graph.entity(item).due;
      if (!due.given() || !needed.due.given() || needed.status == "delivered") continue;
      if (needed.due.earliest() > due.latest()) findings.push_back(describe(graph, r));
    }
  }
  return findings;
}

}  // namespace

const Lens late_dependency_lens = {&card, run};

}  // namespace crosscut
