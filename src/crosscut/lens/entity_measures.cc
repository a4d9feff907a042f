#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <map>
#include <numeric>

#include "crosscut/algo/betweenness.h"
#include "crosscut/algo/brokerage.h"
#include "crosscut/algo/components.h"
#include "crosscut/algo/cuts.h"
#include "crosscut/algo/cycles.h"
#include "crosscut/algo/dominators.h"
#include "crosscut/algo/flow.h"
#include "crosscut/algo/paths.h"
#include "crosscut/lens/delivery_routes.h"
#include "crosscut/lens/measures.h"
#include "crosscut/model/items.h"

namespace crosscut {
namespace {

constexpr std::size_t most_exact = 20'000;  // vertices; then betweenness is sampled
constexpr std::size_t sampled_sources = 256;
constexpr double sampling_risk = 0.1;
constexpr std::size_t most_reached = 200'000;  // vertices; then reach is not counted

class EntityMeasurer {
 public:
  EntityMeasurer(const Graph& graph, const Projection& projection, const MeasureOptions& options,
                 MapMeasures& map)
      : graph_(graph),
        projection_(projection),
        options_(options),
        map_(map),
        need_(need_graph(graph)),
        result_(projection.entities.size()) {}

  std::vector<EntityMeasures> run() {
    const algo::Digraph ties = algo::merge_directions(projection_.digraph);
    for (algo::Vertex v = 0; v < result_.size(); ++v) {
      result_[v].id = projection_.entities[v];
      result_[v].degree = ties.out(v).size() + ties.in(v).size();
    }
    add_cuts();
    add_needs();
    if (!options_.all) return std::move(result_);
    add_betweenness();
    add_weighted_betweenness();
    add_brokerage();
    add_routes();
    add_slack();
    add_impact();
    add_circles();
    return std::move(result_);
  }

 private:
  bool is_directed() const { return options_.graph == MeasuredGraph::need; }
  algo::Direction direction() const {
    return is_directed() ? algo::Direction::directed : algo::Direction::undirected;
  }

  /// The figures of an entity; null when it is no vertex of the graph measured.
  EntityMeasures* at(EntityId id) {
    const auto v = projection_.vertex_of[index_of(id)];
    return v == Projection::no_vertex ? nullptr : &result_[v];
  }

  void add_cuts() {
    const auto cuts = algo::find_cuts(projection_.digraph);
    for (const algo::Vertex v : cuts.points) result_[v].articulation_point = true;
    for (algo::Vertex v = 0; v < result_.size(); ++v)
      result_[v].pairs_cut = static_cast<double>(cuts.pairs[v]);
    map_.bridges = cuts.bridges.size();
  }

  void add_needs() {
    const algo::Digraph& need = need_.digraph;
    std::vector<std::size_t> reached, missions_reached;
    if (need.size() <= most_reached) {
      std::vector<algo::Vertex> missions;
      for (algo::Vertex v = 0; v < need.size(); ++v)
        if (graph_.entity(need_.entities[v]).kind == Kind::mission) missions.push_back(v);
      reached = algo::count_reaching(need, options_.jobs);
      missions_reached = algo::count_reaching(need, missions, options_.jobs);
    }
    for (algo::Vertex v = 0; v < need.size(); ++v) {
      EntityMeasures* m = at(need_.entities[v]);
      if (m == nullptr) continue;
      m->dependents = need.in(v).size();
      if (reached.empty()) continue;
      m->transitive_dependents = static_cast<double>(reached[v]);
      m->missions_reached = static_cast<double>(missions_reached[v]);
    }
  }

  void add_betweenness() {
    const algo::Digraph& digraph = projection_.digraph;
    std::vector<double> values;
    if (digraph.size() <= most_exact) {
      values = algo::betweenness(digraph, direction(), options_.jobs);
    } else {
      auto sampled = algo::sample_betweenness_from(digraph, direction(), sampled_sources,
                                                   sampling_risk, 1, options_.jobs);
      map_.sampled_sources = sampled.samples;
      map_.betweenness_epsilon = sampled.epsilon;
      values = std::move(sampled.values);
    }
    for (algo::Vertex v = 0; v < result_.size(); ++v) result_[v].betweenness = values[v];
  }

