#include "crosscut/cli/form.h"

#include <algorithm>

#include "crosscut/base/text.h"
#include "crosscut/cli/form_lists.h"
#include "crosscut/cli/worked_rows.h"

namespace crosscut {
namespace {

constexpr std::size_t empty_rows = 200;

double width_of(std::string_view column) {
  struct Width {
    std::string_view column;
    double characters;
  };
  constexpr Width widths[] = {
      {"name", 36},    {"from", 28},       {"to", 28},      {"parent", 30},   {"title", 44},
      {"note", 32},    {"url", 40},        {"measure", 26}, {"aliases", 24},  {"publisher", 28},
      {"locator", 18}, {"relation", 22},   {"kind", 20},    {"id", 24},       {"source", 20},
      {"class", 22},   {"contact", 22},    {"model", 18},   {"finding", 34},  {"reason", 50},
      {"same_as", 24}, {"respondent", 22}, {"marking", 20}, {"capacity", 18}, {"type", 18},
      {"status", 14}};
  for (const Width& width : widths)
    if (width.column == column) return width.characters;
  return static_cast<double>(std::max<std::size_t>(column.size() + 5, 12));
}

/// What the column is for, where the form differs from the files.
std::string_view meaning_in_form(std::string_view table, std::string_view column) {
  if (table == "entities" && column == "id")
    return "Leave it empty: crosscut makes the id from the name. An id that stands here stays, "
           "also "
           "when the name changes";
  if (table == "sources" && column == "id")
    return "A short name for the source, such as plan-2026. You make it up here, and choose it in "
           "the other sheets";
  if (table == "relations" && column == "from") return "Who or what the sentence begins with";
  if (table == "relations" && column == "to") return "Who or what the sentence ends with";
  return {};
}

bool is_made(std::string_view table, std::string_view column) {
  return table == "entities" && column == "id";
}

/// "Ids of sources.csv" -> "Ids of the sheet sources"
std::string as_sheets(std::string text) {
  for (const FileInfo& file : map_files())
    for (std::size_t at; (at = text.find(file.name)) != std::string::npos;)
      text.replace(at, file.name.size(),
                   "the sheet " + std::string(file.name.substr(0, file.name.find('.'))));
  return text;
}

std::string help_of(std::string_view table, const ColumnInfo& column, const ListUse& list) {
  const std::string_view meaning = meaning_in_form(table, column.name);
  std::string text = as_sheets(std::string(meaning.empty() ? column.meaning : meaning)) + ".";
  if (column.required && !is_made(table, column.name)) text += " Must be filled.";
  if (!list.name.empty())
    text += list.strict ? " Choose from the list." : " Choose from the list, or type.";
  return text;
}

BookColumn column_of(std::string_view table, const ColumnInfo& column, FormLists& lists) {
  const ListUse list = lists.of(table, column.name);
  BookColumn result;
  result.heading = column.name;
  result.help = help_of(table, column, list);
  result.choices = list.name;
  result.strict = list.strict;
  result.required = column.required && !is_made(table, column.name);
  result.fixed = is_made(table, column.name);
  result.width = width_of(column.name);
  return result;
}

/// The columns as people fill them in: what crosscut makes for them stands last.
std::vector<ColumnInfo> form_columns(std::string_view table, const FileInfo& file) {
  std::vector<ColumnInfo> columns = file.columns;
  std::stable_partition(columns.begin(), columns.end(),
                        [&](const ColumnInfo& column) { return !is_made(table, column.name); });
  return columns;
}

class FormMaker {
 public:
  explicit FormMaker(const FormRows& rows) : rows_(rows) {}

  Book run() {
    Book book{.title = rows_.title, .marking = rows_.marking};
    book.sheets.push_back({.name = "guide", .prose = form_guide(rows_)});
    for (const FileInfo& file : map_files()) {
      const std::string table(file.name.substr(0, file.name.find('.')));
      const TextTable* given = table_of(table);
      if (file.by_rows)
        book.sheets.push_back(key_sheet(table, file, given));
      else if (table == "entities" || table == "relations" || table == "sources" ||
               (given != nullptr && !given->rows.empty()))
        book.sheets.push_back(row_sheet(table, file, given));
    }
    book.sheets.push_back(lists_.sheet());
    return book;
  }

 private:
  const TextTable* table_of(std::string_view name) const {
    const auto found = std::find_if(rows_.tables.begin(), rows_.tables.end(),
                                    [&](const TextTable& table) { return table.name == name; });
    return found == rows_.tables.end() ? nullptr : &*found;
  }

