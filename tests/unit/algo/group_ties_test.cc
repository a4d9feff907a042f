#include "crosscut/algo/group_ties.h"

#include <gtest/gtest.h>

namespace crosscut::algo {
namespace {

using Labels = std::vector<std::uint32_t>;

TEST(AlgoGroupTies, TwoTrianglesAndATie) {
  const Digraph graph(6, {{0, 1}, {1, 2}, {2, 0}, {2, 3}, {3, 4}, {4, 5}, {5, 3}});
  const auto ties = group_ties(graph, Labels{0, 0, 0, 1, 1, 1}, 2);
  for (const GroupTies& group : ties) {
    EXPECT_EQ(group.inside, 3);
    EXPECT_EQ(group.leaving, 1);
    EXPECT_EQ(group.ends(), 7);
    EXPECT_EQ(group.others, 7);
    EXPECT_DOUBLE_EQ(*group.outward_share(), 1.0 / 7);
    EXPECT_DOUBLE_EQ(*group.conductance(), 1.0 / 7);
    EXPECT_DOUBLE_EQ(*group.normalised_cut(), 2.0 / 7);
    EXPECT_DOUBLE_EQ(*group.ei_index(), -0.5);
  }
}

// The rule: NetworkX divides by zero, igraph gives nan: not enough evidence.
TEST(AlgoGroupTies, AnIsolateHasNoConductance) {
  const auto ties = group_ties(Digraph(3, {{0, 1}, {2, 2}}), Labels{0, 0, 1}, 3);
  EXPECT_EQ(ties[1].outward_share(), std::nullopt);
  EXPECT_EQ(ties[1].conductance(), std::nullopt);
  EXPECT_EQ(ties[1].normalised_cut(), std::nullopt);
  EXPECT_EQ(ties[1].ei_index(), std::nullopt);
  EXPECT_EQ(ties[0].outward_share(), 0);  // all there is stays inside
  EXPECT_EQ(ties[0].conductance(), std::nullopt);
  EXPECT_EQ(ties[2].ends(), 0);  // nobody's label
}

TEST(AlgoGroupTies, TiesToVerticesInNoGroupLeave) {
  const auto ties =
      group_ties(Digraph(3, {{0, 1, 2}, {2, 1}, {1, 2, 4}}), Labels{0, 0, no_group}, 1);
  EXPECT_EQ(ties[0].inside, 2);
  EXPECT_EQ(ties[0].leaving, 5);
  EXPECT_EQ(ties[0].others, 5);
}

TEST(AlgoGroupTiesDeathTest, LabelsAreThoseOfGroups) {
  EXPECT_DEATH(group_ties(Digraph(2, {}), Labels{0, 1}, 1), "no group");
  EXPECT_DEATH(group_ties(Digraph(2, {}), Labels{0}, 1), "each vertex");
}

}  // namespace
}  // namespace crosscut::algo
