#include <map>
#include <set>

#include "crosscut/base/text.h"
#include "crosscut/write/theme.h"
#include "geometry/checks.h"

namespace crosscut::geometry {
namespace {

/// Lines of two roles that both carry numbers are told apart by them.
bool numbered(const Picture& picture, LineRole role) {
  for (const Line& line : picture.lines)
    if (line.role == role && line.count == 0) return false;
  return true;
}

bool same_line(const theme::LineStyle& a, const theme::LineStyle& b) {
  const auto strips = [](const theme::LineStyle& style) {
    return split_list(style.color, ':').size();
  };
  const double wider = std::max(a.width, b.width) / std::min(a.width, b.width);
  return a.style == b.style && a.head == b.head && a.tail == b.tail && strips(a) == strips(b) &&
         wider < 1.5;
}

bool flagged(LineRole role) { return role == LineRole::gap || role == LineRole::possible_gap; }

void check_roles(const Picture& picture, std::vector<Fault>& faults) {
  std::map<LineRole, std::string> roles;  // with a line of each
  for (const Line& line : picture.lines) roles.emplace(line.role, line.id);
  for (auto a = roles.begin(); a != roles.end(); ++a)
    for (auto b = std::next(a); b != roles.end(); ++b)
      if (same_line(theme::line_style(a->first), theme::line_style(b->first)) &&
          !(numbered(picture, a->first) && numbered(picture, b->first)))
        faults.push_back({FaultKind::same_in_grey, a->second, b->second, 0});
}

bool says_kind(const Box& box) {
  return to_lower(box.second).find(info(box.kind).singular) != std::string::npos;
}

/// A finding's tint takes the place of the kind's own fill.
bool same_shape(const Box& one, const Box& other) {
  const theme::BoxStyle& a = theme::box_style(one);
  const theme::BoxStyle& b = theme::box_style(other);
  const auto fill = [](const Box& box, const theme::BoxStyle& style) {
    return *colour_of(box.flag.empty() ? style.fill : theme::finding_tint);
  };
  return a.shape == b.shape && a.style == b.style && a.extra == b.extra &&
         contrast(fill(one, a), fill(other, b)) < 3;
}

void check_kinds(const Picture& picture, std::vector<Fault>& faults) {
  std::set<std::pair<Kind, Kind>> seen;  // one fault for a pair of kinds is enough
  for (const Box& a : picture.boxes)
    for (const Box& b : picture.boxes)
      if (a.kind < b.kind && !a.mixed && !b.mixed && !says_kind(a) && !says_kind(b) &&
          same_shape(a, b) && seen.insert({a.kind, b.kind}).second)
        faults.push_back({FaultKind::same_in_grey, a.id, b.id, 0});
}

/// A finding says so in words that begin with a sign, for its colour is not seen in grey.
void check_findings(const Layout& layout, const Picture& picture, std::vector<Fault>& faults) {
  std::set<std::string> signed_ones;
  const auto look = [&](const std::vector<Words>& all, const std::string& id) {
    for (const Words& words : all)
      if (words.text.starts_with("▲")) signed_ones.insert(id);
  };
  for (const DrawnBox& box : layout.boxes) look(box.words, box.id);
  for (const DrawnLine& line : layout.lines) look(line.number, line.id);
  for (const Box& box : picture.boxes)
    if (!box.flag.empty() && !signed_ones.contains(box.id))
      faults.push_back({FaultKind::same_in_grey, box.id, "", 0});
  for (const Line& line : picture.lines)
    if (flagged(line.role) && !signed_ones.contains(picture.id + "-" + line.id))
      faults.push_back({FaultKind::same_in_grey, line.id, "", 0});
}

}  // namespace

void check_grey(const Layout& layout, const Picture& picture, std::vector<Fault>& faults) {
  check_roles(picture, faults);
  check_kinds(picture, faults);
  check_findings(layout, picture, faults);
}

}  // namespace crosscut::geometry
