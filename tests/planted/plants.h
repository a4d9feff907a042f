// Known faults, planted in a generated government, and decoys beside them that must not fire.
//
//   const Planted map = plant({.seed = 7, .entities = 300});
//   map.plants   -> {"no-lead:policy-151", ...}, ids of findings (model/finding.h)
#pragma once

#include <array>

#include "government.h"

namespace crosscut::planted {

struct Planted {
  Dataset data;
  std::set<std::string> plants;
};

class Planter {
 public:
  explicit Planter(const Recipe& recipe) : g(recipe), draft(g.draft), dice(g.draft.dice) {}

  Planted run() {
    g.build();
    const std::size_t many = std::max<std::size_t>(3, g.recipe.entities / 150);
    const std::size_t few = std::max<std::size_t>(1, g.recipe.entities / 500);
    const std::size_t turn = dice.below(60);  // which variants a small map gets
    for (std::size_t i = 0; i < few; ++i) {
      plant_silo(turn + i);
      plant_cut_point(turn + i);
    }
    for (std::size_t i = 0; i < many; ++i) {
      plant_bottleneck(turn + i);
      decoy_bottleneck(turn + i);
      plant_rivals(turn + i);
      decoy_rivals(turn + i);
      plant_no_lead(turn + i);
      decoy_no_lead(turn + i);
      plant_circle(turn + i);
      decoy_circle(turn + i);
      plant_late(turn + i);
      decoy_late(turn + i);
      plant_trade_off(turn + i);
      decoy_trade_off(turn + i);
      if (g.has_strangers()) plant_gap(turn + i);
      if (g.has_strangers()) decoy_gap(turn + i);
    }
    if (g.recipe.cabinet) g.seat_cabinet();
    while (draft.data.entities.size() < g.recipe.entities) g.led_item(g.any_department());
    return {std::move(draft.data), std::move(plants_)};
  }

 private:
  using Ids = std::vector<std::string>;

  void expect(std::string_view lens, const Ids& subjects) {
    std::string id(lens);
    for (std::size_t i = 0; i < subjects.size(); ++i) id += (i == 0 ? ":" : "+") + subjects[i];
    plants_.insert(std::move(id));
  }
  const std::string& name(std::size_t department) { return g.departments[department].id; }
  RelationRow& lead(std::size_t department, const std::string& item) {
    return draft.relate(g.voice(department), Verb::leads, item);
  }
  static void end(RelationRow& row) { row.period.end = date("2025-03"); }
  void end(const std::string& id) { draft.entity(id).period.end = date("2025-03"); }
  void deliver(const std::string& id) { draft.entity(id).status = "delivered"; }

  // Silos: a department apart, with so many ties inside and so many that leave.

  std::size_t add_apart(std::size_t inside, std::size_t leaving) {
    const std::size_t apart = g.add_department();
    Ids items;
    for (std::size_t i = 0; i < 5; ++i) items.push_back(g.led_item(apart));
    for (std::size_t i = 0; i < inside; ++i) {  // each pair once: a body with an item, or 2 items
      if (i < items.size())
        draft.relate(g.departments[apart].bodies[0], Verb::delivers, items[i]);
      else
        draft.relate(items[(i + 1) % 5], Verb::depends_on, items[i % 5]);
    }
    for (std::size_t i = 0; i < leaving; ++i)
      draft.relate(name(apart), Verb::contributes_to, g.work[i].id);
    return apart;
  }

  /// 3 ties inside make 6 ends; 9 inside and 2 that leave make a share of just 10%.
  void plant_silo(std::size_t variant) {
    struct Ties {
      std::size_t inside, leaving;
    };
    const std::vector<Ties> silos = {{9, 2}, {3, 0}, {5, 1}, {8, 0}};
    const std::vector<Ties> others = {{9, 3}, {2, 0}, {4, 1}, {3, 6}};
    const auto [inside, leaving] = silos[variant % silos.size()];
    const std::size_t silo = add_apart(inside, leaving);
    if (!g.recipe.cabinet) expect("silo", {name(silo)});  // else every department is a neighbour
    if (inside == 8) {  // and the one tie that leaves is a need that nobody meets about
      const std::size_t other = g.any_department();
      draft.relate(g.led_item(silo), Verb::depends_on, g.led_item(other));
      expect_gap(silo, other);
    }
    add_apart(others[variant % others.size()].inside, others[variant % others.size()].leaving);
  }

