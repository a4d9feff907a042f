#include "crosscut/model/convening.h"

#include <algorithm>
#include <array>

#include "crosscut/model/homes.h"

namespace crosscut {

std::string_view word(Part part) {
  constexpr std::array<std::string_view, part_count> words = {
      "leads",  "co-leads", "may-own", "sponsors",   "must-agree",  "delivers", "funds",
      "needed", "waits",    "pulls",   "leads-part", "contributes", "concerned"};
  return words[std::size_t(part)];
}

bool settles_items(const Graph& graph, EntityId forum) {
  const std::string& power = graph.entity(forum).power;
  return power == "decides" || power == "clears";
}

std::size_t Convening::firm() const {
  return static_cast<std::size_t>(std::count_if(
      needed.begin(), needed.end(),
      [](const Attendee& attendee) { return attendee.confidence >= recorded_confidence; }));
}

}  // namespace crosscut
