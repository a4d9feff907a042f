#include "crosscut/plan/loads.h"

#include <algorithm>
#include <set>

#include "crosscut/edit/remainder.h"
#include "crosscut/model/names.h"

namespace crosscut {
namespace {

/// Of every entity, by its number; only departments have one.
std::vector<Load> loads_of(const Report& report) {
  const Graph& graph = report.graph;
  std::vector<Load> loads(graph.entity_count());
  for (std::size_t i = 0; i < graph.entity_count(); ++i) {
    const EntityId id{static_cast<std::uint32_t>(i)};
    if (!graph.open(id)) continue;
    for (const EntityId home : graph.departments(id))
      if (home != id) ++loads[index_of(home)].things;
  }
  for (const DepartmentPair& pair : report.pairs)
    for (const RelationId need : pair.needs) {
      const auto waiting = graph.departments(graph.relation(need).from);
      const bool a_waits = std::find(waiting.begin(), waiting.end(), pair.a) != waiting.end();
      ++loads[index_of(a_waits ? pair.a : pair.b)].waits_for;
      ++loads[index_of(a_waits ? pair.b : pair.a)].waited_for;
    }
  return loads;
}

}  // namespace

std::vector<LoadChange> compare_loads(const Report& before, const Report& after,
                                      const Applied& change) {
  const std::vector<Load> old_loads = loads_of(before);
  const std::vector<Load> new_loads = loads_of(after);
  std::vector<LoadChange> changes;
  std::set<EntityId> known;
  for (const EntityId id : open_of_kind(before.graph, Kind::department)) {
    auto now = now_of(before.graph, id, after.graph, change);
    // What is part of another now has gone; its load is with the other.
    if (now && (change.merged.contains(before.graph.entity(id).id) || !after.graph.open(*now)))
      now = std::nullopt;
    if (now) known.insert(*now);
    const Load load = now ? new_loads[index_of(*now)] : Load{};
    if (!now || load != old_loads[index_of(id)])
      changes.push_back({id, now, old_loads[index_of(id)], load});
  }
  for (const EntityId id : open_of_kind(after.graph, Kind::department))
    if (!known.contains(id)) changes.push_back({std::nullopt, id, {}, new_loads[index_of(id)]});
  return changes;
}

}  // namespace crosscut
