#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>

#include "program.h"

namespace crosscut {
namespace {

namespace fs = std::filesystem;

class Convert : public OwnFolder {
 protected:
  void SetUp() override {
    OwnFolder::SetUp();
    fs::create_directories(folder_ / "map");
    write("map/entities.csv", "id,name,kind,note\ndfe,Department for Education,department,ours\n");
    write("map/relations.csv", "from,relation,to\n");
    write("map/sources.csv", "id,title\ns,A source\n");
    write("map/map.csv", "key,value\ntitle,Schools\n");
  }

  void write(const std::string& name, const std::string& text) const {
    std::ofstream(folder_ / name, std::ios::binary) << text;
  }
  std::string bytes_of(const std::string& name) const { return read_bytes(path(name)); }
  /// The exit code; what was said is in out_ and err_.
  int convert(std::vector<std::string> words) {
    words.insert(words.begin(), "convert");
    Ran ran = run_with(words);
    out_ = std::move(ran.out);
    err_ = std::move(ran.err);
    return ran.code;
  }

  std::string out_, err_;
};

TEST_F(Convert, AnEndingThatNoMapHasIsRefused) {
  EXPECT_EQ(convert({path("map"), "-o", path("a.docx")}), 2);
  EXPECT_NE(err_.find("not written as \".docx\""), std::string::npos) << err_;
  EXPECT_FALSE(fs::exists(path("a.docx")));
  EXPECT_EQ(convert({path("map"), "-f", "csv", "-o", path("map.v2")}), 0) << "asked for by -f";
}

TEST_F(Convert, TakesTheFormFromTheEnding) {
  for (const char* name : {"a.xlsx", "a.ods", "a.json", "a"}) {
    EXPECT_EQ(convert({path("map"), "-o", path(name)}), 0) << name << err_;
    EXPECT_EQ(convert({path(name), "-f", "json"}), 0) << name << err_;
    const std::string json = out_;
    EXPECT_EQ(convert({path("map"), "-f", "json", "-o", "-"}), 0);
    EXPECT_EQ(json, out_) << name;
  }
  EXPECT_TRUE(bytes_of("a.xlsx").starts_with("PK"));
  EXPECT_TRUE(fs::is_directory(path("a")));
}

TEST_F(Convert, WritesNothingThatExcelWouldCutShort) {
  write("map/entities.csv",
        "id,name,kind,note\ndfe,DfE,department," + std::string(40'000, 'x') + "\n");
  EXPECT_EQ(convert({path("map"), "-o", path("a.xlsx")}), 2);
  EXPECT_NE(err_.find("the note in row 2 of entities has 40000 characters"), std::string::npos)
      << err_;
  EXPECT_FALSE(fs::exists(path("a.xlsx")));
  for (const char* name : {"a.ods", "a.json", "a"}) {
    EXPECT_EQ(convert({path("map"), "-o", path(name)}), 0) << err_;
    EXPECT_EQ(convert({path(name), "-f", "json"}), 0) << err_;
    EXPECT_NE(out_.find(std::string(40'000, 'x')), std::string::npos) << name;
  }
}

TEST_F(Convert, NeedsANameAndKeepsFiles) {
  EXPECT_EQ(convert({path("map"), "-f", "xlsx"}), 2);
  write("file", "mine");
  EXPECT_EQ(convert({path("map"), "-f", "csv", "-o", path("file")}), 2);
  EXPECT_EQ(bytes_of("file"), "mine");
  EXPECT_EQ(convert({path("map"), "-f", "docx", "-o", path("a")}), 2);
}

TEST_F(Convert, WritesNothingFromInputWithErrors) {
  write("map/relations.csv", "from,relation,to\ndfee,leads,dfe\n");
  EXPECT_EQ(convert({path("map"), "-o", path("a.ods")}), 2);
  EXPECT_NE(err_.find("[unknown-id]"), std::string::npos);
  EXPECT_FALSE(fs::exists(path("a.ods")));
}

}  // namespace
}  // namespace crosscut
