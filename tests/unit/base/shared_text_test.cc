#include "crosscut/base/shared_text.h"

#include <gtest/gtest.h>

#include <memory>

namespace crosscut {
namespace {

TEST(SharedText, KeepsBytesOfItsOwn) {
  auto source = std::make_unique<std::string>("a name that is longer than a short string");
  const Text text = *source;
  Text copy = text;
  source.reset();
  EXPECT_EQ(copy.data(), text.data());
  const Text moved = std::move(copy);
  EXPECT_EQ(moved, "a name that is longer than a short string");
}

TEST(SharedText, AViewHasNoBytesOfItsOwn) {
  const std::string file = "defra,leads,plan";
  const Text cell = Text::view(std::string_view(file).substr(0, 5));
  const Text copy = cell;
  EXPECT_EQ(copy.data(), file.data());
  EXPECT_EQ(copy.part(copy.substr(1, 2)).data(), file.data() + 1);
  EXPECT_NE(Text(file).part("ef").data(), file.data() + 1);
}

TEST(SharedText, OutlivesWhatItIsAssigned) {
  Text text = "first";
  {
    const Text other = "second";
    text = other;
  }
  text = *&text;
  EXPECT_EQ(text + "!", "second!");
  text.clear();
  EXPECT_TRUE(text.empty());
  EXPECT_EQ(text, "");
}

TEST(SharedText, ComparesAndJoinsAsText) {
  const Text a = "a", b = "b";
  EXPECT_LT(a, b);
  EXPECT_GT(b, "a");
  EXPECT_NE(a, std::string("b"));
  EXPECT_EQ("x" + a + b, "xab");
  EXPECT_EQ(a + b, "ab");
}

}  // namespace
}  // namespace crosscut
