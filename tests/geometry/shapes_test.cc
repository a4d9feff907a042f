#include "geometry/shapes.h"

#include <gtest/gtest.h>

#include "geometry/colour.h"

namespace crosscut::geometry {
namespace {

const Polygon square = outline_of(Rectangle{0, 0, 10, 10});

TEST(Shapes, DepthIsPositiveInsideAndNegativeOutside) {
  EXPECT_DOUBLE_EQ(depth({5, 4}, square), 4);
  EXPECT_DOUBLE_EQ(depth({12, 5}, square), -2);
  EXPECT_DOUBLE_EQ(depth({13, 14}, square), -5);
  const Polygon arrow = {{0, 0}, {10, 0}, {10, 10}, {5, 2}, {0, 10}};  // open at the top
  EXPECT_LT(depth({5, 8}, arrow), 0);
  EXPECT_GT(depth({1, 5}, arrow), 0);
  EXPECT_NEAR(depth({0, 0}, ellipse({0, 0}, 30, 10)), 10, 0.05);
  EXPECT_LT(depth({27, 8}, ellipse({0, 0}, 30, 10)), 0);  // in its corner, yet outside
}

TEST(Shapes, ACurveIsFollowedAndNotItsControls) {
  const Path arch = flatten({{0, 0}, {0, 20}, {30, 20}, {30, 0}});
  EXPECT_DOUBLE_EQ(arch.back().x, 30);
  EXPECT_NEAR(around(arch).top, 15, 0.01);  // three quarters of the controls' height
  for (std::size_t i = 1; i < arch.size(); ++i) EXPECT_LT(distance(arch[i - 1], arch[i]), 1);
  EXPECT_NEAR(distance({15, 20}, arch), 5, 0.01);
  EXPECT_EQ(flatten({{1, 1}, {2, 2}, {3, 3}, {4, 4}, {5, 5}, {6, 6}, {7, 7}}).back().x, 7);
}

TEST(Shapes, DenseLinesAndOverlap) {
  EXPECT_EQ(densify({{0, 0}, {2, 0}}, false).size(), 5U);
  EXPECT_EQ(densify({{0, 0}, {2, 0}}, true).size(), 8U);
  EXPECT_DOUBLE_EQ(deepest(densify({{-50, 3}, {50, 3}}, false), square), 3);
  EXPECT_DOUBLE_EQ(deepest(densify({{-50, 11}, {50, 11}}, false), square), -1);
  EXPECT_DOUBLE_EQ(overlap(Rectangle{0, 0, 4, 4}, Rectangle{3, 1, 9, 9}), 1);
  EXPECT_DOUBLE_EQ(overlap(Rectangle{0, 0, 4, 4}, Rectangle{6, 0, 9, 9}), -2);
  const Polygon diamond = {{14, -3}, {24, 5}, {14, 13}, {9, 5}};
  EXPECT_DOUBLE_EQ(overlap(square, diamond), 1);
  EXPECT_DOUBLE_EQ(overlap(square, square), 5);
  EXPECT_LT(overlap(square, Polygon{{15, 9}, {16, 20}, {9, 16}}), 0);  // in its corner only
}

TEST(Colours, ContrastIsThatOfWcag) {
  const Colour white = *colour_of("#ffffff");
  EXPECT_NEAR(contrast(white, *colour_of("#000000")), 21, 0.001);
  EXPECT_NEAR(contrast(*colour_of("#767676"), white), 4.54, 0.005);
  EXPECT_NEAR(contrast(*colour_of("#12436D"), white), 10.25, 0.005);
  EXPECT_NEAR(contrast(*colour_of("#B84300"), *colour_of("#FDE9DF")), 4.7, 0.05);
  EXPECT_FALSE(colour_of("red"));
  EXPECT_FALSE(colour_of("#12345g"));
  EXPECT_DOUBLE_EQ(colour_of("#fffffe00")->opacity, 0);
  EXPECT_NEAR(over(*colour_of("#00000080"), white).red, 0.498, 0.001);
}

}  // namespace
}  // namespace crosscut::geometry
