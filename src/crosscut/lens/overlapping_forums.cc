#include <algorithm>
#include <cstdint>
#include <map>
#include <utility>
#include <vector>

#include "crosscut/base/text.h"
#include "crosscut/lens/lens.h"
#include "crosscut/lens/meetings.h"
#include "crosscut/lens/weigh.h"
#include "crosscut/model/names.h"

namespace crosscut {
namespace {

constexpr std::size_t enough_seats = 3;
constexpr double nearly_the_same = 0.75;  // shared seats of all seats (Jaccard)

const Card card = {
    .id = "overlapping-forums",
    .singular = "pair of overlapping forums",
    .plural = "pairs of overlapping forums",
    .flag = "Nearly the same members",
    .flags_all = true,
    .family = "Silos and coordination",
    .question = "Which boards have nearly the same members?",
    .matters = "The same people meet twice, and neither board is sure to decide.",
    .definition =
        "Two open forums with 3 or more seats on record each, of which at least 3 in 4 "
        "are the same, and that are not one part of the other.",
    .advice = "Check whether one board could do the work of both.",
    .caveat =
        "Two boards may have the same members for good reasons: one may decide and the other "
        "advise. Membership is often only partly known.",
    .rule = "Overlap of members (Jaccard index) of 0.75 or more; Low",
    .source =
        "Jaccard, The distribution of the flora in the alpine zone, 1912; the threshold is "
        "ours",
    .examples = {{"a member-of x  b member-of x  c member-of x  a member-of y  b member-of y  c "
                  "chairs y",
                  "X and Y have nearly the same members"},
                 {"a member-of x  b member-of x  c member-of x  a member-of y  d member-of y  e "
                  "member-of y",
                  ""}},
};

struct Overlap {
  EntityId a{}, b{};
  std::vector<EntityId> shared;
  std::size_t all = 0;
};

std::vector<RelationId> seat_relations(const Graph& graph, EntityId forum) {
  std::vector<RelationId> relations;
  for (const RelationId r : graph.in(forum))
    if (graph.relation(r).verb == Verb::member_of || graph.relation(r).verb == Verb::chairs)
      relations.push_back(r);
  return relations;
}

bool contains_one_another(const Graph& graph, EntityId a, EntityId b) {
  const auto inside = [&](EntityId part, EntityId whole) {
    const auto& parents = graph.entity(part).parents;
    if (std::find(parents.begin(), parents.end(), whole) != parents.end()) return true;
    const auto out = graph.out(part);
    return std::any_of(out.begin(), out.end(), [&](RelationId r) {
      const Verb verb = graph.relation(r).verb;
      return graph.relation(r).to == whole && (verb == Verb::part_of || verb == Verb::succeeds);
    });
  };
  return inside(a, b) || inside(b, a);
}

/// Somebody has a seat on the forum.
Condition seat_of(const Graph& graph, EntityId forum, EntityId member) {
  std::vector<RelationId> seats;
  for (const RelationId r : seat_relations(graph, forum))
    if (graph.relation(r).from == member) seats.push_back(r);
  return any_recorded(seats);
}

/// At least 3 in 4 of the members sit on both: 4 times those who do, less 3 times all, is not below
/// 0. Who sits on both still counts among all when one of the two seats is wrong.
Condition nearly_the_same_members(const Graph& graph, const Overlap& overlap) {
  std::vector<Condition> facts;
  std::vector<int> weights;
  const auto shared = static_cast<int>(overlap.shared.size());
  const int others = static_cast<int>(overlap.all) - shared;
  for (const EntityId member : overlap.shared) {
    facts.push_back(all_of({seat_of(graph, overlap.a, member), seat_of(graph, overlap.b, member)}));
    weights.push_back(4);
  }
  // Members that are not on record sit on one of the two, as likely as the map lacks one of so many
  // seats.
  const int undo = (shared - 3 * others) / 3 + 1;
  for (Condition& none :
       none_of_these_on_record({"one more member of either board", 1,
                                static_cast<double>(overlap.all + overlap.shared.size())},
                               static_cast<std::size_t>(undo)))
    facts.push_back(std::move(none));
  weights.resize(facts.size(), 3);
  return weighted(3 * static_cast<int>(overlap.all) + 3 * undo, std::move(facts),
                  std::move(weights));
}

Finding describe(const Graph& graph, const Overlap& overlap) {
  const std::string a = full_name(graph, overlap.a);
  const std::string b = full_name(graph, overlap.b);
  Finding finding;
  finding.card = &card;
  rest_on(graph, finding, nearly_the_same_members(graph, overlap));
  finding.severity = Severity::low;
  finding.subjects = {overlap.a, overlap.b};
  finding.affected = 2;
  for (const EntityId forum : {overlap.a, overlap.b}) {
    for (const RelationId r : seat_relations(graph, forum)) finding.evidence.push_back({r, {}});
  }
  finding.headline = capitalise(a) + " and " + b +
                     hedge(finding.confidence, " have ", " appear to have ", " may have ") +
                     "nearly the same members";
  finding.why = "The same offices meet twice, and it may not be clear which board decides.";
  finding.action = (finding.is_question() ? "Check with the chairs whether " : "Check whether ") +
                   std::string("one board could do the work of both.");
  finding.ask = "the chairs of both";
  finding.basis.push_back(
      std::to_string(overlap.shared.size()) + " of " + std::to_string(overlap.all) +
      " members sit on both: " + join_some(full_names(graph, overlap.shared), 5) + ".");
  return finding;
}

using Seats = std::pair<EntityId, std::vector<EntityId>>;  // of a forum, ascending

std::vector<Seats> seated_forums(const Graph& graph) {
  std::vector<Seats> forums;
  for (std::size_t i = 0; i < graph.entity_count(); ++i) {
    const EntityId id{static_cast<std::uint32_t>(i)};
    if (graph.entity(id).kind != Kind::forum || !graph.open(id)) continue;
    if (auto seats = seated(graph, id); seats.size() >= enough_seats)
      forums.emplace_back(id, std::move(seats));
  }
  return forums;
}

/// Members of a forum, one of whom must sit on any other that has nearly the same: those who sit on
/// the fewest, as many as are too many to differ in.
std::vector<EntityId> telling_members(std::vector<EntityId> seats,
                                      const std::vector<std::uint32_t>& forums_of) {
  std::sort(seats.begin(), seats.end(), [&](EntityId a, EntityId b) {
    const auto x = forums_of[index_of(a)], y = forums_of[index_of(b)];
    return x != y ? x < y : a < b;
  });
  std::size_t shared = 0;  // at least
  while (static_cast<double>(shared) < nearly_the_same * static_cast<double>(seats.size()))
    ++shared;
  seats.resize(seats.size() - shared + 1);
  return seats;
}

/// Pairs of forums that may have nearly the same members, ascending. Most pairs have no member in
/// common, and are never looked at. Chaudhuri, Ganti and Kaushik, A primitive operator for
/// similarity joins in data cleaning, ICDE 2006.
std::vector<std::pair<std::size_t, std::size_t>> likely_pairs(const Graph& graph,
                                                              const std::vector<Seats>& forums) {
  std::vector<std::uint32_t> forums_of(graph.entity_count(), 0);
  for (const auto& [forum, seats] : forums)
    for (const EntityId member : seats) ++forums_of[index_of(member)];
  std::map<EntityId, std::vector<std::size_t>> earlier;  // by one of their telling members
  std::vector<std::pair<std::size_t, std::size_t>> pairs;
  for (std::size_t i = 0; i < forums.size(); ++i)
    for (const EntityId member : telling_members(forums[i].second, forums_of)) {
      auto& others = earlier[member];
      for (const std::size_t other : others) pairs.emplace_back(other, i);
      others.push_back(i);
    }
  keep_unique(pairs);
  return pairs;
}

std::vector<Finding> run(const LensInput& input) {
  const Graph& graph = input.graph;
  const std::vector<Seats> forums = seated_forums(graph);
  std::vector<Finding> findings;
  for (const auto& [i, j] : likely_pairs(graph, forums)) {
    const auto& [a, seats_a] = forums[i];
    const auto& [b, seats_b] = forums[j];
    Overlap overlap{a, b, {}, 0};
    std::set_intersection(seats_a.begin(), seats_a.end(), seats_b.begin(), seats_b.end(),
                          std::back_inserter(overlap.shared));
    overlap.all = seats_a.size() + seats_b.size() - overlap.shared.size();
    const double share =
        static_cast<double>(overlap.shared.size()) / static_cast<double>(overlap.all);
    if (share >= nearly_the_same && !contains_one_another(graph, a, b))
      findings.push_back(describe(graph, overlap));
  }
  return findings;
}

}  // namespace

const Lens overlapping_forums_lens = {&card, run};

}  // namespace crosscut
