#include "crosscut/write/before_after.h"

#include <gtest/gtest.h>

#include "crosscut/model/sketch.h"
#include "crosscut/plan/whatif.h"
#include "crosscut/read/changes.h"
#include "crosscut/read/join.h"

namespace crosscut {
namespace {

WhatIf try_sentences(std::string_view map, std::string sentences) {
  Dataset dataset = sketch(map);
  const std::uint32_t file = add_text("test.changes", std::move(sentences), dataset.files);
  std::vector<Diagnostic> diagnostics;
  const Scenario scenario = read_changes(file, dataset.files, diagnostics);
  EXPECT_TRUE(diagnostics.empty());
  return try_change(dataset, scenario, {}, 1);
}

constexpr std::string_view map =
    "dfe leads schools  dfe leads skills  agency:body under dfe  dwp leads jobs  hmt leads tax";

TEST(BeforeAfter, CountsWhatGoesAndWhatStays) {
  const WhatIf tried = try_sentences(map, "move agency to dwp\nmove skills to dwp\n");
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
      try_sentences("dfe co-leads poverty  dwp co-leads poverty  dwp leads jobs  dcms:department",
                    "merge dfe, dcms into people \"Department for People\"\n");
  const auto picture = before_after(tried.effect, "ba");
  ASSERT_TRUE(picture);
  ASSERT_EQ(picture->flows.size(), 1U);
  EXPECT_EQ(picture->flows.front().from, "dfe");
  EXPECT_EQ(picture->flows.front().to, "people");
}

TEST(BeforeAfter, NothingToDrawWhenNothingMoves) {
  EXPECT_FALSE(before_after(try_sentences(map, "add dwp contributes-to skills\n").effect, "ba"));
}

TEST(BeforeAfter, ANewDepartmentStandsOnTheRightOnly) {
  const WhatIf tried =
      try_sentences(map, "create department dsit \"Science & Technology\"\nmove skills to dsit\n");
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
