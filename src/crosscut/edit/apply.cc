#include "crosscut/edit/apply.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "crosscut/base/text.h"
#include "crosscut/model/codes.h"
#include "crosscut/model/homes.h"

namespace crosscut {
namespace {

class Applier {
 public:
  Applier(const Dataset& dataset, const LinkOptions& options) : options_(options) {
    result_.dataset = dataset;
    relink();
    use_ids();
  }

  Applied run(const Scenario& scenario) {
    for (const Edit& edit : scenario.edits) {
      if (!edit_map(edit)) continue;
      relink();
    }
    return std::move(result_);
  }

 private:
  Dataset& data() { return result_.dataset; }
  const std::string& id_of(EntityId id) const { return graph_.entity(id).id; }

  void relink() { graph_ = link(data(), options_).graph; }

  /// Names and aliases in references become ids, so that a sentence changes them by id.
  void use_ids() {
    const auto use = [&](Reference& reference) {
      if (const auto found = graph_.find(reference.text)) reference.text = id_of(*found);
    };
    for (RelationRow& row : data().relations) {
      use(row.from);
      use(row.to);
    }
    for (EntityRow& row : data().entities)
      for (Reference& parent : row.parents) use(parent);
  }

  void report(std::string_view code, const Place& place, const std::string& message,
              std::string hint) {
    result_.diagnostics.push_back(diagnose(code, place, message, std::move(hint)));
  }

  std::optional<EntityId> find(const Reference& reference) {
    if (const auto found = graph_.find(reference.text)) return found;
    std::vector<std::string_view> known;
    for (const Entity& entity : graph_.entities()) {
      known.push_back(entity.id);
      known.push_back(entity.name);
    }
    const auto close = nearest(reference.text, known);
    report("unknown-id", reference.place, "unknown entity \"" + shorten(reference.text, 60) + "\"",
           close ? "did you mean \"" + *close + "\"?"
                 : "give an id, a name or an alias; a sentence above may create it");
    return std::nullopt;
  }

  /// All of them, or nothing with every unknown one reported.
  std::optional<std::vector<EntityId>> find_all(const std::vector<Reference>& references) {
    std::vector<EntityId> ids;
    for (const Reference& reference : references)
      if (const auto id = find(reference)) ids.push_back(*id);
    if (ids.size() < references.size()) return std::nullopt;
    return ids;
  }

  bool edit_map(const Edit& edit) {
    if (edit.kind == EditKind::create) return create(edit);
    const auto subjects = find_all(edit.subjects);
    if (edit.kind == EditKind::rename) return subjects && rename(edit, subjects->front());
    if (edit.kind == EditKind::split) return subjects && split(edit, id_of(subjects->front()));
    const bool may_be_new = edit.kind == EditKind::merge && !graph_.find(edit.target.text);
    if (may_be_new && edit.name.empty()) {
      find(edit.target);  // says that it is unknown
      return false;
    }
    if (!subjects) return false;
    std::vector<std::string> ids;  // linking again gives entities other numbers
    for (const EntityId subject : *subjects) {
      ids.push_back(id_of(subject));
      note(ids.back());
    }
    if (may_be_new) add_merged(edit, ids);
    const auto target = may_be_new ? graph_.find(edit.target.text) : find(edit.target);
    return target && carry_out(edit, ids, std::string(id_of(*target)));
  }

  bool carry_out(const Edit& edit, const std::vector<std::string>& ids, const std::string& to) {
    switch (edit.kind) {
      case EditKind::move:
        return move(edit, ids, to);
      case EditKind::merge:
      case EditKind::abolish:
        for (const std::string& id : ids)
          if (id != to) replace(id, to);
        return true;
      case EditKind::lead:
        lead(ids.front(), to, edit);
        return true;
      case EditKind::add:
        add_relation(ids.front(), edit.verb, to, edit);
        return true;
      case EditKind::end:
        return end(edit, ids.front(), to);
      case EditKind::create:
      case EditKind::rename:
      case EditKind::split:
        break;
    }
    return false;
  }

