#include "crosscut/write/json_parts.h"

namespace crosscut::json {
namespace {

Json finding(const Report& report, const Finding* finding) {
  if (finding == nullptr) return nullptr;
  return {{"id", finding_id(*finding, report.graph)},
          {"severity", word(finding->severity)},
          {"confidence", finding->confidence},
          {"headline", finding->headline}};
}

}  // namespace

Json figure(const Figure& figure) { return figure ? Json(*figure) : Json(nullptr); }

Json ids(const Graph& graph, std::span<const EntityId> entities) {
  Json list = Json::array();
  for (const EntityId id : entities) list.push_back(graph.entity(id).id);
  return list;
}

Json sources(const Graph& graph, std::span<const SourceId> sources) {
  Json list = Json::array();
  for (const SourceId id : sources) list.push_back(graph.source(id).id);
  return list;
}

Json file_of(const Place& place, const Files& files) {
  return place.known() ? Json(short_path(files[place.file]->path)) : Json(nullptr);
}

Json relation(const Graph& graph, RelationId id) {
  const Relation& relation = graph.relation(id);
  Json rows = Json::array();
  const auto add = [&](const std::vector<Citation>& citations, std::string_view answer) {
    for (const Citation& citation : citations)
      rows.push_back({{"source", sources(graph, citation.sources)},
                      {"locator", citation.locator},
                      {"confidence", citation.confidence},
                      {"answer", answer},
                      {"file", file_of(citation.place, graph.files())},
                      {"line", citation.place.line}});
  };
  add(relation.citations, "yes");
  add(relation.denials, "no");
  return {{"from", graph.entity(relation.from).id},
          {"relation", info(relation.verb).word},
          {"to", graph.entity(relation.to).id},
          {"capacity", word(relation.capacity)},
          {"start", write_date(relation.period.start)},
          {"end", relation.period.end_unknown ? "unknown" : write_date(relation.period.end)},
          {"open", graph.open(id)},
          {"citations", rows}};
}

Json finding_changes(const std::vector<FindingChange>& changes, const Report& before,
                     const Report& after) {
  Json findings = Json::array();
  for (const FindingChange& change : changes)
    findings.push_back({{"turn", word(change.turn)},
                        {"before", finding(before, change.before)},
                        {"after", finding(after, change.after)}});
  return findings;
}

}  // namespace crosscut::json