  // Cut points: 3 departments that meet each other, and the rest by way of one only.

  void plant_cut_point(std::size_t variant) {
    const std::size_t a = g.add_department();
    const std::size_t b = g.add_department();
    const std::size_t c = g.add_department();
    const std::string board = draft.add(Kind::forum);
    g.seat({a, b, c}, board);
    for (const std::size_t d : {a, b, c}) draft.relate(name(d), Verb::member_of, board);
    g.coordinate(a, b);
    for (const std::size_t d : {a, b, c}) {
      const std::string item = g.led_item(d);
      for (std::size_t n = 0; n < 2; ++n)
        draft.relate(name(g.any_department()), Verb::contributes_to, item);
    }
    const std::string hub = add_hub(variant, {a, b}, board);
    const bool second_bridge = variant % 4 == 3;  // then neither is a cut point
    if (second_bridge) add_hub(variant + 1, {b, c}, board);
    if (!g.recipe.cabinet && !second_bridge) expect("cut-point", {hub});
  }

  /// What joins two of a group, and their board, with the mainland.
  std::string add_hub(std::size_t variant, std::pair<std::size_t, std::size_t> group,
                      const std::string& board) {
    const std::size_t home = g.any_department();
    const std::size_t other = g.friend_of(home);
    if (variant % 3 == 0) {
      const std::string hub = draft.add(Kind::body, {name(home)});
      for (const std::size_t d : {group.first, group.second, other})
        draft.relate(hub, Verb::coordinates_with, name(d));
      return hub;
    }
    if (variant % 3 == 1) {
      const std::string hub = draft.add(Kind::role, {name(home)});
      draft.relate(hub, Verb::chairs, board);
      draft.relate(hub, Verb::coordinates_with, name(group.first));
      draft.relate(hub, Verb::member_of, g.forums[home]);
      return hub;
    }
    const std::string hub = draft.add(Kind::forum);
    for (const std::size_t d : {group.first, group.second, home, other})
      draft.relate(name(d), Verb::member_of, hub);
    return hub;
  }

  // Bottlenecks.

  /// Work led from 2 or more departments that all meet `near`; items of each department alternate.
  std::vector<Item> waiters(std::size_t count, std::size_t near) {
    auto found = g.work_of(count - 1, [&](const Item& i) { return i.home == near; });
    const auto more = g.work_of(count - found.size(), [&](const Item& i) {
      return i.home != near && g.meet(i.home, near);
    });
    found.insert(found.end(), more.begin(), more.end());
    return found;
  }

  void plant_bottleneck(std::size_t variant) {
    const std::size_t near = g.any_department();
    const std::size_t count = variant % 3 == 0 ? 4 : dice.between(5, 8);
    const std::vector<Item> items = waiters(count, near);
    std::string on;
    const auto wait = [&](const Item& item) { draft.relate(item.id, Verb::depends_on, on); };
    const auto ask = [&](const Item& item) { draft.relate(on, Verb::approves, item.id); };
    switch (variant % 6) {
      case 0:
        on = draft.add(Kind::body, {name(near)});
        for (const Item& item : items) ask(item);
        break;
      case 1:
        on = draft.add(Kind::body, {name(near)});
        for (const Item& item : items) wait(item);
        break;
      case 2:
        on = g.led_item(near, Kind::programme);
        for (const Item& item : items) wait(item);
        break;
      case 3:
        on = draft.add(Kind::partner);
        for (const Item& item : items) draft.relate(on, Verb::constrains, item.id);
        break;
      case 4:
        on = g.led_item(near, Kind::fund);
        for (const Item& item : items) wait(item);
        break;
      default:  // depends-on and consent together; one item both ways counts once
        on = draft.add(Kind::role, {name(near)});
        for (std::size_t i = 0; i < items.size(); ++i) i % 2 == 0 ? wait(items[i]) : ask(items[i]);
        wait(items[1]);
    }
    expect("bottleneck", {on});
  }

