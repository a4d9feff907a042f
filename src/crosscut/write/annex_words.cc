// The words of words.h for the diagrams, the annexes and the foot.
#include <fmt/format.h>

#include <algorithm>

#include "crosscut/base/text.h"
#include "crosscut/model/names.h"
#include "crosscut/write/words.h"

namespace crosscut {
namespace {

std::string what_it_found(const Report& report, const Card& card) {
  std::size_t findings = 0, questions = 0;
  for (const Finding& finding : report.findings)
    if (finding.card->id == card.id) ++(finding.is_question() ? questions : findings);
  const std::size_t accepted = count_accepted(report, card);
  if (findings + questions + accepted == 0) return found_none(report, card);
  return fmt::format("{} and {}.{}", capitalise(count_words(findings, "finding", "findings")),
                     count_words(questions, "question", "questions"),
                     accepted == 0
                         ? ""
                         : fmt::format(" {}.", capitalise(count_words(accepted, "more is accepted",
                                                                      "more are accepted"))));
}

}  // namespace

std::size_t count_accepted(const Report& report, const Card& card) {
  return static_cast<std::size_t>(
      std::count_if(report.accepted.begin(), report.accepted.end(),
                    [&](const Accepted& a) { return a.finding.card->id == card.id; }));
}

std::string_view nothing_listed(const Report& report) {
  return report.accepted.empty() ? nothing_supported : nothing_more_supported;
}

std::vector<std::string> diagram_words() {
  return {"Departments are solid blue boxes with white text. Other bodies are pale blue boxes.",
          "Missions are solid green boxes with a double edge. Targets are pale green with 8 sides.",
          "Forums, roles and recurring cycles are pale pink. Policies, programmes and funds are "
          "white.",
          "A line joins 2 things that a source, or our reading of one, connects. Its style says "
          "how.",
          "A pale grey box stands for several things of different kinds.",
          "Orange marks a finding and what pulls against something. Words say what it is."};
}

std::vector<std::pair<std::string_view, std::string>> lens_facts(const Report& report,
                                                                 const Card& card) {
  std::vector<std::pair<std::string_view, std::string>> facts = {
      {"What counts", std::string(card.definition)},
      {"Why it matters", std::string(card.matters)},
      {"Rule", std::string(card.rule)},
      {"Source of the rule", std::string(card.source)},
      {"What it cannot tell", std::string(card.caveat)},
      {"What it found", what_it_found(report, card)},
      {"Name", std::string(card.id)}};
  std::erase_if(facts, [](const auto& fact) { return fact.second.empty(); });
  return facts;
}

std::vector<std::string> version_words(const Report& report) {
  return {fmt::format("crosscut {}", version()),
          report.graphviz_version.empty() ? "Graphviz: not used, as nothing was drawn"
                                          : "Graphviz " + report.graphviz_version,
          fmt::format("Schema of the JSON file: {}", schema_version)};
}

WarningWords warning_words(const Diagnostic& diagnostic, const Files& files) {
  return {
      diagnostic.place.known() ? short_place(diagnostic.place, files) : short_path(diagnostic.path),
      diagnostic.hint.empty() ? diagnostic.message
                              : fmt::format("{} ({})", diagnostic.message, diagnostic.hint)};
}

std::string foot(const Graph& graph) {
  return fmt::format("\n{}. As at {}.\n", graph.marking(), as_at_words(graph));
}

std::vector<std::string> release_words(const Report& report) {
  if (!report.withheld) return {};
  const Withheld& out = *report.withheld;
  std::vector<std::string> sentences = {
      "This copy is for release: it leaves out all notes and respondents."};
  if (out.entities + out.relations == 0) {
    sentences.emplace_back("No row is marked above OFFICIAL, so none is left out.");
    return sentences;
  }
  std::vector<std::string> parts;
  const auto add = [&](std::size_t count, std::string_view singular, std::string_view plural) {
    if (count > 0) parts.push_back(count_words(count, singular, plural));
  };
  add(out.entities, "organisation or item", "organisations or items");
  add(out.relations, "relation", "relations");
  add(out.sources, "source that only these cite", "sources that only these cite");
  sentences.push_back(
      fmt::format("It leaves out {}, for rows that are marked above OFFICIAL.", join_words(parts)));
  sentences.emplace_back(
      "What we did not find may stand in a row left out. So no map counts as complete here, and a "
      "gap is a question to ask.");
  return sentences;
}

std::vector<std::string> about_words(const Graph& graph, std::string_view marking) {
  std::vector<std::string> paragraphs = {
      fmt::format("{}. It shows what the maps hold as at {}. Made with crosscut {}.", marking,
                  as_at_words(graph), version()),
      "If you cannot read part of this report, tell whoever sent it to you. Say which part, and "
      "which format you need."};
  for (const MapInfo& map : graph.maps())
    if (!map.licence.empty())
      paragraphs.push_back(fmt::format("Licence of “{}”: {}",
                                       map.title.empty() ? map.folder : map.title, map.licence));
  return paragraphs;
}

}  // namespace crosscut
