#include <algorithm>
#include <set>

#include "crosscut/base/text.h"
#include "crosscut/lens/delivery_routes.h"
#include "crosscut/lens/drawn_network.h"
#include "crosscut/lens/lens.h"
#include "crosscut/lens/weigh.h"
#include "crosscut/model/names.h"

namespace crosscut {
namespace {

const Card card = {
    .id = "single-point-of-failure",
    .singular = "single point of failure",
    .plural = "single points of failure",
    .flag = "All routes pass it",
    .family = "Bottlenecks",
    .question = "Without what would more than one mission have no route left?",
    .matters = "If it stops, missions of several owners stop with it.",
    .definition =
        "A unit or an item of work that every route of delivery on record passes, to 2 or more "
        "open missions or to one that 2 departments answer for. Routes go from units that deliver, "
        "by way of work, to the missions that it advances; one route is enough for a mission. A "
        "mission counts with 2 or more items of work. Departments are not looked at, nor entities "
        "that stand for many.",
    .advice = "Plan for its absence, or give each mission a second route.",
    .caveat =
        "Who delivers is often not recorded, and then the work is a route of its own. What a "
        "mission depends on is another matter: see bottleneck.",
    .rule = "Dominators of missions, from a root before all who deliver",
    .source =
        "Lengauer and Tarjan, A fast algorithm for finding dominators in a flowgraph, 1979; the "
        "threshold is ours",
    .examples =
        {{"unit:body delivers hubs:programme  unit delivers lessons:programme  unit delivers "
          "patrols:programme  unit delivers courts:programme  hubs advances opportunity:mission  "
          "lessons advances opportunity  patrols advances safety:mission  courts advances safety",
          "All 4 items of work towards ‘Opportunity’ and ‘Safety’ that we found appear to go by "
          "way "
          "of the Unit"},
         {"unit:body delivers hubs:programme  unit delivers lessons:programme  unit delivers "
          "patrols:programme  dfe delivers courts:programme  hubs advances opportunity:mission  "
          "lessons advances opportunity  patrols advances safety:mission  courts advances safety",
          ""},
         {"unit:body delivers hubs:programme  unit delivers patrols:programme  hubs advances "
          "opportunity:mission  patrols advances safety:mission",
          ""},
         {"unit:body delivers hubs:programme  unit delivers lessons:programme  unit delivers "
          "patrols:programme  unit delivers courts:programme  hubs advances opportunity:mission  "
          "lessons advances opportunity  patrols advances safety:mission  courts advances safety  "
          "charity:partner contributes-to safety",
          ""}},
};

/// It takes 2 missions, or the one that 2 departments answer for.
std::size_t missions_needed(std::size_t missions) { return std::min<std::size_t>(2, missions); }

/// In which draws it is one: on all routes on record to as many missions as it takes.
Bits stands_in(const DeliveryRoutes& routes, const SinglePoint& point, const Draws& draws) {
  std::vector<Bits> missions;
  for (const EntityId mission : point.missions)
    missions.push_back(routes.only_by_way_of({point.unit}, mission, least_work, draws));
  return in_at_least(missions_needed(missions.size()), missions, draws);
}

/// No route that is not on record passes it by, to as many missions as it takes.
Condition no_way_round(const Graph& graph, const SinglePoint& point, double absence, Like like) {
  std::vector<Condition> missions;
  for (const EntityId mission : point.missions)
    missions.push_back(not_on_record(missing_fact(
        "one route to " + full_name(graph, mission) + " that passes it by", absence, like)));
  return at_least(missions_needed(point.missions.size()), std::move(missions));
}

Finding describe(const Graph& graph, const DeliveryRoutes& routes, const SinglePoint& point,
                 Like like) {
  Finding finding;
  finding.card = &card;
  std::vector<EntityId> work;
  std::vector<double> sure;
  std::vector<RelationId> rows;
  for (const EntityId mission : point.missions) {
    const auto of_mission = routes.work_of(mission);
    work.insert(work.end(), of_mission.begin(), of_mission.end());
    const auto way = routes.way({point.unit}, mission);
    rows.insert(rows.end(), way.rows.begin(), way.rows.end());
    sure.push_back(way.confidence.front());
    finding.absence =
        std::min(finding.absence, absence_confidence(graph, mission, Coverage::delivery));
  }
  keep_unique(work);
  keep_unique(rows);
  std::sort(sure.rbegin(), sure.rend());
  std::vector<Condition> needed = {no_way_round(graph, point, finding.absence, like)};
  for (const RelationId r : rows_it_needs(
           graph, rows, [&](const Draws& draws) { return stands_in(routes, point, draws); }))
    needed.push_back(recorded(r));
  rest_on(graph, finding, all_of(std::move(needed)));
  finding.confidence = std::min(finding.confidence, sure[missions_needed(sure.size()) - 1]);
  std::vector<EntityId> items = point.missions;
  items.insert(items.end(), work.begin(), work.end());
  finding.severity = weigh_severity(graph, point.missions, departments_of(graph, items));
  finding.subjects = {point.unit};
  finding.affected = items.size();
  const std::string name = full_name(graph, point.unit);
  finding.headline = "All " + std::to_string(work.size()) + " items of work towards " +
                     join_some(full_names(graph, point.missions), 3) + " that we found" +
                     hedge(finding.confidence, " go", " appear to go", " may go") + " by way of " +
                     name;
  finding.why = "If it stops, we found no other route to these missions.";
  finding.action =
      finding.is_question()
          ? "Check with " + name + " by what other routes these missions can be reached."
          : "Plan for what happens if " + name + " stops, or give each mission a second route.";
  finding.ask = name;
  for (const RelationId r : rows) finding.evidence.push_back({r, {}});
  return finding;
}

std::vector<Finding> run(const LensInput& input) {
  const DeliveryRoutes routes(input.graph);
  const auto points = find_single_points(input.graph, routes);
  std::set<EntityId> passing;  // missions that all go by way of one
  for (const SinglePoint& point : points)
    passing.insert(point.missions.begin(), point.missions.end());
  Like like;  // missions with 2 items of work or more; with a way round
  for (const EntityId mission : routes.missions())
    if (routes.work_of(mission).size() >= 2) ++like.all;
  like.have = like.all - std::min(like.all, passing.size());
  std::vector<Finding> findings;
  for (const SinglePoint& point : points)
    findings.push_back(describe(input.graph, routes, point, like));
  return findings;
}

std::vector<Bits> holds_in(const LensInput& input, const Draws& draws,
                           const std::vector<Finding>& findings) {
  const DeliveryRoutes routes(input.graph);
  std::vector<Bits> held;
  const auto points = find_single_points(input.graph, routes);
  for (const Finding& finding : findings) {
    const EntityId unit = finding.subjects.front();
    const auto point = std::find_if(points.begin(), points.end(),
                                    [&](const SinglePoint& p) { return p.unit == unit; });
    held.push_back(stands_in(routes, *point, draws));
  }
  return held;
}

}  // namespace

const Lens single_point_of_failure_lens = {&card, run, holds_in};

}  // namespace crosscut
