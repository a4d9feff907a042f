#include "crosscut/algo/group_ties.h"

#include <algorithm>

#undef NDEBUG  // these checks stay on in release builds
#include <cassert>

namespace crosscut::algo {

std::optional<double> GroupTies::outward_share() const {
  if (ends() == 0) return std::nullopt;
  return leaving / ends();
}

std::optional<double> GroupTies::conductance() const {
  if (ends() == 0 || others == 0) return std::nullopt;
  return leaving / std::min(ends(), others);
}

std::optional<double> GroupTies::normalised_cut() const {
  if (ends() == 0 || others == 0) return std::nullopt;
  return leaving / ends() + leaving / others;
}

std::optional<double> GroupTies::ei_index() const {
  if (inside + leaving == 0) return std::nullopt;
  return (leaving - inside) / (leaving + inside);
}

std::vector<GroupTies> group_ties(const Digraph& graph, std::span<const std::uint32_t> labels,
                                  std::size_t groups) {
  assert(labels.size() == graph.size() && "a label for each vertex");
  for (const std::uint32_t label : labels)
    assert((label < groups || label == no_group) && "a label of no group");
  std::vector<GroupTies> result(groups);
  double total = 0;
  for (Vertex v = 0; v < graph.size(); ++v) {
    const auto heads = graph.out(v);
    const auto weights = graph.out_weights(v);
    for (std::size_t i = 0; i < heads.size(); ++i) {
      const std::uint32_t a = labels[v];
      const std::uint32_t b = labels[heads[i]];
      total += 2 * weights[i];
      if (a == b) {
        if (a != no_group) result[a].inside += weights[i];
        continue;
      }
      if (a != no_group) result[a].leaving += weights[i];
      if (b != no_group) result[b].leaving += weights[i];
    }
  }
  for (GroupTies& ties : result) ties.others = total - ties.ends();
  return result;
}

}  // namespace crosscut::algo
