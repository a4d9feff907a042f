#include "crosscut/write/effect_paper.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <map>

#include "crosscut/base/text.h"
#include "crosscut/model/names.h"
#include "crosscut/write/change_headings.h"
#include "crosscut/write/finding_changes.h"

namespace crosscut {
namespace {

std::size_t count_findings(const Report& report, bool questions) {
  return static_cast<std::size_t>(
      std::count_if(report.findings.begin(), report.findings.end(),
                    [&](const Finding& finding) { return finding.is_question() == questions; }));
}

std::string congruence_words(const Report& report) {
  const Figure& congruence = report.measures.map.congruence;
  return congruence ? fmt::format("{:.0f}%", *congruence * 100) : "not enough evidence";
}

/// A row for doing nothing, then one for each change.
PaperPart options_part(const std::vector<NamedEffect>& effects) {
  TableWords table;
  table.caption = "Each change beside doing nothing";
  table.columns = {{"Change"},
                   {"Things moved", true},
                   {"Relations touched", true},
                   {"Without owner", true},
                   {"Findings", true},
                   {"Questions", true},
                   {"Appear", true},
                   {"Vanish", true},
                   {"Needs", true},
                   {"Met", true}};
  table.note =
      "Appear and vanish count findings and questions. Needs are those of one department that "
      "rest with another. Met is the share of department pairs with such a need that share a board "
      "or a working link. A lower count is not better of itself: read what appears and vanishes.";
  const auto row = [](const std::string& name, const Report& report, std::size_t moved,
                      std::size_t touched, std::size_t ownerless, std::size_t appear,
                      std::size_t vanish) -> std::vector<CellWords> {
    return {name,
            number(moved),
            number(touched),
            number(ownerless),
            number(count_findings(report, false)),
            number(count_findings(report, true)),
            number(appear),
            number(vanish),
            number(count_needs(report)),
            congruence_words(report)};
  };
  table.rows.push_back(row("Do nothing", effects.front().effect->before, 0, 0, 0, 0, 0));
  for (const NamedEffect& named : effects) {
    const Effect& effect = *named.effect;
    table.rows.push_back(row(
        named.name, effect.after, effect.remainder.entities.size(),
        effect.remainder.relations.size(), effect.remainder.without_owner.size(),
        count_turns(effect.findings, Turn::appears), count_turns(effect.findings, Turn::vanishes)));
  }
  return {"side-by-side", "Side by side", {}, table};
}

std::string homes_words(const Graph& graph, const std::vector<EntityId>& homes) {
  return homes.empty() ? "no department" : join_words(full_names(graph, homes));
}

std::string_view fate_words(Fate fate) {
  constexpr std::array<std::string_view, fate_count> words = {
      "Between departments before, inside one now",
      "Inside a department before, between departments now",
      "Moved with one of its ends",
      "Said twice now",
      "Ended by the change",
      "Touched, and as before"};
  return words[std::size_t(fate)];
}

std::string amount(const CostFigure& figure, std::size_t times) {
  const double n = static_cast<double>(times);
  if (figure.low == 0) return fmt::format("up to {} {}", figure.high * n, figure.unit);
  if (figure.high == 0) return fmt::format("at least {} {}", figure.low * n, figure.unit);
  return fmt::format("{} to {} {}", figure.low * n, figure.high * n, figure.unit);
}

/// "7 were", "none was"
std::string were(std::size_t count) {
  return count == 0 ? "none was" : count_of(count, "was", "were");
}

std::string before_and_after(std::size_t before, std::size_t after) {
  return before == after ? number(before) : number(before) + " → " + number(after);
}

/// "falls by 12%"
std::string change_words(double before, double after) {
  if (before == after) return "stays the same";
  if (before == 0) return "was none before";
  const double percent = std::round((after / before - 1) * 100);
  return percent == 0
             ? "changes by less than 1%"
             : fmt::format("{} by {:.0f}%", percent < 0 ? "falls" : "rises", std::abs(percent));
}

/// The parts of one change; ids open with its own.
class EffectWriter {
 public:
  EffectWriter(const NamedEffect& named, std::string id)
      : named_(named),
        effect_(*named.effect),
        before_(effect_.before.graph),
        after_(effect_.after.graph),
        id_(std::move(id)) {}

  PaperPart run() const {
    PaperPart part{id_, named_.name, summary(), {}, named_.figure, {}, {}};
    const Remainder& left = effect_.remainder;
    for (PaperPart& findings :
         finding_changes_parts(effect_.findings, effect_.before, effect_.after, id_))
      part.parts.push_back(std::move(findings));
    add_names(part, "without-owner", "Left without an owner", left.without_owner);
    add_names(part, "without-sponsor", "Left without a sponsor department", left.without_sponsor);
    add_names(part, "reporting", "Reporting to another, and staying in their department",
              left.reporting);
    add_names(part, "boards", "Boards that joined departments, and now seat one or none",
              left.boards_for_one);
    add_names(part, "due", "Concerned, and due within a year", left.due_soon);
    part.parts.push_back(entities());
    if (!effect_.loads.empty()) part.parts.push_back(loads());
    part.parts.push_back(coordination());
    part.parts.push_back(headings());
    if (!effect_.costs.empty()) part.parts.push_back(costs());
    part.parts.push_back(relations());
    return part;
  }

