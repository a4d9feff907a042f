#include <algorithm>
#include <map>
#include <optional>

#include "crosscut/algo/communities.h"
#include "crosscut/base/text.h"
#include "crosscut/lens/lens.h"
#include "crosscut/lens/project.h"
#include "crosscut/lens/weigh.h"
#include "crosscut/model/homes.h"
#include "crosscut/model/names.h"

namespace crosscut {
namespace {

constexpr std::size_t enough_relations = 5;
constexpr std::size_t most_runs = 100;
constexpr std::size_t fewest_runs = 10;
constexpr std::size_t ties_in_all_runs = 2'000'000;  // 100 runs up to 20,000 ties
constexpr double enough_runs = 0.9;

const Card card = {
    .id = "away-from-home",
    .singular = "body that works away from home",
    .plural = "bodies that work away from home",
    .flag = "Works mainly elsewhere",
    .flags_all = true,
    .family = "Silos and coordination",
    .question = "Which bodies and roles work mainly with a department that is not their own?",
    .matters = "Their own department may not see their work, and the other has no say in it.",
    .definition =
        "A body or role of one department with 5 or more working relations, more than half of them "
        "with one other department and its bodies and items; and which a search for groups in the "
        "working graph, run 100 times, puts at least 90 times in a group where that other "
        "department has most members. Above 20,000 ties there are fewer runs, at least 10. Bodies "
        "with the same two departments are told together.",
    .advice = "Agree with both departments who guides the work, and who hears of it.",
    .caveat =
        "A body that serves another department by design looks the same. Relations with its own "
        "department may go without saying, and so be missing from the map.",
    .rule = "Community that differs from home in 90% or more of the runs of the Leiden method",
    .source =
        "Traag, Waltman and van Eck, From Louvain to Leiden, 2019; Good and others, The "
        "performance "
        "of modularity maximization in practical contexts, 2010; the thresholds are ours",
    .examples =
        {{"agency:body under dwp  dfe leads a  dfe leads b  dfe leads c  dfe leads d  dfe leads e  "
          "agency delivers a  agency delivers b  agency delivers c  agency delivers d  agency "
          "delivers e  dwp leads x  dwp leads y  dwp delivers x  dwp delivers y  z:body under dwp  "
          "z "
          "delivers x  z delivers y",
          "The Agency appears to work mainly with Dfe, although it belongs to Dwp"},
         {"agency:body under dwp  dfe leads a  dfe leads b  dfe leads c  dfe leads d  agency "
          "delivers a  agency delivers b  agency delivers c  agency delivers d",
          ""},
         {"agency:body under dwp  dfe leads a  dfe leads b  dfe leads c  dwp leads d  dwp leads e  "
          "dwp leads f  agency delivers a  agency delivers b  agency delivers c  agency delivers d "
          " "
          "agency delivers e  agency delivers f",
          ""},
         {"agency:body under dwp  dfe leads a  dfe leads b  ho leads c  ho leads d  moj leads e  "
          "moj "
          "leads f  agency delivers a  agency delivers b  agency delivers c  agency delivers d  "
          "agency delivers e  agency delivers f  dfe delivers a  dfe delivers b",
          ""}},
};

/// A body or role that has more to do with another department than with its own.
struct Candidate {
  EntityId id{}, home{}, other{};
  std::vector<RelationId> with_other;  // surest first
  std::vector<RelationId> with_home;
  std::vector<RelationId> with_rest;  // of the departments
  std::size_t relations = 0;
  std::size_t runs = 0, runs_away = 0;
};

/// Working relations with what belongs to one department, by department.
std::map<EntityId, std::vector<RelationId>> relations_by_department(const Graph& graph,
                                                                    EntityId id) {
  std::map<EntityId, std::vector<RelationId>> by_department;
  const auto look = [&](RelationId r, EntityId far) {
    const auto homes = graph.departments(far);
    if (is_working_relation(graph.relation(r).verb) && homes.size() == 1 && far != id)
      by_department[homes.front()].push_back(r);
  };
  for (const RelationId r : graph.out(id)) look(r, graph.relation(r).to);
  for (const RelationId r : graph.in(id)) look(r, graph.relation(r).from);
  return by_department;
}

std::optional<Candidate> look_at(const Graph& graph, EntityId id) {
  const Entity& entity = graph.entity(id);
  const auto homes = graph.departments(id);
  if ((entity.kind != Kind::body && entity.kind != Kind::role) || !graph.open(id)) return {};
  if (homes.size() != 1 || entity.catch_all) return {};
  Candidate found{id, homes.front(), {}, {}, {}, {}};
  const auto by_department = relations_by_department(graph, id);
  for (const auto& [department, relations] : by_department) {
    found.relations += relations.size();
    if (department == found.home) {
      found.with_home = relations;
    } else if (relations.size() > found.with_other.size()) {
      found.other = department;
      found.with_other = relations;
    }
  }
  for (const auto& [department, relations] : by_department)
    if (department != found.other)
      found.with_rest.insert(found.with_rest.end(), relations.begin(), relations.end());
  if (found.relations < enough_relations) return {};
  if (2 * found.with_other.size() <= found.relations) return {};
  std::stable_sort(found.with_other.begin(), found.with_other.end(),
                   [&](RelationId a, RelationId b) {
                     return graph.relation(a).confidence > graph.relation(b).confidence;
                   });
  return found;
}

/// The department with most members in each community; none where 2 have as many.
std::vector<std::optional<EntityId>> homes_of(const Graph& graph, const Projection& working,
                                              const std::vector<std::uint32_t>& labels) {
  std::vector<std::map<EntityId, std::size_t>> members;
  for (algo::Vertex v = 0; v < labels.size(); ++v) {
    if (labels[v] >= members.size()) members.resize(labels[v] + 1);
    const auto homes = graph.departments(working.entities[v]);
    if (homes.size() == 1) ++members[labels[v]][homes.front()];
  }
  std::vector<std::optional<EntityId>> result;
  for (const auto& counts : members) {
    std::optional<EntityId> best;
    std::size_t most = 0;
    for (const auto& [department, count] : counts) {
      if (count == most) best.reset();
      if (count > most) best = department;
      most = std::max(most, count);
    }
    result.push_back(best);
  }
  return result;
}

/// How often each stands in a community of the other department; one run at a time, so that memory
/// stays linear.
void count_runs(const Graph& graph, std::vector<Candidate>& candidates) {
  const Projection working = working_graph(graph);
  const std::size_t ties = std::max<std::size_t>(1, working.digraph.arc_count());
  const std::size_t runs = std::clamp(ties_in_all_runs / ties, fewest_runs, most_runs);
  for (Candidate& candidate : candidates) candidate.runs = runs;
  for (std::size_t run = 0; run < runs; ++run) {
    const auto found = algo::find_communities(working.digraph, {.run = run});
    const auto homes = homes_of(graph, working, found.labels);
    for (Candidate& candidate : candidates)
      if (homes[found.labels[working.vertex_of[index_of(candidate.id)]]] == candidate.other)
        ++candidate.runs_away;
  }
}

/// That it has no more relations with others than the map shows is an absence.
double absence_of(const Graph& graph, const Candidate& candidate) {
  return std::max(absence_confidence(graph, candidate.id, Coverage::delivery),
                  absence_confidence(graph, candidate.id, Coverage::membership));
}

/// It has enough relations, and more than half of them are with what belongs to the other
/// department: their number is above that of the rest, of which the map may lack some. In which
/// searches it stands with the other is taken as it is.
Condition works_elsewhere(const Graph& graph, const Candidate& candidate) {
  const auto rest = static_cast<int>(candidate.relations - candidate.with_other.size());
  const int undo = static_cast<int>(candidate.with_other.size()) - rest;
  const double absence = absence_of(graph, candidate);
  std::vector<Condition> facts, all;
  for (const RelationId r : candidate.with_other) {
    const Relation& relation = graph.relation(r);
    const EntityId far = relation.from == candidate.id ? relation.to : relation.from;
    facts.push_back(all_of({recorded(r), owned_by(graph, far, candidate.other)}));
  }
  all = facts;
  for (const RelationId r : candidate.with_rest) all.push_back(recorded(r));
  for (Condition& none : none_of_these_on_record(
           {"one more working relation of " + full_name(graph, candidate.id) + " with others",
            absence, rest * coverage_factor(absence)},
           static_cast<std::size_t>(undo)))
    facts.push_back(std::move(none));
  return all_of({at_least(static_cast<std::size_t>(rest + 1 + undo), std::move(facts)),
                 at_least(enough_relations, std::move(all))});
}

double weigh(const Graph& graph, const Candidate& candidate) {
  return weakest_confidence(graph, works_elsewhere(graph, candidate));
}

std::string counts_in_words(const Graph& graph, const Candidate& candidate) {
  const std::size_t own = candidate.with_home.size();
  return capitalise(full_name(graph, candidate.id)) + ": " +
         std::to_string(candidate.with_other.size()) + " of " +
         std::to_string(candidate.relations) + " working relations are with " +
         full_name(graph, candidate.other) + ", " +
         (own == 0   ? "none"
          : own == 1 ? "one"
                     : std::to_string(own)) +
         " with its own department; " + std::to_string(candidate.runs_away) + " of " +
         std::to_string(candidate.runs) + " searches group it with the other.";
}

Finding describe(const Graph& graph, const std::vector<Candidate>& group) {
  const Candidate& first = group.front();
  Finding finding;
  finding.card = &card;
  std::vector<RelationId> rows;
  std::vector<Condition> conditions;
  for (const Candidate& candidate : group) {
    finding.subjects.push_back(candidate.id);
    conditions.push_back(works_elsewhere(graph, candidate));
    rows.insert(rows.end(), candidate.with_other.begin(), candidate.with_other.end());
    finding.absence = std::min(finding.absence, absence_of(graph, candidate));
    finding.basis.push_back(counts_in_words(graph, candidate));
  }
  rest_on(graph, finding, all_of(std::move(conditions)));
  keep_unique(rows);
  finding.severity = group.size() >= 3 ? Severity::medium : Severity::low;
  finding.affected = group.size();
  const bool many = group.size() > 1 || is_plural(graph, first.id);
  const std::string other = full_name(graph, first.other);
  const std::string home = full_name(graph, first.home);
  finding.headline = capitalise(join_some(full_names(graph, finding.subjects), 5)) +
                     hedge(finding.confidence, many ? " work" : " works",
                           many ? " appear to work" : " appears to work", " may work") +
                     " mainly with " + other + ", although " +
                     (many ? "they belong" : "it belongs") + " to " + home;
  finding.why = "Their own department may not see this work, and the other has no say in it.";
  if (group.size() == 1)
    finding.why = "Its own department may not see this work, and the other has no say in it.";
  const std::string both = home + " and " + other;
  finding.action = (finding.is_question() ? "Check with " : "Agree with ") + both +
                   " who guides this work, and who hears of it.";
  finding.ask = both;
  for (const RelationId r : rows) finding.evidence.push_back({r, {}});
  return finding;
}

/// Those with the same two departments together, questions apart.
std::vector<Finding> run(const LensInput& input) {
  const Graph& graph = input.graph;
  std::vector<Candidate> candidates;
  for (std::size_t i = 0; i < graph.entity_count(); ++i)
    if (auto candidate = look_at(graph, EntityId(i))) candidates.push_back(std::move(*candidate));
  if (!candidates.empty()) count_runs(graph, candidates);
  std::map<std::tuple<EntityId, EntityId, bool>, std::vector<Candidate>> groups;
  for (Candidate& candidate : candidates) {
    if (static_cast<double>(candidate.runs_away) <
        enough_runs * static_cast<double>(candidate.runs))
      continue;
    const bool question = weigh(graph, candidate) < recorded_confidence;
    groups[{candidate.home, candidate.other, question}].push_back(std::move(candidate));
  }
  std::vector<Finding> findings;
  for (const auto& [key, group] : groups) findings.push_back(describe(graph, group));
  return findings;
}

}  // namespace

const Lens away_from_home_lens = {&card, run};

}  // namespace crosscut
