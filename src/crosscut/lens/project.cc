#include "crosscut/lens/project.h"

#include <algorithm>

#include "crosscut/lens/meetings.h"

namespace crosscut {
namespace {

class Projector {
 public:
  template <typename Keep>
  Projector(const Graph& graph, Keep keep) : graph_(graph) {
    projection_.vertex_of.assign(graph.entity_count(), Projection::no_vertex);
    for (std::size_t i = 0; i < graph.entity_count(); ++i) {
      const EntityId id{static_cast<std::uint32_t>(i)};
      if (!graph.open(id) || graph.is_whole_government(id) || !keep(graph.entity(id))) continue;
      projection_.vertex_of[i] = static_cast<std::uint32_t>(projection_.entities.size());
      projection_.entities.push_back(id);
    }
  }

  void arc(EntityId from, EntityId to, double weight) {
    const std::uint32_t a = projection_.vertex_of[index_of(from)];
    const std::uint32_t b = projection_.vertex_of[index_of(to)];
    if (a != Projection::no_vertex && b != Projection::no_vertex) arcs_.push_back({a, b, weight});
  }
  void tie(EntityId a, EntityId b, double weight) { arc(std::min(a, b), std::max(a, b), weight); }

  template <typename Use>
  void each_relation(Use use) {
    for (std::size_t i = 0; i < graph_.relation_count(); ++i)
      if (graph_.open(RelationId(i))) use(graph_.relation(RelationId(i)));
  }

  void add_coordination() {
    each_relation([&](const Relation& r) {
      if (r.verb == Verb::coordinates_with && is_organisation(graph_.entity(r.from).kind) &&
          is_organisation(graph_.entity(r.to).kind))
        tie(r.from, r.to, r.strength);
    });
    for (std::size_t i = 0; i < graph_.entity_count(); ++i) {
      const EntityId forum{static_cast<std::uint32_t>(i)};
      if (graph_.entity(forum).kind != Kind::forum || !graph_.open(forum)) continue;
      const std::vector<EntityId> seats = seated(graph_, forum);
      for (std::size_t a = 0; a < seats.size(); ++a)
        for (std::size_t b = a + 1; b < seats.size(); ++b)
          tie(seats[a], seats[b], 1.0 / static_cast<double>(seats.size() - 1));
    }
  }

  Projection finish() {
    projection_.digraph = algo::Digraph(projection_.entities.size(), std::move(arcs_));
    return std::move(projection_);
  }

 private:
  const Graph& graph_;
  Projection projection_;
  std::vector<algo::Arc> arcs_;
};

bool any(const Entity&) { return true; }
bool organisation(const Entity& entity) { return is_organisation(entity.kind); }

}  // namespace

bool is_working_relation(Verb verb) {
  switch (verb) {
    case Verb::coordinates_with:
    case Verb::co_leads:
    case Verb::contributes_to:
    case Verb::delivers:
    case Verb::funds:
    case Verb::approves:
    case Verb::regulates:
    case Verb::consulted_on:
    case Verb::depends_on:
      return true;
    default:
      return false;
  }
}

Projection coordination_graph(const Graph& graph) {
  Projector projector(graph, organisation);
  projector.add_coordination();
  return projector.finish();
}

Projection working_graph(const Graph& graph) {
  Projector projector(graph, any);
  projector.add_coordination();
  projector.each_relation([&](const Relation& r) {
    if (is_working_relation(r.verb) && r.verb != Verb::coordinates_with)
      projector.tie(r.from, r.to, r.strength);
  });
  return projector.finish();
}

Projection need_graph(const Graph& graph) {
  Projector projector(graph, any);
  projector.each_relation([&](const Relation& r) {
    if (info(r.verb).need == Need::forward) projector.arc(r.from, r.to, r.strength);
    if (info(r.verb).need == Need::backward) projector.arc(r.to, r.from, r.strength);
  });
  return projector.finish();
}

Projection meeting_graph(const Graph& graph) {
  Projector projector(graph, organisation);
  projector.each_relation([&](const Relation& r) {
    if (r.verb == Verb::member_of || r.verb == Verb::chairs || r.verb == Verb::coordinates_with)
      projector.tie(r.from, r.to, 1);
  });
  for (std::size_t i = 0; i < graph.entity_count(); ++i) {
    const EntityId id{static_cast<std::uint32_t>(i)};
    const Kind kind = graph.entity(id).kind;
    if (kind != Kind::role && kind != Kind::body) continue;
    for (const EntityId parent : graph.entity(id).parents) projector.tie(id, parent, 1);
  }
  return projector.finish();
}

}  // namespace crosscut
