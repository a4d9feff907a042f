#include "crosscut/write/effect.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>

#include "crosscut/base/text.h"
#include "crosscut/model/names.h"
#include "crosscut/write/change_headings.h"
#include "crosscut/write/finding_changes.h"
#include "crosscut/write/words.h"

namespace crosscut {
namespace {

using Json = nlohmann::ordered_json;

std::size_t count_needs(const Report& report) {
  std::size_t needs = 0;
  for (const DepartmentPair& pair : report.pairs) needs += pair.needs.size();
  return needs;
}

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
std::string table(const std::vector<NamedEffect>& effects) {
  constexpr std::string_view row = "{:<28}{:>9}{:>10}{:>8}{:>10}{:>11}\n";
  std::string text = fmt::format(fmt::runtime(row), "", "findings", "questions", "needs",
                                 "appearing", "vanishing");
  const auto add = [&](std::string_view name, const Report& report, std::string_view appear,
                       std::string_view vanish) {
    text += fmt::format(fmt::runtime(row), shorten(name, 27), count_findings(report, false),
                        count_findings(report, true), count_needs(report), appear, vanish);
  };
  add("Do nothing", effects.front().effect->before, "", "");
  for (const NamedEffect& named : effects)
    add(named.name, named.effect->after,
        std::to_string(count_turns(named.effect->findings, Turn::appears)),
        std::to_string(count_turns(named.effect->findings, Turn::vanishes)));
  return text + "\nNeeds are those of one department that rest with another.\n";
}

std::string homes_words(const Graph& graph, const std::vector<EntityId>& homes) {
  return homes.empty() ? "no department" : join_words(full_names(graph, homes));
}

std::string entities_text(const Effect& effect) {
  const auto& entities = effect.remainder.entities;
  if (entities.empty()) return "\nNothing answers to another department than before.\n";
  std::string text =
      change_heading("What answers to another department, or is another", entities.size());
  for (const EntityChange& change : entities)
    text += fmt::format("  {}: from {} to {}\n",
                        capitalise(full_name(effect.before.graph, change.before)),
                        homes_words(effect.before.graph, change.homes_before),
                        homes_words(effect.after.graph, change.homes_after));
  return text;
}

std::string_view fate_words(Fate fate) {
  constexpr std::array<std::string_view, fate_count> words = {
      "Between departments before, inside one now",
      "Inside a department before, between departments now",
      "Moved with one of its ends",
      "Said twice now",
      "Gone",
      "Touched, and as before"};
  return words[std::size_t(fate)];
}

std::string relations_text(const Effect& effect) {
  const Graph& graph = effect.before.graph;
  const auto& relations = effect.remainder.relations;
  std::string text = change_heading("Relations that it touches", relations.size());
  for (std::size_t i = 0; i < fate_count; ++i) {
    std::string lines;
    std::size_t count = 0;
    for (const RelationChange& change : relations) {
      if (change.fate != Fate(i)) continue;
      ++count;
      const EvidenceWords words = evidence_words(graph, {change.relation, {}});
      lines += fmt::format("    {}\n", capitalise(words.sentence));
      for (const CitationWords& citation : words.citations)
        lines += fmt::format("        {}\n", citation_line(graph, citation));
    }
    if (count > 0) text += fmt::format("  {} ({})\n{}", fate_words(Fate(i)), count, lines);
  }
  return text;
}

std::string names_text(const Graph& graph, std::string_view words,
                       const std::vector<EntityId>& ids) {
  if (ids.empty()) return {};
  std::string text = change_heading(words, ids.size());
  for (const EntityId id : ids) text += fmt::format("  {}\n", capitalise(full_name(graph, id)));
  return text;
}

std::string amount(const CostFigure& figure, std::size_t times) {
  const double n = static_cast<double>(times);
  if (figure.low == 0) return fmt::format("up to {} {}", figure.high * n, figure.unit);
  if (figure.high == 0) return fmt::format("at least {} {}", figure.low * n, figure.unit);
  return fmt::format("{} to {} {}", figure.low * n, figure.high * n, figure.unit);
}

std::string costs_text(const Effect& effect) {
  if (effect.costs.empty()) return {};
  std::string text = "\nWhat such changes have cost, by published figures\n";
  for (const Cost& cost : effect.costs) {
    text += fmt::format("  {}: {}", cost.figure->what, amount(*cost.figure, 1));
    if (cost.times > 1)
      text += fmt::format("; {} here: {}", cost.times, amount(*cost.figure, cost.times));
    text += fmt::format("\n      {}. {}\n", cost.figure->source, cost.figure->leaves_out);
  }
  return text;
}

std::string headings_text(const Effect& effect) {
  std::string text = "\nWhat a change has to settle, and what the map holds on it\n";
  for (const ChangeHeading& settle : change_headings(effect)) {
    text += fmt::format(
        "  {}: {}\n", settle.name,
        settle.held.empty() ? "not recorded" : count_of(settle.held.size(), "entry", "entries"));
    for (const std::string& held : settle.held) text += "      " + held + "\n";
  }
  return text;
}

std::string effect_text(const NamedEffect& named) {
  const Effect& effect = *named.effect;
  const Graph& after = effect.after.graph;
  const Remainder& remainder = effect.remainder;
  std::string text = fmt::format("\n{}\n{}\n", named.name, std::string(named.name.size(), '='));
  text += entities_text(effect) + relations_text(effect);
  text += names_text(after, "Left without an owner", remainder.without_owner);
  text += names_text(after, "Left without a sponsor department", remainder.without_sponsor);
  text += names_text(after, "Boards that joined departments, and now seat one or none",
                     remainder.boards_for_one);
  text += names_text(after, "Concerned, and due within a year", remainder.due_soon);
  text += finding_changes_text(effect.findings);
  text += fmt::format(
      "Needs between departments: {} before, {} after. Met at a shared board or by "
      "a working link: {} before, {} after.\n",
      count_needs(effect.before), count_needs(effect.after), congruence_words(effect.before),
      congruence_words(effect.after));
  return text + headings_text(effect) + costs_text(effect);
}

Json ids_json(const Graph& graph, const std::vector<EntityId>& ids) {
  Json list = Json::array();
  for (const EntityId id : ids) list.push_back(graph.entity(id).id);
  return list;
}

Json figure_json(const Figure& figure) { return figure ? Json(*figure) : Json(nullptr); }

Json effect_json(const NamedEffect& named) {
  const Effect& effect = *named.effect;
  const Graph& before = effect.before.graph;
  const Graph& after = effect.after.graph;
  Json entities = Json::array();
  for (const EntityChange& change : effect.remainder.entities)
    entities.push_back({{"id", before.entity(change.before).id},
                        {"departments_before", ids_json(before, change.homes_before)},
                        {"departments_after", ids_json(after, change.homes_after)}});
  Json relations = Json::array();
  for (const RelationChange& change : effect.remainder.relations) {
    const Relation& relation = before.relation(change.relation);
    relations.push_back({{"from", before.entity(relation.from).id},
                         {"relation", info(relation.verb).word},
                         {"to", before.entity(relation.to).id},
                         {"fate", word(change.fate)}});
  }
  Json settle = Json::array();
  for (const ChangeHeading& heading : change_headings(effect))
    settle.push_back({{"heading", heading.name}, {"held", heading.held}});
  Json costs = Json::array();
  for (const Cost& cost : effect.costs)
    costs.push_back({{"what", cost.figure->what},
                     {"low", cost.figure->low == 0 ? Json(nullptr) : Json(cost.figure->low)},
                     {"high", cost.figure->high == 0 ? Json(nullptr) : Json(cost.figure->high)},
                     {"unit", cost.figure->unit},
                     {"times", cost.times},
                     {"source", cost.figure->source},
                     {"leaves_out", cost.figure->leaves_out}});
  return {
      {"name", named.name},
      {"entities", entities},
      {"relations", relations},
      {"without_owner", ids_json(after, effect.remainder.without_owner)},
      {"without_sponsor", ids_json(after, effect.remainder.without_sponsor)},
      {"boards_for_one", ids_json(after, effect.remainder.boards_for_one)},
      {"due_soon", ids_json(after, effect.remainder.due_soon)},
      {"findings", Json::parse(finding_changes_json(effect.findings, effect.before, effect.after))},
      {"to_settle", settle},
      {"costs", costs},
      {"needs", {{"before", count_needs(effect.before)}, {"after", count_needs(effect.after)}}},
      {"congruence",
       {{"before", figure_json(effect.before.measures.map.congruence)},
        {"after", figure_json(effect.after.measures.map.congruence)}}}};
}

}  // namespace

std::string write_effects_text(const std::vector<NamedEffect>& effects, std::string_view marking) {
  const Graph& graph = effects.front().effect->after.graph;
  std::string text = fmt::format("{}. A change on paper, as at {}.\n\n{}", marking,
                                 as_at_words(graph), table(effects));
  for (const NamedEffect& named : effects) text += effect_text(named);
  return text;
}

std::string write_effects_json(const std::vector<NamedEffect>& effects, std::string_view marking) {
  const Graph& graph = effects.front().effect->after.graph;
  Json list = Json::array();
  for (const NamedEffect& named : effects) list.push_back(effect_json(named));
  const Json json = {{"schema", schema_version},
                     {"as_at", write_date(graph.as_at())},
                     {"marking", marking},
                     {"options", list}};
  return json.dump(2) + "\n";
}

}  // namespace crosscut
