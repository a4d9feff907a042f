#include "crosscut/base/sort_texts.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <string>

namespace crosscut {
namespace {

/// By comparing whole texts.
std::vector<std::uint32_t> expected_order(const std::vector<std::string_view>& texts) {
  std::vector<std::uint32_t> order(texts.size());
  for (std::uint32_t i = 0; i < order.size(); ++i) order[i] = i;
  std::stable_sort(order.begin(), order.end(),
                   [&](std::uint32_t a, std::uint32_t b) { return texts[a] < texts[b]; });
  return order;
}

TEST(SortedOrder, IsThatOfTheBytes) {
  std::mt19937 random(1);
  std::vector<std::string> texts;
  for (int i = 0; i < 3000; ++i) {
    std::string text;  // few letters, so that many begin alike; a null and a byte beyond ASCII
    for (auto length = random() % 30; length > 0; --length)
      text += std::string_view("ab\0\xC3", 4)[random() % 4];
    texts.push_back(text);
  }
  const std::vector<std::string_view> views(texts.begin(), texts.end());
  EXPECT_EQ(sorted_order(views), expected_order(views));
}

TEST(SortedOrder, OfTextsThatBeginAlikeForLong) {
  const std::string same(100'000, 'x');
  const std::vector<std::string> texts = {same + "b", same, same + "a", same, "", same + "ab"};
  const std::vector<std::string_view> views(texts.begin(), texts.end());
  EXPECT_EQ(sorted_order(views), expected_order(views));
}

}  // namespace
}  // namespace crosscut
