// A plausible government in which no lens that the plants are for has anything to find: departments
// that meet in overlapping forums, bodies, roles, missions, targets and work with dense relations.
//
//   Government government({7, 300});
//   government.build();          // then plant faults in it (plants.h)
#pragma once

#include "draft.h"

namespace crosscut::planted {

struct Recipe {
  std::uint64_t seed = 1;
  std::size_t entities = 300;
  bool cabinet = false;  // one forum seats every department
};

struct Department {
  std::string id;
  std::vector<std::string> bodies;
  std::vector<std::string> roles;
};

struct Item {
  std::string id;
  std::size_t home = 0;  // index into departments
};

class Government {
 public:
  explicit Government(const Recipe& made_by) : recipe(made_by), draft(made_by.seed) {}

  void build() {
    whole = draft.add(Kind::body);
    const std::size_t main = std::max<std::size_t>(10, recipe.entities / 60);
    for (std::size_t i = 0; i < main; ++i) add_department();
    mainland = main;
    for (std::size_t i = 0; i < recipe.entities / 40; ++i)
      partners.push_back(draft.add(draft.dice.chance(50) ? Kind::partner : Kind::council));
    reserve_pairs();
    add_forums();
    add_items(recipe.entities * 45 / 100 - 60);  // the rest is for plants
    add_aims();
    add_work();
  }

  /// One forum that seats every department; to be called when there are no more to come.
  void seat_cabinet() {
    const std::string cabinet = draft.add(Kind::forum);
    for (const Department& d : departments) draft.relate(d.id, Verb::member_of, cabinet);
  }

  // What plants build with.

  /// A department with a body and a role or more; its index.
  std::size_t add_department() {
    Department department;
    department.id = draft.add(Kind::department, {whole});
    for (std::size_t i = draft.dice.between(1, 3); i > 0; --i)
      department.bodies.push_back(draft.add(Kind::body, {department.id}));
    for (std::size_t i = draft.dice.between(1, 2); i > 0; --i)
      department.roles.push_back(draft.add(Kind::role, {department.id}));
    departments.push_back(std::move(department));
    return departments.size() - 1;
  }

  /// Somebody who speaks for the department: itself, a body or a role.
  const std::string& voice(std::size_t department) {
    const Department& d = departments[department];
    const std::size_t roll = draft.dice.below(10);
    return roll < 6 ? d.id : draft.dice.pick(roll < 8 ? d.bodies : d.roles);
  }

  /// An item that the department leads.
  std::string led_item(std::size_t department, Kind kind = Kind::policy) {
    const std::string id = draft.add(kind);
    draft.relate(voice(department), Verb::leads, id);
    return id;
  }

  std::size_t any_department() { return draft.dice.below(mainland); }
  std::size_t other_department(std::size_t than) {
    return (than + draft.dice.between(1, mainland - 1)) % mainland;
  }
  /// A department that shares a table with this one.
  std::size_t friend_of(std::size_t department) {
    return (department + draft.dice.between(1, 2)) % mainland;
  }

  bool meet(std::size_t a, std::size_t b) const { return meets_.contains(std::minmax(a, b)); }
  void seat(const std::vector<std::size_t>& seats, const std::string& forum) {
    for (const std::size_t a : seats) {
      for (const std::size_t b : seats) meets_.insert(std::minmax(a, b));
      draft.relate(voice(a), draft.dice.chance(10) ? Verb::chairs : Verb::member_of, forum);
    }
  }
  void coordinate(std::size_t a, std::size_t b) {
    draft.relate(departments[a].id, Verb::coordinates_with, departments[b].id);
    meets_.insert(std::minmax(a, b));
  }

  /// Items of background work led from departments that `keep` accepts, each once.
  template <typename Keep>
  std::vector<Item> work_of(std::size_t count, Keep keep) {
    std::vector<Item> found;
    for (std::size_t i = draft.dice.below(work.size()), tried = 0;
         tried < work.size() && found.size() < count; ++i, ++tried)
      if (const Item& item = work[i % work.size()]; keep(item)) found.push_back(item);
    return found;
  }

  /// Two mainland departments that share no table; each pair is given once.
  std::pair<std::size_t, std::size_t> strangers() {
    const auto pair = reserved_.back();
    reserved_.pop_back();
    return pair;
  }
  /// One more item waits for it, unless it already has as many as it may.
  bool take_load(const std::string& id) { return load_[id] < most_load && ++load_[id] > 0; }

  bool has_strangers() const { return !reserved_.empty(); }

  Recipe recipe;
  Draft draft;
  std::string whole;  // the government as a whole
  std::vector<Department> departments;
  std::size_t mainland = 0;  // departments 0 .. mainland - 1 sit on the ring of forums
  std::vector<std::string> partners, forums, missions;
  std::vector<Item> work, targets;

 private:
  static constexpr std::size_t most_load = 3;  // one fewer than a bottleneck takes

  /// Pairs that the ring of forums (distances 1 to 3) leaves apart stay apart.
  void reserve_pairs() {
    for (std::size_t a = 0; a < mainland; ++a)
      for (std::size_t apart = 4; apart <= mainland / 2; ++apart) {
        const std::size_t b = (a + apart) % mainland;
        kept_apart_.insert(std::minmax(a, b));
      }
    std::vector<std::pair<std::size_t, std::size_t>> pairs(kept_apart_.begin(), kept_apart_.end());
    draft.dice.shuffle(pairs);
    pairs.resize(std::min(pairs.size(), 2 * std::max<std::size_t>(5, recipe.entities / 100)));
    kept_apart_ = {pairs.begin(), pairs.end()};
    reserved_ = std::move(pairs);
  }

