// Who must be in the room to settle an item: every open relation of it, read for the part that it
// gives somebody; then which forums seat those people.
//
//   const Convening room = convene(graph, *graph.find("youth-guarantee"));
//   room.needed.front().who        -> the Department for Work and Pensions
//   room.needed.front().reasons    -> it leads it
#pragma once

#include "crosscut/model/convening.h"

namespace crosscut {

/// Of an item, a body or anything else that is no department.
Convening convene(const Graph& graph, EntityId item);

}  // namespace crosscut
