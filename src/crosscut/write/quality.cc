#include "crosscut/write/quality.h"

#include <algorithm>
#include <array>

namespace crosscut {
namespace {

constexpr std::array<std::string_view, 7> coverage_words = {
    "leads", "sponsors of bodies", "forums", "membership of forums", "money", "delivery", "dates"};

bool is_recorded_lead(const Graph& graph, RelationId id) {
  const Relation& relation = graph.relation(id);
  return relation.verb == Verb::leads || relation.verb == Verb::co_leads;
}

void count_item(const Graph& graph, EntityId id, DataQuality& quality) {
  ++quality.items_open;
  const auto in = graph.in(id);
  if (std::any_of(in.begin(), in.end(), [&](RelationId r) { return is_recorded_lead(graph, r); }))
    ++quality.items_led;
  else if (!graph.home(id).owners.empty())
    ++quality.items_presumed;
  else
    ++quality.items_unled;
}

void count_entities(const Graph& graph, DataQuality& quality) {
  for (std::size_t i = 0; i < graph.entity_count(); ++i) {
    const EntityId id{static_cast<std::uint32_t>(i)};
    const Entity& entity = graph.entity(id);
    ++quality.entities;
    if (graph.open(id)) ++quality.entities_open;
    if (entity.sources.empty()) ++quality.entities_without_source;
    if (graph.is_whole_government(id)) continue;
    if (entity.kind == Kind::department) ++quality.departments;
    if (!is_item(entity.kind)) continue;
    ++quality.items;
    if (graph.open(id)) count_item(graph, id, quality);
  }
}

void count_relations(const Graph& graph, DataQuality& quality) {
  for (std::size_t i = 0; i < graph.relation_count(); ++i) {
    const RelationId id{static_cast<std::uint32_t>(i)};
    const Relation& relation = graph.relation(id);
    const auto& rows = relation.citations;
    const auto no_source = [](const Citation& c) { return c.sources.empty(); };
    const auto no_locator = [](const Citation& c) { return c.locator.empty(); };
    ++quality.relations;
    if (graph.open(id)) ++quality.relations_open;
    if (is_cited(graph, relation)) ++quality.relations_cited;
    if (std::all_of(rows.begin(), rows.end(), no_source)) ++quality.relations_without_source;
    if (std::all_of(rows.begin(), rows.end(), no_locator)) ++quality.relations_without_locator;
    const auto traceable = [&](const Citation& c) {
      return std::any_of(c.sources.begin(), c.sources.end(),
                         [&](SourceId s) { return is_traceable(graph.source(s)); });
    };
    if (!std::all_of(rows.begin(), rows.end(), no_source) &&
        std::none_of(rows.begin(), rows.end(), traceable))
      ++quality.relations_untraceable;
    if (relation.confidence <= 0.5) ++quality.relations_our_reading;
  }
}

}  // namespace

bool is_traceable(const Source& source) { return !source.url.empty() || source.date.given(); }

bool is_cited(const Graph& graph, const Relation& relation) {
  const auto traceable = [&](SourceId source) { return is_traceable(graph.source(source)); };
  return std::any_of(relation.citations.begin(), relation.citations.end(), [&](const Citation& c) {
    return !c.locator.empty() && std::any_of(c.sources.begin(), c.sources.end(), traceable);
  });
}

DataQuality data_quality(const Report& report) {
  DataQuality quality;
  count_entities(report.graph, quality);
  count_relations(report.graph, quality);
  for (const Source& source : report.graph.sources()) {
    ++quality.sources;
    if (!source.date.given()) ++quality.sources_without_date;
    if (source.url.empty()) ++quality.sources_without_link;
  }
  return quality;
}

std::vector<MapCoverage> map_coverage(const Graph& graph) {
  std::vector<MapCoverage> maps;
  for (const MapInfo& map : graph.maps()) {
    MapCoverage coverage{
        map.title.empty() ? map.folder : map.title, format_date(map.as_at), {}, {}};
    for (std::size_t i = 0; i < coverage_words.size(); ++i)
      (map.looked_for(static_cast<Coverage>(i)) ? coverage.covers : coverage.leaves_out)
          .emplace_back(coverage_words[i]);
    maps.push_back(std::move(coverage));
  }
  return maps;
}

}  // namespace crosscut
