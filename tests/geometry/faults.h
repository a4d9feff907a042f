// Faults of a drawing, measured on Graphviz's own geometry: what a reader of the printed page would
// stumble over.
//
//   for (const Fault& fault : faults_of(drawing, picture, a4_page)) complain(in_words(fault));
//   // "line-through-box: e-dft--links--dbt, hmt (4.2)"
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "crosscut/draw/draw.h"
#include "crosscut/write/picture.h"

namespace crosscut::geometry {

enum class FaultKind {
  box_on_box,          // amount: points of overlap
  off_page,            // something reaches beyond the page; points
  line_through_box,    // a box that is not its end; points that its ink gets inside
  lines_merged,        // two lines run as one; for that many points
  head_hidden,         // an arrow head reaches under its own box; points
  head_on_head,        // the arrow heads of two lines cover each other; points
  text_outside_shape,  // a piece of text reaches out of its box or over a stroke in it; points
  text_on_text,        // points
  number_on_box,       // the number of a line reaches under or over a box; points
  number_on_number,    // points
  line_on_number,      // a line over or below the number of another; points inside
  number_astray,       // farther from its own line than from another, or than 15 points; points
  line_on_heading,     // points inside
  small_text,          // amount: points in print
  line_missing,        // given but not drawn
  line_extra,          // drawn but not given
  box_missing,
  box_extra,
  over_budget,    // amount: boxes or lines
  gave_up,        // Graphviz drew it only with ranking, numbers or curves given up
  warning,        // Graphviz's
  heavy_file,     // amount: bytes
  faint_text,     // amount: the contrast, as of all below
  faint_line,     // a line, against what it runs over
  faint_outline,  // a box against what lies round it, or its outline against its fill
  same_in_grey,   // two roles of line, or two kinds of box, that only a colour tells apart
};
inline constexpr std::size_t fault_kind_count = 26;

/// "line-through-box"
std::string_view name_of(FaultKind kind);

struct Fault {
  FaultKind kind;
  std::string first, second;  // ids of boxes and lines, or the text
  double amount = 0;
};
std::string in_words(const Fault& fault);

/// The drawing must hold JSON. SVG and PNG are weighed if it holds them.
std::vector<Fault> faults_of(const Drawing& drawing, const Picture& picture, const Budget& budget);

}  // namespace crosscut::geometry
