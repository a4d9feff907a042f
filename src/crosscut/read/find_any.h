// The next separator or line end, 16 bytes at a time where the machine can.
#pragma once

#include <string_view>

namespace crosscut {

/// As far as none of three characters stands, and whether all of that is ASCII.
struct Stretch {
  std::size_t end = 0;
  bool ascii = true;
};

/// From a place on, to the first of the three characters or the end of the text.
Stretch find_any(std::string_view text, std::size_t from, char a, char b, char c);

}  // namespace crosscut
