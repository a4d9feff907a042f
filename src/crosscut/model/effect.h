// What a change does to a map: made by plan/whatif.h, written by write/effect_paper.h.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "crosscut/model/report.h"

namespace crosscut {

/// An entity that answers to another department than before, or is another entity now.
struct EntityChange {
  EntityId before{};                   // in the graph before
  std::optional<EntityId> after;       // in the graph after; nothing when it is gone
  bool merged = false;                 // it is part of `after` now
  std::vector<EntityId> homes_before;  // in the graph before; departments
  std::vector<EntityId> homes_after;   // in the graph after
};

/// What becomes of a relation that touches something changed.
enum class Fate : std::uint8_t {
  internal,  // it joined two departments, and now stays inside one
  crossing,  // it stayed inside one department, and now joins two
  moved,     // one of its ends answers to another department
  doubled,   // another says the same now
  gone,      // ended by a sentence, or between what is one now
  kept,      // it touches something changed, and stays as it was
};
inline constexpr std::size_t fate_count = 6;
std::string_view word(Fate fate);

struct RelationChange {
  RelationId relation{};  // in the graph before
  Fate fate = Fate::kept;
  std::optional<RelationId> now;  // in the graph after; nothing when it is gone
};

/// The remainder list: all that is left to settle.
struct Remainder {
  std::vector<EntityChange> entities;
  std::vector<RelationChange> relations;  // every open one that touches something changed
  std::vector<RelationId> added;          // that no relation before has become; graph after
  std::vector<EntityId> without_owner;    // items led before and by nobody now; graph after
  std::vector<EntityId> without_sponsor;  // bodies in a department before and in none now
  std::vector<EntityId> reporting;        // bodies with another sponsor, in the same department
  std::vector<EntityId> boards_for_one;   // they joined departments, and seat one or none now
  std::vector<EntityId> due_soon;         // targets and programmes concerned, due within a year
};

enum class Turn : std::uint8_t { appears, vanishes, persists };
std::string_view word(Turn turn);

struct FindingChange {
  Turn turn = Turn::persists;
  const Finding* before = nullptr;
  const Finding* after = nullptr;
};

/// A published figure of what a change cost. `high` 0 = none given; `low` 0 = up to.
struct CostFigure {
  std::string_view item;  // its row in graphs/mog-changes/costs.csv
  std::string_view what;
  double low = 0, high = 0;
  std::string_view unit;
  std::string_view source;
  std::string_view leaves_out;
};
struct Cost {
  const CostFigure* figure = nullptr;
  std::size_t times = 1;  // how often the change does this
};

/// What rests on a department, before and after.
struct Load {
  std::size_t things = 0;      // open entities at home there, without the department itself
  std::size_t waits_for = 0;   // needs of its own that rest with another department
  std::size_t waited_for = 0;  // needs of other departments that rest with it
  bool operator==(const Load&) const = default;
};
struct LoadChange {
  std::optional<EntityId> before_id, after_id;  // each in its own graph; at least one
  Load before, after;
};

/// Total coordination cost (plan/coordination.h), a number without a unit.
struct Coordination {
  double linear = 0, squared = 0;       // p = 1 and p = 2
  std::size_t inside = 0, between = 0;  // needs inside one department, and between two
  std::size_t left_out = 0;             // needs of what has no one department
};

struct Effect {
  Report before, after;
  Remainder remainder;
  std::vector<FindingChange> findings;  // in the order of the reports, new ones first
  std::vector<LoadChange> loads;        // of departments where they differ, by id
  Coordination coordination_before, coordination_after;
  std::vector<Cost> costs;
  PartialDate taken_on;  // the maps are taken as they were on this day, before their own; or empty
};

}  // namespace crosscut
