// Single points of failure and thin routes against taking units away one by one and two by two.
#include "crosscut/lens/delivery_routes.h"

#include <gtest/gtest.h>

#include <map>
#include <random>
#include <set>

#include "crosscut/lens/lens.h"
#include "crosscut/model/sketch.h"

namespace crosscut {
namespace {

Graph graph_of(const std::string& text) { return link(sketch(text), {}).graph; }

std::vector<Finding> find(std::string_view lens, const Graph& graph) {
  return find_lens(lens)->run({graph, {}});
}

/// Programmes p0 to p7 delivered by bodies, a department or nobody, that advance missions m0 to m2
/// or each other.
std::string random_map(std::mt19937& random) {
  std::string text =
      "m0:mission  m1:mission  m2:mission  b0:body  b1:body  b2:body  dfe:department";
  for (int i = 0; i < 8; ++i) {
    const std::string item = "p" + std::to_string(i);
    text += "  " + item + ":programme";
    const auto drawn = random() % 12;
    if (drawn < 11) text += (drawn < 7 ? "  b0 delivers " : "  b1 delivers ") + item;
    if (random() % 10 == 0) text += "  b2 delivers " + item;
    if (random() % 40 == 0) text += "  dfe delivers " + item;
    for (int m = 0; m < 3; ++m)
      if (random() % 3 == 0) text += "  " + item + " advances m" + std::to_string(m);
    for (int j = 0; j < i; ++j)
      if (random() % 12 == 0) text += "  " + item + " part-of p" + std::to_string(j);
  }
  return text;
}

/// Whether a mission is reached from work that begins a route, or from a unit, without those gone.
bool is_reached(const Graph& graph, EntityId at, const std::set<EntityId>& gone,
                std::set<EntityId>& seen) {
  if (gone.contains(at) || !seen.insert(at).second) return false;
  const bool work = graph.entity(at).kind == Kind::programme;
  if (graph.entity(at).kind == Kind::body) return true;
  bool by_body = false, by_department = false, reached = false;
  for (const RelationId r : graph.in(at)) {
    const EntityId from = graph.relation(r).from;
    if (graph.relation(r).verb == Verb::delivers) {
      by_body = by_body || graph.entity(from).kind == Kind::body;
      by_department = by_department || graph.entity(from).kind == Kind::department;
    }
    reached = reached ||
              (graph.entity(from).kind != Kind::department && is_reached(graph, from, gone, seen));
  }
  return reached || (work && (by_department || !by_body));
}
bool is_reached(const Graph& graph, EntityId mission, const std::set<EntityId>& gone) {
  std::set<EntityId> seen;
  return is_reached(graph, mission, gone, seen);
}

std::vector<EntityId> candidates(const Graph& graph) {
  std::vector<EntityId> all;
  for (std::size_t i = 0; i < graph.entity_count(); ++i)
    if (graph.entity(EntityId(i)).kind == Kind::body ||
        graph.entity(EntityId(i)).kind == Kind::programme)
      all.push_back(EntityId(i));
  return all;
}

TEST(SinglePoint, IsWhatMissionsCannotDoWithout) {
  std::mt19937 random(3);
  std::size_t total = 0;
  for (int round = 0; round < 400; ++round) {
    const Graph graph = graph_of(random_map(random));
    const DeliveryRoutes routes(graph);
    std::map<EntityId, std::vector<EntityId>> expected;
    for (const EntityId v : candidates(graph))
      for (const EntityId mission : routes.missions())
        if (routes.work_of(mission).size() >= 2 && is_reached(graph, mission, {}) &&
            !is_reached(graph, mission, {v}))
          expected[v].push_back(mission);
    for (const SinglePoint& point : find_single_points(graph, routes)) {
      EXPECT_EQ(point.missions, expected[point.unit]) << graph.entity(point.unit).id.str();
      ++total;
    }
    // What is not told stands behind what is told, for the same missions.
    for (const auto& [v, missions] : expected) {
      if (missions.size() < 2) continue;
      const auto points = find_single_points(graph, routes);
      EXPECT_TRUE(std::any_of(points.begin(), points.end(), [&](const SinglePoint& point) {
        return point.missions == missions;
      })) << graph.entity(v).id.str();
    }
  }
  EXPECT_GE(total, 10U);
}

TEST(ThinRoute, IsThereWhereOneOrTwoCloseEveryRoute) {
  std::mt19937 random(4);
  std::size_t total = 0;
  for (int round = 0; round < 400; ++round) {
    const Graph graph = graph_of(random_map(random));
    const DeliveryRoutes routes(graph);
    std::set<EntityId> told;
    for (const SinglePoint& point : find_single_points(graph, routes))
      told.insert(point.missions.begin(), point.missions.end());
    std::set<EntityId> expected;
    const auto all = candidates(graph);
    const auto is_work_of = [&](EntityId mission, EntityId id) {
      const auto work = routes.work_of(mission);
      return std::find(work.begin(), work.end(), id) != work.end();
    };
    for (const EntityId mission : routes.missions()) {
      if (routes.work_of(mission).size() < 3 || told.contains(mission)) continue;
      for (const EntityId a : all)
        for (const EntityId b : all)
          if (!is_work_of(mission, a) && !is_work_of(mission, b) &&
              !is_reached(graph, mission, {a, b}))
            expected.insert(mission);
    }
    std::set<EntityId> found;
    for (const Finding& finding : find("thin-route", graph)) found.insert(finding.subjects.front());
    EXPECT_EQ(found, expected);
    total += found.size();
  }
  EXPECT_GE(total, 20U);
}

constexpr std::string_view two_missions =
    "unit:body delivers hubs:programme  unit delivers lessons:programme  unit delivers "
    "patrols:programme ~0.7  unit delivers courts:programme ~0.6  hubs advances "
    "opportunity:mission  lessons advances opportunity  patrols advances safety:mission  courts "
    "advances safety  ";

/// Without the row that says who delivers it, work is a route of its own.
TEST(SinglePoint, RestsOnEachRowThatSaysWhatItDelivers) {
  const auto found = find("single-point-of-failure", graph_of(std::string(two_missions)));
  ASSERT_EQ(found.size(), 1U);
  EXPECT_DOUBLE_EQ(found.front().confidence, 0.6);
  EXPECT_EQ(found.front().evidence.size(), 8U);
  EXPECT_EQ(found.front().flip_distance, 1U);
  EXPECT_TRUE(find("thin-route", graph_of(std::string(two_missions))).empty());
}

TEST(SinglePoint, OneThatStandsForManyIsNone) {
  Dataset data = sketch(two_missions);
  for (EntityRow& row : data.entities) row.catch_all = row.id == "unit";
  EXPECT_TRUE(find("single-point-of-failure", link(data, {}).graph).empty());
}

TEST(SinglePoint, WhatIsDeliveredIsNoRoute) {
  EXPECT_TRUE(find("single-point-of-failure",
                   graph_of(std::string(two_missions) + "courts status delivered"))
                  .empty());
}

TEST(ThinRoute, NamesBothAndWhatWouldUndoIt) {
  const auto found =
      find("thin-route", graph_of("a:body delivers x:programme  a delivers y:programme  b:body "
                                  "delivers z:programme ~0.7  x advances m:mission  y advances m  "
                                  "t:target part-of m  z advances t"));
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found.front().headline,
            "All 3 items of work towards ‘M’ that we found appear to go by way of A and B");
  EXPECT_DOUBLE_EQ(found.front().confidence, 0.7);
  EXPECT_EQ(found.front().evidence.size(), 6U);
  EXPECT_EQ(found.front().flip_distance, 1U);
  EXPECT_LE(found.front().severity, Severity::medium);
}

}  // namespace
}  // namespace crosscut
