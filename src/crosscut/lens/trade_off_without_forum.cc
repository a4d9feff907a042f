#include <map>

#include "crosscut/base/text.h"
#include "crosscut/lens/conflicts.h"
#include "crosscut/lens/lens.h"
#include "crosscut/lens/meetings.h"
#include "crosscut/lens/weigh.h"
#include "crosscut/model/names.h"

namespace crosscut {
namespace {

const Card card = {
    .id = "trade-off-without-forum",
    .singular = "trade-off without a forum",
    .plural = "trade-offs without a forum",
    .flag = "",  // about 2 departments, not about one box
    .family = "Silos and coordination",
    .question = "Which trade-offs have no table where both sides sit?",
    .matters = "A choice that is made nowhere is made by whoever moves first.",
    .definition =
        "Two departments whose items pull against each other (conflicts-with, or "
        "constrains with a strength of 2 or more), that sit together on no forum and do "
        "not coordinate by arrangement.",
    .advice = "Name the board that settles it, and seat both sides.",
    .caveat = "Membership is often not published. The two may meet where the map does not see it.",
    .rule = "R18: competing objectives are met in one place; at most Medium",
    .source =
        "National Audit Office guide on cross-government working, as reported by Civil "
        "Service World, 7 July 2023",
    .examples = {{"defra leads a  mhclg leads b  a conflicts-with b  ho member-of board",
                  "Defra and Mhclg have work that pulls against each other, and we found no board "
                  "where both sit"},
                 {"defra leads a  mhclg leads b  a constrains b  ho member-of board", ""},
                 {"defra leads a  mhclg leads b  a conflicts-with b  ho member-of board  defra "
                  "coordinates-with mhclg",
                  ""}},
};

using Pair = std::pair<EntityId, EntityId>;

/// The open conflicts between items of each pair of departments.
std::map<Pair, std::vector<RelationId>> conflicts_by_pair(const Graph& graph) {
  std::map<Pair, std::vector<RelationId>> pairs;
  for (std::size_t i = 0; i < graph.relation_count(); ++i) {
    const RelationId r{static_cast<std::uint32_t>(i)};
    const Relation& relation = graph.relation(r);
    const bool pulls = relation.verb == Verb::conflicts_with ||
                       (relation.verb == Verb::constrains && relation.strength >= 2);
    if (!pulls || !graph.open(r)) continue;
    if (!is_live_item(graph, relation.from) || !is_live_item(graph, relation.to)) continue;
    const auto from = graph.departments(relation.from);
    const auto to = graph.departments(relation.to);
    for (const EntityId a : from)
      for (const EntityId b : to)
        if (std::find(to.begin(), to.end(), a) == to.end() &&
            std::find(from.begin(), from.end(), b) == from.end())
          pairs[std::minmax(a, b)].push_back(r);
  }
  for (auto& [pair, relations] : pairs) keep_unique(relations);
  return pairs;
}

bool belongs(const Graph& graph, EntityId item, EntityId department) {
  const auto departments = graph.departments(item);
  return std::find(departments.begin(), departments.end(), department) != departments.end();
}

Finding describe(const Graph& graph, const Pair& pair, const std::vector<RelationId>& relations,
                 const ForumBase& base, Like like) {
  Finding finding;
  finding.card = &card;
  std::vector<Condition> conflicts;
  for (const RelationId r : relations) {
    const Relation& relation = graph.relation(r);
    const bool first = belongs(graph, relation.from, pair.first);
    conflicts.push_back(
        all_of({recorded(r), owned_by(graph, relation.from, first ? pair.first : pair.second),
                owned_by(graph, relation.to, first ? pair.second : pair.first)}));
    finding.evidence.push_back({r, {}});
  }
  Condition conflict = any_of(std::move(conflicts));
  const double strongest = weakest_confidence(graph, conflict);
  finding.absence = std::max(absence_confidence(graph, pair.first, Coverage::forums),
                             absence_confidence(graph, pair.second, Coverage::forums));
  const std::string both = full_name(graph, pair.first) + " and " + full_name(graph, pair.second);
  rest_on(
      graph, finding,
      all_of({std::move(conflict), not_on_record(missing_fact("one board where " + both + " sit",
                                                              finding.absence, like))}));
  finding.severity = relations.size() >= 2 ? Severity::medium : Severity::low;
  finding.subjects = {pair.first, pair.second};
  finding.affected = relations.size();
  finding.headline = capitalise(both) + hedge(strongest, " have", " appear to have", " may have") +
                     " work that pulls against each other, and we found no board where both sit";
  finding.why = "If they differ, we found no place where it would be settled.";
  finding.action = finding.is_question() ? "Check with " + both + " where they settle this."
                                         : "Name the board that settles it, and seat both sides.";
  finding.ask = both;
  finding.basis.push_back("Members are known for " + std::to_string(base.with_members) + " of " +
                          count_of(base.forums, "forum", "forums") + ".");
  return finding;
}

std::vector<Finding> run(const LensInput& input) {
  const ForumBase base = forum_base(input.graph);
  std::vector<Finding> findings;
  if (base.with_members == 0) return findings;  // not looked for
  const auto conflicts = conflicts_by_pair(input.graph);
  Like like{0, conflicts.size()};  // pairs with conflicts; that meet
  for (const auto& [pair, relations] : conflicts)
    if (meet(input.pairs, pair.first, pair.second)) ++like.have;
  for (const auto& [pair, relations] : conflicts)
    if (!meet(input.pairs, pair.first, pair.second))
      findings.push_back(describe(input.graph, pair, relations, base, like));
  return findings;
}

}  // namespace

const Lens trade_off_without_forum_lens = {&card, run};

}  // namespace crosscut
