#include <map>

#include "crosscut/base/text.h"
#include "crosscut/lens/conflicts.h"
#include "crosscut/lens/lens.h"
#include "crosscut/lens/weigh.h"
#include "crosscut/model/names.h"

namespace crosscut {
namespace {

const Card card = {
    .id = "trade-off",
    .singular = "trade-off",
    .plural = "trade-offs",
    .flag = "Pulls against another aim",
    .family = "Trade-offs",
    .question = "Where does one department's work pull against another's aim?",
    .matters = "A source says that one makes the other harder.",
    .definition =
        "An open item that constrains or conflicts with a target or mission which "
        "another department's work advances, or 2 items of different owners that "
        "conflict with a strength of 2 or more.",
    .advice = "Agree how both can be met, or which has priority, and who decides.",
    .caveat =
        "A constraint may be intended: a safeguard is meant to slow what it guards against. "
        "Statements with a confidence below 0.5 are left out.",
    .rule = "Direct negative cross-impact; longer chains are not netted against gains",
    .source =
        "Nilsson, Griggs and Visbeck, Map the interactions between Sustainable Development "
        "Goals, 2016; Weitz and others, 2018",
    .examples = {{"defra leads nature-rules  mhclg leads homes:target  dft leads roads  roads "
                  "advances homes  nature-rules constrains homes",
                  "Nature rules make ‘Homes’ harder to reach"},
                 {"defra leads a  mhclg leads b  a conflicts-with b x2",
                  "A and B pull against each other"},
                 {"defra leads a  mhclg leads b  a conflicts-with b x2  b conflicts-with a x2",
                  "A and B pull against each other"},
                 {"defra leads a  mhclg leads b  a conflicts-with b", ""},
                 {"defra leads a  defra leads b  a conflicts-with b x3", ""}},
};

/// How many work towards what is harmed, with the strongest 3 of their rows: one would do.
void cite_counterparts(const Graph& graph, const Conflict& conflict, Finding& finding) {
  constexpr std::size_t most = 3;
  std::vector<RelationId> rows = conflict.counterparts;
  if (rows.empty()) return;
  std::stable_sort(rows.begin(), rows.end(), [&](RelationId a, RelationId b) {
    return graph.relation(a).confidence > graph.relation(b).confidence;
  });
  finding.basis.push_back(
      capitalise(count_of(rows.size(), "item", "items")) +
      (rows.size() == 1 ? " of another department works" : " of other departments work") +
      " towards " + full_name(graph, graph.relation(rows.front()).to) +
      (rows.size() > most ? "; 3 of them are cited." : "."));
  rows.resize(std::min(rows.size(), most));
  for (const RelationId r : rows) finding.evidence.push_back({r, {}});
}

Finding describe(const Graph& graph, const Conflict& conflict) {
  const Relation& relation = graph.relation(conflict.relation);
  const std::string harms = full_name(graph, relation.from);
  const std::string harmed = full_name(graph, relation.to);
  const bool many = is_plural(graph, relation.from);
  Finding finding;
  finding.card = &card;
  rest_on(graph, finding, conflict.condition);
  finding.subjects = {relation.from, relation.to};
  std::vector<EntityId> items = finding.subjects;
  for (const RelationId r : conflict.counterparts) items.push_back(graph.relation(r).from);
  finding.severity = weigh_severity(graph, finding.subjects, departments_of(graph, items));
  if (relation.strength == 1) finding.severity = Severity::low;
  finding.affected = items.size();
  if (relation.verb == Verb::conflicts_with)
    finding.headline = capitalise(harms) + " and " + harmed +
                       hedge(finding.confidence, " pull", " appear to pull", " may pull") +
                       " against each other";
  else
    finding.headline = capitalise(harms) +
                       hedge(finding.confidence, many ? " make " : " makes ",
                             many ? " appear to make " : " appears to make ", " may make ") +
                       harmed + " harder to reach";
  finding.why = "A source says that one makes the other harder.";
  const std::string owners = join_words(full_names(graph, owners_of(graph, conflict)));
  const std::string who = owners.empty() ? "those who lead them" : owners;
  finding.action = (finding.is_question()
                        ? "Check with " + who + " whether this is so."
                        : "Agree with " + who + " how both can be met, or which has priority.");
  finding.ask = who;
  finding.evidence.push_back({conflict.relation, {}});
  cite_counterparts(graph, conflict, finding);
  return finding;
}

/// The same two, stated another way or the other way round, are one finding: that of the stronger
/// statement, with the evidence of both.
void join(const Graph& graph, Finding& finding, Finding& kept) {
  finding.subjects = kept.subjects;
  if (finding.confidence > kept.confidence) std::swap(finding, kept);
  for (const Evidence& evidence : finding.evidence) {
    const auto same = [&](const Evidence& e) { return e.relation == evidence.relation; };
    if (std::none_of(kept.evidence.begin(), kept.evidence.end(), same))
      kept.evidence.push_back(evidence);
  }
  kept.severity = std::max(kept.severity, finding.severity);
  kept.affected = std::max(kept.affected, finding.affected);
  rest_on(graph, kept, any_of({std::move(kept.condition), std::move(finding.condition)}));
}

std::vector<Finding> run(const LensInput& input) {
  std::map<std::pair<EntityId, EntityId>, Finding> by_pair;
  for (const Conflict& conflict : find_conflicts(input.graph)) {
    const Relation& relation = input.graph.relation(conflict.relation);
    const bool mutual =
        relation.verb == Verb::conflicts_with && by_pair.contains({relation.to, relation.from});
    const auto pair =
        mutual ? std::pair(relation.to, relation.from) : std::pair(relation.from, relation.to);
    Finding finding = describe(input.graph, conflict);
    const auto [same, added] = by_pair.try_emplace(pair, finding);
    if (!added) join(input.graph, finding, same->second);
  }
  std::vector<Finding> findings;
  for (auto& [pair, finding] : by_pair) findings.push_back(std::move(finding));
  return findings;
}

}  // namespace

const Lens trade_off_lens = {&card, run};

}  // namespace crosscut
