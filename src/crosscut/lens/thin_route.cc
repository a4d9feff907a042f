#include <algorithm>
#include <set>

#include "crosscut/algo/flow.h"
#include "crosscut/base/text.h"
#include "crosscut/lens/delivery_routes.h"
#include "crosscut/lens/lens.h"
#include "crosscut/lens/weigh.h"
#include "crosscut/model/names.h"

namespace crosscut {
namespace {

constexpr std::size_t enough_work = 3;
constexpr std::size_t most_units = 2;

const Card card = {
    .id = "thin-route",
    .singular = "thin route to a mission",
    .plural = "thin routes to missions",
    .flag = "Few routes lead to it",
    .family = "Bottlenecks",
    .question = "Which missions hang on one or 2 units, whatever the number of programmes?",
    .matters = "Much work can look like many routes and still stop all at once.",
    .definition =
        "An open mission with 3 or more items of work towards it, all of whose routes of delivery "
        "on record pass one or 2 units, or items of work that stand behind all of that work. "
        "Routes "
        "are those of single-point-of-failure; a mission that it tells of is not told again. Of "
        "several such pairs, the one nearest to those who deliver.",
    .advice = "Add a unit that can deliver, or plan for the absence of those named.",
    .caveat =
        "Who delivers is often not recorded, and then the work is a route of its own. Partners "
        "and councils may do much that the map does not see.",
    .rule = "Smallest vertex cut between all who deliver and the mission; at most Medium",
    .source =
        "Menger, Zur allgemeinen Kurventheorie, 1927; Even and Tarjan, Network flow and testing "
        "graph connectivity, 1975; the threshold is ours",
    .examples =
        {{"unit:body delivers hubs:programme  unit delivers lessons:programme  agency:body "
          "delivers books:programme  hubs advances opportunity:mission  lessons advances "
          "opportunity  books advances opportunity",
          "All 3 items of work towards ‘Opportunity’ that we found appear to go by way of the "
          "Agency "
          "and the Unit"},
         {"unit:body delivers hubs:programme  unit delivers lessons:programme  unit delivers "
          "books:programme  hubs advances opportunity:mission  lessons advances opportunity  books "
          "advances opportunity",
          "All 3 items of work towards ‘Opportunity’ that we found appear to go by way of the "
          "Unit"},
         {"unit:body delivers hubs:programme  unit delivers lessons:programme  agency:body "
          "delivers books:programme  hubs advances opportunity:mission  lessons advances "
          "opportunity  books advances opportunity  dfe delivers books",
          ""},
         {"unit:body delivers hubs:programme  unit delivers lessons:programme  hubs advances "
          "opportunity:mission  lessons advances opportunity",
          ""},
         {"unit:body delivers hubs:programme  unit delivers lessons:programme  agency:body "
          "delivers books:programme  hubs advances opportunity:mission  lessons advances "
          "opportunity  books advances opportunity  charity:partner contributes-to opportunity",
          ""}},
};

/// More routes than the lens asks for, seen without a search: those of one or 2 steps.
bool has_many_routes(const Graph& graph, const DeliveryRoutes& routes, EntityId mission) {
  const auto first_step = [&](algo::Vertex v) {
    const auto in = routes.digraph().in(v);
    return std::binary_search(in.begin(), in.end(), routes.root());
  };
  std::set<algo::Vertex> used;
  for (const algo::Vertex before : routes.digraph().in(algo::Vertex(mission))) {
    if (before == routes.root()) return true;
    if (first_step(before)) {
      used.insert(before);
    } else {
      for (const algo::Vertex unit : routes.digraph().in(before))
        if (is_organisation(graph.entity(EntityId{unit}).kind) && used.insert(unit).second) break;
    }
    if (used.size() > most_units) return true;
  }
  return false;
}

/// The units, or the work behind it, that close every route; empty when it takes more than 2, or
/// when a part of the work itself would have to go.
std::vector<EntityId> find_cut(const Graph& graph, const DeliveryRoutes& routes, EntityId mission,
                               const std::vector<EntityId>& work) {
  if (has_many_routes(graph, routes, mission)) return {};
  const auto found = algo::disjoint_routes(routes.digraph(), routes.root(), algo::Vertex(mission));
  if (!found.cut || found.cut->size() > most_units) return {};
  std::vector<EntityId> cut;
  for (const algo::Vertex v : *found.cut) {
    const bool part = std::binary_search(work.begin(), work.end(), EntityId{v});
    if (part || graph.entity(EntityId{v}).catch_all) return {};
    cut.push_back(EntityId{v});
  }
  return cut;
}

/// Not as many routes more as would make 3 with those that the cut closes.
Condition few_routes(const Graph& graph, EntityId mission, std::size_t cut, double absence,
                     Like like) {
  const Unstated route =
      missing_fact("one more route to " + full_name(graph, mission), absence, like);
  return any_of(none_of_these_on_record(route, most_units + 1 - cut));
}

Finding describe(const Graph& graph, const DeliveryRoutes& routes, EntityId mission,
                 const std::vector<EntityId>& cut, const std::vector<EntityId>& work, Like like) {
  const auto way = routes.way(cut, mission);
  Finding finding;
  finding.card = &card;
  finding.absence = absence_confidence(graph, mission, Coverage::delivery);
  std::vector<Condition> needed = {few_routes(graph, mission, cut.size(), finding.absence, like)};
  for (const RelationId r : rows_it_needs(graph, way.rows, [&](const Draws& draws) {
         return routes.only_by_way_of(cut, mission, enough_work, draws);
       }))
    needed.push_back(recorded(r));
  rest_on(graph, finding, all_of(std::move(needed)));
  finding.confidence =
      std::min(finding.confidence, *std::min_element(way.confidence.begin(), way.confidence.end()));
  std::vector<EntityId> items = work;
  items.push_back(mission);
  finding.severity =
      std::min(Severity::medium, weigh_severity(graph, {mission}, departments_of(graph, items)));
  finding.subjects = {mission};
  finding.affected = items.size();
  const std::string units = join_words(full_names(graph, cut));
  const std::string name = full_name(graph, mission);
  finding.headline =
      "All " + std::to_string(work.size()) + " items of work towards " + name + " that we found" +
      hedge(finding.confidence, " go", " appear to go", " may go") + " by way of " + units;
  finding.why = cut.size() == 1 ? "If it stops, we found no other route to the mission."
                                : "If both stop, we found no other route to the mission.";
  finding.action =
      finding.is_question()
          ? "Check with " + units + " by what other routes " + name + " can be reached."
          : "Plan for what happens if " + units + (cut.size() == 1 ? " stops" : " stop") +
                ", or add a unit that can deliver.";
  finding.ask = units;
  for (const RelationId r : way.rows) finding.evidence.push_back({r, {}});
  return finding;
}

std::vector<Finding> run(const LensInput& input) {
  const Graph& graph = input.graph;
  const DeliveryRoutes routes(graph);
  std::set<EntityId> told;
  for (const SinglePoint& point : find_single_points(graph, routes))
    told.insert(point.missions.begin(), point.missions.end());
  std::vector<std::pair<EntityId, std::vector<EntityId>>> thin;  // missions and their cuts
  Like like;  // missions with enough work; with more than 2 routes
  for (const EntityId mission : routes.missions()) {
    const auto work = routes.work_of(mission);
    if (work.size() < enough_work) continue;
    ++like.all;
    auto cut = find_cut(graph, routes, mission, work);
    if (cut.empty())
      ++like.have;
    else if (!told.contains(mission))
      thin.emplace_back(mission, std::move(cut));
  }
  std::vector<Finding> findings;
  for (const auto& [mission, cut] : thin)
    findings.push_back(describe(graph, routes, mission, cut, routes.work_of(mission), like));
  return findings;
}

std::vector<Bits> holds_in(const LensInput& input, const Draws& draws,
                           const std::vector<Finding>& findings) {
  const Graph& graph = input.graph;
  const DeliveryRoutes routes(graph);
  std::vector<Bits> held;
  for (const Finding& finding : findings) {
    const EntityId mission = finding.subjects.front();
    const auto cut = find_cut(graph, routes, mission, routes.work_of(mission));
    held.push_back(routes.only_by_way_of(cut, mission, enough_work, draws));
  }
  return held;
}

}  // namespace

const Lens thin_route_lens = {&card, run, holds_in};

}  // namespace crosscut