  void decoy_bottleneck(std::size_t variant) {
    const std::size_t near = g.any_department();
    const std::vector<Item> items = waiters(6, near);
    std::string on = draft.add(Kind::body, {name(near)});
    const auto wait = [&](const Item& item) -> RelationRow& {
      return draft.relate(item.id, Verb::depends_on, on);
    };
    switch (variant % 6) {
      case 0:  // all from one department
        for (std::size_t i = 0; i < 6; ++i)
          draft.relate(g.led_item(near), Verb::depends_on, on);
        break;
      case 1:  // a department, which counts only for what it approves
        on = name(g.add_department());
        g.coordinate(g.departments.size() - 1, near);
        for (std::size_t i = 0; i < 4; ++i) draft.relate(on, Verb::funds, items[i].id);
        for (std::size_t i = 0; i < 3; ++i) draft.relate(on, Verb::approves, items[i].id);
        for (const Item& item : items)
          if (item.home == near) wait(item);
        break;
      case 2:  // 3, both ways
        for (std::size_t i = 0; i < 3; ++i) {
          wait(items[i]);
          draft.relate(on, Verb::approves, items[i].id);
        }
        break;
      case 3:  // 6, of which 3 have ended
        for (std::size_t i = 0; i < 3; ++i) end(wait(items[i]));
        for (std::size_t i = 3; i < 6; ++i) wait(items[i]);
        break;
      case 4:  // a target: needed, but no bottleneck
        on = g.led_item(near, Kind::target);
        for (const Item& item : items) wait(item);
        break;
      default:  // a part in the work is no wait
        for (const Item& item : items) draft.relate(on, Verb::contributes_to, item.id);
    }
  }

  // Rival leads.

  void plant_rivals(std::size_t variant) {
    const std::size_t a = g.any_department();
    const std::size_t b = g.other_department(a);
    const std::string item = draft.add(variant % 2 == 0 ? Kind::programme : Kind::policy);
    const auto capacity = variant % 5 == 1 ? Capacity::sro : Capacity::policy;
    RelationRow& first = lead(a, item);
    first.capacity = capacity;
    if (variant % 5 == 2) first.period.start = date("2020");
    RelationRow& second = lead(b, item);
    second.capacity = capacity;
    if (variant % 5 == 2) second.period.start = date("2024-03");
    if (variant % 5 == 3) {  // 3 of them
      const std::size_t next = (b + 1) % g.mainland;
      lead(next == a ? (next + 1) % g.mainland : next, item);
    }
    if (variant % 5 == 4) lead(a, item);
    expect("rival-leads", {item});
  }

  void decoy_rivals(std::size_t variant) {
    const std::size_t a = g.any_department();
    const std::size_t b = g.other_department(a);
    const std::string item = draft.add(Kind::policy);
    RelationRow& first = draft.relate(name(a), Verb::leads, item);
    switch (variant % 11) {
      case 0:  // a hand-over, to the day
        first.period.end = date("2025-09-01");
        lead(b, item).period.start = date("2025-09-01");
        break;
      case 1:
        draft.relate(name(b), Verb::co_leads, item);
        break;
      case 2:  // a department and its own role
        draft.relate(g.departments[a].roles[0], Verb::leads, item);
        break;
      case 3:
        lead(b, item).capacity = Capacity::presented;
        break;
      case 4:
        lead(b, item).capacity = Capacity::sro;
        break;
      case 5:  // a guess beside a stated lead
        lead(b, item).confidence = dice.share(30, 64);
        break;
      case 6:  // some time in this year from one to the other
        first.period.end = date("2026");
        lead(b, item).period.start = date("2026");
        break;
      case 7:  // a joint minister
        draft.relate(draft.add(Kind::role, {name(a), name(b)}), Verb::leads, item);
        break;
      case 8:
        draft.relate(draft.add(Kind::devolved_government), Verb::leads, item);
        break;
      case 9:
        lead(b, item);
        end(item);
        break;
      default:
        lead(b, item);
        deliver(item);
    }
  }

  // Missing leads.