  bool may_sit(const std::vector<std::size_t>& seats, std::size_t more) const {
    return std::none_of(seats.begin(), seats.end(), [&](std::size_t seat) {
      return seat == more || kept_apart_.contains(std::minmax(seat, more));
    });
  }

  /// A ring of forums that no single loss can break, and some more.
  void add_forums() {
    for (std::size_t k = 0; k < mainland; ++k) {
      forums.push_back(draft.add(Kind::forum));
      seat({k, (k + 1) % mainland, (k + 3) % mainland}, forums.back());
      draft.relate(departments[k].id, Verb::member_of, forums.back());
    }
    for (std::size_t k = 0; k < recipe.entities / 60; ++k) {
      forums.push_back(draft.add(Kind::forum));
      std::vector<std::size_t> seats;
      for (std::size_t tries = 0; tries < 12 && seats.size() < 5; ++tries)
        if (const std::size_t d = any_department(); may_sit(seats, d)) seats.push_back(d);
      seat(seats, forums.back());
      draft.relate(draft.dice.pick(partners), Verb::member_of, forums.back());
    }
    for (std::size_t k = 0; k < mainland / 3; ++k) coordinate(k, (k + 2) % mainland);
  }

  /// Work in the order of its dates, so that what needs what is never late and never a circle.
  void add_items(std::size_t count) {
    constexpr std::size_t months = 96;
    for (std::size_t i = 0; i < count; ++i) {
      const std::size_t roll = draft.dice.below(20);
      const Kind kind = roll < 10 ? Kind::policy : roll < 18 ? Kind::programme : Kind::fund;
      const std::size_t home = any_department();
      work.push_back({led_item(home, kind), home});
      const std::size_t month = i * months / count;
      PartialDate due{static_cast<std::int16_t>(2027 + month / 12), 0, 0};
      if (draft.dice.chance(50)) due.month = static_cast<std::uint8_t>(month % 12 + 1);
      if (draft.dice.chance(70)) draft.entity(work.back().id).due = due;
    }
  }

  void add_aims() {
    for (std::size_t i = 0; i < std::max<std::size_t>(3, recipe.entities / 150); ++i) {
      missions.push_back(led_item(any_department(), Kind::mission));
      draft.entity(missions.back()).due = date("2035");
    }
    for (std::size_t i = 0; i < recipe.entities / 25; ++i) {
      const std::size_t home = any_department();
      targets.push_back({led_item(home, Kind::target), home});
      EntityRow& row = draft.entity(targets.back().id);
      row.due = date("2034");
      row.measure = "a rate";
      row.parents.push_back({draft.dice.pick(missions), somewhere()});
    }
  }

  void add_work() {
    for (std::size_t i = 0; i < work.size(); ++i) {
      add_needs(i);
      add_people(work[i]);
      add_aims_and_pulls(i);
    }
  }

  void add_needs(std::size_t i) {
    for (std::size_t n = draft.dice.below(4); n > 0 && i > 0; --n) {
      const Item& needed = work[draft.dice.below(i)];
      if (needed.home != work[i].home && !meet(needed.home, work[i].home)) continue;
      if (take_load(needed.id)) draft.relate(work[i].id, Verb::depends_on, needed.id);
    }
    const std::size_t near = draft.dice.chance(50) ? work[i].home : friend_of(work[i].home);
    const std::string& body = draft.dice.pick(departments[near].bodies);
    if (draft.dice.chance(25) && take_load(body)) draft.relate(work[i].id, Verb::depends_on, body);
    const std::string& judge = voice(any_department());
    if (draft.dice.chance(20) && take_load(judge)) draft.relate(judge, Verb::approves, work[i].id);
    const std::string& brake = draft.dice.pick(partners);
    if (draft.dice.chance(10) && take_load(brake))
      draft.relate(brake, Verb::constrains, work[i].id);
  }

  void add_people(const Item& item) {
    draft.relate(draft.dice.pick(departments[item.home].bodies), Verb::delivers, item.id);
    for (std::size_t n = draft.dice.between(1, 3); n > 0; --n)
      draft.relate(voice(other_department(item.home)), Verb::contributes_to, item.id);
    if (draft.dice.chance(40)) draft.relate(voice(any_department()), Verb::consulted_on, item.id);
    if (draft.dice.chance(30)) draft.relate(departments[any_department()].id, Verb::funds, item.id);
    if (draft.dice.chance(15))
      draft.relate(draft.dice.pick(partners), Verb::contributes_to, item.id);
  }

  void add_aims_and_pulls(std::size_t i) {
    const Item& other = work[draft.dice.below(work.size())];
    draft.relate(work[i].id, Verb::advances, draft.dice.pick(targets).id);
    if (draft.dice.chance(10)) draft.relate(work[i].id, Verb::advances, draft.dice.pick(missions));
    if (other.id == work[i].id) return;
    if (draft.dice.chance(30)) draft.relate(work[i].id, Verb::reinforces, other.id);
    // Between work, a constraint of any size and a conflict of size 1 are no trade-off; what a fund
    // constrains waits for it.
    if (draft.dice.chance(20) && !work[i].id.starts_with(info(Kind::fund).word))
      draft.relate(work[i].id, Verb::constrains, other.id).strength =
          static_cast<int>(draft.dice.between(1, 3));
    if (draft.dice.chance(10)) draft.relate(work[i].id, Verb::conflicts_with, other.id);
  }

  std::set<std::pair<std::size_t, std::size_t>> meets_, kept_apart_;
  std::vector<std::pair<std::size_t, std::size_t>> reserved_;
  std::map<std::string, std::size_t> load_;
};

}  // namespace crosscut::planted
