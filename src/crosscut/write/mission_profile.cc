// One profile a mission: who leads it, what advances it and whose that is, its targets and board,
// what it waits for.
#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <map>
#include <set>

#include "crosscut/base/text.h"
#include "crosscut/model/items.h"
#include "crosscut/model/names.h"
#include "crosscut/write/mission_work.h"
#include "crosscut/write/profile_lines.h"
#include "crosscut/write/words.h"

namespace crosscut {
namespace {

class MissionProfile {
 public:
  MissionProfile(const Report& report, EntityId mission)
      : report_(report), graph_(report.graph), mission_(mission), work_(report, mission) {
    std::vector<ProfileEntry> parts;
    for (const EntityId target : work_.targets()) add_belonging(target, parts);
    aims_.insert(mission);
    aims_.insert(work_.targets().begin(), work_.targets().end());
    for (const ProfileEntry& entry : parts) note(entry);
    for (const ProfileEntry& entry : advances()) note(entry);
    ours_[mission] = 1;
  }

  Profile run() const {
    Profile profile;
    profile.id = mission_;
    profile.heading = plain_name(graph_, mission_);
    add_part(profile, "Leads it", leads());
    add_part(profile, "Advances it", work());
    add_part(profile, "Targets", targets());
    add_part(profile, "Board", board());
    add_part(profile, "Waits for", waits());
    add_findings(profile, report_, [&](const Finding& finding) {
      return std::any_of(finding.subjects.begin(), finding.subjects.end(),
                         [&](EntityId subject) { return ours_.contains(subject); });
    });
    return profile;
  }

 private:
  std::vector<ProfileLine> leads() const {
    std::vector<ProfileLine> lines;
    for (const Verb verb : {Verb::leads, Verb::co_leads}) {
      std::vector<ProfileEntry> entries;
      for (const RelationId r : graph_.in(mission_)) {
        const Relation& relation = graph_.relation(r);
        if (relation.verb == verb && relation.capacity != Capacity::presented)
          entries.push_back({relation.from, relation.confidence,
                             std::string(capacity_phrase(relation.capacity)), place_of(graph_, r)});
      }
      const std::string_view led = verb == Verb::leads ? "led" : "co-led";
      auto more = gather(
          graph_, entries, FullTable::ownership,
          [&](Band band, const auto&) {
            return fmt::format("{} {} by", hedge(band, "It is", "It is probably", "It may be"),
                               led);
          },
          [&](EntityId id, const std::vector<std::string>& details) {
            const std::string detail = join(details, "; ");
            const std::string name = full_name(graph_, id) + organisation(id);
            return detail.empty() ? name : fmt::format("{}, {}", name, detail);
          });
      std::move(more.begin(), more.end(), std::back_inserter(lines));
    }
    if (!lines.empty()) return lines;
    const auto& owners = graph_.home(mission_).owners;
    lines.push_back({owners.empty() ? "We found no lead."
                                    : fmt::format("We found no stated lead. It may be {}, by what "
                                                  "the mission belongs to.",
                                                  join_words(full_names(graph_, owners))),
                     {},
                     0,
                     FullTable::ownership,
                     ""});
    return lines;
  }

  /// " (DESNZ)" after a role or body of a department.
  std::string organisation(EntityId id) const {
    return graph_.entity(id).kind == Kind::department ? "" : whose(graph_, id);
  }

  void note(const ProfileEntry& entry) {
    ours_[entry.thing] = std::max(ours_[entry.thing], entry.confidence);
  }

  std::vector<ProfileEntry> advances() const {
    std::vector<ProfileEntry> entries;
    for (const Bundle& bundle : work_.bundles())
      for (const EntityId item : bundle.items)
        for (const RelationId r : graph_.out(item))
          if (graph_.relation(r).verb == Verb::advances && aims_.contains(graph_.relation(r).to))
            entries.push_back({item, graph_.relation(r).confidence, "", place_of(graph_, r)});
    return entries;
  }

  std::vector<ProfileLine> work() const {
    auto lines = gather(
        graph_, surest(advances()), FullTable::relations,
        [&](Band band, const std::vector<EntityId>& things) {
          return fmt::format(
              "{} advanced by {}:", hedge(band, "It is", "It is probably", "It may be"),
              kind_counts(graph_, things));
        },
        [&](EntityId id, const auto&) { return plain_name(graph_, id) + whose(graph_, id); });
    if (lines.empty())
      lines.push_back({"We found no work that advances it.", {}, 0, FullTable::relations, ""});
    return lines;
  }

  /// Of the entries on one thing, those of the highest confidence, so that it stands in one line.
  static std::vector<ProfileEntry> surest(std::vector<ProfileEntry> entries) {
    std::map<EntityId, double> most;
    for (const ProfileEntry& entry : entries)
      most[entry.thing] = std::max(most[entry.thing], entry.confidence);
    std::erase_if(entries, [&](const ProfileEntry& entry) {
      return band(entry.confidence) != band(most[entry.thing]);
    });
    return entries;
  }

