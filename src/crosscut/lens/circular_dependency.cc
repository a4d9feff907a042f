#include <algorithm>

#include "crosscut/algo/cycles.h"
#include "crosscut/base/text.h"
#include "crosscut/lens/lens.h"
#include "crosscut/lens/weigh.h"
#include "crosscut/model/homes.h"
#include "crosscut/model/names.h"

namespace crosscut {
namespace {

const Card card = {
    .id = "circular-dependency",
    .singular = "circular dependency",
    .plural = "circular dependencies",
    .flag = "Waits in a circle",
    .flags_all = true,
    .family = "Order and time",
    .question = "Which items wait for each other in a circle?",
    .matters = "Each waits for the next, so none can go first unless somebody breaks the circle.",
    .definition =
        "Entities that depend on each other in a circle, approvals included: a strong "
        "component of 2 or more in the need graph. The shortest circle is shown. Relations below "
        "0.65 make a circle of their own, as a question, and never widen one on record; what is "
        "delivered is left out.",
    .advice = "Settle which of them goes first, and with what part of the others.",
    .caveat = "A need may be for a part that comes early, and then the circle is only on paper.",
    .rule = "Strong components of the need graph, with the shortest circle as evidence",
    .source = "Tarjan, Depth-first search and linear graph algorithms, 1972",
    .examples = {{"a depends-on b  b depends-on c  c depends-on a",
                  "A, B and C depend on each other in a circle"},
                 {"a depends-on b  b depends-on c", ""},
                 {"a depends-on b  b depends-on a  b depends-on c  c depends-on b ~0.5",
                  "A and B depend on each other in a circle"},
                 {"a depends-on b  b depends-on a 2020..2024", ""},
                 {"a depends-on b  b depends-on a  b status delivered", ""}},
};

/// The relations by which x needs y, ascending.
std::vector<RelationId> needs_between(const Graph& graph, EntityId x, EntityId y) {
  std::vector<RelationId> needs;
  for (const RelationId r : graph.out(x))
    if (graph.relation(r).to == y && info(graph.relation(r).verb).need == Need::forward)
      needs.push_back(r);
  for (const RelationId r : graph.in(x))
    if (graph.relation(r).from == y && info(graph.relation(r).verb).need == Need::backward)
      needs.push_back(r);
  return needs;
}

/// The strongest of them.
RelationId need_between(const Graph& graph, EntityId x, EntityId y) {
  const auto needs = needs_between(graph, x, y);
  return *std::max_element(needs.begin(), needs.end(), [&](RelationId a, RelationId b) {
    return graph.relation(a).confidence < graph.relation(b).confidence;
  });
}

/// The need graph by index of entity, without what is delivered, and of relations with at least so
/// much confidence.
algo::Digraph needs_of(const Graph& graph, double least) {
  std::vector<algo::Arc> arcs;
  for (std::size_t i = 0; i < graph.relation_count(); ++i) {
    const RelationId id{static_cast<std::uint32_t>(i)};
    const Relation& r = graph.relation(id);
    const Need need = info(r.verb).need;
    if (need == Need::none || !graph.open(id) || r.confidence < least) continue;
    const auto counts = [&](EntityId end) {
      return !graph.is_whole_government(end) && !is_delivered(graph, end);
    };
    if (!counts(r.from) || !counts(r.to)) continue;
    const auto from = static_cast<algo::Vertex>(r.from);
    const auto to = static_cast<algo::Vertex>(r.to);
    arcs.push_back(need == Need::forward ? algo::Arc{from, to} : algo::Arc{to, from});
  }
  return algo::Digraph(graph.entity_count(), std::move(arcs));
}

using Members = std::vector<algo::Vertex>;

/// Circles among the members, of at most so many vertices, each from its lowest vertex on; no more
/// than `most`, so that a dense component is no trouble: the more are left out, the less firm the
/// finding looks.
class CircleLister {
 public:
  CircleLister(const algo::Digraph& part, std::size_t longest, std::size_t most)
      : part_(part), longest_(longest), most_(most), on_path_(part.size(), 0) {}

  std::vector<Members> run() {
    for (algo::Vertex start = 0; start < part_.size(); ++start) {
      path_ = {start};
      extend();
    }
    return std::move(circles_);
  }

 private:
  void extend() {
    const algo::Vertex last = path_.back();
    on_path_[last] = 1;
    for (const algo::Vertex to : part_.out(last)) {
      if (circles_.size() == most_) break;
      if (to == path_.front()) circles_.push_back(path_);
      if (to <= path_.front() || on_path_[to] || path_.size() == longest_) continue;
      path_.push_back(to);
      extend();
      path_.pop_back();
    }
    on_path_[last] = 0;
  }

