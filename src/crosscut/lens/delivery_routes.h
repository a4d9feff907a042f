// By which units and work a mission is delivered: routes from those who deliver to the missions.
//
// One route is enough: what a mission depends on, where all is needed, is left to bottleneck.
// Departments and targets are no vertices. A route is
//
//   root -> unit that delivers -> work -> (work that it is part of or advances) -> mission
//
// and begins at the work where a department delivers it, or nobody is on record.
#pragma once

#include <optional>
#include <vector>

#include "crosscut/algo/digraph.h"
#include "crosscut/lens/draws.h"
#include "crosscut/model/graph.h"

namespace crosscut {

class DeliveryRoutes {
 public:
  /// Over open work (policies, programmes, funds and cycles) that is not delivered, and open
  /// missions. An organisation that contributes to a mission or its target itself is a route of its
  /// own. Linear in the graph, and in missions times targets.
  explicit DeliveryRoutes(const Graph& graph);

  const std::vector<EntityId>& missions() const { return missions_; }
  const algo::Digraph& digraph() const { return digraph_; }  // by index; the root is the last
  algo::Vertex root() const { return static_cast<algo::Vertex>(digraph_.size() - 1); }

  /// Work that advances the mission, directly or by way of a target; each once, ascending.
  std::vector<EntityId> work_of(EntityId mission) const;

  /// The rows on the routes from the units to the mission, ascending, and how sure the surest route
  /// from each unit is, in their order: 0 where there is none.
  struct Way {
    std::vector<RelationId> rows;
    std::vector<double> confidence;
  };
  Way way(const std::vector<EntityId>& units, EntityId mission) const;

  /// In which draws the mission has so many items of work or more, and every route to it passes one
  /// of these. Where the last unit that delivers an item is gone, a route begins at the item.
  Bits only_by_way_of(const std::vector<EntityId>& units, EntityId mission, std::size_t enough_work,
                      const Draws& draws) const;

 private:
  struct Link {
    algo::Vertex to = 0, from = 0;
    std::optional<RelationId> row;
  };
  void add(EntityId from, EntityId to, RelationId row);
  void begin(EntityId at);
  void add_work(EntityId work);
  void add_mission(EntityId mission);
  std::pair<std::size_t, std::size_t> links_into(algo::Vertex to) const;
  Bits begins_in(EntityId work, const Draws& draws) const;

  const Graph& graph_;
  std::vector<EntityId> missions_;
  std::vector<Link> links_;  // by head, then tail
  algo::Digraph digraph_;
};

/// What every route to 2 or more missions passes, or to one that 2 departments answer for; each of
/// these missions has 2 or more items of work. Of several that stand behind each other for the same
/// missions, the first. Nothing that stands for many.
inline constexpr std::size_t least_work = 2;
struct SinglePoint {
  EntityId unit{};
  std::vector<EntityId> missions;  // ascending
};
std::vector<SinglePoint> find_single_points(const Graph& graph, const DeliveryRoutes& routes);

}  // namespace crosscut