  /// A tie of strength s is L/s long, L being a common multiple of all strengths: whole numbers, so
  /// that equal paths are found equal. Not where a forum's seats make strengths fractions.
  void add_weighted_betweenness() {
    const algo::Digraph graph =
        is_directed() ? projection_.digraph : algo::symmetrise(projection_.digraph);
    if (graph.size() > most_exact) return;
    constexpr std::uint64_t longest = 1'000'000;
    std::uint64_t multiple = 1;
    std::vector<std::uint64_t> lengths;
    for (algo::Vertex v = 0; v < graph.size(); ++v) {
      for (const double weight : graph.out_weights(v)) {
        if (weight < 1 || weight > 1e6 || weight != std::floor(weight)) return;
        lengths.push_back(static_cast<std::uint64_t>(weight));
        multiple = std::lcm(multiple, lengths.back());
        if (multiple > longest) return;
      }
    }
    for (std::uint64_t& length : lengths) length = multiple / length;
    const auto values = algo::betweenness(graph, lengths, direction(), options_.jobs);
    for (algo::Vertex v = 0; v < result_.size(); ++v) result_[v].betweenness_weighted = values[v];
  }

  void add_brokerage() {
    std::vector<std::uint32_t> labels;
    for (const EntityId id : need_.entities) {
      const auto homes = graph_.departments(id);
      labels.push_back(homes.size() == 1 ? static_cast<std::uint32_t>(homes.front())
                                         : algo::no_group);
    }
    const auto roles = algo::brokerage(need_.digraph, labels);
    const auto shares = algo::expected_role_shares(labels);
    for (algo::Vertex v = 0; v < roles.size(); ++v) {
      EntityMeasures* m = at(need_.entities[v]);
      if (m == nullptr) continue;
      m->liaison = static_cast<double>(roles[v].liaison);
      m->itinerant = static_cast<double>(roles[v].itinerant);
      if (!shares) continue;
      const auto total = static_cast<double>(roles[v].total());
      m->liaison_expected = shares->liaison * total;
      m->itinerant_expected = shares->itinerant * total;
    }
  }

  void add_routes() {
    const DeliveryRoutes routes(graph_);
    std::vector<algo::Vertex> missions;
    for (const EntityId mission : routes.missions())
      missions.push_back(static_cast<algo::Vertex>(mission));
    const auto above = algo::immediate_dominators(routes.digraph(), routes.root());
    const auto dominated = algo::dominated_targets(above, missions);
    for (algo::Vertex v = 0; v < routes.root(); ++v)
      for (const algo::Vertex mission : dominated[v])
        if (EntityMeasures* m = at(EntityId{v}); m != nullptr)
          m->dominates.push_back(EntityId{mission});
    for (const algo::Vertex mission : missions) {
      EntityMeasures* m = at(EntityId{mission});
      if (m == nullptr) continue;
      const auto found = algo::disjoint_routes(routes.digraph(), routes.root(), mission);
      m->routes = static_cast<double>(found.routes.size());
      if (found.cut)
        for (const algo::Vertex v : *found.cut) m->cut.push_back(EntityId{v});
    }
  }

