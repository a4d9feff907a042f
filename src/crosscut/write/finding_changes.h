// Findings that appear, vanish and persist, in words and as JSON: what `whatif` and `compare`
// share.
#pragma once

#include <string>
#include <vector>

#include "crosscut/model/effect.h"

namespace crosscut {

/// "\nWords (3)\n"
std::string change_heading(std::string_view words, std::size_t count);

std::size_t count_turns(const std::vector<FindingChange>& changes, Turn turn);

std::string finding_changes_text(const std::vector<FindingChange>& changes);
/// A JSON array, as text.
std::string finding_changes_json(const std::vector<FindingChange>& changes, const Report& before,
                                 const Report& after);

}  // namespace crosscut
