// What Graphviz drew, read from -Tjson: page, boxes, lines and words with their places and colours.
//
//   Layout layout = read_layout(drawing.images.at(ImageFormat::json));
//   layout.boxes.front().words.front().text  -> "Cabinet Office"
#pragma once

#include <string>
#include <vector>

#include "geometry/colour.h"
#include "geometry/shapes.h"

namespace crosscut::geometry {

/// A painted line; `order` tells what was painted before it.
struct Stroke {
  Path path;
  bool closed = false;
  double width = 1;
  std::string style = "solid";
  Colour colour;
  std::size_t order = 0;
};

struct Area {
  Polygon polygon;
  Colour fill;
  std::size_t order = 0;
};

struct Words {
  std::string text;
  Rectangle ink;  // from the foot of a "p" to the top of an "H"
  double size = 0;
  Colour colour;
  std::size_t order = 0;
};

/// A box of a picture, or words that stand alone: a heading, which has no outline.
struct DrawnBox {
  std::string id;
  bool heading = false;
  Polygon outline;  // all that its shape covers
  Polygon room;     // where words may stand: within the inner of two outlines
  std::vector<Stroke> strokes;
  std::vector<Area> areas;
  std::vector<Words> words;
};

struct DrawnLine {
  std::string id;
  std::size_t from = 0, to = 0;  // in Layout::boxes; beyond its end if the box is invisible
  std::vector<Stroke> strokes;   // more than one for a double line
  std::vector<Stroke> heads;
  std::vector<Words> number;
  bool number_on_ground = false;  // the number has a ground of its own, so earlier lines pass below
};

struct Layout {
  Rectangle page;
  std::vector<Words> words;  // of the page and of groups: titles, key, headings
  std::vector<DrawnBox> boxes;
  std::vector<DrawnLine> lines;
  std::vector<Area> painted;  // every area but arrow heads, in order

  /// The colour at a place before something of that order was painted.
  Colour under(Point place, std::size_t order) const;
};

/// Invisible boxes and lines are left out. Throws nlohmann's exceptions on anything but -Tjson.
Layout read_layout(const std::string& json);

}  // namespace crosscut::geometry
