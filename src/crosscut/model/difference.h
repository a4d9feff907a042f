// How two maps differ, or one map on two days: made by edit/difference.h, written by
// write/difference_paper.h.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "crosscut/model/effect.h"

namespace crosscut {

/// What became of an entity or a relation. Only what is open on its map's day counts.
enum class Became : std::uint8_t { added, removed, renamed, moved, re_owned, other_evidence };
inline constexpr std::size_t became_count = 6;
std::string_view word(Became became);

struct EntityDifference {
  Became became = Became::added;
  std::optional<EntityId> before, after;  // each in its own graph
};
struct RelationDifference {
  Became became = Became::added;  // added, removed or other_evidence
  std::optional<RelationId> before, after;
};

struct Difference {
  Report before, after;
  std::vector<EntityDifference> entities;     // by what became of them, then by id
  std::vector<RelationDifference> relations;  // the same
  std::vector<FindingChange> findings;
};

}  // namespace crosscut
