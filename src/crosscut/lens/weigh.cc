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

/// Homes are followed no further than this: a circle of them ends here.
constexpr int deepest_home = 8;

/// Whether there is nothing to rest on.
bool is_given(const Condition& condition) {
  return condition.sort == Condition::Sort::count && condition.least == 0;
}

/// When somebody answers for an entity: those whose home `answers`.
template <typename Answers>
Condition answered_for(const Graph& graph, EntityId id, Answers answers, int depth = 0) {
  const Entity& entity = graph.entity(id);
  if (depth == deepest_home || (!is_item(entity.kind) && entity.kind != Kind::cycle))
    return all_of({});
  std::vector<Condition> ways;
  bool led_by_others = false;
  for (const RelationId r : owning_leads(graph, id)) {
    const EntityId lead = graph.relation(r).from;
    if (!answers(lead))
      led_by_others = true;
    else
      ways.push_back(all_of({recorded(r), answered_for(graph, lead, answers, depth + 1)}));
  }
  if (!led_by_others) {
    bool parents_own = false;
    for (const EntityId parent : entity.parents) {
      if (!graph.open(parent)) continue;
      parents_own = parents_own || !graph.home(parent).owners.empty();
      if (answers(parent)) ways.push_back(answered_for(graph, parent, answers, depth + 1));
    }
    if (!parents_own)
      for (const RelationId r : graph.out(id))
        if (const Relation& part = graph.relation(r);
            part.verb == Verb::part_of && answers(part.to))
          ways.push_back(all_of({recorded(r), answered_for(graph, part.to, answers, depth + 1)}));
  }
  if (ways.empty() || std::any_of(ways.begin(), ways.end(), is_given)) return all_of({});
  return any_of(std::move(ways));
}

bool apart(const std::vector<EntityId>& a, const std::vector<EntityId>& b) {
  return !a.empty() && !b.empty() && std::none_of(a.begin(), a.end(), [&](EntityId owner) {
    return std::find(b.begin(), b.end(), owner) != b.end();
  });
}

/// Who answers for an item now, and who would if its leads were not there.
struct Ownership {
  Ownership(const Graph& graph, EntityId item)
      : now(graph.home(item).owners), presumed(presumed_owners(graph, item)) {
    const auto leads = owning_leads(graph, item);
    stays = leads.empty() ? owned(graph, item) : any_recorded(leads);
  }
  std::vector<EntityId> now, presumed;
  Condition stays;  // that it is who it is now
};

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
  return answered_for(graph, id, [&](EntityId other) {
    const auto departments = graph.departments(other);
    return std::find(departments.begin(), departments.end(), department) != departments.end();
  });
}

Condition owned(const Graph& graph, EntityId item) {
  return answered_for(graph, item,
                      [&](EntityId other) { return !graph.home(other).owners.empty(); });
}

Condition owned_apart(const Graph& graph, EntityId a, EntityId b) {
  const Ownership x(graph, a), y(graph, b);
  const bool x_may_go = apart(x.presumed, y.now), y_may_go = apart(x.now, y.presumed);
  if (x_may_go && y_may_go && apart(x.presumed, y.presumed))
    return all_of({owned(graph, a), owned(graph, b)});
  std::vector<Condition> ways;
  if (!x_may_go && !y_may_go) ways.push_back(all_of({x.stays, y.stays}));
  if (x_may_go) ways.push_back(all_of({owned(graph, a), y.stays}));
  if (y_may_go) ways.push_back(all_of({x.stays, owned(graph, b)}));
  return any_of(std::move(ways));
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
