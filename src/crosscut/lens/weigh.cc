#include "crosscut/lens/weigh.h"

#include "crosscut/base/text.h"
#include "crosscut/model/homes.h"

namespace crosscut {
namespace {

bool due_within_two_years(const Graph& graph, EntityId target) {
  const PartialDate due = graph.entity(target).due;
  if (!due.given() || !graph.as_at().given()) return false;
  return due.latest() >= graph.as_at_day() && due.earliest() <= add_months(graph.as_at_day(), 24);
}

}  // namespace

Severity weigh_severity(const Graph& graph, const std::vector<EntityId>& items,
                        const std::vector<EntityId>& departments) {
  bool mission = false;
  bool target = false;
  bool soon = false;
  bool duty = false;
  for (const EntityId item : items) {
    mission = mission || !missions_touched(graph, item).empty();
    duty = duty || graph.entity(item).statutory;
    for (const EntityId aim : aims_of(graph, item)) {
      if (graph.entity(aim).kind != Kind::target) continue;
      target = true;
      soon = soon || due_within_two_years(graph, aim);
    }
  }
  if ((mission || soon) && (departments.size() >= 3 || duty)) return Severity::high;
  return mission || target || items.size() >= 3 ? Severity::medium : Severity::low;
}

double absence_confidence(const Graph& graph, EntityId id, Coverage coverage) {
  return graph.looked_for(id, coverage) ? 0.8 : 0.6;
}

std::vector<RelationId> ownership_relations(const Graph& graph, EntityId id, EntityId department) {
  std::vector<RelationId> relations;
  if (!is_item(graph.entity(id).kind)) return relations;
  for (const RelationId r : owning_leads(graph, id)) {
    const auto homes = graph.departments(graph.relation(r).from);
    if (std::find(homes.begin(), homes.end(), department) != homes.end()) relations.push_back(r);
  }
  return relations;
}

Unstated missing_fact(std::string what, double confidence, Like like) {
  const double odds =
      static_cast<double>(like.have + 1) / static_cast<double>(like.all - like.have + 1);
  return {std::move(what), confidence, odds * coverage_factor(confidence)};
}

double coverage_factor(double absence_confidence) {
  constexpr double looked = 0.8, elsewhere = 0.6;
  return absence_confidence >= looked ? (1 / looked - 1) / (1 / elsewhere - 1) : 1;
}

void rest_on(const Graph& graph, Finding& finding, Condition condition) {
  finding.condition = std::move(condition);
  finding.confidence = weakest_confidence(graph, finding.condition);
  Undoing undoing = fewest_undoing(graph, finding.condition);
  finding.flip_distance = undoing.distance;
  finding.flips = std::move(undoing.facts);
}

Condition owned_by(const Graph& graph, EntityId id, EntityId department) {
  const auto relations = ownership_relations(graph, id, department);
  return relations.empty() ? all_of({}) : any_recorded(relations);
}

Condition owned(const Graph& graph, EntityId item) {
  const auto leads = owning_leads(graph, item);
  return leads.empty() ? all_of({}) : any_recorded(leads);
}

std::string hedge(double confidence, std::string_view high, std::string_view medium,
                  std::string_view low) {
  const Band in = band(confidence);
  return std::string(in == Band::high ? high : in == Band::medium ? medium : low);
}

std::vector<EntityId> departments_of(const Graph& graph, const std::vector<EntityId>& items) {
  std::vector<EntityId> departments;
  for (const EntityId item : items) {
    const auto homes = graph.departments(item);
    departments.insert(departments.end(), homes.begin(), homes.end());
  }
  keep_unique(departments);
  return departments;
}

std::string count_by_kind(const Graph& graph, const std::vector<EntityId>& items) {
  std::array<std::size_t, kind_count> counts{};
  for (const EntityId item : items) ++counts[std::size_t(graph.entity(item).kind)];
  std::vector<std::string> parts;
  for (std::size_t kind = 0; kind < kind_count; ++kind)
    if (counts[kind] > 0)
      parts.push_back(count_of(counts[kind], info(Kind(kind)).singular, info(Kind(kind)).plural));
  return join_words(parts);
}

}  // namespace crosscut
