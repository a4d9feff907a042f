// The include rule of docs/design.md, read off the #include lines.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <regex>
#include <set>
#include <string>
#include <vector>

namespace {

namespace fs = std::filesystem;
using Rooms = std::set<std::string>;

const fs::path source = fs::path(CROSSCUT_ROOT) / "src/crosscut";

/// What each room may include besides itself.
const std::map<std::string, Rooms> allowed = {
    {"base", {}},
    {"model", {"base"}},
    {"algo", {"base"}},
    {"read", {"base", "model"}},
    {"edit", {"base", "model"}},
    {"lens", {"base", "model", "algo"}},
    {"plan", {"base", "model", "algo", "edit", "lens"}},
    {"write", {"base", "model"}},
    {"draw", {"base", "model"}},
    {"cli", {"base", "model", "algo", "read", "edit", "lens", "plan", "write", "draw"}},
};

struct Include {
  std::string file;  // from src/crosscut
  std::string room;
  bool header;
  std::string target;
};

std::vector<Include> all_includes() {
  std::vector<Include> includes;
  for (const auto& entry : fs::recursive_directory_iterator(source)) {
    const fs::path& path = entry.path();
    if (path.extension() != ".h" && path.extension() != ".cc") continue;
    std::ifstream stream(path);
    for (std::string line; std::getline(stream, line);) {
      if (!line.starts_with("#include")) continue;
      const std::size_t open = line.find_first_of("<\"");
      const std::size_t close = line.find_first_of(">\"", open + 1);
      const std::string file = fs::relative(path, source).generic_string();
      includes.push_back({file, file.substr(0, file.find('/')), path.extension() == ".h",
                          line.substr(open + 1, close - open - 1)});
    }
  }
  return includes;
}

TEST(Layers, EveryRoomIncludesOnlyWhatItMaySee) {
  const auto includes = all_includes();
  ASSERT_GT(includes.size(), 100U);
  for (const Include& include : includes) {
    ASSERT_TRUE(allowed.contains(include.room)) << "a room without a rule: " << include.file;
    if (!include.target.starts_with("crosscut/")) continue;
    const std::string rest = include.target.substr(9);
    const std::string room = rest.substr(0, rest.find('/'));
    EXPECT_TRUE(room == include.room || allowed.at(include.room).contains(room))
        << include.file << " includes " << include.target;
  }
}

/// Headers for the files of one format only, which may show its library.
bool is_parts(const std::string& file) {
  return file.ends_with("write/json_parts.h") || file.ends_with("read/workbook_parts.h");
}

TEST(Layers, LibrariesStayInTheirRoomsAndOutOfHeaders) {
  const std::map<std::string, std::string> homes = {{"boost/", "algo"},
                                                    {"gvc", "draw"},
                                                    {"cgraph", "draw"},
                                                    {"graphviz/", "draw"},
                                                    {"cxxopts", "cli"}};
  for (const Include& include : all_includes()) {
    for (const auto& [library, room] : homes)
      if (include.target.starts_with(library)) {
        EXPECT_TRUE(include.room == room && !include.header)
            << include.file << " includes " << include.target;
      }
    for (const auto& library : {"nlohmann/", "pugixml", "sha256", "zip.h", "xlsxwriter"})
      if (include.target.starts_with(library)) {
        EXPECT_TRUE(!include.header || is_parts(include.file))
            << include.file << " includes " << include.target;
      }
    if (is_parts(include.target)) {
      EXPECT_FALSE(include.header) << include.file << " shows a library";
    }
  }
}

/// Two types of one name in one namespace would be taken for each other by the linker, without a
/// word. Types of the .cc files stand in unnamed namespaces.
TEST(Layers, NoTwoHeadersDefineATypeOfOneName) {
  const std::regex opening("^namespace ([a-z:]+) \\{$");
  const std::regex definition("^(struct|class|enum class) ([A-Za-z]+)[^;]*\\{.*$");
  std::map<std::string, std::string> homes;
  for (const auto& entry : fs::recursive_directory_iterator(source)) {
    if (entry.path().extension() != ".h") continue;
    const std::string file = fs::relative(entry.path(), source).generic_string();
    std::string space;
    std::ifstream stream(entry.path());
    for (std::string line; std::getline(stream, line);) {
      std::smatch found;
      if (std::regex_match(line, found, opening)) space = found[1].str() + "::";
      if (!std::regex_match(line, found, definition)) continue;
      const auto [home, is_new] = homes.emplace(space + found[2].str(), file);
      EXPECT_TRUE(is_new) << found[2] << " is defined in " << home->second << " and " << file;
    }
  }
  EXPECT_GT(homes.size(), 100U);
}

/// Files are opened only in read and cli; the standard streams belong to cli; only draw forks.
TEST(Layers, OnlySomeRoomsTouchTheOutsideWorld) {
  const std::map<std::string, Rooms> rules = {{"fstream", {"read", "cli"}},
                                              {"iostream", {"cli"}},
                                              {"sys/wait.h", {"draw"}},
                                              {"filesystem", {"read", "cli"}},
                                              {"chrono", {"draw", "model"}}};
  for (const Include& include : all_includes())
    if (const auto rule = rules.find(include.target); rule != rules.end()) {
      EXPECT_TRUE(rule->second.contains(include.room))
          << include.file << " includes " << include.target;
    }
}

}  // namespace
