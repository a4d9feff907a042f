// Who owns a mission, who delivers it, and what is missing: organisations, work, targets, mission.
#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "crosscut/base/text.h"
#include "crosscut/model/homes.h"
#include "crosscut/model/names.h"
#include "crosscut/write/mission_work.h"
#include "crosscut/write/picture_parts.h"
#include "crosscut/write/words.h"

namespace crosscut {
namespace {

enum Column { organisations, work, targets, mission };

class MissionPicture {
 public:
  MissionPicture(const Report& report, EntityId mission_id, const PictureRequest& request)
      : report_(report),
        graph_(report.graph),
        mission_(mission_id),
        request_(request),
        work_(report, mission_id),
        aims_(work_.targets().begin(), work_.targets().end()) {
    aims_.insert(mission_id);
  }

  std::optional<Picture> run() {
    if (work_.targets().empty() && work_.bundles().empty() &&
        owning_leads(graph_, mission_).empty())
      return std::nullopt;
    return build_to_fit(
        request_, [&] { return build(); }, [&] { return work_.roll_up(); });
  }

 private:
  const Entity& entity(EntityId id) const { return graph_.entity(id); }

  Picture build() {
    Picture picture;
    picture.id = entity(mission_).id;
    picture.columns = {"Who leads", "Work", "Targets and board", "Mission"};
    picture.focus = picture.id;
    add_box(picture, item_box(mission_, mission));
    for (const EntityId target : work_.targets()) add_box(picture, item_box(target, targets));
    for (const EntityId forum : work_.forums()) add_box(picture, item_box(forum, targets));
    for (const Bundle& bundle : work_.bundles()) add_box(picture, bundle_box(bundle));
    add_leads(picture, mission_, entity(mission_).id);
    for (const EntityId target : work_.targets()) {
      add_leads(picture, target, entity(target).id);
      add_line_of(picture, entity(target).id, mission_, LineRole::part_of,
                  capitalise(full_name(graph_, target)) + " is part of ", surest_to({target}));
    }
    for (const EntityId forum : work_.forums())
      add_line_of(picture, entity(forum).id, mission_, LineRole::part_of,
                  capitalise(full_name(graph_, forum)) + " is the board of ", surest_to({forum}));
    for (const Bundle& bundle : work_.bundles()) add_bundle_lines(picture, bundle);
    add_words(picture);
    finish(picture, report_, request_);
    return picture;
  }

  Box item_box(EntityId id, Column column) const {
    return entity_box(report_, id, column == mission ? 18 : 28, column);
  }

  Box bundle_box(const Bundle& bundle) const {
    if (bundle.items.size() == 1 && !bundle.rest) return item_box(bundle.items.front(), work);
    Box box = group_box(graph_, bundle_id(bundle), bundle.items, 28, work);
    if (bundle.rest) {
      box.name = {"Other work: " + count_of(bundle.items.size(), "piece", "pieces")};
      box.second = bundle.owners.empty() ? "no lead recorded"
                                         : "led by " + count_of(bundle.owners.size(),
                                                                "organisation", "organisations");
    }
    box.sentence = capitalise(count_kinds(graph_, bundle.items)) + " led by " + owners_of(bundle) +
                   ": " + join_words(full_names(graph_, bundle.items)) + ".";
    return box;
  }

  std::string owners_of(const Bundle& bundle) const {
    const std::string owners =
        join_words(full_names(graph_, {bundle.owners.begin(), bundle.owners.end()}));
    return owners.empty() ? "nobody on record" : owners;
  }

  std::string bundle_id(const Bundle& bundle) const {
    if (bundle.rest) return "other-work";
    if (bundle.items.size() == 1) return entity(bundle.items.front()).id;
    std::string id = "work-of";
    for (const EntityId owner : bundle.owners) id += "-" + entity(owner).id;
    return id;
  }

  /// A line from the home of each lead and co-lead of an item to the box that stands for it.
  void add_leads(Picture& picture, EntityId item, const std::string& box) const {
    std::set<EntityId> drawn;
    for (const LineRole role : {LineRole::leads, LineRole::co_leads}) {
      for (const RelationId r : owning_leads(graph_, item)) {
        const Relation& relation = graph_.relation(r);
        if ((relation.verb == Verb::leads) != (role == LineRole::leads)) continue;
        for (const EntityId owner : graph_.home(relation.from).owners) {
          if (owner == item || !drawn.insert(owner).second) continue;
          add_box(picture, entity_box(report_, owner, 22, organisations));
          add_line(picture, entity(owner).id, box, role,
                   owner == relation.from ? sentence_with_doubt(graph_, r)
                                          : sentence_with_doubt(graph_, r) + " It answers to " +
                                                full_name(graph_, owner) + ".",
                   relation.confidence);
        }
      }
    }
  }

  /// A line with its sentence, which ends in the name of what it leads to.
  void add_line_of(Picture& picture, const std::string& from, EntityId to, LineRole role,
                   const std::string& words, double confidence) const {
    add_line(picture, from, entity(to).id, role,
             words + full_name(graph_, to) + doubt(confidence) + ".", confidence);
  }

  static std::string doubt(double confidence) {
    return confidence < recorded_confidence ? " (" + std::string(reading_word(confidence)) + ")"
                                            : "";
  }

