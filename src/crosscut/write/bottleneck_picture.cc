// What stops if it stops: what an entity relies on, what waits for it, and the missions behind.
#include <algorithm>
#include <map>
#include <set>

#include "crosscut/base/text.h"
#include "crosscut/model/homes.h"
#include "crosscut/model/items.h"
#include "crosscut/model/names.h"
#include "crosscut/write/picture_parts.h"

namespace crosscut {
namespace {

enum Column { relies_on, bottleneck, stops_first, missions };

/// Waiting items of one owner, drawn as one box or several.
struct Group {
  std::vector<EntityId> items;
  std::vector<EntityId> owners;
};

class BottleneckPicture {
 public:
  BottleneckPicture(const Report& report, EntityId subject, const PictureRequest& request)
      : report_(report),
        graph_(report.graph),
        subject_(subject),
        request_(request),
        waiting_(find_waiting(report.graph, subject)) {}

  std::optional<Picture> run() {
    if (waiting_.items.empty()) return std::nullopt;
    for (const auto& [item, r] : waiting_.items)
      groups_.push_back({{item}, graph_.home(item).owners});
    return build_to_fit(
        request_, [&] { return build(); }, [&] { return group_by_owner(); });
  }

 private:
  const Entity& entity(EntityId id) const { return graph_.entity(id); }

  /// What groups of one owner must share. A mission stands in its own column; and where only some
  /// kinds are drawn, a box of several kinds could not be left out.
  std::optional<Kind> kind_of(const Group& group) const {
    const Kind kind = entity(group.items.front()).kind;
    return kind == Kind::mission || request_.only != every_kind ? std::optional(kind)
                                                                : std::nullopt;
  }

  bool group_by_owner() {
    const std::size_t before = groups_.size();
    std::vector<Group> grouped;
    for (const Group& group : groups_) {
      const auto same = std::find_if(grouped.begin(), grouped.end(), [&](const Group& other) {
        return other.owners == group.owners && kind_of(other) == kind_of(group) &&
               kind_of(group) != Kind::mission;
      });
      if (same == grouped.end())
        grouped.push_back(group);
      else
        same->items.push_back(group.items.front());
    }
    groups_ = std::move(grouped);
    return groups_.size() < before;
  }

  Picture build() {
    Picture picture;
    picture.id = "bottleneck-" + entity(subject_).id;
    picture.focus = entity(subject_).id;
    picture.columns = {"It relies on", "Bottleneck", "What waits for it", "Missions"};
    add_subject(picture);
    add_what_it_relies_on(picture);
    std::map<EntityId, std::set<EntityId>> behind;  // mission -> waiting items
    for (const Group& group : groups_) add_group(picture, group, behind);
    for (const auto& [mission, items] : behind) add_mission(picture, mission, items.size());
    add_words(picture, behind.size());
    finish(picture, report_, request_);
    return picture;
  }

  void add_subject(Picture& picture) const {
    Box box = entity_box(report_, subject_, 22, bottleneck);
    const std::string waits =
        count_of(waiting_.items.size(), "item waits on it", "items wait on it");
    const Finding* finding = finding_on(report_, subject_);
    if (finding != nullptr && finding->card->id == "bottleneck")
      box.flag = waits;
    else
      box.second += " · " + waits;
    picture.boxes.push_back(std::move(box));
  }

  void add_what_it_relies_on(Picture& picture) const {
    for (const RelationId r : graph_.out(subject_)) {
      if (graph_.relation(r).verb != Verb::depends_on) continue;
      const EntityId needed = graph_.relation(r).to;
      add_box(picture, entity_box(report_, needed, 22, relies_on));
      add_relation(picture, graph_, r, entity(needed).id, entity(subject_).id, LineRole::needed_by);
    }
    for (const EntityId owner : graph_.home(subject_).owners) {
      if (owner == subject_) continue;
      add_box(picture, entity_box(report_, owner, 22, relies_on));
      add_line(picture, entity(owner).id, entity(subject_).id, LineRole::answers_for,
               capitalise(full_name(graph_, owner)) + " answers for " +
                   full_name(graph_, subject_) + ".",
               belonging(graph_, subject_, owner));
    }
  }

  void add_group(Picture& picture, const Group& group,
                 std::map<EntityId, std::set<EntityId>>& behind) const {
    Box box = group.items.size() == 1 ? entity_box(report_, group.items.front(), 28, stops_first)
                                      : waiting_box(group);
    for (const EntityId item : group.items) {
      const RelationId r = waiting_.items.at(item);
      const bool consent = graph_.relation(r).verb == Verb::approves;
      add_relation(picture, graph_, r, entity(subject_).id, box.id,
                   consent ? LineRole::approves : LineRole::needed_by);
      for (const EntityId mission : missions_touched(graph_, item)) {
        behind[mission].insert(item);
        if (mission != item)
          add_line(picture, box.id, entity(mission).id, LineRole::bears_on,
                   capitalise(full_name(graph_, item)) + " bears on " + full_name(graph_, mission) +
                       ".");
      }
    }
    if (entity(group.items.front()).kind == Kind::mission) return;  // drawn in its own column
    picture.boxes.push_back(std::move(box));
  }

  void add_mission(Picture& picture, EntityId mission, std::size_t items) const {
    Box box = entity_box(report_, mission, 20, missions);
    box.second = "Mission · " + count_of(items, "item", "items");
    picture.boxes.push_back(std::move(box));
  }

  Box waiting_box(const Group& group) const {
    std::string id = "waiting";
    if (const auto kind = kind_of(group)) id += "-" + std::string(info(*kind).word);
    std::vector<std::string> owners;
    for (const EntityId owner : group.owners) {
      id += "-" + entity(owner).id;
      owners.push_back(initials(graph_, owner));
    }
    Box box = group_box(graph_, id, group.items, 28, stops_first);
    box.second = owners.empty() ? "no lead recorded" : "led by " + join_words(owners);
    return box;
  }

  void add_words(Picture& picture, std::size_t mission_count) const {
    std::vector<EntityId> items;
    for (const auto& [item, r] : waiting_.items) items.push_back(item);
    const std::string missions_words =
        mission_count == 0 ? "" : " and " + count_of(mission_count, "mission", "missions");
    picture.title = "If " + full_name(graph_, subject_) + " stops, " +
                    count_of(items.size(), "item", "items") + missions_words + " may wait";
    picture.subtitle =
        "What is recorded as depending on it, needing its consent or held back by it";
    if (groups_.size() < waiting_.items.size())
      picture.notes.push_back("Items with the same lead are drawn as one box.");
  }

  const Report& report_;
  const Graph& graph_;
  EntityId subject_;
  PictureRequest request_;
  Waiting waiting_;
  std::vector<Group> groups_;
};

}  // namespace

std::optional<Picture> bottleneck_picture(const Report& report, EntityId subject,
                                          const PictureRequest& request) {
  return BottleneckPicture(report, subject, request).run();
}

}  // namespace crosscut
