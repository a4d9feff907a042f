// What a cut point joins: the pieces that are left of a meeting graph when a vertex goes, and in
// which readings of the evidence it joins them.
//
//   const Projection meeting = meeting_graph(graph);
//   count_pieces(graph, meeting)[v]         -> how many with 2 departments or more
//   const Break broken = break_at(graph, meeting, v);
//   joins_in(graph, meeting, v, broken, draws)
#pragma once

#include <vector>

#include "crosscut/lens/draws.h"
#include "crosscut/lens/project.h"

namespace crosscut {

bool is_meeting(Verb verb);

/// What is left together when a vertex goes, with 2 departments or more.
struct Piece {
  std::vector<EntityId> departments;
  std::vector<algo::Vertex> members;  // ascending
};
struct Break {
  std::vector<Piece> pieces;
  double pairs_cut = 0;          // unordered pairs of other vertices
  double expected_meetings = 0;  // between its largest piece and the others, if all were unrecorded
};

/// For each vertex, how many pieces with 2 or more departments would be left of its component if it
/// went. O(vertices + ties).
std::vector<std::size_t> count_pieces(const Graph& graph, const Projection& meeting);

/// The pieces that are left when a vertex goes. O(vertices + ties).
Break break_at(const Graph& graph, const Projection& meeting, algo::Vertex gone);

/// Confidence of the weakest meeting on the strongest routes by which it joins 2 pieces.
double weigh_break(const Graph& graph, const Projection& meeting, algo::Vertex gone,
                   const Break& broken);

/// In which draws the vertex still joins 2 of the pieces. That nothing else joins them is not
/// looked at.
Bits joins_in(const Graph& graph, const Projection& meeting, algo::Vertex v, const Break& broken,
              const Draws& draws);

/// The meetings without any one of which it would not join 2 pieces.
std::vector<RelationId> meetings_it_needs(const Graph& graph, const Projection& meeting,
                                          algo::Vertex v, const Break& broken);

}  // namespace crosscut
