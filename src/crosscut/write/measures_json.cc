// The figures of measures.md as JSON; what is not defined is null.
#include "crosscut/write/json.h"
#include "crosscut/write/json_parts.h"
#include "crosscut/write/measure_fields.h"

namespace crosscut {
namespace {

using json::Json;

Json resolution_json(const ResolutionMeasures& m) {
  return {{"resolution", m.resolution},
          {"communities", m.communities},
          {"modularity", json::figure(m.modularity)},
          {"ami", json::figure(m.ami)}};
}

Json circle_json(const Graph& graph, const CircleMeasures& m) {
  Json links = Json::array();
  for (const auto& [from, to] : m.links_to_break)
    links.push_back({{"from", graph.entity(from).id}, {"to", graph.entity(to).id}});
  return {{"members", json::ids(graph, m.members)},
          {"shortest", json::ids(graph, m.shortest)},
          {"links_to_break", links},
          {"fewest", m.fewest}};
}

template <typename Row, std::size_t N>
void add_figures(Json& object, const Row& row, const std::array<FigureField<Row>, N>& fields) {
  for (const FigureField<Row>& field : fields)
    object[std::string(field.name)] = json::figure(row.*field.value);
}

Json map_measures(const Graph& graph, const MapMeasures& m) {
  Json object = {{"graph", m.graph},
                 {"vertices", m.vertices},
                 {"edges", m.edges},
                 {"components", m.components},
                 {"bridges", m.bridges}};
  add_figures(object, m, map_figures);
  object["runs"] = m.runs;
  object["resolutions"] = json::list(m.resolutions, resolution_json);
  object["betweenness_sources"] = m.sampled_sources;
  object["longest_chain"] = json::ids(graph, m.longest_chain);
  object["circles"] = json::list(m.circles, [&](const auto& c) { return circle_json(graph, c); });
  return object;
}

Json department_measures(const Graph& graph, const DepartmentMeasures& d) {
  Json object = {{"id", graph.entity(d.id).id},
                 {"size", d.size},
                 {"external", d.external},
                 {"internal", d.internal}};
  add_figures(object, d, department_figures);
  return object;
}

Json entity_measures(const Graph& graph, const EntityMeasures& m) {
  Json object = {{"id", graph.entity(m.id).id},
                 {"home", json::ids(graph, graph.home(m.id).owners)},
                 {"degree", m.degree},
                 {"articulation_point", m.articulation_point},
                 {"strong_component", m.circle ? Json(*m.circle) : Json()},
                 {"dependents", m.dependents},
                 {"dominates", json::ids(graph, m.dominates)},
                 {"community", m.community ? Json(*m.community) : Json()},
                 {"cut", json::ids(graph, m.cut)}};
  add_figures(object, m, entity_figures);
  return object;
}

}  // namespace

json::Json json::measures(const Graph& graph, const Measures& measures) {
  return {{"map", map_measures(graph, measures.map)},
          {"departments", list(measures.departments,
                               [&](const auto& d) { return department_measures(graph, d); })},
          {"entities",
           list(measures.entities, [&](const auto& m) { return entity_measures(graph, m); })}};
}

std::string write_measures_json(const Graph& graph, const Measures& measures) {
  const Json whole = {{"schema", schema_version},
                      {"as_at", write_date(graph.as_at())},
                      {"marking", graph.marking()},
                      {"measures", json::measures(graph, measures)}};
  return whole.dump(2) + "\n";
}

}  // namespace crosscut
