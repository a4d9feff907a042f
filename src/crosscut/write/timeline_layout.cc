// Where everything of a timeline stands on the page.
#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "crosscut/base/text.h"
#include "crosscut/write/timeline_parts.h"

namespace crosscut {
namespace {

constexpr double head = timeline_head;  // length of an arrow head
constexpr double room_for_line = 11;    // between the end of a bar and the arrow's tip
constexpr double point_width = 7;       // of the point of a bar that is still there

struct Interval {
  double from = 0, to = 0;
  bool meets(const Interval& other, double apart = 0) const {
    return from < other.to + apart && other.from < to + apart;
  }
};

/// One vertical stretch of a line.
struct Riser {
  double x = 0;
  Interval y;
  std::size_t link = 0;
};

class Layouter {
 public:
  Layouter(const TimelineContent& content, const TimelineFit& fit) : content_(content), fit_(fit) {}

  Timeline run() {
    result_.page = content_.page;
    result_.name_size = fit_.name_size;
    result_.bar_height = fit_.name_size + 3;
    result_.width = fit_.width;
    set_scale();
    add_heading();
    choose_labels();
    place_bars();
    place_lines();
    label_above();
    add_scale();
    add_foot();
    result_.over = y_ - fit_.height;
    result_.too_tall = result_.over > 0;
    result_.height = y_;
    return std::move(result_);
  }

 private:
  const TimelineBar& bar(std::size_t i) const { return content_.bars[i]; }
  double x(Day day) const {
    return left_ + std::max(0.0, static_cast<double>(day - first_) * per_day_);
  }
  bool is_cut(std::size_t i) const { return bar(i).from < first_; }

  static std::string since(const TimelineBar& bar) {
    return bar.from_given ? "since " + std::to_string(year_of(bar.from)) : "";
  }

  /// From 2 years before the first succession, or from the first bar if that is later.
  void set_scale() {
    constexpr int years_before = 2;
    Day earliest = last_day, succession = last_day;
    for (const TimelineBar& one : content_.bars) earliest = std::min(earliest, one.from);
    for (const RowLink& link : content_.links) succession = std::min(succession, link.day);
    const auto first_of = [](int year) {
      return PartialDate{static_cast<std::int16_t>(year), 0, 0}.earliest();
    };
    first_ = first_of(year_of(succession) - years_before);
    if (earliest > first_) first_ = first_of(year_of(earliest));
    bool any_cut = false;
    for (std::size_t i = 0; i < content_.bars.size(); ++i)
      any_cut = any_cut || (is_cut(i) && bar(i).from_given);
    left_ = any_cut ? text_width("since 1888", 9, false) + 8 : 2;
    right_ = fit_.width - point_width - 2;
    per_day_ = (right_ - left_) / static_cast<double>(std::max(1, content_.last - first_));
  }

  void add_text(double left, double top, double width, double size, bool bold, bool second,
                PlacedText::Align align, std::string text) {
    result_.texts.push_back({left, top, width, size, bold, second, align, std::move(text)});
  }

  /// Words in lines across the page.
  void add_lines_of_text(const std::string& words, double size, bool bold, bool second) {
    const auto characters = static_cast<std::size_t>(fit_.width / (size * (bold ? 0.56 : 0.5)));
    for (std::string& line : wrap_full(words, characters)) {
      add_text(0, y_, fit_.width, size, bold, second, PlacedText::Align::left, std::move(line));
      y_ += size + 3.5;
    }
  }

  void add_heading() {
    if (!fit_.title) return;
    add_lines_of_text(content_.page.title, 16, true, false);
    add_lines_of_text(content_.page.subtitle, 11, false, true);
    y_ += 6;
  }

  double end_of(std::size_t i) const {
    const double end = x(bar(i).to);
    const bool followed = !bar(i).open && std::any_of(content_.links.begin(), content_.links.end(),
                                                      [&](const RowLink& link) {
                                                        return link.before == i && link.ended;
                                                      });
    return std::max(x(bar(i).from) + 3, followed ? end - room_for_line : end);
  }

  /// The name where it fits on the bar, else the letters, else nothing: they go above it.
  void choose_labels() {
    labels_.resize(content_.bars.size());
    for (std::size_t i = 0; i < content_.bars.size(); ++i) {
      const double room = end_of(i) - x(bar(i).from) - 4;
      for (const std::string& label : {bar(i).name, bar(i).code})
        if (labels_[i].empty() && text_width(label, fit_.name_size, bar(i).open) <= room)
          labels_[i] = label;
    }
  }

