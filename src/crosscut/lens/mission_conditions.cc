#include <algorithm>
#include <map>
#include <set>

#include "crosscut/base/text.h"
#include "crosscut/lens/aims.h"
#include "crosscut/lens/joint_conditions.h"
#include "crosscut/lens/lens.h"
#include "crosscut/lens/weigh.h"
#include "crosscut/model/names.h"

namespace crosscut {
namespace {

constexpr std::size_t conditions_asked = 5;
constexpr std::size_t enough_conditions = 3;

const Card card = {
    .id = "mission-conditions",
    .singular = "mission with few conditions in place",
    .plural = "missions with few conditions in place",
    .flag = "Few conditions in place",
    .family = "Missions",
    .question = "Which missions lack most of what joint work needs?",
    .matters = "Each gap can be lived with; with most of them, work across departments stalls.",
    .definition =
        "An open mission for which fewer than 3 of 5 conditions are on record: it, or a target of "
        "it, has a measure; it, or a target, has a due date; it has one owner; others contribute, "
        "and each contributor to it works on a target, policy or programme of it; a forum with a "
        "chair is tied to it. Also a statutory mission without a due date, a measure, an owner or "
        "a review cycle.",
    .advice = "Settle the missing conditions together, with one owner for the list.",
    .caveat = "The map may not have looked for all five. The score counts; it does not weigh.",
    .rule =
        "R17: conditions for working across government, 0 to 5, at most Medium; R29 for statutory "
        "missions; R25 and R28 as notes",
    .source =
        "Public Accounts Committee, Cross-government working, HC 75, 13 February 2024; "
        "Levelling-up and Regeneration Act 2023, Part 1; the tests are ours",
    .examples =
        {{"dfe leads opportunity:mission",
          "We found one of the 5 conditions for joint work in place for ‘Opportunity’"},
         {"opportunity:mission due 2029",
          "We found one of the 5 conditions for joint work in place for ‘Opportunity’"},
         {"dfe leads opportunity:mission  opportunity due 2029  opportunity measured attainment",
          ""},
         {"dfe leads opportunity:mission  ready:target part-of opportunity  ready due 2028  dwp "
          "contributes-to ready",
          ""},
         {"dfe leads opportunity:mission  board:forum part-of opportunity  dfe chairs board  dwp "
          "contributes-to opportunity  dwp leads hubs:programme  hubs advances opportunity",
          ""}},
};

std::vector<std::string> names_of(const std::vector<JointCondition>& conditions, bool met) {
  std::vector<std::string> names;
  for (const JointCondition& condition : conditions)
    if (condition.met == met) names.push_back(met ? condition.name : condition.missing);
  return names;
}

/// For each of the conditions asked of missions, how many have it.
using LikeByName = std::map<std::string, Like>;

void count(const std::vector<JointCondition>& conditions, LikeByName& like) {
  for (const JointCondition& condition : conditions) {
    Like& of_name = like[condition.asked];
    ++of_name.all;
    if (condition.met) ++of_name.have;
  }
}

/// So many of those not met are not there either.
Condition missing(const Graph& graph, EntityId mission,
                  const std::vector<JointCondition>& conditions, std::size_t needed,
                  const LikeByName& like) {
  std::vector<Condition> absences;
  for (const JointCondition& condition : conditions)
    if (!condition.met)
      absences.push_back(
          not_on_record(missing_fact(condition.asked + " for " + full_name(graph, mission),
                                     condition.absence, like.at(condition.asked))));
  return at_least(needed, std::move(absences));
}

/// Which are in place, which we did not find, and the rows that say so.
void show(const JointConditions& of, const std::vector<JointCondition>& conditions,
          Finding& finding) {
  if (const auto met = names_of(conditions, true); !met.empty())
    finding.basis.push_back("In place: " + join_words(met) + ".");
  if (const auto missing = names_of(conditions, false); !missing.empty())
    finding.basis.push_back("We found " + join_words(missing) + ".");
  for (const std::string& note : of.notes()) finding.basis.push_back(note);
  std::set<RelationId> cited;
  for (const JointCondition& condition : conditions)
    for (const Evidence& row : condition.rows)
      if (row.relation && cited.insert(*row.relation).second) finding.evidence.push_back(row);
  finding.action = (finding.is_question() ? "Check with " + finding.ask + " whether"
                                          : "Ask " + finding.ask + " whether") +
                   " what we did not find is in place, and who is to settle it.";
}

Finding describe_score(const Graph& graph, EntityId mission, const JointConditions& of,
                       const std::vector<JointCondition>& conditions, std::size_t score,
                       const LikeByName& like) {
  Finding finding = gap_in_aim(graph, card, mission);
  rest_on(graph, finding,
          missing(graph, mission, conditions, conditions_asked - enough_conditions + 1, like));
  finding.absence = finding.confidence;
  finding.headline = "We found " +
                     (score == 0   ? "none"
                      : score == 1 ? "one"
                                   : std::to_string(score)) +
                     " of the " + std::to_string(conditions_asked) +
                     " conditions for joint work in place for " + full_name(graph, mission);
  finding.why = "Work across departments has what it needs where most of these are settled.";
  show(of, conditions, finding);
  return finding;
}

/// R29: what the law asks of a mission laid before Parliament.
std::vector<JointCondition> asked_by_law(const JointConditions& of) {
  return {of.due(), of.measure(), of.owner(), of.review_cycle()};
}

Finding describe_duty(const Graph& graph, EntityId mission, const JointConditions& of,
                      const std::vector<JointCondition>& conditions, const LikeByName& like) {
  Finding finding = gap_in_aim(graph, card, mission);
  rest_on(graph, finding, missing(graph, mission, conditions, 1, like));
  finding.absence = finding.confidence;
  finding.headline = capitalise(full_name(graph, mission)) + " is a duty in law, and we found " +
                     join_words(names_of(conditions, false)) + " for it";
  finding.why = "The law asks for a date, a measure and a review of such a mission.";
  show(of, conditions, finding);
  return finding;
}

std::vector<Finding> run(const LensInput& input) {
  const Graph& graph = input.graph;
  LikeByName like;
  for (const EntityId mission : open_missions(graph)) {
    const JointConditions of(graph, mission);
    count(of.all(), like);
    count({of.review_cycle()}, like);
  }
  std::vector<Finding> findings;
  for (const EntityId mission : open_missions(graph)) {
    const JointConditions of(graph, mission);
    const auto conditions = of.all();
    const std::size_t score = names_of(conditions, true).size();
    if (score < enough_conditions) {
      findings.push_back(describe_score(graph, mission, of, conditions, score, like));
    } else if (graph.entity(mission).statutory) {
      const auto law = asked_by_law(of);
      if (!names_of(law, false).empty())
        findings.push_back(describe_duty(graph, mission, of, law, like));
    }
  }
  return findings;
}

}  // namespace

const Lens mission_conditions_lens = {&card, run};

}  // namespace crosscut
