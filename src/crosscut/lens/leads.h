// Who leads an item, who used to, and whether the old lead has a successor.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "crosscut/lens/weigh.h"
#include "crosscut/model/graph.h"

namespace crosscut {

/// A home and its strongest lead of an item.
struct HomeLead {
  EntityId home{};
  RelationId lead{};
  std::vector<RelationId> others;  // of the same home in the same capacity
};

enum class Counted { leads, leads_and_co_leads };

/// Those of the items without an owner on record or up their parents.
Lacking items_without_owner(const Graph& graph, const std::vector<EntityId>& among);

/// One lead for each home, in the capacity that most homes share; strongest first. A joint minister
/// (two homes) is a remedy and a devolved government the settlement: neither counts.
std::vector<HomeLead> leads_by_home(const Graph& graph, EntityId item, Counted counted);

/// Two of the homes lead at one time: their dates certainly overlap, so it is no hand-over.
bool lead_together(const Graph& graph, const std::vector<HomeLead>& leads);

/// The leads that certainly overlap with another, strongest first; only those on record when 2 of
/// them overlap, so that a guess is not told as a third.
std::vector<HomeLead> leads_at_once(const Graph& graph, const std::vector<HomeLead>& leads);

/// Two of the leads at once are there, at one time.
Condition led_together(const Graph& graph, const std::vector<HomeLead>& leads);

/// Leads and co-leads of an open item that no longer hold, by anyone who could own it; ascending.
std::vector<RelationId> ended_leads(const Graph& graph, EntityId item);

/// The open entity that took the place of a closed one, by way of `succeeds`; the entity itself
/// when it is open; nothing when the chain ends in nothing open.
std::optional<EntityId> living_successor(const Graph& graph, EntityId id);

/// Somebody up the chain of parents who can own: an organisation but a forum, or an item's owner.
bool has_presumed_owner(const Graph& graph, EntityId id);

/// "In transition: X led it until 16 September 2025.", when a lead ended within 12 months; or
/// empty.
std::string transition_note(const Graph& graph, EntityId item);

}  // namespace crosscut
