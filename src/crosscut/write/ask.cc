#include "crosscut/write/ask.h"

#include <fmt/format.h>

#include <algorithm>

#include "crosscut/base/text.h"
#include "crosscut/model/names.h"
#include "crosscut/model/report.h"
#include "crosscut/write/json_parts.h"
#include "crosscut/write/words.h"

namespace crosscut {
namespace {

using json::Json;

std::string period_words(const Period& period) {
  if (!period.start.given() && !period.end.given() && !period.end_unknown) return {};
  const std::string start = period.start.given() ? "from " + format_date(period.start) : "";
  const std::string end = period.end_unknown   ? "ended, date not known"
                          : period.end.given() ? "until " + format_date(period.end)
                                               : "";
  return start + (start.empty() || end.empty() ? "" : ", ") + end;
}

/// A relation with each row that states it: "X leads Y" and a line a citation.
std::string relation_text(const Graph& graph, RelationId r, std::string_view indent) {
  const EvidenceWords words = evidence_words(graph, {r, {}});
  const std::string dates = period_words(graph.relation(r).period);
  std::string text = fmt::format("{}{}{}\n", indent, capitalise(words.sentence),
                                 dates.empty() ? "" : ", " + dates);
  for (const CitationWords& citation : words.citations)
    text += fmt::format("{}    {}\n", indent, citation_line(graph, citation));
  return text;
}

std::string line_of(std::string_view name, const std::string& value) {
  return value.empty() ? "" : fmt::format("  {}: {}\n", name, value);
}

std::string home_words(const Graph& graph, EntityId id) {
  const Home& home = graph.home(id);
  if (home.owners.empty()) return "none on record";
  std::string text = join_words(full_names(graph, home.owners));
  if (home.presumed) text += " (presumed: no lead is recorded)";
  if (home.owners.size() > 1) text += " (contested)";
  return text;
}

Json relations_json(const Graph& graph, std::span<const RelationId> relations) {
  Json list = Json::array();
  for (const RelationId r : relations) list.push_back(json::relation(graph, r));
  return list;
}

std::string relations_text(const Graph& graph, EntityId id, bool open) {
  std::vector<RelationId> listed;
  for (const auto& relations : {graph.out_ever(id), graph.in_ever(id)})
    for (const RelationId r : relations)
      if (graph.open(r) == open) listed.push_back(r);
  if (!open)  // a history: the earliest first
    std::stable_sort(listed.begin(), listed.end(), [&](RelationId a, RelationId b) {
      return graph.relation(a).period.possible_start() < graph.relation(b).period.possible_start();
    });
  std::string text;
  for (const RelationId r : listed) text += relation_text(graph, r, "  ");
  return text;
}

}  // namespace

std::string write_entity_text(const Graph& graph, EntityId id) {
  const Entity& entity = graph.entity(id);
  std::string text = fmt::format("{} ({})\n", entity.name, entity.id);
  text += line_of("Kind", std::string(info(entity.kind).singular));
  text += line_of("Also called", join_words({entity.aliases.begin(), entity.aliases.end()}));
  text += line_of("Home", home_words(graph, id));
  text += line_of("Dates", period_words(entity.period));
  text += line_of("Due", format_date(entity.due));
  text += line_of("Measure", entity.measure);
  text += line_of("Status", entity.status);
  if (!graph.open(id)) text += "  Not open on " + as_at_words(graph) + ".\n";
  const EvidenceWords row = evidence_words(graph, {std::nullopt, id});
  for (const CitationWords& citation : row.citations)
    text += line_of("Source", citation_line(graph, citation));
  const std::string open = relations_text(graph, id, true);
  const std::string closed = relations_text(graph, id, false);
  text += open.empty() ? "\nWe found no open relation.\n" : "\nOpen relations\n" + open;
  if (!closed.empty()) text += "\nEnded, or not yet begun\n" + closed;
  return text + foot(graph);
}

std::string write_entity_json(const Graph& graph, EntityId id) {
  const Entity& entity = graph.entity(id);
  const Json whole = {
      {"schema", schema_version},
      {"as_at", write_date(graph.as_at())},
      {"marking", graph.marking()},
      {"id", entity.id},
      {"name", entity.name},
      {"kind", info(entity.kind).word},
      {"aliases", entity.aliases},
      {"home", json::ids(graph, graph.home(id).owners)},
      {"home_presumed", graph.home(id).presumed},
      {"start", write_date(entity.period.start)},
      {"end", entity.period.end_unknown ? "unknown" : write_date(entity.period.end)},
      {"due", write_date(entity.due)},
      {"open", graph.open(id)},
      {"out", relations_json(graph, graph.out_ever(id))},
      {"in", relations_json(graph, graph.in_ever(id))}};
  return whole.dump(2) + "\n";
}

std::string write_chains_text(const Graph& graph, EntityId from, EntityId to,
                              const std::vector<std::vector<RelationId>>& chains, bool more) {
  const std::string pair = full_name(graph, from) + " to " + full_name(graph, to);
  if (chains.empty()) return "We found no chain of needs from " + pair + ".\n" + foot(graph);
  std::string text =
      fmt::format("{} of {} from {}\n",
                  (more ? "The first " : "") +
                      capitalise(count_of(chains.size(), "shortest chain", "shortest chains")),
                  count_of(chains.front().size(), "need", "needs"), pair);
  for (std::size_t i = 0; i < chains.size(); ++i) {
    text += fmt::format("\nChain {}\n", i + 1);
    for (const RelationId r : chains[i]) text += relation_text(graph, r, "  ");
  }
  return text + foot(graph);
}

std::string write_chains_json(const Graph& graph, EntityId from, EntityId to,
                              const std::vector<std::vector<RelationId>>& chains, bool more) {
  Json list = Json::array();
  for (const auto& chain : chains) list.push_back(relations_json(graph, chain));
  const Json whole = {{"schema", schema_version},
                      {"as_at", write_date(graph.as_at())},
                      {"marking", graph.marking()},
                      {"from", graph.entity(from).id},
                      {"to", graph.entity(to).id},
                      {"chains", list},
                      {"more", more}};
  return whole.dump(2) + "\n";
}

}  // namespace crosscut
