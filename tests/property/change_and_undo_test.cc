// A change and its undo give the same map and the same findings, on 1,000 random maps each.
#include <gtest/gtest.h>

#include <set>
#include <string>
#include <vector>

#include "crosscut/lens/examine.h"
#include "crosscut/model/finding.h"
#include "crosscut/model/sketch.h"
#include "crosscut/write/json.h"
#include "property/random_map.h"
#include "unit/sentences.h"

namespace crosscut {
namespace {

constexpr std::uint32_t maps = 1000;

Dataset changed(const Dataset& dataset, const std::string& sentences) {
  Applied applied = apply_sentences(dataset, sentences);
  EXPECT_TRUE(applied.diagnostics.empty()) << sentences << applied.diagnostics.front().message;
  applied.dataset.files = dataset.files;  // the sentences are no part of the map
  return std::move(applied.dataset);
}

/// All that crosscut says of a map, as JSON.
std::string said_of(const Dataset& dataset) {
  return write_json(examine(link(dataset, {}).graph, {}, {}));
}

const EntityRow& row_of(const Dataset& dataset, const std::string& id) {
  return *std::find_if(dataset.entities.begin(), dataset.entities.end(),
                       [&](const EntityRow& row) { return row.id == id; });
}

std::string parent_of(const Dataset& dataset, const std::string& id) {
  return row_of(dataset, id).parents.front().text;
}

TEST(ChangeAndUndo, AMoveAndTheMoveBack) {
  for (std::uint32_t seed = 1; seed <= maps; ++seed) {
    RandomMap map(seed);
    const Dataset before = sketch(map.sketch_text());
    const std::string body = map.body(map.number(6));
    const std::string there = "move " + body + " to " + map.department() + "\n";
    const Dataset after =
        changed(before, there + "move " + body + " to " + parent_of(before, body) + "\n");
    ASSERT_EQ(written(before), written(after)) << "seed " << seed << ": " << there;
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
    ASSERT_EQ(written(before), written(after)) << "seed " << seed << ": " << department;
    ASSERT_EQ(said_of(before), said_of(after)) << "seed " << seed << ": " << department;
  }
}

TEST(ChangeAndUndo, ARelationAddedAndEnded) {
  for (std::uint32_t seed = 1; seed <= maps; ++seed) {
    RandomMap map(seed);
    const Dataset before = sketch(map.sketch_text());
    const std::string relation = map.body(map.number(6)) + " regulates " + map.item();
    const Dataset after = changed(before, "add " + relation + "\nend " + relation + "\n");
    ASSERT_EQ(written(before), written(after)) << "seed " << seed << ": " << relation;
    ASSERT_EQ(said_of(before), said_of(after)) << "seed " << seed << ": " << relation;
  }
}

/// A line of reporting goes and comes back, whether the map has the sponsor or the parent alone.
TEST(ChangeAndUndo, AReportAndTheReportBack) {
  for (std::uint32_t seed = 1; seed <= maps; ++seed) {
    RandomMap map(seed);
    const Dataset before = sketch(map.sketch_text());
    const std::string body = map.body(map.number(6));
    const std::string home = parent_of(before, body);
    const std::string there = "report " + body + " to " + map.other_than(home) + "\n";
    ASSERT_NE(written(before), written(changed(before, there)));
    const Dataset after = changed(before, there + "report " + body + " to " + home + "\n");
    ASSERT_EQ(written(before), written(after)) << "seed " << seed << ": " << there;
  }
}

TEST(ChangeAndUndo, AForumMadeAndAbolished) {
  for (std::uint32_t seed = 1; seed <= maps; ++seed) {
    RandomMap map(seed);
    const Dataset before = sketch(map.sketch_text());
    const std::string made = "create forum board \"Board\" with " + map.department() + ", " +
                             map.actor() + ", " + map.actor() + "\n";
    ASSERT_NE(written(before), written(changed(before, made)));
    const Dataset after = changed(before, made + "abolish board\n");
    ASSERT_EQ(written(before), written(after)) << "seed " << seed << ": " << made;
  }
}

/// "split dep-0 into p, q", with some of what it has going to p. Left to the rest is an item that
/// one of its bodies leads: where item and body part, the body's lead ends, and no merger knows of
/// it any more.
std::string split_of(const Dataset& dataset, const std::string& whole, RandomMap& map) {
  std::set<std::string> bodies, items, of_bodies;
  for (const EntityRow& row : dataset.entities)
    if (row.kind == Kind::body && row.parents.front().text == whole) bodies.insert(row.id);
  for (const RelationRow& row : dataset.relations) {
    if ((row.verb != Verb::leads && row.verb != Verb::co_leads) || bodies.contains(row.to.text))
      continue;
    if (row.from.text == whole && row.capacity == Capacity::policy) items.insert(row.to.text);
    if (bodies.contains(row.from.text)) of_bodies.insert(row.to.text);
  }
  std::string goes;
  for (const auto* list : {&bodies, &items})
    for (const std::string& id : *list)
      if (!of_bodies.contains(id) && map.often(2)) goes += (goes.empty() ? "  " : ", ") + id;
  return "split " + whole + " into p \"P\", q \"Q\"\n" + (goes.empty() ? "" : goes + " to p\n") +
         "  rest to q\n";
}

std::multiset<std::string> findings_of(const Dataset& dataset) {
  std::multiset<std::string> lines;
  const Report report = examine(link(dataset, {}).graph, {}, {});
  for (const Finding& finding : report.findings)
    lines.insert(finding_id(finding, report.graph) + " " + std::string(word(finding.severity)));
  return lines;
}

TEST(ChangeAndUndo, ASplitAndTheMerger) {
  for (std::uint32_t seed = 1; seed <= maps; ++seed) {
    RandomMap map(seed);
    const Dataset before = sketch(map.sketch_text());
    const std::string whole = map.department();
    const std::string there = split_of(before, whole, map);
    const Dataset after = changed(
        before, there + "merge p, q into " + whole + " \"" + row_of(before, whole).name + "\"\n");
    ASSERT_EQ(written(before), written(after)) << "seed " << seed << ": " << there;
    ASSERT_EQ(findings_of(before), findings_of(after)) << "seed " << seed << ": " << there;
  }
}

}  // namespace
}  // namespace crosscut
