// The checks behind faults.h, by what they look at.
#pragma once

#include <vector>

#include "geometry/faults.h"
#include "geometry/layout.h"

namespace crosscut::geometry {

/// Boxes on each other and on headings, lines through boxes and headings, all of it on the page.
void check_places(const Layout& layout, std::vector<Fault>& faults);
/// Words within their shapes and off each other; numbers beside their lines.
void check_words(const Layout& layout, std::vector<Fault>& faults);
/// Contrast, as WCAG 2 counts it.
void check_colours(const Layout& layout, std::vector<Fault>& faults);
/// Roles and kinds told apart without colour, on the drawing and the tables of theme.h.
void check_grey(const Layout& layout, const Picture& picture, std::vector<Fault>& faults);

}  // namespace crosscut::geometry
