#include "crosscut/write/difference.h"

#include <fmt/format.h>

#include <array>
#include <nlohmann/json.hpp>

#include "crosscut/base/text.h"
#include "crosscut/model/names.h"
#include "crosscut/write/finding_changes.h"
#include "crosscut/write/words.h"

namespace crosscut {
namespace {

using Json = nlohmann::ordered_json;

std::string owners_words(const Graph& graph, const std::vector<EntityId>& owners) {
  return owners.empty() ? "nobody on record" : join_words(full_names(graph, owners));
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

std::string entities_text(const Difference& difference) {
  std::string text;
  for (std::size_t i = 0; i < became_count; ++i) {
    std::string lines;
    std::size_t count = 0;
    for (const EntityDifference& entity : difference.entities) {
      if (entity.became != Became(i)) continue;
      ++count;
      lines += "  " + entity_words(difference, entity) + "\n";
    }
    if (count > 0) text += change_heading(entities_heading(Became(i)), count) + lines;
  }
  return text;
}

std::string relations_text(const Difference& difference) {
  constexpr std::array<std::pair<Became, std::string_view>, 3> kinds = {
      {{Became::added, "Relations added"},
       {Became::removed, "Relations removed"},
       {Became::other_evidence, "Relations with other evidence"}}};
  std::string text;
  for (const auto& [became, words] : kinds) {
    std::string lines;
    std::size_t count = 0;
    for (const RelationDifference& relation : difference.relations) {
      if (relation.became != became) continue;
      ++count;
      const Graph& graph = relation.after ? difference.after.graph : difference.before.graph;
      const RelationId id = relation.after ? *relation.after : *relation.before;
      const EvidenceWords evidence = evidence_words(graph, {id, {}});
      lines += "  " + capitalise(evidence.sentence) + "\n";
      for (const CitationWords& citation : evidence.citations)
        lines += "      " + citation_line(graph, citation) + "\n";
    }
    if (count > 0) text += change_heading(words, count) + lines;
  }
  return text;
}

Json id_json(const Graph& graph, const std::optional<EntityId>& id) {
  return id ? Json(graph.entity(*id).id) : Json(nullptr);
}

}  // namespace

std::string write_difference_text(const Difference& difference) {
  const Graph& before = difference.before.graph;
  const Graph& after = difference.after.graph;
  std::string text =
      fmt::format("{}. {}, as at {}, beside {}, as at {}.\n", after.marking(), map_titles(after),
                  as_at_words(after), map_titles(before), as_at_words(before));
  if (difference.entities.empty() && difference.relations.empty())
    text += "\nWe found no difference in entities and relations.\n";
  return text + entities_text(difference) + relations_text(difference) +
         finding_changes_text(difference.findings);
}

std::string write_difference_json(const Difference& difference) {
  const Graph& before = difference.before.graph;
  const Graph& after = difference.after.graph;
  Json entities = Json::array();
  for (const EntityDifference& entity : difference.entities)
    entities.push_back({{"became", word(entity.became)},
                        {"before", id_json(before, entity.before)},
                        {"after", id_json(after, entity.after)}});
  Json relations = Json::array();
  for (const RelationDifference& difference_of : difference.relations) {
    const Graph& graph = difference_of.after ? after : before;
    const Relation& relation =
        graph.relation(difference_of.after ? *difference_of.after : *difference_of.before);
    relations.push_back({{"became", word(difference_of.became)},
                         {"from", graph.entity(relation.from).id},
                         {"relation", info(relation.verb).word},
                         {"to", graph.entity(relation.to).id}});
  }
  const Json json = {
      {"schema", schema_version},
      {"marking", after.marking()},
      {"before", {{"title", map_titles(before)}, {"as_at", write_date(before.as_at())}}},
      {"after", {{"title", map_titles(after)}, {"as_at", write_date(after.as_at())}}},
      {"entities", entities},
      {"relations", relations},
      {"findings", Json::parse(finding_changes_json(difference.findings, difference.before,
                                                    difference.after))}};
  return json.dump(2) + "\n";
}

}  // namespace crosscut
