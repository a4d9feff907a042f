// One profile a department. Its work is what it leads, or what a body or role that answers to it
// leads: all that has its home there.
#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <map>

#include "crosscut/base/text.h"
#include "crosscut/model/homes.h"
#include "crosscut/model/items.h"
#include "crosscut/model/names.h"
#include "crosscut/write/profile_lines.h"
#include "crosscut/write/words.h"

namespace crosscut {
namespace {

class DepartmentProfile {
 public:
  /// `at_home` are all entities whose home is the department.
  DepartmentProfile(const Report& report, EntityId department, const std::vector<EntityId>& at_home)
      : report_(report), graph_(report.graph), department_(department), at_home_(at_home) {}

  Profile run() const {
    Profile profile;
    profile.id = department_;
    const std::string name = plain_name(graph_, department_);
    const std::string letters = initials(graph_, department_);
    profile.heading = letters == name ? name : fmt::format("{} ({})", name, letters);
    add_part(profile, "Leads", leads());
    add_part(profile, "Waits for", waiting_lines(graph_, needs(true), "Its work"));
    add_part(profile, "Waited for", waited_for_lines(graph_, needs(false)));
    add_part(profile, "Sits on", sits());
    add_findings(profile, report_, [&](const Finding& finding) {
      return std::any_of(finding.subjects.begin(), finding.subjects.end(),
                         [&](EntityId subject) { return is_ours(subject); });
    });
    return profile;
  }

 private:
  bool is_ours(EntityId id) const {
    const auto departments = graph_.departments(id);
    return std::binary_search(departments.begin(), departments.end(), department_);
  }

  std::string named(EntityId id, const std::vector<std::string>& details) const {
    const std::string name = plain_name(graph_, id);
    return details.empty() ? name : fmt::format("{} ({})", name, join(details, "; "));
  }

  /// Leads, or co-leads, by the department itself or by those that answer to it.
  std::vector<ProfileEntry> leads_by(Verb verb, bool itself) const {
    std::vector<ProfileEntry> entries;
    for (const EntityId who : at_home_) {
      if ((who == department_) != itself) continue;
      for (const RelationId r : graph_.out(who)) {
        const Relation& relation = graph_.relation(r);
        if (relation.verb != verb || relation.capacity == Capacity::presented) continue;
        if (graph_.is_whole_government(relation.to)) continue;
        std::vector<std::string> details;
        if (!itself) details.push_back(plain_name(graph_, who));
        if (const auto phrase = capacity_phrase(relation.capacity); !phrase.empty())
          details.emplace_back(phrase);
        entries.push_back(
            {relation.to, relation.confidence, join(details, ", "), place_of(graph_, r)});
      }
    }
    return entries;
  }

  std::vector<ProfileLine> leads() const {
    std::vector<ProfileLine> lines;
    const auto add = [&](const std::vector<ProfileEntry>& entries, std::string_view high,
                         std::string_view medium, std::string_view low) {
      auto more = gather(
          graph_, entries, FullTable::ownership,
          [&](Band band, const std::vector<EntityId>& things) {
            return fmt::format("{} {}:", hedge(band, high, medium, low),
                               kind_counts(graph_, things));
          },
          [&](EntityId id, const auto& details) { return named(id, details); });
      std::move(more.begin(), more.end(), std::back_inserter(lines));
    };
    add(leads_by(Verb::leads, true), "It leads", "It probably leads", "It may lead");
    add(leads_by(Verb::co_leads, true), "It co-leads", "It probably co-leads", "It may co-lead");
    auto others = leads_by(Verb::leads, false), co_leads = leads_by(Verb::co_leads, false);
    others.insert(others.end(), co_leads.begin(), co_leads.end());
    add(others, "Those that answer to it lead", "Those that answer to it probably lead",
        "Those that answer to it may lead");
    auto presumed = presumed_leads();
    std::move(presumed.begin(), presumed.end(), std::back_inserter(lines));
    return lines;
  }

