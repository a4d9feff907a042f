#include "crosscut/read/map.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <iterator>
#include <utility>

#include "crosscut/base/key_table.h"
#include "crosscut/base/parallel.h"
#include "crosscut/base/text.h"
#include "crosscut/model/codes.h"
#include "crosscut/read/columns.h"
#include "crosscut/read/map_tables.h"

namespace crosscut {
namespace {

namespace fs = std::filesystem;

/// Tables of a map under way on a thread of its own: each writes to other parts of the Dataset.
struct Part {
  const MapTables& tables;
  MapInfo& map;
  Dataset& data;
  std::vector<Diagnostic> diagnostics;
  std::size_t rows = 0;
  std::vector<Place> left_out;
  std::vector<std::string> made_ids;

  const Table* table(std::string_view name) const {
    const auto found = tables.find(name);
    return found == tables.end() ? nullptr : &found->second;
  }
};

/// Drops rows whose id stands in an earlier row.
template <typename Row>
void drop_duplicates(std::vector<Row>& rows, std::string_view code, Part& part) {
  std::vector<Diagnostic>& diagnostics = part.diagnostics;
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
    part.left_out.push_back(row.place);
    return true;
  });
}

template <typename Row>
void note_left_out(const Rows<Row>& rows, Part& part) {
  part.rows += rows.count;
  part.left_out.insert(part.left_out.end(), rows.left_out_places.begin(),
                       rows.left_out_places.end());
}

void take_entities(Part& part) {
  Dataset& data = part.data;
  const Table* table = part.table("entities");
  data.entities_unread = table == nullptr;
  if (table == nullptr) return;
  Rows<EntityRow> rows = read_entities(*table, part.diagnostics);
  note_left_out(rows, part);
  part.made_ids = table->made_ids;
  data.entities = std::move(rows.read);
  data.entities_unread = rows.unread;
  for (const EntityRow& row : rows.left_out) {
    data.left_out.insert(data.left_out.end(), {row.id, row.name});
    data.left_out.insert(data.left_out.end(), row.aliases.begin(), row.aliases.end());
  }
  drop_duplicates(data.entities, "duplicate-id", part);
}

void take_relations(Part& part) {
  const Table* table = part.table("relations");
  if (table == nullptr) return;
  Rows<RelationRow> rows = read_relations(*table, part.diagnostics);
  note_left_out(rows, part);
  part.data.relations = std::move(rows.read);
  for (const RelationRow& row : rows.left_out)
    for (const Reference& end : {row.from, row.to})
      if (!end.text.empty()) part.data.loose_ends.push_back(end);
}

void take_others(Part& part) {
  Dataset& data = part.data;
  if (const Table* table = part.table("map")) read_map_info(*table, part.map, part.diagnostics);
  if (const Table* table = part.table("sources")) {
    Rows<SourceRow> rows = read_sources(*table, part.diagnostics);
    note_left_out(rows, part);
    data.sources = std::move(rows.read);
    drop_duplicates(data.sources, "duplicate-source", part);
  }
  if (const Table* table = part.table("same")) data.same = read_same(*table, part.diagnostics);
  if (const Table* table = part.table("accepted"))
    data.accepted = read_accepted(*table, part.diagnostics).read;
}

template <typename Item>
void move_all(std::vector<Item>& from, std::vector<Item>& to) {
  to.insert(to.end(), std::make_move_iterator(from.begin()), std::make_move_iterator(from.end()));
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

MapRead read_map(const MapTables& tables, const std::string& name, std::size_t jobs) {
  MapRead read;
  MapInfo map;
  map.folder = name;
  map.title = name;
  constexpr std::array take = {take_entities, take_relations, take_others};
  std::vector<Part> parts(take.size(), Part{tables, map, read.dataset, {}, 0, {}, {}});
  parallel_for(jobs, parts.size(), [&](std::size_t i) { take[i](parts[i]); });
  for (Part& part : parts) {
    read.rows += part.rows;
    move_all(part.diagnostics, read.diagnostics);
    move_all(part.left_out, read.left_out);
    move_all(part.made_ids, read.made_ids);
  }
  read.dataset.maps.push_back(std::move(map));
  return read;
}

MapRead read_map(const std::string& path, const ReadOptions& options, Files& files) {
  std::vector<Diagnostic> diagnostics;
  const auto tables = read_tables(path, options, files, diagnostics);
  MapRead read = read_map(tables ? *tables : MapTables{}, name_of_map(path), options.jobs);
  if (!tables) read.dataset.entities_unread = false;
  move_all(read.diagnostics, diagnostics);
  read.diagnostics = std::move(diagnostics);
  return read;
}

std::vector<SameRow> read_same_file(const std::string& path, const ReadOptions& options,
                                    Files& files, std::vector<Diagnostic>& diagnostics) {
  const auto table = read_csv_file(path, options, files, diagnostics);
  return table ? read_same(*table, diagnostics) : std::vector<SameRow>{};
}

}  // namespace crosscut
