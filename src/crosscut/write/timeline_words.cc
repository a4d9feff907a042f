// The words of a timeline: title, key, what is left out, and every bar and succession as a
// sentence.
#include <fmt/format.h>

#include <algorithm>
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

class WordMaker {
 public:
  explicit WordMaker(const TimelineSelection& selection)
      : selection_(selection), graph_(selection.report.graph), request_(selection.request) {}

  void run(TimelineContent& content) const {
    Picture& page = content.page;
    page.id = request_.focus ? "timeline-" + entity(*request_.focus).id : "timeline";
    if (request_.focus) page.focus = entity(*request_.focus).id;
    for (const TimelineBar& bar : content.bars) page.boxes.push_back(box_of(bar));
    add_lines(page);
    page.title = request_.focus ? focus_title() : whole_title(content);
    page.subtitle = subtitle(content);
    add_key(content);
    add_notes(content);
    page.source = source_line(selection_.report);
    if (is_above_official(selection_.report.marking)) page.marking = selection_.report.marking;
  }

 private:
  const Entity& entity(EntityId id) const { return graph_.entity(id); }

  /// "in May 2026", "on 25 June 2026".
  std::string on_day() const {
    return (graph_.as_at().day > 0 ? "on " : "in ") + as_at_words(graph_);
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
      box.sentence += ", still there " + on_day();
    else if (period.end.given())
      box.sentence += " to " + format_date(period.end);
    else
      box.sentence += " to a date that the map does not give";
    box.sentence += ".";
    return box;
  }

  void add_lines(Picture& page) const {
    std::map<std::string, std::size_t> seen;
    for (const Succession& s : selection_.kept) {
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
    for (const Succession& s : selection_.kept)
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
    if (open) key.push_back("Dark bar with a point: still there " + on_day() + ".");
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
    for (const Succession& s : selection_.line)
      for (const EntityId id : {s.before, s.after})
        if (!drawn.contains(id)) left.insert(id);
    if (const std::size_t more = selection_.line.size() - selection_.kept.size(); more > 0)
      notes.push_back(
          "Not drawn, for want of room: " + count_of(more, "succession", "successions") +
          (left.empty() ? "" : " with " + organisations({left.begin(), left.end()})) + ".");
    std::size_t beside = 0;
    if (request_.focus) {
      std::set<RelationId> used;
      for (const Succession& s : selection_.line) used.insert(s.relation);
      for (const Succession& s : selection_.all.dated)
        if (!used.contains(s.relation) && (drawn.contains(s.before) || drawn.contains(s.after)))
          ++beside;
    }
    if (beside > 0)
      notes.push_back("Those shown took part in " + count_of(beside, "succession", "successions") +
                      " more, outside this line.");
    add_planned(content, drawn);
  }

  /// "15 departments", "2 departments and 3 bodies", "25 organisations".
  std::string organisations(const std::vector<EntityId>& ids) const {
    std::vector<TimelineBar> bars;
    std::set<Kind> kinds;
    for (const EntityId id : ids) {
      bars.push_back({id, 0, 0, false, false, "", ""});
      kinds.insert(entity(id).kind);
    }
    return kinds.size() < 3 ? count_kinds(graph_, ids)
                            : std::to_string(ids.size()) + " " + kinds_word(graph_, bars, true);
  }

  void add_planned(TimelineContent& content, const std::set<EntityId>& drawn) const {
    std::vector<std::string> planned;
    for (const RelationId id : selection_.all.later) {
      const Relation& relation = graph_.relation(id);
      if (request_.focus && !drawn.contains(relation.from) && !drawn.contains(relation.to))
        continue;
      const std::string before = code_of(graph_, relation.to),
                        after = code_of(graph_, relation.from);
      planned.push_back(before == after ? short_name(graph_, relation.to) + " into " +
                                              short_name(graph_, relation.from)
                                        : before + " into " + after);
    }
    if (!planned.empty())
      content.page.notes.push_back("Dated after " + as_at_words(graph_) +
                                   ", so not drawn: " + join_some(planned, 3) + ".");
    if (const std::size_t undated = selection_.all.undated.size(); undated > 0 && !request_.focus)
      content.page.notes.push_back("Not drawn, as no date is given: " +
                                   count_of(undated, "succession", "successions") + ".");
  }

  const TimelineSelection& selection_;
  const Graph& graph_;
  const TimelineRequest& request_;
};

}  // namespace

std::string code_of(const Graph& graph, EntityId id) {
  const Entity& entity = graph.entity(id);
  std::string stem = entity.id;
  if (const auto hyphen = stem.rfind('-');
      hyphen != std::string::npos && stem.size() == hyphen + 5 &&
      stem.find_first_not_of("0123456789", hyphen + 1) == std::string::npos)
    stem.resize(hyphen);
  if (stem.size() > 6 || stem.find('-') != std::string::npos) return initials(graph, id);
  for (const Text& alias : entity.aliases)
    if (to_lower(alias) == stem) return alias;
  if (entity.kind == Kind::department && stem == entity.id) return initials(graph, id);
  for (char& c : stem)
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  return stem;
}

void add_words(TimelineContent& content, const TimelineSelection& selection) {
  WordMaker(selection).run(content);
}

}  // namespace crosscut
