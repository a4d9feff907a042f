// What rests on each department, before a change and after it.
#pragma once

#include <vector>

#include "crosscut/edit/apply.h"
#include "crosscut/model/effect.h"

namespace crosscut {

/// The open departments whose load differs, by id; those of the map before first.
std::vector<LoadChange> compare_loads(const Report& before, const Report& after,
                                      const Applied& change);

}  // namespace crosscut
