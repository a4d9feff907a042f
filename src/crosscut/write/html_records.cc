// Tables of what was read: relations, entities and sources.
#include <fmt/format.h>

#include "crosscut/base/text.h"
#include "crosscut/model/names.h"
#include "crosscut/write/html_parts.h"

namespace crosscut::html {
namespace {

std::string titles(const Graph& graph, const std::vector<SourceId>& sources) {
  std::vector<std::string> parts;
  for (const SourceId id : sources) parts.push_back(graph.source(id).title);
  return escape(join(parts, "; "));
}

/// A line for each row that states the relation, so that source, locator and place stay together.
template <typename Words>
std::string each_citation(const Relation& relation, Words words) {
  std::string text;
  for (const Citation& citation : relation.citations) {
    if (!text.empty()) text += "<br>";
    const std::string part = words(citation);
    text += part.empty() ? "Not given" : part;
  }
  return text;
}

std::vector<Cell> relation_row(const Graph& graph, RelationId id) {
  const Relation& relation = graph.relation(id);
  std::string verb(info(relation.verb).sentence);
  if (const auto phrase = capacity_phrase(relation.capacity); !phrase.empty())
    verb += fmt::format(" ({})", phrase);
  return {escape(plain_name(graph, relation.from)),
          verb,
          escape(plain_name(graph, relation.to)),
          {capitalise(reading_word(relation.confidence)),
           fmt::format("{:.2f}", 1 - relation.confidence)},
          each_citation(relation, [&](const Citation& c) { return titles(graph, c.sources); }),
          each_citation(relation, [&](const Citation& c) { return escape(c.locator); }),
          each_citation(relation, [&](const Citation& c) {
            return breakable(short_place(c.place, graph.files()));
          })};
}

std::vector<Cell> entity_row(const Graph& graph, EntityId id) {
  const Entity& entity = graph.entity(id);
  std::vector<std::string> homes;
  for (const EntityId owner : graph.home(id).owners)
    if (owner != id) homes.push_back(plain_name(graph, owner));
  const std::string open = graph.open(id) ? "Open" : "Not open";
  const std::string short_form = entity.kind == Kind::department ? initials(graph, id) : "";
  return {escape(entity.name),
          escape(short_form),
          escape(entity.id),
          std::string(info(entity.kind).singular),
          open,
          escape(join(homes, "; ")),
          titles(graph, entity.sources)};
}

}  // namespace

std::string relations_table(const Page& page) {
  const Graph& graph = page.graph;
  Table table("table-relations", "All relations open as at " + as_at_words(graph),
              {{"From"}, {"Relation"}, {"To"}, {"Confidence"}, {"Sources"}, {"Locator"}, {"Row"}});
  for (std::size_t i = 0; i < graph.relation_count(); ++i) {
    const RelationId id{static_cast<std::uint32_t>(i)};
    if (graph.open(id)) table.row(relation_row(graph, id));
  }
  return table.empty() ? paragraph("The maps hold no open relation.") : table.html();
}

std::string entities_table(const Page& page) {
  Table table("table-entities", "All organisations and items in the maps",
              {{"Name"}, {"Initials"}, {"Id"}, {"Kind"}, {"On the date"}, {"Home"}, {"Sources"}});
  std::vector<EntityId> ids;
  for (std::size_t i = 0; i < page.graph.entity_count(); ++i)
    ids.push_back(EntityId{static_cast<std::uint32_t>(i)});
  for (const EntityId id : sorted_by_name(page.graph, std::move(ids)))
    table.row(entity_row(page.graph, id));
  if (table.empty()) return paragraph("The maps hold none.");
  return paragraph("Home is the department or other owner that answers for it.") + table.html();
}

std::string sources_table(const Page& page) {
  Table table("table-sources", "All sources that the maps list",
              {{"Title"}, {"Publisher"}, {"Date"}, {"Type"}, {"Id"}});
  for (const Source& source : page.graph.sources())
    table.row(
        {source_link(source),
         escape(source.publisher),
         {source.date.given() ? format_date(source.date) : "Not given", write_date(source.date)},
         escape(capitalise(source.type)),
         escape(source.id)});
  return table.empty() ? paragraph("The maps list none.") : table.html();
}

}  // namespace crosscut::html
