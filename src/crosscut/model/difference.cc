#include "crosscut/model/difference.h"

#include <array>

namespace crosscut {

std::string_view word(Became became) {
  constexpr std::array<std::string_view, became_count> words = {
      "added", "removed", "renamed", "moved", "re-owned", "other-evidence"};
  return words[std::size_t(became)];
}

}  // namespace crosscut
