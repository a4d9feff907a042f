#include "crosscut/base/text.h"

#include <gtest/gtest.h>

#include "crosscut/base/printable.h"

namespace crosscut {
namespace {

using Views = std::vector<std::string_view>;

TEST(Trim, TakesSpacesTabsLineEndsAndNoBreakSpaces) {
  EXPECT_EQ(trim(" \t\r\n\xC2\xA0 defra \xC2\xA0\n"), "defra");
  EXPECT_EQ(trim("\xC2\xA0 \xC2\xA0"), "");
  EXPECT_EQ(trim("land use"), "land use");
  EXPECT_EQ(trim("â"), "â");  // its second byte is no space
}

TEST(SplitList, TrimsPartsAndDropsEmptyOnes) {
  EXPECT_EQ(split_list("a | b |  | c d |"), (Views{"a", "b", "c d"}));
  EXPECT_EQ(split_list(" | "), Views{});
  EXPECT_EQ(split_list(""), Views{});
  EXPECT_EQ(split_list("svg,png", ','), (Views{"svg", "png"}));
}

TEST(CountCharacters, CountsCodePoints) {
  EXPECT_EQ(count_characters("Dŵr Cymru"), 9U);
  EXPECT_EQ(count_characters("€100"), 4U);
  EXPECT_EQ(count_characters("𝄞"), 1U);
  EXPECT_EQ(count_characters(""), 0U);
}

TEST(IsUtf8, RefusesWhatRfc3629Refuses) {
  EXPECT_TRUE(is_utf8("Tŷ, €, 𝄞, \xF4\x8F\xBF\xBF"));
  for (const char* bad :
       {"\x80", "\xC0\xAF", "\xC1\xBF", "\xE0\x9F\xBF", "\xF0\x8F\xBF\xBF", "\xED\xA0\x80",
        "\xF4\x90\x80\x80", "\xF5\x80\x80\x80", "abc\xC3", "\xE2\x82", "caf\xE9 x"})
    EXPECT_FALSE(is_utf8(bad)) << bad;
}

TEST(Shorten, CutsWholeCharacters) {
  EXPECT_EQ(shorten("abcdef", 6), "abcdef");
  EXPECT_EQ(shorten("abcdef", 5), "abcd…");
  EXPECT_EQ(shorten("ŵŵŵŵ", 3), "ŵŵ…");
  EXPECT_EQ(shorten("land use framework", 6), "land…");  // no space before the ellipsis
  EXPECT_EQ(shorten("abc", 1), "…");
}

TEST(NameKey, FoldsWhatDoesNotDistinguishNames) {
  EXPECT_EQ(name_key("The Department for Environment, Food & Rural Affairs"),
            "department-for-environment-food-and-rural-affairs");
  EXPECT_EQ(name_key("Prime Minister's Office"), "prime-ministers-office");
  EXPECT_EQ(name_key("Prime Minister’s Office"), "prime-ministers-office");
  EXPECT_EQ(name_key("HM\xC2\xA0Treasury"), name_key("hm treasury"));
  EXPECT_EQ(name_key("Growth – Mission"), name_key("growth-mission"));
  EXPECT_EQ(name_key("“Clean” power"), name_key("clean power"));
  EXPECT_EQ(name_key("Tŷ Newydd"), "tŷ-newydd");
  EXPECT_NE(name_key("Tŷ"), name_key("Ty"));
  EXPECT_EQ(name_key("Thematic board"), "thematic-board");  // "the" is not a word here
  EXPECT_EQ(name_key("..."), "");
  EXPECT_EQ(name_key(""), "");
}

TEST(EditDistance, CountsInsertDeleteReplaceAndSwap) {
  EXPECT_EQ(edit_distance("defra", "defra", 3), 0U);
  EXPECT_EQ(edit_distance("defraa", "defra", 3), 1U);
  EXPECT_EQ(edit_distance("dfera", "defra", 3), 1U);  // a swap
  EXPECT_EQ(edit_distance("kitten", "sitting", 3), 3U);
  EXPECT_EQ(edit_distance("", "abc", 3), 3U);
  EXPECT_EQ(edit_distance("abcd", "wxyz", 3), 4U);  // stops at limit + 1
  EXPECT_EQ(edit_distance("a", "abcdefgh", 2), 3U);
}

TEST(EditDistance, TheLimitChangesNothingBelowIt) {
  const Views words = {"defra", "dfera", "desnz",      "dsent",      "mhclg",
                       "",      "a",     "ba",         "ab",         "abc",
                       "cab",   "acb",   "department", "departmetn", "daprtment"};
  for (const auto a : words)
    for (const auto b : words)
      for (const std::size_t limit : {0U, 1U, 2U, 3U, 5U})
        EXPECT_EQ(edit_distance(a, b, limit), std::min(edit_distance(a, b, 100), limit + 1))
            << a << " " << b << " " << limit;
}

TEST(Nearest, FindsLikelyTypingMistakesOnly) {
  const Views ids = {"defra", "dfe", "desnz", "land-use-framework"};
  EXPECT_EQ(nearest("defraa", ids), "defra");
  EXPECT_EQ(nearest("DEFRA", ids), "defra");
  EXPECT_EQ(nearest("land-use-framwrok", ids), "land-use-framework");
  EXPECT_EQ(nearest("treasury", ids), std::nullopt);
  EXPECT_EQ(nearest("xyz", ids), std::nullopt);
  EXPECT_EQ(nearest("dfx", {"dfb", "dfa"}), "dfb");  // a tie: the first
  EXPECT_EQ(nearest("anything", {}), std::nullopt);
}

TEST(English, CountsAndLists) {
  EXPECT_EQ(count_of(0, "policy", "policies"), "no policies");
  EXPECT_EQ(count_of(1, "policy", "policies"), "one policy");
  EXPECT_EQ(count_of(3, "policy", "policies"), "3 policies");
  EXPECT_EQ(join_words({}), "");
  EXPECT_EQ(join_words({"A"}), "A");
  EXPECT_EQ(join_words({"A", "B"}, "or"), "A or B");
  EXPECT_EQ(join_words({"A", "B", "C"}), "A, B and C");
  EXPECT_EQ(join_some({"A", "B", "C", "D"}, 3), "A, B, C and D");  // never "1 others"
  EXPECT_EQ(join_some({"A", "B", "C", "D", "E"}, 3), "A, B, C and 2 others");
  EXPECT_EQ(join({"a", "b"}, " | "), "a | b");
  EXPECT_EQ(capitalise("no errors"), "No errors");
  EXPECT_EQ(capitalise("ŵy"), "ŵy");
  EXPECT_EQ(to_lower("DEFRA Ŵ"), "defra Ŵ");
}

TEST(NaturalLess, SortsNumbersBySizeAndLettersInAnyCase) {
  const std::vector<std::string> sorted = {"mission",     "Mission 1",  "Mission 2", "mission 2a",
                                           "Mission 02b", "Mission 10", "Net zero",  "Ynni"};
  for (std::size_t i = 0; i < sorted.size(); ++i)
    for (std::size_t j = 0; j < sorted.size(); ++j)
      EXPECT_EQ(natural_less(sorted[i], sorted[j]), i < j) << sorted[i] << ", " << sorted[j];
  EXPECT_TRUE(natural_less("a 999999999999999999998", "a 999999999999999999999"));
  EXPECT_TRUE(natural_less("A 1", "a 01") != natural_less("a 01", "A 1"));  // some order
  EXPECT_FALSE(natural_less("", ""));
}

TEST(Text, PlainTextHasWhatEveryFormCanHold) {
  EXPECT_EQ(plain_text("a\r\nb\rc\td\x01\f"), "a\nb\nc\td  ");
  EXPECT_EQ(plain_text("\xEF\xBF\xBE\xEF\xBF\xBF\xEF\xBF\xBD\xEF\xBF"),
            "\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF");
}

TEST(Text, PrintableTextIsUtf8) {
  EXPECT_EQ(printable("a\xFF\xE2\x82ŵ\n\xF0\x9F\x8C\xB3\xC3"), "a???ŵ \xF0\x9F\x8C\xB3?");
  EXPECT_EQ(printable(""), "");
}

}  // namespace
}  // namespace crosscut
