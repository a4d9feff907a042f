// Every colour, shape and line style of the pictures (diagrams.md). Change the look here alone.
#pragma once

#include <string_view>

#include "crosscut/model/vocabulary.h"
#include "crosscut/write/picture.h"

namespace crosscut::theme {

inline constexpr std::string_view text = "#0B0C0C";
inline constexpr std::string_view second_text = "#505A5F";
inline constexpr std::string_view finding = "#B84300";
inline constexpr std::string_view finding_tint = "#FDE9DF";
inline constexpr std::string_view white = "#FFFFFF";
inline constexpr std::string_view font = "Arial";

struct BoxStyle {
  std::string_view shape;
  std::string_view style;  // Graphviz style words
  std::string_view line;   // colour of the outline
  std::string_view fill;
  std::string_view text;    // colour of the name
  std::string_view second;  // colour of the second line
  std::string_view extra;   // more attributes
  bool bold;
};
const BoxStyle& box_style(Kind kind);

struct LineStyle {
  std::string_view color;
  double width;
  std::string_view style;
  std::string_view head;  // arrow heads; "none" for none
  std::string_view tail;
};
const LineStyle& line_style(LineRole role);

}  // namespace crosscut::theme
