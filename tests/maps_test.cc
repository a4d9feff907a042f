// The maps in graphs/: each reads without an error, says what it is, and has a line in the README.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>

#include "crosscut/model/graph.h"
#include "crosscut/read/csv.h"
#include "crosscut/read/join.h"

namespace crosscut {
namespace {

namespace fs = std::filesystem;
const fs::path root = CROSSCUT_ROOT;

TEST(Maps, EachReadsWithoutErrorsAndIsInTheReadme) {
  std::ifstream stream(root / "README.md");
  std::stringstream readme;
  readme << stream.rdbuf();
  std::size_t maps = 0;
  for (const auto& entry : fs::directory_iterator(root / "graphs")) {
    const std::string name = entry.path().filename().string();
    const MapRead read = read_maps({entry.path().string()}, {});
    const Linked linked = link(read.dataset, {});
    EXPECT_FALSE(has_errors(read.diagnostics)) << name;
    EXPECT_FALSE(has_errors(linked.diagnostics)) << name;
    EXPECT_TRUE(read.dataset.maps.front().as_at.given()) << name << " has no as-at date";
    EXPECT_NE(read.dataset.maps.front().title, name) << name << " has no title";
    EXPECT_NE(readme.str().find("`graphs/" + name + "`"), std::string::npos) << name;
    ++maps;
  }
  EXPECT_GE(maps, 10U);
}

/// Score of a relation on the 7-point scale of Nilsson, Griggs and Visbeck (2016).
int score(const Relation& relation) {
  if (relation.verb == Verb::reinforces) return relation.strength;
  if (relation.verb == Verb::constrains || relation.verb == Verb::conflicts_with)
    return -relation.strength;
  return 0;
}

/// The cross-impact matrix of Weitz and others (2018), target by target: the sum of what each of
/// the 34 targets does to the others.
TEST(Maps, SdgOutSumsEqualThePublishedMatrix) {
  const Graph graph = link(read_maps({(root / "graphs/sdg").string()}, {}).dataset, {}).graph;
  std::map<std::string, int> sums;  // "1.3" -> out-sum
  for (const Relation& relation : graph.relations()) {
    const std::string from = graph.entity(relation.from).id;
    if (!from.starts_with("sdg-target-") ||
        !graph.entity(relation.to).id.starts_with("sdg-target-"))
      continue;
    std::string number = from.substr(11);
    number[number.find('-')] = '.';
    sums[number] += score(relation);
  }
  Files files;
  std::vector<Diagnostic> diagnostics;
  const auto file =
      load_file((root / "graphs/sdg/weitz-matrix.csv").string(), {}, files, diagnostics);
  ASSERT_TRUE(file);
  const Table matrix = parse_csv(*file, files, diagnostics);
  ASSERT_EQ(matrix.rows.size(), 34U);
  for (const auto& row : matrix.rows) {
    int published = 0;
    for (std::size_t i = 1; i < row.size(); ++i)
      if (!row[i].text.empty()) published += std::stoi(row[i].text);
    EXPECT_EQ(sums[row[0].text], published) << "target " << row[0].text.str();
  }
}

}  // namespace
}  // namespace crosscut