 private:
  std::string id(std::string_view part) const { return fmt::format("{}-{}", id_, part); }

  std::size_t count_fate(Fate fate) const {
    const auto& relations = effect_.remainder.relations;
    return static_cast<std::size_t>(
        std::count_if(relations.begin(), relations.end(),
                      [&](const RelationChange& change) { return change.fate == fate; }));
  }

  std::vector<std::string> summary() const {
    std::string change = "The change: ";
    for (std::size_t i = 0; i < named_.sentences.size(); ++i)
      change += (i > 0 ? "; " : "") + named_.sentences[i];
    const Remainder& left = effect_.remainder;
    std::string words =
        left.entities.empty()
            ? (left.reporting.empty() ? "Nothing would answer to another department than before."
                                      : "Nothing would be in another department than before.")
            : capitalise(count_of(left.entities.size(), "thing", "things")) +
                  " would answer to another department, or become part of another.";
    if (!left.reporting.empty())
      words += fmt::format(
          " {} would report to another sponsor, and stay where it is for staff, money and what it "
          "leads.",
          capitalise(count_of(left.reporting.size(), "body", "bodies")));
    words += fmt::format(
        " Of {} that it touches, {} between departments before and inside one now, and {} inside "
        "one before and between departments now. {} left without an owner.",
        count_of(left.relations.size(), "relation", "relations"), were(count_fate(Fate::internal)),
        were(count_fate(Fate::crossing)),
        left.without_owner.empty()
            ? "We found nothing that would be"
            : capitalise(count_of(left.without_owner.size(), "item", "items")) + " would be");
    return {change + ".", words};
  }

  /// What becomes of it, as a heading for all of which the same is said.
  std::string fate_of(const EntityChange& change) const {
    if (!change.after) return "End";
    if (change.merged) return "Part of " + full_name(after_, *change.after) + " now";
    const std::string from = homes_words(before_, change.homes_before);
    const std::string to = homes_words(after_, change.homes_after);
    return from == to ? "Of another name" : fmt::format("From {} to {}", from, to);
  }

  std::string entity_words(const EntityChange& change) const {
    const std::string name = capitalise(full_name(before_, change.before));
    const bool same = !change.after || change.merged ||
                      full_name(after_, *change.after) == full_name(before_, change.before);
    return same ? name : name + ", now " + full_name(after_, *change.after);
  }

  PaperPart entities() const {
    const auto& entities = effect_.remainder.entities;
    PaperPart part{id("entities"),
                   counted("What answers to another department, or is another", entities.size())};
    std::map<std::string, std::vector<PaperItem>> groups;
    for (const EntityChange& change : entities)
      groups[fate_of(change)].push_back({entity_words(change)});
    for (auto& [words, items] : groups) {
      part.parts.push_back(
          {id(fmt::format("entities-{}", part.parts.size() + 1)), counted(words, items.size())});
      part.parts.back().items = std::move(items);
    }
    return part;
  }

  /// With what it says now below it, where that is another.
  PaperItem relation_words(const RelationChange& change) const {
    PaperItem item = relation_item(before_, change.relation);
    if (!change.now) return item;
    PaperItem now = relation_item(after_, *change.now);
    if (now.words != item.words) item.below.push_back({"Now: " + now.words});
    return item;
  }

  PaperPart relations() const {
    const auto& relations = effect_.remainder.relations;
    PaperPart part{id("relations"), counted("Every relation that it touches", relations.size())};
    for (std::size_t i = 0; i < fate_count; ++i) {
      PaperPart fate{id(word(Fate(i))), counted(fate_words(Fate(i)), count_fate(Fate(i)))};
      for (const RelationChange& change : relations)
        if (change.fate == Fate(i)) fate.items.push_back(relation_words(change));
      if (!fate.items.empty()) part.parts.push_back(std::move(fate));
    }
    const auto& added = effect_.remainder.added;
    PaperPart made{id("added"), counted("New by the change", added.size())};
    for (const RelationId relation : added) made.items.push_back(relation_item(after_, relation));
    if (!added.empty()) part.parts.push_back(std::move(made));
    return part;
  }

  /// Nothing when there are no such things.
  void add_names(PaperPart& to, std::string_view part_id, std::string_view words,
                 const std::vector<EntityId>& ids) const {
    if (ids.empty()) return;
    PaperPart part{id(part_id), counted(words, ids.size())};
    for (const EntityId entity : ids) part.items.push_back({capitalise(full_name(after_, entity))});
    to.parts.push_back(std::move(part));
  }

