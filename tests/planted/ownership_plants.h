// Who leads: rival and missing leads, with their decoys.
#pragma once

#include "ground.h"

namespace crosscut::planted {

// Rival leads.

inline void plant_rivals(Ground& at, std::size_t variant) {
  const std::size_t a = at.g.any_department();
  const std::size_t b = at.g.other_department(a);
  const std::string item = at.draft.add(variant % 2 == 0 ? Kind::programme : Kind::policy);
  const auto capacity = variant % 5 == 1 ? Capacity::sro : Capacity::policy;
  RelationRow& first = at.lead(a, item);
  first.capacity = capacity;
  if (variant % 5 == 2) first.period.start = date("2020");
  RelationRow& second = at.lead(b, item);
  second.capacity = capacity;
  if (variant % 5 == 2) second.period.start = date("2024-03");
  if (variant % 5 == 3) {  // 3 of them
    const std::size_t next = (b + 1) % at.g.mainland;
    at.lead(next == a ? (next + 1) % at.g.mainland : next, item);
  }
  if (variant % 5 == 4) at.lead(a, item);
  at.expect("rival-leads", {item});
}

inline void decoy_rivals(Ground& at, std::size_t variant) {
  const std::size_t a = at.g.any_department();
  const std::size_t b = at.g.other_department(a);
  const std::string item = at.draft.add(Kind::policy);
  RelationRow& first = at.draft.relate(at.name(a), Verb::leads, item);
  switch (variant % 11) {
    case 0:  // a hand-over, to the day
      first.period.end = date("2025-09-01");
      at.lead(b, item).period.start = date("2025-09-01");
      break;
    case 1:
      at.draft.relate(at.name(b), Verb::co_leads, item);
      break;
    case 2:  // a department and its own role
      at.draft.relate(at.g.departments[a].roles[0], Verb::leads, item);
      break;
    case 3:
      at.lead(b, item).capacity = Capacity::presented;
      break;
    case 4:
      at.lead(b, item).capacity = Capacity::sro;
      break;
    case 5:  // a guess beside a stated lead
      at.lead(b, item).confidence = at.dice.share(30, 64);
      break;
    case 6:  // some time in this year from one to the other
      first.period.end = date("2026");
      at.lead(b, item).period.start = date("2026");
      break;
    case 7:  // a joint minister
      at.draft.relate(at.draft.add(Kind::role, {at.name(a), at.name(b)}), Verb::leads, item);
      break;
    case 8:
      at.draft.relate(at.draft.add(Kind::devolved_government), Verb::leads, item);
      break;
    case 9:
      at.lead(b, item);
      at.end(item);
      break;
    default:
      at.lead(b, item);
      at.deliver(item);
  }
}

// Missing leads.

inline void plant_no_lead(Ground& at, std::size_t variant) {
  const std::string item = at.draft.add(variant % 2 == 0 ? Kind::policy : Kind::programme);
  at.expect("no-lead", {item});
  switch (variant % 6) {
    case 0:
      for (std::size_t n = 0; n < 3; ++n)
        at.draft.relate(at.g.voice(at.g.any_department()), Verb::contributes_to, item);
      break;
    case 1:  // a forum coordinates and does not own
      at.draft.relate(at.dice.pick(at.g.forums), Verb::leads, item);
      break;
    case 2:
      at.draft.relate(at.g.whole, Verb::leads, item);
      break;
    case 3:
      at.lead(at.g.any_department(), item).capacity = Capacity::presented;
      break;
    case 4:  // leading the whole does not count
      at.draft.relate(item, Verb::part_of, at.g.led_item(at.g.any_department()));
      break;
    default: {  // nor does a mission that nobody leads
      const std::string mission = at.draft.add(Kind::mission);
      at.draft.entity(item).parents.push_back({mission, somewhere()});
      at.expect("no-lead", {mission});
    }
  }
}

inline void decoy_no_lead(Ground& at, std::size_t variant) {
  const std::string item = at.draft.add(Kind::policy);
  switch (variant % 6) {
    case 0:
      at.draft.entity(item).parents.push_back({at.name(at.g.any_department()), somewhere()});
      break;
    case 1:
      at.draft.entity(item).parents.push_back({at.dice.pick(at.g.missions), somewhere()});
      break;
    case 2:
      at.end(item);
      break;
    case 3:
      at.deliver(item);
      break;
    case 4:  // orphaned, which is another finding
      at.end(at.lead(at.g.any_department(), item));
      break;
    default:  // uncertain, which is another finding
      at.lead(at.g.any_department(), item).confidence = at.dice.share(30, 64);
  }
}

}  // namespace crosscut::planted
