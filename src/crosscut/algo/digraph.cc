#include "crosscut/algo/digraph.h"

#include <algorithm>

#undef NDEBUG  // these checks stay on in release builds
#include <cassert>
#include <limits>

namespace crosscut::algo {
namespace {

struct Rows {
  std::vector<std::size_t> begin;  // one more than there are vertices
  std::vector<Arc> arcs;
};

// The arcs in rows by one of their ends, in the order given within a row (counting sort).
Rows sort_by(Vertex Arc::*end, const std::vector<Arc>& arcs, std::size_t vertices) {
  Rows rows{std::vector<std::size_t>(vertices + 1), std::vector<Arc>(arcs.size())};
  for (const Arc& arc : arcs) ++rows.begin[std::size_t{arc.*end} + 1];
  for (std::size_t v = 0; v < vertices; ++v) rows.begin[v + 1] += rows.begin[v];
  std::vector<std::size_t> next(rows.begin.begin(), rows.begin.end() - 1);
  for (const Arc& arc : arcs) rows.arcs[next[arc.*end]++] = arc;
  return rows;
}

// Drops loops, and checks the ends of what is left and of what is dropped.
void drop_loops(std::vector<Arc>& arcs, std::size_t vertices) {
  std::erase_if(arcs, [&](const Arc& arc) {
    assert(arc.from < vertices && arc.to < vertices && "an arc ends at no vertex");
    return arc.from == arc.to;
  });
}

// Merges neighbours that join the same ends; sums in the order given.
void merge_parallel(std::vector<Arc>& arcs) {
  std::size_t kept = 0;
  for (const Arc& arc : arcs) {
    if (kept > 0 && arcs[kept - 1].from == arc.from && arcs[kept - 1].to == arc.to)
      arcs[kept - 1].weight += arc.weight;
    else
      arcs[kept++] = arc;
  }
  arcs.resize(kept);
}

}  // namespace

Digraph::Digraph(std::size_t vertices, std::vector<Arc> arcs) {
  assert(vertices <= std::numeric_limits<Vertex>::max() && "too many vertices");
  drop_loops(arcs, vertices);
  arcs = sort_by(&Arc::to, arcs, vertices).arcs;
  arcs = sort_by(&Arc::from, arcs, vertices).arcs;
  merge_parallel(arcs);

  out_begin_.resize(vertices + 1);
  out_.reserve(arcs.size());
  out_weights_.reserve(arcs.size());
  for (const Arc& arc : arcs) {
    ++out_begin_[std::size_t{arc.from} + 1];
    out_.push_back(arc.to);
    out_weights_.push_back(arc.weight);
  }
  for (std::size_t v = 0; v < vertices; ++v) out_begin_[v + 1] += out_begin_[v];

  Rows entering = sort_by(&Arc::to, arcs, vertices);
  in_begin_ = std::move(entering.begin);
  in_.reserve(entering.arcs.size());
  for (const Arc& arc : entering.arcs) in_.push_back(arc.from);
}

void Digraph::fail_out_of_range() {
  assert(false && "not a vertex of this graph");
  __builtin_unreachable();
}

Digraph symmetrise(const Digraph& graph) {
  std::vector<Arc> arcs;
  arcs.reserve(2 * graph.arc_count());
  for (Vertex v = 0; v < graph.size(); ++v) {
    const auto heads = graph.out(v);
    const auto weights = graph.out_weights(v);
    for (std::size_t i = 0; i < heads.size(); ++i) {
      arcs.push_back({v, heads[i], weights[i]});
      arcs.push_back({heads[i], v, weights[i]});
    }
  }
  return Digraph(graph.size(), std::move(arcs));
}

Digraph merge_directions(const Digraph& graph) {
  std::vector<Arc> arcs;
  arcs.reserve(graph.arc_count());
  for (Vertex v = 0; v < graph.size(); ++v) {
    const auto heads = graph.out(v);
    for (std::size_t i = 0; i < heads.size(); ++i)
      arcs.push_back({std::min(v, heads[i]), std::max(v, heads[i]), graph.out_weights(v)[i]});
  }
  return Digraph(graph.size(), std::move(arcs));
}

Digraph unit_weights(const Digraph& graph) {
  std::vector<Arc> arcs;
  arcs.reserve(graph.arc_count());
  for (Vertex v = 0; v < graph.size(); ++v)
    for (const Vertex head : graph.out(v)) arcs.push_back({v, head});
  return Digraph(graph.size(), std::move(arcs));
}

Digraph subgraph(const Digraph& graph, std::span<const Vertex> members) {
  std::vector<Arc> arcs;
  for (Vertex v = 0; v < members.size(); ++v) {
    assert((v == 0 || members[v - 1] < members[v]) && "not ascending");
    const auto out = graph.out(members[v]);
    const auto weights = graph.out_weights(members[v]);
    for (std::size_t i = 0; i < out.size(); ++i) {
      const auto at = std::lower_bound(members.begin(), members.end(), out[i]);
      if (at != members.end() && *at == out[i])
        arcs.push_back({v, static_cast<Vertex>(at - members.begin()), weights[i]});
    }
  }
  return Digraph(members.size(), std::move(arcs));
}

Digraph add_root(const Digraph& graph, std::span<const Vertex> heads) {
  std::vector<Arc> arcs;
  arcs.reserve(graph.arc_count() + heads.size());
  for (Vertex v = 0; v < graph.size(); ++v) {
    const auto out = graph.out(v);
    const auto weights = graph.out_weights(v);
    for (std::size_t i = 0; i < out.size(); ++i) arcs.push_back({v, out[i], weights[i]});
  }
  const auto root = static_cast<Vertex>(graph.size());
  std::vector<Vertex> ordered(heads.begin(), heads.end());
  std::sort(ordered.begin(), ordered.end());
  ordered.erase(std::unique(ordered.begin(), ordered.end()), ordered.end());
  for (const Vertex head : ordered) {
    graph.check(head);
    arcs.push_back({root, head});
  }
  return Digraph(graph.size() + 1, std::move(arcs));
}

std::vector<std::pair<Vertex, Vertex>> list_arcs(const Digraph& graph) {
  std::vector<std::pair<Vertex, Vertex>> arcs;
  arcs.reserve(graph.arc_count());
  for (Vertex v = 0; v < graph.size(); ++v)
    for (const Vertex head : graph.out(v)) arcs.emplace_back(v, head);
  return arcs;
}

}  // namespace crosscut::algo
