// Who must be in the room to settle an item, and why: made by plan/convene.h, written by
// write/convene_paper.h.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "crosscut/model/graph.h"

namespace crosscut {

/// The part that somebody has in an item. Up to `leads_part` it cannot be settled without them.
enum class Part : std::uint8_t {
  leads,
  co_leads,
  may_own,     // no lead is recorded: it belongs to something of theirs
  sponsors,    // a body or role answers to them
  must_agree,  // approves, clears or regulates it
  delivers,
  funds,
  needed,       // it depends on them, or on something of theirs
  waits,        // something of theirs depends on it, or on its money, work or approval
  pulls,        // it and something of theirs constrain or conflict with each other
  leads_part,   // something of theirs is part of it
  contributes,  // adds to it, is consulted on it, or works with it
  concerned,    // something of theirs is moved forward by it, or moves it forward
};
inline constexpr std::size_t part_count = 13;
std::string_view word(Part part);  // kebab-case

struct Reason {
  Part part{};
  std::optional<RelationId> relation;  // nothing where the row of the item itself says so
  std::optional<EntityId> thing;       // what is theirs, when it is not themselves
  double confidence = 1;               // of the relation and of the thing being theirs
  std::vector<RelationId> ownership;   // what makes the thing theirs
};

/// A department, or an organisation beside it; a role counts for its department.
struct Attendee {
  EntityId who{};
  std::vector<Reason> reasons;  // by part, then by relation
  double confidence = 0;        // of the surest reason
};

/// Whether a forum has the power to settle an item, as the map has it: it decides or clears.
bool settles_items(const Graph& graph, EntityId forum);

/// How far a forum's members are those needed.
struct ForumFit {
  EntityId forum{};
  std::vector<EntityId> seated, missing;  // of those needed, in their order
  std::size_t seated_firmly = 0;          // of those whose part is on record
  std::size_t seats = 0;                  // in all
};

struct Convening {
  EntityId item{};
  std::vector<Attendee> needed;      // on record first, then by part and name
  std::vector<Attendee> others;      // contribute or are concerned, and no more
  std::vector<RelationId> consents;  // approves, clears, regulates; by organisations and forums
  std::vector<ForumFit>
      forums;  // with 2 or more of those needed; who can settle it first, then by whom they seat
  std::vector<EntityId>
      near;  // forums that may settle it, tied to it or its missions, without known members
  std::vector<RelationId> unplaced;               // that need somebody, and we found no owner
  std::size_t inside = 0;                         // relations with other work of its own lead
  std::size_t open_forums = 0, known_forums = 0;  // the latter with members

  /// How many of the needed are on record; they come first.
  std::size_t firm() const;
};

}  // namespace crosscut
