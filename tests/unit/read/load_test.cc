#include "crosscut/read/load.h"

#include <gtest/gtest.h>

#include "folder.h"

namespace crosscut {
namespace {

using Strings = std::vector<std::string>;

struct Loaded {
  Files files;
  std::vector<Diagnostic> diagnostics;
  bool read = false;
};

Loaded load(const std::string& bytes, const ReadOptions& options = {}) {
  const Folder folder;
  Loaded loaded;
  loaded.read = load_file(folder.write("f.csv", bytes), options, loaded.files, loaded.diagnostics)
                    .has_value();
  return loaded;
}

TEST(Load, KeepsTheTextAndHashesTheBytesOnDisk) {
  const Loaded plain = load("abc");
  EXPECT_EQ(plain.files.at(0)->text, "abc");
  EXPECT_EQ(plain.files.at(0)->sha256(),
            "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  const Loaded marked = load("\xEF\xBB\xBF\"abc\"");
  EXPECT_EQ(marked.files.at(0)->text, "\"abc\"");
  EXPECT_NE(marked.files.at(0)->sha256(), load("\"abc\"").files.at(0)->sha256());
}

TEST(Load, ReadsWindows1252AndSaysSo) {
  const Loaded loaded = load("Cyngor \x93T\xFB\x94 \x80\x35 \x81\n");
  ASSERT_TRUE(loaded.read);
  EXPECT_EQ(loaded.files[0]->text, "Cyngor “Tû” €5 ?\n");
  EXPECT_EQ(codes_of(loaded.diagnostics), Strings{"encoding-guessed"});
}

TEST(Load, RefusesWhatIsNotText) {
  for (const std::string& bytes : {std::string("a\0b", 3),
                                   std::string("\xFF\xFE"
                                               "a\0",
                                               4),
                                   std::string("\xFE\xFF\0a", 4), std::string("PK\x03\x04"),
                                   std::string("a\x7F"), std::string("\x1B[31m")}) {
    const Loaded loaded = load(bytes);
    EXPECT_FALSE(loaded.read);
    EXPECT_TRUE(loaded.files.empty());
    EXPECT_EQ(codes_of(loaded.diagnostics), Strings{"binary-file"});
  }
}

TEST(Load, RefusesEmptyFiles) {
  for (const std::string bytes : {"", "\n\r\n  \t", "\xEF\xBB\xBF", "\xEF\xBB\xBF\r\n"})
    EXPECT_EQ(codes_of(load(bytes).diagnostics), Strings{"empty-file"});
}

TEST(Load, TheLimitIsTheLargestSizeThatIsRead) {
  EXPECT_TRUE(load("12345", {5, {}}).read);
  EXPECT_EQ(codes_of(load("123456", {5, {}}).diagnostics), Strings{"file-too-large"});
}

TEST(Load, FoldersAndMissingFilesAreNoFiles) {
  const Folder folder;
  const std::string map = folder.map("map", {{"entities.csv", "id\n"}});
  Files files;
  std::vector<Diagnostic> diagnostics;
  EXPECT_FALSE(load_file(map, {}, files, diagnostics));
  EXPECT_FALSE(load_file(map + "/none.csv", {}, files, diagnostics));
  EXPECT_EQ(codes_of(diagnostics), (Strings{"missing-file", "missing-file"}));
  EXPECT_EQ(diagnostics[1].path, map + "/none.csv");
}

TEST(Load, TakesTheTruthOfSpreadsheetsForYes) {
  const MapRead read = read_tables(
      "id,name,kind,statutory\na,A,body,TRUE\nb,B,body,FALSE\nc,C,body,true\nd,D,body,no\n");
  EXPECT_EQ(codes_of(read.diagnostics), std::vector<std::string>{});
  ASSERT_EQ(read.dataset.entities.size(), 4U);
  EXPECT_TRUE(read.dataset.entities[0].statutory);
  EXPECT_FALSE(read.dataset.entities[1].statutory);
  EXPECT_TRUE(read.dataset.entities[2].statutory);
  EXPECT_FALSE(read.dataset.entities[3].statutory);
}

TEST(Load, HasNoFormFeeds) {
  const MapRead read = read_tables("id,name,kind\na,A\fB\xEF\xBF\xBF,body\n");
  ASSERT_EQ(read.dataset.entities.size(), 1U);
  EXPECT_EQ(read.dataset.entities[0].name, "A B\xEF\xBF\xBD");
}

}  // namespace
}  // namespace crosscut
