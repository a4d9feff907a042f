#include "crosscut/edit/remainder.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "crosscut/base/unique.h"
#include "crosscut/model/items.h"

namespace crosscut {
namespace {

using Ids = std::vector<EntityId>;

bool share(const Ids& a, const Ids& b) {
  return std::any_of(a.begin(), a.end(),
                     [&](EntityId id) { return std::find(b.begin(), b.end(), id) != b.end(); });
}

class RemainderFinder {
 public:
  RemainderFinder(const Graph& before, const Graph& after, const Applied& change)
      : before_(before), after_(after), change_(change) {
    for (std::size_t i = 0; i < before.entity_count(); ++i)
      now_.push_back(now_of(before, EntityId(i), after, change));
  }

  Remainder run() {
    find_entities();
    find_relations();
    find_ownerless();
    find_reporting();
    find_boards();
    find_due_soon();
    return std::move(result_);
  }

 private:
  /// Departments before, as what they are now.
  Ids departments_before(EntityId id) const {
    Ids homes;
    for (const EntityId home : before_.departments(id))
      if (const auto now = now_[index_of(home)]) homes.push_back(*now);
    keep_unique(homes);
    return homes;
  }
  Ids departments_after(EntityId before_id) const {
    const auto now = now_[index_of(before_id)];
    if (!now) return {};
    const auto homes = after_.departments(*now);
    return {homes.begin(), homes.end()};
  }

  /// Of a department that is part of another now, or no more.
  bool in_merged(EntityId id) const {
    const auto homes = before_.departments(id);
    return std::any_of(homes.begin(), homes.end(), [&](EntityId home) {
      return is_merged(home) || change_.ended.contains(before_.entity(home).id);
    });
  }

  bool is_merged(EntityId id) const { return change_.merged.contains(before_.entity(id).id); }
  bool is_changed(EntityId id) const { return changed_[index_of(id)]; }

  /// Named by a sentence, of another id, or of another department than before.
  void find_entities() {
    changed_.assign(before_.entity_count(), false);
    for (std::size_t i = 0; i < before_.entity_count(); ++i) {
      const EntityId id{static_cast<std::uint32_t>(i)};
      if (!before_.open(id)) continue;
      const std::string& name = before_.entity(id).id;
      const Ids homes = departments_after(id);
      const bool elsewhere =
          departments_before(id) != homes || in_merged(id) || change_.ended.contains(name);
      if (!elsewhere && !change_.now.contains(name) && !change_.named.contains(name)) continue;
      changed_[i] = true;
      const auto departments = before_.departments(id);
      if (elsewhere || change_.now.contains(name))
        result_.entities.push_back(
            {id, now_[i], is_merged(id), {departments.begin(), departments.end()}, homes});
    }
  }

  using Key = std::tuple<EntityId, Verb, Capacity, EntityId>;
  using Row = std::tuple<std::uint32_t, std::uint32_t, std::uint32_t>;
  static Row row_of(const Place& place) { return {place.file, place.line, place.column}; }

  /// Of a relation before, with its ends as they are now; nothing when one is gone.
  std::optional<Key> key_now(const Relation& relation) const {
    const auto from = now_[index_of(relation.from)];
    const auto to = now_[index_of(relation.to)];
    if (!from || !to) return std::nullopt;
    return Key{*from, relation.verb, relation.capacity, *to};
  }

  /// Relations after: by what they say, and by the rows that say it.
  void index_after() {
    for (std::size_t i = 0; i < after_.relation_count(); ++i) {
      const RelationId id{static_cast<std::uint32_t>(i)};
      if (!after_.open(id)) continue;
      const Relation& relation = after_.relation(id);
      by_key_.emplace(Key{relation.from, relation.verb, relation.capacity, relation.to}, id);
      for (const Citation& citation : relation.citations)
        if (citation.place.known()) by_row_.emplace(row_of(citation.place), id);
    }
  }

