// Which vertices can be reached in which readings of the evidence: 64 readings at a time.
#pragma once

#include <cstdint>
#include <vector>

#include "crosscut/algo/digraph.h"
#include "crosscut/lens/draws.h"

namespace crosscut {

struct DrawnArc {
  algo::Vertex from = 0, to = 0;
  Bits there;  // the draws that it is in
};

/// For each of the vertices, the draws in which a path leads to it from `source`, which is reached
/// in all of them. A vertex named in `without` is never passed. O(arcs * words) for each time that
/// a vertex is reached in more draws.
std::vector<Bits> reached_in(std::size_t vertices, const std::vector<DrawnArc>& arcs,
                             algo::Vertex source, const Draws& draws,
                             const std::vector<algo::Vertex>& without = {});

/// The draws that 2 or more of these are set in, or so many.
Bits in_two_of(const std::vector<Bits>& each, const Draws& draws);
Bits in_at_least(std::size_t least, const std::vector<Bits>& each, const Draws& draws);

}  // namespace crosscut
