#include "crosscut/write/json.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "crosscut/lens/examine.h"
#include "crosscut/model/sketch.h"

namespace crosscut {
namespace {

nlohmann::json json_of(std::string_view text) {
  return nlohmann::json::parse(write_json(examine(link(sketch(text), {}).graph, {}, {})));
}

std::vector<std::string> keys(const nlohmann::json& object) {
  std::vector<std::string> names;
  for (const auto& [key, value] : object.items()) names.push_back(key);
  std::sort(names.begin(), names.end());
  return names;
}

TEST(Json, HoldsTheKeysOfTheContract) {
  const auto json = json_of("dfe contributes-to hubs:programme  ho contributes-to hubs");
  EXPECT_EQ(keys(json), (std::vector<std::string>{"accepted", "diagnostics", "findings", "map",
                                                  "measures", "not_looked_for", "schema", "tool"}));
  EXPECT_EQ(json.at("schema"), 1);
  const auto& finding = json.at("findings").at(0);
  EXPECT_EQ(keys(finding), (std::vector<std::string>{"action", "ask", "basis", "confidence",
                                                     "evidence", "headline", "id", "lens",
                                                     "robustness", "severity", "subjects", "why"}));
  EXPECT_EQ(finding.at("id"), "no-lead:hubs");
  EXPECT_EQ(finding.at("robustness").at("flip_distance"), 1);
  EXPECT_EQ(finding.at("robustness").at("draws"), 0);
  EXPECT_GT(finding.at("robustness").at("share"), 0);
  EXPECT_LE(finding.at("robustness").at("share"), 1);
}

TEST(Json, AnEntityRowIsEvidenceAsARelation) {
  const auto json = json_of("dfe contributes-to hubs:programme");
  const auto& evidence = json.at("findings").at(0).at("evidence").at(0);
  EXPECT_EQ(evidence.at("from"), "hubs");
  EXPECT_EQ(evidence.at("relation"), "recorded-as");
  EXPECT_EQ(evidence.at("to"), "programme");
  EXPECT_EQ(evidence.at("source").at(0), "sketch");
}

TEST(Json, WhatIsUndefinedIsNullNotZero) {
  const auto json = json_of("dft leads a");
  EXPECT_TRUE(json.at("measures").at("map").at("congruence").is_null());
  EXPECT_TRUE(json.at("measures").at("map").at("ei").is_null());
  EXPECT_TRUE(json.at("measures").at("departments").at(0).at("outward_share").is_null());
}

}  // namespace
}  // namespace crosscut
