#include "crosscut/write/difference_paper.h"

#include <fmt/format.h>

#include <array>

#include "crosscut/base/text.h"
#include "crosscut/base/unique.h"
#include "crosscut/model/names.h"
#include "crosscut/write/finding_changes.h"
#include "crosscut/write/words.h"

namespace crosscut {
namespace {

std::string owners_words(const Graph& graph, const std::vector<EntityId>& owners) {
  return owners.empty() ? "nobody on record" : join_words(full_names(graph, owners));
}

/// ", succeeded by X", as the relations of the graph say; nothing when they say nothing. What is
/// succeeded has ended, so open relations alone would not tell.
std::string succession_words(const Graph& graph, const std::string& id, bool successors) {
  const auto found = graph.find(id);
  std::vector<EntityId> others;
  for (std::size_t i = 0; i < graph.relation_count() && found; ++i) {
    const Relation& relation = graph.relation(RelationId(i));
    if (relation.verb == Verb::succeeds && *found == (successors ? relation.to : relation.from))
      others.push_back(successors ? relation.from : relation.to);
  }
  keep_unique(others);
  if (others.empty()) return {};
  return (successors ? ", succeeded by " : ", which succeeds ") +
         join_words(full_names(graph, others));
}

std::string entity_words(const Difference& difference, const EntityDifference& entity) {
  const Graph& before = difference.before.graph;
  const Graph& after = difference.after.graph;
  const std::string name = capitalise(entity.after ? full_name(after, *entity.after)
                                                   : full_name(before, *entity.before));
  switch (entity.became) {
    case Became::renamed:
      return name + ", before: " + full_name(before, *entity.before);
    case Became::moved:
      return fmt::format("{}: from {} to {}", name,
                         owners_words(before, before.entity(*entity.before).parents),
                         owners_words(after, after.entity(*entity.after).parents));
    case Became::re_owned:
      return fmt::format("{}: from {} to {}", name,
                         owners_words(before, before.home(*entity.before).owners),
                         owners_words(after, after.home(*entity.after).owners));
    case Became::added:
      return name + succession_words(after, after.entity(*entity.after).id, false);
    case Became::removed:
      return name + succession_words(after, before.entity(*entity.before).id, true);
    default:
      return name;
  }
}

std::string_view entities_heading(Became became) {
  constexpr std::array<std::string_view, became_count> words = {
      "Entities added",    "Entities removed",        "Entities of another name",
      "Answer to another", "Items with other owners", ""};
  return words[std::size_t(became)];
}

std::vector<PaperPart> entities_parts(const Difference& difference) {
  std::vector<PaperPart> parts;
  for (std::size_t i = 0; i < became_count; ++i) {
    PaperPart part{fmt::format("entities-{}", word(Became(i))), ""};
    for (const EntityDifference& entity : difference.entities)
      if (entity.became == Became(i)) part.items.push_back({entity_words(difference, entity)});
    if (part.items.empty()) continue;
    part.heading = counted(entities_heading(Became(i)), part.items.size());
    parts.push_back(std::move(part));
  }
  return parts;
}

std::vector<PaperPart> relations_parts(const Difference& difference) {
  constexpr std::array<std::pair<Became, std::string_view>, 3> kinds = {
      {{Became::added, "Relations added"},
       {Became::removed, "Relations removed"},
       {Became::other_evidence, "Relations with other evidence"}}};
  std::vector<PaperPart> parts;
  for (const auto& [became, words] : kinds) {
    PaperPart part{fmt::format("relations-{}", word(became)), ""};
    for (const RelationDifference& relation : difference.relations)
      if (relation.became == became)
        part.items.push_back(relation.after
                                 ? relation_item(difference.after.graph, *relation.after)
                                 : relation_item(difference.before.graph, *relation.before));
    if (part.items.empty()) continue;
    part.heading = counted(words, part.items.size());
    parts.push_back(std::move(part));
  }
  return parts;
}

}  // namespace

Paper difference_paper(const Difference& difference) {
  const Graph& before = difference.before.graph;
  const Graph& after = difference.after.graph;
  const auto named = [](const Graph& graph) {
    return fmt::format("{}, as at {}", map_titles(graph), as_at_words(graph));
  };
  Paper paper;
  paper.title = "What has changed";
  paper.subject = map_titles(after);
  paper.marking = after.marking();
  paper.date = as_at_words(after);
  paper.summary = {fmt::format("{}, beside {}.", named(after), named(before))};
  if (difference.entities.empty() && difference.relations.empty())
    paper.summary.emplace_back("We found no difference in entities and relations.");
  for (auto parts : {entities_parts(difference), relations_parts(difference),
                     finding_changes_parts(difference.findings, difference.before, difference.after,
                                           "findings")})
    for (PaperPart& part : parts) paper.parts.push_back(std::move(part));
  paper.about = about_words(after, after.marking());
  return paper;
}

}  // namespace crosscut
