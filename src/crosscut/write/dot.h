// A Picture as DOT for Graphviz.
#pragma once

#include <string>

#include "crosscut/write/picture.h"

namespace crosscut {

struct DotOptions {
  bool title = true;  // with title, subtitle, key and source; the report sets these as HTML
};

/// The same picture gives the same bytes. Only what Graphviz 2.42 draws safely is used: numbers as
/// xlabel, columns by rank and invisible lines, no clusters but the page's (diagrams.md).
std::string write_dot(const Picture& picture, const DotOptions& options = {});

/// The page around statements in DOT: title and subtitle of the picture above them, key, notes and
/// source below.
std::string frame_dot(const Picture& picture, const std::string& statements,
                      const DotOptions& options);

}  // namespace crosscut
