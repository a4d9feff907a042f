// What the timeline shows: bars, successions, words, and what is left out.
#include "crosscut/write/timeline.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "crosscut/base/text.h"
#include "crosscut/model/homes.h"
#include "crosscut/model/marking.h"
#include "crosscut/model/names.h"
#include "crosscut/write/picture_parts.h"
#include "crosscut/write/theme.h"
#include "crosscut/write/timeline_parts.h"
#include "crosscut/write/words.h"

namespace crosscut {
namespace {

/// The letters that people say: an alias that is the id in other letters, the id in capitals when
/// it is short ("dfe", "mhclg-2018"), else the name.
std::string code_of(const Graph& graph, EntityId id) {
  const Entity& entity = graph.entity(id);
  std::string stem = entity.id;
  if (const auto hyphen = stem.rfind('-');
      hyphen != std::string::npos && stem.size() == hyphen + 5 &&
      stem.find_first_not_of("0123456789", hyphen + 1) == std::string::npos)
    stem.resize(hyphen);
  if (stem.size() > 6 || stem.find('-') != std::string::npos) return initials(graph, id);
  for (const std::string& alias : entity.aliases)
    if (to_lower(alias) == stem) return alias;
  if (entity.kind == Kind::department && stem == entity.id) return initials(graph, id);
  for (char& c : stem)
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  return stem;
}

std::string_view words_of(LineRole role) {
  switch (role) {
    case LineRole::became:
      return "became";
    case LineRole::merged_into:
      return "went into";
    case LineRole::split_into:
      return "was split, and a part went to";
    default:
      return "gave up work to";
  }
}

class ContentMaker {
 public:
  ContentMaker(const Report& report, const TimelineRequest& request, Successions all)
      : report_(report), graph_(report.graph), request_(request), all_(std::move(all)) {
    line_ = request.focus ? line_of_descent(all_.dated, *request.focus,
                                            request.depth.value_or(graph_.entity_count()))
                          : all_.dated;
    std::erase_if(line_, [&](const Succession& s) { return !asked(s.before) || !asked(s.after); });
    kept_ = line_;
  }

  /// Leaves all but departments out; false when that leaves nothing, or changes nothing.
  bool keep_departments() {
    std::vector<Succession> left;
    for (const Succession& s : kept_)
      if (is_kept_kind(s.before) && is_kept_kind(s.after)) left.push_back(s);
    if (left.empty() || left.size() == kept_.size()) return false;
    kept_ = std::move(left);
    return true;
  }

  /// Leaves the smallest family out; false when there is but one.
  bool drop_family(const TimelineContent& content) {
    if (content.families.size() < 2) return false;
    std::set<EntityId> gone;
    for (const auto& row : content.families.back().rows)
      for (const std::size_t bar : row) gone.insert(content.bars[bar].id);
    std::erase_if(kept_, [&](const Succession& s) { return gone.contains(s.before); });
    return true;
  }

  TimelineContent make() const {
    TimelineContent content;
    content.as_at = graph_.as_at();
    content.last = first_day;
    for (const Succession& s : kept_) content.last = std::max(content.last, s.day);
    if (graph_.as_at().given()) content.last = graph_.as_at_day();
    std::set<EntityId> ends;
    for (const Succession& s : kept_) ends.insert({s.before, s.after});
    std::map<EntityId, std::size_t> index;
    for (const EntityId id : ends) {
      index[id] = content.bars.size();
      content.bars.push_back(bar_of(id, content.last));
    }
    for (const Succession& s : kept_)
      content.links.push_back({index[s.before], index[s.after], s.day, s.ended, s.began});
    content.families = arrange_rows(row_bars(content), content.links);
    add_words(content);
    return content;
  }

  bool empty() const { return line_.empty(); }

