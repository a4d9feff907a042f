#include "crosscut/base/text.h"
#include "crosscut/lens/aims.h"
#include "crosscut/lens/lens.h"
#include "crosscut/lens/weigh.h"
#include "crosscut/model/names.h"

namespace crosscut {
namespace {

const Card card = {
    .id = "single-silo-mission",
    .singular = "mission with a narrow team",
    .plural = "missions with a narrow team",
    .flag = "One department on its own",
    .family = "Missions",
    .question = "Which missions does one department carry alone?",
    .matters = "A mission is meant to reach what no department can reach by itself.",
    .definition =
        "An open mission where those who lead, deliver or contribute to it, to its "
        "targets and to the work that advances them come from fewer than 2 departments, "
        "or include no partner, council or devolved government.",
    .advice = "Ask who outside the lead department has to act, and give them a part.",
    .caveat = "The map may record only who leads.",
    .rule =
        "R27: contributors from 2 or more departments, and at least one outside government; at "
        "most Medium",
    .source = "European Commission, Missions in Horizon Europe, February 2021; the test is ours",
    .examples =
        {{"dfe leads opportunity:mission  hubs:programme advances opportunity  dfe leads hubs",
          "One department is on record as working on ‘Opportunity’"},
         {"dfe leads opportunity:mission  ho contributes-to opportunity  charity:partner "
          "contributes-to opportunity",
          ""}},
};

struct Team {
  std::vector<EntityId> departments;
  bool outsider = false;  // partner, council or devolved government
  std::vector<RelationId> relations;
  std::vector<Condition> ways;  // to be part of it: each with the path of what it works on
};

bool takes_part(Verb verb) {
  return verb == Verb::leads || verb == Verb::co_leads || verb == Verb::delivers ||
         verb == Verb::contributes_to || verb == Verb::funds;
}

Team find_team(const Graph& graph, EntityId mission) {
  std::vector<std::pair<EntityId, Condition>> items;  // and how each leads to the mission
  for (const EntityId target : targets_of(graph, mission)) items.emplace_back(target, all_of({}));
  items.emplace_back(mission, all_of({}));
  for (const RelationId r : paths_to(graph, mission))
    items.emplace_back(graph.relation(r).from, recorded(r));
  Team team;
  for (const auto& [item, path] : items) {
    for (const RelationId r : graph.in(item)) {
      const Relation& relation = graph.relation(r);
      const Kind kind = graph.entity(relation.from).kind;
      if (!takes_part(relation.verb) || !is_organisation(kind)) continue;
      team.relations.push_back(r);
      team.ways.push_back(all_of({path, recorded(r)}));
      const auto homes = graph.departments(relation.from);
      team.departments.insert(team.departments.end(), homes.begin(), homes.end());
      team.outsider = team.outsider || kind == Kind::partner || kind == Kind::council ||
                      kind == Kind::devolved_government;
    }
  }
  keep_unique(team.departments);
  keep_unique(team.relations);
  return team;
}

bool is_narrow(const Team& team) { return team.departments.size() < 2 || !team.outsider; }

Finding describe(const Graph& graph, EntityId mission, const Team& team, Like like) {
  Finding finding = gap_in_aim(
      graph, card, mission, Coverage::delivery,
      "one recorded contribution to " + full_name(graph, mission) + " from elsewhere", like);
  rest_on(graph, finding, all_of({finding.condition, any_of(team.ways)}));
  const std::string name = full_name(graph, mission);
  finding.headline =
      team.departments.size() < 2
          ? capitalise(count_of(team.departments.size(), "department is", "departments are")) +
                " on record as working on " + name
          : "We found no partner, council or devolved government working on " + name;
  finding.why = "A mission is meant to reach what no department can reach by itself.";
  finding.action = (finding.is_question() ? "Check with " + finding.ask + " who else"
                                          : std::string("Ask who else")) +
                   " has to act, and what part they have.";
  for (const RelationId r : team.relations) finding.evidence.push_back({r, {}});
  return finding;
}

std::vector<Finding> run(const LensInput& input) {
  std::vector<std::pair<EntityId, Team>> narrow;
  Like like;  // missions with a team on record; a wide one
  for (const EntityId mission : open_missions(input.graph)) {
    Team team = find_team(input.graph, mission);
    if (team.relations.empty()) continue;
    ++like.all;
    if (is_narrow(team))
      narrow.emplace_back(mission, std::move(team));
    else
      ++like.have;
  }
  std::vector<Finding> findings;
  for (const auto& [mission, team] : narrow)
    findings.push_back(describe(input.graph, mission, team, like));
  return findings;
}

}  // namespace

const Lens single_silo_mission_lens = {&card, run};

}  // namespace crosscut
