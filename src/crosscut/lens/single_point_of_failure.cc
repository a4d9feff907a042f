#include <algorithm>
#include <set>

#include "crosscut/base/text.h"
#include "crosscut/lens/delivery_routes.h"
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

Finding describe(const Graph& graph, const DeliveryRoutes& routes, const SinglePoint& point) {
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
  // It takes 2 missions, or the one that 2 departments answer for.
  std::sort(sure.rbegin(), sure.rend());
  finding.confidence = std::min(finding.absence, sure[std::min<std::size_t>(1, sure.size() - 1)]);
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
  finding.flip_distance = std::max<std::size_t>(1, point.missions.size() - 1);
  finding.flips = {count_of(finding.flip_distance,
                            "route to one of these missions that passes it by",
                            "routes, each to another of these missions, that pass it by")};
  return finding;
}

std::vector<Finding> run(const LensInput& input) {
  const DeliveryRoutes routes(input.graph);
  std::vector<Finding> findings;
  for (const SinglePoint& point : find_single_points(input.graph, routes))
    findings.push_back(describe(input.graph, routes, point));
  return findings;
}

}  // namespace

const Lens single_point_of_failure_lens = {&card, run};

}  // namespace crosscut
