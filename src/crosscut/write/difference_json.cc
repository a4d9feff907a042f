#include "crosscut/model/names.h"
#include "crosscut/write/difference_paper.h"
#include "crosscut/write/json_parts.h"

namespace crosscut {
namespace {

using json::Json;

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
  const auto relation = [](const Graph& graph, const std::optional<RelationId>& id) {
    return id ? json::relation(graph, *id) : Json(nullptr);
  };
  for (const RelationDifference& change : difference.relations)
    relations.push_back({{"became", word(change.became)},
                         {"before", relation(before, change.before)},
                         {"after", relation(after, change.after)}});
  const Json whole = {
      {"schema", schema_version},
      {"as_at", write_date(after.as_at())},
      {"marking", after.marking()},
      {"before", {{"title", map_titles(before)}, {"as_at", write_date(before.as_at())}}},
      {"after", {{"title", map_titles(after)}, {"as_at", write_date(after.as_at())}}},
      {"entities", entities},
      {"relations", relations},
      {"findings",
       json::finding_changes(difference.findings, difference.before, difference.after)}};
  return whole.dump(2) + "\n";
}

}  // namespace crosscut
