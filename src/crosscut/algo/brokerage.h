// Who passes things on between others, within groups and from one to another.
//
//   const Digraph graph(3, {{0, 1}, {1, 2}});
//   brokerage(graph, {7, 8, 9})[1].liaison      -> 1
//   brokerage(graph, {7, 7, 9})[1].representative -> 1
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "crosscut/algo/digraph.h"

namespace crosscut::algo {

/// The label of a vertex that is in no group.
inline constexpr std::uint32_t no_group = 0xFFFFFFFF;

/// Of the broker b in a -> b -> c, by the groups of a, b and c; counts, or what is expected of
/// them.
template <typename Number>
struct Roles {
  Number coordinator{};     // all of one group
  Number itinerant{};       // a and c of one, b of another
  Number representative{};  // a and b of one, c of another
  Number gatekeeper{};      // b and c of one, a of another
  Number liaison{};         // three groups

  Number total() const { return coordinator + itinerant + representative + gatekeeper + liaison; }
  friend bool operator==(const Roles&, const Roles&) = default;
};

/// For each vertex b, the triples a -> b -> c of different vertices where no arc goes from a to c,
/// by role: size() counts. Labels may be any numbers; a triple with a vertex in no group does not
/// count. Weights are ignored. O(sum over vertices of arcs in * arcs out).
/// Gould and Fernandez, Structures of mediation, Sociol. Methodol. 19 (1989).
std::vector<Roles<std::uint64_t>> brokerage(const Digraph& graph,
                                            std::span<const std::uint32_t> labels);

/// The share of a vertex's triples that falls to each role on average over all ways to deal the
/// labels to the vertices that have one: times total(), what is expected of it. Exact, and the same
/// for every vertex, as a triple's vertices are any three. Nothing for fewer than 3 of them.
std::optional<Roles<double>> expected_role_shares(std::span<const std::uint32_t> labels);

}  // namespace crosscut::algo