  /// The confidence of the surest row by which one of the items belongs to the mission, one of its
  /// targets, or advances them.
  double surest_to(const std::vector<EntityId>& items) const {
    double most = 0;
    for (const EntityId item : items) {
      const auto& parents = entity(item).parents;
      if (std::find(parents.begin(), parents.end(), mission_) != parents.end()) return 1;
      for (const RelationId r : graph_.out(item)) {
        const Relation& relation = graph_.relation(r);
        if ((relation.verb == Verb::advances || relation.verb == Verb::part_of) &&
            aims_.contains(relation.to))
          most = std::max(most, relation.confidence);
      }
    }
    return most;
  }

  void add_bundle_lines(Picture& picture, const Bundle& bundle) const {
    const std::string id = bundle_id(bundle);
    if (bundle.rest) {
      add_line_of(picture, id, mission_, LineRole::advances, "Other work advances ",
                  surest_to(bundle.items));
      return;
    }
    for (const EntityId item : bundle.items) add_leads(picture, item, id);
    for (const EntityId aim : bundle.aims) add_advances(picture, bundle, aim);
  }

  /// What of the bundle advances the aim, directly or by way of a target that is not drawn.
  void add_advances(Picture& picture, const Bundle& bundle, EntityId aim) const {
    const std::string id = bundle_id(bundle);
    bool directly = false;
    for (const EntityId item : bundle.items)
      for (const RelationId r : graph_.out(item)) {
        if (graph_.relation(r).verb != Verb::advances || graph_.relation(r).to != aim) continue;
        add_relation(picture, graph_, r, id, entity(aim).id);
        directly = true;
      }
    if (directly) return;
    const bool one = bundle.items.size() == 1;
    const std::string what = one ? full_name(graph_, bundle.items.front())
                                 : count_kinds(graph_, bundle.items) + " of " + owners_of(bundle);
    add_line_of(picture, id, aim, LineRole::advances,
                capitalise(what) + (one ? " advances " : " advance "), surest_to(bundle.items));
  }

  void add_words(Picture& picture) const {
    std::size_t items = 0;
    std::set<EntityId> leaders;
    for (const Bundle& bundle : work_.bundles()) {
      items += bundle.items.size();
      leaders.insert(bundle.owners.begin(), bundle.owners.end());
    }
    for (const RelationId r : owning_leads(graph_, mission_)) {  // those who co-lead the mission
      const auto& owners = graph_.home(graph_.relation(r).from).owners;
      leaders.insert(owners.begin(), owners.end());
    }
    picture.title = title(leaders);
    picture.subtitle =
        plain_name(graph_, mission_) + ": " +
        count_of(work_.targets().size() + work_.dropped_targets().size(), "target", "targets") +
        " and " +
        count_of(items, "piece of work that advances it", "pieces of work that advance it");
    if (work_.bundled_by_owner())
      picture.notes.push_back("Work with the same lead is drawn as one box.");
    if (!work_.dropped_targets().empty())
      picture.notes.push_back(
          "Targets not drawn: " + join_words(full_names(graph_, work_.dropped_targets())) + ".");
    if (work_.forums().empty()) picture.notes.push_back("We found no board for this mission.");
  }

  std::string title(const std::set<EntityId>& leaders) const {
    for (const Bundle& bundle : work_.bundles()) {
      const Finding* finding =
          bundle.items.size() == 1 ? finding_on(report_, bundle.items.front()) : nullptr;
      if (finding != nullptr && finding->card->id == "no-lead")
        return "We found no lead for " + full_name(graph_, bundle.items.front()) +
               ", which this mission counts on";
    }
    const auto& owners = graph_.home(mission_).owners;
    if (owners.empty() || graph_.home(mission_).presumed)
      return "We found no stated lead for " + full_name(graph_, mission_);
    std::size_t others = 0;
    for (const EntityId leader : leaders)
      if (std::find(owners.begin(), owners.end(), leader) == owners.end()) ++others;
    std::vector<std::string> names;
    for (const EntityId owner : owners) names.push_back(short_name(graph_, owner));
    return join_words(names) + lead_verb(owners.size() == 1) + " the mission; " +
           (others == 0   ? "we found nobody else who leads"
            : others == 1 ? "one other leads"
                          : std::to_string(others) + " others lead") +
           " work towards it";
  }

  /// " leads", " appears to lead" or " may lead", by the least sure of those named.
  std::string lead_verb(bool one) const {
    double confidence = 1;
    for (const EntityId owner : graph_.home(mission_).owners)
      confidence = std::min(confidence, belonging(graph_, mission_, owner));
    if (band(confidence) == Band::high) return one ? " leads" : " lead";
    if (band(confidence) == Band::medium) return one ? " appears to lead" : " appear to lead";
    return " may lead";
  }

  const Report& report_;
  const Graph& graph_;
  EntityId mission_;
  PictureRequest request_;
  MissionWork work_;
  std::set<EntityId> aims_;  // the mission and all its targets
};

}  // namespace

std::optional<Picture> mission_picture(const Report& report, EntityId mission_id,
                                       const PictureRequest& request) {
  return MissionPicture(report, mission_id, request).run();
}

}  // namespace crosscut
