#include "crosscut/lens/project.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "crosscut/lens/measures.h"
#include "crosscut/lens/meetings.h"
#include "crosscut/model/sketch.h"

namespace crosscut {
namespace {

Graph graph_of(std::string_view text) { return link(sketch(text), {}).graph; }

/// Weight of the arc between two entities by id, either way; 0 when there is none.
double weight(const Graph& graph, const Projection& p, std::string_view a, std::string_view b) {
  const auto one_way = [&](EntityId x, EntityId y) {
    const auto v = p.vertex_of[index_of(x)];
    const auto w = p.vertex_of[index_of(y)];
    if (v == Projection::no_vertex || w == Projection::no_vertex) return 0.0;
    const auto out = p.digraph.out(v);
    for (std::size_t k = 0; k < out.size(); ++k)
      if (out[k] == w) return p.digraph.out_weights(v)[k];
    return 0.0;
  };
  return one_way(*graph.find(a), *graph.find(b)) + one_way(*graph.find(b), *graph.find(a));
}

TEST(CoordinationGraph, AForumOfThreeAddsAHalfToEachPair) {
  const Graph graph =
      graph_of("a member-of board  b member-of board  c chairs board  a coordinates-with b x2");
  const Projection c = coordination_graph(graph);
  EXPECT_DOUBLE_EQ(weight(graph, c, "a", "b"), 2.5);
  EXPECT_DOUBLE_EQ(weight(graph, c, "a", "c"), 0.5);
}

TEST(WorkingGraph, LeavesOutLeadsAndParts) {
  const Graph graph = graph_of("a leads p  b contributes-to p  p part-of q  a co-leads q");
  const Projection w = working_graph(graph);
  EXPECT_DOUBLE_EQ(weight(graph, w, "a", "p"), 0);
  EXPECT_DOUBLE_EQ(weight(graph, w, "p", "q"), 0);
  EXPECT_DOUBLE_EQ(weight(graph, w, "b", "p"), 1);
  EXPECT_DOUBLE_EQ(weight(graph, w, "a", "q"), 1);
}

TEST(NeedGraph, ApprovalsEnterReversed) {
  const Graph graph = graph_of("p depends-on q  hmt approves p");
  const Projection n = need_graph(graph);
  const auto p = n.vertex_of[index_of(*graph.find("p"))];
  std::vector<std::string> needed;
  for (const algo::Vertex v : n.digraph.out(p)) needed.push_back(graph.entity(n.entities[v]).id);
  EXPECT_EQ(needed, (std::vector<std::string>{"hmt", "q"}));
}

TEST(MeetingGraph, TiesRolesAndBodiesToTheirParent) {
  const Graph graph =
      graph_of("minister:role under dfe  minister chairs board  ho member-of board");
  const Projection m = meeting_graph(graph);
  EXPECT_DOUBLE_EQ(weight(graph, m, "minister", "dfe"), 1);
  EXPECT_DOUBLE_EQ(weight(graph, m, "minister", "board"), 1);
  EXPECT_DOUBLE_EQ(weight(graph, m, "ho", "board"), 1);
}

TEST(Measures, EiAndCongruenceByHand) {
  // Two ties inside dfe, one between dfe and ho; one required pair, which meets.
  const Graph graph = graph_of(
      "a:body under dfe  b:body under dfe  c:body under ho  a coordinates-with b  a "
      "coordinates-with dfe  a coordinates-with c  dfe leads p  ho leads q  p depends-on q");
  const Measures m = measure(graph, department_pairs(graph));
  ASSERT_TRUE(m.map.ei);
  EXPECT_DOUBLE_EQ(*m.map.ei, (2.0 - 2.0) / 4.0);  // ties: a-b and a-dfe inside; a-c and p-q across
  ASSERT_TRUE(m.map.congruence);
  EXPECT_DOUBLE_EQ(*m.map.congruence, 1.0);
  EXPECT_EQ(m.departments.size(), 2U);
  EXPECT_EQ(m.departments.front().size, 4U);  // dfe, a, b, p
  EXPECT_DOUBLE_EQ(m.departments.front().internal, 2);
  EXPECT_DOUBLE_EQ(m.departments.front().external, 2);
  // 4 entities of dfe and 3 of ho: 1 - 2 (4*3 + 3*2) / (7*6), halved as pairs count once
  EXPECT_NEAR(*m.map.ei_expected, 1 - 2 * (12.0 + 6.0) / 42.0, 1e-12);
}

TEST(Measures, TransitiveDependentsAndMissions) {
  const Graph graph = graph_of("dfe leads m:mission  m depends-on p  p depends-on q");
  const Measures measures = measure(graph, department_pairs(graph));
  for (const EntityMeasures& e : measures.entities) {
    if (graph.entity(e.id).id != "q") continue;
    EXPECT_EQ(e.dependents, 1U);
    EXPECT_EQ(e.transitive_dependents, 2U);
    EXPECT_EQ(e.missions_reached, 1U);
  }
}

/// The figures of an entity by id.
EntityMeasures figures_of(const Graph& graph, std::string_view id,
                          MeasuredGraph which = MeasuredGraph::working) {
  MeasureOptions options;
  options.graph = which;
  options.all = true;
  const Measures measures = measure(graph, department_pairs(graph), options);
  const auto found = std::find_if(measures.entities.begin(), measures.entities.end(),
                                  [&](const auto& e) { return graph.entity(e.id).id == id; });
  EXPECT_NE(found, measures.entities.end());
  return *found;
}

TEST(Measures, SlackLooksAtTheOtherMembersOfACircle) {
  const Graph graph = graph_of(
      "x depends-on y  y depends-on x  y depends-on z  x due 2026-12-31  y due 2030-12-31  z due "
      "2027-12-31");
  EXPECT_EQ(figures_of(graph, "x").slack_days, -1461);  // y, and not its own date
  EXPECT_EQ(figures_of(graph, "y").slack_days, 1096);   // z, which is later than x
  EXPECT_FALSE(figures_of(graph, "z").slack_days);      // it needs nothing
}

TEST(Measures, CirclesAreNumberedAndTheRestHaveNone) {
  const Graph graph = graph_of("a depends-on b  b depends-on a  c depends-on a");
  EXPECT_EQ(figures_of(graph, "a").circle, 1U);
  EXPECT_EQ(figures_of(graph, "b").circle, 1U);
  EXPECT_FALSE(figures_of(graph, "c").circle);
}

TEST(Measures, AReciprocalNeedIsOneTie) {
  const Graph graph = graph_of(
      "dfe leads x  dfe leads y  ho leads z  x depends-on y  y depends-on x  x depends-on z");
  EXPECT_EQ(figures_of(graph, "x", MeasuredGraph::need).degree, 2U);
  MeasureOptions options;
  options.graph = MeasuredGraph::need;
  const Measures measures = measure(graph, department_pairs(graph), options);
  // Of the 3 tie ends in dfe one leaves.
  EXPECT_DOUBLE_EQ(*measures.departments.front().outward_share, 1.0 / 3);
}

TEST(Measures, ImpactOfAPairStaysOnItsScale) {
  const Graph graph = graph_of("x reinforces y x3  x advances y x3  x constrains z x2");
  EXPECT_EQ(figures_of(graph, "x").impact, 3 - 2);
}

TEST(CoordinationGraph, AForumHasNoSeatOnItself) {
  const Graph graph = graph_of("a member-of board:forum  b member-of board  board member-of board");
  const Projection c = coordination_graph(graph);
  EXPECT_EQ(c.digraph.arc_count(), 1U);
  EXPECT_DOUBLE_EQ(weight(graph, c, "a", "b"), 1);
}

TEST(Meetings, CountsBodiesForTheirDepartmentAndKnowsItsBase) {
  const Graph graph = graph_of(
      "x:body under dfe  x member-of board  ho member-of board  moj member-of other  empty:forum");
  EXPECT_EQ(seated_departments(graph, *graph.find("board")),
            (std::vector<EntityId>{*graph.find("dfe"), *graph.find("ho")}));
  EXPECT_TRUE(meet(department_pairs(graph), *graph.find("ho"), *graph.find("dfe")));
  EXPECT_FALSE(meet(department_pairs(graph), *graph.find("ho"), *graph.find("moj")));
  const ForumBase base = forum_base(graph);
  EXPECT_EQ(base.forums, 3U);
  EXPECT_EQ(base.with_members, 2U);
}

}  // namespace
}  // namespace crosscut
