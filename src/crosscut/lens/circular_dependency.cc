#include <map>

#include "crosscut/algo/components.h"
#include "crosscut/algo/paths.h"
#include "crosscut/base/text.h"
#include "crosscut/lens/lens.h"
#include "crosscut/lens/project.h"
#include "crosscut/lens/weigh.h"
#include "crosscut/model/names.h"

namespace crosscut {
namespace {

const Card card = {
    .id = "circular-dependency",
    .singular = "circular dependency",
    .plural = "circular dependencies",
    .family = "Order and time",
    .question = "Which items wait for each other in a circle?",
    .matters = "Each waits for the next, so none can go first unless somebody breaks the circle.",
    .definition =
        "Entities that depend on each other in a circle, approvals included: a strong "
        "component of 2 or more in the need graph. The shortest circle is shown.",
    .advice = "Settle which of them goes first, and with what part of the others.",
    .caveat = "A need may be for a part that comes early, and then the circle is only on paper.",
    .rule = "Strong components of the need graph, with the shortest circle as evidence",
    .source = "Tarjan, Depth-first search and linear graph algorithms, 1972",
    .examples = {{"a depends-on b  b depends-on c  c depends-on a",
                  "A, B and C depend on each other in a circle"},
                 {"a depends-on b  b depends-on c", ""},
                 {"a depends-on b  b depends-on a 2020..2024", ""}},
};

/// The strongest relation by which x needs y.
RelationId need_between(const Graph& graph, EntityId x, EntityId y) {
  std::optional<RelationId> best;
  const auto take = [&](RelationId r) {
    if (!best || graph.relation(r).confidence > graph.relation(*best).confidence) best = r;
  };
  for (const RelationId r : graph.out(x))
    if (graph.relation(r).to == y && info(graph.relation(r).verb).need == Need::forward) take(r);
  for (const RelationId r : graph.in(x))
    if (graph.relation(r).from == y && info(graph.relation(r).verb).need == Need::backward) take(r);
  return *best;
}

/// The shortest circle among the vertices, each once, in order; ties by the lowest vertices.
std::vector<algo::Vertex> shortest_circle(const algo::Digraph& need,
                                          const std::vector<algo::Vertex>& members) {
  std::vector<algo::Vertex> best;
  for (const algo::Vertex start : members) {
    for (const algo::Vertex next : need.out(start)) {
      auto path = algo::shortest_path(need, next, start);  // ends in start
      if (path.empty() || (!best.empty() && path.size() >= best.size())) continue;
      path.insert(path.begin(), start);
      path.pop_back();
      best = std::move(path);
    }
  }
  return best;
}

Finding describe(const Graph& graph, const Projection& need,
                 const std::vector<algo::Vertex>& members) {
  const auto circle = shortest_circle(need.digraph, members);
  Finding finding;
  finding.card = &card;
  std::vector<EntityId> names;
  std::optional<RelationId> weakest;
  for (std::size_t i = 0; i < circle.size(); ++i) {
    const EntityId x = need.entities[circle[i]];
    const RelationId r = need_between(graph, x, need.entities[circle[(i + 1) % circle.size()]]);
    names.push_back(x);
    finding.evidence.push_back({r, {}});
    if (!weakest || graph.relation(r).confidence < graph.relation(*weakest).confidence) weakest = r;
  }
  for (const algo::Vertex v : members) finding.subjects.push_back(need.entities[v]);
  finding.confidence = graph.relation(*weakest).confidence;
  finding.affected = members.size();
  finding.severity =
      weigh_severity(graph, finding.subjects, departments_of(graph, finding.subjects));
  const std::string circle_words = join_words(full_names(graph, names));
  finding.headline = capitalise(circle_words) +
                     hedge(finding.confidence, " depend ", " appear to depend ", " may depend ") +
                     "on each other in a circle";
  finding.why = "Each waits for the next, so none can go first unless the circle is broken.";
  const auto departments = departments_of(graph, names);
  const std::string who =
      departments.empty() ? "those who lead them" : join_words(full_names(graph, departments));
  finding.action = (finding.is_question() ? "Check with " : "Settle with ") + who +
                   " which goes first, and with what part of the others.";
  finding.ask = who;
  if (members.size() > circle.size())
    finding.basis.push_back("This is the shortest circle among " + std::to_string(members.size()) +
                            " that depend on each other.");
  finding.flips = {relation_sentence(graph, *weakest)};
  return finding;
}

std::vector<Finding> run(const LensInput& input) {
  const Projection need = need_graph(input.graph);
  const auto labels = algo::strong_components(need.digraph);
  std::map<std::uint32_t, std::vector<algo::Vertex>> groups;
  for (algo::Vertex v = 0; v < labels.size(); ++v) groups[labels[v]].push_back(v);
  std::vector<Finding> findings;
  for (const auto& [label, members] : groups)
    if (members.size() >= 2) findings.push_back(describe(input.graph, need, members));
  return findings;
}

}  // namespace

const Lens circular_dependency_lens = {&card, run};

}  // namespace crosscut
