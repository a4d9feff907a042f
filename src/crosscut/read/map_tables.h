// The tables of a map, wherever they come from: a folder of CSV files, a workbook, a JSON file.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "crosscut/read/load.h"
#include "crosscut/read/table.h"

namespace crosscut {

/// By name: entities, relations, sources, map, same, accepted. What is missing, empty or cannot be
/// read is not there, and was reported where the map needs it.
using MapTables = std::map<std::string, Table, std::less<>>;

/// In the order that they are read in.
inline constexpr std::string_view table_names[] = {"map",     "entities", "relations",
                                                   "sources", "same",     "accepted"};

MapTables read_folder(const std::string& path, const ReadOptions& options, Files& files,
                      std::vector<Diagnostic>& diagnostics);
MapTables read_workbook_tables(const std::string& path, const ReadOptions& options, Files& files,
                               std::vector<Diagnostic>& diagnostics);
MapTables read_json_tables(const std::string& path, const ReadOptions& options, Files& files,
                           std::vector<Diagnostic>& diagnostics);

/// The same from bytes, and from a JSON file that is loaded.
MapTables workbook_tables(const std::string& path, const std::string& bytes, Files& files,
                          std::vector<Diagnostic>& diagnostics);
MapTables json_tables(std::uint32_t file, const Files& files, std::vector<Diagnostic>& diagnostics);

/// A CSV file as a table; nothing, with a diagnostic, when it cannot be read or is empty.
std::optional<Table> read_csv_file(const std::string& path, const ReadOptions& options,
                                   Files& files, std::vector<Diagnostic>& diagnostics);

}  // namespace crosscut
