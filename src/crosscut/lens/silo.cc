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
        "what stays inside.",
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

/// What ties the department together inside.
struct Inside {
  std::vector<RelationId> relations;  // of W, and seats in one forum
  std::vector<double> ties;           // confidence of each pair that is tied, strongest first
};

class InsideFinder {
 public:
  InsideFinder(const Graph& graph, EntityId department) : graph_(graph), department_(department) {}

  Inside run() {
    for (std::size_t i = 0; i < graph_.relation_count(); ++i) {
      const RelationId r{static_cast<std::uint32_t>(i)};
      const Relation& relation = graph_.relation(r);
      if (!graph_.open(r) || !inside(relation.from)) continue;
      if (relation.verb == Verb::member_of || relation.verb == Verb::chairs)
        seats_[relation.to].push_back(r);
      else if (is_working_relation(relation.verb) && inside(relation.to))
        tie(relation.from, relation.to, relation.confidence, {r});
    }
    for (const auto& [forum, seats] : seats_)
      if (graph_.entity(forum).kind == Kind::forum) tie_seats(seats);
    for (const auto& [pair, confidence] : ties_) result_.ties.push_back(confidence);
    std::sort(result_.ties.rbegin(), result_.ties.rend());
    keep_unique(result_.relations);
    return std::move(result_);
  }

 private:
  bool inside(EntityId id) const {
    const auto homes = graph_.departments(id);
    return homes.size() == 1 && homes.front() == department_;
  }

  void tie_seats(const std::vector<RelationId>& seats) {
    for (std::size_t i = 0; i < seats.size(); ++i)
      for (std::size_t j = 0; j < i; ++j) {
        const Relation& a = graph_.relation(seats[i]);
        const Relation& b = graph_.relation(seats[j]);
        tie(a.from, b.from, std::min(a.confidence, b.confidence), {seats[i], seats[j]});
      }
  }

  void tie(EntityId a, EntityId b, double confidence, const std::vector<RelationId>& by) {
    if (a == b) return;
    double& best = ties_[std::minmax(a, b)];
    best = std::max(best, confidence);
    result_.relations.insert(result_.relations.end(), by.begin(), by.end());
  }

  const Graph& graph_;
  EntityId department_;
  std::map<EntityId, std::vector<RelationId>> seats_;
  std::map<std::pair<EntityId, EntityId>, double> ties_;
  Inside result_;
};

/// Ties inside that it cannot do without: with one fewer it would not be a silo.
std::size_t ties_needed(std::size_t leaving) {
  std::size_t inside = 0;
  while (2 * inside + leaving < enough_ends ||
         static_cast<double>(leaving) / static_cast<double>(2 * inside + leaving) > most_outward)
    ++inside;
  return inside;
}

/// Confidence that what is inside is there.
double weigh_inside(const Inside& inside, std::size_t leaving) {
  const std::size_t needed = std::min(ties_needed(leaving), inside.ties.size());
  return needed == 0 ? 1 : inside.ties[needed - 1];
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
  const Inside inside = InsideFinder(graph, d.id).run();
  // That no more leaves than the map shows is an absence.
  finding.absence = std::max(absence_confidence(graph, d.id, Coverage::forums),
                             absence_confidence(graph, d.id, Coverage::membership));
  finding.confidence = std::min(finding.absence, weigh_inside(inside, leaving));
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
  for (const RelationId r : inside.relations) finding.evidence.push_back({r, {}});
  if (finding.evidence.empty()) finding.evidence.push_back({std::nullopt, d.id});
  // Each relation to elsewhere adds one end and one that leaves.
  std::size_t added = 1;
  while (static_cast<double>(leaving + added) / static_cast<double>(d.ends + added) <= most_outward)
    ++added;
  finding.flip_distance = added;
  finding.flips = {count_of(added, "more relation to elsewhere", "more relations to elsewhere")};
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
