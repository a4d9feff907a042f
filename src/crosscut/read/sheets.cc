#include "crosscut/read/sheets.h"

#include <algorithm>
#include <map>
#include <set>

#include "crosscut/base/text.h"
#include "crosscut/model/codes.h"
#include "crosscut/read/load.h"

namespace crosscut {
namespace {

constexpr std::uint32_t most_rows_above = 20;

class SheetReader {
 public:
  SheetReader(const Sheet& sheet, std::string path, Files& files,
              std::vector<Diagnostic>& diagnostics)
      : sheet_(sheet), path_(std::move(path)), files_(files), diagnostics_(diagnostics) {}

  std::optional<Table> run(const std::string& sha256, std::span<const std::string_view> required) {
    collect_rows();
    if (rows_.empty())
      return refuse("empty-file", "the sheet is empty", "write the column names in the first row");
    header_row_ = find_header(required);
    spread_merges();
    collect_columns();
    if (rows_.size() * (columns_.empty() ? 1 : *columns_.rbegin()) > most_sheet_cells)
      return refuse("file-too-large",
                    "the sheet has " + std::to_string(rows_.size()) + " rows and " +
                        std::to_string(*columns_.rbegin()) + " columns; the limit is " +
                        std::to_string(most_sheet_cells) + " cells",
                    "save its sheets as CSV files in a folder, which may be larger");
    file_ = add_sheet(path_, text(), sha256, files_);
    return table();
  }

 private:
  using Row = std::map<std::uint32_t, const SheetCell*>;  // by column

  std::nullopt_t refuse(std::string_view code, std::string message, std::string hint) {
    diagnostics_.push_back(diagnose_path(code, path_, std::move(message), std::move(hint)));
    return std::nullopt;
  }

  void collect_rows() {
    for (const SheetCell& cell : sheet_.cells) rows_[cell.row].emplace(cell.column, &cell);
  }

  std::uint32_t find_header(std::span<const std::string_view> required) const {
    std::uint32_t looked_at = 0;
    for (const auto& [number, row] : rows_) {
      if (++looked_at > most_rows_above) break;
      std::set<std::string> headings;
      for (const auto& [column, cell] : row) headings.insert(to_lower(trim(cell->text)));
      if (std::all_of(required.begin(), required.end(),
                      [&](std::string_view name) { return headings.contains(std::string(name)); }))
        return number;
    }
    return rows_.begin()->first;
  }

  void spread_merges() {
    for (const Merge& merge : sheet_.merges) {
      if (merge.first_row <= header_row_) continue;
      const auto row = rows_.find(merge.first_row);
      if (row == rows_.end() || !row->second.contains(merge.first_column)) continue;
      const SheetCell* cell = row->second.at(merge.first_column);
      // only into rows that hold something: a merge over a whole column adds none
      for (auto below = std::next(row); below != rows_.end() && below->first <= merge.last_row;
           ++below)
        below->second.emplace(merge.first_column, cell);
    }
  }

  void collect_columns() {
    for (auto row = rows_.find(header_row_); row != rows_.end(); ++row)
      for (const auto& [column, cell] : row->second) columns_.insert(column);
  }

  /// All rows from the first, for the places of diagnostics.
  std::string text() const {
    std::string text;
    std::uint32_t line = 1;
    for (const auto& [number, row] : rows_) {
      text.append(number - line, '\n');
      line = number;
      std::uint32_t at = 1;
      for (const auto& [column, cell] : row) {
        text.append(column - at, '\t');
        at = column;
        std::string flat = cell->text;
        std::replace_if(
            flat.begin(), flat.end(), [](char c) { return c == '\t' || c == '\n' || c == '\r'; },
            ' ');
        text += trim(flat);
      }
    }
    return text;
  }

  Cell cell_at(std::uint32_t row, std::uint32_t column, const Row& cells) {
    Cell cell{"", {file_, row, column, 0}};
    const auto found = cells.find(column);
    if (found == cells.end()) return cell;
    cell.text = trim(found->second->text);
    cell.place.length = static_cast<std::uint32_t>(count_characters(cell.text));
    if (found->second->error) {
      diagnostics_.push_back(diagnose("cell-error", cell.place,
                                      "the formula in this cell gives " + cell.text,
                                      "mend the formula, or type the value"));
      cell.text.clear();
    }
    return cell;
  }

  Table table() {
    Table table;
    table.sheet = true;
    for (auto row = rows_.find(header_row_); row != rows_.end(); ++row) {
      std::vector<Cell> cells;
      cells.reserve(columns_.size());
      for (const std::uint32_t column : columns_)
        cells.push_back(cell_at(row->first, column, row->second));
      if (row->first == header_row_)
        table.header = std::move(cells);
      else
        table.rows.push_back(std::move(cells));
    }
    name_columns(table);
    return table;
  }

  void name_columns(Table& table) {
    for (Cell& heading : table.header) {
      if (!heading.text.empty()) continue;
      heading.text = "column " + column_letters(heading.place.column);
      diagnostics_.push_back(
          diagnose("no-heading", heading.place,
                   heading.text + " has no heading; its cells are kept as \"" + heading.text + "\"",
                   "write a heading, or clear the column"));
    }
  }

  const Sheet& sheet_;
  std::string path_;
  Files& files_;
  std::vector<Diagnostic>& diagnostics_;
  std::map<std::uint32_t, Row> rows_;
  std::set<std::uint32_t> columns_;
  std::uint32_t header_row_ = 0;
  std::uint32_t file_ = 0;
};

}  // namespace

std::optional<Table> sheet_table(const Sheet& sheet, const std::string& path,
                                 const std::string& sha256,
                                 std::span<const std::string_view> required, Files& files,
                                 std::vector<Diagnostic>& diagnostics) {
  return SheetReader(sheet, path, files, diagnostics).run(sha256, required);
}

}  // namespace crosscut