  const algo::Digraph& part_;
  std::size_t longest_, most_;
  std::vector<char> on_path_;
  Members path_;
  std::vector<Members> circles_;
};

/// That one of the circles among the members is there; `part` has their needs.
Condition some_circle(const Graph& graph, const algo::Digraph& part, const Members& members,
                      std::size_t shortest) {
  constexpr std::size_t longer = 2;  // than the shortest
  constexpr std::size_t most = 30;
  std::vector<Condition> circles;
  for (const Members& circle : CircleLister(part, shortest + longer, most).run()) {
    std::vector<Condition> steps;
    for (std::size_t i = 0; i < circle.size(); ++i)
      steps.push_back(
          any_recorded(needs_between(graph, EntityId{members[circle[i]]},
                                     EntityId{members[circle[(i + 1) % circle.size()]]})));
    circles.push_back(all_of(std::move(steps)));
  }
  return any_of(std::move(circles));
}

/// The fewest needs without which no circle is left among the members, all rows of each.
void say_what_flips(const Graph& graph, const algo::Digraph& part, const Members& members,
                    Finding& finding) {
  constexpr std::size_t most_named = 6;
  const auto found = algo::feedback_arcs(part);
  finding.flips.clear();
  finding.flip_distance = 0;
  bool fewest = found.exact;  // arcs; where one stands in several rows, others may be fewer rows
  for (const auto& [x, y] : found.arcs) {
    const auto needs = needs_between(graph, EntityId{members[x]}, EntityId{members[y]});
    finding.flip_distance += needs.size();
    fewest = fewest && needs.size() == 1;
    for (const RelationId r : needs)
      if (finding.flips.size() < most_named) finding.flips.push_back(relation_sentence(graph, r));
  }
  if (!fewest)
    finding.basis.push_back(
        "The corrections that would undo it were picked one by one: fewer may do.");
}

void say_what_to_do(const Graph& graph, const std::vector<EntityId>& names, Finding& finding) {
  const auto departments = departments_of(graph, names);
  const std::string who =
      departments.empty() ? "those who lead them" : join_words(full_names(graph, departments));
  finding.action = (finding.is_question() ? "Check with " : "Settle with ") + who +
                   " which goes first, and with what part of the others.";
  finding.ask = who;
}

/// `need` is the graph that the members are a circular group of; `all` has the guesses too.
Finding describe(const Graph& graph, const algo::Digraph& need, const algo::Digraph& all,
                 const Members& members) {
  const Members circle = algo::shortest_cycle(need, members);
  Finding finding;
  finding.card = &card;
  std::vector<EntityId> names;
  for (std::size_t i = 0; i < circle.size(); ++i) {
    const EntityId x{circle[i]};
    const RelationId r = need_between(graph, x, EntityId{circle[(i + 1) % circle.size()]});
    names.push_back(x);
    finding.evidence.push_back({r, {}});
  }
  for (const algo::Vertex v : members) finding.subjects.push_back(EntityId{v});
  const algo::Digraph part = algo::subgraph(all, members);
  rest_on(graph, finding, some_circle(graph, part, members, circle.size()));
  if (members.size() > circle.size() || finding.flip_distance > 1)
    say_what_flips(graph, part, members, finding);
  finding.affected = members.size();
  finding.severity =
      weigh_severity(graph, finding.subjects, departments_of(graph, finding.subjects));
  finding.headline = capitalise(join_words(full_names(graph, names))) +
                     hedge(finding.confidence, " depend ", " appear to depend ", " may depend ") +
                     "on each other in a circle";
  finding.why = "Each waits for the next, so none can go first unless the circle is broken.";
  say_what_to_do(graph, names, finding);
  if (members.size() > circle.size())
    finding.basis.push_back("This is the shortest circle among " + std::to_string(members.size()) +
                            " that depend on each other.");
  return finding;
}

/// Circles of relations on record first, so that a guess never widens one; then the rest, unless it
/// only widens one of these.
std::vector<Finding> run(const LensInput& input) {
  const Graph& graph = input.graph;
  const algo::Digraph recorded = needs_of(graph, recorded_confidence);
  const algo::Digraph all = needs_of(graph, 0);
  std::vector<Finding> findings;
  std::vector<char> told(graph.entity_count(), 0);
  for (const Members& members : algo::circular_groups(recorded)) {
    findings.push_back(describe(graph, recorded, all, members));
    for (const algo::Vertex v : members) told[v] = 1;
  }
  for (const Members& members : algo::circular_groups(all))
    if (std::none_of(members.begin(), members.end(), [&](algo::Vertex v) { return told[v]; }))
      findings.push_back(describe(graph, all, all, members));
  return findings;
}

}  // namespace

const Lens circular_dependency_lens = {&card, run};

}  // namespace crosscut
