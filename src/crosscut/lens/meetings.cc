#include "crosscut/lens/meetings.h"

#include <algorithm>
#include <map>

#include "crosscut/base/unique.h"
#include "crosscut/lens/project.h"
#include "crosscut/lens/weigh.h"

namespace crosscut {
namespace {

bool holds(std::span<const EntityId> ids, EntityId id) {
  return std::binary_search(ids.begin(), ids.end(), id);
}

class PairFinder {
 public:
  explicit PairFinder(const Graph& graph) : graph_(graph) {}

  std::vector<DepartmentPair> run() {
    for (std::size_t i = 0; i < graph_.relation_count(); ++i)
      if (graph_.open(RelationId(i))) add_relation(RelationId(i));
    add_forums();
    std::vector<DepartmentPair> result;
    for (auto& [key, pair] : pairs_) result.push_back(std::move(pair));
    return result;
  }

 private:
  DepartmentPair& pair(EntityId a, EntityId b) {
    auto& found = pairs_[std::minmax(a, b)];
    found.a = std::min(a, b);
    found.b = std::max(a, b);
    return found;
  }

  /// Work that is done needs nothing more, and nobody needs what is done already.
  bool is_need(const Relation& relation) const {
    return relation.verb == Verb::depends_on && !is_delivered(graph_, relation.from) &&
           !is_delivered(graph_, relation.to);
  }

  void add_relation(RelationId id) {
    const Relation& relation = graph_.relation(id);
    if (!is_working_relation(relation.verb)) return;
    const auto from = graph_.departments(relation.from);
    const auto to = graph_.departments(relation.to);
    for (const EntityId x : from) {
      for (const EntityId y : to) {
        if (x == y) continue;
        DepartmentPair& found = pair(x, y);
        found.links.push_back(id);
        if (relation.verb == Verb::coordinates_with) found.coordinates = true;
        // Where one department answers for both ends, together with others, nothing is needed
        // from outside.
        if (is_need(relation) && !holds(to, x) && !holds(from, y)) found.needs.push_back(id);
      }
    }
  }

  void add_forums() {
    std::size_t departments = 0;
    for (std::size_t i = 0; i < graph_.entity_count(); ++i) {
      const EntityId id{static_cast<std::uint32_t>(i)};
      if (graph_.open(id) && graph_.entity(id).kind == Kind::department &&
          !graph_.is_whole_government(id))
        ++departments;
    }
    for (std::size_t i = 0; i < graph_.entity_count(); ++i) {
      const EntityId forum{static_cast<std::uint32_t>(i)};
      if (graph_.entity(forum).kind != Kind::forum || !graph_.open(forum)) continue;
      const std::vector<EntityId> seats = seated_departments(graph_, forum);
      if (departments > 2 && seats.size() == departments) continue;
      for (std::size_t a = 0; a < seats.size(); ++a)
        for (std::size_t b = a + 1; b < seats.size(); ++b)
          pair(seats[a], seats[b]).forums.push_back(forum);
    }
  }

  const Graph& graph_;
  std::map<std::pair<EntityId, EntityId>, DepartmentPair> pairs_;
};

}  // namespace

std::vector<EntityId> seated(const Graph& graph, EntityId forum) {
  std::vector<EntityId> seats;
  for (const RelationId r : graph.in(forum)) {
    const Relation& relation = graph.relation(r);
    if (relation.from == forum) continue;
    if (relation.verb == Verb::member_of || relation.verb == Verb::chairs)
      seats.push_back(relation.from);
  }
  keep_unique(seats);
  return seats;
}

std::vector<EntityId> seated_departments(const Graph& graph, EntityId forum) {
  std::vector<EntityId> departments;
  for (const EntityId seat : seated(graph, forum)) {
    const auto homes = graph.departments(seat);
    departments.insert(departments.end(), homes.begin(), homes.end());
  }
  keep_unique(departments);
  return departments;
}

ForumBase forum_base(const Graph& graph) {
  ForumBase base;
  for (std::size_t i = 0; i < graph.entity_count(); ++i) {
    const EntityId id{static_cast<std::uint32_t>(i)};
    if (graph.entity(id).kind != Kind::forum || !graph.open(id)) continue;
    ++base.forums;
    if (!seated(graph, id).empty()) ++base.with_members;
  }
  return base;
}

std::vector<DepartmentPair> department_pairs(const Graph& graph) { return PairFinder(graph).run(); }

const DepartmentPair* find_pair(const std::vector<DepartmentPair>& pairs, EntityId a, EntityId b) {
  const std::pair<EntityId, EntityId> key = std::minmax(a, b);
  const auto found = std::lower_bound(
      pairs.begin(), pairs.end(), key,
      [](const DepartmentPair& p, const auto& k) { return std::pair(p.a, p.b) < k; });
  return found != pairs.end() && found->a == key.first && found->b == key.second ? &*found
                                                                                 : nullptr;
}

bool meet(const std::vector<DepartmentPair>& pairs, EntityId a, EntityId b) {
  const DepartmentPair* pair = find_pair(pairs, a, b);
  return pair != nullptr && (pair->coordinates || !pair->forums.empty());
}

}  // namespace crosscut
