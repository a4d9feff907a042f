#include "geometry/colour.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace crosscut::geometry {
namespace {

double linear(double part) {
  return part <= 0.03928 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4);
}

double luminance(const Colour& colour) {
  return 0.2126 * linear(colour.red) + 0.7152 * linear(colour.green) + 0.0722 * linear(colour.blue);
}

}  // namespace

std::optional<Colour> colour_of(std::string_view text) {
  if ((text.size() != 7 && text.size() != 9) || text[0] != '#') return std::nullopt;
  std::array<double, 4> parts = {0, 0, 0, 1};
  for (std::size_t i = 0; 2 * i + 2 < text.size(); ++i) {
    unsigned value = 0;
    const char* begin = text.data() + 2 * i + 1;
    if (std::from_chars(begin, begin + 2, value, 16).ptr != begin + 2) return std::nullopt;
    parts[i] = value / 255.0;
  }
  return Colour{parts[0], parts[1], parts[2], parts[3]};
}

Colour over(const Colour& paint, const Colour& ground) {
  const auto mix = [&](double a, double b) { return a * paint.opacity + b * (1 - paint.opacity); };
  return {mix(paint.red, ground.red), mix(paint.green, ground.green), mix(paint.blue, ground.blue),
          1};
}

double contrast(const Colour& a, const Colour& b) {
  const double one = luminance(a) + 0.05;
  const double other = luminance(b) + 0.05;
  return std::max(one, other) / std::min(one, other);
}

}  // namespace crosscut::geometry
