#include "crosscut/write/timeline_rows.h"

#include <algorithm>
#include <cstdint>
#include <limits>
#include <map>
#include <numeric>
#include <tuple>

namespace crosscut {
namespace {

constexpr std::size_t none = std::numeric_limits<std::size_t>::max();

/// Bars that follow one another in one row, each the heir of the one before.
using Track = std::vector<std::size_t>;

/// For each bar the next in its row: who has the fewest other ways to be joined goes first, so that
/// many are.
std::vector<std::size_t> join_in_rows(std::size_t bar_count, const std::vector<RowBar>& bars,
                                      const std::vector<RowLink>& links) {
  std::vector<std::size_t> heirs(bar_count, 0), origins(bar_count, 0);
  std::vector<const RowLink*> joining;
  for (const RowLink& link : links) {
    if (!link.ended || !link.began || bars[link.before].from >= bars[link.after].from) continue;
    joining.push_back(&link);
    ++heirs[link.before];
    ++origins[link.after];
  }
  std::sort(joining.begin(), joining.end(), [&](const RowLink* a, const RowLink* b) {
    const auto key = [&](const RowLink* link) {
      return std::tuple(heirs[link->before] + origins[link->after], bars[link->before].from,
                        link->before, link->after);
    };
    return key(a) < key(b);
  });
  std::vector<std::size_t> next(bar_count, none);
  std::vector<char> has_origin(bar_count, 0);
  for (const RowLink* link : joining) {
    if (next[link->before] != none || has_origin[link->after]) continue;
    next[link->before] = link->after;
    has_origin[link->after] = 1;
  }
  return next;
}

/// The rows of one family. Its order is looked for by moving one track at a time to where lines
/// cross the fewest bars, are shortest and rows are fewest, until no move helps.
class FamilyOrder {
 public:
  FamilyOrder(const std::vector<RowBar>& bars, std::vector<RowLink> links,
              std::vector<Track> tracks)
      : bars_(bars), links_(std::move(links)), tracks_(std::move(tracks)) {
    track_of_.resize(bars_.size());
    for (std::size_t t = 0; t < tracks_.size(); ++t)
      for (const std::size_t bar : tracks_[t]) track_of_[bar] = t;
  }

  std::vector<std::vector<std::size_t>> run() {
    Rows best;
    double least = std::numeric_limits<double>::max();
    const std::size_t seeds = std::min<std::size_t>(tracks_.size(), 8);
    for (std::size_t seed = 0; seed < seeds; ++seed) {
      Rows rows = improve(seed_order(seed * tracks_.size() / seeds));
      const double cost = cost_of(rows);
      if (cost < least) {
        least = cost;
        best = std::move(rows);
      }
    }
    return bars_of(best);
  }

 private:
  using Rows = std::vector<std::vector<std::size_t>>;  // of tracks

  /// The tracks in the order in which they are met from one of them.
  Rows seed_order(std::size_t first) const {
    std::vector<std::size_t> order = {first};
    std::vector<char> seen(tracks_.size(), 0);
    seen[first] = 1;
    for (std::size_t i = 0; i < order.size(); ++i)
      for (const RowLink& link : links_)
        for (const auto& [from, to] :
             {std::pair(link.before, link.after), std::pair(link.after, link.before)}) {
          const std::size_t other = track_of_[to];
          if (track_of_[from] != order[i] || seen[other]) continue;
          seen[other] = 1;
          order.push_back(other);
        }
    Rows rows;
    for (const std::size_t track : order) rows.push_back({track});
    return rows;
  }

  Rows improve(Rows rows) {
    double cost = cost_of(rows);
    for (bool better = true; better && work_ < most_work;) {
      better = false;
      for (std::size_t track = 0; track < tracks_.size() && work_ < most_work; ++track) {
        Rows best = best_move(rows, track, cost);
        if (best.empty()) continue;
        rows = std::move(best);
        better = true;
      }
    }
    return rows;
  }

  /// The rows with that track elsewhere, or nothing when nowhere is better; lowers the cost.
  Rows best_move(const Rows& rows, std::size_t track, double& cost) {
    Rows rest = rows;
    for (auto& row : rest) std::erase(row, track);
    std::erase_if(rest, [](const auto& row) { return row.empty(); });
    Rows best;
    const auto weigh = [&](Rows moved) {
      work_ += links_.size() * (links_.size() + moved.size());
      const double its = cost_of(moved);
      if (its >= cost - 1e-9) return;
      cost = its;
      best = std::move(moved);
    };
    for (std::size_t at = 0; at <= rest.size(); ++at) {
      Rows moved = rest;
      moved.insert(moved.begin() + static_cast<std::ptrdiff_t>(at), {track});
      weigh(std::move(moved));
      if (at == rest.size() || !has_room(rest[at], track)) continue;
      moved = rest;
      moved[at].push_back(track);
      weigh(std::move(moved));
    }
    return best;
  }

  /// So far apart that nobody takes one for the heir of the other.
  bool has_room(const std::vector<std::size_t>& row, std::size_t track) const {
    constexpr Day apart = 3 * 365;
    const auto span = [&](std::size_t t) {
      return std::pair(bars_[tracks_[t].front()].from, bars_[tracks_[t].back()].to);
    };
    const auto [from, to] = span(track);
    return std::all_of(row.begin(), row.end(), [&](std::size_t other) {
      const auto [its_from, its_to] = span(other);
      return its_to + apart <= from || to + apart <= its_from;
    });
  }

