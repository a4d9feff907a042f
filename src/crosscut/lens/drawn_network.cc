#include "crosscut/lens/drawn_network.h"

#include <queue>

namespace crosscut {
namespace {

/// Adds to `bits` what is set in both others; true when that changes it.
bool add_both(Bits& bits, const Bits& a, const Bits& b) {
  bool changed = false;
  for (std::size_t word = 0; word < bits.size(); ++word) {
    const std::uint64_t more = bits[word] | (a[word] & b[word]);
    changed = changed || more != bits[word];
    bits[word] = more;
  }
  return changed;
}

}  // namespace

std::vector<Bits> reached_in(std::size_t vertices, const std::vector<DrawnArc>& arcs,
                             algo::Vertex source, const Draws& draws,
                             const std::vector<algo::Vertex>& without) {
  std::vector<std::vector<const DrawnArc*>> out(vertices);
  for (const DrawnArc& arc : arcs) out[arc.from].push_back(&arc);
  for (const algo::Vertex v : without) out[v].clear();
  std::vector<Bits> reached(vertices, draws.none());
  reached[source] = draws.all();
  std::queue<algo::Vertex> queue({source});
  std::vector<char> waiting(vertices, 0);
  while (!queue.empty()) {
    const algo::Vertex v = queue.front();
    queue.pop();
    waiting[v] = 0;
    for (const DrawnArc* arc : out[v]) {
      if (!add_both(reached[arc->to], reached[v], arc->there) || waiting[arc->to]) continue;
      waiting[arc->to] = 1;
      queue.push(arc->to);
    }
  }
  return reached;
}

Bits in_two_of(const std::vector<Bits>& each, const Draws& draws) {
  return in_at_least(2, each, draws);
}

Bits in_at_least(std::size_t least, const std::vector<Bits>& each, const Draws& draws) {
  std::vector<Bits> reached(least + 1, draws.none());  // by so many, or more
  reached[0] = draws.all();
  for (const Bits& bits : each)
    for (std::size_t many = least; many > 0; --many)
      for (std::size_t word = 0; word < bits.size(); ++word)
        reached[many][word] |= reached[many - 1][word] & bits[word];
  return reached[least];
}

}  // namespace crosscut
