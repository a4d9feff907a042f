// Which department became which, and when: time from left to right, a bar for each from its start
// to its end, and an arrow for each succession. Graphviz lays out nothing here: every place is
// reckoned in points, and the DOT says so (layout=nop2), so that every format shows the same.
//
//   const auto timeline = make_timeline(report, {.budget = a4_page});
//   if (timeline) draw(write_timeline_dot(*timeline), ...);
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "crosscut/write/picture.h"

namespace crosscut {

struct TimelineRequest {
  std::optional<EntityId> focus = std::nullopt;     // only what led to it and came of it
  std::optional<std::size_t> depth = std::nullopt;  // steps from it; not given = all
  Budget budget = a4_page;
  KindSet only = every_kind;
  bool title = true;  // with title, key and source
};

inline constexpr double timeline_head = 6;  // length of an arrow head, in points

struct PagePoint {
  double x = 0, y = 0;
};

/// Points from the top left corner, y downwards.
struct PlacedBar {
  std::size_t box = 0;  // in page.boxes
  double left = 0, right = 0, top = 0;
  bool open = false;  // still there on the as-at date
  std::string label;  // on the bar; empty = it is too short for it
};
struct PlacedLine {
  std::size_t line = 0;         // in page.lines
  std::vector<PagePoint> path;  // corners, from the start to the tip of its head
};
struct PlacedText {
  double left = 0, top = 0, width = 0;
  double size = 9;
  bool bold = false;
  bool second = false;  // in the quieter colour
  enum class Align : std::uint8_t { left, middle, right } align = Align::left;
  std::string text;
};
struct PlacedRule {
  PagePoint from, to;
  bool strong = false;  // the as-at date
};

struct Timeline {
  Picture page;  // title and words; a box for each bar and a line for each succession
  std::vector<PlacedBar> bars;
  std::vector<PlacedLine> lines;
  std::vector<PlacedText> texts;
  std::vector<PlacedRule> rules;
  double bar_height = 12;
  double name_size = 9;  // of names on bars
  double width = 0, height = 0;
  std::size_t names_above = 0;  // of bars too short for them
  std::size_t unnamed = 0;      // bars too short for a name, with no room above either
  bool names = true;            // what the letters stand for is said, or no need
  double over = 0;              // by how much it is taller than its room
  bool too_tall = false;        // for the room, though all that can be left out is
};

/// Nothing when the maps hold no succession up to the as-at date (of the one in focus).
std::optional<Timeline> make_timeline(const Report& report, const TimelineRequest& request);

std::string write_timeline_dot(const Timeline& timeline);

}  // namespace crosscut
