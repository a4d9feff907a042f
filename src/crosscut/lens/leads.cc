#include "crosscut/lens/leads.h"

#include <algorithm>
#include <map>
#include <set>

#include "crosscut/base/text.h"
#include "crosscut/model/homes.h"
#include "crosscut/model/names.h"

namespace crosscut {
namespace {

constexpr int transition_months = 12;

bool is_lead(Verb verb) { return verb == Verb::leads || verb == Verb::co_leads; }

bool overlap(const Graph& graph, const HomeLead& a, const HomeLead& b) {
  return certainly_overlap(graph.relation(a.lead).period, graph.relation(b.lead).period);
}

}  // namespace

Lacking items_without_owner(const Graph& graph, const std::vector<EntityId>& among) {
  return find_lacking(graph, among, [&](EntityId item) {
    return !owning_leads(graph, item).empty() || has_presumed_owner(graph, item);
  });
}

std::vector<HomeLead> leads_by_home(const Graph& graph, EntityId item, Counted counted) {
  std::map<Capacity, std::vector<HomeLead>> by_capacity;
  for (const RelationId r : owning_leads(graph, item)) {
    const Relation& relation = graph.relation(r);
    if (counted == Counted::leads && relation.verb == Verb::co_leads) continue;
    const auto& owners = graph.home(relation.from).owners;
    if (owners.size() != 1) continue;
    const EntityId home = owners.front();
    if (graph.entity(home).kind == Kind::devolved_government) continue;
    auto& leads = by_capacity[relation.capacity];
    const auto same =
        std::find_if(leads.begin(), leads.end(), [&](const HomeLead& l) { return l.home == home; });
    if (same == leads.end()) {
      leads.push_back({home, r, {}});
      continue;
    }
    same->others.push_back(r);
    if (graph.relation(same->lead).confidence < relation.confidence)
      std::swap(same->lead, same->others.back());
  }
  std::vector<HomeLead> most;
  for (auto& [capacity, leads] : by_capacity)
    if (leads.size() > most.size()) most = leads;
  std::sort(most.begin(), most.end(), [&](const HomeLead& a, const HomeLead& b) {
    const double x = graph.relation(a.lead).confidence;
    const double y = graph.relation(b.lead).confidence;
    return x != y ? x > y : a.home < b.home;
  });
  return most;
}

bool lead_together(const Graph& graph, const std::vector<HomeLead>& leads) {
  for (std::size_t i = 0; i < leads.size(); ++i)
    for (std::size_t j = i + 1; j < leads.size(); ++j)
      if (overlap(graph, leads[i], leads[j])) return true;
  return false;
}

std::vector<HomeLead> leads_at_once(const Graph& graph, const std::vector<HomeLead>& leads) {
  std::vector<HomeLead> counted = leads;
  std::erase_if(counted, [&](const HomeLead& lead) {
    return graph.relation(lead.lead).confidence < recorded_confidence;
  });
  if (!lead_together(graph, counted)) counted = leads;
  std::vector<HomeLead> found;
  for (const HomeLead& lead : counted)
    if (std::any_of(counted.begin(), counted.end(), [&](const HomeLead& other) {
          return other.home != lead.home && overlap(graph, lead, other);
        }))
      found.push_back(lead);
  return found;
}

Condition led_together(const Graph& graph, const std::vector<HomeLead>& leads) {
  std::vector<Condition> facts, pairs;
  for (std::size_t i = 0; i < leads.size(); ++i) {
    std::vector<RelationId> rows = leads[i].others;
    rows.push_back(leads[i].lead);
    facts.push_back(any_recorded(rows));
    for (std::size_t j = 0; j < i; ++j)
      if (overlap(graph, leads[i], leads[j])) pairs.push_back(all_of({facts[i], facts[j]}));
  }
  const bool any_two = pairs.size() == leads.size() * (leads.size() - 1) / 2;
  return any_two ? at_least(2, std::move(facts)) : any_of(std::move(pairs));
}

std::vector<RelationId> ended_leads(const Graph& graph, EntityId item) {
  std::vector<RelationId> ended;
  for (const RelationId r : graph.in_ever(item)) {
    const Relation& relation = graph.relation(r);
    if (!is_lead(relation.verb) || relation.capacity == Capacity::presented) continue;
    if (graph.entity(relation.from).kind == Kind::forum) continue;
    const bool over = relation.period.end_unknown ||
                      relation.period.possible_end() <= graph.as_at_day() ||
                      !graph.open(relation.from);
    if (over && relation.period.possible_start() <= graph.as_at_day()) ended.push_back(r);
  }
  return ended;
}

std::optional<EntityId> living_successor(const Graph& graph, EntityId id) {
  std::vector<EntityId> queue = {id};
  for (std::size_t next = 0; next < queue.size(); ++next) {
    if (graph.open(queue[next])) return queue[next];
    for (const RelationId r : graph.in_ever(queue[next])) {
      const Relation& relation = graph.relation(r);
      if (relation.verb != Verb::succeeds) continue;
      if (std::find(queue.begin(), queue.end(), relation.from) == queue.end())
        queue.push_back(relation.from);
    }
  }
  return std::nullopt;
}

bool has_presumed_owner(const Graph& graph, EntityId id) {
  std::vector<EntityId> chain = {id};
  std::set<EntityId> seen = {id};
  for (std::size_t next = 0; next < chain.size(); ++next) {
    for (const EntityId parent : graph.entity(chain[next]).parents) {
      if (!graph.open(parent) || graph.is_whole_government(parent)) continue;
      const Kind kind = graph.entity(parent).kind;
      if (is_organisation(kind) && kind != Kind::forum) return true;
      if (!owning_leads(graph, parent).empty()) return true;
      if (seen.insert(parent).second) chain.push_back(parent);
    }
  }
  return false;
}

std::string transition_note(const Graph& graph, EntityId item) {
  if (!graph.as_at().given()) return {};
  const Day since = add_months(graph.as_at_day(), -transition_months);
  for (const RelationId r : ended_leads(graph, item)) {
    const Relation& relation = graph.relation(r);
    if (!relation.period.end.given() || relation.period.end.latest() < since) continue;
    return "In transition: " + full_name(graph, relation.from) + " led it until " +
           format_date(relation.period.end) + ".";
  }
  return {};
}

}  // namespace crosscut
