#include "crosscut/model/marking.h"

#include <gtest/gtest.h>

#include "crosscut/model/graph.h"
#include "crosscut/model/sketch.h"

namespace crosscut {
namespace {

TEST(Marking, IsFoundInAnySpelling) {
  for (const std::string_view text :
       {"OFFICIAL-SENSITIVE", "official sensitive", "Official: Sensitive", "OFFICIAL – SENSITIVE"})
    EXPECT_EQ(find_marking(text), "OFFICIAL-SENSITIVE") << text;
  EXPECT_EQ(find_marking("Top Secret"), "TOP SECRET");
  EXPECT_EQ(find_marking("RESTRICTED"), std::nullopt);
  EXPECT_EQ(find_marking(""), std::nullopt);
}

TEST(Marking, AllButOfficialIsAboveIt) {
  for (const std::string_view text : {"", " ", "OFFICIAL", "official"})
    EXPECT_FALSE(is_above_official(text)) << text;
  for (const std::string_view text : {"OFFICIAL-SENSITIVE", "secret", "RESTRICTED"})
    EXPECT_TRUE(is_above_official(text)) << text;
}

TEST(Marking, TheHighestWinsAndAnUnknownOneHidesNoneBelow) {
  EXPECT_EQ(highest_marking({}), "OFFICIAL");
  EXPECT_EQ(highest_marking({"", "OFFICIAL-SENSITIVE", "OFFICIAL"}), "OFFICIAL-SENSITIVE");
  EXPECT_EQ(highest_marking({"SECRET", "TOP SECRET", "OFFICIAL"}), "TOP SECRET");
  EXPECT_EQ(highest_marking({"RESTRICTED", "OFFICIAL"}), "RESTRICTED");
  EXPECT_EQ(highest_marking({"RESTRICTED", "SECRET"}), "SECRET; RESTRICTED");
  const std::string both = highest_marking({"RESTRICTED", "SECRET"});
  EXPECT_EQ(highest_marking({both, "TOP SECRET", "RESTRICTED"}), "TOP SECRET; RESTRICTED");
}

TEST(Marking, OfAGraphIsTheHighestOfMapsAndRows) {
  Dataset data = sketch("dfe leads a  ho leads b 2020..2021");
  EXPECT_EQ(link(data, {}).graph.marking(), "OFFICIAL");
  data.maps[0].marking = "OFFICIAL-SENSITIVE";
  EXPECT_EQ(link(data, {}).graph.marking(), "OFFICIAL-SENSITIVE");
  data.relations[1].marking = "SECRET";  // also of a row that is not open
  EXPECT_EQ(link(data, {}).graph.marking(), "SECRET");
  data.entities[0].marking = "TOP SECRET";
  EXPECT_EQ(link(data, {}).graph.marking(), "TOP SECRET");
}

}  // namespace
}  // namespace crosscut
