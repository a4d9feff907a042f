#include <map>

#include "crosscut/base/text.h"
#include "crosscut/lens/lens.h"
#include "crosscut/lens/measures.h"
#include "crosscut/lens/project.h"
#include "crosscut/lens/weigh.h"
#include "crosscut/model/names.h"

namespace crosscut {
namespace {

constexpr double most_outward = 0.10;
constexpr std::size_t enough_ends = 6;

const Card card = {
    .id = "silo",
    .singular = "possible silo",
    .plural = "possible silos",
    .flag = "Possible silo",
    .family = "Silos and coordination",
    .question = "Which departments work almost only with themselves?",
    .matters = "Work that others need to know of, or could help with, stays out of sight.",
    .definition =
        "A department with 6 or more relation ends in the working graph, of which at "
        "most 10% leave it. High where another department needs something of it, or it "
        "of another, and the two never meet; otherwise Low: it is self-contained.",
    .advice = "Ask which of its work others depend on, and bring them in.",
    .caveat =
        "A map gathered about work across departments shows silos badly: it holds little of "
        "what stays inside. How far it holds counts doubts about who works with whom, not about "
        "who "
        "leads what.",
    .rule = "Outward share: relations that leave, of all relation ends",
    .source =
        "Kannan, Vempala and Vetta, On clusterings, 2004; Krackhardt and Stern, Informal "
        "networks and organizational crises, 1988; the threshold is ours",
    .examples =
        {{"a:body under moj  b:body under moj  c:body under moj  a coordinates-with b  a "
          "coordinates-with c  b coordinates-with c",
          "Moj appears to work almost only with itself: none of 6 relation ends leaves it"},
         {"a:body under moj  b:body under moj  a coordinates-with b  a coordinates-with ho  "
          "b coordinates-with ho  a coordinates-with moj",
          ""},
         {"a:body under moj  b:body under moj  a coordinates-with b", ""}},
};

using Pair = std::pair<EntityId, EntityId>;

/// The ties of W that a department has, each with the relations that make it.
struct Ties {
  std::vector<RelationId> inside_relations;  // of W, and seats in one forum
  std::vector<Condition> inside, leaving;    // one for each pair of entities
};

class TieFinder {
 public:
  TieFinder(const Graph& graph, EntityId department) : graph_(graph), department_(department) {}

  Ties run() {
    for (std::size_t i = 0; i < graph_.relation_count(); ++i) {
      const RelationId r{static_cast<std::uint32_t>(i)};
      const Relation& relation = graph_.relation(r);
      if (!graph_.open(r)) continue;
      if (relation.from == relation.to) continue;
      if (relation.verb == Verb::member_of || relation.verb == Verb::chairs)
        seats_[relation.to].push_back(r);
      else if (is_working_relation(relation.verb))
        tie(relation.from, relation.to, recorded(r), {r});
    }
    for (const auto& [forum, seats] : seats_)
      if (graph_.entity(forum).kind == Kind::forum) tie_seats(seats);
    keep_unique(result_.inside_relations);
    for (auto& [pair, ways] : ties_)
      (inside(pair.first) && inside(pair.second) ? result_.inside : result_.leaving)
          .push_back(any_of(std::move(ways)));
    return std::move(result_);
  }

 private:
  bool inside(EntityId id) const {
    const auto homes = graph_.departments(id);
    return homes.size() == 1 && homes.front() == department_;
  }

  void tie_seats(const std::vector<RelationId>& seats) {
    if (std::none_of(seats.begin(), seats.end(),
                     [&](RelationId r) { return inside(graph_.relation(r).from); }))
      return;
    for (std::size_t i = 0; i < seats.size(); ++i)
      for (std::size_t j = 0; j < i; ++j)
        tie(graph_.relation(seats[i]).from, graph_.relation(seats[j]).from,
            all_of({recorded(seats[i]), recorded(seats[j])}), {seats[i], seats[j]});
  }

  void tie(EntityId a, EntityId b, Condition way, const std::vector<RelationId>& by) {
    const bool both = inside(a) && inside(b);
    if (a == b || (!inside(a) && !inside(b))) return;
    if (graph_.is_whole_government(a) || graph_.is_whole_government(b)) return;
    ties_[std::minmax(a, b)].push_back(std::move(way));
    if (both) result_.inside_relations.insert(result_.inside_relations.end(), by.begin(), by.end());
  }

