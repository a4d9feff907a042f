#include "crosscut/read/map.h"

#include <algorithm>
#include <filesystem>
#include <unordered_map>
#include <utility>

#include "crosscut/base/text.h"
#include "crosscut/model/codes.h"
#include "crosscut/read/columns.h"
#include "crosscut/read/map_tables.h"

namespace crosscut {
namespace {

namespace fs = std::filesystem;

/// Drops rows whose id stands in an earlier row.
template <typename Row>
void drop_duplicates(std::vector<Row>& rows, std::string_view code,
                     std::vector<Diagnostic>& diagnostics) {
  std::unordered_map<std::string, Place> first;
  std::erase_if(rows, [&](const Row& row) {
    const auto [found, added] = first.try_emplace(row.id, row.place);
    if (added) return false;
    diagnostics.push_back(diagnose(code, row.place,
                                   "the id \"" + row.id + "\" stands in another row too",
                                   "give one of them another id, or merge the rows"));
    diagnostics.back().notes.push_back({found->second, "the first is here"});
    return true;
  });
}

void take_entities(Rows<EntityRow> rows, Dataset& data) {
  data.entities = std::move(rows.read);
  data.entities_unread = rows.unread;
  for (const EntityRow& row : rows.left_out) {
    data.left_out.insert(data.left_out.end(), {row.id, row.name});
    data.left_out.insert(data.left_out.end(), row.aliases.begin(), row.aliases.end());
  }
}

void take_relations(Rows<RelationRow> rows, Dataset& data) {
  data.relations = std::move(rows.read);
  for (const RelationRow& row : rows.left_out)
    for (const Reference& end : {row.from, row.to})
      if (!end.text.empty()) data.loose_ends.push_back(end);
}

/// The last part of the path, of a file without its ending.
std::string name_of_map(const std::string& given) {
  fs::path path = fs::path(given).lexically_normal();
  if (path.filename().empty()) path = path.parent_path();
  std::error_code error;
  if (path.filename() == "." || path.filename() == "..") path = fs::weakly_canonical(given, error);
  return (fs::is_directory(given, error) ? path.filename() : path.stem()).string();
}

bool is_workbook(const std::string& ending) {
  return ending == ".xlsx" || ending == ".xlsm" || ending == ".ods";
}

std::optional<MapTables> read_tables(const std::string& path, const ReadOptions& options,
                                     Files& files, std::vector<Diagnostic>& diagnostics) {
  std::error_code error;
  if (fs::is_directory(path, error)) return read_folder(path, options, files, diagnostics);
  const std::string ending = to_lower(fs::path(path).extension().string());
  if (!fs::exists(path, error)) {
    diagnostics.push_back(
        diagnose_path("missing-folder", path, "we found no such folder or file", "check the path"));
    return std::nullopt;
  }
  if (is_workbook(ending)) return read_workbook_tables(path, options, files, diagnostics);
  if (ending == ".json") return read_json_tables(path, options, files, diagnostics);
  diagnostics.push_back(diagnose_path(
      "missing-folder", path, "this file is not a map",
      "give the folder that holds entities.csv and relations.csv, or a file that ends in .xlsx, "
      ".ods or .json"));
  return std::nullopt;
}

}  // namespace

MapRead read_map(const std::string& path, const ReadOptions& options, Files& files) {
  MapRead read;
  Dataset& data = read.dataset;
  MapInfo map;
  map.folder = name_of_map(path);
  map.title = map.folder;
  if (const auto tables = read_tables(path, options, files, read.diagnostics)) {
    const auto table = [&](std::string_view name) -> const Table* {
      const auto found = tables->find(name);
      return found == tables->end() ? nullptr : &found->second;
    };
    if (const Table* t = table("map")) read_map_info(*t, map, read.diagnostics);
    data.entities_unread = table("entities") == nullptr;
    if (const Table* t = table("entities"))
      take_entities(read_entities(*t, read.diagnostics), data);
    if (const Table* t = table("relations"))
      take_relations(read_relations(*t, read.diagnostics), data);
    if (const Table* t = table("sources")) data.sources = read_sources(*t, read.diagnostics).read;
    if (const Table* t = table("same")) data.same = read_same(*t, read.diagnostics);
    if (const Table* t = table("accepted"))
      data.accepted = read_accepted(*t, read.diagnostics).read;
    drop_duplicates(data.entities, "duplicate-id", read.diagnostics);
    drop_duplicates(data.sources, "duplicate-source", read.diagnostics);
  }
  data.maps.push_back(std::move(map));
  return read;
}

std::vector<SameRow> read_same_file(const std::string& path, const ReadOptions& options,
                                    Files& files, std::vector<Diagnostic>& diagnostics) {
  const auto table = read_csv_file(path, options, files, diagnostics);
  return table ? read_same(*table, diagnostics) : std::vector<SameRow>{};
}

}  // namespace crosscut
