// Several maps, joined, as one map.
#pragma once

#include <string>

#include "crosscut/model/dataset.h"

namespace crosscut {

/// One map with every row of the Dataset. Two maps that use one source id for different sources get
/// two: the later one's id is then "map-id". The one map counts as having looked throughout only
/// for what each of them looked for. Its title is `title`, or the maps' own, joined.
Dataset flatten(const Dataset& dataset, const std::string& title = "");

}  // namespace crosscut
