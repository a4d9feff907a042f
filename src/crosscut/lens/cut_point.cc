#include <map>

#include "crosscut/algo/components.h"
#include "crosscut/algo/cuts.h"
#include "crosscut/base/text.h"
#include "crosscut/lens/lens.h"
#include "crosscut/lens/project.h"
#include "crosscut/lens/weigh.h"
#include "crosscut/model/names.h"

namespace crosscut {
namespace {

const Card card = {
    .id = "cut-point",
    .singular = "cut point",
    .plural = "cut points",
    .family = "Bottlenecks",
    .question = "Who alone holds groups of departments together?",
    .matters = "If it goes, or is busy, the groups it joins have no table in common.",
    .definition =
        "An organisation, role or forum without which the departments that meet would "
        "fall into 2 or more pieces with 2 or more departments each.",
    .advice = "Give the groups a second route: one more seat, or one more joint meeting.",
    .caveat = "Only meetings on record count. Departments also work together without boards.",
    .rule = "Articulation points of the meeting graph, with the pairs that would be cut",
    .source = "Hopcroft and Tarjan, Efficient algorithms for graph manipulation, 1973",
    .examples = {{"a member-of left  b member-of left  left coordinates-with hub:body  hub "
                  "coordinates-with "
                  "right:forum  c member-of right  d member-of right",
                  "Without Hub, A and B would share no table with C and D"},
                 {"a member-of board  b member-of board  c member-of board  d member-of board",
                  ""}},
};

/// The departments in each piece that is left when a vertex goes; pieces with none left out.
struct Break {
  std::vector<std::vector<EntityId>> pieces;
  double pairs_cut = 0;  // unordered pairs of other vertices
};

Break break_at(const Graph& graph, const Projection& meeting, algo::Vertex gone) {
  std::vector<algo::Arc> arcs;
  for (const auto& [from, to] : algo::list_arcs(meeting.digraph))
    if (from != gone && to != gone) arcs.push_back({from, to});
  const auto before = algo::components(meeting.digraph);
  const auto labels = algo::components(algo::Digraph(meeting.digraph.size(), arcs));
  std::map<std::uint32_t, std::pair<std::size_t, std::vector<EntityId>>> pieces;
  for (algo::Vertex v = 0; v < labels.size(); ++v) {
    if (v == gone || before[v] != before[gone]) continue;
    auto& [size, departments] = pieces[labels[v]];
    ++size;
    if (graph.entity(meeting.entities[v]).kind == Kind::department)
      departments.push_back(meeting.entities[v]);
  }
  Break result;
  double seen = 0;
  for (auto& [label, piece] : pieces) {
    result.pairs_cut += seen * static_cast<double>(piece.first);
    seen += static_cast<double>(piece.first);
    if (piece.second.size() >= 2) result.pieces.push_back(std::move(piece.second));
  }
  return result;
}

std::vector<RelationId> meeting_relations(const Graph& graph, EntityId id) {
  std::vector<RelationId> relations;
  const auto add = [&](std::span<const RelationId> from) {
    for (const RelationId r : from) {
      const Verb verb = graph.relation(r).verb;
      if (verb == Verb::member_of || verb == Verb::chairs || verb == Verb::coordinates_with)
        relations.push_back(r);
    }
  };
  add(graph.out(id));
  add(graph.in(id));
  return relations;
}

Finding describe(const Graph& graph, EntityId id, const Break& broken) {
  std::vector<std::string> groups;
  std::size_t departments = 0;
  for (const auto& piece : broken.pieces) {
    groups.push_back(join_some(full_names(graph, piece), 3));
    departments += piece.size();
  }
  const std::string name = full_name(graph, id);
  Finding finding;
  finding.card = &card;
  finding.confidence = 0.8;  // a meeting that the map does not hold would undo it
  finding.severity = Severity::medium;
  finding.subjects = {id};
  finding.affected = departments;
  finding.headline = "Without " + name + ", " + groups[0] + " would share no table with " +
                     join_words(std::vector(groups.begin() + 1, groups.end()));
  finding.why = "Every route on record between these departments goes by way of " + name + ".";
  finding.action = "Give these departments a second route: one more seat, or one more meeting.";
  finding.ask = name;
  finding.basis.push_back(std::to_string(static_cast<std::size_t>(broken.pairs_cut)) +
                          " pairs of organisations would be cut off from each other.");
  for (const RelationId r : meeting_relations(graph, id)) finding.evidence.push_back({r, {}});
  if (finding.evidence.empty()) finding.evidence.push_back({std::nullopt, id});
  finding.flips = {"one more meeting between the groups"};
  return finding;
}

std::vector<Finding> run(const LensInput& input) {
  const Projection meeting = meeting_graph(input.graph);
  std::vector<Finding> findings;
  for (const algo::Vertex v : algo::articulation_points(meeting.digraph)) {
    const Break broken = break_at(input.graph, meeting, v);
    if (broken.pieces.size() >= 2)
      findings.push_back(describe(input.graph, meeting.entities[v], broken));
  }
  return findings;
}

}  // namespace

const Lens cut_point_lens = {&card, run};

}  // namespace crosscut
