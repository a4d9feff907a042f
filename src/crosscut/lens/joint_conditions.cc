#include "crosscut/lens/joint_conditions.h"

#include <algorithm>

#include "crosscut/base/text.h"
#include "crosscut/lens/aims.h"
#include "crosscut/lens/weigh.h"
#include "crosscut/model/homes.h"
#include "crosscut/model/names.h"

namespace crosscut {
namespace {

bool has_number(std::string_view text) {
  return text.find_first_of("0123456789") != std::string_view::npos;
}

bool works_on(Verb verb) {
  return verb == Verb::leads || verb == Verb::co_leads || verb == Verb::delivers ||
         verb == Verb::contributes_to || verb == Verb::funds;
}

}  // namespace

JointConditions::JointConditions(const Graph& graph, EntityId mission)
    : graph_(graph), mission_(mission), aims_(targets_of(graph, mission)) {
  aims_.insert(aims_.begin(), mission);
  for (const RelationId r : paths_to(graph, mission)) work_.push_back(graph.relation(r).from);
  keep_unique(work_);
}

std::vector<JointCondition> JointConditions::all() const {
  return {measure(), due(), owner(), contributors(), forum()};
}

JointCondition JointConditions::measure() const {
  return in_a_row("a measure", "no measure",
                  [](const Entity& aim) { return !aim.measure.empty() || has_number(aim.name); });
}

JointCondition JointConditions::due() const {
  return in_a_row("a due date", "no due date", [](const Entity& aim) { return aim.due.given(); });
}

JointCondition JointConditions::owner() const {
  JointCondition found = blank("one owner", "no owner", Coverage::leads);
  const Home& home = graph_.home(mission_);
  found.met = home.owners.size() == 1;
  if (home.presumed) found.name = "one owner, presumed from what it belongs to";
  const auto leads = owning_leads(graph_, mission_);
  for (const RelationId r : leads) found.rows.push_back({r, {}});
  if (home.owners.size() > 1) {
    found.missing = "more than one owner";
    found.absence = leads.empty() ? 1 : weakest_confidence(graph_, any_recorded(leads));
  }
  return found;
}

JointCondition JointConditions::contributors() const {
  JointCondition found = blank("contributors who work on it", "no contributor", Coverage::delivery);
  std::set<EntityId> workers;
  for (const EntityId aim : aims_)
    if (aim != mission_) add_workers(aim, workers);
  for (const EntityId item : work_) add_workers(item, workers);
  const auto& owners = graph_.home(mission_).owners;
  bool any = std::any_of(workers.begin(), workers.end(), [&](EntityId worker) {
    return std::find(owners.begin(), owners.end(), worker) == owners.end();
  });
  std::vector<EntityId> idle;
  for (const RelationId r : graph_.in(mission_)) {
    const Relation& relation = graph_.relation(r);
    if (relation.verb != Verb::contributes_to) continue;
    if (!is_organisation(graph_.entity(relation.from).kind)) continue;
    any = true;
    found.rows.push_back({r, {}});
    const auto& homes = graph_.home(relation.from).owners;
    if (std::none_of(homes.begin(), homes.end(), [&](EntityId h) { return workers.contains(h); }))
      idle.push_back(relation.from);
  }
  keep_unique(idle);
  found.met = any && idle.empty();
  if (!idle.empty())
    found.missing = "no target, policy or programme of it that has a part for " +
                    join_some(full_names(graph_, idle), 3);
  return found;
}

JointCondition JointConditions::forum() const {
  JointCondition found = blank("a forum with a chair", "no forum with a chair", Coverage::forums);
  each_tie(Kind::forum, [&](EntityId forum, RelationId tie) {
    for (const RelationId seat : graph_.in(forum)) {
      if (graph_.relation(seat).verb != Verb::chairs) continue;
      found.met = true;
      found.rows.push_back({tie, {}});
      found.rows.push_back({seat, {}});
    }
  });
  return found;
}

JointCondition JointConditions::review_cycle() const {
  JointCondition found = blank("a review cycle", "no review cycle", Coverage::dates);
  each_tie(Kind::cycle, [&](EntityId, RelationId tie) {
    found.met = true;
    found.rows.push_back({tie, {}});
  });
  return found;
}

std::vector<std::string> JointConditions::notes() const {
  std::vector<std::string> notes;
  const auto numbered = [&](EntityId aim) {
    return has_number(graph_.entity(aim).measure) || has_number(graph_.entity(aim).name);
  };
  if (measure().met && std::none_of(aims_.begin(), aims_.end(), numbered))
    notes.emplace_back("We found no number in its measure or targets.");
  std::set<EntityId> workers;
  for (const EntityId item : work_) add_workers(item, workers);
  if (workers.size() == 1)
    notes.push_back("The work towards it on record is all by " +
                    full_name(graph_, *workers.begin()) + ".");
  return notes;
}

JointCondition JointConditions::blank(std::string name, std::string missing,
                                      Coverage coverage) const {
  return {name,  name, std::move(missing),
          false, {},   absence_confidence(graph_, mission_, coverage)};
}

/// Met by the first row, of the mission or of a target, that holds it.
template <typename Holds>
JointCondition JointConditions::in_a_row(std::string name, std::string missing, Holds holds) const {
  JointCondition found = blank(std::move(name), std::move(missing), Coverage::dates);
  for (const EntityId aim : aims_) {
    if (!holds(graph_.entity(aim))) continue;
    found.met = true;
    found.rows.push_back({std::nullopt, aim});
    break;
  }
  return found;
}

/// Every relation that joins the mission or a target of it with something of the kind.
template <typename Look>
void JointConditions::each_tie(Kind kind, Look look) const {
  for (const EntityId aim : aims_) {
    for (const RelationId r : graph_.in(aim))
      if (graph_.entity(graph_.relation(r).from).kind == kind) look(graph_.relation(r).from, r);
    for (const RelationId r : graph_.out(aim))
      if (graph_.entity(graph_.relation(r).to).kind == kind) look(graph_.relation(r).to, r);
  }
}

/// The owners of the organisations that work on the item.
void JointConditions::add_workers(EntityId item, std::set<EntityId>& workers) const {
  for (const RelationId r : graph_.in(item)) {
    const Relation& relation = graph_.relation(r);
    if (!works_on(relation.verb) || !is_organisation(graph_.entity(relation.from).kind)) continue;
    const auto& owners = graph_.home(relation.from).owners;
    workers.insert(owners.begin(), owners.end());
  }
}

}  // namespace crosscut
