// A map as a workbook: the sheets entities, relations, sources, map, same and accepted.
#include <algorithm>
#include <filesystem>
#include <set>

#include "crosscut/base/text.h"
#include "crosscut/model/codes.h"
#include "crosscut/read/columns.h"
#include "crosscut/read/map_tables.h"
#include "crosscut/read/sheets.h"
#include "crosscut/read/workbook.h"

namespace crosscut {
namespace {

/// Sheets of our own workbooks that hold no rows of the map.
constexpr std::string_view own_sheets[] = {"guide", "lists", "conflicts", "rejected", "changes"};

std::string sheet_key(std::string_view name) { return to_lower(trim(name)); }

bool is_table(std::string_view name) {
  return std::find(std::begin(table_names), std::end(table_names), sheet_key(name)) !=
         std::end(table_names);
}

bool is_passed_over(const std::string& name) {
  const std::string key = sheet_key(name);
  return key.ends_with("(ignore)") ||
         std::find(std::begin(own_sheets), std::end(own_sheets), key) != std::end(own_sheets);
}

/// The headings by which the header row is known. An id may be missing: it is made from the name.
std::vector<std::string_view> headings_of(std::string_view table) {
  std::vector<std::string_view> names = required_columns(table);
  std::erase(names, "id");
  return names;
}

std::size_t column_of(const Table& table, std::string_view name) {
  const auto found = std::find_if(table.header.begin(), table.header.end(),
                                  [&](const Cell& cell) { return to_lower(cell.text) == name; });
  return static_cast<std::size_t>(found - table.header.begin());
}

/// People type names; an id that is missing is made from the name, the same each time.
void make_ids(Table& table) {
  const std::size_t name = column_of(table, "name");
  std::size_t id = column_of(table, "id");
  if (name == table.header.size()) return;
  if (id == table.header.size()) {
    table.header.push_back({"id", table.header[name].place});
    for (auto& row : table.rows) row.push_back({"", row[name].place});
  }
  for (auto& row : table.rows) {
    if (!row[id].text.empty() || row[name].text.empty()) continue;
    row[id] = {name_key(row[name].text), row[name].place};
    if (!row[id].text.empty()) table.made_ids.push_back(row[id].text);
  }
}

class TablesReader {
 public:
  TablesReader(const std::string& path, Files& files, std::vector<Diagnostic>& diagnostics)
      : path_(path), files_(files), diagnostics_(diagnostics) {}

  MapTables run(const std::string& bytes) {
    MapTables tables;
    auto book = read_workbook(path_, bytes, is_table, diagnostics_);
    if (!book) return tables;
    const std::string sha256 = sha256_of(bytes);
    report_sheets(book->sheets);
    for (const std::string_view name : table_names) {
      const auto sheet =
          std::find_if(book->sheets.begin(), book->sheets.end(),
                       [&](const Sheet& known) { return sheet_key(known.name) == name; });
      if (sheet == book->sheets.end()) {
        report_missing(name);
        continue;
      }
      const std::string place = path_ + "[" + sheet->name + "]";
      auto table =
          sheet_table(std::move(*sheet), place, sha256, headings_of(name), files_, diagnostics_);
      if (!table) continue;
      if (name == "entities") make_ids(*table);
      tables.emplace(name, std::move(*table));
    }
    return tables;
  }

 private:
  void report_sheets(const std::vector<Sheet>& sheets) {
    std::set<std::string> seen;
    for (const Sheet& sheet : sheets) {
      if (!is_table(sheet.name) && !is_passed_over(sheet.name)) report_unknown(sheet.name);
      if (is_table(sheet.name) && !seen.insert(sheet_key(sheet.name)).second)
        report("unknown-sheet",
               "the workbook has a second sheet \"" + sheet.name + "\"; it was not read",
               "put its rows into the first one, or end its name in (ignore)");
    }
  }

  void report_missing(std::string_view name) {
    if (name == "sources")
      report("no-sources", "the workbook has no sheet \"sources\", so nothing in it can be traced",
             "add the sheet sources with id, title, publisher, date and url");
    else if (name == "entities" || name == "relations")
      report("missing-sheet", "the workbook has no sheet \"" + std::string(name) + "\"",
             "name the sheets entities and relations");
  }

  void report_unknown(const std::string& name) {
    const auto close = nearest(sheet_key(name), {std::begin(table_names), std::end(table_names)});
    report("unknown-sheet",
           "the sheet \"" + name + "\" is not one that crosscut knows; it was not read",
           close ? "did you mean \"" + *close + "\"?" : "end its name in (ignore) to say so");
  }

  void report(std::string_view code, std::string message, std::string hint) {
    diagnostics_.push_back(diagnose_path(code, path_, std::move(message), std::move(hint)));
  }

  const std::string& path_;
  Files& files_;
  std::vector<Diagnostic>& diagnostics_;
};

}  // namespace

MapTables read_workbook_tables(const std::string& path, const ReadOptions& options, Files& files,
                               std::vector<Diagnostic>& diagnostics) {
  const auto bytes = load_bytes(path, options, diagnostics);
  if (!bytes) return {};
  return workbook_tables(std::filesystem::path(path).generic_string(), *bytes, files, diagnostics);
}

MapTables workbook_tables(const std::string& path, const std::string& bytes, Files& files,
                          std::vector<Diagnostic>& diagnostics) {
  return TablesReader(path, files, diagnostics).run(bytes);
}

}  // namespace crosscut
