// Workbooks as Excel and LibreOffice save them: bytes -> sheets of cells.
//
//   const auto book = read_workbook("map.xlsx", bytes, is_known, diagnostics);
//   book->sheets[0].cells[0].text
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "crosscut/base/diagnostic.h"

namespace crosscut {

/// A cell that is not empty; rows and columns count from 1. A formula has the value that was
/// stored with it; a date is written 2026-07-31, or as 2026-07 or 2026 where the cell shows no
/// more.
struct SheetCell {
  std::uint32_t row = 0;
  std::uint32_t column = 0;
  std::string text;
  bool error = false;  // a formula that failed: #REF!
};

/// Cells that are one on the page; the value stands in the first.
struct Merge {
  std::uint32_t first_row = 0, last_row = 0, first_column = 0, last_column = 0;
};

struct Sheet {
  std::string name;
  std::vector<SheetCell> cells;  // in the order of the file
  std::vector<Merge> merges;
};

/// How large a sheet can be.
inline constexpr std::uint32_t most_rows = 1'048'576;
inline constexpr std::uint32_t most_columns = 16'384;

/// What is read of a workbook, so that one made to exhaust a machine (a zip bomb, a row repeated a
/// million times) gets a message: bytes of the file, of a part unpacked, and of its XML as a tree;
/// sheets; cells of all sheets that are wanted, and bytes of text in them; rows of a sheet that
/// hold something.
inline constexpr std::size_t most_book_bytes = std::size_t{64} << 20U;
inline constexpr std::size_t most_part_bytes = std::size_t{64} << 20U;
inline constexpr std::size_t most_tree_bytes = std::size_t{384} << 20U;
inline constexpr std::size_t most_book_sheets = 1'000;
inline constexpr std::size_t most_book_cells = 2'000'000;
inline constexpr std::size_t most_book_text = std::size_t{64} << 20U;
inline constexpr std::size_t most_filled_rows = 200'000;

struct Workbook {
  std::vector<Sheet> sheets;  // in their order; cells only of those wanted
};

/// Reads the sheets that `wanted` asks for; of several with one name (but for case and spaces about
/// it) the first. Nothing, with a diagnostic, when the bytes are no workbook, or are cut short,
/// locked with a password or too large.
std::optional<Workbook> read_workbook(const std::string& path, std::string_view bytes,
                                      const std::function<bool(std::string_view)>& wanted,
                                      std::vector<Diagnostic>& diagnostics);

}  // namespace crosscut
