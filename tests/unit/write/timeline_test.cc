// The timeline: what it shows, in which rows, and where everything stands on the page.
#include "crosscut/write/timeline.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <random>
#include <set>

#include "crosscut/lens/examine.h"
#include "crosscut/model/sketch.h"
#include "crosscut/read/join.h"
#include "crosscut/write/succession.h"
#include "crosscut/write/timeline_rows.h"

namespace crosscut {
namespace {

Dataset history() {
  return read_maps({std::string(CROSSCUT_ROOT) + "/graphs/mog-changes"}, {}).dataset;
}

Report report_of(const Dataset& dataset, PartialDate as_at = {}) {
  return examine(link(dataset, {as_at}).graph, {}, {});
}

/// Departments with their dates, and who succeeded whom when.
struct Past {
  Dataset dataset;
  Past& department(const std::string& id, const char* start, const char* end = "") {
    EntityRow row;
    row.id = id;
    row.name = "Department for " + id;
    row.kind = Kind::department;
    if (*start) row.period.start = *parse_date(start);
    if (*end) row.period.end = *parse_date(end);
    dataset.entities.push_back(row);
    return *this;
  }
  Past& succeeds(const std::string& after, const std::string& before, const char* date) {
    RelationRow row;
    row.from = {after, {}};
    row.verb = Verb::succeeds;
    row.to = {before, {}};
    if (*date) row.period.start = *parse_date(date);
    dataset.relations.push_back(row);
    return *this;
  }
  Report report(const char* as_at = "2026-05") {
    if (dataset.maps.empty()) dataset.maps.emplace_back();
    return report_of(dataset, *parse_date(as_at));
  }
};

const Line& line_of(const Timeline& timeline, std::string_view before, std::string_view after) {
  const auto& lines = timeline.page.lines;
  const auto found = std::find_if(lines.begin(), lines.end(), [&](const Line& line) {
    return line.from == before && line.to == after;
  });
  EXPECT_NE(found, lines.end()) << before << " to " << after;
  return *found;
}

const PlacedBar& bar_of(const Timeline& timeline, std::string_view id) {
  const auto found =
      std::find_if(timeline.bars.begin(), timeline.bars.end(),
                   [&](const PlacedBar& bar) { return timeline.page.boxes[bar.box].id == id; });
  EXPECT_NE(found, timeline.bars.end()) << id;
  return *found;
}

std::string notes_of(const Timeline& timeline) {
  std::string notes;
  for (const std::string& note : timeline.page.notes) notes += note + " ";
  return notes;
}

TEST(Timeline, TellsRenamedMergedSplitAndPartly) {
  const Report report = Past()
                            .department("a", "1990", "2000-01-01")
                            .department("b", "2000-01-01", "2005-03-31")
                            .department("c", "1990", "2005-04-01")
                            .department("d", "2005-04-01", "2010-06")
                            .department("e", "2010-06")
                            .department("f", "2010-06")
                            .department("g", "2015-02-01")
                            .succeeds("b", "a", "2000-01-01")
                            .succeeds("d", "b", "2005-04-01")
                            .succeeds("d", "c", "2005-04-01")
                            .succeeds("e", "d", "2010-06")
                            .succeeds("f", "d", "")  // dated by its start
                            .succeeds("g", "f", "2015-02-01")
                            .report();
  const auto timeline = make_timeline(report, {});
  ASSERT_TRUE(timeline);
  EXPECT_EQ(line_of(*timeline, "a", "b").role, LineRole::became);
  EXPECT_EQ(line_of(*timeline, "b", "d").role, LineRole::merged_into);
  EXPECT_EQ(line_of(*timeline, "c", "d").role, LineRole::merged_into);
  EXPECT_EQ(line_of(*timeline, "d", "e").role, LineRole::split_into);
  EXPECT_EQ(line_of(*timeline, "d", "f").role, LineRole::split_into);
  EXPECT_EQ(line_of(*timeline, "f", "g").role, LineRole::gave_part);
  EXPECT_EQ(line_of(*timeline, "a", "b").sentence,
            "1 January 2000: the Department for a became the Department for b.");
  EXPECT_EQ(timeline->page.title,
            "4 of these 7 departments gave way to others between 2000 and 2026");
}

TEST(Timeline, ABarReachesFromItsStartToItsEndAndAnArrowPointsAtTheDay) {
  const Report report = Past()
                            .department("a", "1990", "2000")
                            .department("b", "2000", "2010-01-01")
                            .department("c", "2010-01-01")
                            .succeeds("b", "a", "2000")
                            .succeeds("c", "b", "2010-01-01")
                            .report("2020");
  const auto timeline = make_timeline(report, {});
  ASSERT_TRUE(timeline);
  const PlacedBar &b = bar_of(*timeline, "b"), &c = bar_of(*timeline, "c");
  EXPECT_FALSE(b.open);
  EXPECT_TRUE(c.open);
  EXPECT_EQ(b.top, c.top) << "one after the other in one row";
  EXPECT_LT(b.right, c.left);
  // 10 years and 11 years, from start to start and to the last day of 2020
  EXPECT_NEAR((c.right - c.left) / (c.left - b.left), 1.1, 0.01);
  for (const PlacedLine& line : timeline->lines)
    if (timeline->page.lines[line.line].to == "c") {
      EXPECT_NEAR(line.path.back().x, c.left, 0.01);
    }
}

TEST(Timeline, FollowsWorkOnlyForwardsInTime) {
  // late joined giver after giver had given to middle; onward came of middle, aside of giver
  const Report report = Past()
                            .department("giver", "1990")
                            .department("late", "1995", "2015-01-01")
                            .department("middle", "2005-01-01", "2020-01-01")
                            .department("onward", "2020-01-01")
                            .department("aside", "2018-01-01")
                            .succeeds("middle", "giver", "2005-01-01")
                            .succeeds("giver", "late", "2015-01-01")
                            .succeeds("onward", "middle", "2020-01-01")
                            .succeeds("aside", "giver", "2018-01-01")
                            .report();
  const auto timeline = make_timeline(report, {.focus = report.graph.find("middle")});
  ASSERT_TRUE(timeline);
  std::set<std::string> ids;
  for (const Box& box : timeline->page.boxes) ids.insert(box.id);
  EXPECT_EQ(ids, (std::set<std::string>{"giver", "onward", "middle"}));
  EXPECT_EQ(timeline->page.title, "MIDDLE took over from GIVER and gave way to ONWARD");
  EXPECT_NE(notes_of(*timeline).find("Those shown took part in 2 successions more"),
            std::string::npos);
}

TEST(Timeline, GoesAsManyStepsAsAsked) {
  const Report report = report_of(history());
  const auto boxes = [&](std::optional<std::size_t> depth) {
    const auto timeline =
        make_timeline(report, {.focus = report.graph.find("desnz"), .depth = depth});
    return timeline ? timeline->page.boxes.size() : 0;
  };
  EXPECT_EQ(boxes(1), 2U);  // beis, desnz
  EXPECT_EQ(boxes(2), 4U);  // bis, decc
  EXPECT_EQ(boxes({}), 14U);
}

TEST(Timeline, SaysWhatIsDatedLaterOrNotAtAll) {
  const Report report = Past()
                            .department("a", "1990", "2000")
                            .department("b", "2000")
                            .department("c", "2030")
                            .department("d", "")
                            .succeeds("b", "a", "2000")
                            .succeeds("c", "b", "2030")
                            .succeeds("d", "b", "")
                            .report();
  const auto timeline = make_timeline(report, {});
  ASSERT_TRUE(timeline);
  EXPECT_EQ(timeline->page.lines.size(), 1U);
  const std::string notes = notes_of(*timeline);
  EXPECT_NE(notes.find("Dated after May 2026, so not drawn: B into C."), std::string::npos)
      << notes;
  EXPECT_NE(notes.find("Not drawn, as no date is given: one succession."), std::string::npos)
      << notes;
}

TEST(Timeline, NothingWithoutASuccession) {
  EXPECT_FALSE(make_timeline(report_of(sketch("dfe leads schools")), {}));
  const Report report = report_of(history());
  EXPECT_FALSE(make_timeline(report, {.focus = report.graph.find("mod")}));
  EXPECT_FALSE(make_timeline(report_of(history(), *parse_date("1990")), {}));
}

/// Every size, and what users ask for most.
std::vector<TimelineRequest> requests(const Graph& graph) {
  std::vector<TimelineRequest> all;
  for (const Budget& size : {a4_page, a3_page, slide, screen, report_page})
    for (const bool title : {true, false})
      for (const char* focus : {"", "desnz", "dwp", "dbt", "nista"})
        all.push_back({.focus = *focus ? graph.find(focus) : std::nullopt,
                       .depth = {},
                       .budget = size,
                       .title = title});
  return all;
}

TEST(Timeline, OfThePastHasEachBarAndSuccessionOnceInsideThePage) {
  const Report report = report_of(history());
  for (const TimelineRequest& request : requests(report.graph)) {
    const auto timeline = make_timeline(report, request);
    ASSERT_TRUE(timeline);
    SCOPED_TRACE(timeline->page.id + " at " + std::to_string(request.budget.width_mm));
    EXPECT_FALSE(timeline->too_tall);
    std::set<std::string> boxes, lines;
    for (const Box& box : timeline->page.boxes) EXPECT_TRUE(boxes.insert(box.id).second) << box.id;
    for (const Line& line : timeline->page.lines) {
      EXPECT_TRUE(lines.insert(line.id).second) << line.id;
      EXPECT_TRUE(boxes.contains(line.from) && boxes.contains(line.to)) << line.id;
    }
    ASSERT_EQ(timeline->bars.size(), boxes.size());
    ASSERT_EQ(timeline->lines.size(), lines.size());
    const double bottom = timeline->height;
    for (const PlacedBar& bar : timeline->bars) {
      EXPECT_LT(bar.left, bar.right) << timeline->page.boxes[bar.box].id;
      EXPECT_GE(bar.left, 0);
      EXPECT_LE(bar.right, timeline->width);
      EXPECT_LE(bar.top + timeline->bar_height, bottom);
      for (const PlacedBar& other : timeline->bars)
        if (&other != &bar && other.top == bar.top) {
          EXPECT_TRUE(other.right <= bar.left || bar.right <= other.left)
              << timeline->page.boxes[bar.box].id << " on " << timeline->page.boxes[other.box].id;
        }
    }
    for (const PlacedLine& line : timeline->lines)
      for (const PagePoint& point : line.path)
        EXPECT_TRUE(point.x >= 0 && point.x <= timeline->width && point.y >= 0 && point.y <= bottom)
            << timeline->page.lines[line.line].id;
  }
}

TEST(Timeline, OfThePastShowsAllDatedSuccessionsWhereThereIsRoom) {
  const Report report = report_of(history());
  const auto timeline = make_timeline(report, {.budget = screen});
  ASSERT_TRUE(timeline);
  EXPECT_EQ(timeline->page.lines.size(), find_successions(report.graph).dated.size());
  EXPECT_EQ(notes_of(*timeline).find("want of room"), std::string::npos);
  // On a page the rest is counted.
  const auto page = make_timeline(report, {.budget = a4_page});
  const std::size_t left_out = timeline->page.lines.size() - page->page.lines.size();
  EXPECT_NE(notes_of(*page).find("Not drawn, for want of room: " + std::to_string(left_out) +
                                 " successions"),
            std::string::npos)
      << notes_of(*page);
}

TEST(Timeline, IsTheSameForAnyOrderOfRows) {
  const std::string expected = write_timeline_dot(*make_timeline(report_of(history()), {}));
  std::mt19937 random(20260525);
  for (int i = 0; i < 4; ++i) {
    Dataset shuffled = history();
    std::shuffle(shuffled.entities.begin(), shuffled.entities.end(), random);
    std::shuffle(shuffled.relations.begin(), shuffled.relations.end(), random);
    EXPECT_EQ(write_timeline_dot(*make_timeline(report_of(shuffled), {})), expected);
  }
}

TEST(Timeline, SaysHowManyBarsHaveNoRoomForAName) {
  Past past;
  past.department("d0", "1990", "2010-01-01");
  for (int i = 1; i <= 12; ++i) {  // a new one each month
    const auto day = [](int n) {
      return std::to_string(2010 + (n - 1) / 12) + (n % 12 == 0 ? "-12-01"
                                                    : n % 12 < 10
                                                        ? "-0" + std::to_string(n % 12) + "-01"
                                                        : "-" + std::to_string(n % 12) + "-01");
    };
    past.department("d" + std::to_string(i), day(i).c_str(), i < 12 ? day(i + 1).c_str() : "");
    past.succeeds("d" + std::to_string(i), "d" + std::to_string(i - 1), day(i).c_str());
  }
  const auto timeline = make_timeline(past.report(), {});
  ASSERT_TRUE(timeline);
  EXPECT_EQ(timeline->bars.size(), 13U);
  EXPECT_GT(timeline->unnamed, 0U);
  EXPECT_NE(notes_of(*timeline).find("No room for a name: "), std::string::npos);
}

TEST(Timeline, EscapesNames) {
  Past past;
  past.department("a", "1990", "2000").department("b", "2000").succeeds("b", "a", "2000");
  past.dataset.entities[0].name = "Department for <Ships> & \"Boats\"";
  const std::string dot = write_timeline_dot(*make_timeline(past.report(), {}));
  EXPECT_EQ(dot.find("<Ships>"), std::string::npos);
  EXPECT_NE(dot.find("&lt;Ships&gt; &amp; &quot;Boats&quot;"), std::string::npos);
}

// rows

/// How many bars the lines run across, whatever the order was chosen by.
std::size_t crossed(const std::vector<std::vector<std::size_t>>& rows,
                    const std::vector<RowBar>& bars, const std::vector<RowLink>& links) {
  std::map<std::size_t, std::size_t> row_of;
  for (std::size_t r = 0; r < rows.size(); ++r)
    for (const std::size_t bar : rows[r]) row_of[bar] = r;
  std::size_t count = 0;
  for (const RowLink& link : links) {
    const auto [top, bottom] = std::minmax({row_of[link.before], row_of[link.after]});
    for (std::size_t r = top + 1; r < bottom; ++r)
      for (const std::size_t bar : rows[r])
        count += bars[bar].from < link.day - 60 && link.day < bars[bar].to ? 1U : 0U;
  }
  return count;
}

TEST(TimelineRows, CrossesNoMoreBarsThanTheBestOrder) {
  std::mt19937 random(7);
  std::size_t crossings = 0;
  for (int round = 0; round < 60; ++round) {
    std::vector<RowBar> bars;
    std::vector<RowLink> links;
    for (std::size_t i = 0; i < 6; ++i) {
      const Day from = static_cast<Day>(random() % 3000);
      bars.push_back({from, from + 4000 + static_cast<Day>(random() % 3000)});
      if (i > 0)  // gives a part to one before it, so each keeps a row of its own
        links.push_back({i, random() % i, 3500 + static_cast<Day>(random() % 400), false, false});
    }
    const auto families = arrange_rows(bars, links);
    ASSERT_EQ(families.size(), 1U);
    std::vector<std::size_t> order = {0, 1, 2, 3, 4, 5};
    std::size_t best = 1000;
    do {
      std::vector<std::vector<std::size_t>> rows;
      for (const std::size_t bar : order) rows.push_back({bar});
      best = std::min(best, crossed(rows, bars, links));
    } while (std::next_permutation(order.begin(), order.end()));
    EXPECT_EQ(crossed(families.front().rows, bars, links), best) << "round " << round;
    crossings += best;
  }
  EXPECT_GT(crossings, 0U) << "some of them cannot be drawn without";
}

TEST(TimelineRows, KeepsFamiliesTogetherTheLargestFirst) {
  const std::vector<RowBar> bars = {{0, 1000}, {1000, 9000}, {0, 9000}, {2000, 9000}, {3000, 9000}};
  const auto families = arrange_rows(
      bars, {{0, 1, 1000, true, true}, {2, 3, 2000, false, true}, {2, 4, 3000, false, true}});
  ASSERT_EQ(families.size(), 2U);
  EXPECT_EQ(families[0].bars, 3U);
  ASSERT_EQ(families[1].rows.size(), 1U) << "an heir follows in the same row";
  EXPECT_EQ(families[1].rows[0], (std::vector<std::size_t>{0, 1}));
}

}  // namespace
}  // namespace crosscut
