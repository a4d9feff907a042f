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
inline constexpr std::string_view group_tint = "#F3F2F1";
inline constexpr std::string_view rule = "#B1B4B6";  // between cells; carries no meaning
inline constexpr std::string_view grid = "#DDDEDF";  // of a scale, behind all else
/// The 4 families of colour, for bands and the like: organisations, governance, aims, actions.
inline constexpr std::string_view families[] = {"#12436D", "#801650", "#0F6F68", "#3D3D3D"};
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
const BoxStyle& box_style(const Box& box);

struct LineStyle {
  std::string_view color;
  double width;
  std::string_view style;
  std::string_view head;  // arrow heads; "none" for none
  std::string_view tail;
  std::string_view key;  // how the key names it: "Thick blue arrow: leads"
};
const LineStyle& line_style(LineRole role);
/// A bar of a timeline: dark while it is there, pale once it has ended.
struct BarStyle {
  std::string_view line, fill, text;
};
BarStyle bar_style(Kind kind, bool open);

struct CellStyle {
  std::string_view fill, text;
};
/// Of a matrix, by its number: none, one, 2, 3 to 4, 5 or more are 0 to 4.
std::size_t cell_shade(std::size_t count);
const CellStyle& cell_style(std::size_t count);

/// A word for ids: "leads", "needed-by".
std::string_view line_name(LineRole role);

}  // namespace crosscut::theme
