#include "crosscut/lens/pieces.h"

#include <algorithm>
#include <functional>
#include <map>
#include <optional>
#include <queue>

#include "crosscut/algo/components.h"
#include "crosscut/base/unique.h"
#include "crosscut/lens/drawn_network.h"

namespace crosscut {
namespace {

/// Whether one is a role or body of the other.
bool is_parent(const Graph& graph, EntityId a, EntityId b) {
  const auto below = [&](EntityId child, EntityId parent) {
    const Kind kind = graph.entity(child).kind;
    const auto& parents = graph.entity(child).parents;
    return (kind == Kind::role || kind == Kind::body) &&
           std::find(parents.begin(), parents.end(), parent) != parents.end();
  };
  return below(a, b) || below(b, a);
}

/// How many meetings would join the largest piece with the others if each end met any other, by
/// the number of its meetings; half of that, as most meet their like.
double meetings_across(const std::map<std::uint32_t, double>& volumes) {
  double all = 0;
  double largest = 0;
  for (const auto& [label, volume] : volumes) {
    all += volume;
    largest = std::max(largest, volume);
  }
  return all > 0 ? 0.5 * largest * (all - largest) / all : 0;
}

/// For each vertex, how many pieces with 2 or more departments would be left of its component if it
/// went. One search in depth: a branch below v is a piece of its own when nothing in it reaches
/// above v (Hopcroft and Tarjan 1973). O(vertices + ties).
class PieceCounter {
 public:
  PieceCounter(const algo::Digraph& ties, const std::vector<char>& is_department)
      : ties_(ties),
        order_(ties.size(), 0),
        low_(ties.size(), 0),
        parent_(ties.size(), 0),
        below_(is_department.begin(), is_department.end()),
        is_department_(is_department) {}

  std::vector<std::size_t> run() {
    std::vector<std::size_t> pieces(ties_.size(), 0);
    std::vector<std::size_t> cut_off(ties_.size(), 0);  // departments in pieces below
    for (algo::Vertex root = 0; root < ties_.size(); ++root) {
      if (order_[root] != 0) continue;
      const std::vector<algo::Vertex> reached = search(root);
      for (auto at = reached.rbegin(); at != reached.rend(); ++at)
        close(*at, root, pieces, cut_off);
      for (const algo::Vertex v : reached) {
        const std::size_t rest =
            below_[root] - cut_off[v] - static_cast<std::size_t>(is_department_[v]);
        if (v != root && rest >= 2) ++pieces[v];
      }
    }
    return pieces;
  }

 private:
  /// In the order of discovery.
  std::vector<algo::Vertex> search(algo::Vertex root) {
    std::vector<algo::Vertex> reached = {root};
    std::vector<std::pair<algo::Vertex, std::size_t>> path = {{root, 0}};
    order_[root] = ++count_;
    while (!path.empty()) {
      auto& [v, next] = path.back();
      const auto out = ties_.out(v);
      if (next == out.size()) {
        path.pop_back();
        continue;
      }
      const algo::Vertex to = out[next++];
      if (order_[to] != 0) continue;
      order_[to] = ++count_;
      parent_[to] = v;
      reached.push_back(to);
      path.emplace_back(to, 0);
    }
    return reached;
  }

  /// What is below a vertex is closed already, as it was discovered later.
  void close(algo::Vertex v, algo::Vertex root, std::vector<std::size_t>& pieces,
             std::vector<std::size_t>& cut_off) {
    low_[v] = order_[v];
    for (const algo::Vertex to : ties_.out(v))
      low_[v] = std::min(low_[v], parent_[to] == v && to != root ? low_[to] : order_[to]);
    if (v == root) return;
    const algo::Vertex above = parent_[v];
    if (low_[v] >= order_[above]) {
      cut_off[above] += below_[v];
      if (below_[v] >= 2) ++pieces[above];
    }
    below_[above] += below_[v];
  }

