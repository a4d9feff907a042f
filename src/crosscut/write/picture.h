// A picture before it is drawn: boxes, lines and columns with roles, and every word it shows.
// Colours and shapes are in theme.h alone; dot.h writes it as DOT.
#pragma once

#include <cstdint>
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
  bool mixed = false;             // stands for several of different kinds
};

/// What a line says. The relations come first, in the order of Verb; theme.h has a look for each.
enum class LineRole : std::uint8_t {
  leads,
  co_leads,
  delivers,
  contributes_to,
  consulted_on,
  funds,
  regulates,
  approves,
  clears,
  chairs,
  member_of,
  coordinates_with,
  depends_on,
  advances,
  reinforces,
  constrains,
  conflicts_with,
  part_of,
  succeeds,
  rival_leads,  // leads, beside another who leads
  answers_for,  // as owner of the head
  needed_by,    // the tail is needed by the head
  bears_on,     // the tail, or what waits for it, serves the head
  links,        // how much two departments work together
  few_links,    // the same, with fewer links
  gap,          // they need each other and we found no table
  possible_gap,
  no_table,  // one of two who need each other, to a table that we did not find
  possible_no_table,
  became,       // the head alone followed the tail, and nothing else
  merged_into,  // the tail ended and went whole into the head, which has other parts
  split_into,   // the tail ended and went into several
  gave_part,    // the tail gave work to the head, and went on
};
inline constexpr std::size_t line_role_count = verb_count + 14;
constexpr LineRole role_of(Verb verb) { return static_cast<LineRole>(verb); }

struct Line {
  std::string id;
  std::string from, to;  // ids of boxes
  LineRole role = LineRole::links;
  std::size_t count = 0;  // number set beside the line; 0 = none
  std::string sentence;
  bool unsure = false;  // what it rests on is less than 65% sure: drawn dotted
};

enum class Layout : std::uint8_t { down, across, bands };  // of a picture without columns

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
  std::string marking;  // where it is above OFFICIAL: it stands without title and source too
  std::string focus;    // id of the box that the picture is about; empty = none
  Layout layout = Layout::down;
};

/// Room for a picture and what it may carry (diagrams.md, size budget).
struct Budget {
  double width_mm = 273;
  double height_mm = 148;
  std::size_t boxes = 24;
  std::size_t lines = 40;
  double least_scale = 0.89;  // at which it may print: names are 11pt, the smallest text 9pt
};
inline constexpr Budget report_page{273, 148, 24, 40};  // with 3 lines of notes below
inline constexpr Budget a4_page{273, 186, 24, 40};
inline constexpr Budget a3_page{396, 273, 36, 70};
inline constexpr Budget slide{320, 170, 16, 24, 14.0 / 11};  // names at 14pt
inline constexpr Budget screen{1e6, 1e6, 60, 120, 1};        // scrolls

/// How much a picture of that size in points grows (or shrinks) to fill its room.
double print_scale(double width_pt, double height_pt, const Budget& budget);

/// What is asked of a picture. Level 0 shows most, each next level less.
struct PictureRequest {
  std::size_t level = 0;
  Budget budget = report_page;
  KindSet only = every_kind;  // kinds of box to draw; the one in focus is always drawn
};

// The views. Nothing when the map holds nothing to show or the picture cannot be rolled up further.

std::optional<Picture> departments_picture(const Report& report, const PictureRequest& request);
std::optional<Picture> mission_picture(const Report& report, EntityId mission,
                                       const PictureRequest& request);
std::optional<Picture> bottleneck_picture(const Report& report, EntityId subject,
                                          const PictureRequest& request);
/// What is linked to the subject within `depth` steps.
std::optional<Picture> around_picture(const Report& report, EntityId subject, std::size_t depth,
                                      const PictureRequest& request);
/// Who leads what has an ownership finding, and what pulls against it; of a subject (an item or an
/// organisation), or of the whole map.
std::optional<Picture> ownership_picture(const Report& report, std::optional<EntityId> subject,
                                         const PictureRequest& request);
/// Which departments sit on which boards, and who needs whom without one; of a subject (a
/// department or a forum), or of the whole map.
std::optional<Picture> forums_picture(const Report& report, std::optional<EntityId> subject,
                                      const PictureRequest& request);
/// Chains of needs from one entity to another; each chain is relations in order. `more`: there are
/// more of them, as short.
std::optional<Picture> path_picture(const Report& report, EntityId from, EntityId to,
                                    const std::vector<std::vector<RelationId>>& chains, bool more,
                                    const PictureRequest& request);

/// Lines of at most about `width` characters, as even as can be: for boxes.
std::vector<std::string> wrap_even(std::string_view text, std::size_t width);

/// Lines of at most `width` characters, each as full as can be: for titles and notes.
std::vector<std::string> wrap_full(std::string_view text, std::size_t width);

/// "Sources: ..., as at July 2026, 1,272 relations. Made with crosscut."
std::string source_line(const Report& report);

/// Every box and line as a sentence, then what was left out.
std::vector<std::string> as_text(const Picture& picture);

}  // namespace crosscut
