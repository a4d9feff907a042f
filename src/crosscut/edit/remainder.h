// What a change leaves to settle: every relation that touches something changed, and what becomes
// of it; what nobody owns any more; boards that have lost their point (Remainder, model/effect.h).
#pragma once

#include "crosscut/edit/apply.h"
#include "crosscut/model/effect.h"

namespace crosscut {

Remainder find_remainder(const Graph& before, const Graph& after, const Applied& change);

/// The entity of the graph after that one of the graph before is now; nothing when it is gone.
std::optional<EntityId> now_of(const Graph& before, EntityId id, const Graph& after,
                               const Applied& change);

/// Findings that appear, vanish and persist: the same lens on the same entities, by what they are
/// now. Points into the two reports.
std::vector<FindingChange> compare_findings(const Report& before, const Report& after,
                                            const Applied& change);

}  // namespace crosscut
