#include "crosscut/base/text.h"
#include "crosscut/lens/lens.h"
#include "crosscut/lens/pieces.h"
#include "crosscut/lens/weigh.h"
#include "crosscut/model/names.h"

namespace crosscut {
namespace {

const Card card = {
    .id = "cut-point",
    .singular = "cut point",
    .plural = "cut points",
    .flag = "Holds departments together",
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

std::vector<RelationId> meeting_relations(const Graph& graph, EntityId id) {
  std::vector<RelationId> relations;
  const auto add = [&](std::span<const RelationId> from) {
    for (const RelationId r : from) {
      if (is_meeting(graph.relation(r).verb)) relations.push_back(r);
    }
  };
  add(graph.out(id));
  add(graph.in(id));
  return relations;
}

Finding describe(const Graph& graph, EntityId id, const Break& broken, double meetings,
                 const std::vector<RelationId>& needed) {
  std::vector<std::string> groups;
  std::size_t departments = 0;
  for (const Piece& piece : broken.pieces) {
    groups.push_back(join_some(full_names(graph, piece.departments), 3));
    departments += piece.departments.size();
  }
  const std::string name = full_name(graph, id);
  Finding finding;
  finding.card = &card;
  finding.absence = std::max(absence_confidence(graph, id, Coverage::forums),
                             absence_confidence(graph, id, Coverage::membership));
  std::vector<Condition> all = {
      not_on_record({"one more meeting between the groups that " + name + " joins", finding.absence,
                     broken.expected_meetings * coverage_factor(finding.absence)})};
  for (const RelationId r : needed) all.push_back(recorded(r));
  rest_on(graph, finding, all_of(std::move(all)));
  const double confidence = finding.confidence = std::min(meetings, finding.confidence);
  finding.severity = Severity::medium;
  finding.subjects = {id};
  finding.affected = departments;
  finding.headline = "Without " + name + ", " + groups[0] +
                     hedge(confidence, " would", " would", " may") + " share no table with " +
                     join_words(std::vector(groups.begin() + 1, groups.end()));
  finding.why = "Every route on record between these departments goes by way of " + name + ".";
  finding.action =
      finding.is_question()
          ? "Check with " + name + " where else these departments meet."
          : "Give these departments a second route: one more seat, or one more meeting.";
  finding.ask = name;
  finding.basis.push_back(std::to_string(static_cast<std::size_t>(broken.pairs_cut)) +
                          " pairs of organisations would be cut off from each other.");
  std::vector<RelationId> rows = meeting_relations(graph, id);
  rows.insert(rows.end(), needed.begin(), needed.end());
  keep_unique(rows);
  for (const RelationId r : rows) finding.evidence.push_back({r, {}});
  if (finding.evidence.empty()) finding.evidence.push_back({std::nullopt, id});
  return finding;
}

std::vector<Finding> run(const LensInput& input) {
  const Projection meeting = meeting_graph(input.graph);
  std::vector<Finding> findings;
  const auto pieces = count_pieces(input.graph, meeting);
  for (algo::Vertex v = 0; v < pieces.size(); ++v) {
    if (pieces[v] < 2) continue;
    const Break broken = break_at(input.graph, meeting, v);
    findings.push_back(describe(input.graph, meeting.entities[v], broken,
                                weigh_break(input.graph, meeting, v, broken),
                                meetings_it_needs(input.graph, meeting, v, broken)));
  }
  return findings;
}

std::vector<Bits> holds_in(const LensInput& input, const Draws& draws,
                           const std::vector<Finding>& findings) {
  const Projection meeting = meeting_graph(input.graph);
  std::vector<Bits> held;
  for (const Finding& finding : findings) {
    const auto v = meeting.vertex_of[index_of(finding.subjects.front())];
    held.push_back(joins_in(input.graph, meeting, v, break_at(input.graph, meeting, v), draws));
  }
  return held;
}

}  // namespace

const Lens cut_point_lens = {&card, run, holds_in};

}  // namespace crosscut
