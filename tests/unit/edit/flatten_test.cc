#include "crosscut/edit/flatten.h"

#include <gtest/gtest.h>

namespace crosscut {
namespace {

SourceRow source(const std::string& id, const std::string& title, MapIndex map) {
  SourceRow row;
  row.id = id;
  row.title = title;
  row.map = map;
  return row;
}

RelationRow relation(const std::vector<std::string>& sources, MapIndex map) {
  RelationRow row;
  for (const std::string& text : sources) row.sources.push_back({text, {}});
  row.map = map;
  return row;
}

std::string texts(const std::vector<Reference>& references) {
  std::string text;
  for (const Reference& reference : references) text += reference.text + " ";
  return text;
}

Dataset two_maps() {
  Dataset data;
  data.maps.resize(2);
  data.maps[0].folder = "first";
  data.maps[1].folder = "The second | map";
  return data;
}

TEST(Flatten, KeepsTwoSourcesOfOneIdApart) {
  Dataset data = two_maps();
  data.sources = {source("s", "A", 0), source("t", "T", 0), source("s", "B", 1),
                  source("t", "T", 1)};
  data.relations = {relation({"s", "t"}, 0), relation({"s", "t"}, 1)};
  const Dataset one = flatten(data);
  ASSERT_EQ(one.sources.size(), 3U);
  EXPECT_EQ(one.sources[2].id, "second-map-s");
  EXPECT_EQ(texts(one.relations[0].sources), "s t ");
  EXPECT_EQ(texts(one.relations[1].sources), "second-map-s t ");
}

TEST(Flatten, DoesNotGiveARowTheSourceOfAnotherMap) {
  Dataset data = two_maps();
  data.sources = {source("s", "A", 0)};
  data.relations = {relation({"s", "unlisted"}, 1)};
  EXPECT_EQ(texts(flatten(data).relations[0].sources), "second-map-s unlisted ");
}

TEST(Flatten, TakesNewIdsThatAreFree) {
  Dataset data = two_maps();
  data.sources = {source("s", "A", 0), source("second-map-s", "C", 0), source("s", "B", 1)};
  EXPECT_EQ(flatten(data).sources[2].id, "second-map-s-2");
}

TEST(Flatten, GathersTheSourcesOfAJoinedEntity) {
  Dataset data = two_maps();
  data.sources = {source("s", "A", 0), source("s", "B", 1)};
  EntityRow row;
  row.id = "x";
  row.sources = {{"s", {}}};
  row.other_sources = {{1, {"s", {}}}, {0, {"s", {}}}};
  row.other_maps = {1};
  data.entities = {row};
  const Dataset one = flatten(data);
  EXPECT_EQ(texts(one.entities[0].sources), "s second-map-s ");
  EXPECT_TRUE(one.entities[0].other_maps.empty());
}

TEST(Flatten, SaysOfTheWholeWhatHoldsOfEach) {
  Dataset data = two_maps();
  data.maps[0].title = "A";
  data.maps[1].title = "B";
  data.maps[0].as_at = *parse_date("2026");
  data.maps[1].as_at = *parse_date("2026-03");
  data.maps[0].marking = "OFFICIAL";
  data.maps[1].marking = "SECRET";
  data.maps[0].covers = {Coverage::leads, Coverage::dates};
  data.maps[1].covers = {Coverage::dates, Coverage::money};
  const Dataset one = flatten(data);
  ASSERT_EQ(one.maps.size(), 1U);
  EXPECT_EQ(one.maps[0].title, "A and B");
  EXPECT_EQ(one.maps[0].marking, "SECRET");
  EXPECT_EQ(write_date(one.maps[0].as_at), "2026");
  EXPECT_EQ(one.maps[0].covers, std::vector<Coverage>{Coverage::dates});
  EXPECT_EQ(flatten(data, "Both").maps[0].title, "Both");
}

}  // namespace
}  // namespace crosscut
