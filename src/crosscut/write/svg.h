// Graphviz's SVG made fit for a page: it scales, it is named and described, its parts are named.
#pragma once

#include <string>

#include "crosscut/write/picture.h"

namespace crosscut {

/// Takes what Graphviz drew from write_dot(picture). Drops prolog and comments, gives the root
/// role="img" with a title and a description, each part a sentence as its title, and `viewBox`
/// only. Returns the input unchanged when it is not SVG.
std::string rewrite_svg(const std::string& svg, const Picture& picture);

}  // namespace crosscut
