#include "geometry/shapes.h"

#include <cmath>
#include <numbers>

namespace crosscut::geometry {
namespace {

constexpr double step = 0.5;

Point between(Point a, Point b, double t) { return {a.x + (b.x - a.x) * t, a.y + (b.y - a.y) * t}; }

double distance_to_segment(Point p, Point a, Point b) {
  const double length = distance(a, b);
  if (length == 0) return distance(p, a);
  const double along = ((p.x - a.x) * (b.x - a.x) + (p.y - a.y) * (b.y - a.y)) / (length * length);
  return distance(p, between(a, b, std::clamp(along, 0.0, 1.0)));
}

bool inside(Point p, const Polygon& polygon) {
  bool odd = false;
  for (std::size_t i = 0, j = polygon.size() - 1; i < polygon.size(); j = i++) {
    const Point a = polygon[i];
    const Point b = polygon[j];
    if ((a.y > p.y) != (b.y > p.y) && p.x < (b.x - a.x) * (p.y - a.y) / (b.y - a.y) + a.x)
      odd = !odd;
  }
  return odd;
}

}  // namespace

Rectangle around(const Path& path) {
  Rectangle box;
  for (const Point p : path) box.cover(p);
  return box;
}

Polygon outline_of(const Rectangle& r) {
  return {{r.left, r.bottom}, {r.right, r.bottom}, {r.right, r.top}, {r.left, r.top}};
}

Polygon ellipse(Point centre, double half_width, double half_height) {
  Polygon polygon;
  constexpr int corners = 90;
  for (int i = 0; i < corners; ++i) {
    const double angle = 2 * std::numbers::pi * i / corners;
    polygon.push_back(
        {centre.x + half_width * std::cos(angle), centre.y + half_height * std::sin(angle)});
  }
  return polygon;
}

Path densify(const Path& path, bool closed) {
  Path dense;
  for (std::size_t i = 0; i < path.size(); ++i) {
    dense.push_back(path[i]);
    if (i + 1 == path.size() && !closed) break;
    const Point next = path[(i + 1) % path.size()];
    const int pieces = static_cast<int>(std::ceil(distance(path[i], next) / step));
    for (int k = 1; k < pieces; ++k)
      dense.push_back(between(path[i], next, static_cast<double>(k) / pieces));
  }
  return dense;
}

Path flatten(const Path& controls) {
  Path path;
  if (!controls.empty()) path.push_back(controls.front());
  for (std::size_t i = 0; i + 3 < controls.size(); i += 3) {
    const Point a = controls[i], b = controls[i + 1], c = controls[i + 2], d = controls[i + 3];
    const double length = distance(a, b) + distance(b, c) + distance(c, d);
    const int pieces = std::max(1, static_cast<int>(std::ceil(length / step)));
    for (int k = 1; k <= pieces; ++k) {
      const double t = static_cast<double>(k) / pieces;
      const Point ab = between(a, b, t), bc = between(b, c, t), cd = between(c, d, t);
      path.push_back(between(between(ab, bc, t), between(bc, cd, t), t));
    }
  }
  return path;
}

double distance(Point a, Point b) { return std::hypot(a.x - b.x, a.y - b.y); }

double distance(Point p, const Path& path, bool closed) {
  double nearest = 1e9;
  if (path.size() == 1) return distance(p, path.front());
  for (std::size_t i = 0; i + 1 < path.size(); ++i)
    nearest = std::min(nearest, distance_to_segment(p, path[i], path[i + 1]));
  if (closed && !path.empty())
    nearest = std::min(nearest, distance_to_segment(p, path.back(), path.front()));
  return nearest;
}

double depth(Point p, const Polygon& polygon) {
  const double edge = distance(p, polygon, true);
  return inside(p, polygon) ? edge : -edge;
}

double deepest(const Path& path, const Polygon& polygon) {
  double most = -1e9;
  const Rectangle box = around(polygon);
  for (const Point p : path) {
    const double out = std::max({box.left - p.x, p.x - box.right, box.bottom - p.y, p.y - box.top});
    most = std::max(most, out > 10 ? -out : depth(p, polygon));  // exact only where it matters
  }
  return most;
}

double overlap(const Rectangle& a, const Rectangle& b) {
  return std::min(std::min(a.right, b.right) - std::max(a.left, b.left),
                  std::min(a.top, b.top) - std::max(a.bottom, b.bottom));
}

double overlap(const Polygon& a, const Polygon& b) {
  const double outlines = std::max(deepest(densify(a, true), b), deepest(densify(b, true), a));
  return std::max(outlines, depth(around(a).centre(), b));  // one may lie right upon the other
}

}  // namespace crosscut::geometry
