#include "geometry/checks.h"

namespace crosscut::geometry {
namespace {

constexpr double text_least = 4.5, line_least = 3;

void check_text(const Layout& layout, const std::vector<Words>& all, std::vector<Fault>& faults) {
  for (const Words& words : all) {
    double least = 21;
    Path places = outline_of(words.ink.grown(-0.5));
    places.push_back(words.ink.centre());
    for (const Point place : places) {
      const Colour ground = layout.under(place, words.order);
      least = std::min(least, contrast(over(words.colour, ground), ground));
    }
    if (words.text.find_first_not_of("\u00a0 ") != std::string::npos && least < text_least)
      faults.push_back({FaultKind::faint_text, words.text, "", least});
  }
}

/// The least contrast along a stroke with what was painted before `order`.
double along(const Layout& layout, const Stroke& stroke, std::size_t order) {
  double least = 21;
  const Path path = densify(stroke.path, stroke.closed);
  for (std::size_t i = 0; i < path.size(); i += 8) {
    const Colour ground = layout.under(path[i], order);
    least = std::min(least, contrast(over(stroke.colour, ground), ground));
  }
  return least;
}

/// A double line has a light middle; what stands out most is what is seen.
void check_line(const Layout& layout, const DrawnLine& line, std::vector<Fault>& faults) {
  double best = 0;
  std::size_t first = line.strokes.front().order;
  for (const Stroke& stroke : line.strokes) best = std::max(best, along(layout, stroke, first));
  for (const Stroke& stroke : line.heads) best = std::min(best, along(layout, stroke, first));
  if (best < line_least) faults.push_back({FaultKind::faint_line, line.id, "", best});
}

/// Either the outline or the fill must stand out from what lies round the box, and an outline on a
/// pale fill from that fill too.
void check_outline(const Layout& layout, const DrawnBox& box, std::vector<Fault>& faults) {
  if (box.strokes.empty() && box.areas.empty()) return;
  const std::size_t first = box.areas.empty() ? box.strokes.front().order : box.areas.front().order;
  double fill = 1;
  if (!box.areas.empty()) {
    const Colour ground = layout.under(box.outline.front(), first);
    fill = contrast(over(box.areas.front().fill, ground), ground);
  }
  if (fill >= line_least) return;
  double least = box.strokes.empty() ? fill : 21;
  for (const Stroke& stroke : box.strokes) {
    least = std::min(least, along(layout, stroke, first));
    if (!box.areas.empty())
      least = std::min(least, contrast(stroke.colour, box.areas.front().fill));
  }
  if (least < line_least) faults.push_back({FaultKind::faint_outline, box.id, "", least});
}

}  // namespace

void check_colours(const Layout& layout, std::vector<Fault>& faults) {
  check_text(layout, layout.words, faults);
  for (const DrawnBox& box : layout.boxes) {
    check_text(layout, box.words, faults);
    check_outline(layout, box, faults);
  }
  for (const DrawnLine& line : layout.lines) {
    check_text(layout, line.number, faults);
    check_line(layout, line, faults);
  }
}

}  // namespace crosscut::geometry
