// Text of unknown origin in a message.
#pragma once

#include <string>
#include <string_view>

namespace crosscut {

/// The text on one line, with a question mark for each byte that is no UTF-8.
std::string printable(std::string_view text);

}  // namespace crosscut
