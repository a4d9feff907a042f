#include "crosscut/algo/cycles.h"

#include <algorithm>
#include <bit>
#include <cstdint>
#include <set>

#include "crosscut/algo/components.h"

#undef NDEBUG  // these checks stay on in release builds
#include <cassert>

namespace crosscut::algo {
namespace {

using Vertices = std::vector<Vertex>;

// The shortest circle through a vertex, from it on, if it has fewer vertices than `limit`.
Vertices cycle_through(const Digraph& graph, Vertex start, std::size_t limit) {
  Vertices before(graph.size(), no_vertex);
  Vertices level = {start};
  for (std::size_t length = 1; length < limit && !level.empty(); ++length) {
    Vertices next;
    for (const Vertex v : level) {
      for (const Vertex to : graph.out(v)) {
        if (to == start) {
          Vertices cycle = {v};
          while (cycle.back() != start) cycle.push_back(before[cycle.back()]);
          std::reverse(cycle.begin(), cycle.end());
          return cycle;
        }
        if (before[to] != no_vertex) continue;
        before[to] = v;
        next.push_back(to);
      }
    }
    level = std::move(next);
  }
  return {};
}

// An order of so few vertices with as few arcs as can be that point back: for each set, the least
// number when it comes first, by the vertex that ends it.
Vertices best_order(const Digraph& graph) {
  const std::size_t n = graph.size();
  std::vector<std::uint32_t> heads(n);
  for (Vertex v = 0; v < n; ++v)
    for (const Vertex head : graph.out(v)) heads[v] |= std::uint32_t{1} << head;
  std::vector<std::uint16_t> least(std::size_t{1} << n, 0);
  const auto with_last = [&](std::uint32_t set, Vertex v) {
    const std::uint32_t before = set & ~(std::uint32_t{1} << v);
    return least[before] + std::popcount(heads[v] & before);
  };
  for (std::uint32_t set = 1; set < least.size(); ++set) {
    int fewest = with_last(set, static_cast<Vertex>(std::countr_zero(set)));
    for (std::uint32_t left = set & (set - 1); left != 0; left &= left - 1)
      fewest = std::min(fewest, with_last(set, static_cast<Vertex>(std::countr_zero(left))));
    least[set] = static_cast<std::uint16_t>(fewest);
  }
  Vertices order;
  for (auto set = static_cast<std::uint32_t>(least.size() - 1); set != 0;) {
    Vertex last = 0;
    while ((set >> last) % 2 == 0 || with_last(set, last) != least[set]) ++last;
    order.push_back(last);
    set &= ~(std::uint32_t{1} << last);
  }
  std::reverse(order.begin(), order.end());
  return order;
}

// Sinks go last, sources first, and between them whoever has most arcs out more than in.
class GreedyOrder {
 public:
  explicit GreedyOrder(const Digraph& graph)
      : graph_(graph), out_(graph.size()), in_(graph.size()), gone_(graph.size()) {
    for (Vertex v = 0; v < graph.size(); ++v) {
      out_[v] = static_cast<std::int64_t>(graph.out(v).size());
      in_[v] = static_cast<std::int64_t>(graph.in(v).size());
      left_.emplace(key(v));
      notice(v);
    }
  }

  Vertices run() {
    Vertices first;
    Vertices last;
    while (!left_.empty()) {
      const bool sink = !sinks_.empty();
      const Vertex v = sink               ? *sinks_.begin()
                       : sources_.empty() ? left_.begin()->second
                                          : *sources_.begin();
      (sink ? last : first).push_back(v);
      remove(v);
    }
    first.insert(first.end(), last.rbegin(), last.rend());
    return first;
  }

 private:
  using Key = std::pair<std::int64_t, Vertex>;
  Key key(Vertex v) const { return {in_[v] - out_[v], v}; }

  void notice(Vertex v) {
    if (out_[v] == 0)
      sinks_.insert(v);
    else if (in_[v] == 0)
      sources_.insert(v);
  }

  void remove(Vertex v) {
    left_.erase(key(v));
    sinks_.erase(v);
    sources_.erase(v);
    gone_[v] = 1;
    for (const Vertex head : graph_.out(v)) lose(head, in_);
    for (const Vertex tail : graph_.in(v)) lose(tail, out_);
  }

  void lose(Vertex v, std::vector<std::int64_t>& ends) {
    if (gone_[v]) return;
    left_.erase(key(v));
    --ends[v];
    left_.insert(key(v));
    notice(v);
  }

  const Digraph& graph_;
  std::vector<std::int64_t> out_, in_;
  std::vector<char> gone_;
  std::set<Key> left_;
  std::set<Vertex> sinks_, sources_;
};

// Whether a path leads from one to the other by arcs that go forward in the order or were let in.
bool leads(const std::vector<Vertices>& heads, Vertex from, Vertex to) {
  std::vector<char> seen(heads.size());
  Vertices waiting{from};
  seen[from] = 1;
  while (!waiting.empty()) {
    const Vertex v = waiting.back();
    waiting.pop_back();
    if (v == to) return true;
    for (const Vertex w : heads[v]) {
      if (seen[w]) continue;
      seen[w] = 1;
      waiting.push_back(w);
    }
  }
  return false;
}

// The arcs that point back in the order, less those that can stay all the same.
std::vector<std::pair<Vertex, Vertex>> arcs_back(const Digraph& graph, const Vertices& order) {
  std::vector<std::size_t> place(order.size());
  for (std::size_t i = 0; i < order.size(); ++i) place[order[i]] = i;
  std::vector<Vertices> heads(graph.size());
  std::vector<std::pair<Vertex, Vertex>> back;
  for (const auto& [from, to] : list_arcs(graph)) {
    if (place[from] < place[to])
      heads[from].push_back(to);
    else
      back.emplace_back(from, to);
  }
  constexpr std::size_t most_tried = 2000;  // each arc costs a search
  if (graph.size() > most_tried) return back;
  std::erase_if(back, [&](const auto& arc) {
    if (leads(heads, arc.second, arc.first)) return false;
    heads[arc.first].push_back(arc.second);
    return true;
  });
  return back;
}

}  // namespace

std::vector<Vertices> circular_groups(const Digraph& graph) {
  std::vector<Vertices> groups = condense(graph).members;
  std::erase_if(groups, [](const Vertices& members) { return members.size() < 2; });
  return groups;
}

Vertices shortest_cycle(const Digraph& graph, const Vertices& members) {
  const Digraph part = subgraph(graph, members);
  Vertices best;
  for (Vertex start = 0; start < part.size() && best.size() != 2; ++start) {
    auto found = cycle_through(part, start, best.empty() ? part.size() + 1 : best.size());
    if (!found.empty()) best = std::move(found);
  }
  for (Vertex& v : best) v = members[v];
  return best;
}

FeedbackArcs feedback_arcs(const Digraph& graph, std::size_t exact_to) {
  assert(exact_to <= 24 && "too many to be exact");
  FeedbackArcs result;
  for (const Vertices& members : circular_groups(graph)) {
    const Digraph part = subgraph(graph, members);
    const bool exact = members.size() <= exact_to;
    result.exact = result.exact && exact;
    for (const auto& [from, to] :
         arcs_back(part, exact ? best_order(part) : GreedyOrder(part).run()))
      result.arcs.emplace_back(members[from], members[to]);
  }
  std::sort(result.arcs.begin(), result.arcs.end());
  return result;
}

}  // namespace crosscut::algo
