#include "crosscut/read/map.h"

#include <algorithm>
#include <filesystem>
#include <utility>

#include "crosscut/base/key_table.h"
#include "crosscut/base/text.h"
#include "crosscut/model/codes.h"
#include "crosscut/read/columns.h"
#include "crosscut/read/map_tables.h"

namespace crosscut {
namespace {

namespace fs = std::filesystem;

/// Drops rows whose id stands in an earlier row.
template <typename Row>
void drop_duplicates(std::vector<Row>& rows, std::string_view code, MapRead& read) {
  std::vector<Diagnostic>& diagnostics = read.diagnostics;
  std::vector<Place> places;
  places.reserve(rows.size());
  KeyTable first(rows.size());
  std::erase_if(rows, [&](const Row& row) {
    const auto [found, added] = first.insert(row.id, static_cast<std::uint32_t>(places.size()));
    if (added) {
      places.push_back(row.place);
      return false;
    }
    diagnostics.push_back(diagnose(code, row.place,
                                   "the id \"" + row.id + "\" stands in another row too",
                                   "give one of them another id, or merge the rows"));
    diagnostics.back().notes.push_back({places[found], "the first is here"});
    read.left_out.push_back(row.place);
    return true;
  });
}

template <typename Row>
void note_left_out(const Rows<Row>& rows, MapRead& read) {
  read.rows += rows.count;
  read.left_out.insert(read.left_out.end(), rows.left_out_places.begin(),
                       rows.left_out_places.end());
}

void take_entities(const Table& table, MapRead& read) {
  Dataset& data = read.dataset;
  Rows<EntityRow> rows = read_entities(table, read.diagnostics);
  note_left_out(rows, read);
  data.entities = std::move(rows.read);
  data.entities_unread = rows.unread;
  for (const EntityRow& row : rows.left_out) {
    data.left_out.insert(data.left_out.end(), {row.id, row.name});
    data.left_out.insert(data.left_out.end(), row.aliases.begin(), row.aliases.end());
  }
}

void take_relations(const Table& table, MapRead& read) {
  Dataset& data = read.dataset;
  Rows<RelationRow> rows = read_relations(table, read.diagnostics);
  note_left_out(rows, read);
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

std::string ending_of(const std::string& path) {
  return to_lower(fs::path(path).extension().string());
}

bool is_workbook(const std::string& ending) {
  return ending == ".xlsx" || ending == ".xlsm" || ending == ".ods";
}

std::optional<MapTables> read_tables(const std::string& path, const ReadOptions& options,
                                     Files& files, std::vector<Diagnostic>& diagnostics) {
  std::error_code error;
  if (fs::is_directory(path, error)) return read_folder(path, options, files, diagnostics);
  const std::string ending = ending_of(path);
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

bool is_map(const std::string& path) {
  std::error_code error;
  const std::string ending = ending_of(path);
  return fs::is_directory(path, error) || is_workbook(ending) || ending == ".json";
}

MapRead read_map(const MapTables& tables, const std::string& name) {
  MapRead read;
  Dataset& data = read.dataset;
  MapInfo map;
  map.folder = name;
  map.title = name;
  const auto table = [&](std::string_view wanted) -> const Table* {
    const auto found = tables.find(wanted);
    return found == tables.end() ? nullptr : &found->second;
  };
  if (const Table* t = table("map")) read_map_info(*t, map, read.diagnostics);
  data.entities_unread = table("entities") == nullptr;
  if (const Table* t = table("entities")) {
    take_entities(*t, read);
    read.made_ids = t->made_ids;
  }
  if (const Table* t = table("relations")) take_relations(*t, read);
  if (const Table* t = table("sources")) {
    Rows<SourceRow> rows = read_sources(*t, read.diagnostics);
    note_left_out(rows, read);
    data.sources = std::move(rows.read);
  }
  if (const Table* t = table("same")) data.same = read_same(*t, read.diagnostics);
  if (const Table* t = table("accepted")) data.accepted = read_accepted(*t, read.diagnostics).read;
  drop_duplicates(data.entities, "duplicate-id", read);
  drop_duplicates(data.sources, "duplicate-source", read);
  data.maps.push_back(std::move(map));
  return read;
}

MapRead read_map(const std::string& path, const ReadOptions& options, Files& files) {
  std::vector<Diagnostic> diagnostics;
  const auto tables = read_tables(path, options, files, diagnostics);
  MapRead read = read_map(tables ? *tables : MapTables{}, name_of_map(path));
  if (!tables) read.dataset.entities_unread = false;
  read.diagnostics.insert(read.diagnostics.begin(), std::make_move_iterator(diagnostics.begin()),
                          std::make_move_iterator(diagnostics.end()));
  return read;
}

std::vector<SameRow> read_same_file(const std::string& path, const ReadOptions& options,
                                    Files& files, std::vector<Diagnostic>& diagnostics) {
  const auto table = read_csv_file(path, options, files, diagnostics);
  return table ? read_same(*table, diagnostics) : std::vector<SameRow>{};
}

}  // namespace crosscut
