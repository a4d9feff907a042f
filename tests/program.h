// The program as a test runs it: its streams, the files it writes, a folder for them.
#pragma once

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "crosscut/cli/commands.h"

namespace crosscut {

struct Ran {
  int code;
  std::string out, err;
};

inline Ran run_with(const std::vector<std::string>& arguments) {
  std::ostringstream out, err;
  const int code = run(arguments, {out, err, false});
  return {code, out.str(), err.str()};
}

inline std::string read_bytes(const std::filesystem::path& path) {
  std::ifstream stream(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), {}};
}

/// An empty folder, another for each process, as tests run side by side.
class OwnFolder : public testing::Test {
 protected:
  void SetUp() override {
    folder_ =
        std::filesystem::temp_directory_path() / ("crosscut-test-" + std::to_string(getpid()));
    std::filesystem::remove_all(folder_);
    std::filesystem::create_directories(folder_);
  }
  void TearDown() override { std::filesystem::remove_all(folder_); }

  std::string path(const std::string& name) const { return (folder_ / name).string(); }

  std::filesystem::path folder_;
};

}  // namespace crosscut
