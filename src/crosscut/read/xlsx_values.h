// How SpreadsheetML writes what stands in a cell: references, escapes, dates as numbers.
#pragma once

#include <charconv>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace crosscut {

template <typename Number>
std::optional<Number> parse_number(std::string_view text) {
  Number value{};
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size() || text.empty()) return std::nullopt;
  return value;
}

/// How much of a date a cell shows; number when its format is not that of a date.
enum class Shown : std::uint8_t { number, year, month, day };

/// By a format's code: "mmm yyyy" shows a month, "[h]:mm" no date at all.
Shown shown_by(std::string_view code);
/// By the number of a format that has no code.
Shown shown_by(unsigned id);

/// "C14" -> column 3, row 14; nothing beyond the last row and column of a sheet.
std::optional<std::pair<std::uint32_t, std::uint32_t>> parse_reference(std::string_view text);

/// "_x0009_" -> a tab: so are characters written that XML cannot hold.
std::string unescape(std::string_view text);

/// The number in a cell as text: a date as far as it is shown, "2026-07", else the number.
std::string number_text(double value, Shown shown, bool from_1904);

}  // namespace crosscut
