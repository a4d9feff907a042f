#include "crosscut/cli/files.h"

#include <filesystem>
#include <fstream>
#include <system_error>

#include "crosscut/base/text.h"

namespace crosscut {
namespace {

namespace fs = std::filesystem;

fs::path temporary_name(const fs::path& path) {
  return path.parent_path() / ("." + path.filename().string() + ".crosscut-part");
}

void remove_temporaries(const fs::path& folder, const std::vector<OutputFile>& files) {
  std::error_code ignored;
  for (const OutputFile& file : files) fs::remove(temporary_name(folder / file.name), ignored);
}

}  // namespace

std::string write_files(const std::string& folder_name, const std::vector<OutputFile>& files) {
  const fs::path folder(folder_name);
  std::error_code error;
  for (const OutputFile& file : files) {
    const fs::path path = folder / file.name;
    fs::create_directories(path.parent_path().empty() ? "." : path.parent_path(), error);
    std::ofstream stream(temporary_name(path), std::ios::binary | std::ios::trunc);
    stream.write(file.bytes.data(), static_cast<std::streamsize>(file.bytes.size()));
    stream.close();
    if (error || !stream) {
      remove_temporaries(folder, files);
      return "cannot write " + path.generic_string();
    }
  }
  for (const OutputFile& file : files) {
    const fs::path path = folder / file.name;
    fs::rename(temporary_name(path), path, error);
    if (error) {
      remove_temporaries(folder, files);
      return "cannot write " + path.generic_string() + ": " + error.message();
    }
  }
  return {};
}

std::string what_was_written(const std::string& folder, const std::vector<OutputFile>& files,
                             std::size_t figures) {
  std::vector<std::string> names;
  for (const OutputFile& file : files)
    if (!file.name.starts_with("figures/")) names.push_back(file.name);
  if (figures > 0) names.push_back(count_of(figures, "figure", "figures"));
  return "Written to " + folder + ": " + join_words(names) + ".\n";
}

}  // namespace crosscut
