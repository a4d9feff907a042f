#include <algorithm>

#include "crosscut/base/text.h"
#include "crosscut/lens/knock_on.h"
#include "crosscut/lens/lens.h"
#include "crosscut/lens/weigh.h"
#include "crosscut/model/homes.h"
#include "crosscut/model/names.h"

namespace crosscut {
namespace {

const Card card = {
    .id = "knock-on-harm",
    .singular = "knock-on harm",
    .plural = "knock-on harms",
    .flag = "Bears on another's aim",
    .family = "Trade-offs",
    .question = "Whose work makes another department's aim harder at one remove?",
    .matters = "Whoever looks only at what each does directly does not see it.",
    .definition =
        "An open item and a mission or target of another owner, with one open item between: the "
        "first makes harder what the aim depends on, or what advances or reinforces the aim; or "
        "the first helps what constrains the aim, for yet another owner. Steps count from a "
        "strength of 2, dependencies at any. Left out are two that pull against each other "
        "directly, and what trade-off already says to the same owners. One step less severe than "
        "the same harm done directly.",
    .advice = "Ask whether the harm is real, and tell the owner of the aim.",
    .caveat =
        "Two true steps need not make a true path: they may bear on different parts of what "
        "stands between. Gains are named, and not set off against harms. Steps with a confidence "
        "below 0.5 are left out.",
    .rule = "Second-order cross-impact, path by path, never as a sum",
    .source =
        "Nilsson, Griggs and Visbeck, Map the interactions between Sustainable Development "
        "Goals, 2016; Weitz and others, 2018; the threshold is ours",
    .examples =
        {{"defra leads rules  desnz leads pylons:programme  desnz leads clean-power:target  rules "
          "constrains pylons x2  pylons advances clean-power x2",
          "Rules make Pylons harder, and so ‘Clean power’"},
         {"defra leads rules  desnz leads pylons:programme  mhclg leads homes:target  rules "
          "constrains pylons x2  homes depends-on pylons",
          "Rules make Pylons harder, and so ‘Homes’"},
         {"dft leads roads  mhclg leads towns:programme  defra leads rivers:target  roads "
          "reinforces towns x2  towns constrains rivers x2",
          "Roads help Towns, which make ‘Rivers’ harder to reach"},
         {"dft leads roads  mhclg leads towns:programme  defra leads rivers:target  roads "
          "reinforces towns x2  towns conflicts-with rivers x2",
          ""},
         {"defra leads rules  desnz leads pylons:programme  defra leads rivers:target  rules "
          "constrains pylons x2  pylons advances rivers x2",
          ""},
         {"defra leads rules  desnz leads pylons:programme  desnz leads clean-power:target  rules "
          "conflicts-with pylons x2  pylons advances clean-power x2",
          ""},
         {"defra leads rules  desnz leads pylons:programme  desnz leads clean-power:target  rules "
          "constrains pylons  pylons advances clean-power x2",
          ""}},
};

/// "make Pylons harder", "pulls against Pylons".
std::string harm_in_words(const Graph& graph, RelationId harm, EntityId by, EntityId harmed,
                          double confidence) {
  const bool many = is_plural(graph, by);
  if (graph.relation(harm).verb == Verb::conflicts_with)
    return hedge(confidence, many ? " pull against " : " pulls against ",
                 many ? " appear to pull against " : " appears to pull against ",
                 " may pull against ") +
           full_name(graph, harmed);
  return hedge(confidence, many ? " make " : " makes ",
               many ? " appear to make " : " appears to make ", " may make ") +
         full_name(graph, harmed) + " harder";
}

std::string headline_of(const Graph& graph, const KnockOn& knock_on, double confidence) {
  std::vector<EntityId> aims;
  for (const KnockOnPath& path : knock_on.paths) aims.push_back(path.aim);
  const std::string item = capitalise(full_name(graph, knock_on.item));
  if (knock_on.harms_first) {
    const bool pulls = graph.relation(knock_on.first.front()).verb == Verb::conflicts_with;
    return item +
           harm_in_words(graph, knock_on.first.front(), knock_on.item, knock_on.between,
                         confidence) +
           (pulls ? ", and so against " : ", and so ") + join_some(full_names(graph, aims), 3);
  }
  const EntityId harmed = knock_on.paths.front().aim;
  std::string text =
      item +
      hedge(confidence, is_plural(graph, knock_on.item) ? " help " : " helps ",
            is_plural(graph, knock_on.item) ? " appear to help " : " appears to help ",
            " may help ") +
      full_name(graph, knock_on.between) + ", which" +
      harm_in_words(graph, knock_on.paths.front().second.front(), knock_on.between, harmed,
                    confidence) +
      " to reach";
  if (aims.size() > 1) text += ", and " + count_of(aims.size() - 1, "other aim", "other aims");
  return text;
}

/// "Rules constrain Pylons, and Pylons advance ‘Clean power’.", and what speaks for the item.
void show_path(const Graph& graph, const KnockOn& knock_on, const KnockOnPath& path,
               Finding& finding) {
  finding.basis.push_back(capitalise(relation_sentence(graph, knock_on.first.front())) + ", and " +
                          relation_sentence(graph, path.second.front()) + ".");
  for (const RelationId r : path.second) finding.evidence.push_back({r, {}});
  for (const RelationId r : graph.out(knock_on.item)) {
    const Relation& relation = graph.relation(r);
    if (relation.to != path.aim) continue;
    if (relation.verb != Verb::advances && relation.verb != Verb::reinforces) continue;
    finding.basis.push_back("Directly, " + relation_sentence(graph, r) + ".");
    finding.evidence.push_back({r, {}});
  }
}

void say_what_to_do(const Graph& graph, const KnockOn& knock_on, Finding& finding) {
  std::vector<EntityId> owners = graph.home(knock_on.item).owners;
  const auto add = [&](EntityId id) {
    const auto& others = graph.home(id).owners;
    owners.insert(owners.end(), others.begin(), others.end());
  };
  add(knock_on.between);
  for (const KnockOnPath& path : knock_on.paths) add(path.aim);
  keep_unique(owners);
  const std::string who = join_some(full_names(graph, owners), 4);
  finding.action = (finding.is_question() ? "Check with " : "Ask ") + who +
                   " whether the harm is real, and what would soften it.";
  finding.ask = who;
}

/// The first step, and one of the second steps with an aim of another owner.
Condition some_path(const Graph& graph, const KnockOn& knock_on) {
  std::vector<Condition> paths;
  for (const KnockOnPath& path : knock_on.paths)
    paths.push_back(
        all_of({any_recorded(path.second), owned_apart(graph, knock_on.item, path.aim)}));
  return all_of(
      {any_recorded(knock_on.first), owned(graph, knock_on.item), any_of(std::move(paths))});
}

/// Paths on record are told apart from guesses, as in bottleneck.
Finding describe(const Graph& graph, KnockOn knock_on) {
  constexpr std::size_t most_shown = 5;
  Finding finding;
  finding.card = &card;
  const double confidence = knock_on.paths.front().confidence;
  if (band(confidence) != Band::low)
    std::erase_if(knock_on.paths,
                  [](const KnockOnPath& path) { return path.confidence < recorded_confidence; });
  rest_on(graph, finding, some_path(graph, knock_on));
  finding.confidence = confidence;
  finding.subjects = {knock_on.item, knock_on.between};
  std::vector<EntityId> items = finding.subjects;
  for (const KnockOnPath& path : knock_on.paths) items.push_back(path.aim);
  const bool high = weigh_severity(graph, items, departments_of(graph, items)) == Severity::high;
  finding.severity = high ? Severity::medium : Severity::low;
  finding.affected = items.size();
  finding.headline = headline_of(graph, knock_on, confidence);
  finding.why = "Whoever looks only at what each does directly does not see it.";
  say_what_to_do(graph, knock_on, finding);
  for (const RelationId r : knock_on.first) finding.evidence.push_back({r, {}});
  for (std::size_t i = 0; i < std::min(knock_on.paths.size(), most_shown); ++i)
    show_path(graph, knock_on, knock_on.paths[i], finding);
  if (knock_on.paths.size() > most_shown)
    finding.basis.push_back(
        capitalise(count_of(knock_on.paths.size() - most_shown, "more path is not shown",
                            "more paths are not "
                            "shown")) +
        ".");
  return finding;
}

std::vector<Finding> run(const LensInput& input) {
  std::vector<Finding> findings;
  for (KnockOn& knock_on : find_knock_ons(input.graph)) {
    // The two ways by the same two items are one finding: that of the harm that comes first.
    const std::vector<EntityId> both = {knock_on.item, knock_on.between};
    if (!findings.empty() && findings.back().subjects == both) continue;
    findings.push_back(describe(input.graph, std::move(knock_on)));
  }
  return findings;
}

}  // namespace

const Lens knock_on_harm_lens = {&card, run};

}  // namespace crosscut
