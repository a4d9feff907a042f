#include "crosscut/base/zip.h"

#include <gtest/gtest.h>

namespace crosscut {
namespace {

constexpr std::size_t plenty = 1U << 20U;

TEST(Zip, GivesBackWhatWasPutIn) {
  const std::string bytes =
      write_zip({{"mimetype", "a/b", true}, {"folder/part.xml", std::string(5000, 'x'), false}});
  EXPECT_LT(bytes.size(), 1000U);
  EXPECT_EQ(bytes.substr(30, 8), "mimetype") << "an OpenDocument file names its type at byte 38";
  EXPECT_EQ(bytes.substr(38, 3), "a/b");
  const auto archive = ZipReader::open(bytes);
  ASSERT_TRUE(archive);
  EXPECT_TRUE(archive->has("mimetype"));
  EXPECT_FALSE(archive->has("part.xml"));
  EXPECT_EQ(std::get<std::string>(archive->read("folder/part.xml", plenty)),
            std::string(5000, 'x'));
}

TEST(Zip, WritesTheSameBytesAgain) {
  const std::vector<ZipPart> parts = {{"a", "text", false}, {"b", "", false}};
  EXPECT_EQ(write_zip(parts), write_zip(parts));
}

TEST(Zip, SaysWhatIsWrong) {
  EXPECT_FALSE(ZipReader::open("not a zip archive"));
  EXPECT_FALSE(ZipReader::open(""));
  const std::string bytes = write_zip({{"part", std::string(5000, 'x'), false}});
  EXPECT_FALSE(ZipReader::open(std::string_view(bytes).substr(0, bytes.size() / 2)));
  const auto archive = ZipReader::open(bytes);
  ASSERT_TRUE(archive);
  EXPECT_EQ(std::get<ZipFault>(archive->read("other", plenty)), ZipFault::missing);
  EXPECT_EQ(std::get<ZipFault>(archive->read("part", 4999)), ZipFault::too_large);
  std::string broken = bytes;
  broken[36] = static_cast<char>(broken[36] ^ 0x7F);  // in the packed bytes
  const auto damaged = ZipReader::open(broken);
  ASSERT_TRUE(damaged);
  EXPECT_EQ(std::get<ZipFault>(damaged->read("part", plenty)), ZipFault::broken);
}

TEST(Zip, StopsAtTheLimitWhateverTheHeaderClaims) {
  std::string bomb = write_zip({{"part", std::string(5U << 20U, '\0'), false}});
  const std::string size = {0, 0, 0x50, 0};  // 5 MiB, little endian; make it 16 bytes
  for (std::size_t at = bomb.find(size); at != std::string::npos; at = bomb.find(size, at + 1))
    bomb.replace(at, 4, {16, 0, 0, 0});
  const auto archive = ZipReader::open(bomb);
  ASSERT_TRUE(archive);
  const auto part = archive->read("part", plenty);
  ASSERT_TRUE(std::holds_alternative<ZipFault>(part));
}

}  // namespace
}  // namespace crosscut
