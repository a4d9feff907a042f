// A picture before it is drawn: boxes, lines and columns with roles, and every word it shows.
// Colours and shapes are in theme.h alone; dot.h writes it as DOT.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "crosscut/model/report.h"

namespace crosscut {

struct Box {
  std::string id;  // unique in the picture
  Kind kind = Kind::policy;
  std::vector<std::string> name;  // lines of 11pt text
  std::string second;             // 9pt: the kind in words, with lead or code
  std::string flag;               // 2 to 6 words when a finding is about it
  std::string sentence;           // what it says, for those who cannot see it
  int column = -1;                // in pictures with columns, from the left
};

enum class LineRole {
  leads,  // relations, drawn as theme.h says
  co_leads,
  advances,
  part_of,
  needs,      // the tail is needed by the head
  consents,   // the tail must agree to the head
  links,      // how much two departments work together
  few_links,  // the same, with fewer links
  gap,        // they need each other and we found no table
  possible_gap,
};

struct Line {
  std::string id;
  std::string from, to;  // ids of boxes
  LineRole role = LineRole::links;
  std::size_t count = 0;  // number set beside the line; 0 = none
  std::string sentence;
};

struct Picture {
  std::string id;        // kebab-case; prefix of every id in the drawing
  std::string title;     // the finding, at most about 80 characters
  std::string subtitle;  // what is counted, how many, scope
  std::vector<Box> boxes;
  std::vector<Line> lines;
  std::vector<std::string> columns;  // headings from the left; none = no columns
  std::vector<std::string> key;      // sentences
  std::vector<std::string> notes;    // what was left out; sentences
  std::string source;
};

/// Room for a picture and what it may carry (diagrams.md, size budget).
struct Budget {
  double width_mm = 273;
  double height_mm = 158;
  std::size_t boxes = 24;
  std::size_t lines = 40;
};
inline constexpr Budget report_page{273, 158, 24, 40};
inline constexpr Budget a4_page{273, 186, 24, 40};

/// Text of 9pt prints at 8pt or more from this scale up.
inline constexpr double smallest_scale = 0.89;

/// How a picture of that size in points prints: at most 1.
double print_scale(double width_pt, double height_pt, const Budget& budget);

/// A picture to draw at a level of roll-up: level 0 shows most, each next level less. Nothing when
/// the map holds nothing to show or the picture cannot be rolled up further.
std::optional<Picture> departments_picture(const Report& report, std::size_t level,
                                           const Budget& budget);
std::optional<Picture> bottleneck_picture(const Report& report, EntityId subject, std::size_t level,
                                          const Budget& budget);
std::optional<Picture> mission_picture(const Report& report, EntityId mission, std::size_t level,
                                       const Budget& budget);

/// Lines of at most about `width` characters, as even as can be: for boxes.
std::vector<std::string> wrap_even(std::string_view text, std::size_t width);

/// Lines of at most `width` characters, each as full as can be: for titles and notes.
std::vector<std::string> wrap_full(std::string_view text, std::size_t width);

/// "Sources: ..., as at July 2026, 1,272 relations. Made with crosscut."
std::string source_line(const Report& report);

/// Every box and line as a sentence, then what was left out.
std::vector<std::string> as_text(const Picture& picture);

}  // namespace crosscut
