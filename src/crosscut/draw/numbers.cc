#include "crosscut/draw/numbers.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace crosscut {
namespace {

// What a place costs, in points of distance from the middle of the line.
constexpr double on_a_box = 10000, on_a_number = 5000, struck_through = 500, over_a_line = 300;
constexpr double grazed = 150;       // by a line through its ground
constexpr double beside = 100;       // its own line
constexpr double near_a_line = 100;  // beside its own line, and another as near
constexpr double clearance = 1;      // points around a number
constexpr double ground = 1;         // how far the ground of a number reaches beyond its ink
constexpr int rounds = 3;            // each number again, now that all the others have a place

double distance(Spot a, Spot b) { return std::hypot(a.x - b.x, a.y - b.y); }

Spot between(Spot a, Spot b, double t) { return {a.x + (b.x - a.x) * t, a.y + (b.y - a.y) * t}; }

bool overlap(const Extent& a, const Extent& b) {
  return a.left < b.right && b.left < a.right && a.bottom < b.top && b.bottom < a.top;
}

Extent extent_at(const NumberedLine& line, Spot spot, double margin = clearance) {
  const double x = line.width / 2 + margin;
  const double y = line.height / 2 + margin;
  return {spot.x - x, spot.y - y, spot.x + x, spot.y + y};
}

bool runs_through(const std::vector<Spot>& path, const Extent& extent) {
  return std::any_of(path.begin(), path.end(), [&](const Spot& p) {
    return p.x > extent.left && p.x < extent.right && p.y > extent.bottom && p.y < extent.top;
  });
}

Extent around(const std::vector<Spot>& path) {
  Extent extent{1e9, 1e9, -1e9, -1e9};
  for (const Spot& p : path)
    extent = {std::min(extent.left, p.x), std::min(extent.bottom, p.y), std::max(extent.right, p.x),
              std::max(extent.top, p.y)};
  return {extent.left - 1, extent.bottom - 1, extent.right + 1, extent.top + 1};
}

class Placing {
 public:
  Placing(const std::vector<NumberedLine>& lines, const std::vector<Extent>& boxes)
      : lines_(lines), boxes_(boxes), spots_(lines.size()) {
    for (std::size_t i = 0; i < lines.size(); ++i)
      if (lines[i].width > 0 && !lines[i].path.empty()) numbered_.push_back(i);
    placed_.assign(lines.size(), false);
    for (const NumberedLine& line : lines) extents_.push_back(around(line.path));
  }

  std::vector<Spot> run() {
    // Short lines first: they have the fewest places to choose from.
    std::stable_sort(numbered_.begin(), numbered_.end(), [&](std::size_t a, std::size_t b) {
      return lines_[a].path.size() < lines_[b].path.size();
    });
    for (int round = 0; round < rounds; ++round)
      for (const std::size_t i : numbered_) place(i);
    return std::move(spots_);
  }

 private:
  void place(std::size_t i) {
    const std::vector<Spot>& path = lines_[i].path;
    double least = std::numeric_limits<double>::max();
    double along = 0;
    const double half = length(path) / 2;
    for (std::size_t k = 0; k < path.size(); ++k) {
      if (k > 0) along += distance(path[k], path[k - 1]);
      for (const Spot& spot : choices(lines_[i], path[k])) {
        const double cost = cost_of(i, spot, std::abs(along - half), least);
        if (cost >= least) continue;
        least = cost;
        spots_[i] = spot;
      }
    }
    placed_[i] = true;
  }

  /// On the line there, or beside it.
  static std::array<Spot, 5> choices(const NumberedLine& line, Spot at) {
    const double x = line.width / 2 + clearance;
    const double y = line.height / 2 + clearance;
    return {at, {at.x - x, at.y}, {at.x + x, at.y}, {at.x, at.y - y}, {at.x, at.y + y}};
  }

  static double length(const std::vector<Spot>& path) {
    double sum = 0;
    for (std::size_t k = 1; k < path.size(); ++k) sum += distance(path[k], path[k - 1]);
    return sum;
  }

  /// Of a place so far from the middle; some number that is too much when it costs too much.
  double cost_of(std::size_t i, Spot spot, double away, double too_much) const {
    if (away >= too_much) return away;
    const Extent extent = extent_at(lines_[i], spot);
    const Extent ink = extent_at(lines_[i], spot, -ground);
    const bool on_line = runs_through(lines_[i].path, ink);
    double cost = on_line ? 0 : beside;
    for (const Extent& box : boxes_)
      if (overlap(extent, box)) cost += on_a_box;
    for (std::size_t j = 0; j < lines_.size() && away + cost < too_much; ++j) {
      if (j == i) continue;
      if (placed_[j] && overlap(extent, extent_at(lines_[j], spots_[j]))) cost += on_a_number;
      cost += cost_of_line(j, extent, ink, j > i ? struck_through : over_a_line, on_line);
    }
    return away + cost;
  }

  /// Of a line that is not the number's own.
  double cost_of_line(std::size_t j, const Extent& extent, const Extent& ink, double through_ink,
                      bool on_own_line) const {
    constexpr double more = 3 * clearance;
    const Extent wide = {extent.left - more, extent.bottom - more, extent.right + more,
                         extent.top + more};
    const std::vector<Spot>& path = lines_[j].path;
    if (!overlap(wide, extents_[j]) || !runs_through(path, wide)) return 0;
    double cost = on_own_line ? 0 : near_a_line;
    if (runs_through(path, extent)) cost += grazed;
    if (runs_through(path, ink)) cost += through_ink;
    return cost;
  }

  const std::vector<NumberedLine>& lines_;
  const std::vector<Extent>& boxes_;
  std::vector<std::size_t> numbered_;
  std::vector<bool> placed_;
  std::vector<Extent> extents_;  // of the lines
  std::vector<Spot> spots_;
};

}  // namespace

void add_curve(std::vector<Spot>& path, Spot a, Spot b, Spot c, Spot d) {
  const int pieces = 1 + static_cast<int>(distance(a, b) + distance(b, c) + distance(c, d));
  for (int piece = 0; piece <= pieces; ++piece) {
    const double t = static_cast<double>(piece) / pieces;
    const Spot ab = between(a, b, t), bc = between(b, c, t), cd = between(c, d, t);
    path.push_back(between(between(ab, bc, t), between(bc, cd, t), t));
  }
}

std::vector<Spot> place_numbers(const std::vector<NumberedLine>& lines,
                                const std::vector<Extent>& boxes) {
  return Placing(lines, boxes).run();
}

}  // namespace crosscut
