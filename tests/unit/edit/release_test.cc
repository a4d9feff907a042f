#include "crosscut/edit/release.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "crosscut/model/sketch.h"

namespace crosscut {
namespace {

EntityRow& entity(Dataset& data, std::string_view id) {
  return *std::find_if(data.entities.begin(), data.entities.end(),
                       [&](const EntityRow& row) { return row.id == id; });
}

Released released(const Dataset& data) { return release(data, link(data, {}).graph); }

std::vector<std::string> ids(const Dataset& data) {
  std::vector<std::string> all;
  for (const EntityRow& row : data.entities) all.push_back(row.id);
  return all;
}

TEST(Release, WithoutMarkingsAllRowsStay) {
  const Dataset data = sketch("dfe leads a  ho leads b  pins:body under ho");
  const Released copy = released(data);
  EXPECT_EQ(copy.withheld.entities + copy.withheld.relations + copy.withheld.sources, 0U);
  EXPECT_EQ(ids(copy.dataset), ids(data));
  EXPECT_EQ(copy.dataset.relations.size(), data.relations.size());
  EXPECT_EQ(copy.dataset.maps[0].covers, data.maps[0].covers);
}

TEST(Release, AMarkedEntityTakesWhatNamesItAlong) {
  Dataset data = sketch("dfe leads a  ho leads b  pins:body under ho  a depends-on b");
  entity(data, "ho").marking = "SECRET";
  entity(data, "ho").aliases = {"The Office"};
  entity(data, "dfe").marking = "OFFICIAL";
  data.relations[1].from.text = "the office";  // ho, by an alias
  data.same.push_back({{"home", {}}, {"ho", {}}, ""});
  Released copy = released(data);
  EXPECT_EQ(copy.withheld.entities, 1U);
  EXPECT_EQ(copy.withheld.relations, 1U);
  EXPECT_EQ(ids(copy.dataset), (std::vector<std::string>{"dfe", "a", "b", "pins"}));
  EXPECT_TRUE(entity(copy.dataset, "pins").parents.empty());
  EXPECT_TRUE(copy.dataset.same.empty());
  EXPECT_TRUE(link(copy.dataset, {}).diagnostics.empty());
  EXPECT_EQ(link(copy.dataset, {}).graph.marking(), "OFFICIAL");
}

TEST(Release, AMarkedRelationGoesAloneAndAnUnknownMarkingIsAbove) {
  Dataset data = sketch("dfe leads a  ho leads b  mod leads c");
  data.relations[0].marking = "OFFICIAL-SENSITIVE";
  data.relations[1].marking = "RESTRICTED";
  data.relations[2].marking = "official";
  const Released copy = released(data);
  EXPECT_EQ(copy.withheld.relations, 2U);
  ASSERT_EQ(copy.dataset.relations.size(), 1U);
  EXPECT_EQ(copy.dataset.relations[0].from.text, "mod");
  EXPECT_EQ(copy.dataset.entities.size(), 6U);
}

TEST(Release, SourcesThatOnlyRowsLeftOutCiteGoToo) {
  Dataset data = sketch("dfe leads a  ho leads b");
  data.sources.push_back({"leak", "A paper nobody may see", "", {}, "", "", {}, 0, {}});
  data.sources.push_back({"shared", "Cited by both", "", {}, "", "", {}, 0, {}});
  data.sources.push_back({"spare", "Cited by none", "", {}, "", "", {}, 0, {}});
  data.relations[0].marking = "SECRET";
  data.relations[0].sources = {{"leak", {}}, {"shared", {}}};
  data.relations[1].sources = {{"shared", {}}};
  const Released copy = released(data);
  EXPECT_EQ(copy.withheld.sources, 1U);
  std::vector<std::string> left;
  for (const SourceRow& row : copy.dataset.sources) left.push_back(row.id);
  EXPECT_EQ(left, (std::vector<std::string>{"sketch", "shared", "spare"}));
}

TEST(Release, NotesAndRespondentsAlwaysGo) {
  Dataset data = sketch("dfe leads a");
  data.entities[0].note = data.relations[0].note = "our own words";
  data.relations[0].respondent = "A team";
  data.relations[0].asked = "2026-05";
  const Dataset copy = released(data).dataset;
  EXPECT_EQ(copy.entities[0].note + copy.relations[0].note, "");
  EXPECT_EQ(copy.relations[0].respondent + copy.relations[0].asked, "");
}

TEST(Release, WhereARowIsLeftOutNoMapCountsAsComplete) {
  Dataset data = sketch("dfe leads a  ho leads b");
  data.relations[0].marking = "SECRET";
  EXPECT_TRUE(released(data).dataset.maps[0].covers.empty());
}

TEST(Release, AMapMarkedAsAWholeIsNotFit) {
  std::vector<MapInfo> maps(3);
  maps[1].marking = "OFFICIAL-SENSITIVE";
  maps[2].marking = "OFFICIAL";
  EXPECT_EQ(not_for_release(maps), std::vector<const MapInfo*>{&maps[1]});
}

}  // namespace
}  // namespace crosscut
