#include "crosscut/draw/numbers.h"

#include <gtest/gtest.h>

#include <cmath>

#include "crosscut/draw/draw.h"
#include "geometry/checks.h"

namespace crosscut {
namespace {

/// A straight line of spots a point apart, with a number of 8 by 12 points.
NumberedLine straight(Spot from, Spot to) {
  NumberedLine line{{}, 8, 12};
  add_curve(line.path, from, from, to, to);
  return line;
}

TEST(Numbers, StandHalfWayAlongTheirLine) {
  const auto spots = place_numbers({straight({0, 0}, {0, 60}), straight({50, 0}, {90, 40})}, {});
  ASSERT_EQ(spots.size(), 2U);
  EXPECT_EQ(spots[0].x, 0);
  EXPECT_NEAR(spots[0].y, 30, 1);
  EXPECT_NEAR(spots[1].x, 70, 1);
  EXPECT_NEAR(spots[1].y, 20, 1);
}

TEST(Numbers, MakeWayForBoxesLinesAndEachOther) {
  const NumberedLine line = straight({0, 0}, {0, 60});
  const Spot below_box = place_numbers({line}, {{-20, 25, 20, 40}})[0];
  EXPECT_EQ(below_box.x, 0);
  EXPECT_LT(below_box.y, 25 - 6);
  const auto crossed = place_numbers({line, straight({-40, 30}, {41, 30})}, {});
  EXPECT_EQ(crossed[0].x, 0);
  EXPECT_GT(std::abs(crossed[0].y - 30), 6);
  EXPECT_GT(std::abs(crossed[1].x), 4);
  const auto side_by_side = place_numbers({line, straight({6, 0}, {6, 60})}, {});
  EXPECT_GT(std::abs(side_by_side[0].y - side_by_side[1].y), 12);
}

TEST(Numbers, StepAsideWhereTheLineHasNoRoom) {
  // Between two boxes, with a line that joins it half way from the right.
  const auto spots = place_numbers({straight({0, 0}, {0, 20}), straight({-0.5, 10}, {60, 10})},
                                   {{-50, -30, 50, 0}, {-50, 20, 50, 50}});
  EXPECT_LT(spots[0].x, -4);
  EXPECT_GT(spots[0].x, -8);
}

TEST(Numbers, NothingToPlace) {
  EXPECT_TRUE(place_numbers({}, {}).empty());
  EXPECT_EQ(place_numbers({{{}, 8, 12}, {{{1, 1}}, 0, 0}}, {}).size(), 2U);
}

TEST(Numbers, AreDrawnWhereTheyWerePlaced) {
  const std::string number =
      "[xlabel=<<TABLE BORDER=\"0\" BGCOLOR=\"#FFFFFF\"><TR><TD>7</TD></TR></TABLE>>]";
  for (const char* settings : {"", "rankdir=LR", "rankdir=RL", "rankdir=BT"}) {
    const DrawResult result = draw(
        "digraph { graph [outputorder=edgesfirst ranksep=1 " + std::string(settings) +
            "] subgraph cluster_page { label=Page a -> b " + number + " a -> c " + number + " } }",
        {ImageFormat::json});
    ASSERT_TRUE(result.drawing) << result.failure;
    const auto layout = geometry::read_layout(result.drawing->images.at(ImageFormat::json));
    ASSERT_EQ(layout.lines.size(), 2U);
    for (const auto& line : layout.lines) {
      const auto& path = line.strokes.front().path;
      EXPECT_LT(geometry::distance(line.number.front().ink.centre(), path), 3) << settings;
      EXPECT_LT(geometry::distance(line.number.front().ink.centre(), path[path.size() / 2]), 12)
          << settings;
    }
  }
}

}  // namespace
}  // namespace crosscut
