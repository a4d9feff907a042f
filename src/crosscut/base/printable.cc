#include "crosscut/base/printable.h"

#include <algorithm>

#include "crosscut/base/text.h"

namespace crosscut {

std::string printable(std::string_view text) {
  std::string result;
  while (!text.empty()) {
    std::size_t length = 1;
    while (length <= 4 && !is_utf8(text.substr(0, length))) ++length;
    result += length > 4 ? "?" : text.substr(0, length);
    text.remove_prefix(std::min(length > 4 ? 1 : length, text.size()));
  }
  result = plain_text(result);
  std::replace(result.begin(), result.end(), '\n', ' ');
  return result;
}

}  // namespace crosscut