  /// It says the same with its ends as they are now, or its row stands with other ends.
  std::optional<RelationId> became(const Relation& relation) const {
    if (const auto key = key_now(relation))
      if (const auto found = by_key_.find(*key); found != by_key_.end()) return found->second;
    for (const Citation& citation : relation.citations)
      if (const auto found = by_row_.find(row_of(citation.place)); found != by_row_.end())
        return found->second;
    return std::nullopt;
  }

  void find_relations() {
    index_after();
    std::vector<std::optional<RelationId>> now(before_.relation_count());
    std::map<RelationId, std::size_t> said;  // how many before say what one says after
    for (std::size_t i = 0; i < before_.relation_count(); ++i) {
      if (!before_.open(RelationId(i))) continue;
      now[i] = became(before_.relation(RelationId(i)));
      if (now[i]) ++said[*now[i]];
    }
    for (std::size_t i = 0; i < before_.relation_count(); ++i) {
      const RelationId id{static_cast<std::uint32_t>(i)};
      const Relation& relation = before_.relation(id);
      if (!before_.open(id) || (!is_changed(relation.from) && !is_changed(relation.to))) continue;
      const Fate fate = !now[i]                                              ? Fate::gone
                        : said.at(*now[i]) > 1                               ? Fate::doubled
                        : has_other_ends(relation, after_.relation(*now[i])) ? Fate::moved
                                                                             : fate_of(relation);
      result_.relations.push_back({id, fate, now[i]});
    }
    for (std::size_t i = 0; i < after_.relation_count(); ++i)
      if (after_.open(RelationId(i)) && !said.contains(RelationId(i)))
        result_.added.push_back(RelationId(static_cast<std::uint32_t>(i)));
  }

  /// Other than what its ends before are now: its sentence moved it.
  bool has_other_ends(const Relation& before, const Relation& after) const {
    return now_[index_of(before.from)] != after.from || now_[index_of(before.to)] != after.to;
  }

  Fate fate_of(const Relation& relation) const {
    const Ids from_before = departments_before(relation.from);
    const Ids to_before = departments_before(relation.to);
    const Ids from = departments_after(relation.from);
    const Ids to = departments_after(relation.to);
    const bool inside = share(from, to);
    // Two departments that are one now were two before, whatever they are called.
    const auto before_from = before_.departments(relation.from);
    const auto before_to = before_.departments(relation.to);
    const bool was_inside =
        share({before_from.begin(), before_from.end()}, {before_to.begin(), before_to.end()});
    const bool known = !before_from.empty() && !before_to.empty() && !from.empty() && !to.empty();
    if (known && inside && !was_inside) return Fate::internal;
    if (known && !inside && was_inside) return Fate::crossing;
    const bool as_before = from_before == from && to_before == to && !in_merged(relation.from) &&
                           !in_merged(relation.to) && !is_merged(relation.from) &&
                           !is_merged(relation.to);
    return as_before ? Fate::kept : Fate::moved;
  }

  void find_ownerless() {
    for (std::size_t i = 0; i < before_.entity_count(); ++i) {
      const EntityId id{static_cast<std::uint32_t>(i)};
      const auto now = now_[i];
      if (!now || !before_.open(id)) continue;
      const Kind kind = before_.entity(id).kind;
      if (is_live_item(before_, id) && !before_.home(id).owners.empty() &&
          after_.home(*now).owners.empty())
        result_.without_owner.push_back(*now);
      if (kind == Kind::body && !before_.departments(id).empty() &&
          after_.departments(*now).empty())
        result_.without_sponsor.push_back(*now);
    }
  }

  /// Who sponsors a body on record.
  static Ids sponsors(const Graph& graph, EntityId body) {
    Ids ids;
    for (const RelationId r : graph.in(body))
      if (graph.relation(r).verb == Verb::leads && graph.relation(r).capacity == Capacity::sponsor)
        ids.push_back(graph.relation(r).from);
    keep_unique(ids);
    return ids;
  }

