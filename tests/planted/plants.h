// Known faults, planted in a generated government, and decoys beside them that must not fire.
//
//   const Planted map = plant({.seed = 7, .entities = 300});
//   map.plants   -> {"no-lead:policy-151", ...}, ids of findings (model/finding.h)
#pragma once

#include <array>

#include "bottleneck_plants.h"
#include "meeting_plants.h"
#include "ownership_plants.h"
#include "work_plants.h"

namespace crosscut::planted {

struct Planted {
  Dataset data;
  std::set<std::string> plants;
};

inline Planted plant(const Recipe& recipe) {
  constexpr std::array plants = {plant_bottleneck, decoy_bottleneck, plant_rivals,
                                 decoy_rivals,     plant_no_lead,    decoy_no_lead,
                                 plant_circle,     decoy_circle,     plant_late,
                                 decoy_late,       plant_trade_off,  decoy_trade_off};
  Ground at(recipe);
  const std::size_t many = std::max<std::size_t>(3, recipe.entities / 150);
  const std::size_t few = std::max<std::size_t>(1, recipe.entities / 350);
  const std::size_t turn = at.dice.below(60);  // which variants a small map gets
  for (std::size_t i = 0; i < few; ++i) {
    plant_silo(at, turn + i);
    plant_cut_point(at, turn + i);
  }
  for (std::size_t i = 0; i < many; ++i) {
    for (const auto& add : plants) add(at, turn + i);
    if (at.g.has_strangers()) plant_gap(at, turn + i);
    if (at.g.has_strangers()) decoy_gap(at, turn + i);
  }
  if (recipe.cabinet) at.g.seat_cabinet();
  while (at.draft.data.entities.size() < recipe.entities) at.g.led_item(at.g.any_department());
  return {std::move(at.draft.data), std::move(at.plants)};
}

}  // namespace crosscut::planted
