// How work bears on other work: circles, late needs and trade-offs, with their decoys.
#pragma once

#include <array>

#include "ground.h"

namespace crosscut::planted {

// Circles.

inline Ids chain(Ground& at, std::size_t length) {
  const std::size_t home = at.g.any_department();
  Ids items;
  for (std::size_t i = 0; i < length; ++i)
    items.push_back(at.g.led_item(i % 2 == 0 ? home : at.g.friend_of(home)));
  for (std::size_t i = 0; i + 1 < length; ++i)
    at.draft.relate(items[i], Verb::depends_on, items[i + 1]);
  const auto into = at.g.work_of(1, [&](const Item& item) { return item.home == home; });
  for (const Item& item : into)
    if (at.g.take_load(item.id)) at.draft.relate(items.front(), Verb::depends_on, item.id);
  return items;
}

inline void plant_circle(Ground& at, std::size_t variant) {
  Ids items = chain(at, variant % 4 + 2);
  if (variant % 3 == 0) {  // by way of consent
    const std::size_t home = at.g.any_department();
    const std::string first = at.g.led_item(home);
    const std::string judge = at.draft.add(Kind::body, {at.name(home)});
    at.draft.relate(judge, Verb::approves, first);
    at.draft.relate(judge, Verb::depends_on, first);
    items = {first, judge};
  } else {
    at.draft.relate(items.back(), Verb::depends_on, items.front());
  }
  if (variant % 5 == 4) {  // a second circle by one of the first
    items.push_back(at.draft.add(Kind::partner));
    at.draft.relate(items.front(), Verb::depends_on, items.back());
    at.draft.relate(items.back(), Verb::depends_on, items.front());
  }
  std::sort(items.begin(), items.end());
  at.expect("circular-dependency", items);
}

inline void decoy_circle(Ground& at, std::size_t variant) {
  const Ids items = chain(at, variant % 4 + 2);
  RelationRow& last = at.draft.relate(items.back(), Verb::depends_on, items.front());
  switch (variant % 6) {
    case 0:
      at.end(last);
      break;
    case 1:
      last.period.start = date("2028");
      break;
    case 2:
      at.end(items.back());
      break;
    case 3:
      at.deliver(items.back());
      break;
    case 4:
      last.verb = Verb::reinforces;
      break;
    default:
      last.answer = "no";
  }
}

// Dates.

inline std::pair<std::string, std::string> dated(Ground& at, const char* waiting,
                                                 const char* needed) {
  const std::size_t home = at.g.any_department();
  const std::pair ids(at.g.led_item(home, Kind::programme), at.g.led_item(at.g.friend_of(home)));
  at.draft.entity(ids.first).due = date(waiting);
  at.draft.entity(ids.second).due = date(needed);
  return ids;
}

inline void plant_late(Ground& at, std::size_t variant) {
  constexpr std::array<std::array<const char*, 2>, 4> dates = {{{"2028", "2030"},
                                                                {"2028-06", "2028-07"},
                                                                {"2028-06-30", "2028-07-01"},
                                                                {"2028", "2029-01"}}};
  const auto& [waiting, needed] = dates[variant % dates.size()];
  const auto ids = dated(at, waiting, needed);
  at.draft.relate(ids.first, Verb::depends_on, ids.second);
  at.expect("late-dependency", {ids.first, ids.second});
}

inline void decoy_late(Ground& at, std::size_t variant) {
  constexpr std::array<std::array<const char*, 2>, 7> dates = {{{"2029", "2029"},
                                                                {"2029-06", "2029"},
                                                                {"2029", "2029-06"},
                                                                {"2030", "2028"},
                                                                {"2028", "2030"},
                                                                {"2028", "2030"},
                                                                {"2028", "2030"}}};
  const auto& [waiting, needed] = dates[variant % dates.size()];
  const auto ids = dated(at, waiting, needed);
  RelationRow& row = at.draft.relate(ids.first, Verb::depends_on, ids.second);
  if (variant % 7 == 4) at.end(row);
  if (variant % 7 == 5) at.deliver(ids.second);
  if (variant % 7 == 6) at.end(ids.first);
}

// Trade-offs.

inline void plant_trade_off(Ground& at, std::size_t variant) {
  const std::size_t a = at.g.any_department();
  const std::size_t b = at.g.other_department(a);
  const bool aims = variant % 4 >= 2;
  const Kind kind = variant % 4 == 2 ? Kind::target : Kind::mission;
  const std::string harms = at.g.led_item(a, aims ? kind : Kind::policy);
  if (variant % 2 == 0 && !aims) {  // against an aim that another department works on
    const std::string aim = at.g.led_item(variant % 8 == 0 ? a : b, Kind::target);
    at.draft.relate(at.g.led_item(b, Kind::programme), Verb::advances, aim);
    at.draft.relate(harms, variant % 3 == 0 ? Verb::conflicts_with : Verb::constrains, aim);
    at.expect("trade-off", {harms, aim});
    return;
  }
  const std::string harmed = at.g.led_item(b, aims ? kind : Kind::programme);
  at.draft.relate(harms, aims ? Verb::constrains : Verb::conflicts_with, harmed).strength =
      static_cast<int>(at.dice.between(2, 3));
  at.expect("trade-off", {harms, harmed});
}

inline void decoy_trade_off(Ground& at, std::size_t variant) {
  const std::size_t a = at.g.any_department();
  const std::size_t b = variant % 6 == 1 ? a : at.g.other_department(a);
  const std::string harms = at.g.led_item(a);
  const bool aim = variant % 6 >= 3;
  const std::string harmed = at.g.led_item(b, aim ? Kind::target : Kind::policy);
  RelationRow& row = at.draft.relate(harms, Verb::conflicts_with, harmed);
  switch (variant % 6) {
    case 0:  // too small
      break;
    case 1:  // of one owner
      row.strength = 3;
      break;
    case 2:
      row.verb = Verb::constrains;
      row.strength = 3;
      break;
    case 3:  // only its own work advances the aim
      row.verb = Verb::constrains;
      at.draft.relate(at.g.led_item(a), Verb::advances, harmed);
      break;
    case 4:
      row.strength = 3;
      at.end(row);
      break;
    default:
      row.strength = 3;
      at.deliver(harms);
  }
}

}  // namespace crosscut::planted
