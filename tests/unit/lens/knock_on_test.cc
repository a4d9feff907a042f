// Harm at one remove: what counts as a path, and what is left to trade-off.
#include "crosscut/lens/knock_on.h"

#include <gtest/gtest.h>

#include "crosscut/lens/lens.h"
#include "crosscut/model/sketch.h"

namespace crosscut {
namespace {

std::vector<Finding> find(std::string_view text) {
  const Graph graph = link(sketch(text), {}).graph;
  return find_lens("knock-on-harm")->run({graph, {}});
}

constexpr std::string_view base =
    "defra leads rules  desnz leads pylons:programme  desnz leads power:target  mhclg leads "
    "homes:mission  rules constrains pylons x2  pylons advances power x2  ";

TEST(KnockOn, ShowsEachPathAndWhatSpeaksForIt) {
  const auto found =
      find(std::string(base) + "homes depends-on pylons ~0.9  rules reinforces power");
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found.front().headline, "Rules make Pylons harder, and so ‘Power’ and ‘Homes’");
  EXPECT_EQ(found.front().basis,
            (std::vector<std::string>{"Rules constrain Pylons, and Pylons advance ‘Power’.",
                                      "Directly, Rules reinforce ‘Power’.",
                                      "Rules constrain Pylons, and ‘Homes’ depends on Pylons."}));
  EXPECT_EQ(found.front().evidence.size(), 4U);
}

TEST(KnockOn, AGuessBesideAPathOnRecordIsNotTold) {
  const auto found = find(std::string(base) + "homes depends-on pylons ~0.5");
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found.front().headline, "Rules make Pylons harder, and so ‘Power’");
  EXPECT_DOUBLE_EQ(found.front().confidence, 1);
}

TEST(KnockOn, RestsOnBothStepsAndOnTheOwners) {
  EXPECT_DOUBLE_EQ(find("defra leads rules ~0.6  desnz leads pylons  mhclg leads homes:target  "
                        "rules constrains pylons x2  homes depends-on pylons ~0.8")
                       .front()
                       .confidence,
                   0.6);
  EXPECT_TRUE(find("defra leads rules  desnz leads pylons  mhclg leads homes:target  rules "
                   "constrains pylons x2 ~0.4  homes depends-on pylons")
                  .empty());
}

TEST(KnockOn, IsSilentWhereTheTwoPullAgainstEachOtherDirectly) {
  EXPECT_TRUE(find(std::string(base) + "power conflicts-with rules").empty());
}

TEST(KnockOn, TellsAThirdOwnerWhatTradeOffTellsTheTwo) {
  constexpr std::string_view pulls =
      "defra leads rules  desnz leads pylons:programme  desnz leads power:target  rules "
      "conflicts-with pylons x2  pylons advances power x2  ";
  EXPECT_TRUE(find(pulls).empty());
  const auto found = find(std::string(pulls) + "mhclg leads homes:target  homes depends-on pylons");
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found.front().headline, "Rules pull against Pylons, and so against ‘Homes’");
}

TEST(KnockOn, WhatIsStatedTwiceHangsOnItsLead) {
  const auto found = find(
      "defra leads rules  desnz leads pylons  mhclg leads homes:target  ho leads safety:target  "
      "rules constrains pylons x2  rules conflicts-with pylons x2  homes depends-on pylons  safety "
      "depends-on pylons");
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found.front().flip_distance, 1U);
  EXPECT_EQ(found.front().flips, std::vector<std::string>{"Defra leads Rules"});
}

TEST(KnockOn, IsOneStepLessSevereThanTheSameHarmDoneDirectly) {
  EXPECT_EQ(find(base).front().severity, Severity::low);
  EXPECT_EQ(find(std::string(base) + "homes depends-on pylons").front().severity, Severity::medium);
}

TEST(KnockOn, AHubWithThousandsOnBothSidesIsCut) {
  std::string text = "desnz leads hub:programme";
  for (int i = 0; i < 1500; ++i) {
    const std::string n = std::to_string(i);
    text += "  defra leads r" + n + "  r" + n + " constrains hub x2  mhclg leads t" + n +
            ":target  t" + n + " depends-on hub";
  }
  const Graph graph = link(sketch(text), {}).graph;
  const auto found = find_knock_ons(graph);
  ASSERT_EQ(found.size(), 1500U);
  EXPECT_EQ(found.front().paths.size(), 100U);
}

}  // namespace
}  // namespace crosscut
