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

/// Open relations of W with both ends in the department.
std::vector<RelationId> inner_relations(const Graph& graph, EntityId department) {
  const auto inside = [&](EntityId id) {
    const auto homes = graph.departments(id);
    return homes.size() == 1 && homes.front() == department;
  };
  std::vector<RelationId> relations;
  for (std::size_t i = 0; i < graph.relation_count(); ++i) {
    const RelationId r{static_cast<std::uint32_t>(i)};
    const Relation& relation = graph.relation(r);
    if (graph.open(r) && is_working_relation(relation.verb) && inside(relation.from) &&
        inside(relation.to))
      relations.push_back(r);
  }
  return relations;
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
  finding.confidence = 0.8;  // what leaves may be missing from the map
  const bool unmet = has_unmet_need(input.pairs, d.id);
  finding.severity = unmet ? Severity::high : Severity::low;
  finding.subjects = {d.id};
  finding.affected = d.size;
  finding.headline = capitalise(name) + " appears to work almost only with itself: " +
                     (leaving == 0 ? "none" : std::to_string(leaving)) + " of " +
                     std::to_string(d.ends) + " relation ends " +
                     (leaving <= 1 ? "leaves it" : "leave it");
  finding.why = unmet ? "Another department and it depend on each other's work and never meet."
                      : "It is self-contained, which may be right for its work.";
  finding.action = "Ask " + name + " which of its work others depend on.";
  finding.ask = name;
  finding.basis.push_back(capitalise(count_of(d.size, "entity belongs", "entities belong")) +
                          " to it in this map.");
  for (const RelationId r : inner_relations(graph, d.id)) finding.evidence.push_back({r, {}});
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
