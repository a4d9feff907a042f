// `new` writes a map that is valid as it stands, explains it, and never touches what is there.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "crosscut/base/text.h"
#include "crosscut/model/vocabulary.h"
#include "crosscut/read/columns.h"
#include "crosscut/read/csv.h"
#include "crosscut/read/join.h"
#include "program.h"

namespace crosscut {
namespace {

namespace fs = std::filesystem;

class New : public OwnFolder {
 protected:
  std::string map() const { return (folder_ / "map").string(); }
  std::size_t files_in_map() const {
    std::size_t count = 0;
    for (const auto& entry : fs::directory_iterator(folder_ / "map"))
      count += entry.is_regular_file() ? 1U : 0U;
    return count;
  }
  Table table(std::string_view name) const {
    Files files;
    std::vector<Diagnostic> diagnostics;
    const auto file = load_file((folder_ / "map" / name).string(), {}, files, diagnostics);
    if (!file) return {};
    Table csv = parse_csv(*file, files, diagnostics);
    EXPECT_TRUE(diagnostics.empty()) << name;
    return csv;
  }
};

TEST_F(New, ThenCheckIsClean) {
  const Ran made = run_with({"new", map()});
  EXPECT_EQ(made.code, 0) << made.err;
  const Ran checked = run_with({"check", map()});
  EXPECT_EQ(checked.code, 0);
  EXPECT_EQ(checked.err, "");
  EXPECT_EQ(checked.out, "No errors, no warnings in 3 entities and one relation.\n");
  EXPECT_EQ(files_in_map(), map_files().size() + 1);
}

TEST_F(New, EachFileHasItsColumnsAndAWorkedRow) {
  run_with({"new", map()});
  for (const FileInfo& file : map_files()) {
    const Table csv = table(file.name);
    if (file.by_rows) {
      ASSERT_EQ(csv.rows.size(), file.columns.size());
      for (std::size_t i = 0; i < csv.rows.size(); ++i)
        EXPECT_EQ(csv.rows[i].front().text, file.columns[i].name);
      EXPECT_FALSE(csv.rows.front().back().text.empty());
      continue;
    }
    ASSERT_EQ(csv.header.size(), file.columns.size()) << file.name;
    for (std::size_t i = 0; i < csv.header.size(); ++i)
      EXPECT_EQ(csv.header[i].text, file.columns[i].name);
    EXPECT_FALSE(csv.rows.empty()) << file.name;
    for (const auto& row : csv.rows) {
      ASSERT_EQ(row.size(), csv.header.size()) << file.name;
      for (std::size_t i = 0; i < row.size(); ++i)
        EXPECT_FALSE(file.columns[i].required && row[i].text.empty())
            << file.name << ": " << file.columns[i].name;
    }
  }
}

/// The worked rows together are a map: its programme has a lead, a date, a source and a page.
TEST_F(New, WorkedRowsUseTheColumns) {
  run_with({"new", map()});
  const Dataset data = read_maps({map()}, {}).dataset;
  ASSERT_EQ(data.entities.size(), 3U);
  EXPECT_EQ(data.entities[1].kind, Kind::programme);
  EXPECT_TRUE(data.entities[1].due.given());
  EXPECT_EQ(data.entities[1].status, "in-progress");
  ASSERT_EQ(data.relations.size(), 1U);
  EXPECT_EQ(data.relations[0].verb, Verb::leads);
  EXPECT_EQ(data.relations[0].locator, "page 3");
  ASSERT_EQ(data.sources.size(), 1U);
  EXPECT_EQ(data.relations[0].sources.front().text, data.sources[0].id);
  ASSERT_EQ(data.same.size(), 1U);
  EXPECT_EQ(data.same[0].same_as.text, data.entities[1].id);
  EXPECT_NE(data.maps.front().title, "map");
  const std::string report = run_with({"analyse", map(), "-f", "md", "-o", "-"}).out;
  EXPECT_NE(report.find("a lead is to be named"), std::string::npos);  // the acceptance holds
}

/// As Excel's own "CSV UTF-8" writes it: a mark, so that it reads Welsh letters right, and CRLF.
TEST_F(New, FilesAreAsExcelWritesThem) {
  run_with({"new", map()});
  for (const FileInfo& file : map_files()) {
    const std::string bytes = read_bytes(folder_ / "map" / file.name);
    EXPECT_TRUE(bytes.starts_with("\xEF\xBB\xBF")) << file.name;
    EXPECT_TRUE(bytes.ends_with("\r\n")) << file.name;
  }
  std::ofstream(folder_ / "map" / "entities.csv", std::ios::binary | std::ios::app)
      << "plan-dwr,Cynllun Dŵr,policy\r\n";
  const MapRead read = read_maps({map()}, {});
  EXPECT_EQ(read.dataset.entities.back().name, "Cynllun Dŵr");
}

TEST_F(New, RefusesAFolderThatHoldsOneOfTheFilesAndWritesNothing) {
  for (const std::string name : {"relations.csv", "GUIDE.md", "accepted.csv"}) {
    fs::remove_all(map());
    fs::create_directories(map());
    std::ofstream(folder_ / "map" / name) << "mine";
    const Ran ran = run_with({"new", map()});
    EXPECT_EQ(ran.code, 2) << name;
    EXPECT_EQ(ran.out, "");
    EXPECT_NE(ran.err.find("holds " + name + " already; nothing was written"), std::string::npos)
        << ran.err;
    EXPECT_NE(ran.err.find("hint: "), std::string::npos);
    EXPECT_EQ(read_bytes(folder_ / "map" / name), "mine");
    EXPECT_EQ(files_in_map(), 1U);
  }
}

TEST_F(New, AFolderWithOtherFilesIsFine) {
  fs::create_directories(map());
  std::ofstream(folder_ / "map" / "notes.txt") << "mine";
  EXPECT_EQ(run_with({"new", map()}).code, 0);
  EXPECT_EQ(read_bytes(folder_ / "map" / "notes.txt"), "mine");
}

TEST_F(New, OtherArgumentsAreExplained) {
  for (const std::vector<std::string>& arguments :
       {std::vector<std::string>{"new"}, {"new", ""}, {"new", map(), map() + "2"}}) {
    const Ran ran = run_with(arguments);
    EXPECT_EQ(ran.code, 2);
    EXPECT_NE(ran.err.find("the name of one folder"), std::string::npos) << ran.err;
  }
  std::ofstream(folder_ / "file") << "mine";
  const Ran ran = run_with({"new", (folder_ / "file").string()});
  EXPECT_EQ(ran.code, 2);
  EXPECT_NE(ran.err.find("is a file; nothing was written"), std::string::npos) << ran.err;
  EXPECT_FALSE(fs::exists(map()));
}

TEST_F(New, TheGuideNamesEveryColumnKindRelationAndWord) {
  run_with({"new", map()});
  const std::string guide = read_bytes(folder_ / "map" / "GUIDE.md");
  const auto names = [&](std::string_view word) {
    return guide.find("- `" + std::string(word) + "`") != std::string::npos;
  };
  for (const FileInfo& file : map_files()) {
    EXPECT_NE(guide.find("## " + std::string(file.name)), std::string::npos);
    for (const ColumnInfo& column : file.columns) {
      EXPECT_TRUE(names(column.name)) << column.name;
      EXPECT_NE(guide.find(column.meaning), std::string::npos) << column.name;
    }
  }
  for (const KindInfo& kind : all_kinds()) EXPECT_TRUE(names(kind.word)) << kind.word;
  for (const VerbInfo& verb : all_verbs()) EXPECT_TRUE(names(verb.word)) << verb.word;
  for (const ConfidenceWord& word : all_confidence_words()) EXPECT_TRUE(names(word.word));
  EXPECT_NE(guide.find("A is consulted on B"), std::string::npos);
}

}  // namespace
}  // namespace crosscut