  /// Latest date on which anything that it needs is due, on the graph of strong components.
  void add_slack() {
    const auto condensed = algo::condense(need_.digraph);
    constexpr Day never = std::numeric_limits<Day>::min();
    const auto due_of = [&](algo::Vertex v) {
      const auto& due = graph_.entity(need_.entities[v]).due;
      return due.given() ? due.earliest() : never;
    };
    std::vector<Day> latest(condensed.members.size(), never);  // in it, or in what it needs
    std::vector<Day> needed(condensed.members.size(), never);  // in what it needs alone
    std::vector<std::array<Day, 2>> own(condensed.members.size(), {never, never});  // its latest 2
    for (auto c = condensed.order.rbegin(); c != condensed.order.rend(); ++c) {
      for (const algo::Vertex next : condensed.graph.out(*c))
        needed[*c] = std::max(needed[*c], latest[next]);
      for (const algo::Vertex v : condensed.members[*c]) {
        auto& [first, second] = own[*c];
        second = std::max(second, std::min(first, due_of(v)));
        first = std::max(first, due_of(v));
      }
      latest[*c] = std::max(needed[*c], own[*c][0]);
    }
    for (algo::Vertex v = 0; v < need_.digraph.size(); ++v) {
      const auto& due = graph_.entity(need_.entities[v]).due;
      const auto c = condensed.labels[v];
      // In a circle it needs the other members too, and not itself.
      const Day others = own[c][0] == due_of(v) ? own[c][1] : own[c][0];
      const Day after = std::max(needed[c], others);
      EntityMeasures* m = at(need_.entities[v]);
      if (m != nullptr && due.given() && after != never)
        m->slack_days = static_cast<double>(due.latest() - after);
    }
  }

  /// Signed cross-impact: D_i = sum of the scores of what it does to others, each -3 to 3 whatever
  /// number of relations gives it, and D_i + half of the sum of score times D_j of these (Weitz and
  /// others 2018).
  void add_impact() {
    const auto score = [&](const Relation& r) {
      switch (r.verb) {
        case Verb::reinforces:
        case Verb::advances:
          return static_cast<double>(r.strength);
        case Verb::constrains:
        case Verb::conflicts_with:
          return -static_cast<double>(r.strength);
        default:
          return 0.0;
      }
    };
    std::map<EntityId, std::map<EntityId, double>> scores;
    std::map<EntityId, double> sums;
    for (std::size_t i = 0; i < graph_.relation_count(); ++i) {
      const Relation& r = graph_.relation(RelationId(i));
      if (!graph_.open(RelationId(i)) || r.from == r.to || score(r) == 0) continue;
      scores[r.from][r.to] += score(r);
    }
    for (auto& [id, outs] : scores)
      for (auto& [to, value] : outs) sums[id] += value = std::clamp(value, -3.0, 3.0);
    for (const auto& [id, outs] : scores) {
      EntityMeasures* m = at(id);
      if (m == nullptr) continue;
      double second = 0;
      for (const auto& [to, value] : outs)
        if (const auto sum = sums.find(to); sum != sums.end()) second += value * sum->second;
      m->impact = sums[id];
      m->impact_total = sums[id] + second / 2;
    }
  }

  void add_circles() {
    const algo::Digraph& need = need_.digraph;
    const auto entities = [&](const std::vector<algo::Vertex>& vertices) {
      std::vector<EntityId> ids;
      for (const algo::Vertex v : vertices) ids.push_back(need_.entities[v]);
      return ids;
    };
    for (const auto& members : algo::circular_groups(need)) {
      for (const algo::Vertex v : members)
        if (EntityMeasures* m = at(need_.entities[v]); m != nullptr)
          m->circle = map_.circles.size() + 1;
      const auto breaking = algo::feedback_arcs(algo::subgraph(need, members));
      CircleMeasures circle{
          entities(members), entities(algo::shortest_cycle(need, members)), {}, breaking.exact};
      for (const auto& [x, y] : breaking.arcs)
        circle.links_to_break.emplace_back(need_.entities[members[x]], need_.entities[members[y]]);
      map_.circles.push_back(std::move(circle));
    }
    if (need.arc_count() > 0) map_.longest_chain = entities(algo::longest_path(need));
  }

  const Graph& graph_;
  const Projection& projection_;
  const MeasureOptions& options_;
  MapMeasures& map_;
  const Projection need_;
  std::vector<EntityMeasures> result_;
};

}  // namespace

std::vector<EntityMeasures> measure_entities(const Graph& graph, const Projection& projection,
                                             const MeasureOptions& options, MapMeasures& map) {
  return EntityMeasurer(graph, projection, options, map).run();
}

}  // namespace crosscut
