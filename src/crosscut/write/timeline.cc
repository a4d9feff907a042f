// What the timeline shows, and what is left out for want of room.
#include "crosscut/write/timeline.h"

#include <algorithm>
#include <map>
#include <set>

#include "crosscut/model/names.h"
#include "crosscut/write/timeline_parts.h"

namespace crosscut {
namespace {

class ContentMaker {
 public:
  ContentMaker(const Report& report, const TimelineRequest& request)
      : graph_(report.graph),
        request_(request),
        selection_{report, request, find_successions(report.graph), {}, {}} {
    const auto& dated = selection_.all.dated;
    auto& line = selection_.line;
    line = request.focus ? line_of_descent(dated, *request.focus,
                                           request.depth.value_or(graph_.entity_count()))
                         : dated;
    std::erase_if(line,
                  [&](const Succession& one) { return !asked(one.before) || !asked(one.after); });
    selection_.kept = line;
  }

  /// There is a family without a department among others.
  bool has_spare(const TimelineContent& content) const {
    const auto& families = content.families;
    return families.size() > 1 && std::any_of(families.begin(), families.end(), [&](const auto& f) {
             return !has_department(content, f);
           });
  }

  /// Leaves something out: families without a department, from the smallest; then all that is no
  /// department; then whole families; then the row with the fewest successions. False when
  /// nothing can be.
  /// `rows`: about how many are too many.
  bool show_less(const TimelineContent& content, std::size_t rows) {
    const auto& families = content.families;
    Rows less;
    for (auto f = families.rbegin(); f != families.rend() && less.size() < rows; ++f)
      if (families.size() > 1 && !has_department(content, *f))
        less.insert(less.end(), f->rows.begin(), f->rows.end());
    if (!less.empty() && drop(content, less)) return true;
    if (keep_departments()) return true;
    if (families.size() == 1) return drop_rows(content, rows);
    less.clear();
    for (auto f = families.rbegin(); f + 1 != families.rend() && less.size() < rows; ++f)
      less.insert(less.end(), f->rows.begin(), f->rows.end());
    return drop(content, less);
  }

  TimelineContent make() const {
    TimelineContent content;
    content.as_at = graph_.as_at();
    content.last = first_day;
    for (const Succession& s : selection_.kept) content.last = std::max(content.last, s.day);
    if (graph_.as_at().given()) content.last = graph_.as_at_day();
    std::set<EntityId> ends;
    for (const Succession& s : selection_.kept) ends.insert({s.before, s.after});
    std::map<EntityId, std::size_t> index;
    for (const EntityId id : ends) {
      index[id] = content.bars.size();
      content.bars.push_back(bar_of(id, content.last));
    }
    for (const Succession& s : selection_.kept)
      content.links.push_back({index[s.before], index[s.after], s.day, s.ended, s.began});
    content.families = arrange_rows(row_bars(content), content.links);
    add_words(content, selection_);
    return content;
  }

  bool empty() const { return selection_.line.empty(); }

 private:
  using Rows = std::vector<std::vector<std::size_t>>;

  bool has_department(const TimelineContent& content, const TimelineFamily& family) const {
    return std::any_of(family.rows.begin(), family.rows.end(), [&](const auto& row) {
      return std::any_of(row.begin(), row.end(),
                         [&](std::size_t bar) { return is_main(content.bars[bar].id); });
    });
  }

  /// False when that leaves nothing, or changes nothing.
  bool keep_departments() {
    std::vector<Succession> left;
    for (const Succession& s : selection_.kept)
      if (is_main(s.before) && is_main(s.after)) left.push_back(s);
    if (left.empty() || left.size() == selection_.kept.size()) return false;
    selection_.kept = std::move(left);
    return true;
  }

  bool drop(const TimelineContent& content, const Rows& rows) {
    std::set<EntityId> gone;
    for (const auto& row : rows)
      for (const std::size_t bar : row) gone.insert(content.bars[bar].id);
    std::vector<Succession> left;
    for (const Succession& s : selection_.kept)
      if (!gone.contains(s.before) && !gone.contains(s.after)) left.push_back(s);
    if (left.empty()) return false;
    selection_.kept = std::move(left);
    return true;
  }

