#include "crosscut/edit/held_rows.h"

#include <algorithm>
#include <array>

namespace crosscut {
namespace {

constexpr int months_until_stale = 6;

/// In the order in which they stand in the workbook.
constexpr std::array<std::string_view, 8> questions = {
    "What do you lead?",
    "What else do you work on or pay for?",
    "What must you agree to?",
    "Which boards do you sit on, and with whom do you work?",
    "Who else works on what you lead?",
    "What does your work wait for?",
    "Who waits for your work?",
    "How does your work bear on other work?"};

std::size_t question_of(const Graph& graph, const RelationRow& row, EntityId from, EntityId to,
                        EntityId department) {
  const bool actor = contains(organisation_kinds, graph.entity(from).kind);
  if (row.verb == Verb::depends_on) return belongs(graph, from, department) ? 5 : 6;
  if (!belongs(graph, from, department)) return actor ? 4 : 7;
  switch (row.verb) {
    case Verb::leads:
    case Verb::co_leads:
      return 0;
    case Verb::approves:
    case Verb::clears:
    case Verb::consulted_on:
      return 2;
    case Verb::chairs:
    case Verb::member_of:
    case Verb::coordinates_with:
      return 3;
    default:
      return actor && to != from ? 1 : 7;
  }
}

bool is_stale(const RelationRow& row, Day as_at) {
  const auto asked = parse_date(row.asked);
  return row.review != "confirmed" || !asked ||
         add_months(asked->latest(), months_until_stale) < as_at;
}

}  // namespace

bool belongs(const Graph& graph, EntityId id, EntityId department) {
  const auto departments = graph.departments(id);
  return id == department ||
         std::find(departments.begin(), departments.end(), department) != departments.end();
}

std::vector<HeldRow> held_rows(const Dataset& dataset, const Graph& graph, EntityId department) {
  std::vector<std::pair<std::size_t, HeldRow>> rows;
  for (std::size_t i = 0; i < dataset.relations.size(); ++i) {
    const RelationRow& row = dataset.relations[i];
    const auto from = graph.find(row.from.text);
    const auto to = graph.find(row.to.text);
    if (!from || !to || !row.answer.empty()) continue;  // an answer is somebody's own
    if (!row.period.open_on(graph.as_at_day()) || !graph.open(*from) || !graph.open(*to)) continue;
    if (!belongs(graph, *from, department) && !belongs(graph, *to, department)) continue;
    const std::size_t question = question_of(graph, row, *from, *to, department);
    rows.push_back({question, {i, questions[question], is_stale(row, graph.as_at_day())}});
  }
  std::stable_sort(rows.begin(), rows.end(),
                   [](const auto& a, const auto& b) { return a.first < b.first; });
  std::vector<HeldRow> result;
  for (const auto& [question, row] : rows) result.push_back(row);
  return result;
}

}  // namespace crosscut
