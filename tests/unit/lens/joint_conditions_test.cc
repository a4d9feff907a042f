// The conditions of joint work on a mission, one by one, and what the law asks of a mission.
#include "crosscut/lens/joint_conditions.h"

#include <gtest/gtest.h>

#include "crosscut/lens/lens.h"
#include "crosscut/model/sketch.h"

namespace crosscut {
namespace {

Graph graph_of(std::string_view text) { return link(sketch(text), {}).graph; }

/// One letter for each condition that is met: measure, due, owner, contributors, forum.
std::string met(std::string_view text) {
  const Graph graph = graph_of(text);
  std::string letters;
  const auto conditions = JointConditions(graph, *graph.find("aim")).all();
  for (std::size_t i = 0; i < conditions.size(); ++i)
    if (conditions[i].met) letters += "mdocf"[i];
  return letters;
}

TEST(JointConditions, EachIsMetByItsRows) {
  EXPECT_EQ(met("aim:mission"), "");
  EXPECT_EQ(met("aim:mission  aim measured rate"), "m");
  EXPECT_EQ(met("aim:mission  homes-1500:target part-of aim"), "m");
  EXPECT_EQ(met("aim:mission  t:target part-of aim  t due 2029"), "d");
  EXPECT_EQ(met("dfe leads aim:mission"), "o");
  EXPECT_EQ(met("dfe leads aim:mission  dwp leads aim"), "");
  EXPECT_EQ(met("aim:mission  board:forum part-of aim"), "");
  EXPECT_EQ(met("aim:mission  board:forum part-of aim  dfe chairs board"), "f");
  EXPECT_EQ(met("aim:mission  t:target part-of aim  board:forum consulted-on t  dfe chairs board"),
            "f");
}

TEST(JointConditions, ContributorsNeedWorkOfTheMission) {
  EXPECT_EQ(met("aim:mission  dwp contributes-to aim"), "");
  EXPECT_EQ(met("aim:mission  dwp contributes-to aim  dwp leads hubs:programme  hubs advances aim"),
            "c");
  EXPECT_EQ(met("aim:mission  agency:body under dwp  dwp contributes-to aim  agency delivers "
                "hubs:programme  hubs advances aim"),
            "c");
  EXPECT_EQ(met("aim:mission  dwp contributes-to aim  ho contributes-to aim  dwp leads "
                "hubs:programme  hubs advances aim"),
            "");
  EXPECT_EQ(met("dfe leads aim:mission  dfe leads hubs:programme  hubs advances aim"), "o");
  EXPECT_EQ(met("dfe leads aim:mission  dwp delivers hubs:programme  hubs advances aim"), "oc");
}

std::vector<Finding> find(Dataset data) {
  const Graph graph = link(data, {}).graph;
  return find_lens("mission-conditions")->run({graph, {}});
}

TEST(MissionConditions, NamesWhatIsThereAndWhatIsNot) {
  const auto found = find(sketch(
      "covers nothing  dfe leads aim:mission  dwp contributes-to aim  moj contributes-to aim"));
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found.front().headline,
            "We found one of the 5 conditions for joint work in place for ‘Aim’");
  EXPECT_EQ(found.front().basis,
            (std::vector<std::string>{
                "In place: one owner.",
                "We found no measure, no due date, no target, policy or programme of it that has "
                "a part for Dwp and Moj and no forum with a chair."}));
  EXPECT_EQ(found.front().flip_distance, 2U);
  EXPECT_TRUE(found.front().is_question());
  EXPECT_LE(found.front().severity, Severity::medium);
}

TEST(MissionConditions, NotesThatAllWorkIsByOne) {
  const auto found =
      find(sketch("dfe leads hubs:programme  hubs advances aim:mission  aim "
                  "measured attainment"));
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found.front().basis.at(2), "We found no number in its measure or targets.");
  EXPECT_EQ(found.front().basis.at(3), "The work towards it on record is all by Dfe.");
}

TEST(MissionConditions, ADutyInLawNeedsAReview) {
  constexpr std::string_view three =
      "dfe leads aim:mission  t:target part-of aim  t due 2029  t measured rate";
  const auto statutory = [](Dataset data) {
    for (EntityRow& row : data.entities) row.statutory = row.id == "aim";
    return data;
  };
  EXPECT_TRUE(find(sketch(three)).empty());
  const auto found = find(statutory(sketch(three)));
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found.front().headline, "‘Aim’ is a duty in law, and we found no review cycle for it");
  EXPECT_TRUE(find(statutory(sketch(std::string(three) + "  review:cycle advances aim"))).empty());
}

}  // namespace
}  // namespace crosscut
