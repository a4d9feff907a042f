// What much of the work waits for, with decoys.
#pragma once

#include "ground.h"

namespace crosscut::planted {

// Bottlenecks.

/// Work led from 2 or more departments that all meet `near`; items of each department alternate.
inline std::vector<Item> waiters(Ground& at, std::size_t count, std::size_t near) {
  auto found = at.g.work_of(count - 1, [&](const Item& i) { return i.home == near; });
  const auto more = at.g.work_of(count - found.size(), [&](const Item& i) {
    return i.home != near && at.g.meet(i.home, near);
  });
  found.insert(found.end(), more.begin(), more.end());
  return found;
}

inline void plant_bottleneck(Ground& at, std::size_t variant) {
  const std::size_t near = at.g.any_department();
  const std::size_t count = variant % 3 == 0 ? 4 : at.dice.between(5, 8);
  const std::vector<Item> items = waiters(at, count, near);
  std::string on;
  const auto wait = [&](const Item& item) { at.draft.relate(item.id, Verb::depends_on, on); };
  const auto ask = [&](const Item& item) { at.draft.relate(on, Verb::approves, item.id); };
  switch (variant % 6) {
    case 0:
      on = at.draft.add(Kind::body, {at.name(near)});
      for (const Item& item : items) ask(item);
      break;
    case 1:
      on = at.draft.add(Kind::body, {at.name(near)});
      for (const Item& item : items) wait(item);
      break;
    case 2:
      on = at.g.led_item(near, Kind::programme);
      for (const Item& item : items) wait(item);
      break;
    case 3:
      on = at.draft.add(Kind::partner);
      for (const Item& item : items) at.draft.relate(on, Verb::constrains, item.id);
      break;
    case 4:
      on = at.g.led_item(near, Kind::fund);
      for (const Item& item : items) wait(item);
      break;
    default:  // depends-on and consent together; one item both ways counts once
      on = at.draft.add(Kind::role, {at.name(near)});
      for (std::size_t i = 0; i < items.size(); ++i) i % 2 == 0 ? wait(items[i]) : ask(items[i]);
      wait(items[1]);
  }
  at.expect("bottleneck", {on});
}

inline void decoy_bottleneck(Ground& at, std::size_t variant) {
  const std::size_t near = at.g.any_department();
  const std::vector<Item> items = waiters(at, 6, near);
  std::string on = at.draft.add(Kind::body, {at.name(near)});
  const auto wait = [&](const Item& item) -> RelationRow& {
    return at.draft.relate(item.id, Verb::depends_on, on);
  };
  switch (variant % 7) {
    case 0:  // all from one department
      for (std::size_t i = 0; i < 6; ++i)
        at.draft.relate(at.g.led_item(near), Verb::depends_on, on);
      break;
    case 1:  // a department, which counts only for what it approves
      on = at.name(at.g.add_department());
      at.g.coordinate(at.g.departments.size() - 1, near);
      for (std::size_t i = 0; i < 4; ++i) at.draft.relate(on, Verb::funds, items[i].id);
      for (std::size_t i = 0; i < 3; ++i) at.draft.relate(on, Verb::approves, items[i].id);
      for (const Item& item : items)
        if (item.home == near) wait(item);
      break;
    case 2:  // 3, both ways
      for (std::size_t i = 0; i < 3; ++i) {
        wait(items[i]);
        at.draft.relate(on, Verb::approves, items[i].id);
      }
      break;
    case 3:  // 6, of which 3 have ended
      for (std::size_t i = 0; i < 3; ++i) at.end(wait(items[i]));
      for (std::size_t i = 3; i < 6; ++i) wait(items[i]);
      break;
    case 4:  // a target: needed, but no bottleneck
      on = at.g.led_item(near, Kind::target);
      for (const Item& item : items) wait(item);
      break;
    case 5:  // done already
      on = at.g.led_item(near, Kind::programme);
      for (const Item& item : items) wait(item);
      at.deliver(on);
      break;
    default:  // a part in the work is no wait
      for (const Item& item : items) at.draft.relate(on, Verb::contributes_to, item.id);
  }
}

}  // namespace crosscut::planted
