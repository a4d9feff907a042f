#include <nlohmann/json.hpp>

#include "crosscut/model/names.h"
#include "crosscut/write/difference_paper.h"
#include "crosscut/write/finding_changes.h"

namespace crosscut {
namespace {

using Json = nlohmann::ordered_json;

Json id_json(const Graph& graph, const std::optional<EntityId>& id) {
  return id ? Json(graph.entity(*id).id) : Json(nullptr);
}

}  // namespace

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
