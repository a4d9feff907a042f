#include "crosscut/model/date.h"

#include <gtest/gtest.h>

namespace crosscut {
namespace {

PartialDate date(const char* text) { return parse_date(text).value_or(PartialDate{}); }
Day day(const char* text) { return date(text).earliest(); }
Period period(const char* start, const char* end) { return {date(start), date(end), false}; }

TEST(ParseDate, TakesYearsMonthsAndDaysOfTheCalendar) {
  EXPECT_EQ(parse_date("2025"), (PartialDate{2025, 0, 0}));
  EXPECT_EQ(parse_date("2025-09"), (PartialDate{2025, 9, 0}));
  EXPECT_EQ(parse_date("2024-02-29"), (PartialDate{2024, 2, 29}));
  EXPECT_EQ(parse_date("0001"), (PartialDate{1, 0, 0}));
  for (const char* bad :
       {"",           "25",         "0000",       "2025-",      "2025-9",     "2025-00",
        "2025-13",    "2025-00-01", "2025-02-29", "2100-02-29", "2025-04-31", "2025-01-00",
        "2025/01/01", "01-01-2025", "2025-1-01",  "-025",       "+025",       "2025-+1",
        " 2025",      "2025 ",      "20250101",   "2025-01-0a", "２０２５"})
    EXPECT_FALSE(parse_date(bad)) << bad;
}

TEST(PartialDate, MeansAStretchOfDays) {
  EXPECT_EQ(day("1970-01-01"), 0);
  EXPECT_EQ(date("2024-02").latest(), day("2024-02-29"));
  EXPECT_EQ(date("2023-02").latest(), day("2023-02-28"));
  EXPECT_EQ(date("2025").earliest(), day("2025-01-01"));
  EXPECT_EQ(date("2025").latest(), day("2025-12-31"));
  EXPECT_EQ(date("2025-09-16").earliest(), date("2025-09-16").latest());
  EXPECT_EQ(PartialDate{}.earliest(), first_day);
  EXPECT_EQ(PartialDate{}.latest(), last_day);
  EXPECT_EQ(PartialDate{}.precision(), 0);
  EXPECT_EQ(date("2025-09").precision(), 2);
}

TEST(Dates, AreWrittenForPeopleAndForMaps) {
  EXPECT_EQ(format_date(date("2025")), "2025");
  EXPECT_EQ(format_date(date("2025-09")), "September 2025");
  EXPECT_EQ(format_date(date("2025-09-06")), "6 September 2025");
  EXPECT_EQ(format_date({}), "");
  for (const char* text : {"2025", "0812-09", "2025-09-06"})
    EXPECT_EQ(write_date(date(text)), text);
}

TEST(AddMonths, KeepsToTheLastDayOfAShorterMonth) {
  EXPECT_EQ(add_months(day("2025-01-31"), 1), day("2025-02-28"));
  EXPECT_EQ(add_months(day("2024-02-29"), 12), day("2025-02-28"));
  EXPECT_EQ(add_months(day("2025-11-15"), 3), day("2026-02-15"));
  EXPECT_EQ(add_months(day("2025-03-31"), -1), day("2025-02-28"));
}

TEST(Period, AFullEndIsTheFirstDayThatNoLongerCounts) {
  const Period p = period("2024-07-05", "2025-09-01");
  EXPECT_FALSE(p.open_on(day("2024-07-04")));
  EXPECT_TRUE(p.open_on(day("2024-07-05")));
  EXPECT_TRUE(p.open_on(day("2025-08-31")));
  EXPECT_FALSE(p.open_on(day("2025-09-01")));
}

TEST(Period, AMonthOrYearCountsToItsLastDay) {
  EXPECT_TRUE(period("", "2025-09").open_on(day("2025-09-30")));
  EXPECT_FALSE(period("", "2025-09").open_on(day("2025-10-01")));
  EXPECT_TRUE(period("", "2025").open_on(day("2025-12-31")));
  EXPECT_TRUE(period("2025", "").open_on(day("2025-01-01")));
}

TEST(Period, UnknownEndsAreOverAndMissingDatesAreOpen) {
  Period ended = period("2024", "");
  EXPECT_TRUE(ended.open_on(day("2025-01-01")));
  ended.end_unknown = true;
  EXPECT_FALSE(ended.open_on(day("2025-01-01")));
  EXPECT_TRUE(Period{}.open_on(day("2025-01-01")));
  EXPECT_TRUE(Period{}.open_on(last_day));  // as at no date at all
}

TEST(Overlap, AbuttingHandOversDoNotOverlap) {
  EXPECT_FALSE(certainly_overlap(period("2024", "2025-09-01"), period("2025-09-01", "")));
  EXPECT_FALSE(may_overlap(period("2024", "2025-09-01"), period("2025-09-01", "")));
  EXPECT_TRUE(certainly_overlap(period("2024", "2025-09-02"), period("2025-09-01", "")));
  EXPECT_FALSE(may_overlap(period("", "2024-08"), period("2024-09", "")));  // month to next month
  EXPECT_FALSE(may_overlap(period("", "2024"), period("2025", "")));
}

TEST(Overlap, WithinOneMonthIsPossibleButNotCertain) {
  const Period before = period("2024", "2025-09");
  const Period after = period("2025-09", "");
  EXPECT_TRUE(may_overlap(before, after));
  EXPECT_FALSE(certainly_overlap(before, after));
  EXPECT_FALSE(certainly_overlap(after, before));
}

TEST(Overlap, AnUnknownEndOverlapsNothingForCertain) {
  Period ended = period("2020", "");
  ended.end_unknown = true;
  EXPECT_FALSE(certainly_overlap(ended, period("2021", "")));
  EXPECT_TRUE(may_overlap(ended, period("2021", "")));
  EXPECT_TRUE(certainly_overlap(Period{}, Period{}));
}

TEST(TypedDate, TakesTheFormsThatPeopleType) {
  const auto written = [](std::string_view text) {
    const auto typed = parse_typed_date(text);
    return typed ? write_date(typed->date) : "none";
  };
  for (const std::string_view text : {"2026-07-31", "31/07/2026", "31.7.2026", "31 July 2026",
                                      "31st Jul 2026", "31-07-2026", "2026/07/31", "31-Jul-2026"})
    EXPECT_EQ(written(text), "2026-07-31") << text;
  for (const std::string_view text : {"2026-07", "July 2026", "Jul 2026", "07/2026", "2026/7"})
    EXPECT_EQ(written(text), "2026-07") << text;
  EXPECT_EQ(written("1 Sept 2026"), "2026-09-01");
  for (const std::string_view text : {"", "July", "31/07/26", "31/02/2026", "07/31/2026", "soon",
                                      "2026-07-31T12:00", "1 2 3 2026", "31 Smarch 2026"})
    EXPECT_EQ(written(text), "none") << text;
}

TEST(TypedDate, SaysWhenItCouldBeReadMonthFirst) {
  EXPECT_TRUE(parse_typed_date("03/04/2026")->ambiguous);
  EXPECT_EQ(write_date(parse_typed_date("03/04/2026")->date), "2026-04-03");
  EXPECT_FALSE(parse_typed_date("04/04/2026")->ambiguous);
  EXPECT_FALSE(parse_typed_date("13/04/2026")->ambiguous);
  EXPECT_FALSE(parse_typed_date("3 April 2026")->ambiguous);
  EXPECT_FALSE(parse_typed_date("2026-04-03")->ambiguous);
}

TEST(Dates, OfADayAreTheDayAgain) {
  for (const std::string_view text : {"1900-03-01", "1970-01-01", "2024-02-29", "2026-07-31"})
    EXPECT_EQ(write_date(date_of_day(parse_date(text)->earliest())), text);
}

TEST(Date, DoesNotGuessTheMonthOfANumber) {
  EXPECT_FALSE(parse_typed_date("2026.1")) << "what a spreadsheet makes of 2026.10";
  EXPECT_EQ(write_date(parse_typed_date("2026.10")->date), "2026-10");
  EXPECT_EQ(write_date(parse_typed_date("2026/1")->date), "2026-01");
  EXPECT_FALSE(parse_typed_date("46234"));
}

}  // namespace
}  // namespace crosscut
