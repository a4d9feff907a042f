// A generated government with what is planted in it so far, and what every plant builds with.
#pragma once

#include "government.h"

namespace crosscut::planted {

using Ids = std::vector<std::string>;

struct Ground {
  explicit Ground(const Recipe& recipe) : g(recipe), draft(g.draft), dice(g.draft.dice) {
    g.build();
  }

  /// The lens is to find this, and nothing that is not expected.
  void expect(std::string_view lens, const Ids& subjects) {
    std::string id(lens);
    for (std::size_t i = 0; i < subjects.size(); ++i) id += (i == 0 ? ":" : "+") + subjects[i];
    plants.insert(std::move(id));
  }
  const std::string& name(std::size_t department) { return g.departments[department].id; }
  RelationRow& lead(std::size_t department, const std::string& item) {
    return draft.relate(g.voice(department), Verb::leads, item);
  }
  static void end(RelationRow& row) { row.period.end = date("2025-03"); }
  void end(const std::string& id) { draft.entity(id).period.end = date("2025-03"); }
  void deliver(const std::string& id) { draft.entity(id).status = "delivered"; }
  void expect_gap(std::size_t a, std::size_t b) {
    Ids pair = {name(a), name(b)};
    std::sort(pair.begin(), pair.end());
    expect("coordination-gap", pair);
  }

  Government g;
  Draft& draft;
  Dice& dice;
  std::set<std::string> plants;  // ids of findings (model/finding.h)
};

}  // namespace crosscut::planted