  /// An entity of the map before that a sentence changes, by the id that it had there.
  void note(const std::string& id) {
    for (const auto& [before, after] : result_.now)
      if (after == id) result_.named.insert(before);
    result_.named.insert(id);
  }

  bool create(const Edit& edit) {
    if (const auto there = graph_.find(edit.target.text)) {
      report("duplicate-id", edit.target.place, "the map has \"" + id_of(*there) + "\" already",
             "give it another id");
      return false;
    }
    add_entity(edit, edit.new_kind);
    return true;
  }

  void add_entity(const Edit& edit, Kind kind) {
    EntityRow row;
    row.id = edit.target.text;
    row.name = edit.name.empty() ? row.id : edit.name;
    row.kind = kind;
    row.period.start = edit.on;
    row.place = edit.target.place;
    row.kind_place = edit.target.place;
    data().entities.push_back(std::move(row));
    relink();
  }

  /// What they become has their kind and stays where they were.
  void add_merged(const Edit& edit, const std::vector<std::string>& ids) {
    std::vector<Reference> parents;
    for (const std::string& id : ids)
      for (const Reference& parent : row_of(id).parents)
        if (std::none_of(parents.begin(), parents.end(),
                         [&](const Reference& other) { return other.text == parent.text; }))
          parents.push_back(parent);
    add_entity(edit, row_of(ids.front()).kind);
    row_of(edit.target.text).parents = std::move(parents);
  }

  EntityRow& row_of(const std::string& id) {
    return *std::find_if(data().entities.begin(), data().entities.end(),
                         [&](const EntityRow& row) { return row.id == id; });
  }

  bool move(const Edit& edit, const std::vector<std::string>& ids, const std::string& to) {
    std::optional<EntityId> from;
    if (!edit.from.text.empty()) {
      from = find(edit.from);
      if (!from) return false;
    }
    for (const std::string& id : ids) {
      if (is_item(graph_.entity(*graph_.find(id)).kind))
        lead(id, to, edit, from);
      else
        move_organisation(id, to, edit);
    }
    return true;
  }

  /// Each part takes what is named; the rest, and what is said of the one that is split, goes to
  /// the target.
  bool split(const Edit& edit, const std::string id) {  // a copy: linking again frees the names
    note(id);
    for (const Part& part : edit.parts)
      if (!graph_.find(part.id.text)) {
        Edit create = edit;
        create.target = part.id;
        create.name = part.name;
        add_entity(create, graph_.entity(*graph_.find(id)).kind);
      }
    for (const Part& part : edit.parts) {
      const auto what = find_all(part.what);
      if (!what) return false;
      std::vector<std::string> ids;
      for (const EntityId moved : *what) ids.push_back(id_of(moved));
      Edit step = edit;
      step.target = part.id;
      move(step, ids, id_of(*graph_.find(part.id.text)));
    }
    const std::string rest = id_of(*graph_.find(edit.target.text));
    if (rest != id) replace(id, rest);
    return true;
  }

  /// Its parent is another; so are its sponsor and what it is part of, where these were its parent.
  void move_organisation(const std::string& id, const std::string& to, const Edit& edit) {
    std::vector<Reference>& parents = row_of(id).parents;
    const auto was_parent = [&](const Reference& reference) {
      return std::any_of(parents.begin(), parents.end(),
                         [&](const Reference& parent) { return parent.text == reference.text; });
    };
    for (RelationRow& row : data().relations) {
      const bool sponsors = row.verb == Verb::leads && row.capacity == Capacity::sponsor;
      if (sponsors && row.to.text == id && was_parent(row.from)) row.from.text = to;
      if (row.verb == Verb::part_of && row.from.text == id && was_parent(row.to)) row.to.text = to;
    }
    parents = {{to, edit.target.place}};
  }

