#include "crosscut/algo/flow.h"

#include <algorithm>

#undef NDEBUG  // these checks stay on in release builds
#include <cassert>

namespace crosscut::algo {
namespace {

// Each vertex between the ends has a door in and a door out, joined by a passage for one route;
// only passages are scarce. A search from the source may use any arc and free passages, and go back
// along a route that is there (which then gives way). Boost's flows would want a copy of the
// network with twice the vertices and all reverse arcs; here the routes themselves, a `next` and a
// `previous` for each vertex, are all that is kept.
class Router {
 public:
  Router(const Digraph& graph, Vertex from, Vertex to)
      : graph_(graph),
        from_(from),
        to_(to),
        next_(graph.size(), no_vertex),
        previous_(graph.size(), no_vertex),
        to_in_(graph.size()),
        to_out_(graph.size()) {}

  Routes run() {
    mark_useful();
    while (augment()) {
    }
    Routes result;
    for (const Vertex start : graph_.out(from_)) {
      if (!is_start(start)) continue;
      result.routes.push_back({from_, start});
      auto& route = result.routes.back();
      while (route.back() != to_) route.push_back(next_[route.back()]);
    }
    if (!direct_) result.cut = read_cut();
    return result;
  }

 private:
  enum class Door : std::uint8_t { in, out };
  struct Place {
    Vertex vertex;
    Door door;
  };
  // How a door was reached: from which vertex's door; `across` = by the passage of the vertex.
  struct Reached {
    std::uint32_t round = 0;
    Vertex by = no_vertex;
    bool across = false;
  };

  bool carries(Vertex v) const { return previous_[v] != no_vertex; }
  bool is_start(Vertex v) const { return v == to_ ? direct_ : previous_[v] == from_; }

  // Only vertices from which the target can be reached are worth a search.
  void mark_useful() {
    useful_.assign(graph_.size(), 0);
    useful_[to_] = 1;
    std::vector<Vertex> waiting{to_};
    while (!waiting.empty()) {
      const Vertex v = waiting.back();
      waiting.pop_back();
      for (const Vertex tail : graph_.in(v)) {
        if (useful_[tail]) continue;
        useful_[tail] = 1;
        if (tail != from_) waiting.push_back(tail);
      }
    }
  }

  void visit(Vertex v, Door door, Vertex by, bool across) {
    Reached& reached = (door == Door::in ? to_in_ : to_out_)[v];
    if (reached.round == round_) return;
    reached = {round_, by, across};
    queue_.push_back({v, door});
  }

  // Finds a shortest way to one more route, and takes it. Breadth first, so the order is fixed.
  bool augment() {
    ++round_;
    queue_.clear();
    for (const Vertex head : graph_.out(from_))
      if (useful_[head] && !(head == to_ && direct_)) visit(head, Door::in, from_, false);
    for (std::size_t i = 0; i < queue_.size(); ++i) {
      const auto [v, door] = queue_[i];
      if (v == to_) {
        take();
        return true;
      }
      if (door == Door::in)
        leave_in(v);
      else
        leave_out(v);
    }
    return false;
  }

  void leave_in(Vertex v) {
    if (!carries(v))
      visit(v, Door::out, v, true);
    else if (previous_[v] != from_)
      visit(previous_[v], Door::out, v, false);
  }

  void leave_out(Vertex v) {
    if (carries(v)) visit(v, Door::in, v, true);
    for (const Vertex head : graph_.out(v))
      if (useful_[head] && head != from_) visit(head, Door::in, v, false);
  }

  // Walks back from the target. Of each vertex met, what it loses is cleared before what it gains
  // is set: a door in that is reached by an arc gains that arc, and so does its tail.
  void take() {
    std::vector<std::pair<Vertex, Vertex>> gained;
    std::vector<std::pair<Vertex, Vertex>> lost;
    Place place{to_, Door::in};
    for (;;) {
      const Reached& reached = (place.door == Door::in ? to_in_ : to_out_)[place.vertex];
      if (reached.across) {
        place.door = place.door == Door::in ? Door::out : Door::in;
        continue;
      }
      if (place.door == Door::in) {
        gained.emplace_back(reached.by, place.vertex);
        if (reached.by == from_) break;
        place = {reached.by, Door::out};
      } else {
        lost.emplace_back(place.vertex, reached.by);
        place = {reached.by, Door::in};
      }
    }
    for (const auto& [tail, head] : lost) next_[tail] = previous_[head] = no_vertex;
    for (const auto& [tail, head] : gained) {
      if (tail != from_) next_[tail] = head;
      if (head != to_)
        previous_[head] = tail;
      else if (tail == from_)
        direct_ = true;
    }
  }

  // After the last search: the passages from a door in that it reached to a door out that it did
  // not.
  std::vector<Vertex> read_cut() const {
    std::vector<Vertex> cut;
    for (Vertex v = 0; v < graph_.size(); ++v)
      if (to_in_[v].round == round_ && to_out_[v].round != round_) cut.push_back(v);
    return cut;
  }

  const Digraph& graph_;
  Vertex from_, to_;
  std::vector<Vertex> next_, previous_;  // of each vertex between the ends that is on a route
  bool direct_ = false;                  // the arc from end to end is a route
  std::vector<Reached> to_in_, to_out_;
  std::vector<char> useful_;
  std::vector<Place> queue_;
  std::uint32_t round_ = 0;
};

}  // namespace

Routes disjoint_routes(const Digraph& graph, Vertex from, Vertex to) {
  graph.check(from);
  graph.check(to);
  assert(from != to && "a route has two ends");
  return Router(graph, from, to).run();
}

}  // namespace crosscut::algo
