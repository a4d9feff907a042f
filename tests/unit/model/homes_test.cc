#include "crosscut/model/homes.h"

#include <gtest/gtest.h>

#include "crosscut/model/sketch.h"

namespace crosscut {
namespace {

/// The owners of an entity in a sketch, with ~ before them when presumed.
std::string home(std::string_view text, std::string_view id) {
  const Graph g = link(sketch(text), {}).graph;
  const Home& found = g.home(*g.find(id));
  std::string owners = found.presumed ? "~" : "";
  for (const EntityId owner : found.owners) owners += g.entity(owner).id + " ";
  return owners;
}

TEST(Homes, ADepartmentIsItsOwnHomeAndABodyHasItsParents) {
  EXPECT_EQ(home("ea under defra", "defra"), "defra ");
  EXPECT_EQ(home("ea under defra", "ea"), "defra ");
  EXPECT_EQ(home("team under ea:body  ea:body under defra", "team"), "defra ");
  EXPECT_EQ(home("lonely:body", "lonely"), "lonely ");
}

TEST(Homes, JointBodiesAndContestedItemsKeepBothOwners) {
  EXPECT_EQ(home("acas under dbt  acas under mhclg", "acas"), "dbt mhclg ");
  EXPECT_EQ(home("defra leads plan  mhclg leads plan", "plan"), "defra mhclg ");
}

TEST(Homes, ALeadWinsOverCoLeadsAndOtherCapacities) {
  EXPECT_EQ(home("defra leads plan  mhclg co-leads plan", "plan"), "defra ");
  EXPECT_EQ(home("defra leads plan as delivery  mhclg leads plan", "plan"), "mhclg ");
  EXPECT_EQ(home("defra leads plan as sro  mhclg leads plan as minister", "plan"), "mhclg ");
  EXPECT_EQ(home("defra leads plan ~0.5  mhclg leads plan as sro ~0.7", "plan"), "mhclg ");
  EXPECT_EQ(home("defra leads plan ~0.5", "plan"), "defra ");
}

TEST(Homes, PresentationForumsAndEndedLeadsOwnNothing) {
  EXPECT_EQ(home("defra leads plan  mhclg leads plan as presented", "plan"), "defra ");
  EXPECT_EQ(home("board:forum leads plan", "plan"), "~");
  EXPECT_EQ(home("defra leads plan 2020..2025  mhclg leads plan", "plan"), "mhclg ");
}

TEST(Homes, RolesAndBodiesLeadForTheirDepartment) {
  EXPECT_EQ(home("minister:role under defra  minister:role leads plan", "plan"), "defra ");
  EXPECT_EQ(home("minister:role under defra  minister:role leads plan  defra leads plan", "plan"),
            "defra ");
}

TEST(Homes, WithoutALeadTheParentThenTheWholeIsPresumed) {
  EXPECT_EQ(home("target:target under mission:mission  defra leads mission:mission", "target"),
            "~defra ");
  EXPECT_EQ(home("part part-of plan  defra leads plan", "part"), "~defra ");
  EXPECT_EQ(home("part part-of plan  defra leads plan  part:policy under mhclg", "part"),
            "~mhclg ");
  EXPECT_EQ(home("plan", "plan"), "~");
}

TEST(Homes, CirclesEndAndLongChainsAreFollowed) {
  EXPECT_EQ(home("a part-of b  b part-of a", "a"), "~");
  std::string text = "defra leads p0";
  for (int i = 0; i < 3000; ++i)
    text += "  p" + std::to_string(i + 1) + " part-of p" + std::to_string(i);
  EXPECT_EQ(home(text, "p3000"), "~defra ");
}

TEST(Homes, AnEndedParentIsNoHome) {
  Dataset data = sketch("ea under defra  ea:body under old");
  for (EntityRow& row : data.entities)
    if (row.id == "old") row.period.end = PartialDate{2025, 0, 0};
  const Graph g = link(data, {}).graph;
  ASSERT_EQ(g.home(*g.find("ea")).owners.size(), 1U);
  EXPECT_EQ(g.entity(g.home(*g.find("ea")).owners[0]).id, "defra");
  EXPECT_EQ(g.departments(*g.find("ea")).size(), 1U);
}

TEST(Homes, OnlyDepartmentsCountAsDepartments) {
  const Graph g = link(sketch("lonely:body leads plan"), {}).graph;
  EXPECT_EQ(g.home(*g.find("plan")).owners.size(), 1U);
  EXPECT_TRUE(g.departments(*g.find("plan")).empty());
}

}  // namespace
}  // namespace crosscut
