#include "crosscut/model/parent_cycles.h"

#include <algorithm>

namespace crosscut {

std::vector<std::vector<EntityId>> break_parent_cycles(std::vector<Entity>& entities) {
  enum State : char { not_seen, under_way, done };
  std::vector<State> state(entities.size(), not_seen);
  std::vector<std::size_t> next(entities.size(), 0);  // parent to look at next
  std::vector<EntityId> path;
  std::vector<std::vector<EntityId>> cycles;
  for (std::size_t start = 0; start < entities.size(); ++start) {
    if (state[start] != not_seen) continue;
    path.push_back(EntityId(start));
    state[start] = under_way;
    while (!path.empty()) {
      const std::size_t at = index_of(path.back());
      auto& parents = entities[at].parents;
      if (next[at] == parents.size()) {
        state[at] = done;
        path.pop_back();
        continue;
      }
      const EntityId parent = parents[next[at]];
      if (state[index_of(parent)] == under_way) {
        cycles.emplace_back(std::find(path.begin(), path.end(), parent), path.end());
        parents.erase(parents.begin() + static_cast<long>(next[at]));
        continue;
      }
      ++next[at];
      if (state[index_of(parent)] == done) continue;
      state[index_of(parent)] = under_way;
      path.push_back(parent);
    }
  }
  return cycles;
}

}  // namespace crosscut
