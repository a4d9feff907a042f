#include "crosscut/plan/convene.h"

#include <algorithm>
#include <map>

#include "crosscut/base/unique.h"
#include "crosscut/lens/meetings.h"
#include "crosscut/lens/weigh.h"
#include "crosscut/model/homes.h"
#include "crosscut/model/items.h"
#include "crosscut/model/names.h"

namespace crosscut {
namespace {

constexpr double presumed_confidence = 0.5;

bool contains(std::span<const EntityId> ids, EntityId id) {
  return std::find(ids.begin(), ids.end(), id) != ids.end();
}

/// What a relation into the item says of its subject; nothing when it gives no part.
std::optional<Part> part_of_subject(const Relation& relation) {
  if (relation.capacity == Capacity::presented) return Part::contributes;
  switch (relation.verb) {
    case Verb::leads:
      return Part::leads;
    case Verb::co_leads:
      return Part::co_leads;
    case Verb::delivers:
      return Part::delivers;
    case Verb::funds:
      return Part::funds;
    case Verb::approves:
    case Verb::clears:
    case Verb::regulates:
      return Part::must_agree;
    case Verb::depends_on:
      return Part::waits;
    case Verb::constrains:
    case Verb::conflicts_with:
      return Part::pulls;
    case Verb::part_of:
      return Part::leads_part;
    case Verb::contributes_to:
    case Verb::consulted_on:
    case Verb::coordinates_with:
      return Part::contributes;
    case Verb::advances:
    case Verb::reinforces:
      return Part::concerned;
    default:
      return std::nullopt;
  }
}

/// The same of its object, for a relation out of the item.
std::optional<Part> part_of_object(const Relation& relation) {
  switch (relation.verb) {
    case Verb::depends_on:
      return Part::needed;
    case Verb::approves:
    case Verb::clears:
    case Verb::regulates:
    case Verb::funds:
    case Verb::delivers:
      return Part::waits;
    case Verb::constrains:
    case Verb::conflicts_with:
      return Part::pulls;
    case Verb::coordinates_with:
      return Part::contributes;
    case Verb::contributes_to:
    case Verb::advances:
    case Verb::reinforces:
    case Verb::part_of:
      return Part::concerned;
    default:
      return std::nullopt;
  }
}

class Room {
 public:
  Room(const Graph& graph, EntityId item) : graph_(graph) { room_.item = item; }

  Convening run() {
    for (const RelationId r : graph_.in(room_.item))
      add(r, graph_.relation(r).from, part_of_subject(graph_.relation(r)));
    for (const RelationId r : graph_.out(room_.item))
      add(r, graph_.relation(r).to, part_of_object(graph_.relation(r)));
    add_home();
    add_parts();
    leave_out_inside();
    keep_unique(room_.consents);
    keep_unique(room_.unplaced);
    split();
    add_forums();
    return std::move(room_);
  }

 private:
  /// Who comes for an organisation: itself, or the one department of a role.
  EntityId comes_for(EntityId id) const {
    const auto departments = graph_.departments(id);
    return graph_.entity(id).kind == Kind::role && departments.size() == 1 ? departments.front()
                                                                           : id;
  }

  void add(RelationId r, EntityId other, std::optional<Part> part) {
    if (!part || other == room_.item || graph_.is_whole_government(other)) return;
    if (is_delivered(graph_, other) && *part != Part::leads && *part != Part::co_leads) return;
    const Relation& relation = graph_.relation(r);
    const Kind kind = graph_.entity(other).kind;
    if (*part == Part::leads_part && !is_item(kind)) return;
    if (*part == Part::must_agree) {
      room_.consents.push_back(r);
      if (kind == Kind::forum) return;  // it meets by itself
    }
    if (is_organisation(kind) && (kind != Kind::forum || graph_.home(other).owners.empty())) {
      people_[comes_for(other)].push_back({*part, r, std::nullopt, relation.confidence, {}});
      return;
    }
    add_owners(*part, r, other);
  }

  /// Those who answer for a thing.
  void add_owners(Part part, RelationId r, EntityId thing) {
    const Home& home = graph_.home(thing);
    if (home.owners.empty() && part <= Part::leads_part) room_.unplaced.push_back(r);
    for (const EntityId owner : home.owners) {
      const double theirs = home.presumed ? presumed_confidence : belonging(graph_, thing, owner);
      people_[owner].push_back({part, r, thing, std::min(graph_.relation(r).confidence, theirs),
                                ownership_relations(graph_, thing, owner)});
    }
  }

  /// Who answers for the item where no lead says so.
  void add_home() {
    const Home& home = graph_.home(room_.item);
    const bool item = is_item(graph_.entity(room_.item).kind);
    if (item && !home.presumed) return;
    for (const EntityId owner : home.owners)
      if (owner != room_.item)
        people_[owner].push_back({item ? Part::may_own : Part::sponsors,
                                  std::nullopt,
                                  std::nullopt,
                                  item ? presumed_confidence : 1,
                                  {}});
  }