  const algo::Digraph& ties_;
  std::vector<std::size_t> order_, low_;
  std::vector<algo::Vertex> parent_;
  std::vector<std::size_t> below_;  // departments at or below
  const std::vector<char>& is_department_;
  std::size_t count_ = 0;
};

/// Confidence of the weakest meeting on the strongest route to each vertex from one; 0 without any.
std::vector<double> strongest_routes(const Graph& graph, const Projection& meeting,
                                     algo::Vertex from) {
  std::vector<std::vector<std::pair<algo::Vertex, double>>> ties(meeting.digraph.size());
  for (std::size_t i = 0; i < graph.relation_count(); ++i) {
    const Relation& r = graph.relation(RelationId(i));
    const auto a = meeting.vertex_of[index_of(r.from)];
    const auto b = meeting.vertex_of[index_of(r.to)];
    if (!graph.open(RelationId(i)) || !is_meeting(r.verb)) continue;
    if (a == Projection::no_vertex || b == Projection::no_vertex) continue;
    ties[a].emplace_back(b, r.confidence);
    ties[b].emplace_back(a, r.confidence);
  }
  for (const auto& [a, b] : algo::list_arcs(meeting.digraph)) {
    if (!is_parent(graph, meeting.entities[a], meeting.entities[b])) continue;
    ties[a].emplace_back(b, 1);
    ties[b].emplace_back(a, 1);
  }
  std::vector<double> best(ties.size(), 0);
  std::priority_queue<std::pair<double, algo::Vertex>> queue;
  queue.emplace(best[from] = 1, from);
  while (!queue.empty()) {
    const auto [confidence, v] = queue.top();
    queue.pop();
    if (confidence < best[v]) continue;
    for (const auto& [to, tie] : ties[v])
      if (const double reached = std::min(confidence, tie); reached > best[to])
        queue.emplace(best[to] = reached, to);
  }
  return best;
}

/// The second largest; 0 when there is none.
double second(std::vector<double> values) {
  if (values.size() < 2) return 0;
  std::nth_element(values.begin(), values.begin() + 1, values.end(), std::greater<>());
  return values[1];
}

/// A piece and the vertex that joins it with others, which is 0: its meetings, and the draws that
/// each is in.
class DrawnPiece {
 public:
  DrawnPiece(const Graph& graph, const Projection& meeting, const Piece& piece, algo::Vertex gone)
      : graph_(graph), meeting_(meeting), piece_(piece), gone_(gone) {
    for (const algo::Vertex v : piece.members) add(v);
  }

  /// Its meetings on record.
  const std::vector<RelationId>& rows() const { return rows_; }

  /// In which draws 2 departments or more of it hold together, and are reached from the vertex. Of
  /// many departments a few are tried; of a very large piece, only whether it is reached.
  Bits holds_in(const Draws& draws) const {
    constexpr std::size_t most_tried = 8, most_members = 2000;
    std::vector<DrawnArc> arcs;
    Bits held = draws.none();
    for (const Tie& tie : ties_) {
      const Bits there = tie.row ? draws.relation(*tie.row) : draws.all();
      arcs.push_back({tie.a, tie.b, there});
      arcs.push_back({tie.b, tie.a, there});
      if (tie.a == 0 || tie.b == 0) add_bits(held, there);
    }
    if (piece_.members.size() > most_members) return held;
    held = draws.none();
    const std::size_t size = piece_.members.size() + 1;
    const auto reached = reached_in(size, arcs, 0, draws);
    const auto& departments = piece_.departments;
    for (std::size_t i = 0; i < std::min(departments.size(), most_tried); ++i) {
      const algo::Vertex from = number(meeting_.vertex_of[index_of(departments[i])]);
      const auto together = reached_in(size, arcs, from, draws, {0});
      for (std::size_t k = i + 1; k < departments.size(); ++k)
        add_bits(held, in_both(reached[from],
                               together[number(meeting_.vertex_of[index_of(departments[k])])]));
    }
    return held;
  }

 private:
  struct Tie {
    algo::Vertex a = 0, b = 0;
    std::optional<RelationId> row;  // none: a role or body and its parent
  };

  bool is_here(algo::Vertex v) const {
    return v == gone_ || std::binary_search(piece_.members.begin(), piece_.members.end(), v);
  }
  algo::Vertex number(algo::Vertex v) const {
    if (v == gone_) return 0;
    const auto at = std::lower_bound(piece_.members.begin(), piece_.members.end(), v);
    return static_cast<algo::Vertex>(at - piece_.members.begin()) + 1;
  }

