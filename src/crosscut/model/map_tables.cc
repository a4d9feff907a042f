#include "crosscut/model/map_tables.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "crosscut/base/text.h"

namespace crosscut {
namespace {

constexpr std::string_view list_separator = " | ";

template <typename Row>
struct TextColumn {
  std::string_view name;
  bool usual;  // also when no row fills it
  std::string (*text)(const Row&);
};

std::string texts(const std::vector<Reference>& references) {
  std::vector<std::string> parts;
  for (const Reference& reference : references) parts.push_back(reference.text);
  return join(parts, list_separator);
}

std::string end_text(const Period& period) {
  return period.end_unknown ? "unknown" : write_date(period.end);
}

std::string yes(bool given) { return given ? "yes" : ""; }

constexpr auto entity_columns = std::to_array<TextColumn<EntityRow>>({
    {"id", true, [](const EntityRow& r) { return std::string(r.id); }},
    {"name", true, [](const EntityRow& r) { return std::string(r.name); }},
    {"kind", true, [](const EntityRow& r) { return std::string(info(r.kind).word); }},
    {"parent", true, [](const EntityRow& r) { return texts(r.parents); }},
    {"start", true, [](const EntityRow& r) { return write_date(r.period.start); }},
    {"end", true, [](const EntityRow& r) { return end_text(r.period); }},
    {"due", true, [](const EntityRow& r) { return write_date(r.due); }},
    {"measure", true, [](const EntityRow& r) { return std::string(r.measure); }},
    {"aliases", true,
     [](const EntityRow& r) {
       return join({r.aliases.begin(), r.aliases.end()}, list_separator);
     }},
    {"note", true, [](const EntityRow& r) { return std::string(r.note); }},
    {"source", true, [](const EntityRow& r) { return texts(r.sources); }},
    {"class", false, [](const EntityRow& r) { return std::string(r.organisation_class); }},
    {"power", false, [](const EntityRow& r) { return std::string(r.power); }},
    {"membership", false, [](const EntityRow& r) { return std::string(r.membership); }},
    {"status", false, [](const EntityRow& r) { return std::string(r.status); }},
    {"extent", false, [](const EntityRow& r) { return std::string(r.extent); }},
    {"statutory", false, [](const EntityRow& r) { return yes(r.statutory); }},
    {"model", false, [](const EntityRow& r) { return std::string(r.model); }},
    {"catch-all", false, [](const EntityRow& r) { return yes(r.catch_all); }},
    {"contact", false, [](const EntityRow& r) { return std::string(r.contact); }},
    {"marking", false, [](const EntityRow& r) { return std::string(r.marking); }},
});

constexpr auto relation_columns = std::to_array<TextColumn<RelationRow>>({
    {"from", true, [](const RelationRow& r) { return std::string(r.from.text); }},
    {"relation", true, [](const RelationRow& r) { return std::string(info(r.verb).word); }},
    {"to", true, [](const RelationRow& r) { return std::string(r.to.text); }},
    {"strength", true, [](const RelationRow& r) { return std::to_string(r.strength); }},
    {"confidence", true, [](const RelationRow& r) { return fmt::format("{}", r.confidence); }},
    {"start", true, [](const RelationRow& r) { return write_date(r.period.start); }},
    {"end", true, [](const RelationRow& r) { return end_text(r.period); }},
    {"source", true, [](const RelationRow& r) { return texts(r.sources); }},
    {"locator", true, [](const RelationRow& r) { return std::string(r.locator); }},
    {"note", true, [](const RelationRow& r) { return std::string(r.note); }},
    {"capacity", false,
     [](const RelationRow& r) {
       return r.capacity == Capacity::policy ? "" : std::string(word(r.capacity));
     }},
    {"type", false, [](const RelationRow& r) { return std::string(r.approval); }},
    {"amount", false, [](const RelationRow& r) { return std::string(r.amount); }},
    {"period", false, [](const RelationRow& r) { return std::string(r.money_period); }},
    {"answer", false, [](const RelationRow& r) { return std::string(r.answer); }},
    {"respondent", false, [](const RelationRow& r) { return std::string(r.respondent); }},
    {"asked", false, [](const RelationRow& r) { return std::string(r.asked); }},
    {"review", false, [](const RelationRow& r) { return std::string(r.review); }},
    {"marking", false, [](const RelationRow& r) { return std::string(r.marking); }},
});

constexpr auto source_columns = std::to_array<TextColumn<SourceRow>>({
    {"id", true, [](const SourceRow& r) { return std::string(r.id); }},
    {"title", true, [](const SourceRow& r) { return std::string(r.title); }},
    {"publisher", true, [](const SourceRow& r) { return std::string(r.publisher); }},
    {"date", true, [](const SourceRow& r) { return write_date(r.date); }},
    {"url", true, [](const SourceRow& r) { return std::string(r.url); }},
    {"type", false, [](const SourceRow& r) { return std::string(r.type); }},
});

constexpr auto accepted_columns = std::to_array<TextColumn<AcceptedRow>>({
    {"finding", true, [](const AcceptedRow& r) { return std::string(r.finding.text); }},
    {"reason", true, [](const AcceptedRow& r) { return std::string(r.reason); }},
    {"until", true, [](const AcceptedRow& r) { return write_date(r.until); }},
});

/// Appends the columns that nobody foresaw, in the order in which they first come.
template <typename Row>
void add_extra(TextTable& table, const std::vector<Row>& rows) {
  const std::size_t known = table.header.size();
  const auto column_of = [&](const std::string& name) {
    const auto found = std::find(table.header.begin() + static_cast<std::ptrdiff_t>(known),
                                 table.header.end(), name);
    if (found != table.header.end()) return static_cast<std::size_t>(found - table.header.begin());
    table.header.push_back(name);
    return table.header.size() - 1;
  };
  for (std::size_t i = 0; i < rows.size(); ++i)
    for (const auto& [name, value] : rows[i].extra) {
      const std::size_t column = column_of(name);
      if (table.rows[i].size() <= column) table.rows[i].resize(column + 1);
      std::string& cell = table.rows[i][column];
      if (!cell.empty() && cell != value) cell += std::string(list_separator) + value;
      if (cell.empty()) cell = value;
    }
  for (auto& row : table.rows) row.resize(table.header.size());
}

template <typename Row, std::size_t N>
TextTable table_of(std::string name, const std::vector<Row>& rows,
                   const std::array<TextColumn<Row>, N>& columns) {
  TextTable table{std::move(name), {}, std::vector<std::vector<std::string>>(rows.size())};
  for (const auto& column : columns) {
    const bool filled = column.usual || std::any_of(rows.begin(), rows.end(), [&](const Row& row) {
                          return !column.text(row).empty();
                        });
    if (!filled) continue;
    table.header.emplace_back(column.name);
    for (std::size_t i = 0; i < rows.size(); ++i) table.rows[i].push_back(column.text(rows[i]));
  }
  if constexpr (requires(Row row) { row.extra; }) add_extra(table, rows);
  return table;
}

constexpr auto same_columns = std::to_array<TextColumn<SameRow>>({
    {"id", true, [](const SameRow& r) { return std::string(r.id.text); }},
    {"same_as", true, [](const SameRow& r) { return std::string(r.same_as.text); }},
    {"note", true, [](const SameRow& r) { return std::string(r.note); }},
});

TextTable key_table(const MapInfo& map) {
  TextTable table{"map", {"key", "value"}, {}};
  const auto add = [&](std::string_view key, const std::string& value) {
    if (!value.empty()) table.rows.push_back({std::string(key), value});
  };
  std::vector<std::string> covers;
  for (const Coverage coverage : map.covers) covers.emplace_back(word(coverage));
  add("title", map.title);
  add("as-at", write_date(map.as_at));
  add("marking", map.marking);
  add("licence", map.licence);
  add("publisher", map.publisher);
  add("covers", join(covers, list_separator));
  for (const auto& [key, value] : map.extra) add(key, value);
  return table;
}

}  // namespace

std::vector<TextTable> map_tables(const Dataset& dataset) {
  std::vector<TextTable> tables;
  tables.push_back(table_of("entities", dataset.entities, entity_columns));
  tables.push_back(table_of("relations", dataset.relations, relation_columns));
  tables.push_back(table_of("sources", dataset.sources, source_columns));
  if (!dataset.maps.empty()) tables.push_back(key_table(dataset.maps.front()));
  if (!dataset.same.empty()) tables.push_back(table_of("same", dataset.same, same_columns));
  if (!dataset.accepted.empty())
    tables.push_back(table_of("accepted", dataset.accepted, accepted_columns));
  return tables;
}

}  // namespace crosscut