  /// What has the item as its parent.
  void add_parts() {
    if (!is_item(graph_.entity(room_.item).kind)) return;
    for (std::size_t i = 0; i < graph_.entity_count(); ++i) {
      const EntityId id{static_cast<std::uint32_t>(i)};
      if (!is_live_item(graph_, id) || !contains(graph_.entity(id).parents, room_.item)) continue;
      const auto leads = owning_leads(graph_, id);
      for (const RelationId lead : leads) {
        const EntityId who = comes_for(graph_.relation(lead).from);
        people_[who].push_back({Part::leads_part, lead, id, graph_.relation(lead).confidence, {}});
      }
    }
  }

  /// What the lead's own work has to do with the item is for the lead to settle.
  void leave_out_inside() {
    std::vector<RelationId> inside;
    for (auto& [who, reasons] : people_) {
      const bool leads = std::any_of(reasons.begin(), reasons.end(), [](const Reason& reason) {
        return reason.part == Part::leads || reason.part == Part::may_own;
      });
      if (!leads) continue;
      std::erase_if(reasons, [&](const Reason& reason) {
        if (!reason.thing) return false;
        if (reason.relation) inside.push_back(*reason.relation);
        return true;
      });
    }
    keep_unique(inside);
    room_.inside = inside.size();
  }

  void split() {
    std::vector<EntityId> all;
    for (const auto& [who, reasons] : people_) all.push_back(who);
    for (const EntityId who : sorted_by_name(graph_, std::move(all))) {
      Attendee attendee{who, people_.at(who), 0};
      std::stable_sort(attendee.reasons.begin(), attendee.reasons.end(),
                       [](const Reason& a, const Reason& b) {
                         return std::pair(a.part, a.relation) < std::pair(b.part, b.relation);
                       });
      const bool needed = attendee.reasons.front().part <= Part::leads_part;
      for (const Reason& reason : attendee.reasons)
        if ((reason.part <= Part::leads_part) == needed)
          attendee.confidence = std::max(attendee.confidence, reason.confidence);
      (needed ? room_.needed : room_.others).push_back(std::move(attendee));
    }
    std::stable_sort(room_.needed.begin(), room_.needed.end(),
                     [](const Attendee& a, const Attendee& b) {
                       const bool less_sure = a.confidence < recorded_confidence;
                       const bool other_less_sure = b.confidence < recorded_confidence;
                       return std::pair(less_sure, a.reasons.front().part) <
                              std::pair(other_less_sure, b.reasons.front().part);
                     });
  }

  ForumFit fit(EntityId forum) const {
    ForumFit fit{forum, {}, {}, 0, 0};
    const std::vector<EntityId> seats = seated(graph_, forum);
    const std::vector<EntityId> departments = seated_departments(graph_, forum);
    fit.seats = seats.size();
    for (const Attendee& attendee : room_.needed) {
      const auto homes = graph_.departments(attendee.who);
      const bool sits = contains(seats, attendee.who) ||
                        std::any_of(homes.begin(), homes.end(),
                                    [&](EntityId home) { return contains(departments, home); });
      (sits ? fit.seated : fit.missing).push_back(attendee.who);
      if (sits && attendee.confidence >= recorded_confidence) ++fit.seated_firmly;
    }
    return fit;
  }

  /// The item and the missions and targets that it bears on.
  bool is_near(EntityId forum, const std::vector<EntityId>& about) const {
    const auto touches = [&](std::span<const RelationId> relations) {
      return std::any_of(relations.begin(), relations.end(), [&](RelationId r) {
        return contains(about, graph_.relation(r).from) || contains(about, graph_.relation(r).to);
      });
    };
    return touches(graph_.out(forum)) || touches(graph_.in(forum));
  }

  void add_forums() {
    std::vector<EntityId> about = aims_of(graph_, room_.item);
    about.push_back(room_.item);
    constexpr std::size_t least = 2;
    for (const EntityId forum : open_of_kind(graph_, Kind::forum)) {
      ++room_.open_forums;
      ForumFit found = fit(forum);
      if (found.seats > 0) ++room_.known_forums;
      const bool may_settle = graph_.entity(forum).power.empty() || settles_items(graph_, forum);
      if (found.seats == 0 && may_settle && forum != room_.item && is_near(forum, about))
        room_.near.push_back(forum);
      if (forum != room_.item && found.seated.size() >= least)
        room_.forums.push_back(std::move(found));
    }
    const auto rank = [&](const ForumFit& a, const ForumFit& b) {
      const bool settles = settles_items(graph_, a.forum), other = settles_items(graph_, b.forum);
      return std::tuple(other, b.seated_firmly, b.seated.size(), a.seats) <
             std::tuple(settles, a.seated_firmly, a.seated.size(), b.seats);
    };
    std::stable_sort(room_.forums.begin(), room_.forums.end(), rank);
  }

  const Graph& graph_;
  Convening room_;
  std::map<EntityId, std::vector<Reason>> people_;
};

}  // namespace

Convening convene(const Graph& graph, EntityId item) { return Room(graph, item).run(); }

}  // namespace crosscut
