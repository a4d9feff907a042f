// A change and its undo give the same map and the same findings, on 1,000 random maps.
#include <gtest/gtest.h>

#include <random>
#include <string>
#include <vector>

#include "crosscut/lens/examine.h"
#include "crosscut/model/sketch.h"
#include "crosscut/write/json.h"
#include "unit/sentences.h"

namespace crosscut {
namespace {

constexpr int maps = 1000;

/// 4 departments, 6 bodies, 10 items and 2 boards, joined at random.
class RandomMap {
 public:
  explicit RandomMap(std::uint32_t seed) : random_(seed) {}

  std::string sketch_text() {
    std::string text;
    for (int i = 0; i < 4; ++i) text += "dep-" + std::to_string(i) + ":department  ";
    for (int i = 0; i < 6; ++i) text += body(i) + ":body under " + department() + "  ";
    for (int i = 0; i < 10; ++i) text += department() + " leads item-" + std::to_string(i) + "  ";
    for (int i = 0; i < 12; ++i) {
      const std::string verb = pick({"delivers", "contributes-to", "funds", "approves"});
      text +=
          (random_() % 2 == 0 ? department() : body(number(6))) + " " + verb + " " + item() + "  ";
    }
    for (int i = 0; i < 6; ++i) {
      const int a = number(10);
      const int b = (a + 1 + number(9)) % 10;
      text += "item-" + std::to_string(a) + " depends-on item-" + std::to_string(b) + "  ";
    }
    for (int i = 0; i < 5; ++i)
      text += (random_() % 2 == 0 ? department() : body(number(6))) + " member-of board-" +
              std::to_string(number(2)) + ":forum  ";
    return text;
  }

  std::string department() { return "dep-" + std::to_string(number(4)); }
  std::string body(int i) { return "body-" + std::to_string(i); }
  std::string item() { return "item-" + std::to_string(number(10)); }
  int number(int below) { return static_cast<int>(random_() % static_cast<unsigned>(below)); }

 private:
  std::string pick(const std::vector<std::string>& words) {
    return words[random_() % words.size()];
  }
  std::mt19937 random_;
};

Dataset changed(Dataset dataset, std::string sentences) {
  Applied applied = apply_sentences(dataset, std::move(sentences));
  EXPECT_TRUE(applied.diagnostics.empty());
  applied.dataset.files.resize(dataset.files.size());  // the sentences are no part of the map
  return std::move(applied.dataset);
}

/// All that crosscut says of a map, as JSON.
std::string said_of(const Dataset& dataset) {
  return write_json(examine(link(dataset, {}).graph, {}, {}));
}

TEST(ChangeAndUndo, AMoveAndTheMoveBack) {
  for (std::uint32_t seed = 1; seed <= maps; ++seed) {
    RandomMap map(seed);
    const Dataset before = sketch(map.sketch_text());
    const Graph graph = link(before, {}).graph;
    const std::string body = map.body(map.number(6));
    const EntityId id = *graph.find(body);
    const std::string home = graph.entity(graph.entity(id).parents.front()).id;
    const std::string there = "move " + body + " to " + map.department() + "\n";
    const Dataset after = changed(before, there + "move " + body + " to " + home + "\n");
    ASSERT_EQ(said_of(before), said_of(after)) << "seed " << seed << ": " << there;
  }
}

TEST(ChangeAndUndo, ARenameAndTheOldName) {
  for (std::uint32_t seed = 1; seed <= maps; ++seed) {
    RandomMap map(seed);
    const Dataset before = sketch(map.sketch_text());
    const std::string department = map.department();
    const Dataset after =
        changed(before, "rename " + department + " other\nrename other " + department + "\n");
    ASSERT_EQ(said_of(before), said_of(after)) << "seed " << seed << ": " << department;
  }
}

TEST(ChangeAndUndo, ARelationAddedAndEnded) {
  for (std::uint32_t seed = 1; seed <= maps; ++seed) {
    RandomMap map(seed);
    const Dataset before = sketch(map.sketch_text());
    const std::string relation = map.body(map.number(6)) + " regulates " + map.item();
    const Dataset after = changed(before, "add " + relation + "\nend " + relation + "\n");
    ASSERT_EQ(said_of(before), said_of(after)) << "seed " << seed << ": " << relation;
  }
}

}  // namespace
}  // namespace crosscut
