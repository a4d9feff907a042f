// Where each entity belongs: the department or other owner that answers for it (measures.md,
// section 0). A department is its own home; a body, role or forum takes its parent's; an item takes
// its lead's, else its parent's, else that of what it is part of.
#pragma once

#include <vector>

#include "crosscut/model/graph.h"

namespace crosscut {

/// One home for each entity, in their order. Needs the graph's lists and open marks.
std::vector<Home> find_homes(const Graph& graph);

/// The open leads (and co-leads) of an item that make somebody its owner: not by a forum, not by
/// the government as a whole, not joint presentation; ascending.
std::vector<RelationId> owning_leads(const Graph& graph, EntityId item);

/// Who would answer for an item if its leads were not there: the owners of its parents, else of
/// what it is part of; sorted.
std::vector<EntityId> presumed_owners(const Graph& graph, EntityId id);

/// How sure it is that the department (or other owner) answers for the entity; 0 where its lead is
/// presumed.
double belonging(const Graph& graph, EntityId id, EntityId owner);

/// Confidence from which a relation counts as recorded rather than guessed.
inline constexpr double recorded_confidence = 0.65;

}  // namespace crosscut