 private:
  const Entity& entity(EntityId id) const { return graph_.entity(id); }
  bool asked(EntityId id) const {
    return id == request_.focus || contains(request_.only, entity(id).kind);
  }
  bool is_kept_kind(EntityId id) const {
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
    for (const Succession& s : kept_) {
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

  void add_words(TimelineContent& content) const {
    Picture& page = content.page;
    page.id = request_.focus ? "timeline-" + entity(*request_.focus).id : "timeline";
    if (request_.focus) page.focus = entity(*request_.focus).id;
    for (const TimelineBar& bar : content.bars) page.boxes.push_back(box_of(bar));
    add_lines(page);
    page.title = request_.focus ? focus_title() : whole_title(content);
    page.subtitle = subtitle(content);
    add_key(content);
    add_notes(content);
    page.source = source_line(report_);
    if (is_above_official(report_.marking)) page.marking = report_.marking;
  }

  Box box_of(const TimelineBar& bar) const {
    Box box;
    const Period& period = entity(bar.id).period;
    box.id = entity(bar.id).id;
    box.kind = entity(bar.id).kind;
    box.name = {bar.name};
    box.sentence = capitalise(full_name(graph_, bar.id)) + ": ";
    box.sentence += period.start.given() ? "from " + format_date(period.start)
                                         : "from a date that the map does not give";
    if (bar.open)
      box.sentence += ", still there in " + as_at_words(graph_);
    else if (period.end.given())
      box.sentence += " to " + format_date(period.end);
    else
      box.sentence += " to a date that the map does not give";
    box.sentence += ".";
    return box;
  }

  void add_lines(Picture& page) const {
    std::map<std::string, std::size_t> seen;
    for (const Succession& s : kept_) {
      const Relation& relation = graph_.relation(s.relation);
      const std::string before = entity(s.before).id, after = entity(s.after).id;
      std::string id = "e-" + after + "--succeeds--" + before;
      if (const std::size_t again = seen[id]++; again > 0) id += "--" + std::to_string(again + 1);
      std::string sentence = format_date(s.date) + ": " + full_name(graph_, s.before) + " " +
                             std::string(words_of(s.role)) + " " + full_name(graph_, s.after);
      const bool unsure = relation.confidence < recorded_confidence;
      if (unsure) sentence += " (" + std::string(reading_word(relation.confidence)) + ")";
      page.lines.push_back({id, before, after, s.role, 0, sentence + ".", unsure});
    }
  }

  static std::string kinds_word(const Graph& graph, const std::vector<TimelineBar>& bars,
                                bool plural) {
    const Kind kind = graph.entity(bars.front().id).kind;
    const bool one_kind = std::all_of(bars.begin(), bars.end(), [&](const TimelineBar& bar) {
      return graph.entity(bar.id).kind == kind;
    });
    if (one_kind) return std::string(plural ? info(kind).plural : info(kind).singular);
    const bool organisations = std::all_of(bars.begin(), bars.end(), [&](const TimelineBar& bar) {
      return is_organisation(graph.entity(bar.id).kind);
    });
    return organisations ? (plural ? "organisations" : "organisation")
                         : (plural ? "things" : "thing");
  }

  static std::string years(const TimelineContent& content) {
    Day first = last_day;
    for (const RowLink& link : content.links) first = std::min(first, link.day);
    return fmt::format("{} and {}", year_of(first), year_of(content.last));
  }

  std::string whole_title(const TimelineContent& content) const {
    std::set<std::size_t> gone;
    for (const RowLink& link : content.links)
      if (link.ended) gone.insert(link.before);
    return fmt::format("{} of these {} {} gave way to others between {}", gone.size(),
                       content.bars.size(), kinds_word(graph_, content.bars, true), years(content));
  }

  std::vector<std::string> codes(bool before) const {
    std::vector<std::string> names;
    for (const Succession& s : kept_)
      if ((before ? s.after : s.before) == *request_.focus)
        names.push_back(code_of(graph_, before ? s.before : s.after));
    std::sort(names.begin(), names.end(), natural_less);
    names.erase(std::unique(names.begin(), names.end()), names.end());
    return names;
  }

  std::string focus_title() const {
    const auto before = codes(true);
    const auto after = codes(false);
    std::string title = code_of(graph_, *request_.focus);
    if (!before.empty()) title += " took over from " + join_some(before, 3);
    if (!after.empty())
      title += (before.empty() ? " gave way to " : " and gave way to ") + join_some(after, 3);
    return title;
  }

  std::string subtitle(const TimelineContent& content) const {
    return fmt::format(
        "{} and {} up to {}",
        capitalise(count_of(content.bars.size(), kinds_word(graph_, content.bars, false),
                            kinds_word(graph_, content.bars, true))),
        count_of(content.links.size(), "succession", "successions"), as_at_words(graph_));
  }

  void add_key(TimelineContent& content) const {
    std::set<LineRole> roles;
    bool open = false, ended = false, unsure = false;
    std::set<Kind> square, round;
    for (const Line& line : content.page.lines) {
      roles.insert(line.role);
      unsure = unsure || line.unsure;
    }
    for (const TimelineBar& bar : content.bars) {
      (bar.open ? open : ended) = true;
      const Kind kind = entity(bar.id).kind;
      (kind == Kind::department ? square : round).insert(kind);
    }
    auto& key = content.page.key;
    if (ended) key.emplace_back("Pale bar: has ended.");
    if (open) key.push_back("Dark bar with a point: still there in " + as_at_words(graph_) + ".");
    if (!square.empty() && !round.empty()) key.emplace_back("Square corners: department.");
    if (!round.empty() && (round.size() > 1 || !square.empty())) {
      std::vector<std::string> names;
      for (const Kind kind : round) names.emplace_back(info(kind).singular);
      key.push_back("Round corners: " + join_words(names, "or") + ".");
    }
    for (const LineRole role : roles) key.push_back(std::string(theme::line_style(role).key) + ".");
    if (unsure) key.emplace_back("Dotted: less than 65% sure.");
    key.emplace_back("The tip of an arrow stands at the date.");
  }

  /// What of the map is not in the picture.
  void add_notes(TimelineContent& content) const {
    auto& notes = content.page.notes;
    std::set<EntityId> drawn, left;
    for (const TimelineBar& bar : content.bars) drawn.insert(bar.id);
    for (const Succession& s : line_)
      for (const EntityId id : {s.before, s.after})
        if (!drawn.contains(id)) left.insert(id);
    if (const std::size_t more = line_.size() - kept_.size(); more > 0)
      notes.push_back(
          "Not drawn, for want of room: " + count_of(more, "succession", "successions") +
          (left.empty() ? "" : " of " + count_kinds(graph_, {left.begin(), left.end()})) + ".");
    std::size_t beside = 0;
    if (request_.focus) {
      std::set<RelationId> used;
      for (const Succession& s : line_) used.insert(s.relation);
      for (const Succession& s : all_.dated)
        if (!used.contains(s.relation) && (drawn.contains(s.before) || drawn.contains(s.after)))
          ++beside;
    }
    if (beside > 0)
      notes.push_back(
          "Beside this line: " + count_of(beside, "other succession", "other successions") +
          " of those shown.");
    add_planned(content, drawn);
  }

  void add_planned(TimelineContent& content, const std::set<EntityId>& drawn) const {
    std::vector<std::string> planned;
    for (const RelationId id : all_.later) {
      const Relation& relation = graph_.relation(id);
      if (request_.focus && !drawn.contains(relation.from) && !drawn.contains(relation.to))
        continue;
      planned.push_back(code_of(graph_, relation.to) + " into " + code_of(graph_, relation.from));
    }
    if (!planned.empty())
      content.page.notes.push_back("Dated after " + as_at_words(graph_) +
                                   ", so not drawn: " + join_some(planned, 3) + ".");
    if (const std::size_t undated = all_.undated.size(); undated > 0 && !request_.focus)
      content.page.notes.push_back("Not drawn, as no date is given: " +
                                   count_of(undated, "succession", "successions") + ".");
  }

  const Report& report_;
  const Graph& graph_;
  const TimelineRequest& request_;
  Successions all_;
  std::vector<Succession> line_;  // asked for
  std::vector<Succession> kept_;  // drawn
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

}  // namespace

std::optional<Timeline> make_timeline(const Report& report, const TimelineRequest& request) {
  ContentMaker maker(report, request, find_successions(report.graph));
  if (maker.empty()) return std::nullopt;
  for (bool departments = false;;) {
    const TimelineContent content = maker.make();
    Timeline timeline;
    for (const TimelineFit& fit : fits_of(request)) {
      timeline = lay_out(content, fit);
      if (!timeline.too_tall) return timeline;
    }
    if (!departments) {
      departments = true;
      if (maker.keep_departments()) continue;
    }
    if (!maker.drop_family(content)) return timeline;
  }
}

}  // namespace crosscut