  bool drop_rows(const TimelineContent& content, std::size_t count) {
    Rows rows = content.families.back().rows;
    std::vector<std::size_t> links_of(content.bars.size(), 0);
    for (const RowLink& link : content.links) {
      ++links_of[link.before];
      ++links_of[link.after];
    }
    const auto weight = [&](const std::vector<std::size_t>& row) {
      std::size_t sum = 0;
      for (const std::size_t bar : row)
        sum += links_of[bar] + (content.bars[bar].id == request_.focus ? content.links.size() : 0);
      return sum;
    };
    std::reverse(rows.begin(), rows.end());
    std::stable_sort(rows.begin(), rows.end(),
                     [&](const auto& x, const auto& y) { return weight(x) < weight(y); });
    rows.resize(std::min(count, rows.size() - 1));
    return !rows.empty() && drop(content, rows);
  }

  const Entity& entity(EntityId id) const { return graph_.entity(id); }
  bool asked(EntityId id) const {
    return id == request_.focus || contains(request_.only, entity(id).kind);
  }
  bool is_main(EntityId id) const {
    return id == request_.focus || entity(id).kind == Kind::department;
  }

  static std::vector<RowBar> row_bars(const TimelineContent& content) {
    std::vector<RowBar> bars;
    for (const TimelineBar& bar : content.bars) bars.push_back({bar.from, bar.to});
    return bars;
  }

  /// Long enough for the successions at its ends, whatever the map says of its own dates.
  TimelineBar bar_of(EntityId id, Day last) const {
    const Period& period = entity(id).period;
    TimelineBar bar{id,
                    period.possible_start(),
                    last,
                    true,
                    period.start.given(),
                    short_name(graph_, id),
                    code_of(graph_, id)};
    if (const std::size_t bracket = bar.name.rfind(" ("); bracket != std::string::npos)
      bar.name.resize(bracket);
    bool ended = period.end_unknown || (period.end.given() && period.possible_end() <= last);
    Day end = period.end.given() ? period.possible_end() : first_day;
    Day heir = first_day;
    for (const Succession& s : selection_.kept) {
      if (s.after == id) bar.from = s.began ? s.day : std::min(bar.from, s.day);
      if (s.before == id && s.ended) heir = std::max(heir, s.day);
      if (s.before == id && !s.ended) end = std::max(end, s.day);
      if (s.after == id && !s.began) end = std::max(end, s.day);
    }
    if (heir != first_day) {
      ended = true;
      end = heir;
    }
    bar.open = !ended;
    if (ended) bar.to = std::clamp(end, std::min(bar.from, last), last);
    return bar;
  }

  const Graph& graph_;
  const TimelineRequest& request_;
  TimelineSelection selection_;
};

/// The ways to lay out the same content, the most generous first.
std::vector<TimelineFit> fits_of(const TimelineRequest& request) {
  constexpr double points_per_mm = 72 / 25.4, pad = 22.5, screen_width = 1100;
  const double scale = std::max(1.0, request.budget.least_scale);
  const double width =
      std::min(request.budget.width_mm * points_per_mm / scale - pad, screen_width);
  const double height = request.budget.height_mm * points_per_mm / scale - pad;
  if (scale > 1)  // names at 11 points come out at 14 on a slide
    return {{width, height, 11, true, request.title}, {width, height, 11, false, request.title}};
  return {{width, height, 11, true, request.title},
          {width, height, 9, true, request.title},
          {width, height, 9, false, request.title}};
}

/// Of those that fit, the first with the fewest names above their bars; if none does, the last.
Timeline best_fit(const TimelineContent& content, const TimelineRequest& request) {
  std::optional<Timeline> best;
  Timeline last;
  for (const TimelineFit& fit : fits_of(request)) {
    last = lay_out(content, fit);
    if (!last.too_tall && (!best || (fit.names && last.names_above < best->names_above)))
      best = last;
  }
  return best ? std::move(*best) : last;
}

/// Half of what is too much, as leaving a row out may save more than the row.
std::size_t rows_over(const Timeline& timeline) {
  const double row = timeline.bar_height + 6;
  return std::max<std::size_t>(1, static_cast<std::size_t>(std::max(0.0, timeline.over) / row / 2));
}

}  // namespace

std::optional<Timeline> make_timeline(const Report& report, const TimelineRequest& request) {
  ContentMaker maker(report, request);
  if (maker.empty()) return std::nullopt;
  for (;;) {
    const TimelineContent content = maker.make();
    Timeline timeline = best_fit(content, request);
    const bool bare = !timeline.names && maker.has_spare(content);  // names matter more
    if (!(timeline.too_tall || bare) || !maker.show_less(content, rows_over(timeline)))
      return timeline;
  }
}

}  // namespace crosscut
