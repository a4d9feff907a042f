// Circles of parents: an entity that is, some way up, its own parent.
#pragma once

#include <vector>

#include "crosscut/model/graph.h"

namespace crosscut {

/// Takes out of each circle the parent link that closes it, so that every chain of parents ends.
/// Returns the circles: each member's parent is the next, and the last one's link to the first is
/// what was taken out. Linear in entities and parents.
std::vector<std::vector<EntityId>> break_parent_cycles(std::vector<Entity>& entities);

}  // namespace crosscut
