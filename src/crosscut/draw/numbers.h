// Where the numbers of lines go. Graphviz sets an `xlabel` anywhere near its line, at times nearer
// to another or under a box; here each number sits on its own line, clear of all else where it can
// be.
//
//   place_numbers({{{{0, 0}, {0, 60}}, 8, 12}}, {});   -> {{0, 30}}: half way
#pragma once

#include <vector>

namespace crosscut {

struct Spot {
  double x = 0, y = 0;
};

struct Extent {
  double left = 0, bottom = 0, right = 0, top = 0;
};

struct NumberedLine {
  std::vector<Spot> path;  ///< close to each other, from tail to head
  double width = 0;        ///< of the number with its ground; 0 = no number
  double height = 0;
};

/// Adds a cubic Bezier curve to a path, as spots about a point apart.
void add_curve(std::vector<Spot>& path, Spot a, Spot b, Spot c, Spot d);

/// The middle of each line's number, in the order of the lines, which is that of painting: a line
/// is seen to run over the numbers of those before it. The same for the same input. A line without
/// a number or a path gets a spot without meaning.
std::vector<Spot> place_numbers(const std::vector<NumberedLine>& lines,
                                const std::vector<Extent>& boxes);

}  // namespace crosscut
