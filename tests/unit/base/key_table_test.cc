#include "crosscut/base/key_table.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace crosscut {
namespace {

TEST(KeyTable, TheFirstNumberOfAKeyStays) {
  KeyTable table;
  EXPECT_EQ(table.insert("defra", 7), (std::pair{7U, true}));
  EXPECT_EQ(table.insert("defra", 8), (std::pair{7U, false}));
  EXPECT_EQ(table.find("defra"), 7U);
  EXPECT_EQ(table.find("Defra"), std::nullopt);
  EXPECT_FALSE(table.contains(""));
}

TEST(KeyTable, FindsEveryKeyHoweverManyThereAre) {
  constexpr std::uint32_t count = 10'000;
  KeyTable table(3);  // it has to grow
  std::vector<std::string> keys;
  for (std::uint32_t i = 0; i < 2 * count; ++i) keys.push_back("entity-" + std::to_string(i));
  for (std::uint32_t i = 0; i < count; ++i) table.insert(keys[i], i);
  const std::vector<std::string_view> wanted(keys.begin(), keys.end());
  std::vector<std::uint32_t> numbers(wanted.size());
  table.find_all(wanted, numbers);
  for (std::uint32_t i = 0; i < 2 * count; ++i) {
    EXPECT_EQ(numbers[i], i < count ? i : KeyTable::none);
    EXPECT_EQ(table.find(keys[i]), i < count ? std::optional(i) : std::nullopt);
  }
}

}  // namespace
}  // namespace crosscut
