#include "crosscut/algo/dominators.h"

#include <algorithm>

namespace crosscut::algo {
namespace {

// Own code, though Boost has lengauer_tarjan_dominator_tree: it keeps a deque for each vertex (600
// bytes), and follows chains by recursion, so that a long ring ends the program.

// A depth-first tree from a root. A vertex is known by its number, in the order of discovery.
struct Tree {
  std::vector<Vertex> number;  // of each vertex; no_vertex when not reached
  std::vector<Vertex> order;   // vertex of each number
  std::vector<Vertex> parent;  // of each number
};

Tree search_depth_first(const Digraph& graph, Vertex root) {
  Tree tree{std::vector<Vertex>(graph.size(), no_vertex), {}, {}};
  struct Step {
    Vertex number;
    std::size_t next;
  };
  std::vector<Step> path;
  const auto discover = [&](Vertex v, Vertex parent) {
    tree.number[v] = static_cast<Vertex>(tree.order.size());
    path.push_back({tree.number[v], 0});
    tree.order.push_back(v);
    tree.parent.push_back(parent);
  };
  discover(root, no_vertex);
  while (!path.empty()) {
    Step& step = path.back();
    const auto heads = graph.out(tree.order[step.number]);
    while (step.next < heads.size() && tree.number[heads[step.next]] != no_vertex) ++step.next;
    if (step.next == heads.size())
      path.pop_back();
    else
      discover(heads[step.next++], step.number);
  }
  return tree;
}

// The forest of Lengauer and Tarjan: numbers are linked from the last to the first, and evaluate
// gives the one of smallest semidominator on the way up (path compression without recursion).
class Forest {
 public:
  explicit Forest(std::size_t size) : semi(size), best_(size), ancestor_(size, no_vertex) {
    for (Vertex i = 0; i < size; ++i) semi[i] = best_[i] = i;
  }

  void link(Vertex parent, Vertex i) { ancestor_[i] = parent; }

  Vertex evaluate(Vertex i) {
    if (ancestor_[i] == no_vertex) return i;
    way_.clear();
    for (Vertex j = i; ancestor_[ancestor_[j]] != no_vertex; j = ancestor_[j]) way_.push_back(j);
    for (; !way_.empty(); way_.pop_back()) {
      const Vertex j = way_.back();
      const Vertex above = ancestor_[j];
      if (semi[best_[above]] < semi[best_[j]]) best_[j] = best_[above];
      ancestor_[j] = ancestor_[above];
    }
    return best_[i];
  }

  std::vector<Vertex> semi;  // the number of each one's semidominator

 private:
  std::vector<Vertex> best_, ancestor_, way_;
};

// Immediate dominators by number.
std::vector<Vertex> dominate(const Digraph& graph, const Tree& tree) {
  const std::size_t n = tree.order.size();
  Forest forest(n);
  std::vector<Vertex> immediate(n, no_vertex);
  std::vector<Vertex> bucket(n, no_vertex);  // first of those with this semidominator
  std::vector<Vertex> next(n, no_vertex);    // in the same bucket
  for (Vertex i = static_cast<Vertex>(n); i-- > 1;) {
    const Vertex parent = tree.parent[i];
    for (const Vertex tail : graph.in(tree.order[i])) {
      const Vertex j = tree.number[tail];
      if (j == no_vertex) continue;
      forest.semi[i] = std::min(forest.semi[i], forest.semi[forest.evaluate(j)]);
    }
    next[i] = bucket[forest.semi[i]];
    bucket[forest.semi[i]] = i;
    forest.link(parent, i);
    for (Vertex j = bucket[parent]; j != no_vertex; j = next[j]) {
      const Vertex best = forest.evaluate(j);
      immediate[j] = forest.semi[best] < forest.semi[j] ? best : parent;
    }
    bucket[parent] = no_vertex;
  }
  for (Vertex i = 1; i < n; ++i)
    if (immediate[i] != forest.semi[i]) immediate[i] = immediate[immediate[i]];
  return immediate;
}

}  // namespace

std::vector<Vertex> immediate_dominators(const Digraph& graph, Vertex root) {
  graph.check(root);
  const Tree tree = search_depth_first(graph, root);
  const std::vector<Vertex> by_number = dominate(graph, tree);
  std::vector<Vertex> immediate(graph.size(), no_vertex);
  for (Vertex i = 1; i < by_number.size(); ++i) immediate[tree.order[i]] = tree.order[by_number[i]];
  return immediate;
}

std::vector<Vertex> dominators_of(const std::vector<Vertex>& immediate, Vertex target) {
  std::vector<Vertex> chain;
  for (Vertex v = immediate.at(target); v != no_vertex; v = immediate[v]) chain.push_back(v);
  return chain;
}

std::vector<std::vector<Vertex>> dominated_targets(const std::vector<Vertex>& immediate,
                                                   std::span<const Vertex> targets) {
  std::vector<std::vector<Vertex>> dominated(immediate.size());
  for (const Vertex target : targets)
    for (const Vertex v : dominators_of(immediate, target)) dominated[v].push_back(target);
  return dominated;
}

}  // namespace crosscut::algo