  /// `to` leads the item in place of those who led it, or of those at home in `from`.
  void lead(const std::string& item, const std::string& to, const Edit& edit,
            std::optional<EntityId> from = std::nullopt) {
    const auto goes = [&](const RelationRow& row) {
      if (row.to.text != item) return false;
      if (row.verb != Verb::leads && row.verb != Verb::co_leads) return false;
      const auto leader = graph_.find(row.from.text);
      if (!leader || row.from.text == to) return row.from.text == to && row.verb == Verb::leads;
      if (!from) return true;
      const auto& owners = graph_.home(*leader).owners;
      return *leader == *from || std::find(owners.begin(), owners.end(), *from) != owners.end();
    };
    std::erase_if(data().relations, goes);
    add_relation(item, Verb::leads, to, edit, true);
  }

  void add_relation(const std::string& from, Verb verb, const std::string& to, const Edit& edit,
                    bool backward = false) {
    RelationRow row;
    row.from = {backward ? to : from, edit.place};
    row.to = {backward ? from : to, edit.place};
    row.verb = verb;
    row.period.start = edit.on;
    row.place = edit.place;
    data().relations.push_back(std::move(row));
  }

  bool end(const Edit& edit, const std::string& from, const std::string& to) {
    const std::size_t ended = std::erase_if(data().relations, [&](const RelationRow& row) {
      return row.from.text == from && row.verb == edit.verb && row.to.text == to;
    });
    if (ended > 0) return true;
    report("unknown-change", edit.place, "we found no such relation in the map",
           "crosscut show lists the relations of an entity");
    return false;
  }

  /// Every mention of one entity becomes one of the other; what it did to itself is no more.
  void replace(const std::string& old_id, const std::string& id) {
    for (const auto& [before, after] : result_.now)
      if (after == old_id) result_.merged.insert(before);
    result_.merged.insert(old_id);
    EntityRow& kept = row_of(id);
    const EntityRow& gone = row_of(old_id);
    kept.aliases.push_back(gone.name);
    kept.aliases.insert(kept.aliases.end(), gone.aliases.begin(), gone.aliases.end());
    std::erase_if(data().entities, [&](const EntityRow& row) { return row.id == old_id; });
    point_to(old_id, id);
    std::erase_if(data().relations,
                  [&](const RelationRow& row) { return row.from.text == row.to.text; });
  }

  bool rename(const Edit& edit, EntityId subject) {
    const std::string old_id = id_of(subject);
    note(old_id);
    const auto there = graph_.find(edit.target.text);
    if (there && *there != subject) {  // its own older id it may have again
      report("duplicate-id", edit.target.place, "the map has \"" + edit.target.text + "\" already",
             "give it another id");
      return false;
    }
    EntityRow& row = row_of(old_id);
    row.id = edit.target.text;
    if (!edit.name.empty()) row.name = edit.name;
    point_to(old_id, row.id);
    return true;
  }

  void point_to(const std::string& old_id, const std::string& id) {
    const auto point = [&](Reference& reference) {
      if (reference.text == old_id) reference.text = id;
    };
    for (RelationRow& row : data().relations) {
      point(row.from);
      point(row.to);
    }
    for (EntityRow& row : data().entities) {
      for (Reference& parent : row.parents) point(parent);
      std::erase_if(row.parents, [&](const Reference& parent) { return parent.text == row.id; });
    }
    for (SameRow& row : data().same) point(row.same_as);
    data().same.push_back({{old_id, {}}, {id, {}}, ""});
    std::erase_if(data().same, [](const SameRow& row) { return row.id.text == row.same_as.text; });
    result_.now[old_id] = id;
    for (auto& [before, after] : result_.now)
      if (after == old_id) after = id;
    std::erase_if(result_.now, [](const auto& names) { return names.first == names.second; });
  }

  LinkOptions options_;
  Graph graph_;
  Applied result_;
};

}  // namespace

Applied apply(const Dataset& dataset, const Scenario& scenario, const LinkOptions& options) {
  return Applier(dataset, options).run(scenario);
}

}  // namespace crosscut
