#include "geometry/checks.h"

namespace crosscut::geometry {
namespace {

constexpr double touch = 0.5;    // overlap that nobody sees
constexpr double farthest = 15;  // a number from its line

/// How far a piece of text reaches out of its room, or a stroke of the shape into the text.
double out_of_shape(const DrawnBox& box, const Words& words) {
  double most = -1e9;
  const Polygon ink = outline_of(words.ink);
  for (const Point corner : ink) most = std::max(most, -depth(corner, box.room));
  for (const Stroke& stroke : box.strokes)
    most = std::max(most, deepest(densify(stroke.path, stroke.closed), ink) + stroke.width / 2);
  return most;
}

struct PlacedWords {
  const Words* words;
  const std::string* owner;  // id of a box or line; null for the page's own
  bool number;
};

std::vector<PlacedWords> all_words(const Layout& layout) {
  std::vector<PlacedWords> all;
  for (const Words& words : layout.words) all.push_back({&words, nullptr, false});
  for (const DrawnBox& box : layout.boxes)
    for (const Words& words : box.words) all.push_back({&words, &box.id, false});
  for (const DrawnLine& line : layout.lines)
    for (const Words& words : line.number) all.push_back({&words, &line.id, true});
  return all;
}

std::string named(const PlacedWords& placed) {
  return placed.number ? *placed.owner : placed.words->text;
}

void check_words_on_words(const Layout& layout, std::vector<Fault>& faults) {
  const auto all = all_words(layout);
  for (std::size_t i = 0; i < all.size(); ++i) {
    for (std::size_t j = i + 1; j < all.size(); ++j) {
      const double much = overlap(all[i].words->ink, all[j].words->ink);
      const bool same_line = all[i].number && all[j].number && all[i].owner == all[j].owner;
      if (much > touch && !same_line)
        faults.push_back(
            {all[i].number && all[j].number ? FaultKind::number_on_number : FaultKind::text_on_text,
             named(all[i]), named(all[j]), much});
    }
  }
}

Rectangle number_of(const DrawnLine& line) {
  Rectangle number;
  for (const Words& words : line.number) number.cover(words.ink);
  number.bottom += 0.21 * line.number.front().size;  // digits have no feet
  return number;
}

/// How far the middle of a line runs inside a number; negative: how far off it is.
double struck(const Rectangle& number, const DrawnLine& line) {
  double most = -1e9;
  for (const Stroke& stroke : line.strokes)
    most = std::max(most, deepest(densify(stroke.path, false), outline_of(number)));
  return most;
}

double distance_to(const Rectangle& number, const DrawnLine& line) {
  return std::max(0.0, -struck(number, line));
}

/// A number belongs to the nearest line, as a reader sees it: other lines may not be nearer by more
/// than a point, nor run over or below it. Its own line may pass below if the number has a ground.
void check_number(const Layout& layout, const DrawnLine& line, std::vector<Fault>& faults) {
  const Rectangle number = number_of(line);
  for (const DrawnBox& box : layout.boxes)
    if (const double much = overlap(box.outline, outline_of(number)); much > touch && !box.heading)
      faults.push_back({FaultKind::number_on_box, line.id, box.id, much});
  const double own = distance_to(number, line);
  const DrawnLine* nearer = nullptr;
  for (const DrawnLine& other : layout.lines) {
    if (const double much = struck(number, other);
        much > touch && !(&other == &line && line.number_on_ground))
      faults.push_back({FaultKind::line_on_number, other.id, line.id, much});
    if (distance_to(number, other) + 1 < own) nearer = &other;
  }
  if (nearer != nullptr || own > farthest)
    faults.push_back({FaultKind::number_astray, line.id, nearer ? nearer->id : "", own});
}

}  // namespace

void check_words(const Layout& layout, std::vector<Fault>& faults) {
  for (const DrawnBox& box : layout.boxes) {
    if (box.heading) continue;
    for (const Words& words : box.words)
      if (const double much = out_of_shape(box, words); much > touch)
        faults.push_back({FaultKind::text_outside_shape, box.id, words.text, much});
  }
  check_words_on_words(layout, faults);
  for (const DrawnLine& line : layout.lines)
    if (!line.number.empty()) check_number(layout, line, faults);
}

}  // namespace crosscut::geometry
