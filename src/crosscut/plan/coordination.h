// Total coordination cost of a map (Gutierrez Fernandez 1998; Thebeau 2001; Eppinger and Browning
// 2012; measures.md, 16).
#pragma once

#include "crosscut/model/effect.h"

namespace crosscut {

/// Sum over needs: strength times the size of the department that both ends are at home in, to the
/// power of p; between two departments, times the size of all of them together, to the power of p.
/// Size counts open entities with exactly one department. It always falls when everything is merged
/// unless size weighs heavily, so p = 1 and 2 stand side by side.
Coordination coordination_cost(const Graph& graph);

}  // namespace crosscut
