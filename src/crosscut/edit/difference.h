// What differs between two maps (Difference, model/difference.h): entities by their ids, relations
// by both ends, verb and capacity.
#pragma once

#include "crosscut/model/difference.h"

namespace crosscut {

/// Takes two reports, of two maps or of one map on two days.
Difference find_difference(Report before, Report after);

}  // namespace crosscut
