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
  std::vector<SheetCell> cells;  // by row, then column
  std::vector<Merge> merges;
};

/// The largest part of a workbook that is unpacked, in bytes, and the most cells of a sheet, with
/// the empty ones between: so a workbook made to exhaust a machine (a zip bomb) gets a message.
inline constexpr std::size_t most_part_bytes = std::size_t{64} << 20U;
inline constexpr std::size_t most_sheet_cells = 6'000'000;

struct Workbook {
  std::vector<Sheet> sheets;  // in their order; cells only of those wanted
};

/// Reads the sheets that `wanted` asks for. Nothing, with a diagnostic, when the bytes are no
/// workbook, or are cut short, locked with a password or too large.
std::optional<Workbook> read_workbook(const std::string& path, std::string_view bytes,
                                      const std::function<bool(std::string_view)>& wanted,
                                      std::vector<Diagnostic>& diagnostics);

}  // namespace crosscut