  /// The ties of a member: each from its lower end, and those with the vertex.
  void add(algo::Vertex v) {
    const EntityId id = meeting_.entities[v];
    for (const auto relations : {graph_.out(id), graph_.in(id)}) {
      for (const RelationId r : relations) {
        const Relation& relation = graph_.relation(r);
        if (!is_meeting(relation.verb)) continue;
        const auto far =
            meeting_.vertex_of[index_of(relation.from == id ? relation.to : relation.from)];
        if (far == Projection::no_vertex || far == v || !is_here(far)) continue;
        if (far != gone_ && far < v) continue;
        ties_.push_back({number(v), number(far), r});
        rows_.push_back(r);
      }
    }
    for (const auto neighbours : {meeting_.digraph.out(v), meeting_.digraph.in(v)})
      for (const algo::Vertex far : neighbours)
        if (is_here(far) && (far == gone_ || far > v) &&
            is_parent(graph_, id, meeting_.entities[far]))
          ties_.push_back({number(v), number(far), std::nullopt});
  }

  const Graph& graph_;
  const Projection& meeting_;
  const Piece& piece_;
  algo::Vertex gone_;
  std::vector<Tie> ties_;
  std::vector<RelationId> rows_;
};

}  // namespace

bool is_meeting(Verb verb) {
  return verb == Verb::member_of || verb == Verb::chairs || verb == Verb::coordinates_with;
}

std::vector<std::size_t> count_pieces(const Graph& graph, const Projection& meeting) {
  std::vector<char> is_department;
  for (const EntityId id : meeting.entities)
    is_department.push_back(graph.entity(id).kind == Kind::department);
  return PieceCounter(algo::symmetrise(meeting.digraph), is_department).run();
}

Break break_at(const Graph& graph, const Projection& meeting, algo::Vertex gone) {
  std::vector<algo::Arc> arcs;
  for (const auto& [from, to] : algo::list_arcs(meeting.digraph))
    if (from != gone && to != gone) arcs.push_back({from, to});
  const auto before = algo::components(meeting.digraph);
  const auto labels = algo::components(algo::Digraph(meeting.digraph.size(), arcs));
  std::map<std::uint32_t, Piece> pieces;
  std::map<std::uint32_t, double> volumes;  // ends of meetings in each piece
  for (algo::Vertex v = 0; v < labels.size(); ++v) {
    if (v == gone || before[v] != before[gone]) continue;
    Piece& piece = pieces[labels[v]];
    piece.members.push_back(v);
    volumes[labels[v]] += static_cast<double>(meeting.digraph.out(v).size()) +
                          static_cast<double>(meeting.digraph.in(v).size());
    if (graph.entity(meeting.entities[v]).kind == Kind::department)
      piece.departments.push_back(meeting.entities[v]);
  }
  Break result;
  double seen = 0;
  for (auto& [label, piece] : pieces) {
    const auto size = static_cast<double>(piece.members.size());
    result.pairs_cut += seen * size;
    seen += size;
    if (piece.departments.size() >= 2) result.pieces.push_back(std::move(piece));
  }
  result.expected_meetings = meetings_across(volumes);
  return result;
}

double weigh_break(const Graph& graph, const Projection& meeting, algo::Vertex gone,
                   const Break& broken) {
  const auto routes = strongest_routes(graph, meeting, gone);
  std::vector<double> of_pieces;
  for (const Piece& piece : broken.pieces) {
    std::vector<double> of_departments;
    for (const EntityId department : piece.departments)
      of_departments.push_back(routes[meeting.vertex_of[index_of(department)]]);
    of_pieces.push_back(second(std::move(of_departments)));
  }
  return second(std::move(of_pieces));
}

Bits joins_in(const Graph& graph, const Projection& meeting, algo::Vertex v, const Break& broken,
              const Draws& draws) {
  std::vector<Bits> pieces;
  for (const Piece& piece : broken.pieces)
    pieces.push_back(DrawnPiece(graph, meeting, piece, v).holds_in(draws));
  return in_two_of(pieces, draws);
}

std::vector<RelationId> meetings_it_needs(const Graph& graph, const Projection& meeting,
                                          algo::Vertex v, const Break& broken) {
  constexpr std::size_t most_rows = 2000;  // of a larger piece none is missed
  std::vector<RelationId> rows;
  for (const Piece& piece : broken.pieces) {
    const DrawnPiece drawn(graph, meeting, piece, v);
    if (drawn.rows().size() <= most_rows)
      rows.insert(rows.end(), drawn.rows().begin(), drawn.rows().end());
  }
  keep_unique(rows);
  return rows_it_needs(graph, std::move(rows), [&](const Draws& draws) {
    return joins_in(graph, meeting, v, broken, draws);
  });
}

}  // namespace crosscut