  /// Open relations by which the part belongs to the mission, or the row that names it as parent.
  void add_belonging(EntityId part, std::vector<ProfileEntry>& entries) const {
    const auto& parents = graph_.entity(part).parents;
    if (std::find(parents.begin(), parents.end(), mission_) != parents.end())
      entries.push_back({part, 1, "", graph_.entity(part).place});
    for (const RelationId r : graph_.out(part)) {
      const Relation& relation = graph_.relation(r);
      if (relation.to == mission_ &&
          (relation.verb == Verb::part_of || relation.verb == Verb::advances))
        entries.push_back({part, relation.confidence, "", place_of(graph_, r)});
    }
  }

  std::vector<ProfileLine> targets() const {
    std::vector<ProfileLine> lines;
    const Entity& mission = graph_.entity(mission_);
    if (mission.due.given())
      lines.push_back({"The mission is due " + due_words(mission.due) + ".",
                       {},
                       0,
                       FullTable::ownership,
                       short_place(mission.place, graph_.files())});
    std::vector<ProfileEntry> entries;
    for (const EntityId target : work_.targets()) add_belonging(target, entries);
    auto more = gather(
        graph_, surest(entries), FullTable::ownership,
        [](Band band, const std::vector<EntityId>& things) {
          return fmt::format("{} {}:", hedge(band, "It has", "It probably has", "It may have"),
                             count_of(things.size(), "target", "targets"));
        },
        [&](EntityId id, const auto&) {
          const PartialDate due = graph_.entity(id).due;
          return plain_name(graph_, id) + whose(graph_, id) +
                 (due.given() ? ", due " + due_words(due) : ", no due date found");
        });
    std::move(more.begin(), more.end(), std::back_inserter(lines));
    return lines;
  }

  /// "in 2029", "in July 2029", "on 31 March 2029"
  static std::string due_words(const PartialDate& due) {
    return (due.day > 0 ? "on " : "in ") + format_date(due);
  }

  std::vector<ProfileLine> board() const {
    std::vector<ProfileEntry> entries;
    for (const EntityId forum : work_.forums()) add_belonging(forum, entries);
    auto lines = gather(
        graph_, surest(entries), FullTable::relations,
        [](Band band, const std::vector<EntityId>& things) {
          return fmt::format("{} {}:", hedge(band, "It has", "It probably has", "It may have"),
                             count_of(things.size(), "board", "boards"));
        },
        [&](EntityId id, const auto&) { return plain_name(graph_, id) + chair(id); });
    if (lines.empty())
      lines.push_back({"We found no board for this mission.", {}, 0, FullTable::relations, ""});
    return lines;
  }

  std::string chair(EntityId forum) const {
    std::vector<std::string> chairs;
    for (const RelationId r : graph_.in(forum))
      if (graph_.relation(r).verb == Verb::chairs)
        chairs.push_back(
            std::string(hedge(band(graph_.relation(r).confidence), "", "probably ", "possibly ")) +
            "chaired by " + full_name(graph_, graph_.relation(r).from));
    return chairs.empty() ? "" : ", " + join_words(chairs);
  }

  std::vector<ProfileLine> waits() const {
    NeedEntries entries;
    for (const auto& [id, sure] : ours_) {
      if (is_delivered(graph_, id)) continue;
      const auto add = [&, ours = id, most = sure](std::vector<ProfileEntry>& list, EntityId other,
                                                   RelationId r) {
        if (ours_.contains(other) || is_delivered(graph_, other)) return;
        list.push_back({other, std::min(most, graph_.relation(r).confidence), name_in_mission(ours),
                        place_of(graph_, r)});
      };
      for (const RelationId r : graph_.out(id))
        if (graph_.relation(r).verb == Verb::depends_on)
          add(entries.needs, graph_.relation(r).to, r);
      for (const RelationId r : graph_.in(id))
        if (graph_.relation(r).verb == Verb::approves)
          add(entries.approvals, graph_.relation(r).from, r);
    }
    return waiting_lines(graph_, entries, "Its work");
  }

  std::string name_in_mission(EntityId id) const {
    return id == mission_ ? "the mission itself" : plain_name(graph_, id);
  }

  const Report& report_;
  const Graph& graph_;
  EntityId mission_;
  MissionWork work_;
  std::set<EntityId> aims_;          // the mission and its targets
  std::map<EntityId, double> ours_;  // these and the work that advances them -> how sure
};

}  // namespace

Profiles mission_profiles(const Report& report, const std::vector<ReportFigure>& figures) {
  Profiles result;
  for (const EntityId mission : open_of_kind(report.graph, Kind::mission)) {
    Profile profile = MissionProfile(report, mission).run();
    for (std::size_t i = 0; i < figures.size() && !profile.figure; ++i)
      if (figures[i].id == report.graph.entity(mission).id) profile.figure = i;
    result.profiles.push_back(std::move(profile));
  }
  return result;
}

}  // namespace crosscut
