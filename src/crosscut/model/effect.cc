#include "crosscut/model/effect.h"

#include <array>

namespace crosscut {

std::string_view word(Fate fate) {
  constexpr std::array<std::string_view, fate_count> words = {"internal", "crossing", "moved",
                                                              "doubled",  "gone",     "kept"};
  return words[std::size_t(fate)];
}

std::string_view word(Turn turn) {
  constexpr std::array<std::string_view, 3> words = {"appears", "vanishes", "persists"};
  return words[std::size_t(turn)];
}

}  // namespace crosscut
