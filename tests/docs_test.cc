// The reference pages in docs/ are what the tables in the code say today. CROSSCUT_BLESS=1 writes
// them anew.
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "crosscut/cli/reference.h"

namespace {

TEST(Docs, ReferencePagesAreUpToDate) {
  for (const auto& [name, text] : crosscut::reference_pages()) {
    const auto path = std::filesystem::path(CROSSCUT_ROOT) / "docs" / name;
    if (std::getenv("CROSSCUT_BLESS") != nullptr) std::ofstream(path, std::ios::binary) << text;
    std::ifstream stream(path, std::ios::binary);
    std::stringstream written;
    written << stream.rdbuf();
    EXPECT_EQ(written.str(), text) << name << " is stale: run the tests once with CROSSCUT_BLESS=1";
  }
}

}  // namespace
