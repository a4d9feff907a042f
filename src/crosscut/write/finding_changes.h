// Findings that appear, vanish and persist, in words: what `whatif` and `compare` share.
#pragma once

#include <string>
#include <vector>

#include "crosscut/model/effect.h"
#include "crosscut/write/paper.h"

namespace crosscut {

std::size_t count_turns(const std::vector<FindingChange>& changes, Turn turn);

/// Those that appear, those that vanish, and those of another severity when there are any. Ids open
/// with `id`.
std::vector<PaperPart> finding_changes_parts(const std::vector<FindingChange>& changes,
                                             const Report& before, const Report& after,
                                             const std::string& id);
}  // namespace crosscut
