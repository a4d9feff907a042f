#include "crosscut/plan/convene.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "crosscut/model/sketch.h"
#include "crosscut/write/convene_paper.h"

namespace crosscut {
namespace {

struct Convened {
  Graph graph;
  Convening room;

  /// "dwp: Lead", a line each.
  std::vector<std::string> told(const std::vector<Attendee>& list) const {
    std::vector<std::string> lines;
    for (const Attendee& attendee : list)
      lines.push_back(graph.entity(attendee.who).id + ": " + why_words(graph, attendee));
    return lines;
  }
  std::vector<std::string> needed() const { return told(room.needed); }
  std::vector<std::string> others() const { return told(room.others); }
};

Convened convene_on(std::string_view words, std::string_view item = "plan") {
  Convened convened{link(sketch(words), {}).graph, {}};
  convened.room = convene(convened.graph, *convened.graph.find(item));
  return convened;
}

using Lines = std::vector<std::string>;

TEST(Convene, EachPartHasItsReason) {
  const Convened room = convene_on(
      "defra leads plan  mhclg co-leads plan  hmt approves plan  agency:body under dft  agency "
      "delivers plan  dbt funds plan  plan depends-on dwp:department");
  EXPECT_EQ(room.needed(), (Lines{"defra: Lead", "mhclg: Co-lead", "hmt: Must agree: approval",
                                  "agency: Delivery", "dbt: Money", "dwp: It depends on them"}));
  EXPECT_EQ(room.room.firm(), 6U);
  EXPECT_EQ(room.room.consents.size(), 1U);
}

TEST(Convene, ThoseWhoAnswerForWhatItTouchesComeForIt) {
  const Convened room = convene_on(
      "defra leads plan  desnz leads grid  mhclg leads homes  dft leads roads  plan depends-on "
      "grid "
      " homes depends-on plan  plan conflicts-with roads");
  EXPECT_EQ(room.needed(),
            (Lines{"defra: Lead", "desnz: It depends on their Grid",
                   "mhclg: It is needed by their Homes", "dft: It conflicts with their Roads"}));
}

TEST(Convene, DoubtFollowsTheWeakerOfTheRelationAndTheOwner) {
  const Convened room = convene_on(
      "defra leads plan  desnz leads grid ~0.7  mhclg leads homes ~0.5  plan depends-on "
      "grid  plan depends-on homes  hmt funds plan ~0.5");
  EXPECT_EQ(room.needed(),
            (Lines{"defra: Lead", "desnz: It probably depends on their Grid", "hmt: Possibly money",
                   "mhclg: It possibly depends on their Homes"}));
  EXPECT_EQ(room.room.firm(), 2U);
}

TEST(Convene, WhatTheLeadsOwnWorkNeedsIsForTheLead) {
  const Convened room =
      convene_on("defra leads plan  defra leads schemes  plan depends-on schemes");
  EXPECT_EQ(room.needed(), Lines{"defra: Lead"});
  EXPECT_EQ(room.room.inside, 1U);
}

TEST(Convene, ThoseWhoOnlyContributeAreToldAndNotNeeded) {
  const Convened room = convene_on(
      "defra leads plan  dft contributes-to plan  farmers:partner consulted-on plan  mhclg leads "
      "homes  plan advances homes  dwp leads plan as presented");
  EXPECT_EQ(room.needed(), Lines{"defra: Lead"});
  EXPECT_EQ(room.others().size(), 4U);
}

TEST(Convene, DoneWorkAndUnownedWorkBringNobody) {
  const Convened room = convene_on(
      "defra leads plan  dft leads roads  roads status delivered  plan depends-on roads  plan "
      "depends-on orphan:policy");
  EXPECT_EQ(room.needed(), Lines{"defra: Lead"});
  ASSERT_EQ(room.room.unplaced.size(), 1U);
}

TEST(Convene, ARoleComesAsItsDepartmentAndABodyAsItself) {
  const Convened room = convene_on(
      "secretary:role under desnz  secretary leads plan as minister  regulator:body under desnz  "
      "regulator regulates plan");
  EXPECT_EQ(room.needed(), (Lines{"desnz: Lead", "regulator: Must agree: regulation"}));
}

TEST(Convene, AnItemWithoutALeadNamesWhoMayOwnIt) {
  const Convened room = convene_on("defra leads strategy  plan:policy under strategy");
  ASSERT_EQ(room.room.needed.size(), 1U);
  EXPECT_EQ(room.room.needed.front().reasons.front().part, Part::may_own);
  EXPECT_EQ(room.room.firm(), 0U);
}

TEST(Convene, ForumsAreOrderedByWhomTheySeat) {
  const Convened room = convene_on(
      "defra leads plan  mhclg co-leads plan  agency:body under dft  agency delivers plan  defra "
      "member-of pair  mhclg member-of pair  defra member-of all  mhclg chairs all  dft member-of "
      "all  hmt member-of alone");
  ASSERT_EQ(room.room.forums.size(), 2U);
  const ForumFit& best = room.room.forums.front();
  EXPECT_EQ(room.graph.entity(best.forum).id, "all");  // the agency sits through its department
  EXPECT_EQ(best.seated.size(), 3U);
  EXPECT_TRUE(best.missing.empty());
  EXPECT_EQ(room.room.forums.back().missing.size(), 1U);
  EXPECT_EQ(room.room.open_forums, 3U);
}

TEST(Convene, AForumThatMustAgreeIsNoAttendee) {
  const Convened room = convene_on("defra leads plan  board:forum under hmt  board approves plan");
  EXPECT_EQ(room.needed(), Lines{"defra: Lead"});
  EXPECT_EQ(room.room.consents.size(), 1U);
}

TEST(Convene, ThePaperSaysWhatWasNotFound) {
  const Convened alone = convene_on("hub:programme  dfe leads school", "hub");
  const std::string text = write_paper(convene_paper(alone.graph, alone.room), "text");
  EXPECT_NE(text.find("We found nobody in these maps who must be in the room"), std::string::npos)
      << text;
  EXPECT_NE(text.find("We found nobody in these maps who approves"), std::string::npos);
  EXPECT_EQ(text.find("there is no"), std::string::npos);
}

TEST(Convene, ThePaperNamesWhatNobodySpeaksForAndAForumWithoutARecordedPower) {
  const Convened room = convene_on(
      "defra leads plan  dft co-leads plan  plan depends-on orphan:policy  defra member-of board  "
      "dft member-of board");
  const std::string text = write_paper(convene_paper(room.graph, room.room), "text");
  EXPECT_NE(text.find("Somebody has to speak for Orphan, of which we found no owner."),
            std::string::npos)
      << text;
  EXPECT_NE(text.find("whose power is not recorded, covers 2 of 2."), std::string::npos) << text;
}

TEST(Convene, OneAloneNeedsNoForum) {
  const Convened room = convene_on("defra leads plan  defra member-of board");
  EXPECT_TRUE(room.room.forums.empty());
  EXPECT_NE(forum_words(room.graph, room.room).find("We looked for no forum"), std::string::npos);
}

TEST(Convene, AContactIsGivenOrSaidToBeMissing) {
  Dataset dataset = sketch("defra leads plan  agency:body under defra  agency delivers plan");
  for (EntityRow& row : dataset.entities)
    if (row.id == "defra") row.contact = "land.use@defra.example";
  const Graph graph = link(dataset, {}).graph;
  EXPECT_EQ(contact_words(graph, *graph.find("defra")), "land.use@defra.example");
  EXPECT_EQ(contact_words(graph, *graph.find("agency")),
            "not recorded; DEFRA: land.use@defra.example");
  EXPECT_EQ(contact_words(graph, *graph.find("plan")),
            "not recorded; DEFRA: land.use@defra.example");
}

}  // namespace
}  // namespace crosscut
