// The joined UK maps, whole: the example in output/uk is what the program makes today, and the same
// for any number of threads and any order of rows.
#include <gtest/gtest.h>

#include <unistd.h>
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <random>
#include <set>
#include <sstream>

#include "crosscut/cli/commands.h"
#include "crosscut/lens/examine.h"
#include "crosscut/read/join.h"
#include "crosscut/write/json.h"

namespace crosscut {
namespace {

namespace fs = std::filesystem;

std::string read_bytes(const fs::path& path) {
  std::ifstream stream(path, std::ios::binary);
  std::stringstream bytes;
  bytes << stream.rdbuf();
  return bytes.str();
}

class Uk : public testing::Test {
 protected:
  void SetUp() override { fs::current_path(CROSSCUT_ROOT); }
  void TearDown() override {
    for (const fs::path& folder : folders()) fs::remove_all(folder);
    folders().clear();
  }
  static std::set<fs::path>& folders() {
    static std::set<fs::path> made;
    return made;
  }

  /// Runs `analyse` into a new temporary folder; returns its path.
  static fs::path analyse(const std::string& jobs) {
    const fs::path folder =
        fs::temp_directory_path() / ("crosscut-uk-test-" + std::to_string(getpid()) + "-" + jobs);
    folders().insert(folder);
    fs::remove_all(folder);
    std::ostringstream out, err;
    EXPECT_EQ(
        run({"analyse", "graphs/uk-missions", "graphs/uk-policies", "-o", folder.string(), "--jobs",
             jobs, "--title", "Missions and cross-cutting policies of the UK government"},
            {out, err}),
        0)
        << err.str();
    return folder;
  }

  static Report report_of(Dataset data) {
    Linked linked = link(data, {});
    return examine(std::move(linked.graph), {}, {});
  }
};

std::set<std::string> files_below(const fs::path& folder) {
  std::set<std::string> names;
  for (const auto& entry : fs::recursive_directory_iterator(folder))
    if (entry.is_regular_file()) names.insert(fs::relative(entry.path(), folder).generic_string());
  return names;
}

/// Without the line on the version of Graphviz, which is that of the machine.
std::string without_version(std::string text) {
  const std::size_t at = text.find("Graphviz ");
  const std::size_t end = text.find('\n', at);
  return at == std::string::npos ? text : text.erase(at, end - at);
}

TEST_F(Uk, CommittedExampleIsWhatTheProgramMakes) {
  const fs::path folder = analyse("1");
  std::size_t compared = 0;
  for (const std::string& name : files_below(folder)) {
    if (name.ends_with(".svg") || name.ends_with(".html")) continue;  // as this Graphviz draws
    EXPECT_TRUE(without_version(read_bytes(fs::path("output/uk") / name)) ==
                without_version(read_bytes(folder / name)))
        << name << ": run script/demo to renew it";
    ++compared;
  }
  EXPECT_GE(compared, 13U);
  EXPECT_EQ(files_below(folder), files_below("output/uk"));
}

TEST_F(Uk, SameBytesForAnyNumberOfThreads) {
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
  GTEST_SKIP() << "a fork beside other threads leaves the sanitizer's locks held";
#endif
  const fs::path one = analyse("1");
  const fs::path three = analyse("3");
  ASSERT_EQ(files_below(one), files_below(three));
  for (const std::string& name : files_below(one))
    EXPECT_TRUE(read_bytes(one / name) == read_bytes(three / name)) << name;
}

TEST_F(Uk, RowOrderChangesNoFindingAndNoFigure) {
  MapRead read = read_maps({"graphs/uk-missions", "graphs/uk-policies"}, {});
  const Report before = report_of(read.dataset);
  std::mt19937 random(7);
  std::shuffle(read.dataset.relations.begin(), read.dataset.relations.end(), random);
  std::shuffle(read.dataset.entities.begin(), read.dataset.entities.end(), random);
  EXPECT_TRUE(write_json(before) == write_json(report_of(read.dataset)));
}

TEST_F(Uk, NothingNamesAFolderOfThisMachine) {
  const fs::path folder = analyse("1");
  for (const std::string& name : files_below(folder)) {
    const std::string bytes = read_bytes(folder / name);
    EXPECT_EQ(bytes.find(CROSSCUT_ROOT), std::string::npos) << name;
    EXPECT_EQ(bytes.find(folder.string()), std::string::npos) << name;
  }
}

/// "Says who?": every finding cites rows, and every cited row has a source or says that it has
/// none.
TEST_F(Uk, EveryFindingCitesASource) {
  const Report report =
      report_of(read_maps({"graphs/uk-missions", "graphs/uk-policies"}, {}).dataset);
  ASSERT_FALSE(report.findings.empty());
  for (const Finding& finding : report.findings) {
    bool sourced = false;
    for (const Evidence& evidence : finding.evidence) {
      if (!evidence.relation)
        sourced = sourced || !report.graph.entity(evidence.entity).sources.empty();
      else
        for (const Citation& citation : report.graph.relation(*evidence.relation).citations)
          sourced = sourced || !citation.sources.empty();
    }
    EXPECT_TRUE(sourced) << finding.headline;
  }
}

/// A separate component changes no other finding.
TEST_F(Uk, ASeparateMapBesideItChangesNoOtherFinding) {
  const MapRead read = read_maps({"graphs/uk-missions", "graphs/uk-policies"}, {});
  const auto ids_of = [](const Report& report, std::string_view without) {
    std::set<std::string> ids;
    for (const Finding& finding : report.findings)
      if (const std::string id = finding_id(finding, report.graph);
          id.find(without) == std::string::npos)
        ids.insert(id + " " + std::to_string(finding.confidence));
    return ids;
  };
  Dataset wider = read.dataset;
  EntityRow island;
  island.id = island.name = "zz-island-policy";
  wider.entities.push_back(island);
  const Report report = report_of(wider);
  EXPECT_EQ(ids_of(report_of(read.dataset), "zz-island"), ids_of(report, "zz-island"));
  EXPECT_TRUE(std::any_of(report.findings.begin(), report.findings.end(), [&](const Finding& f) {
    return finding_id(f, report.graph) == "no-lead:zz-island-policy";
  }));
}

}  // namespace
}  // namespace crosscut
