#include <tuple>

#include "geometry/checks.h"

namespace crosscut::geometry {
namespace {

constexpr double touch = 0.5;    // overlap that nobody sees
constexpr double hidden = 4;     // half of a head, under its own box
constexpr double apart = 1;      // lines that a reader sees as two
constexpr double together = 20;  // for how long they may be seen as one, as where they cross
constexpr double graze = 1;      // how far the ink of a line may get into a box

/// How far the ink of a line or its heads gets into a polygon.
double ink_inside(const DrawnLine& line, const Polygon& polygon) {
  double most = -1e9;
  for (const auto* strokes : {&line.strokes, &line.heads})
    for (const Stroke& stroke : *strokes)
      most =
          std::max(most, deepest(densify(stroke.path, stroke.closed), polygon) + stroke.width / 2);
  return most;
}

void check_boxes(const Layout& layout, std::vector<Fault>& faults) {
  for (std::size_t i = 0; i < layout.boxes.size(); ++i) {
    const DrawnBox& box = layout.boxes[i];
    for (std::size_t j = i + 1; j < layout.boxes.size(); ++j)
      if (const double much = overlap(box.outline, layout.boxes[j].outline);
          much > touch && !(box.heading && layout.boxes[j].heading))  // that is text on text
        faults.push_back({FaultKind::box_on_box, box.id, layout.boxes[j].id, much});
    for (const Words& words : layout.words)
      if (const double much = overlap(box.outline, outline_of(words.ink)); much > touch)
        faults.push_back({FaultKind::box_on_box, box.id, words.text, much});
  }
}

void check_lines(const Layout& layout, std::vector<Fault>& faults) {
  for (const DrawnLine& line : layout.lines) {
    for (std::size_t i = 0; i < layout.boxes.size(); ++i) {
      if (i == line.from || i == line.to) continue;
      const DrawnBox& box = layout.boxes[i];
      const double much = ink_inside(line, box.outline);
      if (much > graze)
        faults.push_back({box.heading ? FaultKind::line_on_heading : FaultKind::line_through_box,
                          line.id, box.id, much});
    }
    for (const Words& words : layout.words)
      if (const double much = ink_inside(line, outline_of(words.ink)); much > graze)
        faults.push_back({FaultKind::line_on_heading, line.id, words.text, much});
  }
}

/// For how many points two lines run as one.
double merged(const DrawnLine& a, const DrawnLine& b) {
  const Path& one = a.strokes.front().path;
  const Path& other = b.strokes.front().path;
  if (overlap(around(one).grown(apart), around(other).grown(apart)) < 0) return 0;
  double length = 0;
  for (std::size_t i = 1; i < one.size(); ++i)
    if (distance(one[i], other) < apart) length += distance(one[i - 1], one[i]);
  return length;
}

/// Where boxes are painted over lines, what a head reaches into its own box is not seen.
void check_heads(const Layout& layout, std::vector<Fault>& faults) {
  for (const DrawnLine& line : layout.lines) {
    for (const std::size_t end : {line.from, line.to}) {
      if (end >= layout.boxes.size()) continue;
      const DrawnBox& box = layout.boxes[end];
      for (const Stroke& head : line.heads)
        if (const double much = deepest(head.path, box.outline); much > hidden)
          faults.push_back({FaultKind::head_hidden, line.id, box.id, much});
    }
  }
}

double heads_overlap(const DrawnLine& a, const DrawnLine& b) {
  double most = -1e9;
  for (const Stroke& one : a.heads)
    for (const Stroke& other : b.heads)
      if (one.closed && other.closed) most = std::max(most, overlap(one.path, other.path));
  return most;
}

/// Lines that look the same and share an end may run as one: they read as one that forks.
bool may_merge(const DrawnLine& a, const DrawnLine& b) {
  const auto look = [](const DrawnLine& line) {
    const Stroke& stroke = line.strokes.front();
    return std::tuple(stroke.style, stroke.colour.red, stroke.colour.green, stroke.colour.blue,
                      line.heads.size(), line.strokes.size());
  };
  return look(a) == look(b) &&
         (a.from == b.from || a.to == b.to || a.from == b.to || a.to == b.from);
}

void check_pairs_of_lines(const Layout& layout, std::vector<Fault>& faults) {
  for (std::size_t i = 0; i < layout.lines.size(); ++i) {
    for (std::size_t j = i + 1; j < layout.lines.size(); ++j) {
      const DrawnLine& a = layout.lines[i];
      const DrawnLine& b = layout.lines[j];
      if (may_merge(a, b)) continue;
      if (const double much = merged(a, b); much > together)
        faults.push_back({FaultKind::lines_merged, a.id, b.id, much});
      if (const double much = heads_overlap(a, b); much > graze)
        faults.push_back({FaultKind::head_on_head, a.id, b.id, much});
    }
  }
}

class PageCheck {
 public:
  PageCheck(const Rectangle& page, std::vector<Fault>& faults) : page_(page), faults_(faults) {}

  void see(const Rectangle& thing, const std::string& name) {
    const double beyond = std::max({page_.left - thing.left, thing.right - page_.right,
                                    page_.bottom - thing.bottom, thing.top - page_.top});
    if (beyond > touch) faults_.push_back({FaultKind::off_page, name, "", beyond});
  }

 private:
  Rectangle page_;
  std::vector<Fault>& faults_;
};

void check_page(const Layout& layout, std::vector<Fault>& faults) {
  PageCheck page(layout.page, faults);
  for (const Words& words : layout.words) page.see(words.ink, words.text);
  for (const DrawnBox& box : layout.boxes) page.see(around(box.outline), box.id);
  for (const DrawnLine& line : layout.lines) {
    Rectangle all;
    for (const auto* strokes : {&line.strokes, &line.heads})
      for (const Stroke& stroke : *strokes) all.cover(around(stroke.path).grown(stroke.width / 2));
    for (const Words& words : line.number) all.cover(words.ink);
    page.see(all, line.id);
  }
}

}  // namespace

void check_places(const Layout& layout, std::vector<Fault>& faults) {
  check_boxes(layout, faults);
  check_lines(layout, faults);
  check_heads(layout, faults);
  check_pairs_of_lines(layout, faults);
  check_page(layout, faults);
}

}  // namespace crosscut::geometry
