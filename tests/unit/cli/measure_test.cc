// measure: the raw figures on standard output.
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "program.h"

namespace crosscut {
namespace {

const std::string map = std::string(CROSSCUT_ROOT) + "/graphs/uk-missions";

TEST(MeasureCommand, PrintsTheFiguresOfEachGraph) {
  for (const std::string graph : {"working", "coordination", "need"}) {
    const Ran ran = run_with({"measure", map, "--graph", graph, "-f", "json"});
    ASSERT_EQ(ran.code, 0) << ran.err;
    const auto measures = nlohmann::json::parse(ran.out).at("measures");
    EXPECT_EQ(measures.at("map").at("graph"), graph);
    EXPECT_GT(measures.at("entities").size(), 50U);
    EXPECT_GE(measures.at("map").at("modularity_best"),
              measures.at("map").at("modularity_departments"));
  }
}

TEST(MeasureCommand, SaysWhatIsNotEnoughEvidenceAndNever0) {
  const Ran ran = run_with({"measure", map});
  EXPECT_TRUE(ran.out.starts_with("level,id,measure,value,marking\r\n"));
  EXPECT_NE(ran.out.find(",congruence,not enough evidence,"), std::string::npos);
}

TEST(MeasureCommand, IsTheSameForAnyNumberOfThreads) {
  EXPECT_EQ(run_with({"measure", map, "-j", "1"}).out, run_with({"measure", map, "-j", "8"}).out);
}

TEST(MeasureCommand, RefusesOtherGraphsAndFormats) {
  const Ran graph = run_with({"measure", map, "--graph", "social"});
  EXPECT_EQ(graph.code, 2);
  EXPECT_NE(graph.err.find("working, coordination or need"), std::string::npos) << graph.err;
  EXPECT_EQ(run_with({"measure", map, "-f", "svg"}).code, 2);
  EXPECT_EQ(run_with({"measure"}).code, 2);
}

}  // namespace
}  // namespace crosscut
