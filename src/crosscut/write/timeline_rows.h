// Bars of a timeline in rows: what followed one after the other in one row, families together, and
// rows in such an order that few lines run across a bar. Only for timeline*.cc.
//
//   for (const TimelineFamily& family : arrange_rows(bars, links)) draw(family.rows);
#pragma once

#include <cstddef>
#include <vector>

#include "crosscut/model/date.h"

namespace crosscut {

struct RowBar {
  Day from = 0, to = 0;
};

/// From the end of one bar to the start of another.
struct RowLink {
  std::size_t before = 0, after = 0;  // bars
  Day day = 0;
  bool ended = false;  // the first bar ends there
  bool began = false;  // the second begins there
};

struct TimelineFamily {
  std::vector<std::vector<std::size_t>> rows;  // from the top; bars from the left
  std::size_t bars = 0;
};

/// Bars that links join, directly or through others, are a family; the largest first, then the one
/// that begins first. The same bars and links give the same rows.
std::vector<TimelineFamily> arrange_rows(const std::vector<RowBar>& bars,
                                         const std::vector<RowLink>& links);

}  // namespace crosscut
