#include "crosscut/read/sheets.h"

#include <algorithm>
#include <set>
#include <tuple>

#include "crosscut/base/text.h"
#include "crosscut/model/codes.h"
#include "crosscut/read/load.h"

namespace crosscut {
namespace {

constexpr std::uint32_t most_rows_above = 20;
constexpr std::size_t most_errors = 1'000;  // reported one by one

auto position(const SheetCell& cell) { return std::pair(cell.row, cell.column); }

class SheetReader {
 public:
  SheetReader(Sheet sheet, std::string path, Files& files, std::vector<Diagnostic>& diagnostics)
      : sheet_(std::move(sheet)),
        path_(std::move(path)),
        files_(files),
        diagnostics_(diagnostics) {}

  std::optional<Table> run(const std::string& sha256, std::span<const std::string_view> required) {
    collect_rows();
    if (rows_.empty()) {
      report("empty-file", "the sheet is empty", "write the column names in the first row");
      return std::nullopt;
    }
    header_ = find_header(required);
    if (!spread_merges()) return refuse("more merged cells than can be read");
    collect_columns();
    if (rows_.size() > most_filled_rows || rows_.size() * columns_.back() > most_book_cells)
      return refuse(std::to_string(rows_.size()) + " rows and " + std::to_string(columns_.back()) +
                    " columns; the limit is " + std::to_string(most_filled_rows) + " rows, and " +
                    std::to_string(most_book_cells) + " cells");
    file_ = add_sheet(path_, text(), sha256, files_);
    return table();
  }

 private:
  struct Row {
    std::uint32_t number;
    std::size_t begin, end;  // of its cells
  };

  void report(std::string_view code, std::string message, std::string hint) {
    diagnostics_.push_back(diagnose_path(code, path_, std::move(message), std::move(hint)));
  }

  std::nullopt_t refuse(const std::string& what) {
    report("file-too-large", "the sheet has " + what,
           "save its sheets as CSV files in a folder, which may be larger");
    return std::nullopt;
  }

  /// By row, then column; of two cells in one place the first.
  void collect_rows() {
    std::vector<SheetCell>& cells = sheet_.cells;
    const auto before = [](const SheetCell& a, const SheetCell& b) {
      return position(a) < position(b);
    };
    const auto same = [](const SheetCell& a, const SheetCell& b) {
      return position(a) == position(b);
    };
    if (!std::is_sorted(cells.begin(), cells.end(), before))
      std::stable_sort(cells.begin(), cells.end(), before);
    cells.erase(std::unique(cells.begin(), cells.end(), same), cells.end());
    rows_.clear();
    for (std::size_t i = 0; i < cells.size(); ++i) {
      if (rows_.empty() || rows_.back().number != cells[i].row)
        rows_.push_back({cells[i].row, i, i});
      rows_.back().end = i + 1;
    }
  }

  std::span<SheetCell> cells_of(const Row& row) {
    return std::span(sheet_.cells).subspan(row.begin, row.end - row.begin);
  }

  std::size_t find_header(std::span<const std::string_view> required) {
    for (std::size_t i = 0; i < rows_.size() && i < most_rows_above; ++i) {
      std::set<std::string> headings;
      for (const SheetCell& cell : cells_of(rows_[i])) headings.insert(to_lower(trim(cell.text)));
      if (std::all_of(required.begin(), required.end(),
                      [&](std::string_view name) { return headings.contains(std::string(name)); }))
        return i;
    }
    return 0;
  }

