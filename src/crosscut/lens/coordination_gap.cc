#include "crosscut/base/text.h"
#include "crosscut/lens/lens.h"
#include "crosscut/lens/meetings.h"
#include "crosscut/lens/weigh.h"
#include "crosscut/model/names.h"

namespace crosscut {
namespace {

const Card card = {
    .id = "coordination-gap",
    .singular = "coordination gap",
    .plural = "coordination gaps",
    .flag = "",  // about 2 departments, not about one box
    .family = "Silos and coordination",
    .question = "Which departments depend on each other and never meet?",
    .matters = "What one needs from the other is then settled late, by letter, or not at all.",
    .definition =
        "Two departments where something that one answers for depends on something of the other, "
        "that sit together on no forum and do not coordinate by arrangement. Bodies and roles "
        "count for their department; forums that seat every department are ignored.",
    .advice = "Give the pair a table: a seat on an existing board first, a new board last.",
    .caveat =
        "Membership is often not published. Two departments may meet where the map does not see "
        "it.",
    .rule =
        "Socio-technical congruence: required coordination without actual coordination; Low for "
        "one need, Medium for 2, High for 3 or more or a mission",
    .source =
        "Cataldo and others, Identification of coordination requirements, 2006 and 2008; National "
        "Audit Office guide on cross-government working, 2023 (R17, R18)",
    .examples =
        {{"desnz leads clean-jobs  dwp leads training  clean-jobs depends-on training  ho "
          "member-of other-board",
          "Desnz appears to depend on Dwp over Clean jobs, and we found no board where both sit"},
         {"desnz leads clean-jobs  dwp leads training  clean-jobs depends-on training  desnz "
          "member-of jobs-board  dwp member-of jobs-board  ho member-of other-board",
          ""},
         {"desnz leads clean-jobs  dwp leads training  clean-jobs depends-on training  desnz "
          "coordinates-with dwp",
          ""}},
};

struct Need {
  RelationId relation;
  Condition condition;    // with the ownership of both ends
  double confidence = 1;  // of its weakest fact
};

/// When the relation is a need between the two departments.
Condition need_between(const Graph& graph, RelationId id, const DepartmentPair& pair) {
  const Relation& relation = graph.relation(id);
  std::vector<Condition> ways;
  for (const auto& [x, y] : {std::pair(pair.a, pair.b), std::pair(pair.b, pair.a)}) {
    const auto holds = [&](EntityId end, EntityId department) {
      const auto homes = graph.departments(end);
      return std::find(homes.begin(), homes.end(), department) != homes.end();
    };
    if (!holds(relation.from, x) || !holds(relation.to, y)) continue;
    ways.push_back(
        all_of({recorded(id), owned_by(graph, relation.from, x), owned_by(graph, relation.to, y)}));
  }
  return any_of(std::move(ways));
}

std::vector<Need> find_needs(const Graph& graph, const DepartmentPair& pair) {
  std::vector<Need> needs;
  for (const RelationId r : pair.needs) {
    Condition condition = need_between(graph, r, pair);
    const double confidence = weakest_confidence(graph, condition);
    needs.push_back({r, std::move(condition), confidence});
  }
  std::sort(needs.begin(), needs.end(), [](const Need& a, const Need& b) {
    return a.confidence != b.confidence ? a.confidence > b.confidence : a.relation < b.relation;
  });
  needs.erase(std::unique(needs.begin(), needs.end(),
                          [](const Need& a, const Need& b) { return a.relation == b.relation; }),
              needs.end());
  return needs;
}

/// " over X", " over X and 2 other items"; empty when no need has an item at an end.
std::string topics(const Graph& graph, const std::vector<Need>& needs) {
  std::vector<EntityId> items;
  for (const Need& need : needs) {
    const Relation& relation = graph.relation(need.relation);
    const EntityId end = is_item(graph.entity(relation.from).kind) ? relation.from : relation.to;
    if (is_item(graph.entity(end).kind) &&
        std::find(items.begin(), items.end(), end) == items.end())
      items.push_back(end);
  }
  if (items.empty()) return {};
  std::string text = " over " + full_name(graph, items.front());
  if (items.size() > 1) text += " and " + count_of(items.size() - 1, "other item", "other items");
  return text;
}

/// The needs, each followed by the leads that give its ends their homes.
std::vector<Evidence> cite(const Graph& graph, const DepartmentPair& pair,
                           const std::vector<Need>& needs) {
  std::vector<RelationId> relations;
  const auto add = [&](RelationId r) {
    if (std::find(relations.begin(), relations.end(), r) == relations.end()) relations.push_back(r);
  };
  for (const Need& need : needs) {
    add(need.relation);
    const Relation& relation = graph.relation(need.relation);
    for (const EntityId end : {relation.from, relation.to})
      for (const EntityId department : {pair.a, pair.b})
        for (const RelationId lead : ownership_relations(graph, end, department)) add(lead);
  }
  std::vector<Evidence> evidence;
  for (const RelationId r : relations) evidence.push_back({r, {}});
  return evidence;
}

Severity weigh(const Graph& graph, const std::vector<Need>& needs) {
  const bool mission = std::any_of(needs.begin(), needs.end(), [&](const Need& need) {
    const Relation& relation = graph.relation(need.relation);
    return graph.entity(relation.from).kind == Kind::mission ||
           graph.entity(relation.to).kind == Kind::mission;
  });
  return mission || needs.size() >= 3 ? Severity::high
         : needs.size() == 2          ? Severity::medium
                                      : Severity::low;
}

std::vector<EntityId> missions_of(const Graph& graph, const std::vector<Need>& needs) {
  std::vector<EntityId> missions;
  for (const Need& need : needs) {
    const auto touched = missions_touched(graph, graph.relation(need.relation).from);
    missions.insert(missions.end(), touched.begin(), touched.end());
  }
  keep_unique(missions);
  return missions;
}

/// "A depends on B", "B depends on A" or "A and B depend on each other".
std::string dependence(const Graph& graph, const DepartmentPair& pair,
                       const std::vector<Need>& needs, double confidence) {
  bool forward = false;
  bool backward = false;
  for (const Need& need : needs) {
    const auto homes = graph.departments(graph.relation(need.relation).from);
    (std::find(homes.begin(), homes.end(), pair.a) != homes.end() ? forward : backward) = true;
  }
  const std::string a = full_name(graph, pair.a);
  const std::string b = full_name(graph, pair.b);
  if (forward && backward)
    return a + " and " + b + hedge(confidence, " depend", " appear to depend", " may depend") +
           " on each other's work";
  const std::string verb(
      hedge(confidence, " depends on ", " appears to depend on ", " may depend on "));
  return forward ? a + verb + b : b + verb + a;
}

/// That one of the needs is there, and no board where both sit.
Condition unmet(const std::vector<Need>& needs, const std::string& both, double absence,
                Like like) {
  std::vector<Condition> ways;
  for (const Need& need : needs) ways.push_back(need.condition);
  return all_of({any_of(std::move(ways)),
                 not_on_record(missing_fact("one board where " + both + " sit", absence, like))});
}

Finding describe(const LensInput& input, const DepartmentPair& pair, const std::vector<Need>& needs,
                 const ForumBase& base, Like like) {
  const Graph& graph = input.graph;
  Finding finding;
  finding.card = &card;
  const bool looked = graph.looked_for(pair.a, Coverage::forums) ||
                      graph.looked_for(pair.b, Coverage::forums) ||
                      graph.looked_for(pair.a, Coverage::membership) ||
                      graph.looked_for(pair.b, Coverage::membership);
  finding.absence = looked ? 0.8 : 0.6;
  const std::string both = full_name(graph, pair.a) + " and " + full_name(graph, pair.b);
  rest_on(graph, finding, unmet(needs, both, finding.absence, like));
  finding.severity = weigh(graph, needs);
  finding.subjects = {pair.a, pair.b};
  finding.affected = needs.size();
  finding.headline = capitalise(dependence(graph, pair, needs, finding.confidence)) +
                     topics(graph, needs) + ", and we found no board where both sit";
  const auto missions = missions_of(graph, needs);
  finding.why = missions.empty()
                    ? "What one needs from the other may be settled late, or not at all."
                    : "This bears on " + join_words(full_names(graph, missions)) +
                          ". What one needs from the other may be settled late, or not at all.";
  finding.action = finding.is_question()
                       ? "Check with " + both + " where they settle this."
                       : "Give " + both + " a table for this: a seat on an existing board first.";
  finding.ask = both;
  finding.basis.push_back(capitalise(count_of(needs.size(), "need joins", "needs join")) +
                          " the two.");
  finding.basis.push_back("We found no board where both sit; members are known for " +
                          std::to_string(base.with_members) + " of " +
                          count_of(base.forums, "forum", "forums") + ".");
  finding.evidence = cite(graph, pair, needs);
  return finding;
}

std::vector<Finding> run(const LensInput& input) {
  const ForumBase base = forum_base(input.graph);
  std::vector<Finding> findings;
  if (base.with_members == 0) return findings;  // not looked for
  Like like;                                    // pairs that need each other; that meet
  for (const DepartmentPair& pair : input.pairs) {
    if (pair.needs.empty()) continue;
    ++like.all;
    if (pair.coordinates || !pair.forums.empty()) ++like.have;
  }
  for (const DepartmentPair& pair : input.pairs)
    if (!pair.coordinates && pair.forums.empty() && !pair.needs.empty())
      findings.push_back(describe(input, pair, find_needs(input.graph, pair), base, like));
  return findings;
}

}  // namespace

const Lens coordination_gap_lens = {&card, run};

}  // namespace crosscut
