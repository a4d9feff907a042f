// A map as a folder of CSV files.
#include <array>
#include <filesystem>
#include <iterator>
#include <memory>

#include "crosscut/base/parallel.h"
#include "crosscut/model/codes.h"
#include "crosscut/read/csv.h"
#include "crosscut/read/map_tables.h"
#include "crosscut/read/table.h"

namespace crosscut {

namespace {

/// The last of the files as a table; nothing, with a diagnostic, when it is empty.
std::optional<Table> open_last(const Files& files, std::vector<Diagnostic>& diagnostics) {
  Table table = open_csv(static_cast<std::uint32_t>(files.size() - 1), files, diagnostics);
  if (table.header.empty() && !table.cut_short)
    diagnostics.push_back(diagnose_path("empty-file", files.back()->path, "the file is empty",
                                        "write the column names in the first row"));
  if (table.header.empty()) return std::nullopt;
  return table;
}

struct Loaded {
  std::shared_ptr<const InputFile> file;  // null where there is none, or none that can be read
  std::vector<Diagnostic> diagnostics;
};

}  // namespace

std::optional<Table> read_csv_file(const std::string& path, const ReadOptions& options,
                                   Files& files, std::vector<Diagnostic>& diagnostics) {
  if (!load_file(path, options, files, diagnostics)) return std::nullopt;
  return open_last(files, diagnostics);
}

MapTables read_folder(const std::string& path, const ReadOptions& options, Files& files,
                      std::vector<Diagnostic>& diagnostics) {
  namespace fs = std::filesystem;
  std::array<Loaded, std::size(table_names)> loaded;
  parallel_for(options.jobs, loaded.size(), [&](std::size_t i) {
    const std::string_view name = table_names[i];
    const std::string file = (fs::path(path) / (std::string(name) + ".csv")).generic_string();
    const bool required = name == "entities" || name == "relations";
    std::error_code error;
    if (required || fs::exists(file, error))
      loaded[i].file = load_input(file, options, loaded[i].diagnostics);
    else if (name == "sources")
      loaded[i].diagnostics.push_back(diagnose_path(
          "no-sources", path, "the map has no sources.csv, so nothing in it can be traced",
          "add sources.csv with id, title, publisher, date and url"));
  });
  MapTables tables;
  for (std::size_t i = 0; i < loaded.size(); ++i) {
    std::move(loaded[i].diagnostics.begin(), loaded[i].diagnostics.end(),
              std::back_inserter(diagnostics));
    if (loaded[i].file == nullptr) continue;
    files.push_back(std::move(loaded[i].file));
    if (auto table = open_last(files, diagnostics))
      tables.emplace(table_names[i], std::move(*table));
  }
  return tables;
}

}  // namespace crosscut
