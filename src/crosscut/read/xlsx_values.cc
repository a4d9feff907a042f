#include "crosscut/read/xlsx_values.h"

#include <fmt/format.h>

#include "crosscut/model/date.h"
#include "crosscut/read/workbook.h"

namespace crosscut {
namespace {

constexpr std::string_view time_letters = "hHsS";

/// Day 1 is 1 January 1900, and day 60 a 29 February that was not; or days since 1904. Nothing
/// for a day that Excel shows as no date.
std::optional<PartialDate> date_of(double serial, bool from_1904) {
  constexpr Day day_0 = -25569;  // 30 December 1899, in days since 1970
  constexpr Day from_1900_to_1904 = 1462;
  constexpr Day last = 2958465;  // 31 December 9999
  const Day shift = from_1904 ? from_1900_to_1904 : 0;
  if (!(serial >= (from_1904 ? 0 : 1)) || serial >= last - shift + 1) return std::nullopt;
  const Day days = static_cast<Day>(serial);
  return date_of_day(day_0 + days + shift + (!from_1904 && days < 60 ? 1 : 0));
}

}  // namespace

Shown shown_by(std::string_view code) {
  bool d = false, m = false, y = false, time = false;
  for (std::size_t i = 0; i < code.size() && code[i] != ';'; ++i) {
    const char c = code[i];
    if (c == '\\' || c == '_' || c == '*') {
      ++i;
    } else if (c == '"' || c == '[') {
      const std::size_t close = code.find(c == '"' ? '"' : ']', i + 1);
      if (close == std::string_view::npos) break;
      const std::string_view inside = code.substr(i + 1, close - i - 1);
      if (c == '[' && !inside.empty() &&  // [hh] and [m]: a time that passed; [Red], [$-809] not
          inside.find_first_not_of(inside.front()) == std::string_view::npos &&
          std::string_view("hHmMsS").find(inside.front()) != std::string_view::npos)
        time = true;
      i = close;
    } else {
      d = d || c == 'd' || c == 'D';
      m = m || c == 'm' || c == 'M';
      y = y || c == 'y' || c == 'Y';
      time = time || time_letters.find(c) != std::string_view::npos;
    }
  }
  if (d) return Shown::day;
  if (m && (y || !time)) return Shown::month;
  return y ? Shown::year : Shown::number;
}

/// 14 to 17 and 22 are dates, 27 to 36 and 50 to 58 are those of East Asia.
Shown shown_by(unsigned id) {
  if (id == 17) return Shown::month;
  if ((id >= 14 && id <= 16) || id == 22 || (id >= 27 && id <= 36) || (id >= 50 && id <= 58))
    return Shown::day;
  return Shown::number;
}

std::optional<std::pair<std::uint32_t, std::uint32_t>> parse_reference(std::string_view text) {
  std::uint32_t column = 0;
  std::size_t i = 0;
  for (; i < text.size() && i < 3 && text[i] >= 'A' && text[i] <= 'Z'; ++i)
    column = column * 26 + static_cast<std::uint32_t>(text[i] - 'A' + 1);
  const auto row = parse_number<std::uint32_t>(text.substr(i));
  if (column == 0 || column > most_columns || !row || *row == 0 || *row > most_rows)
    return std::nullopt;
  return std::pair(column, *row);
}

std::string unescape(std::string_view text) {
  std::string result;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text.substr(i, 2) == "_x" && text.size() >= i + 7 && text[i + 6] == '_') {
      unsigned value = 0;
      const auto [end, error] =
          std::from_chars(text.data() + i + 2, text.data() + i + 6, value, 16);
      if (error == std::errc() && end == text.data() + i + 6 && value < 0x80) {
        result += static_cast<char>(value);
        i += 6;
        continue;
      }
    }
    result += text[i];
  }
  return result;
}

std::string number_text(double value, Shown shown, bool from_1904) {
  auto date = shown == Shown::number ? std::nullopt : date_of(value, from_1904);
  if (!date) return fmt::format("{}", value);
  if (shown != Shown::day) date->day = 0;
  if (shown == Shown::year) date->month = 0;
  return write_date(*date);
}

}  // namespace crosscut