  std::vector<ProfileLine> presumed_leads() const {
    std::vector<ProfileEntry> entries;
    for (const EntityId id : at_home_)
      if (graph_.open(id) && is_item(graph_.entity(id).kind) && graph_.home(id).presumed)
        entries.push_back({id, 0, "", graph_.entity(id).place});
    return gather(
        graph_, entries, FullTable::ownership,
        [&](Band, const std::vector<EntityId>& things) {
          return fmt::format(
              "It may lead {}, which {} to it or its work:", kind_counts(graph_, things),
              things.size() == 1 ? "belongs" : "belong");
        },
        [&](EntityId id, const auto& details) { return named(id, details); });
  }

  /// Open needs or approvals that cross the border of the department; work that is done needs
  /// nothing and holds up nobody.
  void add_needs(Verb verb, bool we_wait, std::vector<ProfileEntry>& entries) const {
    const bool from_us = (verb == Verb::depends_on) == we_wait;
    for (const EntityId ours : at_home_)
      for (const RelationId r : from_us ? graph_.out(ours) : graph_.in(ours)) {
        const Relation& relation = graph_.relation(r);
        const EntityId other = from_us ? relation.to : relation.from;
        if (relation.verb != verb || is_ours(other) || graph_.is_whole_government(other)) continue;
        if (is_delivered(graph_, ours) || is_delivered(graph_, other)) continue;
        entries.push_back({other,
                           std::min(relation.confidence, belonging(graph_, ours, department_)),
                           plain_name(graph_, ours), place_of(graph_, r)});
      }
  }

  NeedEntries needs(bool we_wait) const {
    NeedEntries entries;
    for (const auto& [verb, list] : {std::pair(Verb::depends_on, &entries.needs),
                                     std::pair(Verb::approves, &entries.approvals)})
      add_needs(verb, we_wait, *list);
    return entries;
  }

  std::vector<ProfileLine> sits() const {
    std::vector<ProfileEntry> entries;
    for (const EntityId who : at_home_)
      for (const RelationId r : graph_.out(who)) {
        const Relation& relation = graph_.relation(r);
        if (relation.verb != Verb::member_of && relation.verb != Verb::chairs) continue;
        std::string detail = who == department_ ? "" : "through " + full_name(graph_, who);
        if (relation.verb == Verb::chairs) detail += detail.empty() ? "as chair" : " as chair";
        entries.push_back({relation.to, relation.confidence, detail, place_of(graph_, r)});
      }
    return gather(
        graph_, entries, FullTable::relations,
        [](Band band, const std::vector<EntityId>& things) {
          return fmt::format(
              "{} {}:", hedge(band, "It sits on", "It probably sits on", "It may sit on"),
              count_of(things.size(), "forum", "forums"));
        },
        [&](EntityId id, const auto& details) { return named(id, details); });
  }

  const Report& report_;
  const Graph& graph_;
  EntityId department_;
  const std::vector<EntityId>& at_home_;
};

}  // namespace

Profiles department_profiles(const Report& report) {
  const Graph& graph = report.graph;
  std::map<EntityId, std::vector<EntityId>> at_home;
  for (std::size_t i = 0; i < graph.entity_count(); ++i) {
    const EntityId id{static_cast<std::uint32_t>(i)};
    for (const EntityId department : graph.departments(id)) at_home[department].push_back(id);
  }
  Profiles result;
  std::vector<std::string> without;
  for (const EntityId department : open_of_kind(graph, Kind::department)) {
    Profile profile = DepartmentProfile(report, department, at_home[department]).run();
    if (profile.parts.empty() && profile.findings.empty() && profile.questions.empty())
      without.push_back(plain_name(graph, department));
    else
      result.profiles.push_back(std::move(profile));
  }
  if (!without.empty())
    result.without = fmt::format("The maps name {} too, but hold no such row on {}.",
                                 join_words(without), without.size() == 1 ? "it" : "them");
  return result;
}

}  // namespace crosscut
