// The figures of measures.md as JSON; what is not defined is null.
#include "crosscut/write/json.h"
#include "crosscut/write/json_parts.h"

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

Json map_measures(const Graph& graph, const MapMeasures& m) {
  return {{"graph", m.graph},
          {"vertices", m.vertices},
          {"edges", m.edges},
          {"components", m.components},
          {"bridges", m.bridges},
          {"ei", json::figure(m.ei)},
          {"ei_expected", json::figure(m.ei_expected)},
          {"ei_p", json::figure(m.ei_p)},
          {"modularity_departments", json::figure(m.modularity_departments)},
          {"modularity_best", json::figure(m.modularity_best)},
          {"ami", json::figure(m.ami)},
          {"vi", json::figure(m.vi)},
          {"congruence", json::figure(m.congruence)},
          {"runs", m.runs},
          {"modularity_lowest", json::figure(m.modularity_lowest)},
          {"resolutions", json::list(m.resolutions, resolution_json)},
          {"betweenness_sources", m.sampled_sources},
          {"betweenness_epsilon", json::figure(m.betweenness_epsilon)},
          {"longest_chain", json::ids(graph, m.longest_chain)},
          {"circles", json::list(m.circles, [&](const auto& c) { return circle_json(graph, c); })}};
}

Json department_measures(const Graph& graph, const DepartmentMeasures& d) {
  return {{"id", graph.entity(d.id).id},
          {"size", d.size},
          {"external", d.external},
          {"internal", d.internal},
          {"ei", json::figure(d.ei)},
          {"ei_expected", json::figure(d.ei_expected)},
          {"ei_p", json::figure(d.ei_p)},
          {"ei_q", json::figure(d.ei_q)},
          {"outward_share", json::figure(d.outward_share)},
          {"conductance", json::figure(d.conductance)},
          {"normalised_cut", json::figure(d.normalised_cut)},
          {"congruence", json::figure(d.congruence)}};
}

Json entity_measures(const Graph& graph, const EntityMeasures& m) {
  return {{"id", graph.entity(m.id).id},
          {"home", json::ids(graph, graph.home(m.id).owners)},
          {"degree", m.degree},
          {"betweenness", json::figure(m.betweenness)},
          {"betweenness_weighted", json::figure(m.betweenness_weighted)},
          {"articulation_point", m.articulation_point},
          {"pairs_cut", json::figure(m.pairs_cut)},
          {"strong_component", m.strong_component},
          {"dependents", m.dependents},
          {"transitive_dependents", json::figure(m.transitive_dependents)},
          {"missions_reached", json::figure(m.missions_reached)},
          {"dominates", json::ids(graph, m.dominates)},
          {"community", m.community ? Json(*m.community) : Json()},
          {"liaison", json::figure(m.liaison)},
          {"liaison_expected", json::figure(m.liaison_expected)},
          {"itinerant", json::figure(m.itinerant)},
          {"itinerant_expected", json::figure(m.itinerant_expected)},
          {"routes", json::figure(m.routes)},
          {"cut", json::ids(graph, m.cut)},
          {"slack_days", json::figure(m.slack_days)},
          {"impact", json::figure(m.impact)},
          {"impact_total", json::figure(m.impact_total)}};
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
