// The Leiden method on rows of ties: one run of find_communities (communities.h).
#pragma once

#include <cstdint>
#include <vector>

#include "crosscut/algo/communities.h"
#include "crosscut/algo/tie_rows.h"

namespace crosscut::algo {

/// Labels below size() for the vertices of the graph that was read, in no order.
std::vector<std::uint32_t> run_leiden(const TieRows& ties, const CommunityOptions& options);

}  // namespace crosscut::algo