  double cost_of(const Rows& rows) const {
    constexpr double bar_crossed = 100, lines_as_one = 40, row = 15, step = 3;
    std::vector<std::size_t> row_of(tracks_.size());
    for (std::size_t r = 0; r < rows.size(); ++r)
      for (const std::size_t track : rows[r]) row_of[track] = r;
    double cost = row * static_cast<double>(rows.size());
    for (std::size_t i = 0; i < links_.size(); ++i) {
      const auto [top, bottom] = span_of(links_[i], row_of);
      cost += step * static_cast<double>(bottom - top);
      for (std::size_t r = top + 1; r < bottom; ++r)
        if (crosses(links_[i].day, rows[r])) cost += bar_crossed;
      for (std::size_t j = i + 1; j < links_.size(); ++j)
        if (run_as_one(links_[i], links_[j], row_of)) cost += lines_as_one;
    }
    return cost;
  }

  std::pair<std::size_t, std::size_t> span_of(const RowLink& link,
                                              const std::vector<std::size_t>& row_of) const {
    return std::minmax({row_of[track_of_[link.before]], row_of[track_of_[link.after]]});
  }

  bool crosses(Day day, const std::vector<std::size_t>& row) const {
    constexpr Day aside = 60;  // lines run a little before the day
    for (const std::size_t track : row)
      for (const std::size_t bar : tracks_[track])
        if (bars_[bar].from < day - aside && day < bars_[bar].to) return true;
    return false;
  }

  bool run_as_one(const RowLink& a, const RowLink& b,
                  const std::vector<std::size_t>& row_of) const {
    constexpr Day near = 100;
    if (std::abs(a.day - b.day) > near || a.before == b.before || a.after == b.after) return false;
    const auto [top, bottom] = span_of(a, row_of);
    const auto [its_top, its_bottom] = span_of(b, row_of);
    return std::max(top, its_top) < std::min(bottom, its_bottom);
  }

  std::vector<std::vector<std::size_t>> bars_of(const Rows& rows) const {
    std::vector<std::vector<std::size_t>> result;
    for (const auto& row : rows) {
      auto& bars = result.emplace_back();
      for (const std::size_t track : row)
        bars.insert(bars.end(), tracks_[track].begin(), tracks_[track].end());
      std::sort(bars.begin(), bars.end(), [&](std::size_t a, std::size_t b) {
        return std::pair(bars_[a].from, a) < std::pair(bars_[b].from, b);
      });
    }
    return result;
  }

  static constexpr std::size_t most_work = 100'000'000;  // well under a second
  const std::vector<RowBar>& bars_;
  std::vector<RowLink> links_;
  std::vector<Track> tracks_;
  std::vector<std::size_t> track_of_;  // of each bar; of bars of other families nothing
  std::size_t work_ = 0;
};

/// The least bar of each bar's family.
std::vector<std::size_t> families_of(std::size_t bar_count, const std::vector<RowLink>& links) {
  std::vector<std::size_t> root(bar_count);
  std::iota(root.begin(), root.end(), std::size_t{0});
  const auto find = [&](std::size_t bar) {
    while (root[bar] != bar) bar = root[bar] = root[root[bar]];
    return bar;
  };
  for (const RowLink& link : links) {
    const auto [less, more] = std::minmax({find(link.before), find(link.after)});
    root[more] = less;
  }
  for (std::size_t bar = 0; bar < bar_count; ++bar) root[bar] = find(bar);
  return root;
}

}  // namespace

std::vector<TimelineFamily> arrange_rows(const std::vector<RowBar>& bars,
                                         const std::vector<RowLink>& links) {
  const auto next = join_in_rows(bars.size(), bars, links);
  std::vector<char> is_heir(bars.size(), 0);
  for (const std::size_t heir : next)
    if (heir != none) is_heir[heir] = 1;
  const auto family = families_of(bars.size(), links);
  struct Parts {
    std::vector<Track> tracks;
    std::vector<RowLink> links;
    std::size_t bars = 0;
    Day from = last_day;
  };
  std::map<std::size_t, Parts> parts;
  for (std::size_t bar = 0; bar < bars.size(); ++bar) {
    Parts& its = parts[family[bar]];
    ++its.bars;
    its.from = std::min(its.from, bars[bar].from);
    if (is_heir[bar]) continue;
    Track track;
    for (std::size_t b = bar; b != none; b = next[b]) track.push_back(b);
    its.tracks.push_back(std::move(track));
  }
  for (const RowLink& link : links) parts[family[link.before]].links.push_back(link);
  std::vector<std::pair<std::size_t, Parts>> sorted(parts.begin(), parts.end());
  std::stable_sort(sorted.begin(), sorted.end(), [](const auto& a, const auto& b) {
    return std::tuple(b.second.bars, a.second.from) < std::tuple(a.second.bars, b.second.from);
  });
  std::vector<TimelineFamily> result;
  for (auto& [root, its] : sorted)
    result.push_back(
        {FamilyOrder(bars, std::move(its.links), std::move(its.tracks)).run(), its.bars});
  return result;
}

}  // namespace crosscut
