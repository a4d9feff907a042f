// Plane geometry in points (1/72 inch, y upwards): what the checks of drawings are made of.
//
//   depth({5, 5}, outline_of(Rectangle{0, 0, 10, 10}))   -> 5: that far inside
//   depth({12, 5}, outline_of(Rectangle{0, 0, 10, 10}))  -> -2: that far outside
#pragma once

#include <algorithm>
#include <vector>

namespace crosscut::geometry {

struct Point {
  double x = 0, y = 0;
};
using Path = std::vector<Point>;  // points joined by straight lines
using Polygon = Path;             // the last point joins the first

struct Rectangle {
  double left = 1e9, bottom = 1e9, right = -1e9, top = -1e9;  // nothing as yet

  void cover(Point p) {
    left = std::min(left, p.x);
    right = std::max(right, p.x);
    bottom = std::min(bottom, p.y);
    top = std::max(top, p.y);
  }
  void cover(const Rectangle& other) {
    cover(Point{other.left, other.bottom});
    cover(Point{other.right, other.top});
  }
  bool empty() const { return left > right; }
  Point centre() const { return {(left + right) / 2, (bottom + top) / 2}; }
  Rectangle grown(double by) const { return {left - by, bottom - by, right + by, top + by}; }
};

Rectangle around(const Path& path);
Polygon outline_of(const Rectangle& rectangle);
Polygon ellipse(Point centre, double half_width, double half_height);

/// The same path with a point at least every half point of length.
Path densify(const Path& path, bool closed);

/// A chain of cubic Bezier curves, as Graphviz gives it (3n + 1 points), as a dense path.
Path flatten(const Path& controls);

double distance(Point a, Point b);
/// From a point to the nearest point of a path.
double distance(Point p, const Path& path, bool closed = false);

/// How far inside a polygon a point is; negative outside.
double depth(Point p, const Polygon& polygon);
/// How far a dense path gets inside a polygon at most; negative when it stays outside.
double deepest(const Path& path, const Polygon& polygon);

/// How far two rectangles overlap, the lesser of width and height; negative when they do not.
double overlap(const Rectangle& a, const Rectangle& b);
/// How far the outline or the middle of one polygon gets inside the other, whichever is more.
double overlap(const Polygon& a, const Polygon& b);

}  // namespace crosscut::geometry
