// merge, abolish and split: one out of several, and several out of one.
#include <algorithm>
#include <optional>

#include "crosscut/edit/rows.h"
#include "crosscut/edit/step.h"

namespace crosscut {
namespace {

/// The map before all sentences has it, under this id or another.
bool is_of_map(const Step& step, const std::string& id) {
  const auto& rows = step.original.entities;
  const auto& now = step.result.now;
  return std::any_of(rows.begin(), rows.end(),
                     [&](const EntityRow& row) { return row.id == id; }) ||
         std::any_of(now.begin(), now.end(), [&](const auto& ids) { return ids.second == id; });
}

/// Only organisations become part of an organisation, and items of an item.
bool are_alike(Step& step, const SentenceIds& ids, const std::string& target) {
  const bool led = is_led(step.find.kind(target));
  bool ok = true;
  for (std::size_t i = 0; i < ids.size(); ++i) {
    if (is_led(step.find.kind(ids[i])) == led) continue;
    ok = false;
    if (led)
      step.find.is_organisation(step.edit.target, target, "name an organisation to take it over");
    else
      step.find.is_organisation(step.edit.subjects[i], ids[i],
                                "to say who leads it write: let " + target + " lead " + ids[i] +
                                    "; to end it: abolish " + ids[i]);
  }
  return ok;
}

/// What they become has their kind and stays where they were.
void add_merged(Step& step, const SentenceIds& ids) {
  Dataset& data = step.data();
  const EntityRow like = row_of(data, ids.front());
  std::vector<Reference> parents;
  for (const std::string& id : ids)
    for (const Reference& parent : row_of(data, id).parents)
      if (std::none_of(parents.begin(), parents.end(),
                       [&](const Reference& other) { return other.text == parent.text; }))
        parents.push_back(parent);
  add_entity(data, step.edit, like.kind);
  row_of(data, step.edit.target.text).parents = std::move(parents);
}

/// An older id of one of them, with a name, is their id again.
void name_merged(Step& step, const SentenceIds& ids, const std::string& target) {
  const Edit& edit = step.edit;
  const auto& same = step.data().same;
  const bool older = std::any_of(same.begin(), same.end(), [&](const SameRow& row) {
    return row.id.text == edit.target.text && row.same_as.text == target;
  });
  if (older && contains(ids, target))
    give_id(step, target, edit.target.text, edit.name);
  else
    row_of(step.data(), target).name = edit.name;
}

/// Of the one that is split: it leads it, or it is at home there.
bool belongs(const Step& step, const std::string& id, const std::string& whole) {
  const auto& parents = row_of(step.data(), id).parents;
  const auto& rows = step.data().relations;
  return step.is_of(id, whole) ||
         std::any_of(parents.begin(), parents.end(),
                     [&](const Reference& parent) { return parent.text == whole; }) ||
         std::any_of(rows.begin(), rows.end(), [&](const RelationRow& row) {
           return is_lead(row) && row.from.text == whole && row.to.text == id;
         });
}

/// What goes to each part; nothing, and all that is wrong said, where something cannot go.
std::optional<std::vector<SentenceIds>> find_parts(Step& step, const std::string& whole) {
  std::vector<SentenceIds> goes;
  bool ok = true;
  for (const SplitPart& part : step.edit.parts) {
    if (step.find.knows(part.id.text)) ok = step.find.find(part.id) && ok;
    const auto found = step.find.find_all(part.what);
    goes.push_back(found.value_or(SentenceIds{}));
    ok = found && ok;
    for (std::size_t i = 0; i < goes.back().size(); ++i) {
      const std::string& id = goes.back()[i];
      if (id == whole || !belongs(step, id, whole))
        ok = step.find.refuse(part.what[i].place, "\"" + id + "\" is not of \"" + whole + "\"",
                              "give it a sentence of its own: move " + id + " to " + part.id.text);
    }
  }
  const Kind kind = step.find.kind(whole);
  if (is_led(kind) &&
      std::any_of(goes.begin(), goes.end(), [](const auto& g) { return !g.empty(); }))
    ok = step.find.is_organisation(step.edit.subjects.front(), whole,
                                   "leave the lines out: all goes to the rest");
  return ok ? std::optional(goes) : std::nullopt;
}

/// The leads of the whole become the part's; those of what stays behind are no more.
void send_item(Step& step, const std::string& item, const std::string& whole,
               const std::string& part, const SentenceIds& together) {
  bool led = false;
  std::erase_if(step.data().relations, [&](RelationRow& row) {
    if (row.to.text != item || !is_lead(row) || !row.period.open_on(step.day)) return false;
    const std::string leader = row.from.text;
    if (leader == whole) row.from.text = part;
    led = led || leader == whole || contains(together, leader);
    return leader != whole && !contains(together, leader) && step.is_of(leader, whole);
  });
  if (!led) add_relation(step.data(), part, Verb::leads, item, step.edit);
}

void send(Step& step, const SentenceIds& ids, const std::string& whole, const std::string& part) {
  for (const std::string& id : ids) {
    if (is_led(step.find.kind(id))) {
      send_item(step, id, whole, part, ids);
      continue;
    }
    const auto& parents = row_of(step.data(), id).parents;
    const bool child = std::any_of(parents.begin(), parents.end(),
                                   [&](const Reference& parent) { return parent.text == whole; });
    set_parent(step.data(), id, part, child ? whole : "", step.edit, step.day);
  }
}

}  // namespace

void give_id(Step& step, const std::string& old_id, const std::string& id,
             const std::string& name) {
  EntityRow& row = row_of(step.data(), old_id);
  const auto& rows = step.original.entities;
  const auto before = std::find_if(rows.begin(), rows.end(),
                                   [&](const EntityRow& known) { return known.id == id; });
  if (before != rows.end() && before->kind == row.kind && old_id != id) {
    EntityRow again = *before;
    again.parents = row.parents;
    again.name = row.name;
    for (const Text& alias : row.aliases)
      if (std::find(again.aliases.begin(), again.aliases.end(), alias) == again.aliases.end())
        again.aliases.push_back(alias);
    row = std::move(again);
  }
  row.id = id;
  if (!name.empty()) row.name = name;
  std::erase(row.aliases, row.name);
  point_to(step.result, old_id, id);
}

bool merge(Step& step, const SentenceIds& ids) {
  const Edit& edit = step.edit;
  if (edit.target.text.empty()) {
    for (const std::string& id : ids) {
      step.note(id);
      remove(step.result, id);
    }
    return true;
  }
  const bool made =
      !step.find.knows(edit.target.text) && edit.kind == EditKind::merge && !edit.name.empty();
  const auto target = made ? std::optional(edit.target.text.str()) : step.find.find(edit.target);
  if (!target || !are_alike(step, ids, made ? ids.front() : *target)) return false;
  for (const std::string& id : ids) step.note(id);
  if (made) add_merged(step, ids);
  for (const std::string& id : ids)
    if (id != *target && find_row(step.data(), id) != nullptr)  // once
      join_into(step.result, id, *target, is_of_map(step, id));
  if (!made && !edit.name.empty()) name_merged(step, ids, *target);
  return true;
}

bool split(Step& step, const std::string& id) {
  const Edit& edit = step.edit;
  const auto goes = find_parts(step, id);
  if (!goes) return false;
  step.note(id);
  const EntityRow whole = row_of(step.data(), id);
  const auto id_of = [&](const std::string& text) {
    const auto known = step.graph.find(text);
    return known ? step.graph.entity(*known).id.str() : text;
  };
  for (std::size_t i = 0; i < edit.parts.size(); ++i) {
    const SplitPart& part = edit.parts[i];
    if (find_row(step.data(), id_of(part.id.text)) == nullptr) {
      Edit made = edit;
      made.target = part.id;
      made.name = part.name;
      add_entity(step.data(), made, whole.kind, &whole);
    }
    for (const std::string& what : (*goes)[i]) step.note(what);
    send(step, (*goes)[i], id, id_of(part.id.text));
  }
  const std::string rest = id_of(edit.target.text);
  if (rest != id) join_into(step.result, id, rest, is_of_map(step, id));
  return true;
}

}  // namespace crosscut
