#include "crosscut/base/text.h"
#include "crosscut/lens/lens.h"
#include "crosscut/lens/weigh.h"
#include "crosscut/model/homes.h"
#include "crosscut/model/names.h"

namespace crosscut {
namespace {

const Card card = {
    .id = "owner-ends-first",
    .singular = "owner that ends first",
    .plural = "owners that end first",
    .flag = "Owner ends before it",
    .family = "Order and time",
    .question = "Which items will outlive their lead?",
    .matters = "What is due after its lead has gone needs a new lead in good time.",
    .definition =
        "An open item whose every lead has an end on record, its own or that of its "
        "role, that certainly comes before the item is due, and with no successor on record.",
    .advice = "Name who takes over, and from when.",
    .caveat = "A successor may be settled and not yet on record.",
    .rule = "R21 and R22: no gap between owners; at most Medium",
    .source = "Government response on machinery of government, HC 90, 21 November 2007",
    .examples = {{"unit:body until 2027  unit leads plan  plan due 2030",
                  "The Unit ends in 2027, before the Plan is due in 2030"},
                 {"unit:body leads plan ..2027  plan due 2030",
                  "The Unit's lead ends in 2027, before the Plan is due in 2030"},
                 {"unit:body leads plan  plan due 2030", ""},
                 {"unit:body until 2031  unit leads plan  plan due 2030", ""},
                 {"unit:body until 2027  unit leads plan  dft leads plan  plan due 2030", ""}},
};

/// The end of a lead: its own, or that of whoever leads, whichever comes first; not given when
/// there is none.
PartialDate end_of(const Graph& graph, RelationId lead) {
  const Relation& relation = graph.relation(lead);
  const PartialDate own = relation.period.end;
  const PartialDate of_owner = graph.entity(relation.from).period.end;
  if (!own.given()) return of_owner;
  return of_owner.given() && of_owner.latest() < own.latest() ? of_owner : own;
}

std::string in_words(const PartialDate& date) {
  return (date.day ? "on " : "in ") + format_date(date);
}

bool has_successor(const Graph& graph, EntityId owner) {
  const auto in = graph.in_ever(owner);
  return std::any_of(in.begin(), in.end(),
                     [&](RelationId r) { return graph.relation(r).verb == Verb::succeeds; });
}

Finding describe(const Graph& graph, EntityId item, RelationId lead, const PartialDate& end,
                 Like like) {
  Finding finding;
  finding.card = &card;
  finding.absence = 0.8;
  finding.severity = std::min(Severity::medium, weigh_severity(graph, {item}, {}));
  finding.subjects = {item};
  finding.affected = 1;
  const std::string name = full_name(graph, item);
  const std::string owner = full_name(graph, graph.relation(lead).from);
  rest_on(
      graph, finding,
      all_of({recorded(lead), stands("the due date of " + name),
              not_on_record(missing_fact("one recorded lead of " + name + " that lasts until then",
                                         finding.absence, like))}));
  const bool lead_ends = end != graph.entity(graph.relation(lead).from).period.end;
  const bool many = is_plural(graph, graph.relation(lead).from);
  finding.headline = capitalise(owner) +
                     (lead_ends ? std::string(owner.ends_with('s') ? "' lead" : "'s lead") : "") +
                     (many && !lead_ends ? " end " : " ends ") + in_words(end) + ", before " +
                     name + " is due " + in_words(graph.entity(item).due);
  finding.why = "We found nobody who leads it from then on.";
  finding.action = (finding.is_question() ? "Check with " + owner + " who takes over "
                                          : "Name who takes over ") +
                   name + ", and from when.";
  finding.ask = owner;
  finding.evidence = {{lead, {}}, {std::nullopt, graph.relation(lead).from}, {std::nullopt, item}};
  return finding;
}

std::vector<Finding> run(const LensInput& input) {
  const Graph& graph = input.graph;
  std::vector<std::pair<EntityId, RelationId>> ending;  // an item and its last lead
  Like like;                                            // led items with a date; led until then
  for (const EntityId item : live_items(graph)) {
    const PartialDate due = graph.entity(item).due;
    const PartialDate end_of_item = graph.entity(item).period.end;
    if (end_of_item.given() && end_of_item.latest() < due.latest()) continue;  // it goes first
    const auto leads = owning_leads(graph, item);
    if (!due.given() || leads.empty()) continue;
    const auto ends_first = [&](RelationId r) {
      if (has_successor(graph, graph.relation(r).from)) return false;
      const PartialDate end = end_of(graph, r);
      return end.given() && end.latest() < due.earliest();
    };
    ++like.all;
    if (!std::all_of(leads.begin(), leads.end(), ends_first)) {
      ++like.have;
      continue;
    }
    const RelationId last =
        *std::max_element(leads.begin(), leads.end(), [&](RelationId a, RelationId b) {
          return end_of(graph, a).latest() < end_of(graph, b).latest();
        });
    ending.emplace_back(item, last);
  }
  std::vector<Finding> findings;
  for (const auto& [item, last] : ending)
    findings.push_back(describe(graph, item, last, end_of(graph, last), like));
  return findings;
}

}  // namespace

const Lens owner_ends_first_lens = {&card, run};

}  // namespace crosscut
