// Rows of a table -> rows of a Dataset, by a table that says which columns there are.
//
//   constexpr auto table = std::to_array<Column<SourceRow>>({{"id", true, "Short", set_id}});
//   Rows<SourceRow> rows = read_rows(csv, table, context);
#pragma once

#include <algorithm>
#include <array>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "crosscut/base/text.h"
#include "crosscut/model/dataset.h"
#include "crosscut/read/table.h"

namespace crosscut {

/// What the reader of a cell needs besides the cell; `table` is the name for allowed_words.
class Context {
 public:
  Context(std::string_view table, std::vector<Diagnostic>& diagnostics)
      : table_(table), diagnostics_(diagnostics) {}

  void report(std::string_view code, const Cell& cell, std::string message, std::string hint = "");
  /// The same; the row, or the table when this is about its header, means nothing without the cell.
  void reject(std::string_view code, const Cell& cell, std::string message, std::string hint);
  /// True when something was rejected since the last call.
  bool take_rejected() { return std::exchange(rejected_, false); }

  PartialDate date(const Cell& cell);
  /// A word of the column's short list, in any case, or free text where it has none.
  Text word(std::string_view column, const Cell& cell);
  /// The parts between | with their places.
  std::vector<Reference> references(const Cell& cell);
  /// Of a sheet: a part of a cell has no place of its own.
  void set_sheet(bool sheet) { cells_have_places_ = sheet; }
  std::vector<Diagnostic>& diagnostics() { return diagnostics_; }

 private:
  std::string_view table_;
  std::vector<Diagnostic>& diagnostics_;
  bool rejected_ = false;
  bool cells_have_places_ = false;
};

/// A heading by which people say that the column is not part of the map: "statement (ignore)".
inline bool is_passed_over(std::string_view heading) { return heading.ends_with("(ignore)"); }

/// In lower case, with hyphens for spaces: "In force" -> "in-force".
std::string hyphenated(std::string_view words);

template <typename Row>
struct Column {
  std::string_view name;
  bool required;
  std::string_view meaning;
  void (*set)(Row&, const Cell&, Context&);
};

/// For each column of the file the known column, or null. Reports missing, doubled and
/// nearly-known headings.
template <typename Row, std::size_t N>
std::vector<const Column<Row>*> bind(const Table& csv, const std::array<Column<Row>, N>& table,
                                     Context& context) {
  std::vector<const Column<Row>*> bound;
  std::vector<std::string_view> names;
  for (const auto& column : table) names.push_back(column.name);
  std::set<std::string> seen;
  std::vector<std::string_view> strangers;
  for (const Cell& heading : csv.header) {
    const std::string name = to_lower(heading.text);
    const auto found = std::find(names.begin(), names.end(), name);
    const bool twice = !name.empty() && !seen.insert(name).second;
    if (twice)
      context.report("column-twice", heading, "the column \"" + heading.text + "\" is there twice",
                     "rename or remove one of them");
    bound.push_back(found == names.end() || twice
                        ? nullptr
                        : &table[static_cast<std::size_t>(found - names.begin())]);
    if (found != names.end()) continue;
    strangers.push_back(heading.text);
    const auto close = nearest(name, names);
    if (close && name.size() > 3)
      context.report(
          "unknown-column", heading,
          "the column \"" + heading.text + "\" is not one that crosscut knows; it is kept",
          "did you mean \"" + *close + "\"?");
  }
  for (const auto& column : table) {
    if (!column.required || seen.contains(std::string(column.name))) continue;
    const auto close = nearest(column.name, strangers);
    context.reject(
        "missing-column", csv.header.front(),
        "the column \"" + std::string(column.name) + "\" is missing",
        close ? "if \"" + *close + "\" is that column, rename it" : "add it to the header row");
  }
  return bound;
}

inline const Cell& end_cell(const Table& csv, const std::vector<Cell>& cells) {
  for (std::size_t i = 0; i < csv.header.size(); ++i)
    if (to_lower(csv.header[i].text) == "end") return cells[i];
  return cells.front();
}

template <typename Row>
void check_period(const Row& row, const Table& csv, const std::vector<Cell>& cells,
                  Context& context) {
  if (!row.period.start.given() || !row.period.end.given() ||
      row.period.end.latest() >= row.period.start.earliest())
    return;
  context.report("end-before-start", end_cell(csv, cells),
                 "the end, " + write_date(row.period.end) + ", is before the start, " +
                     write_date(row.period.start),
                 "correct one of the two dates");
}

/// Fills the row from the cells.
template <typename Row>
void read_cells(Row& row, const std::vector<Cell>& cells,
                const std::vector<const Column<Row>*>& bound, const Table& csv, Context& context) {
  const bool ragged = cells.size() > bound.size();  // its cells may stand under the wrong headings
  for (std::size_t i = 0; i < bound.size(); ++i) {
    if (ragged && !(bound[i] != nullptr && bound[i]->name == "id")) continue;
    if (bound[i] == nullptr) {
      if (!cells[i].text.empty() && !is_passed_over(csv.header[i].text))
        row.extra.emplace_back(csv.header[i].text, cells[i].text);
      continue;
    }
    if (bound[i]->required && cells[i].text.empty())
      context.reject("missing-value", cells[i], "the " + std::string(bound[i]->name) + " is empty",
                     "fill it in, or remove the row");
    bound[i]->set(row, cells[i], context);
  }
  if constexpr (requires { row.period; }) check_period(row, csv, cells, context);
}

template <typename Row, std::size_t N>
Rows<Row> read_rows(const Table& csv, const std::array<Column<Row>, N>& table, Context& context) {
  Rows<Row> rows;
  context.set_sheet(csv.sheet);
  const auto bound = bind(csv, table, context);
  rows.unread = context.take_rejected();
  const bool whole = rows.unread;
  if (!whole) rows.read.reserve(most_rows_of(csv));
  const bool cut_short = each_row(csv, context.diagnostics(), [&](const std::vector<Cell>& cells) {
    ++rows.count;
    if (whole) {
      rows.left_out_places.push_back(cells.front().place);
      return;
    }
    Row& row = rows.read.emplace_back();
    read_cells(row, cells, bound, csv, context);
    if (!context.take_rejected() && cells.size() <= bound.size()) return;
    if constexpr (requires { row.place; }) rows.left_out_places.push_back(row.place);
    rows.left_out.push_back(std::move(row));
    rows.read.pop_back();
  });
  if (!whole) rows.unread = cut_short;
  return rows;
}

}  // namespace crosscut