  void plant_no_lead(std::size_t variant) {
    const std::string item = draft.add(variant % 2 == 0 ? Kind::policy : Kind::programme);
    expect("no-lead", {item});
    switch (variant % 6) {
      case 0:
        for (std::size_t n = 0; n < 3; ++n)
          draft.relate(g.voice(g.any_department()), Verb::contributes_to, item);
        break;
      case 1:  // a forum coordinates and does not own
        draft.relate(dice.pick(g.forums), Verb::leads, item);
        break;
      case 2:
        draft.relate(g.whole, Verb::leads, item);
        break;
      case 3:
        lead(g.any_department(), item).capacity = Capacity::presented;
        break;
      case 4:  // leading the whole does not count
        draft.relate(item, Verb::part_of, g.led_item(g.any_department()));
        break;
      default:  // nor does a mission that nobody leads
        expect("no-lead", {draft.add(Kind::mission)});
        draft.entity(item).parents.push_back({last_added(), somewhere()});
    }
  }
  std::string last_added() const { return draft.data.entities.back().id; }

  void decoy_no_lead(std::size_t variant) {
    const std::string item = draft.add(Kind::policy);
    switch (variant % 6) {
      case 0:
        draft.entity(item).parents.push_back({name(g.any_department()), somewhere()});
        break;
      case 1:
        draft.entity(item).parents.push_back({dice.pick(g.missions), somewhere()});
        break;
      case 2:
        end(item);
        break;
      case 3:
        deliver(item);
        break;
      case 4:  // orphaned, which is another finding
        end(lead(g.any_department(), item));
        break;
      default:  // uncertain, which is another finding
        lead(g.any_department(), item).confidence = dice.share(30, 64);
    }
  }

  // Circles.

  Ids chain(std::size_t length) {
    const std::size_t home = g.any_department();
    Ids items;
    for (std::size_t i = 0; i < length; ++i)
      items.push_back(g.led_item(i % 2 == 0 ? home : g.friend_of(home)));
    for (std::size_t i = 0; i + 1 < length; ++i)
      draft.relate(items[i], Verb::depends_on, items[i + 1]);
    const auto into = g.work_of(1, [&](const Item& item) { return item.home == home; });
    for (const Item& item : into)
      if (g.take_load(item.id)) draft.relate(items.front(), Verb::depends_on, item.id);
    return items;
  }

  void plant_circle(std::size_t variant) {
    Ids items = chain(variant % 4 + 2);
    if (variant % 3 == 0) {  // by way of consent
      const std::size_t home = g.any_department();
      const std::string first = g.led_item(home);
      const std::string judge = draft.add(Kind::body, {name(home)});
      draft.relate(judge, Verb::approves, first);
      draft.relate(judge, Verb::depends_on, first);
      items = {first, judge};
    } else {
      draft.relate(items.back(), Verb::depends_on, items.front());
    }
    if (variant % 5 == 4) {  // a second circle by one of the first
      items.push_back(draft.add(Kind::partner));
      draft.relate(items.front(), Verb::depends_on, items.back());
      draft.relate(items.back(), Verb::depends_on, items.front());
    }
    std::sort(items.begin(), items.end());
    expect("circular-dependency", items);
  }

  void decoy_circle(std::size_t variant) {
    const Ids items = chain(variant % 4 + 2);
    RelationRow& last = draft.relate(items.back(), Verb::depends_on, items.front());
    switch (variant % 6) {
      case 0:
        end(last);
        break;
      case 1:
        last.period.start = date("2028");
        break;
      case 2:
        end(items.back());
        break;
      case 3:
        deliver(items.back());
        break;
      case 4:
        last.verb = Verb::reinforces;
        break;
      default:
        last.answer = "no";
    }
  }

  // Dates.

  std::pair<std::string, std::string> dated(const char* waiting, const char* needed) {
    const std::size_t home = g.any_department();
    const std::pair ids(g.led_item(home, Kind::programme), g.led_item(g.friend_of(home)));
    draft.entity(ids.first).due = date(waiting);
    draft.entity(ids.second).due = date(needed);
    return ids;
  }

  void plant_late(std::size_t variant) {
    constexpr std::array<std::array<const char*, 2>, 4> dates = {
        {{"2028", "2030"}, {"2028-06", "2028-07"}, {"2028-06-30", "2028-07-01"}, {"2028", "2029-01"}}};
    const auto& [waiting, needed] = dates[variant % dates.size()];
    const auto ids = dated(waiting, needed);
    draft.relate(ids.first, Verb::depends_on, ids.second);
    expect("late-dependency", {ids.first, ids.second});
  }

