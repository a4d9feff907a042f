// Several maps -> one Dataset: that is how departments keep their own maps and the centre joins
// them. The map named first wins; a more precise date wins and is no disagreement.
#pragma once

#include <string>
#include <vector>

#include "crosscut/read/load.h"
#include "crosscut/read/map.h"

namespace crosscut {

/// Reads the maps and joins them; every fault of every file is among the diagnostics.
MapRead read_maps(const std::vector<std::string>& folders, const ReadOptions& options);

/// Joins maps read with one shared list of files. Entities with one id, or declared the same,
/// become one row; kind and parent clashes and likely duplicates are warnings.
MapRead join_maps(std::vector<MapRead> maps, std::vector<SameRow> same);

}  // namespace crosscut