  BookSheet row_sheet(const std::string& table, const FileInfo& file, const TextTable* given) {
    BookSheet sheet{.name = table, .is_protected = true, .empty_rows = empty_rows};
    for (const ColumnInfo& column : form_columns(table, file))
      sheet.columns.push_back(column_of(table, column, lists_));
    sheet.frozen_columns = table == "entities" ? 1 : table == "relations" ? 3 : 0;
    if (given == nullptr) return sheet;
    std::vector<std::size_t> places;  // of the given columns in the sheet
    for (const std::string& heading : given->header) {
      const auto found = std::find_if(sheet.columns.begin(), sheet.columns.end(),
                                      [&](const BookColumn& c) { return c.heading == heading; });
      places.push_back(static_cast<std::size_t>(found - sheet.columns.begin()));
      if (found == sheet.columns.end()) sheet.columns.push_back({.heading = heading, .width = 20});
    }
    for (const auto& cells : given->rows) {
      std::vector<std::string> row(sheet.columns.size());
      for (std::size_t i = 0; i < cells.size(); ++i)
        row[places[i]] = cell_text(table, given->header[i], cells[i]);
      sheet.rows.push_back(std::move(row));
    }
    return sheet;
  }

  std::string cell_text(const std::string& table, const std::string& column,
                        const std::string& cell) const {
    if (table == "relations" && (column == "from" || column == "to")) return rows_.name_of(cell);
    if (table != "entities" || column != "parent") return in_words(table, column, cell);
    std::vector<std::string> parents;
    for (const std::string_view part : split_list(cell)) {
      const std::string name = rows_.name_of(std::string(part));
      parents.push_back(name.find('|') == std::string::npos ? name : std::string(part));
    }
    return join(parents, " | ");
  }

  BookSheet key_sheet(const std::string& table, const FileInfo& file, const TextTable* given) {
    BookSheet sheet{.name = table, .is_protected = true};
    sheet.columns = {{.heading = "key", .locked = true},
                     {.heading = "value", .help = "What you write for the key.", .width = 60},
                     {.heading = "meaning", .locked = true, .width = 70}};
    const auto value_of = [&](std::string_view key) -> std::string {
      if (given != nullptr)
        for (const auto& row : given->rows)
          if (row[0] == key) return row[1];
      return {};
    };
    for (const ColumnInfo& key : file.columns) {
      const ListUse list = lists_.of(table, key.name);
      if (!list.name.empty()) sheet.cells.push_back({sheet.rows.size(), 1, list.name, list.strict});
      sheet.rows.push_back({std::string(key.name), value_of(key.name), help_of(table, key, list)});
    }
    if (given == nullptr) return sheet;
    for (const auto& row : given->rows)
      if (std::none_of(file.columns.begin(), file.columns.end(),
                       [&](const ColumnInfo& key) { return key.name == row[0]; }))
        sheet.rows.push_back(row);
    return sheet;
  }

  const FormRows& rows_;
  FormLists lists_;
};

}  // namespace

FormRows map_rows(const Dataset& dataset, const Graph& graph) {
  FormRows rows;
  rows.tables = map_tables(dataset);
  rows.title = dataset.maps.front().title;
  rows.marking = graph.marking();
  rows.of_a_map = true;
  rows.name_of = [&graph](const std::string& text) {
    const auto id = graph.find(text);
    if (!id) return text;
    const std::string& name = graph.entity(*id).name;
    return graph.find(name) == id ? name : text;
  };
  return rows;
}

FormRows example_rows() {
  FormRows rows;
  std::vector<std::pair<std::string, std::string>> names;
  for (const FileInfo& file : map_files()) {
    const std::string table(file.name.substr(0, file.name.find('.')));
    if (table == "same" || table == "accepted") continue;
    TextTable text{table, {}, {}};
    if (file.by_rows) text.header = {"key", "value"};
    for (const ColumnInfo& column : file.columns)
      if (!file.by_rows && !is_made(table, column.name)) text.header.emplace_back(column.name);
    for (const WorkedRow& row : worked_rows(file)) {
      if (table == "entities") names.emplace_back(cell_of(row, "id"), cell_of(row, "name"));
      if (file.by_rows)
        for (const auto& [key, value] : row.cells)
          text.rows.push_back({std::string(key), std::string(value)});
      else
        text.rows.emplace_back();
      if (!file.by_rows)
        for (const std::string& column : text.header)
          text.rows.back().emplace_back(cell_of(row, column));
    }
    rows.tables.push_back(std::move(text));
  }
  rows.name_of = [names](const std::string& id) {
    for (const auto& [known, name] : names)
      if (known == id) return name;
    return id;
  };
  rows.title = "A map to fill in";
  return rows;
}

Book form_book(const FormRows& rows) { return FormMaker(rows).run(); }

}  // namespace crosscut
