// What the timeline shows before it is laid out on a page, and the step that lays it out. Only for
// timeline*.cc.
#pragma once

#include <string>
#include <vector>

#include "crosscut/write/succession.h"
#include "crosscut/write/timeline.h"
#include "crosscut/write/timeline_rows.h"

namespace crosscut {

struct TimelineBar {
  EntityId id{};
  Day from = 0, to = 0;
  bool open = false;        // on the as-at date
  bool from_given = false;  // the map says when it began
  std::string name, code;   // "Energy and Climate Change", "DECC"
};

struct TimelineContent {
  Picture page;  // words, boxes and lines; box i is bar i, line i is link i
  std::vector<TimelineBar> bars;
  std::vector<RowLink> links;
  std::vector<TimelineFamily> families;
  PartialDate as_at;
  Day last = 0;  // the as-at day
};

/// The successions that a timeline is made of.
struct TimelineSelection {
  const Report& report;
  const TimelineRequest& request;
  Successions all;
  std::vector<Succession> line;  // asked for
  std::vector<Succession> kept;  // drawn
};

/// The letters that people say: an alias that is the id in other letters, the id in capitals when
/// it is short ("dfe", "mhclg-2018"), else the name.
std::string code_of(const Graph& graph, EntityId id);

/// Gives the bars and links their boxes, lines, title, key and notes.
void add_words(TimelineContent& content, const TimelineSelection& selection);

struct TimelineFit {
  double width = 0, height = 0;  // room in points
  double name_size = 9;
  bool names = true;  // what initials stand for is in the foot
  bool title = true;
};

/// Of a day since 1970.
int year_of(Day day);

/// How wide Arial sets the text, in points; a little more rather than less.
double text_width(std::string_view text, double size, bool bold);

/// Lays it out; `too_tall` says that it is taller than the room.
Timeline lay_out(const TimelineContent& content, const TimelineFit& fit);

}  // namespace crosscut