  PaperPart loads() const {
    TableWords table;
    table.caption = "What rests on each department, before → after: " + named_.name;
    table.columns = {{"Department"},
                     {"Answer to it", true},
                     {"Waits for others", true},
                     {"Others wait for it", true}};
    table.note = "Departments where something differs. One number: the same before and after.";
    for (const LoadChange& change : effect_.loads)
      table.rows.push_back({capitalise(change.after_id ? full_name(after_, *change.after_id)
                                                       : full_name(before_, *change.before_id)) +
                                (!change.after_id    ? ", which ends"
                                 : !change.before_id ? ", which is new"
                                                     : ""),
                            before_and_after(change.before.things, change.after.things),
                            before_and_after(change.before.waits_for, change.after.waits_for),
                            before_and_after(change.before.waited_for, change.after.waited_for)});
    return {id("loads"), "Load gained and lost", {}, table};
  }

  PaperPart coordination() const {
    const Coordination& before = effect_.coordination_before;
    const Coordination& after = effect_.coordination_after;
    std::vector<std::string> words = {
        fmt::format("Needs between departments: {} before, {} after. Department pairs with such a "
                    "need that share a board or a working link: {} before, {} after.",
                    count_needs(effect_.before), count_needs(effect_.after),
                    congruence_words(effect_.before), congruence_words(effect_.after)),
        fmt::format(
            "Total coordination cost {} where the size of departments counts once, and {} where it "
            "counts squared. It weighs each need by the size of the department that it stays "
            "inside, or of all together where it crosses. It falls whenever departments are "
            "merged, unless size weighs heavily: read it beside the findings, never alone.",
            change_words(before.linear, after.linear),
            change_words(before.squared, after.squared))};
    if (const std::size_t left = std::max(before.left_out, after.left_out); left > 0)
      words.push_back(capitalise(count_of(left, "need has", "needs have")) +
                      " an end with no department or several, and count in neither.");
    return {id("coordination"), "Coordination", words};
  }

  PaperPart headings() const {
    PaperPart part{id("settle"), "What a change has to settle, and what the map holds on it"};
    for (const ChangeHeading& settle : change_headings(effect_)) {
      PaperItem item{fmt::format(
          "{}: {}", settle.name,
          settle.held.empty() ? "not recorded" : count_of(settle.held.size(), "entry", "entries"))};
      for (const std::string& held : settle.held) item.below.push_back({held});
      part.items.push_back(std::move(item));
    }
    return part;
  }

  PaperPart costs() const {
    PaperPart part{id("costs"), "What such changes have cost, by published figures"};
    for (const Cost& cost : effect_.costs) {
      std::string words = fmt::format("{}: {}", cost.figure->what, amount(*cost.figure, 1));
      if (cost.times > 1)
        words += fmt::format("; {} here: {}", cost.times, amount(*cost.figure, cost.times));
      part.items.push_back({words,
                            {{fmt::format("{}. {}", cost.figure->source, cost.figure->leaves_out)}},
                            {},
                            nullptr,
                            false});
    }
    return part;
  }

  const NamedEffect& named_;
  const Effect& effect_;
  const Graph& before_;
  const Graph& after_;
  std::string id_;
};

}  // namespace

std::size_t count_needs(const Report& report) {
  std::size_t needs = 0;
  for (const DepartmentPair& pair : report.pairs) needs += pair.needs.size();
  return needs;
}

Paper effects_paper(const std::vector<NamedEffect>& effects) {
  const Report& after = effects.front().effect->after;
  Paper paper;
  paper.title = effects.size() == 1
                    ? "A change on paper: " + effects.front().name
                    : capitalise(count_of(effects.size(), "change", "changes")) + " on paper";
  paper.subject = map_titles(after.graph);
  paper.marking = after.marking;
  paper.date = as_at_words(after.graph);
  paper.summary = {
      fmt::format("What {} would do to what the maps hold. It is worked out from what they say, "
                  "and no map says "
                  "all. Nothing here is a recommendation.",
                  effects.size() == 1 ? "the change" : "each change")};
  if (const PartialDate day = effects.front().effect->taken_on; day.given())
    paper.summary.push_back(fmt::format(
        "The maps are taken as they were on {}: what had begun by then and had not ended. What "
        "gives no dates counts as there then. Ends after that day are left out where the maps "
        "record them as past.",
        format_date(day)));
  paper.parts.push_back(options_part(effects));
  for (std::size_t i = 0; i < effects.size(); ++i)
    paper.parts.push_back(EffectWriter(effects[i], fmt::format("option-{}", i + 1)).run());
  paper.about = about_words(after.graph, after.marking);
  return paper;
}

}  // namespace crosscut
