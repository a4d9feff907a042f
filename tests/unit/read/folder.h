// A map's folder that a test writes and that goes away with it.
//
//   Folder folder;
//   const std::string map = folder.map("a", {{"entities.csv", "id,name,kind\n"}});
#pragma once

#include <stdlib.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "crosscut/base/diagnostic.h"
#include "crosscut/read/join.h"

namespace crosscut {

class Folder {
 public:
  Folder() {
    std::string name = testing::TempDir() + "crosscut-XXXXXX";
    path_ = mkdtemp(name.data());
  }
  ~Folder() { std::filesystem::remove_all(path_); }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;

  std::string write(const std::string& name, const std::string& bytes) const {
    const std::filesystem::path path = path_ / name;
    std::filesystem::create_directories(path.parent_path());
    std::ofstream(path, std::ios::binary) << bytes;
    return path.string();
  }
  std::string map(const std::string& name, const std::map<std::string, std::string>& files) const {
    for (const auto& [file, bytes] : files) write(name + "/" + file, bytes);
    return (path_ / name).string();
  }

 private:
  std::filesystem::path path_;
};

inline std::vector<std::string> codes_of(const std::vector<Diagnostic>& diagnostics) {
  std::vector<std::string> codes;
  for (const Diagnostic& diagnostic : diagnostics) codes.push_back(diagnostic.code);
  return codes;
}

/// One map of these tables, with a sources.csv so that nothing warns.
inline MapRead read_tables(const std::string& entities,
                           const std::string& relations = "from,relation,to\n",
                           const std::map<std::string, std::string>& others = {}) {
  const Folder folder;
  std::map<std::string, std::string> files = {{"entities.csv", entities},
                                              {"relations.csv", relations},
                                              {"sources.csv", "id,title\ns,A source\n"}};
  for (const auto& [name, bytes] : others) files[name] = bytes;
  return read_maps({folder.map("map", files)}, {});
}

}  // namespace crosscut
