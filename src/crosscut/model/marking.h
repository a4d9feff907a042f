// Protective markings: OFFICIAL, OFFICIAL-SENSITIVE, SECRET and TOP SECRET, in the order of the
// government's classification scheme. Without a marking a row counts as OFFICIAL. Any other text is
// kept as it is and counts as higher than all of them, as crosscut cannot tell what it asks for.
//
//   find_marking("Official: sensitive")        -> "OFFICIAL-SENSITIVE"
//   highest_marking({"OFFICIAL", "SECRET"})    -> "SECRET"
//   highest_marking({"SECRET", "NO FOREIGN"})  -> "SECRET; NO FOREIGN"
#pragma once

#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>

namespace crosscut {

/// The known ones, lowest first.
std::span<const std::string_view> all_markings();

/// The known marking that the text means, in any case and with any marks between its words.
std::optional<std::string_view> find_marking(std::string_view text);

/// Not OFFICIAL, and not empty.
bool is_above_official(std::string_view marking);

/// What stands on a paper that holds rows with these markings: the highest known one, and every
/// unknown one beside it. "OFFICIAL" when there is none.
std::string highest_marking(const std::set<std::string_view>& markings);

}  // namespace crosscut
