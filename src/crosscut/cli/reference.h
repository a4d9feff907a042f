// The reference pages, made from the tables in the code, so that they cannot go stale unnoticed.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace crosscut {

/// The pages of docs/ that are generated: name and text of each.
std::vector<std::pair<std::string, std::string>> reference_pages();

/// What a lens (or that of a finding's id) looks for, or what a code means; nothing when the word
/// is none of these.
std::optional<std::string> explain(std::string_view word);

/// Every lens with its question, then every code.
std::string list_explained();

/// "did you mean ...?", or where to look.
std::string suggest_explained(std::string_view word);

}  // namespace crosscut
