#include "crosscut/model/vocabulary.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "crosscut/model/codes.h"

namespace crosscut {
namespace {

TEST(Vocabulary, EveryWordIsFoundAgain) {
  for (std::size_t i = 0; i < kind_count; ++i) EXPECT_EQ(find_kind(info(Kind(i)).word), Kind(i));
  for (std::size_t i = 0; i < verb_count; ++i) EXPECT_EQ(find_verb(info(Verb(i)).word), Verb(i));
  for (std::size_t i = 0; i < 8; ++i) EXPECT_EQ(find_capacity(word(Capacity(i))), Capacity(i));
  for (std::size_t i = 0; i < 7; ++i) EXPECT_EQ(find_coverage(word(Coverage(i))), Coverage(i));
  EXPECT_EQ(find_kind("devolved-government"), Kind::devolved_government);
  EXPECT_EQ(find_kind("cycle"), Kind::cycle);
  EXPECT_EQ(find_verb("succeeds"), Verb::succeeds);
  EXPECT_EQ(find_verb("member-of"), Verb::member_of);
  EXPECT_EQ(find_capacity("presented"), Capacity::presented);
  EXPECT_EQ(find_coverage("dates"), Coverage::dates);
  EXPECT_FALSE(find_kind("Department"));
  EXPECT_FALSE(find_kind(""));
  EXPECT_FALSE(find_verb("lead"));
}

TEST(Vocabulary, TheNeedRunsFromWhatIsNeededForEachVerb) {
  for (const VerbInfo& verb : all_verbs()) {
    const Need expected = verb.word == "depends-on" ? Need::forward
                          : verb.word == "approves" ? Need::backward
                                                    : Need::none;
    EXPECT_EQ(verb.need, expected) << verb.word;
  }
}

TEST(Vocabulary, UsualEndsFollowTheFormat) {
  EXPECT_TRUE(contains(info(Verb::leads).from, Kind::department));
  EXPECT_TRUE(contains(info(Verb::leads).to, Kind::mission));
  EXPECT_FALSE(contains(info(Verb::leads).from, Kind::policy));
  EXPECT_TRUE(contains(info(Verb::member_of).to, Kind::forum));
  EXPECT_FALSE(contains(info(Verb::member_of).to, Kind::fund));
  EXPECT_TRUE(contains(info(Verb::advances).from, Kind::programme));
  EXPECT_FALSE(contains(info(Verb::advances).from, Kind::department));
  for (const KindInfo& kind : all_kinds())
    EXPECT_TRUE(contains(info(Verb::depends_on).from, *find_kind(kind.word)));
}

TEST(Vocabulary, KindsAreItemsOrOrganisationsAndACycleIsNeither) {
  for (const KindInfo& kind : all_kinds()) {
    const Kind k = *find_kind(kind.word);
    EXPECT_EQ(is_item(k) + is_organisation(k), k == Kind::cycle ? 0 : 1) << kind.word;
  }
}

TEST(Vocabulary, ShortListsAreThoseOfTheFormat) {
  EXPECT_EQ(allowed_words("entities", "status").size(), 7U);
  EXPECT_EQ(allowed_words("entities", "class").size(), 14U);
  EXPECT_EQ(allowed_words("relations", "capacity").size(), 8U);
  EXPECT_EQ(allowed_words("sources", "type").size(), 9U);
  EXPECT_TRUE(allowed_words("entities", "type").empty());
  EXPECT_TRUE(allowed_words("entities", "name").empty());
}

TEST(Vocabulary, ConfidenceHasFourWords) {
  EXPECT_EQ(find_confidence_word("stated"), 1.0);
  EXPECT_EQ(find_confidence_word("implied"), 0.7);
  EXPECT_EQ(find_confidence_word("told-to-us"), 0.6);
  EXPECT_EQ(find_confidence_word("our-view"), 0.5);
  EXPECT_FALSE(find_confidence_word("sure"));
}

TEST(Codes, AreSortedUniqueAndExplained) {
  const auto codes = all_codes();
  EXPECT_GT(codes.size(), 30U);
  EXPECT_EQ(
      std::adjacent_find(codes.begin(), codes.end(),
                         [](const CodeInfo& a, const CodeInfo& b) { return a.code >= b.code; }),
      codes.end());
  for (const CodeInfo& code : codes) {
    EXPECT_EQ(code.code.find_first_not_of("abcdefghijklmnopqrstuvwxyz-"), std::string_view::npos)
        << code.code;
    EXPECT_TRUE(code.meaning.ends_with('.') && code.remedy.ends_with('.')) << code.code;
  }
}

TEST(Codes, DiagnoseTakesTheLevelOfTheCode) {
  EXPECT_EQ(diagnose("odd-ends", {}, "m").level, Level::warning);
  const Diagnostic diagnostic = diagnose_path("missing-folder", "map", "m", "h");
  EXPECT_EQ(diagnostic.level, Level::error);
  EXPECT_EQ(diagnostic.path, "map");
  EXPECT_FALSE(diagnostic.place.known());
  EXPECT_DEATH(diagnose("no-such-code", {}, "m"), "internal fault");
}

}  // namespace
}  // namespace crosscut