  void place_bars() {
    scale_top_ = y_;
    y_ += 16;
    grid_top_ = y_;
    result_.bars.resize(content_.bars.size());
    row_top_.resize(content_.bars.size());
    const double gap = fit_.name_size < 10 ? 5 : 7;
    y_ += 4;
    for (std::size_t f = 0; f < content_.families.size(); ++f) {
      if (f > 0) {
        result_.rules.push_back({{0, y_}, {fit_.width, y_}});
        y_ += 6;
      }
      for (const auto& row : content_.families[f].rows) {
        const bool above =
            std::any_of(row.begin(), row.end(), [&](std::size_t i) { return labels_[i].empty(); });
        const double top = y_;
        if (above) y_ += fit_.name_size + 2;
        for (const std::size_t i : row) {
          row_top_[i] = top;
          result_.bars[i] = {i, x(bar(i).from), end_of(i), y_, bar(i).open, labels_[i]};
          if (is_cut(i) && bar(i).from_given)
            add_text(0, y_ + (result_.bar_height - 12) / 2, left_ - 4, 9, false, true,
                     PlacedText::Align::right, since(bar(i)));
        }
        y_ += result_.bar_height + gap;
      }
    }
    grid_bottom_ = y_;
  }

  double middle(std::size_t i) const { return result_.bars[i].top + result_.bar_height / 2; }

  void place_lines() {
    std::vector<std::size_t> order(content_.links.size());
    for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return height_of(a) < height_of(b); });
    result_.lines.resize(order.size());
    for (const std::size_t i : order) result_.lines[i] = {i, path_of(i)};
  }

  double height_of(std::size_t i) const {
    const RowLink& link = content_.links[i];
    return std::abs(middle(link.before) - middle(link.after));
  }

  bool same_row(const RowLink& link) const {
    return result_.bars[link.before].top == result_.bars[link.after].top;
  }

  /// From the end of a bar that ended, else from its edge; a little before the day, up or down to
  /// the other row; into the start of a bar that began, else onto its edge.
  std::vector<PagePoint> path_of(std::size_t i) {
    const RowLink& link = content_.links[i];
    const PlacedBar &from = result_.bars[link.before], &to = result_.bars[link.after];
    const double day = x(link.day);
    if (same_row(link) && link.ended && link.began)
      return {{from.right, middle(link.before)}, {to.left, middle(link.after)}};
    const bool down = from.top < to.top;
    const double leave = link.ended ? middle(link.before)
                         : down     ? from.top + result_.bar_height
                                    : from.top;
    const double shift = result_.bar_height * 0.28;
    const double arrive = link.began ? middle(link.after) + (down ? -shift : shift)
                          : down     ? to.top
                                     : to.top + result_.bar_height;
    const double at = riser_place(i, day, {std::min(leave, arrive), std::max(leave, arrive)});
    std::vector<PagePoint> path;
    if (link.ended) path.push_back({from.right, leave});
    path.push_back({at, leave});
    path.push_back({at, arrive});
    if (link.began) path.push_back({day, arrive});
    return path;
  }

  /// Beside other lines that run there, unless these share an end and look the same.
  double riser_place(std::size_t i, double day, const Interval& y) {
    const RowLink& link = content_.links[i];
    double best = day;
    double least = 1e9;
    for (const double before : {head + 1.2, head + 3.7, head + 6.2}) {
      if (link.ended && before > room_for_line - 1) break;
      double cost = before / 1000;
      for (const Riser& other : risers_) {
        const RowLink& its = content_.links[other.link];
        const bool may_share = (its.before == link.before || its.after == link.after) &&
                               content_.page.lines[i].role == content_.page.lines[other.link].role;
        if (!may_share && std::abs(other.x - (day - before)) < 2.2 && y.meets(other.y))
          cost += std::min(y.to, other.y.to) - std::max(y.from, other.y.from);
      }
      if (cost >= least) continue;
      least = cost;
      best = day - before;
    }
    risers_.push_back({best, y, i});
    return best;
  }

  /// Names of bars that are too short for them stand above, clear of each other and of lines.
  void label_above() {
    constexpr double text_on_text = 10;
    std::map<double, std::vector<Interval>> taken;  // by the top of the row
    for (std::size_t i = 0; i < content_.bars.size(); ++i) {
      if (!labels_[i].empty()) continue;
      const std::string text = shorten(bar(i).code, 26);
      const double width = text_width(text, fit_.name_size, false);
      const double top = row_top_[i];
      const PlacedBar& placed = result_.bars[i];
      const auto clash = [&](double left) {
        const Interval mine{left, left + width};
        double much = left < left_ || mine.to > fit_.width ? 100 : 0;
        for (const Interval& other : taken[top]) much += mine.meets(other, 3) ? text_on_text : 0;
        for (const Riser& riser : risers_)
          if (riser.y.meets({top, top + fit_.name_size + 2}) && riser.x > mine.from - 2 &&
              riser.x < mine.to + 2)
            much += 1;
        return much;
      };
      double best = placed.left;
      for (const double left :
           {placed.left, placed.right - width, (placed.left + placed.right - width) / 2,
            placed.left - width - 2, placed.right + 2})
        if (clash(left) < clash(best)) best = left;
      if (clash(best) >= text_on_text) {
        ++result_.unnamed;
        continue;
      }
      ++result_.names_above;
      taken[top].push_back({best, best + width});
      if (best + width > right_ - 3) across_today_.push_back({top, top + fit_.name_size + 2});
      add_text(best, top, width + 2, fit_.name_size, false, false, PlacedText::Align::left, text);
    }
  }

