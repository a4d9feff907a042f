// create, rename, add and end.
#include <algorithm>

#include "crosscut/edit/rows.h"
#include "crosscut/edit/step.h"

namespace crosscut {

void Step::note(const std::string& id) const {
  for (const auto& [before, after] : result.now)
    if (after == id) result.named.insert(before);
  result.named.insert(id);
}

bool Step::is_of(const std::string& id, const std::string& owner) const {
  if (id == owner) return true;
  const auto found = graph.find(id);
  const auto home = graph.find(owner);
  if (!found || !home) return false;
  const auto& owners = graph.home(*found).owners;
  return std::find(owners.begin(), owners.end(), *home) != owners.end();
}

bool contains(const SentenceIds& ids, const std::string& id) {
  return std::find(ids.begin(), ids.end(), id) != ids.end();
}

bool is_lead(const RelationRow& row) {
  return row.verb == Verb::leads || row.verb == Verb::co_leads;
}

bool create(Step& step, const SentenceIds& members) {
  const Edit& edit = step.edit;
  const std::string& id = edit.target.text;
  if (const auto there = step.graph.find(id))
    return step.find.refuse(edit.target.place,
                            "the map has \"" + step.graph.entity(*there).id + "\" already",
                            "give it another id", "duplicate-id");
  bool ok = true;
  for (std::size_t i = 0; i < members.size(); ++i)
    if (!step.find.is_organisation(edit.subjects[i], members[i],
                                   "name departments, bodies and others that can sit on a board"))
      ok = false;
  if (!ok) return false;
  add_entity(step.data(), edit, edit.new_kind);
  for (std::size_t i = 0; i < members.size(); ++i)
    if (std::find(members.begin(), members.begin() + static_cast<std::ptrdiff_t>(i), members[i]) ==
        members.begin() + static_cast<std::ptrdiff_t>(i))  // each once
      add_relation(step.data(), members[i], Verb::member_of, id, edit);
  return true;
}

bool rename(Step& step, const std::string& id) {
  const Reference& target = step.edit.target;
  const auto there = step.graph.find(target.text);
  if (there && step.graph.entity(*there).id != id)  // its own older id it may have again
    return step.find.refuse(target.place, "the map has \"" + target.text + "\" already",
                            "give it another id", "duplicate-id");
  step.note(id);
  give_id(step, id, target.text, step.edit.name);
  return true;
}

bool add(Step& step, const std::string& from, const std::string& to) {
  add_relation(step.data(), from, step.edit.verb, to, step.edit);
  return true;
}

bool end(Step& step, const std::string& from, const std::string& to) {
  const auto is_it = [&](const RelationRow& row) {
    return row.from.text == from && row.verb == step.edit.verb && row.to.text == to;
  };
  auto& rows = step.data().relations;
  const std::size_t ended = std::erase_if(
      rows, [&](const RelationRow& row) { return is_it(row) && row.period.open_on(step.day); });
  if (ended > 0) return true;
  const auto ever = std::find_if(rows.begin(), rows.end(), is_it);
  if (ever == rows.end())
    return step.find.refuse(step.edit.place, "we found no such relation in the map",
                            "crosscut show lists the relations of an entity");
  const Period& period = ever->period;
  const std::string dates = (period.start.given() ? " from " + write_date(period.start) : "") +
                            (period.end.given() ? " to " + write_date(period.end) : "");
  return step.find.refuse(step.edit.place, "the relation does not hold on that day",
                          "the map has it" + (dates.empty() ? " as ended" : dates));
}

}  // namespace crosscut
