// Rows that state relations, with both ends resolved, in an order that does not depend on that of
// the rows in their files.
#pragma once

#include <vector>

#include "crosscut/model/dataset.h"
#include "crosscut/model/graph.h"

namespace crosscut {

struct RelationCandidate {
  EntityId from{}, to{};
  const RelationRow* row = nullptr;
};

/// By subject, verb, object and all else that the row says; its place in a file comes last.
std::vector<RelationCandidate> in_order(const std::vector<RelationCandidate>& candidates,
                                        std::size_t entities);

}  // namespace crosscut
