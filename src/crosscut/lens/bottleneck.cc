#include <map>
#include <optional>

#include "crosscut/base/text.h"
#include "crosscut/lens/lens.h"
#include "crosscut/lens/weigh.h"
#include "crosscut/model/homes.h"
#include "crosscut/model/items.h"
#include "crosscut/model/names.h"

namespace crosscut {
namespace {

constexpr std::size_t enough_items = 5;
constexpr std::size_t enough_items_at_low = 4;
constexpr std::size_t enough_departments = 2;

const Card card = {
    .id = "bottleneck",
    .singular = "possible bottleneck",
    .plural = "possible bottlenecks",
    .flag = "Many wait for it",
    .family = "Bottlenecks",
    .question = "What does much of the work wait for?",
    .matters = "If it is slow, short of staff or of money, everything that waits for it is slow.",
    .definition =
        "Anything but a department, mission or target on which 5 or more open items from 2 or more "
        "departments wait (4 at Low): they depend on it, it approves them, or, where it is a body, "
        "role, partner, cycle, fund or devolved government, it constrains them. A department "
        "counts only for what it approves.",
    .advice = "Find out how long each wait is, and agree an order of priority or more capacity.",
    .caveat =
        "Counts say how much waits, not how long. An entity that stands for many, such as local "
        "authorities, is a bottleneck of another sort and comes last.",
    .rule =
        "Waiting and fan-in: plain counts of items that wait, apart for consent, capacity, money "
        "and "
        "enabling items",
    .source =
        "Henry and Kafura, Software structure metrics based on information flow, 1981 (fan-in); "
        "the threshold is ours",
    .examples =
        {{"dft leads a  dft leads b  dft leads c  mhclg leads d  mhclg leads e  a depends-on "
          "planners:body  b depends-on planners  c depends-on planners  planners approves d  "
          "planners approves e",
          "5 policies from 2 departments depend on Planners"},
         {"dft leads a  dft leads b  dft leads c  mhclg leads d  a depends-on planners:body  b "
          "depends-on planners  c depends-on planners  planners approves d",
          "4 policies from 2 departments depend on Planners"},
         {"dft leads a  dft leads b  dft leads c  dft leads d  dft leads e  a depends-on "
          "planners:body  b depends-on planners  c depends-on planners  d depends-on planners  e "
          "depends-on planners",
          ""},
         {"dft leads a  dft leads b  mhclg leads c  a depends-on planners:body  b depends-on "
          "planners  c depends-on planners",
          ""}},
};

/// What an item waits for when it waits for this.
enum class Wait { consent, capacity, money, enabler };
struct WaitWords {
  std::string_view why;
  std::string_view action;
  std::string_view question;
};
WaitWords words_of(Wait wait) {
  switch (wait) {
    case Wait::consent:
      return {"Each needs its agreement before it can go ahead.",
              "Agree how long each consent may take, and in which order they are dealt with",
              "how long each consent takes, and in which order they are dealt with"};
    case Wait::capacity:
      return {"Each needs it to act.",
              "Check its staff and budget against all that waits, and agree an order of priority",
              "whether staff and budget are enough for all that waits"};
    case Wait::money:
      return {"Each waits for the same decision on money.",
              "Settle which of these must be decided together, and by when",
              "which of these it decides together, and by when"};
    case Wait::enabler:
      return {"Each needs it to be in place first.",
              "Protect its date, and tell all that wait when it moves",
              "when it will be in place, and who is told when that moves"};
  }
  return {};
}

Wait sort_of_wait(const Graph& graph, EntityId id, const Waiting& waiting) {
  const Kind kind = graph.entity(id).kind;
  if (kind == Kind::cycle || kind == Kind::fund) return Wait::money;
  if (waiting.approvals * 2 >= waiting.items.size()) return Wait::consent;
  return is_item(kind) ? Wait::enabler : Wait::capacity;
}

std::vector<EntityId> items_of(const Waiting& waiting) {
  std::vector<EntityId> items;
  for (const auto& [item, r] : waiting.items) items.push_back(item);
  return items;
}

bool is_enough(const Graph& graph, const Waiting& waiting) {
  return waiting.items.size() >= enough_items_at_low &&
         departments_of(graph, items_of(waiting)).size() >= enough_departments;
}

/// As many items wait as it takes to be listed at all, from 2 departments at least.
Condition enough_wait(const Graph& graph, EntityId id, const Waiting& waiting) {
  std::map<EntityId, std::vector<RelationId>> relations;  // of each item
  for (const RelationId r : waiting.relations) {
    const Relation& relation = graph.relation(r);
    relations[relation.verb == Verb::depends_on ? relation.from : relation.to].push_back(r);
  }
  std::vector<Condition> items;
  std::map<EntityId, std::vector<Condition>> of_department;
  for (const auto& [item, by] : relations) {
    items.push_back(any_recorded(by));
    for (const EntityId department : graph.departments(item))
      of_department[department].push_back(
          all_of({any_recorded(by), owned_by(graph, item, department)}));
  }
  std::vector<Condition> departments;
  for (auto& [department, of_items] : of_department)
    departments.push_back(any_of(std::move(of_items)));
  const std::size_t needed = enough_items_at_low;
  // Of so many that wait, the map lacks one with odds of so many, spread over as many as would make
  // up for all but one of those needed.
  const double waiting_items = static_cast<double>(items.size());
  for (std::size_t i = 1; i < needed; ++i)
    items.push_back(unrecorded({"one more that waits for " + full_name(graph, id), 0,
                                waiting_items / static_cast<double>(needed - 1), i}));
  return all_of(
      {at_least(needed, std::move(items)), at_least(enough_departments, std::move(departments))});
}

/// Whom to ask about something that is not one organisation.
std::string owners_in_words(const Graph& graph, EntityId id) {
  std::vector<EntityId> owners = graph.home(id).owners;
  std::erase(owners, id);
  return owners.empty() ? "those who speak for " + full_name(graph, id)
                        : join_words(full_names(graph, owners));
}

std::vector<EntityId> missions_of(const Graph& graph, const std::vector<EntityId>& items) {
  std::vector<EntityId> missions;
  for (const EntityId item : items) {
    const auto touched = missions_touched(graph, item);
    missions.insert(missions.end(), touched.begin(), touched.end());
  }
  keep_unique(missions);
  return missions;
}

Finding describe(const Graph& graph, EntityId id, const Waiting& waiting, const Waiting& all) {
  const auto items = items_of(waiting);
  const auto departments = departments_of(graph, items);
  const WaitWords words = words_of(sort_of_wait(graph, id, waiting));
  const std::string name = full_name(graph, id);
  const std::string asked = is_organisation(graph.entity(id).kind) && !graph.entity(id).catch_all
                                ? name
                                : owners_in_words(graph, id);
  Finding finding;
  finding.card = &card;
  rest_on(graph, finding, enough_wait(graph, id, all));
  const bool comes_last = items.size() < enough_items || graph.entity(id).catch_all;
  finding.severity = comes_last ? Severity::low : weigh_severity(graph, items, departments);
  finding.subjects = {id};
  finding.affected = items.size();
  finding.headline =
      capitalise(count_by_kind(graph, items)) + " from " +
      count_of(departments.size(), "department", "departments") +
      hedge(finding.confidence, " depend on ", " appear to depend on ", " may depend on ") + name;
  const auto missions = missions_of(graph, items);
  finding.why =
      std::string(words.why) +
      (missions.empty() ? "" : " They bear on " + join_words(full_names(graph, missions)) + ".");
  if (graph.entity(id).catch_all)
    finding.why +=
        " The map means many organisations by " + name + ", so the waiting may be spread.";
  finding.action = finding.is_question()
                       ? "Check with " + asked + " " + std::string(words.question) + "."
                       : std::string(words.action) + ".";
  finding.ask = asked;
  finding.basis.push_back(capitalise(count_of(items.size(), "open item waits", "open items wait")) +
                          ", from " + join_words(full_names(graph, departments)) + ".");
  for (const RelationId r : waiting.relations) finding.evidence.push_back({r, {}});
  return finding;
}

bool may_be_subject(const Graph& graph, EntityId id) {
  const Kind kind = graph.entity(id).kind;
  return graph.open(id) && !graph.is_whole_government(id) && kind != Kind::mission &&
         kind != Kind::target && !is_delivered(graph, id);
}

/// Relations on record are told apart from guesses: a guess beside enough of them never makes a
/// question of a finding, and is not counted in its sentence.
std::optional<Finding> look_at(const Graph& graph, EntityId id) {
  const Waiting all = find_waiting(graph, id, 0);
  if (!is_enough(graph, all)) return std::nullopt;
  const Waiting recorded = find_waiting(graph, id, recorded_confidence);
  if (!is_enough(graph, recorded)) return describe(graph, id, all, all);
  Finding finding = describe(graph, id, recorded, all);
  if (const std::size_t more = all.items.size() - recorded.items.size(); more > 0)
    finding.basis.push_back(
        capitalise(count_of(more, "more may wait for it", "more may wait for it")) +
        ", on weaker evidence.");
  return finding;
}

std::vector<Finding> run(const LensInput& input) {
  const Graph& graph = input.graph;
  std::vector<Finding> findings;
  for (std::size_t i = 0; i < graph.entity_count(); ++i) {
    const EntityId id{static_cast<std::uint32_t>(i)};
    if (!may_be_subject(graph, id)) continue;
    if (auto finding = look_at(graph, id)) findings.push_back(std::move(*finding));
  }
  return findings;
}

}  // namespace

const Lens bottleneck_lens = {&card, run};

}  // namespace crosscut
