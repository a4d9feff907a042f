#include <map>

#include "crosscut/base/text.h"
#include "crosscut/lens/lens.h"
#include "crosscut/lens/meetings.h"
#include "crosscut/lens/weigh.h"
#include "crosscut/model/homes.h"
#include "crosscut/model/names.h"

namespace crosscut {
namespace {

const Card card = {
    .id = "shared-lead",
    .singular = "shared lead",
    .plural = "shared leads",
    .family = "Ownership",
    .question = "Which items do several departments lead together?",
    .matters =
        "Where several lead, each may wait for the other, and whoever asks does not know whom to "
        "ask.",
    .definition =
        "An open item that is led or co-led, in one capacity, from 2 or more departments or bodies "
        "that stand on their own. Joint presentation, a department beside its own minister, a "
        "joint minister and a devolved government beside the United Kingdom's are not counted.",
    .advice = "Say who decides when the leads differ, and where they meet.",
    .caveat =
        "Shared leadership is often agreed and works. The finding says where to look, not that "
        "something is wrong.",
    .rule =
        "R14, R16 and R31: contributors answer for their own parts, and one lead remains; Low, or "
        "Medium where the leads share no forum",
    .source = "Written answer 116992, 10 February 2022; responsibility charting (RACI)",
    .examples =
        {{"dwp leads youth-guarantee  dfe co-leads youth-guarantee",
          "Dfe and Dwp lead Youth guarantee together, and we found no board where they meet"},
         {"dwp leads youth-guarantee  dfe co-leads youth-guarantee  dwp member-of board  dfe "
          "member-of board",
          "Dfe and Dwp lead Youth guarantee together"},
         {"dwp leads youth-guarantee  dfe co-leads youth-guarantee as presented", ""},
         {"dwp leads youth-guarantee  minister:role under dwp  minister co-leads youth-guarantee",
          ""},
         {"dwp leads youth-guarantee 2020..2025  dfe leads youth-guarantee 2025-06-01..", ""}},
};

struct Share {
  EntityId home;
  RelationId lead;  // the strongest
};

/// One lead a home, in the capacity that most homes share; strongest first.
std::vector<Share> find_shares(const Graph& graph, EntityId item) {
  std::map<Capacity, std::vector<Share>> by_capacity;
  for (const RelationId r : owning_leads(graph, item)) {
    const Relation& relation = graph.relation(r);
    const auto& owners = graph.home(relation.from).owners;
    if (owners.size() != 1 || graph.entity(owners.front()).kind == Kind::devolved_government)
      continue;
    auto& shares = by_capacity[relation.capacity];
    const auto same = std::find_if(shares.begin(), shares.end(),
                                   [&](const Share& s) { return s.home == owners.front(); });
    if (same == shares.end())
      shares.push_back({owners.front(), r});
    else if (graph.relation(same->lead).confidence < relation.confidence)
      same->lead = r;
  }
  std::vector<Share> most;
  for (auto& [capacity, shares] : by_capacity)
    if (shares.size() > most.size()) most = shares;
  std::sort(most.begin(), most.end(), [&](const Share& a, const Share& b) {
    const double x = graph.relation(a.lead).confidence;
    const double y = graph.relation(b.lead).confidence;
    return x != y ? x > y : a.home < b.home;
  });
  return most;
}

Finding describe(const LensInput& input, EntityId item, const std::vector<Share>& shares) {
  const Graph& graph = input.graph;
  Finding finding;
  finding.card = &card;
  std::vector<EntityId> homes;
  for (const Share& share : shares) {
    homes.push_back(share.home);
    finding.evidence.push_back({share.lead, {}});
  }
  keep_unique(homes);
  bool together = true;
  for (const EntityId a : homes)
    for (const EntityId b : homes)
      if (a < b && !meet(input.pairs, a, b)) together = false;
  finding.confidence = graph.relation(shares[1].lead).confidence;
  finding.severity = together ? Severity::low : Severity::medium;
  finding.subjects = {item};
  finding.affected = 1;
  const std::string name = full_name(graph, item);
  const std::string leads = join_words(full_names(graph, homes));
  finding.headline = capitalise(leads) +
                     hedge(finding.confidence, " lead ", " appear to lead ", " may lead ") + name +
                     " together" + (together ? "" : ", and we found no board where they meet");
  finding.why = together ? "They meet, so differences can be settled; who decides in the end is "
                           "still worth knowing."
                         : "If they differ, we found no place where it would be settled.";
  finding.action = hedge(finding.confidence, "Agree", "Agree", "Check with " + leads) +
                   (finding.is_question() ? " who decides on " : " who decides on ") + name +
                   " when the leads differ" + (together ? "." : ", and where they meet.");
  finding.ask = leads;
  const ForumBase base = forum_base(graph);
  if (!together)
    finding.basis.push_back("Members are known for " + std::to_string(base.with_members) + " of " +
                            count_of(base.forums, "forum", "forums") + ".");
  finding.flips = {"the lead of " + full_name(graph, graph.relation(shares[1].lead).from)};
  return finding;
}

std::vector<Finding> run(const LensInput& input) {
  std::vector<Finding> findings;
  for (std::size_t i = 0; i < input.graph.entity_count(); ++i) {
    const EntityId item{static_cast<std::uint32_t>(i)};
    if (!is_live_item(input.graph, item)) continue;
    const auto shares = find_shares(input.graph, item);
    if (shares.size() >= 2) findings.push_back(describe(input, item, shares));
  }
  return findings;
}

}  // namespace

const Lens shared_lead_lens = {&card, run};

}  // namespace crosscut
