#include "crosscut/write/brief_paper.h"
#include "crosscut/write/json_parts.h"

namespace crosscut {
namespace {

using json::Json;

Json line_json(const PaperItem& item) {
  if (item.citations.empty())
    return {{"words", item.words}, {"source", Json::array()}, {"locator", ""}, {"row", nullptr}};
  const CitationWords& row = item.citations.front();
  return {{"words", item.words},
          {"source", json::sources(*item.graph, row.sources)},
          {"locator", row.locator},
          {"row", row.place.empty() ? Json(nullptr) : Json(row.place)}};
}

}  // namespace

std::string write_brief_json(const Report& report, const std::string& about, const Paper& paper) {
  Json parts = Json::array();
  for (const PaperPart& part : paper.parts) {
    Json lines = Json::array();
    for (const PaperItem& item : part.items) lines.push_back(line_json(item));
    parts.push_back({{"id", part.id},
                     {"heading", part.heading},
                     {"paragraphs", part.paragraphs},
                     {"lines", lines}});
  }
  const Json whole = {{"schema", schema_version}, {"as_at", write_date(report.graph.as_at())},
                      {"marking", paper.marking}, {"about", about},
                      {"title", paper.title},     {"parts", parts}};
  return whole.dump(2) + "\n";
}

}  // namespace crosscut
