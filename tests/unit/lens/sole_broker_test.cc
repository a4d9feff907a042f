// Who alone stands between two departments: against trying every pair and route, and at its edges.
#include <gtest/gtest.h>

#include <map>
#include <random>
#include <set>

#include "crosscut/lens/lens.h"
#include "crosscut/lens/meetings.h"
#include "crosscut/model/sketch.h"

namespace crosscut {
namespace {

std::vector<Finding> find(const Graph& graph) {
  const auto pairs = department_pairs(graph);
  return find_lens("sole-broker")->run({graph, pairs});
}
std::vector<Finding> find(const std::string& text) { return find(link(sketch(text), {}).graph); }

constexpr std::string_view base =
    "dft leads a  dft leads b  dft leads c  unit:body under hmt  mod leads d  a depends-on unit  b "
    "depends-on unit  c depends-on unit ~0.9  unit depends-on d  ";

TEST(SoleBroker, RestsOnTheThirdRouteAndOnWhatWasNotFound) {
  EXPECT_DOUBLE_EQ(find(std::string(base)).front().confidence, 0.8);
  EXPECT_DOUBLE_EQ(find(std::string(base) + "covers nothing").front().confidence, 0.6);
  EXPECT_DOUBLE_EQ(
      find(std::string(base) + "dft leads e  e depends-on unit ~0.3").front().confidence, 0.8);
  const auto weak = find(
      "dft leads a ~0.5  dft leads b  dft leads c  unit:body under hmt  mod "
      "leads d  a depends-on unit  b depends-on unit  c depends-on unit  unit "
      "depends-on d");
  EXPECT_DOUBLE_EQ(weak.front().confidence, 0.5);
  EXPECT_EQ(weak.front().headline,
            "All 3 routes that we found between Dft and Mod may go by way of the Unit");
}

TEST(SoleBroker, AnyDirectTieSilencesIt) {
  for (const char* tie :
       {"a reinforces d", "dft coordinates-with mod", "dft member-of board  mod member-of board",
        "dft co-leads d", "e:policy  dft leads e  mod leads e"})
    EXPECT_TRUE(find(std::string(base) + tie).empty()) << tie;
}

TEST(SoleBroker, TheBrokerStandsApartFromBoth) {
  EXPECT_TRUE(find("dft leads a  dft leads b  dft leads c  unit:body under mod  mod leads d  a "
                   "depends-on unit  b depends-on unit  c depends-on unit  unit depends-on d")
                  .empty());
}

TEST(SoleBroker, ApprovalsAreNeeds) {
  const auto found = find(
      "dft leads a  dft leads b  dft leads c  plan:policy  hmt leads plan  plan approves a  "
      "plan approves b  plan approves c  agency:body under mod  agency approves plan");
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found.front().headline,
            "All 3 routes that we found between Dft and Mod appear to go by way of the Plan");
}

/// The findings by trying every pair of departments, broker and pair of relations.
std::set<std::string> expected(const Graph& graph) {
  std::map<std::pair<EntityId, EntityId>, std::multiset<EntityId>> by_pair;
  std::set<std::pair<EntityId, EntityId>> joined;
  const auto home = [&](EntityId id) { return graph.departments(id).front(); };
  for (const Relation& r : graph.relations()) joined.insert(std::minmax(home(r.from), home(r.to)));
  for (const Relation& x : graph.relations())
    for (const Relation& y : graph.relations()) {
      if (x.to != y.from || x.verb != Verb::depends_on || y.verb != Verb::depends_on) continue;
      if (x.from == y.to || home(x.from) == home(y.to)) continue;
      if (home(x.to) == home(x.from) || home(x.to) == home(y.to)) continue;
      const std::pair<EntityId, EntityId> pair = std::minmax(home(x.from), home(y.to));
      if (!joined.contains(pair)) by_pair[pair].insert(x.to);
    }
  std::set<std::string> ids;
  for (const auto& [pair, brokers] : by_pair)
    if (brokers.size() >= 3 && brokers.count(*brokers.begin()) == brokers.size())
      ids.insert("sole-broker:" + graph.entity(*brokers.begin()).id + "+" +
                 graph.entity(pair.first).id + "+" + graph.entity(pair.second).id);
  return ids;
}

TEST(SoleBroker, FindsThoseThatTryingAllFinds) {
  std::mt19937 random(5);
  std::size_t total = 0;
  for (int round = 0; round < 300; ++round) {
    std::string text;
    for (int i = 0; i < 12; ++i)
      text += "  d" + std::to_string(i % 4) + " leads p" + std::to_string(i);
    for (int i = 0; i < 9; ++i) {  // most into 2 of them, and some out of these
      const auto hub = random() % 2;
      const auto from = i < 6 ? random() % 12 : hub;
      const auto to = i < 6 ? hub : random() % 12;
      if (from != to) text += "  p" + std::to_string(from) + " depends-on p" + std::to_string(to);
    }
    const Graph graph = link(sketch(text), {}).graph;
    std::set<std::string> found;
    for (const Finding& finding : find(graph)) found.insert(finding_id(finding, graph));
    EXPECT_EQ(found, expected(graph)) << text;
    total += found.size();
  }
  EXPECT_GE(total, 10U);
}

TEST(SoleBroker, AHubBetweenThousandsIsQuick) {
  std::string text = "unit:body under hmt";
  for (int i = 0; i < 2000; ++i) {
    const std::string n = std::to_string(i);
    text += "  dft leads a" + n + "  a" + n + " depends-on unit  mod leads b" + n +
            "  unit depends-on b" + n;
  }
  const auto found = find(text);
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found.front().headline,
            "All 900 routes that we found between Dft and Mod appear to go by way of the Unit");
}

}  // namespace
}  // namespace crosscut
