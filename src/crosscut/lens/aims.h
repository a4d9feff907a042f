// Missions and targets: what lenses that look for gaps in them share.
#pragma once

#include <vector>

#include "crosscut/lens/weigh.h"
#include "crosscut/model/finding.h"
#include "crosscut/model/graph.h"

namespace crosscut {

/// Open missions and targets that are not delivered, ascending.
std::vector<EntityId> open_aims(const Graph& graph);

/// Open missions that are not delivered, ascending.
std::vector<EntityId> open_missions(const Graph& graph);

/// Open missions and targets that lack something which neither they nor a target of theirs have.
Lacking aims_lacking(const Graph& graph, bool (*has)(const Entity& aim));

/// Open targets that are part of the mission, by relation or by parent, ascending.
std::vector<EntityId> targets_of(const Graph& graph, EntityId mission);

/// Open policies, programmes, funds and cycles that advance the mission or one of its targets.
std::vector<RelationId> paths_to(const Graph& graph, EntityId mission);

/// A finding that something is missing from an aim which the maps say they covered or not: subject,
/// severity, what it rests on, evidence and whom to ask; the words are left to the lens. `what`
/// would undo it.
Finding gap_in_aim(const Graph& graph, const Card& card, EntityId aim, Coverage coverage,
                   const std::string& what, Like like);
/// The same, where the lens says itself what it rests on.
Finding gap_in_aim(const Graph& graph, const Card& card, EntityId aim);

}  // namespace crosscut
