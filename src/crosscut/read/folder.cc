// A map as a folder of CSV files.
#include <filesystem>

#include "crosscut/model/codes.h"
#include "crosscut/read/csv.h"
#include "crosscut/read/map_tables.h"
#include "crosscut/read/table.h"

namespace crosscut {

std::optional<Table> read_csv_file(const std::string& path, const ReadOptions& options,
                                   Files& files, std::vector<Diagnostic>& diagnostics) {
  const auto file = load_file(path, options, files, diagnostics);
  if (!file) return std::nullopt;
  Table table = open_csv(*file, files, diagnostics);
  if (table.header.empty() && !table.cut_short)
    diagnostics.push_back(diagnose_path("empty-file", path, "the file is empty",
                                        "write the column names in the first row"));
  if (table.header.empty()) return std::nullopt;
  return table;
}

MapTables read_folder(const std::string& path, const ReadOptions& options, Files& files,
                      std::vector<Diagnostic>& diagnostics) {
  namespace fs = std::filesystem;
  MapTables tables;
  for (const std::string_view name : table_names) {
    const std::string file = (fs::path(path) / (std::string(name) + ".csv")).generic_string();
    const bool required = name == "entities" || name == "relations";
    std::error_code error;
    if (required || fs::exists(file, error)) {
      if (auto table = read_csv_file(file, options, files, diagnostics))
        tables.emplace(name, std::move(*table));
    } else if (name == "sources") {
      diagnostics.push_back(diagnose_path(
          "no-sources", path, "the map has no sources.csv, so nothing in it can be traced",
          "add sources.csv with id, title, publisher, date and url"));
    }
  }
  return tables;
}

}  // namespace crosscut
