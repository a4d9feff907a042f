#include "crosscut/algo/brokerage.h"

#include <unordered_map>

#undef NDEBUG  // these checks stay on in release builds
#include <cassert>

namespace crosscut::algo {

std::vector<Roles<std::uint64_t>> brokerage(const Digraph& graph,
                                            std::span<const std::uint32_t> labels) {
  assert(labels.size() == graph.size() && "a label for each vertex");
  std::vector<Roles<std::uint64_t>> roles(graph.size());
  std::vector<Vertex> marked(graph.size(), no_vertex);  // by the vertex that points to it
  for (Vertex a = 0; a < graph.size(); ++a) {
    if (labels[a] == no_group) continue;
    marked[a] = a;
    for (const Vertex head : graph.out(a)) marked[head] = a;
    for (const Vertex b : graph.out(a)) {
      if (labels[b] == no_group) continue;
      const bool first_two = labels[a] == labels[b];
      for (const Vertex c : graph.out(b)) {
        if (marked[c] == a || labels[c] == no_group) continue;
        const bool last_two = labels[b] == labels[c];
        if (first_two)
          ++(last_two ? roles[b].coordinator : roles[b].representative);
        else if (last_two)
          ++roles[b].gatekeeper;
        else
          ++(labels[a] == labels[c] ? roles[b].itinerant : roles[b].liaison);
      }
    }
  }
  return roles;
}

std::optional<Roles<double>> expected_role_shares(std::span<const std::uint32_t> labels) {
  std::unordered_map<std::uint32_t, std::uint64_t> sizes;
  std::uint64_t labelled = 0;
  for (const std::uint32_t label : labels) {
    if (label == no_group) continue;
    ++sizes[label];
    ++labelled;
  }
  if (labelled < 3) return std::nullopt;
  // Of three vertices in order: all of one group, and the first two alone of one. Whole numbers
  // below 2^53 for up to 200,000 vertices, so the order of groups changes nothing that shows.
  double all = 0;
  double two = 0;
  for (const auto& [label, size] : sizes) {
    const auto n = static_cast<double>(size);
    all += n * (n - 1) * (n - 2);
    two += n * (n - 1) * static_cast<double>(labelled - size);
  }
  const auto n = static_cast<double>(labelled);
  const double triples = n * (n - 1) * (n - 2);
  const double pair = two / triples;
  return Roles<double>{all / triples, pair, pair, pair, (triples - all - 3 * two) / triples};
}

}  // namespace crosscut::algo
