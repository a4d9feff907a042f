// The README's tour: every command in it runs.
#include <gtest/gtest.h>

#include <unistd.h>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "crosscut/cli/commands.h"

namespace crosscut {
namespace {

namespace fs = std::filesystem;
constexpr std::string_view program = "build/release/crosscut ";

std::string readme() {
  std::ifstream stream(fs::path(CROSSCUT_ROOT) / "README.md");
  std::stringstream text;
  text << stream.rdbuf();
  return text.str();
}

/// Words of a command line; quotes keep several together.
std::vector<std::string> words_of(const std::string& line) {
  std::vector<std::string> words(1);
  bool in_quotes = false;
  for (const char c : line) {
    if (c == '"')
      in_quotes = !in_quotes;
    else if (c == ' ' && !in_quotes)
      words.emplace_back();
    else
      words.back() += c;
  }
  return words;
}

/// The lines of the README that start the program, without its name.
std::vector<std::string> commands_in_readme() {
  std::istringstream text(readme());
  std::vector<std::string> commands;
  for (std::string line; std::getline(text, line);)
    if (line.starts_with(program)) commands.push_back(line.substr(program.size()));
  return commands;
}

/// A folder of its own with the maps in it, so that nothing is written into the repository.
class Readme : public testing::Test {
 protected:
  void SetUp() override {
    before_ = fs::current_path();
    folder_ = fs::temp_directory_path() / ("crosscut-readme-test-" + std::to_string(getpid()));
    fs::remove_all(folder_);
    fs::create_directories(folder_);
    fs::create_directory_symlink(fs::path(CROSSCUT_ROOT) / "graphs", folder_ / "graphs");
    fs::current_path(folder_);
  }
  void TearDown() override {
    fs::current_path(before_);
    fs::remove_all(folder_);
  }
  fs::path before_, folder_;
};

TEST_F(Readme, EveryCommandOfTheTourRuns) {
  const auto commands = commands_in_readme();
  EXPECT_GE(commands.size(), 10U);
  for (const std::string& command : commands) {
    std::ostringstream out, err;
    EXPECT_EQ(run(words_of(command), {out, err}), 0) << command << "\n" << err.str();
  }
}

}  // namespace
}  // namespace crosscut
