#include <algorithm>
#include <optional>

#include "crosscut/base/text.h"
#include "crosscut/lens/consent_chains.h"
#include "crosscut/lens/lens.h"
#include "crosscut/lens/weigh.h"
#include "crosscut/model/homes.h"
#include "crosscut/model/names.h"

namespace crosscut {
namespace {

constexpr std::size_t enough_consents = 3;
constexpr std::size_t nobody = static_cast<std::size_t>(-1);

const Card card = {
    .id = "long-approval-chain",
    .singular = "long chain of consents",
    .plural = "long chains of consents",
    .flag = "Waits for many consents",
    .family = "Order and time",
    .question = "What waits for many consents, one after the other?",
    .matters = "Each consent can start only when the one before it is given, so delays add up.",
    .definition =
        "An open item that needs a consent and depends on another that needs one, and so on, so "
        "that 3 or more consents by 2 or more owners stand one after the other. Clearances count "
        "as consents. Of several consents to one item one counts, as they can be given side by "
        "side. What is delivered or in force has its consents; what waits in a circle has no order "
        "and is left to circular-dependency. At most Medium.",
    .advice = "Ask which consents can be given side by side, and agree how long each may take.",
    .caveat =
        "No duration is recorded, and none is made up. A consent may be sought before all that "
        "the item depends on is in place.",
    .rule = "Longest chain of approvals in the need graph, without durations",
    .source =
        "Kelley and Walker, Critical-path planning and scheduling, 1959; the threshold is ours",
    .examples =
        {{"planners:body approves towns  towns depends-on railway  regulator:body approves railway "
          " railway depends-on grid-plan  planners approves grid-plan",
          "Towns wait for 3 consents one after the other, from Planners and the Regulator"},
         {"planners:body approves towns  towns depends-on railway  planners approves railway  "
          "railway depends-on grid-plan  planners approves grid-plan",
          ""},
         {"planners:body approves towns  regulator:body approves towns  hmt:department approves "
          "towns",
          ""},
         {"planners:body approves towns  towns depends-on railway  regulator:body approves railway "
          " railway depends-on grid-plan  planners approves grid-plan  grid-plan status in-force",
          ""},
         {"planners:body approves towns  towns depends-on railway  regulator:body approves railway "
          " railway depends-on grid-plan  planners approves grid-plan  grid-plan depends-on towns",
          ""}},
};

/// What the finding rests on.
struct Path {
  std::vector<EntityId> items;        // in the order of waiting
  std::vector<EntityId> approvers;    // each once
  std::vector<RelationId> relations;  // consents and needs, in order; all of them are needed
};

Path path_of(const Graph& graph, const ConsentChains& chains, EntityId start) {
  Path path{{start}, {}, {}};
  const auto add = [](auto& list, auto what) {
    if (std::find(list.begin(), list.end(), what) == list.end()) list.push_back(what);
  };
  for (const ConsentChain* at = chains.longest(start); at != nullptr; at = chains.next(*at)) {
    if (at->consent) {
      add(path.approvers, graph.relation(*at->consent).from);
      add(path.relations, *at->consent);
    }
    if (chains.next(*at) == nullptr) break;
    add(path.relations, *at->need);
    path.items.push_back(at->next);
  }
  return path;
}
void say_what_to_do(const Graph& graph, const Path& path, Finding& finding) {
  const std::string who = join_some(full_names(graph, path.approvers), 3);
  finding.action = finding.is_question()
                       ? "Check with " + who + " which of these consents wait for each other."
                       : "Agree with " + who + " which consents can be given side by side.";
  finding.ask = who;
}

/// "It waits for X, and that for Y."
std::string waits_in_words(const Graph& graph, const std::vector<EntityId>& items) {
  constexpr std::size_t most = 6;
  std::string text = "It waits for ";
  for (std::size_t i = 1; i < std::min(items.size(), most + 1); ++i)
    text += (i == 1 ? "" : ", and that for ") + full_name(graph, items[i]);
  if (items.size() > most + 1)
    text += ", and so on for " + count_of(items.size() - most - 1, "more item", "more items");
  return text + ".";
}

Finding describe(const Graph& graph, const Path& path, const ConsentChain& chain) {
  const EntityId item = path.items.front();
  Finding finding;
  finding.card = &card;
  std::vector<Condition> steps;
  for (const RelationId r : path.relations) steps.push_back(recorded(r));
  rest_on(graph, finding, all_of(std::move(steps)));
  finding.severity = std::min(Severity::medium,
                              weigh_severity(graph, path.items, departments_of(graph, path.items)));
  finding.subjects = {item};
  finding.affected = path.items.size();
  const bool many = is_plural(graph, item);
  finding.headline = capitalise(full_name(graph, item)) +
                     hedge(finding.confidence, many ? " wait" : " waits",
                           many ? " appear to wait" : " appears to wait", " may wait") +
                     " for " + std::to_string(chain.consents) +
                     " consents one after the other, from " +
                     join_some(full_names(graph, path.approvers), 3);
  finding.why = "A delay of any of them delays all that come after it.";
  say_what_to_do(graph, path, finding);
  finding.basis.push_back(waits_in_words(graph, path.items));
  for (const RelationId r : path.relations) finding.evidence.push_back({r, {}});
  return finding;
}

void say_who_joins(const Graph& graph, const std::vector<EntityId>& joining, Finding& finding) {
  if (joining.empty()) return;
  finding.affected += joining.size();
  finding.basis.push_back(
      capitalise(join_some(full_names(graph, joining), 3)) +
      (joining.size() == 1 && !is_plural(graph, joining.front()) ? " waits" : " wait") +
      " for a part of the same chain.");
}

/// The finding that tells of the chain that begins at the item, or of one that it joins; what
/// stands between is from now on told there too, so that nothing is walked twice.
std::size_t told_with(const ConsentChains& chains, EntityId start, std::vector<std::size_t>& told) {
  std::vector<EntityId> before;
  EntityId item = start;
  for (const ConsentChain* at = chains.longest(start);;) {
    if (told[index_of(item)] != nobody || chains.next(*at) == nullptr) break;
    before.push_back(item);
    item = at->next;
    at = chains.next(*at);
  }
  const std::size_t by = told[index_of(item)];
  if (by != nobody)
    for (const EntityId id : before) told[index_of(id)] = by;
  return by;
}

/// Chains of relations on record first, so that a guess never makes a question of one. What stands
/// in the middle of a chain is told with it; what joins it is named there.
std::vector<Finding> run(const LensInput& input) {
  const Graph& graph = input.graph;
  std::vector<Finding> findings;
  std::vector<std::vector<EntityId>> joining;
  std::vector<std::size_t> told(graph.entity_count(), nobody);  // by which finding
  for (const double least : {recorded_confidence, 0.0}) {
    const ConsentChains chains(graph, least);
    for (const EntityId id : chains.waiting_first()) {
      const ConsentChain* chain = chains.longest(id);
      if (chain == nullptr || chain->consents < enough_consents) continue;
      if (!is_item(graph.entity(id).kind) || told[index_of(id)] != nobody) continue;
      if (const std::size_t by = told_with(chains, id, told); by != nobody) {
        if (least > 0) joining[by].push_back(id);
        continue;
      }
      const Path path = path_of(graph, chains, id);
      for (const EntityId item : path.items) told[index_of(item)] = findings.size();
      findings.push_back(describe(graph, path, *chain));
      joining.emplace_back();
    }
  }
  for (std::size_t i = 0; i < findings.size(); ++i) say_who_joins(graph, joining[i], findings[i]);
  return findings;
}

}  // namespace

const Lens long_approval_chain_lens = {&card, run};

}  // namespace crosscut
