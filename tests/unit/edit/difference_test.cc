#include "crosscut/edit/difference.h"

#include <gtest/gtest.h>

#include "crosscut/lens/examine.h"
#include "crosscut/model/sketch.h"
#include "crosscut/write/difference_paper.h"

namespace crosscut {
namespace {

Report report_of(std::string_view text, std::string_view day = "2026-07") {
  return examine(link(sketch(text), {*parse_date(day)}).graph, {}, {});
}

std::vector<std::string> changes(const Difference& difference) {
  std::vector<std::string> words;
  for (const EntityDifference& entity : difference.entities) {
    const Graph& graph = entity.after ? difference.after.graph : difference.before.graph;
    words.push_back(std::string(word(entity.became)) + " " +
                    graph.entity(entity.after ? *entity.after : *entity.before).id);
  }
  for (const RelationDifference& relation : difference.relations)
    words.push_back(std::string(word(relation.became)) + " relation");
  return words;
}

TEST(Difference, SaysWhatIsNewGoneMovedAndReOwned) {
  const Difference difference =
      find_difference(report_of("agency:body under dfe  dfe leads plan  dwp leads old"),
                      report_of("agency:body under dwp  dwp leads plan  dfe:department  new:body"));
  EXPECT_EQ(changes(difference),
            (std::vector<std::string>{"added new", "removed old", "moved agency", "re-owned plan",
                                      "added relation", "removed relation", "removed relation"}));
}

TEST(Difference, OneMapOnTwoDays) {
  constexpr std::string_view map = "dfe leads plan ..2026  dwp leads plan 2026..";
  const Difference difference =
      find_difference(report_of(map, "2025-06"), report_of(map, "2027-06"));
  EXPECT_EQ(changes(difference),
            (std::vector<std::string>{"re-owned plan", "added relation", "removed relation"}));
}

TEST(Difference, EvidenceThatIsAnotherIsTold) {
  const Difference difference =
      find_difference(report_of("dfe leads plan ~0.7"), report_of("dfe leads plan"));
  EXPECT_EQ(changes(difference), (std::vector<std::string>{"other-evidence relation"}));
}

TEST(Difference, FindingsNewGoneAndStillThere) {
  const Difference difference =
      find_difference(report_of("dfe leads plan  dwp leads plan  ho leads a  moj leads a"),
                      report_of("dfe leads plan  dwp:department  ho leads a  moj leads a  hmt "
                                "leads b  mod leads b"));
  std::vector<std::string> turns;
  for (const FindingChange& change : difference.findings) {
    const Finding& finding = change.after != nullptr ? *change.after : *change.before;
    if (finding.card->id == "rival-leads") turns.emplace_back(word(change.turn));
  }
  EXPECT_EQ(turns, (std::vector<std::string>{"appears", "vanishes", "persists"}));
}

TEST(Difference, TheSameMapDiffersInNothing) {
  const Difference difference =
      find_difference(report_of("dfe leads plan"), report_of("dfe leads plan"));
  EXPECT_TRUE(changes(difference).empty());
  EXPECT_NE(write_paper_text(difference_paper(difference)).find("We found no difference"),
            std::string::npos);
}

}  // namespace
}  // namespace crosscut
