#include "crosscut/algo/cuts.h"

#include <algorithm>
#include <span>

namespace crosscut::algo {
namespace {

// Own code, though Boost finds articulation points: sizes of pieces come with the same search, and
// rows of both directions need no copy that holds each tie twice.
class Searcher {
 public:
  explicit Searcher(const Digraph& graph) : graph_(graph), number_(graph.size(), no_vertex) {
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
  // Pieces that the loss of a vertex would cut off below it in the tree.
  struct Pieces {
    std::uint64_t vertices = 0;
    std::uint64_t pairs = 0;  // within them
  };
  // A vertex under way: all that is written while it is looked at lies here, close together.
  struct Step {
    Vertex vertex;
    Vertex number;
    Vertex low;                     // least number that its subtree reaches
    std::span<const Vertex> heads;  // neighbours to look at: those it points to ...
    std::span<const Vertex> tails;  // ... then those that point to it
    Pieces pieces;
  };

  void discover(Vertex v) {
    number_[v] = discovered_;
    path_.push_back({v, discovered_, discovered_, graph_.out(v), graph_.in(v), {}});
    ++discovered_;
  }

  void search(Vertex root) {
    const Vertex first = discovered_;
    discover(root);
    Vertex parent = no_vertex;
    while (!path_.empty()) {
      Step& step = path_.back();
      const Vertex w = next_neighbour(step);
      if (w == no_vertex) {
        leave();
      } else if (number_[w] == no_vertex) {
        discover(w);
      } else if (w != parent) {  // else it is the tie that led here, from either end
        step.low = std::min(step.low, number_[w]);
        continue;
      }
      parent = path_.size() < 2 ? no_vertex : path_[path_.size() - 2].vertex;
    }
    const std::uint64_t others = discovered_ - first - std::uint64_t{1};
    for (const auto& [v, pieces] : cut_off_)
      cuts_.pairs[v] = pairs_of(others) - pieces.pairs - pairs_of(others - pieces.vertices);
    cut_off_.clear();
  }

  static Vertex next_neighbour(Step& step) {
    std::span<const Vertex>& left = step.heads.empty() ? step.tails : step.heads;
    if (left.empty()) return no_vertex;
    const Vertex w = left.front();
    left = left.subspan(1);
    return w;
  }

  // Goes back to the parent, which now knows whether what hangs below this vertex hangs on it.
  void leave() {
    const Step step = path_.back();
    path_.pop_back();
    if (step.pieces.vertices > 0) cut_off_.emplace_back(step.vertex, step.pieces);
    if (path_.empty()) return;
    Step& parent = path_.back();
    parent.low = std::min(parent.low, step.low);
    if (step.low < parent.number) return;
    const std::uint64_t below = discovered_ - step.number;
    parent.pieces.vertices += below;
    parent.pieces.pairs += pairs_of(below);
    if (step.low > parent.number) cuts_.bridges.push_back(std::minmax(step.vertex, parent.vertex));
  }

  static std::uint64_t pairs_of(std::uint64_t vertices) {
    return vertices < 2 ? 0 : vertices * (vertices - 1) / 2;
  }

  const Digraph& graph_;
  std::vector<Vertex> number_;  // in the order of discovery
  Vertex discovered_ = 0;
  std::vector<Step> path_;
  std::vector<std::pair<Vertex, Pieces>> cut_off_;  // of the component under way
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
