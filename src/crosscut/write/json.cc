#include "crosscut/write/json.h"

#include "crosscut/write/json_parts.h"

namespace crosscut {
namespace {

using json::Json;

Json citation_json(const Graph& graph, const Relation& relation, const Citation& citation,
                   std::string_view answer) {
  return {{"from", graph.entity(relation.from).id},
          {"relation", info(relation.verb).word},
          {"to", graph.entity(relation.to).id},
          {"source", json::sources(graph, citation.sources)},
          {"locator", citation.locator},
          {"confidence", citation.confidence},
          {"answer", answer},
          {"file", json::file_of(citation.place, graph.files())},
          {"line", citation.place.line}};
}

Json entity_evidence(const Graph& graph, EntityId id) {
  const Entity& entity = graph.entity(id);
  return {{"from", entity.id},
          {"relation", "recorded-as"},
          {"to", info(entity.kind).word},
          {"source", json::sources(graph, entity.sources)},
          {"locator", ""},
          {"confidence", 1.0},
          {"answer", "yes"},
          {"file", json::file_of(entity.place, graph.files())},
          {"line", entity.place.line}};
}

Json evidence_json(const Graph& graph, const Finding& finding) {
  Json rows = Json::array();
  for (const Evidence& evidence : finding.evidence) {
    if (!evidence.relation) {
      rows.push_back(entity_evidence(graph, evidence.entity));
      continue;
    }
    const Relation& relation = graph.relation(*evidence.relation);
    for (const Citation& citation : relation.citations)
      rows.push_back(citation_json(graph, relation, citation, "yes"));
    for (const Citation& citation : relation.denials)
      rows.push_back(citation_json(graph, relation, citation, "no"));
  }
  return rows;
}

Json finding_json(const Graph& graph, const Finding& finding) {
  Json sources = Json::array();
  for (const SourceId id : finding.robustness.rests_on) sources.push_back(graph.source(id).id);
  const Json robustness = {{"share", finding.robustness.share},
                           {"low", finding.robustness.low},
                           {"high", finding.robustness.high},
                           {"draws", finding.robustness.draws},
                           {"share_if_complete", finding.robustness.if_complete},
                           {"share_if_twice_missing", finding.robustness.if_twice_missing},
                           {"rests_on", sources},
                           {"flip_distance", finding.flip_distance},
                           {"flips", finding.flips}};
  return {{"id", finding_id(finding, graph)},
          {"lens", finding.card->id},
          {"severity", word(finding.severity)},
          {"confidence", finding.confidence},
          {"robustness", robustness},
          {"subjects", json::ids(graph, finding.subjects)},
          {"headline", finding.headline},
          {"why", finding.why},
          {"action", finding.action},
          {"ask", finding.ask},
          {"basis", finding.basis},
          {"evidence", evidence_json(graph, finding)}};
}

Json accepted_json(const Graph& graph, const Accepted& accepted) {
  return {{"finding", finding_id(accepted.finding, graph)},
          {"headline", accepted.finding.headline},
          {"reason", accepted.reason},
          {"until", write_date(accepted.until)}};
}

Json diagnostic_json(const Graph& graph, const Diagnostic& diagnostic) {
  Json file = json::file_of(diagnostic.place, graph.files());
  if (file.is_null() && !diagnostic.path.empty()) file = short_path(diagnostic.path);
  return {{"code", diagnostic.code},
          {"severity", diagnostic.level == Level::error ? "error" : "warning"},
          {"file", file},
          {"line", diagnostic.place.line},
          {"column", diagnostic.place.column},
          {"message", diagnostic.message},
          {"hint", diagnostic.hint}};
}

Json withheld_json(const Report& report) {
  if (!report.withheld) return nullptr;
  return {{"entities", report.withheld->entities},
          {"relations", report.withheld->relations},
          {"sources", report.withheld->sources}};
}

Json card_json(const Card& card) {
  return {{"id", card.id},
          {"family", card.family},
          {"question", card.question},
          {"matters", card.matters},
          {"definition", card.definition},
          {"advice", card.advice},
          {"caveat", card.caveat},
          {"rule", card.rule},
          {"source", card.source}};
}

}  // namespace

std::string write_finding_json(const Report& report, const Finding& finding,
                               const Accepted* accepted) {
  Json whole;
  whole["schema"] = schema_version;
  whole["as_at"] = write_date(report.graph.as_at());
  whole["marking"] = report.marking;
  whole["finding"] = finding_json(report.graph, finding);
  whole["accepted"] = accepted == nullptr ? Json(nullptr) : accepted_json(report.graph, *accepted);
  whole["card"] = card_json(*finding.card);
  return whole.dump(2) + "\n";
}

std::string write_json(const Report& report) {
  const Graph& graph = report.graph;
  Json whole;
  whole["schema"] = schema_version;
  whole["tool"] = {{"name", "crosscut"}, {"version", version()}};
  whole["map"] = {{"title", report.title},
                  {"as_at", write_date(graph.as_at())},
                  {"marking", report.marking},
                  {"entities", graph.entity_count()},
                  {"relations", graph.relation_count()},
                  {"sources", graph.sources().size()},
                  {"withheld", withheld_json(report)}};
  whole["findings"] =
      json::list(report.findings, [&](const Finding& f) { return finding_json(graph, f); });
  whole["accepted"] =
      json::list(report.accepted, [&](const Accepted& a) { return accepted_json(graph, a); });
  whole["measures"] = json::measures(graph, report.measures);
  whole["not_looked_for"] = report.not_looked_for;
  whole["diagnostics"] = json::list(report.diagnostics,
                                    [&](const Diagnostic& d) { return diagnostic_json(graph, d); });
  return whole.dump(2) + "\n";
}

}  // namespace crosscut
