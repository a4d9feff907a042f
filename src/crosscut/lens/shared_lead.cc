#include "crosscut/base/text.h"
#include "crosscut/lens/leads.h"
#include "crosscut/lens/lens.h"
#include "crosscut/lens/meetings.h"
#include "crosscut/lens/weigh.h"
#include "crosscut/model/names.h"

namespace crosscut {
namespace {

const Card card = {
    .id = "shared-lead",
    .singular = "shared lead",
    .plural = "shared leads",
    .flag = "Shared lead",
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
        {{"dwp leads youth-guarantee  dfe co-leads youth-guarantee  ho member-of board",
          "Dfe and Dwp lead the Youth guarantee together, and we found no board where they meet"},
         {"dwp leads youth-guarantee  dfe co-leads youth-guarantee  dwp member-of board  dfe "
          "member-of board",
          "Dfe and Dwp lead the Youth guarantee together"},
         {"dwp leads youth-guarantee  dfe co-leads youth-guarantee as presented", ""},
         {"dwp leads youth-guarantee  minister:role under dwp  minister co-leads youth-guarantee",
          ""},
         {"dwp leads youth-guarantee 2020..2025  dfe leads youth-guarantee 2025-06-01..", ""}},
};

/// Forums where all of the homes sit.
std::vector<EntityId> boards_of(const std::vector<DepartmentPair>& pairs,
                                const std::vector<EntityId>& homes) {
  std::optional<std::vector<EntityId>> shared;
  for (std::size_t i = 0; i + 1 < homes.size(); ++i) {
    const DepartmentPair* pair = find_pair(pairs, homes[i], homes[i + 1]);
    const std::vector<EntityId> forums = pair ? pair->forums : std::vector<EntityId>{};
    if (!shared) shared = forums;
    std::erase_if(*shared, [&](EntityId forum) {
      return std::find(forums.begin(), forums.end(), forum) == forums.end();
    });
  }
  return shared.value_or(std::vector<EntityId>{});
}

Finding describe(const LensInput& input, EntityId item, const std::vector<HomeLead>& all,
                 const ForumBase& base) {
  const Graph& graph = input.graph;
  const std::vector<HomeLead> shares = leads_at_once(graph, all);
  Finding finding;
  finding.card = &card;
  std::vector<EntityId> homes;
  for (const HomeLead& share : shares) {
    homes.push_back(share.home);
    finding.evidence.push_back({share.lead, {}});
  }
  keep_unique(homes);
  const std::vector<EntityId> boards = boards_of(input.pairs, homes);
  const bool together = !boards.empty();
  // Where the map holds no member of any board, it says nothing about who meets.
  const bool looked = base.with_members > 0;
  rest_on(graph, finding, led_together(graph, shares));
  finding.severity = together || !looked ? Severity::low : Severity::medium;
  finding.subjects = {item};
  finding.affected = 1;
  const std::string name = full_name(graph, item);
  const std::string leads = join_words(full_names(graph, homes));
  finding.headline =
      capitalise(leads) + hedge(finding.confidence, " lead ", " appear to lead ", " may lead ") +
      name + " together" + (together || !looked ? "" : ", and we found no board where they meet");
  if (together)
    finding.why = "They both sit on " + join_some(full_names(graph, boards), 2) +
                  ". Who decides when they differ is still worth knowing.";
  else
    finding.why = "If they differ, we found no place where it would be settled.";
  finding.action = (finding.is_question() ? "Check with " + leads : std::string("Agree")) +
                   " who decides on " + name + " when the leads differ" +
                   (together ? "." : ", and where they meet.");
  finding.ask = leads;
  if (!together && looked)
    finding.basis.push_back("Members are known for " + std::to_string(base.with_members) + " of " +
                            count_of(base.forums, "forum", "forums") + ".");
  if (const std::string note = transition_note(graph, item); !note.empty())
    finding.basis.push_back(note);
  return finding;
}

std::vector<Finding> run(const LensInput& input) {
  const ForumBase base = forum_base(input.graph);
  std::vector<Finding> findings;
  for (const EntityId item : live_items(input.graph)) {
    if (lead_together(input.graph, leads_by_home(input.graph, item, Counted::leads))) continue;
    const auto shares = leads_by_home(input.graph, item, Counted::leads_and_co_leads);
    if (lead_together(input.graph, shares)) findings.push_back(describe(input, item, shares, base));
  }
  return findings;
}

}  // namespace

const Lens shared_lead_lens = {&card, run};

}  // namespace crosscut
