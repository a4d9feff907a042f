// Whole runs on small inputs, most of them wrong in one way: what the program prints must be, byte
// for byte, what tests/golden/<case>/expected.txt says. CROSSCUT_BLESS=1 writes those files anew.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <sstream>
#include <string>
#include <vector>

#include "crosscut/cli/commands.h"
#include "crosscut/model/codes.h"
#include "crosscut/read/join.h"

namespace crosscut {
namespace {

namespace fs = std::filesystem;

const fs::path golden = fs::path(CROSSCUT_ROOT) / "tests" / "golden";

std::string read(const fs::path& path) {
  std::ifstream stream(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), {}};
}

std::vector<std::string> cases() {
  std::vector<std::string> names;
  for (const fs::directory_entry& entry : fs::directory_iterator(golden))
    if (fs::exists(entry.path() / "command")) names.push_back(entry.path().filename().string());
  std::sort(names.begin(), names.end());
  return names;
}

/// The current directory, changed for as long as this lives.
class Inside {
 public:
  explicit Inside(const fs::path& folder) : before_(fs::current_path()) {
    fs::current_path(folder);
  }
  ~Inside() { fs::current_path(before_); }
  Inside(const Inside&) = delete;
  Inside& operator=(const Inside&) = delete;

 private:
  fs::path before_;
};

/// What a run prints: standard output, standard error, exit code.
std::string run_in(const fs::path& folder, const std::vector<std::string>& arguments) {
  const Inside inside(folder);
  std::ostringstream out;
  std::ostringstream err;
  const int code = run(arguments, Streams{out, err, false});
  return out.str() + err.str() + "exit " + std::to_string(code) + "\n";
}

std::vector<std::string> read_command(const std::string& name) {
  std::istringstream lines(read(golden / name / "command"));
  std::vector<std::string> arguments;
  for (std::string line; std::getline(lines, line);) arguments.push_back(line);
  return arguments;
}

/// Files too large to keep are made: case `file-too-large` needs relations of more than 1 MB.
fs::path folder_of(const std::string& name) {
  if (name != "file-too-large") return golden / name;
  const fs::path copy =
      fs::path(testing::TempDir()) /
      ("crosscut-golden-" + std::to_string(std::hash<std::string>{}(CROSSCUT_ROOT)));
  fs::remove_all(copy);
  fs::copy(golden / name, copy, fs::copy_options::recursive);
  std::ofstream(copy / "map" / "relations.csv") << "from,relation,to\n"
                                                << std::string(1U << 20U, 'x');
  return copy;
}

class Golden : public testing::TestWithParam<std::string> {};

TEST_P(Golden, PrintsWhatIsExpected) {
  const std::string printed = run_in(folder_of(GetParam()), read_command(GetParam()));
  const fs::path expected = golden / GetParam() / "expected.txt";
  if (std::getenv("CROSSCUT_BLESS") != nullptr)
    std::ofstream(expected, std::ios::binary) << printed;
  EXPECT_EQ(printed, read(expected)) << "set CROSSCUT_BLESS=1 to take what was printed as right";
}

/// The map of a case as read: how many rows and entities, and every diagnostic.
std::string read_with(const fs::path& folder, const std::string& map, std::size_t jobs) {
  const Inside inside(folder);
  ReadOptions options;
  options.jobs = jobs;
  const MapRead read = read_maps({map}, options);
  std::ostringstream text;
  text << read.dataset.entities.size() << " " << read.dataset.relations.size() << " "
       << read.dataset.loose_ends.size() << " " << read.dataset.left_out.size() << "\n";
  for (const Diagnostic& diagnostic : read.diagnostics)
    text << format_diagnostic(diagnostic, read.dataset.files);
  return text.str();
}

TEST_P(Golden, ReadsTheSameOnAnyNumberOfThreads) {
  const fs::path folder = folder_of(GetParam());
  for (const std::string& map : read_command(GetParam())) {
    const Inside inside(folder);
    if (!is_map(map)) continue;
    for (const std::size_t jobs : {2U, 8U})
      EXPECT_EQ(read_with(folder, map, jobs), read_with(folder, map, 1)) << jobs << " threads";
  }
}

INSTANTIATE_TEST_SUITE_P(Cases, Golden, testing::ValuesIn(cases()), [](const auto& test) {
  std::string name = test.param;
  std::replace(name.begin(), name.end(), '-', '_');
  return name;
});

TEST(GoldenCases, EveryCodeIsPrintedBySome) {
  std::string all;
  for (const std::string& name : cases()) all += read(golden / name / "expected.txt");
  for (const CodeInfo& info : all_codes())
    EXPECT_NE(all.find("[" + std::string(info.code) + "]\n"), std::string::npos)
        << "no golden case prints " << info.code;
}

}  // namespace
}  // namespace crosscut
