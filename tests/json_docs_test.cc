// docs/json.md names every field that the program writes, and no other.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <nlohmann/json.hpp>
#include <regex>
#include <set>
#include <sstream>

#include "crosscut/cli/commands.h"
#include "unit/read/folder.h"

namespace crosscut {
namespace {

using Json = nlohmann::json;
using Fields = std::set<std::string>;

/// "a.b[].c" of every value that is no object and no list, and "a.b[]" of every empty list.
void collect(const Json& value, const std::string& path, Fields& fields) {
  if (value.is_object()) {
    for (const auto& [name, inner] : value.items())
      collect(inner, path.empty() ? name : path + "." + name, fields);
  } else if (value.is_array()) {
    if (value.empty()) fields.insert(path + "[]");
    for (const Json& inner : value) collect(inner, path + "[]", fields);
  } else {
    fields.insert(path);
  }
}

/// The fields of each section of the page; what is said to be a finding or a relation has the
/// fields of those.
std::map<std::string, Fields> documented() {
  std::ifstream page(std::filesystem::path(CROSSCUT_ROOT) / "docs" / "json.md");
  std::map<std::string, std::vector<std::pair<std::string, std::string>>> links;
  std::map<std::string, Fields> sections;
  std::string section = "all";
  const std::regex field("`([a-z_0-9.\\[\\]]+)`");
  for (std::string line; std::getline(page, line);) {
    if (line.starts_with("## ")) section = line.substr(3);
    if (!line.starts_with("| `")) continue;
    const std::size_t end = line.find(" | ");
    const std::string names = line.substr(0, end);
    for (std::sregex_iterator i(names.begin(), names.end(), field), none; i != none; ++i) {
      sections[section].insert((*i)[1]);
      for (const std::string kind : {"finding", "relation"})
        if (line.find("[" + kind + "](#a-" + kind + ")", end) != std::string::npos)
          links[section].emplace_back((*i)[1], "A " + kind);
    }
  }
  for (const auto& [name, list] : links)
    for (const auto& [path, kind] : list)
      for (const std::string& inner : sections.at(kind)) sections[name].insert(path + "." + inner);
  return sections;
}

Fields written(const std::vector<std::vector<std::string>>& commands) {
  Fields fields;
  for (std::vector<std::string> command : commands) {
    command.insert(command.end(), {"-f", "json", "-o", "-"});
    if (command.front() == "show" || command.front() == "trace" || command.front() == "explain")
      command.resize(command.size() - 2);
    std::ostringstream out, err;
    EXPECT_LT(run(command, {out, err}), 2) << err.str();
    collect(Json::parse(out.str()), "", fields);
  }
  return fields;
}

void expect_documented(const std::string& section, Fields fields) {
  const auto sections = documented();
  for (const std::string& common : sections.at("all")) fields.erase(common);
  const Fields& known = sections.at(section);
  // A list may be empty; an object or a list may be documented for what it means.
  const auto opens_one_of = [](const std::string& path, const Fields& others) {
    return std::any_of(others.begin(), others.end(), [&](const std::string& other) {
      return other == path || other.starts_with(path + ".") || other.starts_with(path + "[]");
    });
  };
  for (const std::string& path : fields)
    EXPECT_TRUE(opens_one_of(path, known))
        << section << " writes " << path << ", not in docs/json.md";
  for (const std::string& path : known)
    EXPECT_TRUE(opens_one_of(path, fields)) << section << " never writes " << path;
}

/// A map that accepts one of its findings, with a row that raises a warning.
std::string accepting_map(const Folder& folder) {
  return folder.map("map", {{"map.csv", "key,value\ncovers,leads\nas-at,2026-07\n"},
                            {"entities.csv",
                             "id,name,kind\ndwp,Work,department\nplan,Plan,policy\nplan-2,Plan "
                             "2,policy\n"},
                            {"relations.csv",
                             "from,relation,to,source\ndwp,contributes-to,plan,s\ndwp,leads,plan-2,"
                             "s\ndwp,leads,plan-2,not-there\n"},
                            {"sources.csv", "id,title\ns,A source\n"},
                            {"accepted.csv", "finding,reason\nno-lead:plan,It is being named\n"}});
}

class JsonDocs : public testing::Test {
 protected:
  void SetUp() override { std::filesystem::current_path(CROSSCUT_ROOT); }
  const std::string example = "graphs/example";
};

TEST_F(JsonDocs, Findings) {
  const Folder folder;
  expect_documented("findings.json",
                    written({{"analyse", "graphs/uk-missions", "graphs/uk-policies"},
                             {"analyse", example, "--release"},
                             {"measure", "graphs/uk-missions", "--graph", "need"},
                             {"analyse", accepting_map(folder)}}));
}

TEST_F(JsonDocs, Show) {
  expect_documented("show", written({{"show", "graphs/uk-missions", "mission-growth"},
                                     {"show", "graphs/uk-missions", "mhclg"}}));
}

TEST_F(JsonDocs, Trace) {
  expect_documented("trace", written({{"trace", example, "electric-buses", "new-towns"}}));
}

TEST_F(JsonDocs, Explain) {
  const Folder folder;
  expect_documented("explain", written({{"explain", example, "bottleneck:planning-office"},
                                        {"explain", accepting_map(folder), "no-lead:plan"}}));
}

TEST_F(JsonDocs, WhatIf) {
  expect_documented("whatif",
                    written({{"whatif", example, "--change", "merge dept-skills into dept-jobs"},
                             {"whatif", "graphs/uk-missions", "graphs/uk-policies", "--change",
                              "split mhclg into a \"A\", b \"B\"", "--change",
                              "  new-towns-programme to a", "--change", "  rest to b"},
                             {"whatif", example, "--as-at", "2026-01", "--change",
                              "create forum new-board with dept-skills, dept-jobs"},
                             {"whatif", "graphs/uk-missions", "graphs/uk-policies", "--change",
                              "report skills-england to dfe"}}));
}

TEST_F(JsonDocs, Compare) {
  expect_documented("compare", written({{"compare", "graphs/mog-changes", "--since", "2020"}}));
}

TEST_F(JsonDocs, Convene) {
  expect_documented(
      "convene",
      written(
          {{"convene", example, "land-use-plan"},
           {"convene", "graphs/uk-missions", "graphs/uk-policies", "youth-guarantee"},
           {"convene", "graphs/uk-missions", "graphs/uk-policies", "ssep"},
           {"convene", "graphs/uk-missions", "graphs/uk-policies", "temporary-shortage-list"}}));
}

TEST_F(JsonDocs, Brief) {
  expect_documented("brief", written({{"brief", example, "bottleneck:planning-office"},
                                      {"brief", example, "land-use-plan"},
                                      {"brief", example, "dept-skills"}}));
}

}  // namespace
}  // namespace crosscut