  void decoy_late(std::size_t variant) {
    constexpr std::array<std::array<const char*, 2>, 7> dates = {{{"2029", "2029"},
                                                                  {"2029-06", "2029"},
                                                                  {"2029", "2029-06"},
                                                                  {"2030", "2028"},
                                                                  {"2028", "2030"},
                                                                  {"2028", "2030"},
                                                                  {"2028", "2030"}}};
    const auto& [waiting, needed] = dates[variant % dates.size()];
    const auto ids = dated(waiting, needed);
    RelationRow& row = draft.relate(ids.first, Verb::depends_on, ids.second);
    if (variant % 7 == 4) end(row);
    if (variant % 7 == 5) deliver(ids.second);
    if (variant % 7 == 6) end(ids.first);
  }

  // Needs between departments that share no table.

  void plant_gap(std::size_t variant) {
    const auto [a, b] = g.strangers();
    const std::string item = g.led_item(a);
    const std::string needed = variant % 3 == 0   ? g.led_item(b)
                               : variant % 3 == 1 ? draft.add(Kind::body, {name(b)})
                                                  : name(b);
    draft.relate(item, Verb::depends_on, needed);
    expect_gap(a, b);
  }

  void expect_gap(std::size_t a, std::size_t b) {
    Ids pair = {name(a), name(b)};
    std::sort(pair.begin(), pair.end());
    expect("coordination-gap", pair);
  }

  void decoy_gap(std::size_t variant) {
    const auto [a, b] = g.strangers();
    const std::string item = g.led_item(a);
    const std::string other = g.led_item(b);
    constexpr std::array<Verb, 4> no_need = {Verb::contributes_to, Verb::funds, Verb::constrains,
                                             Verb::reinforces};
    RelationRow& row = draft.relate(item, Verb::depends_on, other);
    switch (variant % 6) {
      case 0:
        row.verb = no_need[dice.below(no_need.size())];
        break;
      case 1:
        end(row);
        break;
      case 2:
        row.answer = "no";
        break;
      case 3:
        deliver(item);
        break;
      case 4: {  // they meet by way of a body and a role
        const std::string board = draft.add(Kind::forum);
        draft.relate(g.departments[a].bodies[0], Verb::member_of, board);
        draft.relate(g.departments[b].roles[0], Verb::chairs, board);
        break;
      }
      default:
        draft.relate(g.departments[a].bodies[0], Verb::coordinates_with, name(b));
    }
  }

  // Trade-offs.

  void plant_trade_off(std::size_t variant) {
    const std::size_t a = g.any_department();
    const std::size_t b = g.other_department(a);
    const bool aims = variant % 4 >= 2;
    const Kind kind = variant % 4 == 2 ? Kind::target : Kind::mission;
    const std::string harms = g.led_item(a, aims ? kind : Kind::policy);
    if (variant % 2 == 0 && !aims) {  // against an aim that another department works on
      const std::string aim = g.led_item(variant % 8 == 0 ? a : b, Kind::target);
      draft.relate(g.led_item(b, Kind::programme), Verb::advances, aim);
      draft.relate(harms, variant % 3 == 0 ? Verb::conflicts_with : Verb::constrains, aim);
      expect("trade-off", {harms, aim});
      return;
    }
    const std::string harmed = g.led_item(b, aims ? kind : Kind::programme);
    draft.relate(harms, aims ? Verb::constrains : Verb::conflicts_with, harmed).strength =
        static_cast<int>(dice.between(2, 3));
    expect("trade-off", {harms, harmed});
  }

  void decoy_trade_off(std::size_t variant) {
    const std::size_t a = g.any_department();
    const std::size_t b = variant % 6 == 1 ? a : g.other_department(a);
    const std::string harms = g.led_item(a);
    const bool aim = variant % 6 >= 3;
    const std::string harmed = g.led_item(b, aim ? Kind::target : Kind::policy);
    RelationRow& row = draft.relate(harms, Verb::conflicts_with, harmed);
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
        draft.relate(g.led_item(a), Verb::advances, harmed);
        break;
      case 4:
        row.strength = 3;
        end(row);
        break;
      default:
        row.strength = 3;
        deliver(harms);
    }
  }

  Government g;
  Draft& draft;
  Dice& dice;
  std::set<std::string> plants_;
};

inline Planted plant(const Recipe& recipe) { return Planter(recipe).run(); }

}  // namespace crosscut::planted
