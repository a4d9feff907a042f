#include "crosscut/model/marking.h"

#include <algorithm>
#include <array>
#include <vector>

#include "crosscut/base/text.h"

namespace crosscut {
namespace {

constexpr std::array<std::string_view, 4> known = {"OFFICIAL", "OFFICIAL-SENSITIVE", "SECRET",
                                                   "TOP SECRET"};

}  // namespace

std::span<const std::string_view> all_markings() { return known; }

std::optional<std::string_view> find_marking(std::string_view text) {
  const std::string key = name_key(text);
  for (const std::string_view marking : known)
    if (name_key(marking) == key) return marking;
  return std::nullopt;
}

bool is_above_official(std::string_view marking) {
  return !trim(marking).empty() && find_marking(marking) != known.front();
}

std::string highest_marking(const std::set<std::string_view>& markings) {
  std::size_t highest = 0;
  std::vector<std::string> others;  // in order, as the set is
  for (const std::string_view marking : markings) {
    for (const std::string_view part : split_list(marking, ';')) {
      const auto found = find_marking(part);
      if (found)
        highest =
            std::max(highest, static_cast<std::size_t>(
                                  std::find(known.begin(), known.end(), *found) - known.begin()));
      else if (std::find(others.begin(), others.end(), part) == others.end())
        others.emplace_back(part);
    }
  }
  if (others.empty()) return std::string(known[highest]);
  std::sort(others.begin(), others.end());
  if (highest > 0) others.insert(others.begin(), std::string(known[highest]));
  return join(others, "; ");
}

}  // namespace crosscut
