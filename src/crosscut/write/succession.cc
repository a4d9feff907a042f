#include "crosscut/write/succession.h"

#include <algorithm>
#include <map>
#include <tuple>

namespace crosscut {
namespace {

/// Two dates that may mean days at most a month apart: closing on 31 March and opening on 1 April
/// is one event.
bool is_about(const PartialDate& a, const PartialDate& b) {
  constexpr Day month = 31;
  return a.given() && b.given() && a.earliest() <= b.latest() + month &&
         b.earliest() <= a.latest() + month;
}

PartialDate date_of(const Graph& graph, const Relation& relation) {
  if (relation.period.start.given()) return relation.period.start;
  const PartialDate began = graph.entity(relation.from).period.start;
  return began.given() ? began : graph.entity(relation.to).period.end;
}

/// Of a succession among all: one became one, joined another, was split, or gave up a part.
void set_roles(std::vector<Succession>& all) {
  std::map<EntityId, std::size_t> heirs, origins;
  for (const Succession& s : all) {
    if (s.ended) ++heirs[s.before];
    if (s.began) ++origins[s.after];
  }
  for (Succession& s : all)
    s.role = !s.ended                           ? LineRole::gave_part
             : heirs[s.before] > 1              ? LineRole::split_into
             : s.began && origins[s.after] == 1 ? LineRole::became
                                                : LineRole::merged_into;
}

/// Steps from the subject, backwards or forwards in time. An entity is passed on from the earliest
/// (or latest) day on which it can be reached.
class Walk {
 public:
  Walk(const std::vector<Succession>& all, bool back) : all_(all), back_(back) {}

  void run(EntityId subject, std::size_t depth, std::vector<char>& used) const {
    std::map<EntityId, Day> reached = {{subject, back_ ? last_day : first_day}};
    for (std::size_t step = 0; step < depth; ++step) {
      const std::map<EntityId, Day> before = reached;
      for (std::size_t i = 0; i < all_.size(); ++i) {
        const Succession& s = all_[i];
        const auto from = before.find(back_ ? s.after : s.before);
        if (from == before.end() || !(back_ ? s.day <= from->second : s.day >= from->second))
          continue;
        used[i] = 1;
        const EntityId to = back_ ? s.before : s.after;
        const auto [place, is_new] = reached.emplace(to, s.day);
        if (!is_new)
          place->second = back_ ? std::max(place->second, s.day) : std::min(place->second, s.day);
      }
      if (reached == before) return;
    }
  }

 private:
  const std::vector<Succession>& all_;
  bool back_;
};

}  // namespace

Successions find_successions(const Graph& graph) {
  Successions result;
  for (std::size_t i = 0; i < graph.relation_count(); ++i) {
    const RelationId id{static_cast<std::uint32_t>(i)};
    const Relation& relation = graph.relation(id);
    if (relation.verb != Verb::succeeds || relation.from == relation.to) continue;
    Succession s;
    s.relation = id;
    s.before = relation.to;
    s.after = relation.from;
    s.date = date_of(graph, relation);
    s.day = s.date.earliest();
    if (!s.date.given()) {
      result.undated.push_back(id);
      continue;
    }
    if (s.day > graph.as_at_day()) {
      result.later.push_back(id);
      continue;
    }
    const Period& old = graph.entity(s.before).period;
    s.ended = is_about(old.end, s.date) && old.end.earliest() <= graph.as_at_day();
    s.began = is_about(graph.entity(s.after).period.start, s.date);
    result.dated.push_back(s);
  }
  set_roles(result.dated);
  std::sort(result.dated.begin(), result.dated.end(), [](const Succession& a, const Succession& b) {
    return std::tuple(a.day, a.before, a.after, a.relation) <
           std::tuple(b.day, b.before, b.after, b.relation);
  });
  return result;
}

std::vector<Succession> line_of_descent(const std::vector<Succession>& all, EntityId subject,
                                        std::size_t depth) {
  std::vector<char> used(all.size(), 0);
  for (const bool back : {true, false}) Walk(all, back).run(subject, depth, used);
  std::vector<Succession> line;
  for (std::size_t i = 0; i < all.size(); ++i)
    if (used[i]) line.push_back(all[i]);
  return line;
}

}  // namespace crosscut
