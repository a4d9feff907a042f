// Who works and meets with whom: silos, cut points and coordination gaps, with their decoys.
#pragma once

#include <array>

#include "ground.h"

namespace crosscut::planted {

// Silos: a department apart, with so many ties inside and so many that leave.

inline std::size_t add_apart(Ground& at, std::size_t inside, std::size_t leaving) {
  const std::size_t apart = at.g.add_department();
  Ids items;
  for (std::size_t i = 0; i < 8; ++i) items.push_back(at.g.led_item(apart));
  for (std::size_t i = 0; i < inside; ++i) {  // each pair once: a body with an item, or 2 items
    if (i < items.size())
      at.draft.relate(at.g.departments[apart].bodies[0], Verb::delivers, items[i]);
    else
      at.draft.relate(items[i - 7], Verb::depends_on, items[i - 8]);
  }
  for (std::size_t i = 0; i < leaving; ++i)
    at.draft.relate(at.name(apart), Verb::contributes_to, at.g.work[i].id);
  return apart;
}

/// 3 ties inside make 6 ends; 9 inside and 2 that leave make a share of just 10%.
inline void plant_silo(Ground& at, std::size_t variant) {
  struct Ties {
    std::size_t inside, leaving;
  };
  const std::vector<Ties> silos = {{9, 2}, {15, 0}, {3, 0}, {15, 1}, {8, 0}, {15, 2}};
  const std::vector<Ties> others = {{9, 3}, {2, 0}, {4, 1}, {15, 4}};
  const auto [inside, leaving] = silos[variant % silos.size()];
  const std::size_t silo = add_apart(at, inside, leaving);
  // A cabinet makes every department a neighbour.
  if (!at.g.recipe.cabinet) at.expect("silo", {at.name(silo)});
  if (inside == 8) {  // and the one tie that leaves is a need that nobody meets about
    const std::size_t other = at.g.any_department();
    at.draft.relate(at.g.led_item(silo), Verb::depends_on, at.g.led_item(other));
    at.expect_gap(silo, other);
  }
  add_apart(at, others[variant % others.size()].inside, others[variant % others.size()].leaving);
}

// Cut points: 3 departments that meet each other, and the rest by way of one only.

/// What joins two of a group, and their board, with the mainland.
inline std::string add_hub(Ground& at, std::size_t variant,
                           std::pair<std::size_t, std::size_t> group, const std::string& board) {
  const std::size_t home = at.g.any_department();
  const std::size_t other = at.g.friend_of(home);
  if (variant % 3 == 0) {
    const std::string hub = at.draft.add(Kind::body, {at.name(home)});
    for (const std::size_t d : {group.first, group.second, other})
      at.draft.relate(hub, Verb::coordinates_with, at.name(d));
    return hub;
  }
  if (variant % 3 == 1) {
    const std::string hub = at.draft.add(Kind::role, {at.name(home)});
    at.draft.relate(hub, Verb::chairs, board);
    at.draft.relate(hub, Verb::coordinates_with, at.name(group.first));
    at.draft.relate(hub, Verb::member_of, at.g.forums[home]);
    return hub;
  }
  const std::string hub = at.draft.add(Kind::forum);
  for (const std::size_t d : {group.first, group.second, home, other})
    at.draft.relate(at.name(d), Verb::member_of, hub);
  return hub;
}

inline void plant_cut_point(Ground& at, std::size_t variant) {
  const std::size_t a = at.g.add_department();
  const std::size_t b = at.g.add_department();
  const std::size_t c = at.g.add_department();
  const std::string board = at.draft.add(Kind::forum);
  at.g.seat({a, b, c}, board);
  for (const std::size_t d : {a, b, c}) at.draft.relate(at.name(d), Verb::member_of, board);
  at.g.coordinate(a, b);
  for (const std::size_t d : {a, b, c}) {
    const std::string item = at.g.led_item(d);
    for (std::size_t n = 0; n < 2; ++n)
      at.draft.relate(at.name(at.g.any_department()), Verb::contributes_to, item);
  }
  const std::string hub = add_hub(at, variant, {a, b}, board);
  const bool second_bridge = variant % 4 == 3;  // then neither is a cut point
  if (second_bridge) add_hub(at, variant + 1, {b, c}, board);
  if (!at.g.recipe.cabinet && !second_bridge) at.expect("cut-point", {hub});
}

// Needs between departments that share no table.

inline void plant_gap(Ground& at, std::size_t variant) {
  const auto [a, b] = at.g.strangers();
  const std::string item = at.g.led_item(a);
  const std::string needed = variant % 3 == 0   ? at.g.led_item(b)
                             : variant % 3 == 1 ? at.draft.add(Kind::body, {at.name(b)})
                                                : at.name(b);
  at.draft.relate(item, Verb::depends_on, needed);
  at.expect_gap(a, b);
}

inline void decoy_gap(Ground& at, std::size_t variant) {
  const auto [a, b] = at.g.strangers();
  const std::string item = at.g.led_item(a);
  const std::string other = at.g.led_item(b);
  constexpr std::array<Verb, 4> no_need = {Verb::contributes_to, Verb::funds, Verb::constrains,
                                           Verb::reinforces};
  RelationRow& row = at.draft.relate(item, Verb::depends_on, other);
  switch (variant % 6) {
    case 0:
      row.verb = no_need[at.dice.below(no_need.size())];
      break;
    case 1:
      at.end(row);
      break;
    case 2:
      row.answer = "no";
      break;
    case 3:
      at.deliver(item);
      break;
    case 4: {  // they meet by way of a body and a role
      const std::string board = at.draft.add(Kind::forum);
      at.draft.relate(at.g.departments[a].bodies[0], Verb::member_of, board);
      at.draft.relate(at.g.departments[b].roles[0], Verb::chairs, board);
      break;
    }
    default:
      at.draft.relate(at.g.departments[a].bodies[0], Verb::coordinates_with, at.name(b));
  }
}

}  // namespace crosscut::planted
