// Who succeeded whom, when and how: the succession relations of a map, read against the dates of
// both ends.
//
//   const Successions all = find_successions(graph);
//   const auto line = line_of_descent(all.dated, desnz, 5);   // what led to it and came of it
#pragma once

#include <cstddef>
#include <vector>

#include "crosscut/model/graph.h"
#include "crosscut/write/picture.h"

namespace crosscut {

struct Succession {
  RelationId relation{};
  EntityId before{}, after{};
  PartialDate date;    // of the relation; else when the successor began; else when the other ended
  Day day = 0;         // the first that it may mean
  bool ended = false;  // the predecessor ended then; otherwise it went on
  bool began = false;  // the successor began then; otherwise it was there already
  LineRole role = LineRole::became;
};

struct Successions {
  std::vector<Succession> dated;    // up to the as-at date, by day, then by ids
  std::vector<RelationId> later;    // after it
  std::vector<RelationId> undated;  // neither the relation nor its ends say when
};

Successions find_successions(const Graph& graph);

/// Those by which work came to the subject, however far back, and went on from it; at most `depth`
/// steps either way. Work moves on only after it has come: what joined an ancestor after it gave
/// birth to the subject is none of its line.
std::vector<Succession> line_of_descent(const std::vector<Succession>& all, EntityId subject,
                                        std::size_t depth);

}  // namespace crosscut
