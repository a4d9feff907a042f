// Bodies that work away from home: counts and groups, and when the lens holds its tongue.
#include <gtest/gtest.h>

#include "crosscut/lens/lens.h"
#include "crosscut/model/sketch.h"

namespace crosscut {
namespace {

std::vector<Finding> find(const Dataset& data) {
  const Graph graph = link(data, {}).graph;
  return find_lens("away-from-home")->run({graph, {}});
}

/// Dwp and Dfe with work of their own, and bodies of Dwp that deliver so many policies of each.
std::string map_of(const std::vector<std::string>& bodies, int away, int own,
                   const std::string& certainty = "") {
  std::string text = "z:body under dwp  y:body under dwp";
  for (int i = 0; i < 6; ++i) {
    const std::string n = std::to_string(i);
    text += "  dfe leads e" + n + "  dwp leads w" + n + "  dfe delivers e" + n +
            "  dwp delivers w" + n + "  z delivers w" + n + "  y delivers w" + n;
  }
  for (const std::string& body : bodies) {
    text += "  " + body + ":body under dwp";
    for (int i = 0; i < away; ++i)
      text += "  " + body + " delivers e" + std::to_string(i) + " " + certainty;
    for (int i = 0; i < own; ++i) text += "  " + body + " delivers w" + std::to_string(i);
  }
  return text;
}

TEST(AwayFromHome, CountsAreSaidWithTheSearches) {
  const auto found = find(sketch(map_of({"agency"}, 5, 1)));
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found.front().basis,
            (std::vector<std::string>{
                "The Agency: 5 of 6 working relations are with Dfe, one with its own department; "
                "100 of 100 searches group it with the other."}));
  EXPECT_DOUBLE_EQ(found.front().confidence, 0.8);
  EXPECT_EQ(found.front().flip_distance, 2U);  // then it has 4 relations, and 5 are needed
  EXPECT_EQ(found.front().evidence.size(), 5U);
}

TEST(AwayFromHome, ThoseOfTheSameTwoDepartmentsAreToldTogether) {
  const auto found = find(sketch(map_of({"a1", "a2", "a3"}, 5, 0)));
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found.front().headline,
            "A1, A2 and A3 appear to work mainly with Dfe, although they belong to Dwp");
  EXPECT_EQ(found.front().subjects.size(), 3U);
  EXPECT_EQ(found.front().severity, Severity::medium);
}

TEST(AwayFromHome, HalfIsNotMainly) {
  EXPECT_TRUE(find(sketch(map_of({"agency"}, 3, 3))).empty());
  EXPECT_TRUE(find(sketch(map_of({"agency"}, 4, 0))).empty());
  EXPECT_EQ(find(sketch(map_of({"agency"}, 4, 1))).size(), 1U);
}

TEST(AwayFromHome, RestsOnTheRelationThatMakesTheMajority) {
  const auto guess = find(sketch(map_of({"agency"}, 6, 0, "~0.5")));
  ASSERT_EQ(guess.size(), 1U);
  EXPECT_TRUE(guess.front().is_question());
  EXPECT_EQ(guess.front().headline,
            "The Agency may work mainly with Dfe, although it belongs to Dwp");
  EXPECT_DOUBLE_EQ(find(sketch(map_of({"agency"}, 6, 0) + "  covers nothing")).front().confidence,
                   0.6);
}

TEST(AwayFromHome, OneThatStandsForManyIsNone) {
  Dataset data = sketch(map_of({"agency"}, 6, 0));
  for (EntityRow& row : data.entities) row.catch_all = row.id == "agency";
  EXPECT_TRUE(find(data).empty());
}

TEST(AwayFromHome, ManyRelationsDoNotMakeAGroup) {
  // Each policy is tied more strongly to the agency's own side, so that the search leaves it there.
  std::string text = "agency:body under dwp";
  for (int i = 0; i < 5; ++i) {
    const std::string n = std::to_string(i);
    text += "  dfe leads e" + n + "  agency delivers e" + n;
    for (const char* body : {"k", "l", "m", "n"})
      text += "  " + std::string(body) + n + ":body under dwp  " + body + n + " delivers e" + n;
  }
  EXPECT_TRUE(find(sketch(text)).empty());
}

}  // namespace
}  // namespace crosscut