  void add_scale() {
    const double year_width = 365.25 * per_day_;
    int step = 1;
    for (const int wider : {1, 2, 5, 10, 20, 50, 100}) {
      step = wider;
      if (year_width * wider >= 34) break;
    }
    std::sort(across_today_.begin(), across_today_.end(),
              [](const Interval& a, const Interval& b) { return a.from < b.from; });
    const std::string today = format_date(content_.as_at);
    const double today_width = text_width(today, 9, true) + 2;
    for (int year = year_of(first_); year <= year_of(content_.last); ++year) {
      const double at = x(PartialDate{static_cast<std::int16_t>(year), 0, 0}.earliest());
      if (year % step != 0) continue;
      result_.rules.push_back({{at, grid_top_ - 2}, {at, grid_bottom_}});
      if (at + 14 < fit_.width - today_width - 4)
        add_text(at - 20, scale_top_, 40, 9, false, true, PlacedText::Align::middle,
                 std::to_string(year));
    }
    double from = grid_top_ - 2;  // with room for the names that stand across it
    for (const Interval& name : across_today_) {
      result_.rules.push_back({{right_, from}, {right_, name.from}, true});
      from = name.to;
    }
    result_.rules.push_back({{right_, from}, {right_, grid_bottom_}, true});
    add_text(fit_.width - today_width, scale_top_, today_width, 9, true, false,
             PlacedText::Align::right, today);
  }

  std::string names_of_codes() const {
    std::vector<std::string> names;
    for (std::size_t i = 0; i < content_.bars.size(); ++i) {
      const TimelineBar& one = bar(i);
      if (labels_[i] != one.name && one.code != one.name)
        names.push_back(one.code + ": " + one.name);
    }
    std::sort(names.begin(), names.end(), natural_less);
    names.erase(std::unique(names.begin(), names.end()), names.end());
    return join(names, "; ");
  }

  void add_foot() {
    const std::string& marking = content_.page.marking;
    y_ += 6;
    if (!fit_.title) {
      if (!marking.empty()) add_lines_of_text(marking, 9, true, false);
      return;
    }
    const std::string names = names_of_codes();
    Picture& page = result_.page;
    result_.names = names.empty() || fit_.names;
    if (result_.unnamed > 0)
      page.notes.push_back("No room for a name: " + count_of(result_.unnamed, "bar", "bars") + ".");
    if (!names.empty() && fit_.names) page.key.push_back(names + ".");
    if (!names.empty() && !fit_.names)
      page.notes.emplace_back("Point at a bar in the SVG for its full name.");
    add_lines_of_text(join(page.key, " "), 9, false, false);
    if (!page.notes.empty()) add_lines_of_text(join(page.notes, " "), 9, false, false);
    add_lines_of_text(page.source, 9, false, true);
  }

  const TimelineContent& content_;
  const TimelineFit& fit_;
  Timeline result_;
  Day first_ = 0;
  double left_ = 0, right_ = 0, per_day_ = 0;
  double y_ = 0, scale_top_ = 0, grid_top_ = 0, grid_bottom_ = 0;
  std::vector<std::string> labels_;
  std::vector<double> row_top_;
  std::vector<Riser> risers_;
  std::vector<Interval> across_today_;  // heights of names over the line of the as-at date
};

}  // namespace

int year_of(Day day) {
  const auto first_of = [](int year) {
    return PartialDate{static_cast<std::int16_t>(year), 0, 0}.earliest();
  };
  int year = 1970 + static_cast<int>(day / 365.25);
  while (first_of(year) > day) --year;
  while (first_of(year + 1) <= day) ++year;
  return year;
}

double text_width(std::string_view text, double size, bool bold) {
  double width = 0;
  for (const char c : text) {
    const std::string_view one(&c, 1);
    const auto among = [&](std::string_view letters) { return letters.find(c) != letters.npos; };
    if ((static_cast<unsigned char>(c) & 0xC0U) == 0x80) continue;  // within a character
    width += among("ijlI'|.,:; ")           ? (bold ? 0.29 : 0.27)
             : among("frt()-/")             ? (bold ? 0.38 : 0.34)
             : among("mMW")                 ? 0.9
             : among("w")                   ? (bold ? 0.78 : 0.73)
             : among("ABCDEGHKNOPQRSUVXY&") ? (bold ? 0.74 : 0.71)
             : among("FJLTZ")               ? 0.61
                                            : (bold ? 0.6 : 0.555);
  }
  return width * size;
}

Timeline lay_out(const TimelineContent& content, const TimelineFit& fit) {
  return Layouter(content, fit).run();
}

}  // namespace crosscut