  const Graph& graph_;
  EntityId department_;
  std::map<EntityId, std::vector<RelationId>> seats_;
  std::map<Pair, std::vector<Condition>> ties_;
  Ties result_;
};

/// With n ties inside and k that leave, it has 2n + k ends: k / (2n + k) is at most 10% while 2n
/// is not below 9k. Relations to elsewhere that are not on record are as likely as the map lacks
/// one of its ties: half of these fall where ties leave now, and half where its ends are.
Condition mostly_inside(const Ties& ties, double absence) {
  const auto inside = static_cast<int>(ties.inside.size());
  const auto leaving = static_cast<int>(ties.leaving.size());
  std::vector<Condition> facts = ties.inside;
  std::vector<int> weights(ties.inside.size(), 2);
  facts.insert(facts.end(), ties.leaving.begin(), ties.leaving.end());
  weights.resize(facts.size(), -9);
  const int undo = (2 * inside - 9 * leaving) / 9 + 1;
  const double expected = 0.5 * leaving + 0.5 * (2 * inside + leaving);
  for (Condition& none : none_of_these_on_record(
           {"one more relation to elsewhere", absence, expected * coverage_factor(absence)},
           static_cast<std::size_t>(undo)))
    facts.push_back(std::move(none));
  weights.resize(facts.size(), 9);
  return weighted(9 * undo, std::move(facts), std::move(weights));
}

/// 6 relation ends or more.
Condition enough_work(const Ties& ties) {
  std::vector<Condition> facts = ties.inside;
  std::vector<int> weights(ties.inside.size(), 2);
  facts.insert(facts.end(), ties.leaving.begin(), ties.leaving.end());
  weights.resize(facts.size(), 1);
  return weighted(static_cast<int>(enough_ends), std::move(facts), std::move(weights));
}

bool has_unmet_need(const std::vector<DepartmentPair>& pairs, EntityId department) {
  return std::any_of(pairs.begin(), pairs.end(), [&](const DepartmentPair& pair) {
    return (pair.a == department || pair.b == department) && !pair.needs.empty() &&
           !pair.coordinates && pair.forums.empty();
  });
}

Finding describe(const LensInput& input, const DepartmentMeasures& d) {
  const Graph& graph = input.graph;
  const std::size_t leaving =
      static_cast<std::size_t>(*d.outward_share * static_cast<double>(d.ends) + 0.5);
  const std::string name = full_name(graph, d.id);
  Finding finding;
  finding.card = &card;
  const Ties ties = TieFinder(graph, d.id).run();
  // That no more leaves than the map shows is an absence.
  finding.absence = std::max(absence_confidence(graph, d.id, Coverage::forums),
                             absence_confidence(graph, d.id, Coverage::membership));
  rest_on(graph, finding, all_of({mostly_inside(ties, finding.absence), enough_work(ties)}));
  const bool unmet = has_unmet_need(input.pairs, d.id);
  finding.severity = unmet ? Severity::high : Severity::low;
  finding.subjects = {d.id};
  finding.affected = d.size;
  finding.headline =
      capitalise(name) + hedge(finding.confidence, " works", " appears to work", " may work") +
      " almost only with itself: " + (leaving == 0 ? "none" : std::to_string(leaving)) + " of " +
      std::to_string(d.ends) + " relation ends " + (leaving <= 1 ? "leaves it" : "leave it");
  finding.why = unmet ? "It needs another department, or another needs it, and we found no board "
                        "where both sit."
                      : "It is self-contained, which may be right for its work.";
  finding.action = (finding.is_question() ? "Check with " : "Ask ") + name +
                   " which of its work others depend on.";
  finding.ask = name;
  finding.basis.push_back(capitalise(count_of(d.size, "entity belongs", "entities belong")) +
                          " to it in this map.");
  for (const RelationId r : ties.inside_relations) finding.evidence.push_back({r, {}});
  if (finding.evidence.empty()) finding.evidence.push_back({std::nullopt, d.id});
  return finding;
}

std::vector<Finding> run(const LensInput& input) {
  std::vector<Finding> findings;
  for (const DepartmentMeasures& d : measure_departments(input.graph, working_graph(input.graph)))
    if (d.ends >= enough_ends && d.outward_share && *d.outward_share <= most_outward)
      findings.push_back(describe(input, d));
  return findings;
}

}  // namespace

const Lens silo_lens = {&card, run};

}  // namespace crosscut
