#include "crosscut/model/date.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <string>
#include <vector>

#include "crosscut/base/text.h"

namespace crosscut {
namespace {

using namespace std::chrono;

Day to_day(year_month_day date) {
  return static_cast<Day>(sys_days(date).time_since_epoch().count());
}

bool parse_digits(std::string_view text, int& value) {
  for (const char c : text)
    if (c < '0' || c > '9') return false;
  return std::from_chars(text.data(), text.data() + text.size(), value).ec == std::errc();
}

constexpr std::array<std::string_view, 12> month_names = {
    "January", "February", "March",     "April",   "May",      "June",
    "July",    "August",   "September", "October", "November", "December"};

std::string padded(int value, std::size_t width) {
  std::string digits = std::to_string(value);
  return std::string(width > digits.size() ? width - digits.size() : 0, '0') + digits;
}

/// 1 to 12 for "7", "07", "Jul", "July" and "Sept"; 0 for anything else.
int month_of(std::string_view text) {
  int value = 0;
  if (text.size() <= 2 && parse_digits(text, value)) return value <= 12 ? value : 0;
  std::string wanted = to_lower(text);
  if (wanted == "sept") wanted = "sep";
  for (std::size_t i = 0; i < month_names.size(); ++i) {
    const std::string name = to_lower(month_names[i]);
    if (name == wanted || (wanted.size() == 3 && name.starts_with(wanted)))
      return static_cast<int>(i) + 1;
  }
  return 0;
}

/// "3", "03", "3rd" -> "03".
std::optional<std::string> day_of(std::string_view text) {
  for (const std::string_view ending : {"st", "nd", "rd", "th"})
    if (text.size() > 2 && text.ends_with(ending)) text.remove_suffix(2);
  int value = 0;
  if (text.empty() || text.size() > 2 || !parse_digits(text, value)) return std::nullopt;
  return padded(value, 2);
}

}  // namespace

Day PartialDate::earliest() const {
  if (!given()) return first_day;
  return to_day(std::chrono::year(year) / std::chrono::month(month ? month : 1U) /
                std::chrono::day(day ? day : 1U));
}

Day PartialDate::latest() const {
  if (!given()) return last_day;
  if (day) return earliest();
  return to_day(std::chrono::year(year) / std::chrono::month(month ? month : 12U) / last);
}

std::optional<PartialDate> parse_date(std::string_view text) {
  if (text.size() != 4 && text.size() != 7 && text.size() != 10) return std::nullopt;
  int year = 0;
  int month = 0;
  int day = 0;
  if (!parse_digits(text.substr(0, 4), year) || year == 0) return std::nullopt;
  if (text.size() >= 7 &&
      (text[4] != '-' || !parse_digits(text.substr(5, 2), month) || month < 1 || month > 12))
    return std::nullopt;
  if (text.size() == 10 && (text[7] != '-' || !parse_digits(text.substr(8, 2), day) || day < 1))
    return std::nullopt;
  const PartialDate date{static_cast<std::int16_t>(year), static_cast<std::uint8_t>(month),
                         static_cast<std::uint8_t>(day)};
  const year_month_day full = std::chrono::year(year) /
                              std::chrono::month(static_cast<unsigned>(month ? month : 1)) /
                              std::chrono::day(static_cast<unsigned>(day ? day : 1));
  return full.ok() ? std::optional(date) : std::nullopt;
}

PartialDate date_of_day(Day day) {
  const year_month_day date{sys_days(days(day))};
  return {static_cast<std::int16_t>(int(date.year())),
          static_cast<std::uint8_t>(unsigned(date.month())),
          static_cast<std::uint8_t>(unsigned(date.day()))};
}

std::optional<TypedDate> parse_typed_date(std::string_view text) {
  if (const auto date = parse_date(text)) return TypedDate{*date};
  std::vector<std::string_view> parts;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find_first_of(" /.-,", at), text.size());
    if (end > at) parts.push_back(text.substr(at, end - at));
    at = end + 1;
  }
  if (parts.size() < 2 || parts.size() > 3) return std::nullopt;
  int year = 0;
  const bool year_first = parts.front().size() == 4 && parse_digits(parts.front(), year);
  if (year_first) std::reverse(parts.begin(), parts.end());
  if (year_first && text.find('.') != std::string_view::npos && parts.size() == 2 &&
      parts.front().size() < 2)
    return std::nullopt;  // a spreadsheet makes 2026.1 of 2026.10
  const auto month = month_of(parts[parts.size() - 2]);
  const std::optional<std::string> day =
      parts.size() == 3 ? day_of(parts.front()) : std::optional<std::string>("");
  if (parts.back().size() != 4 || month == 0 || !day) return std::nullopt;
  std::string iso = std::string(parts.back()) + "-" + padded(month, 2);
  if (!day->empty()) iso += "-" + *day;
  const auto date = parse_date(iso);
  if (!date) return std::nullopt;
  const bool in_digits = text.find_first_not_of("0123456789/.- ") == std::string_view::npos;
  return TypedDate{*date, in_digits && !year_first && date->day != 0 && date->day <= 12 &&
                              date->day != date->month};
}

std::string format_date(const PartialDate& date) {
  if (!date.given()) return {};
  std::string text = std::to_string(date.year);
  if (date.month) text = std::string(month_names[date.month - 1U]) + " " + text;
  if (date.day) text = std::to_string(date.day) + " " + text;
  return text;
}

std::string write_date(const PartialDate& date) {
  if (!date.given()) return {};
  std::string text = padded(date.year, 4);
  if (date.month) text += "-" + padded(date.month, 2);
  if (date.day) text += "-" + padded(date.day, 2);
  return text;
}

Day add_months(Day day, int months) {
  const year_month_day date{sys_days(days(day))};
  year_month_day moved = date + std::chrono::months(months);
  if (!moved.ok()) moved = moved.year() / moved.month() / last;
  return to_day(moved);
}

Day Period::certain_start() const { return start.given() ? start.latest() : first_day; }

Day Period::possible_end() const {
  if (!end.given()) return last_day;
  return end.day ? end.earliest() : end.latest() + 1;
}

Day Period::certain_end() const {
  if (end_unknown) return first_day;
  if (!end.given()) return last_day;
  return end.day ? end.earliest() : end.earliest() + 1;
}

bool Period::open_on(Day day) const {
  return !end_unknown && possible_start() <= day && (!end.given() || day < possible_end());
}

bool certainly_overlap(const Period& a, const Period& b) {
  return a.certain_start() < b.certain_end() && b.certain_start() < a.certain_end();
}

bool may_overlap(const Period& a, const Period& b) {
  return a.possible_start() < b.possible_end() && b.possible_start() < a.possible_end();
}

}  // namespace crosscut