  /// A parent that sponsors on record says no more than the parent.
  void find_reporting() {
    for (std::size_t i = 0; i < before_.entity_count(); ++i) {
      const EntityId id{static_cast<std::uint32_t>(i)};
      const auto now = now_[i];
      if (!now || !before_.open(id) || before_.entity(id).kind != Kind::body) continue;
      Ids were;
      for (const EntityId sponsor : sponsors(before_, id))
        if (const auto same = now_[index_of(sponsor)]) were.push_back(*same);
      keep_unique(were);
      const Ids are = sponsors(after_, *now);
      if (!are.empty() && are != were && departments_before(id) == departments_after(id))
        result_.reporting.push_back(*now);
    }
    keep_unique(result_.reporting);
  }

  static Ids seated(const Graph& graph, EntityId forum) {
    Ids homes;
    for (const RelationId r : graph.in(forum)) {
      const Relation& relation = graph.relation(r);
      if (relation.verb != Verb::member_of && relation.verb != Verb::chairs) continue;
      const auto departments = graph.departments(relation.from);
      homes.insert(homes.end(), departments.begin(), departments.end());
    }
    keep_unique(homes);
    return homes;
  }

  void find_boards() {
    for (std::size_t i = 0; i < before_.entity_count(); ++i) {
      const EntityId id{static_cast<std::uint32_t>(i)};
      const auto now = now_[i];
      if (now && before_.open(id) && before_.entity(id).kind == Kind::forum &&
          seated(before_, id).size() > 1 && seated(after_, *now).size() < 2)
        result_.boards_for_one.push_back(*now);
    }
  }

  void find_due_soon() {
    constexpr Day year = 366;
    const Day today = after_.as_at_day();
    for (const EntityChange& change : result_.entities) {
      const auto now = now_[index_of(change.before)];
      if (!now || !is_live_item(after_, *now)) continue;
      const PartialDate due = after_.entity(*now).due;
      if (due.given() && due.latest() >= today && due.earliest() <= today + year)
        result_.due_soon.push_back(*now);
    }
    keep_unique(result_.due_soon);
  }

  const Graph& before_;
  const Graph& after_;
  const Applied& change_;
  std::vector<std::optional<EntityId>> now_;
  std::vector<bool> changed_;
  std::map<Key, RelationId> by_key_;  // of the graph after
  std::map<Row, RelationId> by_row_;  // the same
  Remainder result_;
};

}  // namespace

std::optional<EntityId> now_of(const Graph& before, EntityId id, const Graph& after,
                               const Applied& change) {
  const std::string& name = before.entity(id).id;
  if (change.ended.contains(name)) return std::nullopt;
  const auto now = change.now.find(name);
  return after.find(now == change.now.end() ? name : now->second);
}

Remainder find_remainder(const Graph& before, const Graph& after, const Applied& change) {
  return RemainderFinder(before, after, change).run();
}

std::vector<FindingChange> compare_findings(const Report& before, const Report& after,
                                            const Applied& change) {
  using Key = std::pair<std::string_view, std::vector<EntityId>>;
  std::map<Key, const Finding*> known;
  for (const Finding& finding : before.findings) {
    std::vector<EntityId> subjects;
    for (const EntityId id : finding.subjects)
      if (const auto now = now_of(before.graph, id, after.graph, change)) subjects.push_back(*now);
    keep_unique(subjects);
    known.try_emplace({finding.card->id, subjects}, &finding);
  }
  std::vector<FindingChange> appear;
  std::vector<FindingChange> persist;
  for (const Finding& finding : after.findings) {
    std::vector<EntityId> subjects = finding.subjects;
    keep_unique(subjects);
    const auto found = known.find({finding.card->id, subjects});
    if (found == known.end()) {
      appear.push_back({Turn::appears, nullptr, &finding});
    } else {
      persist.push_back({Turn::persists, found->second, &finding});
      known.erase(found);
    }
  }
  std::vector<FindingChange> changes = std::move(appear);
  for (const Finding& finding : before.findings)
    for (const auto& [key, gone] : known)
      if (gone == &finding) changes.push_back({Turn::vanishes, &finding, nullptr});
  changes.insert(changes.end(), persist.begin(), persist.end());
  return changes;
}

}  // namespace crosscut
