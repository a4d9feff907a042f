// Dates as people know them: a year, a month or a day, and the stretch of time they may mean.
//
//   parse_date("2025-09")->latest()       -> days of 30 September 2025
//   format_date(*parse_date("2025-09"))   -> "September 2025"
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace crosscut {

/// Days since 1 January 1970 (proleptic Gregorian calendar).
using Day = std::int32_t;
inline constexpr Day first_day = -1'000'000'000;
inline constexpr Day last_day = 1'000'000'000;

/// A year, a month of it, or a day; year 0 = not given.
struct PartialDate {
  std::int16_t year = 0;
  std::uint8_t month = 0;  // 1 to 12, 0 = only the year is known
  std::uint8_t day = 0;    // 1 to 31, 0 = only the month is known

  bool given() const { return year != 0; }
  int precision() const { return !given() ? 0 : month == 0 ? 1 : day == 0 ? 2 : 3; }
  /// First and last day that it may mean; first_day and last_day when not given.
  Day earliest() const;
  Day latest() const;
  friend auto operator<=>(const PartialDate&, const PartialDate&) = default;
};

/// YYYY, YYYY-MM or YYYY-MM-DD; nothing when the text is none of these or no day of the calendar.
std::optional<PartialDate> parse_date(std::string_view text);

/// The date of a day. Wrong outside the years 1 to 9999.
PartialDate date_of_day(Day day);

/// A date as people type it, besides the forms of parse_date: 31 July 2026, July 2026, 31/07/2026,
/// 31.07.2026, 2026/07/31, 07/2026. Day before month, as in the United Kingdom.
struct TypedDate {
  PartialDate date;
  bool ambiguous = false;  // could also be read month first
};
std::optional<TypedDate> parse_typed_date(std::string_view text);

/// "2025", "September 2025", "16 September 2025"; empty when not given.
std::string format_date(const PartialDate& date);

/// As written in a map: "2025-09-16".
std::string write_date(const PartialDate& date);

/// The day so many months later; the last day of that month when it has no such day.
Day add_months(Day day, int months);

/// From start to end. An end given to the day is the first day that no longer counts; an end given
/// as a month or year counts to its last day (measures.md, section 0).
struct Period {
  PartialDate start;
  PartialDate end;
  bool end_unknown = false;  // ended, nobody wrote down when

  Day possible_start() const { return start.earliest(); }  // earliest it may have begun
  Day certain_start() const;                               // latest it may have begun
  Day possible_end() const;                                // first day it certainly is over
  Day certain_end() const;                                 // first day it may be over
  bool open_on(Day day) const;
  friend auto operator<=>(const Period&, const Period&) = default;
};

/// Every reading of the dates has a day on which both hold.
bool certainly_overlap(const Period& a, const Period& b);

/// Some reading of the dates has a day on which both hold.
bool may_overlap(const Period& a, const Period& b);

}  // namespace crosscut
