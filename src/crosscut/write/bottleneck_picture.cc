// What stops if it stops: what an entity relies on, what waits for it, and the missions behind.
#include <algorithm>
#include <map>
#include <set>

#include "crosscut/base/text.h"
#include "crosscut/model/items.h"
#include "crosscut/model/names.h"
#include "crosscut/write/picture.h"

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
  BottleneckPicture(const Report& report, EntityId subject, std::size_t level, const Budget& budget)
      : report_(report),
        graph_(report.graph),
        subject_(subject),
        level_(level),
        budget_(budget),
        waiting_(find_waiting(report.graph, subject)) {}

  std::optional<Picture> run() {
    if (waiting_.items.empty()) return std::nullopt;
    for (const auto& [item, r] : waiting_.items)
      groups_.push_back({{item}, graph_.home(item).owners});
    if (level_ > 1) return std::nullopt;
    Picture picture = build();
    const bool fits =
        picture.boxes.size() <= budget_.boxes && picture.lines.size() <= budget_.lines;
    if (fits && level_ == 0) return picture;
    group_by_owner();
    return build();
  }

 private:
  const Entity& entity(EntityId id) const { return graph_.entity(id); }

  void group_by_owner() {
    std::vector<Group> grouped;
    for (const Group& group : groups_) {
      const auto same = std::find_if(grouped.begin(), grouped.end(), [&](const Group& other) {
        return other.owners == group.owners;
      });
      if (same == grouped.end())
        grouped.push_back(group);
      else
        same->items.push_back(group.items.front());
    }
    groups_ = std::move(grouped);
  }

  Picture build() {
    Picture picture;
    picture.id = "bottleneck-" + entity(subject_).id;
    picture.columns = {"It relies on", "Bottleneck", "What waits for it", "Missions"};
    add_subject(picture);
    add_what_it_relies_on(picture);
    std::map<EntityId, std::set<EntityId>> behind;  // mission -> waiting items
    for (const Group& group : groups_) add_group(picture, group, behind);
    for (const auto& [mission, items] : behind) add_mission(picture, mission, items.size());
    std::sort(picture.boxes.begin(), picture.boxes.end(), [](const Box& a, const Box& b) {
      return std::pair(-a.column, a.id) < std::pair(-b.column, b.id);
    });
    std::sort(picture.lines.begin(), picture.lines.end(),
              [](const Line& a, const Line& b) { return a.id < b.id; });
    add_words(picture, behind.size());
    return picture;
  }

  void add_subject(Picture& picture) const {
    Box box = plain_box(subject_, bottleneck, 22);
    const bool firm =
        std::any_of(report_.findings.begin(), report_.findings.end(), [&](const Finding& finding) {
          return finding.card->id == "bottleneck" && finding.subjects.front() == subject_ &&
                 !finding.is_question();
        });
    const std::string waits =
        count_of(waiting_.items.size(), "item waits on it", "items wait on it");
    if (firm)
      box.flag = waits;
    else
      box.second += " · " + waits;
    picture.boxes.push_back(std::move(box));
  }

  void add_what_it_relies_on(Picture& picture) const {
    std::map<EntityId, LineRole> needed;
    for (const RelationId r : graph_.out(subject_))
      if (graph_.relation(r).verb == Verb::depends_on)
        needed.emplace(graph_.relation(r).to, LineRole::needs);
    for (const EntityId owner : graph_.home(subject_).owners)
      if (owner != subject_) needed.emplace(owner, LineRole::leads);
    for (const auto& [id, role] : needed) {
      picture.boxes.push_back(plain_box(id, relies_on, 22));
      add_line(picture, entity(id).id, entity(subject_).id, role,
               role == LineRole::leads ? capitalise(full_name(graph_, id)) + " answers for " +
                                             full_name(graph_, subject_) + "."
                                       : capitalise(full_name(graph_, subject_)) + " depends on " +
                                             full_name(graph_, id) + ".");
    }
  }

  void add_group(Picture& picture, const Group& group,
                 std::map<EntityId, std::set<EntityId>>& behind) const {
    Box box = group.items.size() == 1 ? plain_box(group.items.front(), stops_first, 28)
                                      : group_box(group);
    LineRole role = LineRole::consents;
    for (const EntityId item : group.items) {
      const Verb verb = graph_.relation(waiting_.items.at(item)).verb;
      if (verb != Verb::approves) role = LineRole::needs;
      for (const EntityId mission : missions_touched(graph_, item)) {
        behind[mission].insert(item);
        if (mission != item)
          add_line(picture, box.id, entity(mission).id, LineRole::advances,
                   capitalise(full_name(graph_, item)) + " bears on " + full_name(graph_, mission) +
                       ".");
      }
    }
    add_line(picture, entity(subject_).id, box.id, role,
             box.sentence + " It waits for " + full_name(graph_, subject_) + ".");
    if (entity(group.items.front()).kind == Kind::mission) return;  // drawn in its own column
    picture.boxes.push_back(std::move(box));
  }

  void add_mission(Picture& picture, EntityId mission, std::size_t items) const {
    Box box = plain_box(mission, missions, 20);
    box.second = "Mission · " + count_of(items, "item", "items");
    picture.boxes.push_back(std::move(box));
  }

  Box plain_box(EntityId id, Column column, std::size_t width) const {
    Box box;
    box.id = entity(id).id;
    box.kind = entity(id).kind;
    box.name = wrap_even(shorten(short_name(graph_, id), 70), width);
    box.second = capitalise(info(box.kind).singular);
    if (box.kind == Kind::department && initials(graph_, id) != plain_name(graph_, id))
      box.second = initials(graph_, id);
    const auto& owners = graph_.home(id).owners;
    if (is_item(box.kind) && !owners.empty())
      box.second += " · " + initials(graph_, owners.front());
    box.column = column;
    box.sentence =
        capitalise(full_name(graph_, id)) + ": " + std::string(info(box.kind).singular) + ".";
    return box;
  }

  Box group_box(const Group& group) const {
    Box box;
    std::map<Kind, std::size_t> kinds;
    std::vector<std::string> names;
    for (const EntityId item : group.items) {
      ++kinds[entity(item).kind];
      names.push_back(full_name(graph_, item));
    }
    std::vector<std::string> counts;
    for (const auto& [kind, count] : kinds)
      counts.push_back(count_of(count, info(kind).singular, info(kind).plural));
    box.kind = kinds.size() == 1 ? kinds.begin()->first : Kind::policy;
    box.id = "waiting";
    for (const EntityId owner : group.owners) box.id += "-" + entity(owner).id;
    box.name = wrap_even(capitalise(join_words(counts)), 28);
    std::vector<std::string> owners;
    for (const EntityId owner : group.owners) owners.push_back(initials(graph_, owner));
    box.second = owners.empty() ? "no lead recorded" : "led by " + join_words(owners);
    box.column = stops_first;
    box.sentence = capitalise(join_words(names)) + ".";
    return box;
  }

  static void add_line(Picture& picture, const std::string& from, const std::string& to,
                       LineRole role, std::string sentence) {
    const std::string id = "e-" + from + "--" + to;
    const auto same = std::find_if(picture.lines.begin(), picture.lines.end(),
                                   [&](const Line& line) { return line.id == id; });
    if (same != picture.lines.end()) {
      same->sentence += " " + sentence;
      return;
    }
    picture.lines.push_back({id, from, to, role, 0, std::move(sentence)});
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
    picture.key = {
        "Black dashed arrow: is needed by. Pink arrow: must agree before it can go ahead. "
        "Blue arrow: answers for it. Green open arrow: bears on."};
    if (groups_.size() < waiting_.items.size())
      picture.notes.push_back("Items with the same lead are drawn as one box.");
    picture.source = source_line(report_);
  }

  const Report& report_;
  const Graph& graph_;
  EntityId subject_;
  std::size_t level_;
  Budget budget_;
  Waiting waiting_;
  std::vector<Group> groups_;
};

}  // namespace

std::optional<Picture> bottleneck_picture(const Report& report, EntityId subject, std::size_t level,
                                          const Budget& budget) {
  return BottleneckPicture(report, subject, level, budget).run();
}

}  // namespace crosscut
