// Text inside markup (SVG, Graphviz labels, HTML): the characters that mean something there.
#pragma once

#include <string>
#include <string_view>

namespace crosscut {

/// & < > " ' as entities; control characters, which XML does not allow, as spaces.
std::string escape_markup(std::string_view text);

}  // namespace crosscut
