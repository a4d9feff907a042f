#include "crosscut/write/before_after.h"

#include <gtest/gtest.h>

#include "crosscut/model/sketch.h"
#include "unit/sentences.h"

namespace crosscut {
namespace {

WhatIf try_on(std::string_view map, std::string sentences) {
  return try_sentences(sketch(map), std::move(sentences));
}

constexpr std::string_view map =
    "dfe leads schools  dfe leads skills  agency:body under dfe  dwp leads jobs  hmt leads tax";

TEST(BeforeAfter, CountsWhatGoesAndWhatStays) {
  const WhatIf tried = try_on(map, "move agency to dwp\nmove skills to dwp\n");
  const auto picture = before_after(tried.effect, "ba");
  ASSERT_TRUE(picture);
  std::vector<std::string> flows;
  for (const Flow& flow : picture->flows)
    flows.push_back(flow.from + " " + flow.to + " " + std::to_string(flow.count));
  EXPECT_EQ(flows, (std::vector<std::string>{"dfe dfe 1", "dfe dwp 2", "dwp dwp 1"}));
  EXPECT_EQ(picture->page.title, "2 things would answer to another department");
  EXPECT_EQ(picture->page.lines.size(), 3U);
}

TEST(BeforeAfter, OfWhatTwoLeadOnlyTheOneThatChangesCounts) {
  const WhatIf tried =
      try_on("dfe co-leads poverty  dwp co-leads poverty  dwp leads jobs  dcms:department",
             "merge dfe, dcms into people \"Department for People\"\n");
  const auto picture = before_after(tried.effect, "ba");
  ASSERT_TRUE(picture);
  ASSERT_EQ(picture->flows.size(), 1U);
  EXPECT_EQ(picture->flows.front().from, "dfe");
  EXPECT_EQ(picture->flows.front().to, "people");
}

TEST(BeforeAfter, AnEarlierDayIsNotToday) {
  const auto on = [](const LinkOptions& day) {
    const auto picture =
        before_after(try_sentences(sketch(map), "move agency to dwp\n", day).effect, "ba");
    return write_before_after_dot(*picture, true);
  };
  EXPECT_NE(on({}).find("Today"), std::string::npos);
  const std::string earlier = on({*parse_date("2020")});
  EXPECT_EQ(earlier.find("oday"), std::string::npos);
  EXPECT_NE(earlier.find("Before the change"), std::string::npos);
}

TEST(BeforeAfter, NothingToDrawWhenNothingMoves) {
  EXPECT_FALSE(before_after(try_on(map, "add dwp contributes-to skills\n").effect, "ba"));
}

TEST(BeforeAfter, ANewDepartmentStandsOnTheRightOnly) {
  const WhatIf tried =
      try_on(map, "create department dsit \"Science & Technology\"\nmove skills to dsit\n");
  const auto picture = before_after(tried.effect, "ba");
  ASSERT_TRUE(picture);
  EXPECT_EQ(picture->before.size(), 1U);
  EXPECT_EQ(picture->after.size(), 2U);
  const std::string dot = write_before_after_dot(*picture, true);
  EXPECT_EQ(dot.find("Science & "), std::string::npos) << "names are escaped";
  EXPECT_NE(dot.find("dfe-to-dsit"), std::string::npos);
}

}  // namespace
}  // namespace crosscut
