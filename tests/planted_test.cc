// Generated governments with known faults: does each lens find all of them, and nothing else? A
// class is a lens; a finding counts when its confidence is 0.65 or more, as the rest are questions.
#include <gtest/gtest.h>

#include <cstdio>
#include <cstdlib>

#include "crosscut/lens/examine.h"
#include "crosscut/lens/lens.h"
#include "crosscut/lens/meetings.h"
#include "planted/noise.h"
#include "planted/plants.h"

namespace crosscut {
namespace {

using planted::plant;
using planted::Planted;
using planted::Recipe;
using Ids = std::set<std::string>;

constexpr std::array<std::string_view, 9> classes = {
    "silo",    "bottleneck",          "cut-point",       "rival-leads",
    "no-lead", "circular-dependency", "late-dependency", "coordination-gap",
    "trade-off"};

const std::vector<Recipe>& recipes() {
  static const std::vector<Recipe> all = {{1, 300}, {2, 300},       {3, 500},  {4, 700},
                                          {5, 900}, {6, 900, true}, {7, 1200}, {8, 1500},
                                          {9, 2000}, {10, 2000, true}};
  return all;
}

Graph graph_of(const Dataset& data) { return link(data, {}).graph; }

Ids found_by(std::string_view lens, const Graph& graph, const std::vector<DepartmentPair>& pairs) {
  Ids ids;
  for (const Finding& finding : find_lens(lens)->run({graph, pairs}))
    if (!finding.is_question()) ids.insert(finding_id(finding, graph));
  return ids;
}

Ids planted_of(std::string_view lens, const Planted& map) {
  Ids ids;
  for (const std::string& id : map.plants)
    if (id.starts_with(std::string(lens) + ":")) ids.insert(id);
  return ids;
}

std::string join(const Ids& ids) {
  std::string text;
  for (const std::string& id : ids) text += "\n  " + id;
  return text;
}

Ids without(const Ids& all, const Ids& some) {
  Ids rest;
  std::set_difference(all.begin(), all.end(), some.begin(), some.end(),
                      std::inserter(rest, rest.end()));
  return rest;
}

struct Score {
  std::size_t right = 0, wrong = 0, missed = 0;

  void add(const Ids& found, const Ids& expected) {
    right += found.size() - without(found, expected).size();
    wrong += without(found, expected).size();
    missed += without(expected, found).size();
  }
  static double share(std::size_t part, std::size_t rest) {
    return part + rest == 0 ? 1 : static_cast<double>(part) / static_cast<double>(part + rest);
  }
  double precision() const { return share(right, wrong); }
  double recall() const { return share(right, missed); }
  double f1() const { return share(2 * right, wrong + missed); }
};

using Table = std::map<std::string_view, Score>;

/// Every class over every recipe, with so many of 100 relations wrong.
Table score(std::size_t percent) {
  Table table;
  for (const Recipe& recipe : recipes()) {
    const Planted map = plant(recipe);
    const Graph graph = graph_of(planted::Noise(map.data, recipe.seed + 1000).run(percent));
    const auto pairs = department_pairs(graph);
    for (const std::string_view lens : classes)
      table[lens].add(found_by(lens, graph, pairs), planted_of(lens, map));
  }
  return table;
}

double mean_f1(const Table& table) {
  double sum = 0;
  for (const auto& [lens, score] : table) sum += score.f1();
  return sum / static_cast<double>(table.size());
}

void print(std::size_t percent, const Table& table) {
  if (std::getenv("CROSSCUT_TABLE") == nullptr) return;
  std::printf("%zu%% noise            planted  precision  recall     F1\n", percent);
  for (const auto& [lens, score] : table)
    std::printf("%-20s %7zu %10.2f %7.2f %6.2f\n", std::string(lens).c_str(),
                score.right + score.missed, score.precision(), score.recall(), score.f1());
  std::printf("mean F1 %.3f\n\n", mean_f1(table));
}

TEST(Planted, GeneratedMapsHaveTheSizeAskedForAndLinkWithoutAWord) {
  for (const Recipe& recipe : recipes()) {
    const Planted map = plant(recipe);
    EXPECT_EQ(map.data.entities.size(), recipe.entities);
    const Linked linked = link(map.data, {});
    EXPECT_TRUE(linked.diagnostics.empty())
        << linked.diagnostics.front().message << " (seed " << recipe.seed << ")";
  }
}

TEST(Planted, SameSeedSameMap) {
  const auto text = [](const Planted& map) {
    std::string all = join(map.plants);
    for (const RelationRow& row : map.data.relations)
      all += row.from.text + std::string(info(row.verb).word) + row.to.text;
    return all;
  };
  EXPECT_EQ(text(plant({1, 300})), text(plant({1, 300})));
  EXPECT_NE(text(plant({1, 300})), text(plant({2, 300})));
}

TEST(Planted, WithoutNoiseEveryFaultIsFoundAndNothingElse) {
  Table table;
  for (const Recipe& recipe : recipes()) {
    const Planted map = plant(recipe);
    const Graph graph = graph_of(map.data);
    const auto pairs = department_pairs(graph);
    for (const std::string_view lens : classes) {
      const Ids found = found_by(lens, graph, pairs);
      const Ids expected = planted_of(lens, map);
      EXPECT_TRUE(found == expected)
          << "seed " << recipe.seed << ", " << lens << ", missed:" << join(without(expected, found))
          << "\nfound without cause:" << join(without(found, expected));
      table[lens].add(found, expected);
    }
  }
  for (const auto& [lens, score] : table) EXPECT_GE(score.right + score.missed, 10U) << lens;
  print(0, table);
}

TEST(Planted, WithNoiseMostFaultsAreStillFound) {
  const Table some = score(5);
  const Table much = score(20);
  print(5, some);
  print(20, much);
  EXPECT_GE(mean_f1(some), 0.5);
  EXPECT_GE(mean_f1(much), 0.3);
}

}  // namespace
}  // namespace crosscut
