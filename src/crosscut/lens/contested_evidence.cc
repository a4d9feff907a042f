#include <algorithm>

#include "crosscut/base/text.h"
#include "crosscut/lens/lens.h"
#include "crosscut/lens/weigh.h"
#include "crosscut/model/names.h"

namespace crosscut {
namespace {

const Card card = {
    .id = "contested-evidence",
    .singular = "relation on which the evidence disagrees",
    .plural = "relations on which the evidence disagrees",
    .flag = "",
    .family = "Ownership",
    .question = "Where do those who were asked, or the sources, contradict each other?",
    .matters =
        "What one holds to be agreed the other may not deliver, and any figure that rests on the "
        "relation is open.",
    .definition =
        "An open relation that one row of the maps states and another denies (answer: no). A no "
        "that nobody contradicts ends the matter: the relation is then not in the map.",
    .advice = "Ask both sides for the paper that they rest on, and settle which holds.",
    .caveat = "They may have read the question differently, or speak of different dates.",
    .rule = "A confirmed no outranks silence, and never outvotes a yes; at most Medium",
    .source = "crosscut's own rule for maps that are gathered from several respondents",
    .examples = {{"defra leads land-use  defra leads land-use answer no",
                  "Evidence disagrees on whether Defra leads Land use"},
                 {"defra leads land-use ~0.7  defra leads land-use answer no ~0.7",
                  "Evidence appears to disagree on whether Defra leads Land use"},
                 {"defra leads land-use  mhclg leads land-use answer no", ""},
                 {"defra leads land-use 2020..2022  defra leads land-use answer no", ""}},
};

Finding describe(const Graph& graph, RelationId id) {
  const Relation& relation = graph.relation(id);
  const std::string sentence = relation_sentence(graph, id);
  Finding finding;
  finding.card = &card;
  const auto rows = [](std::size_t count, const char* what) {
    return at_least(1, std::vector<Condition>(count, stands(what)));
  };
  rest_on(graph, finding,
          all_of({rows(relation.citations.size(), "a row that states it"),
                  rows(relation.denials.size(), "a row that denies it")}));
  // That the rows disagree is certain; how sure each side is says how serious that is.
  finding.confidence = std::min(relation.confidence, relation.denials.front().confidence);
  finding.severity = relation.verb == Verb::leads || relation.verb == Verb::co_leads
                         ? Severity::medium
                         : Severity::low;
  finding.subjects = {relation.from, relation.to};
  finding.affected = 1;
  finding.headline =
      hedge(finding.confidence, "Evidence disagrees on whether ",
            "Evidence appears to disagree on whether ", "Evidence may disagree on whether ") +
      sentence;
  finding.why = capitalise(count_of(relation.citations.size(), "row states it", "rows state it")) +
                ", and " + count_of(relation.denials.size(), "row denies it", "rows deny it") + ".";
  finding.action = "Ask both sides what they rest on, and settle whether " + sentence + ".";
  finding.ask = join_words(full_names(graph, {relation.from, relation.to}));
  finding.evidence.push_back({id, {}});
  return finding;
}

std::vector<Finding> run(const LensInput& input) {
  const Graph& graph = input.graph;
  std::vector<Finding> findings;
  for (std::size_t i = 0; i < graph.relation_count(); ++i) {
    const RelationId id{static_cast<std::uint32_t>(i)};
    const Relation& relation = graph.relation(id);
    if (!graph.open(id) || relation.denials.empty()) continue;
    const std::vector<EntityId> pair = {relation.from, relation.to};
    const auto same = std::find_if(findings.begin(), findings.end(),
                                   [&](const Finding& known) { return known.subjects == pair; });
    if (same == findings.end()) {
      findings.push_back(describe(graph, id));
    } else {  // one finding a pair
      same->evidence.push_back({id, {}});
      same->basis.push_back("The same holds of whether " + relation_sentence(graph, id) + ".");
    }
  }
  return findings;
}

}  // namespace

const Lens contested_evidence_lens = {&card, run};

}  // namespace crosscut
