// Colours of a drawing and how well one stands out from another (WCAG 2, relative luminance).
//
//   contrast(*colour_of("#ffffff"), *colour_of("#000000"))  -> 21
#pragma once

#include <optional>
#include <string_view>

namespace crosscut::geometry {

struct Colour {
  double red = 1, green = 1, blue = 1;  // 0 to 1
  double opacity = 1;
};

/// "#rrggbb" or "#rrggbbaa", the only forms in Graphviz's JSON.
std::optional<Colour> colour_of(std::string_view text);

/// What is seen of a colour painted over another.
Colour over(const Colour& paint, const Colour& ground);

double contrast(const Colour& a, const Colour& b);

}  // namespace crosscut::geometry