  /// False when there are too many.
  bool spread_merges() {
    std::vector<SheetCell> more;
    std::size_t steps = 0, bytes = 0;
    for (const Merge& merge : sheet_.merges) {
      if (merge.first_row <= rows_[header_].number) continue;
      const auto cell = std::lower_bound(
          sheet_.cells.begin(), sheet_.cells.end(), std::pair(merge.first_row, merge.first_column),
          [](const SheetCell& a, const auto& place) { return position(a) < place; });
      if (cell == sheet_.cells.end() ||
          position(*cell) != std::pair(merge.first_row, merge.first_column))
        continue;
      // only into rows that hold something: a merge over a whole column adds none
      auto row =
          std::upper_bound(rows_.begin(), rows_.end(), merge.first_row,
                           [](std::uint32_t number, const Row& r) { return number < r.number; });
      for (; row != rows_.end() && row->number <= merge.last_row; ++row) {
        bytes += cell->text.size();
        if (++steps > most_book_cells || bytes > most_book_text) return false;
        more.push_back({row->number, merge.first_column, cell->text, cell->error});
      }
    }
    if (more.empty()) return true;
    std::move(more.begin(), more.end(), std::back_inserter(sheet_.cells));  // after its own
    collect_rows();
    return true;
  }

  void collect_columns() {
    std::vector<bool> filled(most_columns + 1, false);
    for (std::size_t i = rows_[header_].begin; i < sheet_.cells.size(); ++i)
      filled[sheet_.cells[i].column] = true;
    for (std::uint32_t column = 1; column <= most_columns; ++column)
      if (filled[column]) columns_.push_back(column);
  }

  /// All rows from the first, for the places of diagnostics.
  std::string text() {
    std::string text;
    std::uint32_t line = 1;
    for (const Row& row : rows_) {
      text.append(row.number - line, '\n');
      line = row.number;
      std::uint32_t at = 1;
      for (const SheetCell& cell : cells_of(row)) {
        text.append(cell.column - at, '\t');
        at = cell.column;
        for (const char c : trim(cell.text)) text += c == '\t' || c == '\n' ? ' ' : c;
      }
    }
    return text;
  }

  /// Takes the text out of the sheet.
  Cell take(SheetCell& from) {
    Cell cell{std::move(from.text), {file_, from.row, from.column, 0}};
    if (const std::string_view trimmed = trim(cell.text); trimmed.size() < cell.text.size())
      cell.text = std::string(trimmed);
    cell.place.length = static_cast<std::uint32_t>(count_characters(cell.text));
    if (!from.error) return cell;
    if (++errors_ <= most_errors)
      diagnostics_.push_back(diagnose("cell-error", cell.place,
                                      "the formula in this cell gives " + shorten(cell.text, 40),
                                      "mend the formula, or type the value"));
    cell.text.clear();
    return cell;
  }

  Table table() {
    Table table;
    table.sheet = true;
    for (std::size_t i = header_; i < rows_.size(); ++i) {
      std::vector<Cell> cells;
      cells.reserve(columns_.size());
      std::size_t next = rows_[i].begin;
      for (const std::uint32_t column : columns_) {
        const bool found = next < rows_[i].end && sheet_.cells[next].column == column;
        cells.push_back(found ? take(sheet_.cells[next++])
                              : Cell{"", {file_, rows_[i].number, column, 0}});
      }
      if (i == header_)
        table.header = std::move(cells);
      else
        table.rows.push_back(std::move(cells));
    }
    if (errors_ > most_errors)
      report("cell-error",
             count_of(errors_ - most_errors, "more formula", "more formulas") +
                 " in the sheet give an error",
             "mend the formulas, or type the values");
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

  Sheet sheet_;
  std::string path_;
  Files& files_;
  std::vector<Diagnostic>& diagnostics_;
  std::vector<Row> rows_;
  std::vector<std::uint32_t> columns_;
  std::size_t header_ = 0;  // index in rows_
  std::size_t errors_ = 0;
  std::uint32_t file_ = 0;
};

}  // namespace

std::optional<Table> sheet_table(Sheet sheet, const std::string& path, const std::string& sha256,
                                 std::span<const std::string_view> required, Files& files,
                                 std::vector<Diagnostic>& diagnostics) {
  return SheetReader(std::move(sheet), path, files, diagnostics).run(sha256, required);
}

}  // namespace crosscut
