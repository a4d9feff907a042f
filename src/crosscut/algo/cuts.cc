#include "crosscut/algo/cuts.h"

#include <algorithm>

namespace crosscut::algo {
namespace {

// Own code, though Boost finds articulation points: sizes of pieces come with the same search, and
// rows of both directions need no copy that holds each tie twice.
class Searcher {
 public:
  explicit Searcher(const Digraph& graph)
      : graph_(graph), number_(graph.size(), no_vertex), low_(graph.size()), pieces_(graph.size()) {
    cuts_.pairs.resize(graph.size());
  }

  Cuts run() {
    for (Vertex v = 0; v < graph_.size(); ++v)
      if (number_[v] == no_vertex) search(v);
    std::sort(cuts_.bridges.begin(), cuts_.bridges.end());
    for (Vertex v = 0; v < graph_.size(); ++v)
      if (cuts_.pairs[v] > 0) cuts_.points.push_back(v);
    return std::move(cuts_);
  }

 private:
  struct Step {
    Vertex vertex;
    Vertex parent;
    std::size_t next;  // neighbour to look at: those it points to, then those that point to it
  };
  // Pieces that the loss of a vertex would cut off below it in the tree.
  struct Pieces {
    std::uint64_t vertices = 0;
    std::uint64_t pairs = 0;  // within them
  };

  void discover(Vertex v, Vertex parent) {
    number_[v] = low_[v] = static_cast<Vertex>(order_.size());
    order_.push_back(v);
    path_.push_back({v, parent, 0});
  }

  void search(Vertex root) {
    const std::size_t first = order_.size();
    discover(root, no_vertex);
    while (!path_.empty()) {
      const Vertex w = next_neighbour(path_.back());
      if (w == no_vertex)
        leave();
      else if (w == path_.back().parent)
        continue;  // the tie that led here, from either end
      else if (number_[w] == no_vertex)
        discover(w, path_.back().vertex);
      else
        low_[path_.back().vertex] = std::min(low_[path_.back().vertex], number_[w]);
    }
    const std::uint64_t size = order_.size() - first;
    for (std::size_t i = first; i < order_.size(); ++i) {
      const Pieces& pieces = pieces_[order_[i]];
      const std::uint64_t rest = size - 1 - pieces.vertices;
      cuts_.pairs[order_[i]] = pairs_of(size - 1) - pieces.pairs - pairs_of(rest);
    }
  }

  Vertex next_neighbour(Step& step) const {
    const auto out = graph_.out(step.vertex);
    if (step.next < out.size()) return out[step.next++];
    const auto in = graph_.in(step.vertex);
    const std::size_t i = step.next - out.size();
    if (i == in.size()) return no_vertex;
    ++step.next;
    return in[i];
  }

  // Goes back to the parent, which now knows whether what hangs below this vertex hangs on it.
  void leave() {
    const auto [v, parent, next] = path_.back();
    path_.pop_back();
    if (parent == no_vertex) return;
    low_[parent] = std::min(low_[parent], low_[v]);
    if (low_[v] < number_[parent]) return;
    const std::uint64_t below = order_.size() - number_[v];
    pieces_[parent].vertices += below;
    pieces_[parent].pairs += pairs_of(below);
    if (low_[v] > number_[parent]) cuts_.bridges.push_back(std::minmax(v, parent));
  }

  static std::uint64_t pairs_of(std::uint64_t vertices) {
    return vertices < 2 ? 0 : vertices * (vertices - 1) / 2;
  }

  const Digraph& graph_;
  std::vector<Vertex> number_;  // in the order of discovery
  std::vector<Vertex> low_;     // least number that its subtree reaches
  std::vector<Pieces> pieces_;
  std::vector<Vertex> order_;
  std::vector<Step> path_;
  Cuts cuts_;
};

}  // namespace

Cuts find_cuts(const Digraph& graph) { return Searcher(graph).run(); }

std::vector<Vertex> articulation_points(const Digraph& graph) {
  return std::move(find_cuts(graph).points);
}

std::vector<std::pair<Vertex, Vertex>> bridges(const Digraph& graph) {
  return std::move(find_cuts(graph).bridges);
}

std::vector<std::uint64_t> pairs_cut(const Digraph& graph) {
  return std::move(find_cuts(graph).pairs);
}

}  // namespace crosscut::algo
