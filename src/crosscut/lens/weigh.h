// How serious and how sure: what lenses share when they weigh a finding (report.md, measures.md).
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "crosscut/base/unique.h"
#include "crosscut/model/finding.h"
#include "crosscut/model/graph.h"
#include "crosscut/model/items.h"

namespace crosscut {

/// The rule of thumb of report.md: high = a mission, or a target due within 24 months, together
/// with 3 or more departments or a legal duty; medium = a mission or target, or 3 or more items.
Severity weigh_severity(const Graph& graph, const std::vector<EntityId>& items,
                        const std::vector<EntityId>& departments);

/// Confidence that what a map does not show is not there: 0.8 where a map that holds the entity
/// says that it looked for it, else 0.6 (measures.md, section 3).
double absence_confidence(const Graph& graph, EntityId id, Coverage coverage);

/// How many of all that are like an entity have what it lacks, itself among all.
struct Like {
  std::size_t have = 0, all = 0;
};

using LikeByKind = std::array<Like, kind_count>;

/// Entities that lack something, in the order given, and how many of those of each kind have it.
struct Lacking {
  std::vector<EntityId> ids;
  LikeByKind by_kind{};
  Like like(const Graph& graph, EntityId id) const {
    return by_kind[std::size_t(graph.entity(id).kind)];
  }
};

template <typename Has>
Lacking find_lacking(const Graph& graph, const std::vector<EntityId>& among, Has has) {
  Lacking lacking;
  for (const EntityId id : among) {
    Like& of_kind = lacking.by_kind[std::size_t(graph.entity(id).kind)];
    ++of_kind.all;
    if (has(id))
      ++of_kind.have;
    else
      lacking.ids.push_back(id);
  }
  return lacking;
}

/// What is not on record of an entity. The odds that it is there all the same are those of its like
/// (a share p of them has it: p / (1 - p), with one more of each so that neither is 0), times
/// what the map's coverage makes of it.
Unstated missing_fact(std::string what, double confidence, Like like);

/// What the odds of something unstated come to where the map looked for it throughout: the odds of
/// absence_confidence there, 4 to 1, against 1.5 to 1 elsewhere. Elsewhere 1.
double coverage_factor(double absence_confidence);

/// Sets when a finding holds, and with it how sure it is and what would undo it.
void rest_on(const Graph& graph, Finding& finding, Condition condition);

/// That a department answers for an item: one of its leads, or, where nobody else leads it, what
/// its home would be presumed from. Nothing to rest on where a parent's row says it, or where the
/// entity is no item.
Condition owned_by(const Graph& graph, EntityId id, EntityId department);

/// That anybody answers for an item; as owned_by.
Condition owned(const Graph& graph, EntityId item);

/// That the owners of two items are on record and are not the same. Where a lead goes, a presumed
/// owner takes its place, and the two may still be apart.
Condition owned_apart(const Graph& graph, EntityId a, EntityId b);

/// The relations that make the department the owner of the entity: evidence for its home.
std::vector<RelationId> ownership_relations(const Graph& graph, EntityId id, EntityId department);

/// Whom to ask where the map names nobody.
inline constexpr std::string_view keepers = "those who keep this map";

/// One of three wordings, by confidence.
std::string hedge(double confidence, std::string_view high, std::string_view medium,
                  std::string_view low);

/// Departments among the homes of the items, each once, ascending.
std::vector<EntityId> departments_of(const Graph& graph, const std::vector<EntityId>& items);

/// "3 policies and one target", by kind in the order of the vocabulary.
std::string count_by_kind(const Graph& graph, const std::vector<EntityId>& items);

}  // namespace crosscut
