// What entities are called in sentences and pictures.
//
//   full_name(g, mhclg)      -> "the Ministry of Housing, Communities and Local Government"
//   initials(g, mhclg)       -> "MHCLG"
//   short_name(g, mhclg)     -> "Housing, Communities and Local Government"
#pragma once

#include <string>
#include <vector>

#include "crosscut/model/graph.h"

namespace crosscut {

/// The name with "the" where English wants it ("the Home Office", "HM Treasury"); missions and
/// targets, whose names are often sentences, in single quotes.
std::string full_name(const Graph& graph, EntityId id);

/// A department's initials: the alias that is the id in other letters ("Defra", "DfT"), else the id
/// in capitals when short, else a short alias; other entities keep their name.
std::string initials(const Graph& graph, EntityId id);

/// The name without "Department for", "Ministry of" and the like, for a box in a picture.
std::string short_name(const Graph& graph, EntityId id);

/// The name without initials in brackets at its end: "Sheffield City Council (SCC)".
std::string plain_name(const Graph& graph, EntityId id);

/// The as-at date in words: "July 2026", or "a date that the map does not give".
std::string as_at_words(const Graph& graph);

/// The titles of the maps: "A", "A and B".
std::string map_titles(const Graph& graph);

/// full_name of each.
std::vector<std::string> full_names(const Graph& graph, const std::vector<EntityId>& ids);

/// In the order that people look names up in: natural_less of their names, then ids.
std::vector<EntityId> sorted_by_name(const Graph& graph, std::vector<EntityId> ids);

/// The open entities of a kind, sorted by name; the government as a whole left out.
std::vector<EntityId> open_of_kind(const Graph& graph, Kind kind);

/// Whether English takes the name for several: "Integrated care boards".
bool is_plural(const Graph& graph, EntityId id);

/// "X leads Y", with full names.
std::string relation_sentence(const Graph& graph, RelationId id);

}  // namespace crosscut
