#include "crosscut/write/csv.h"

#include <fmt/format.h>

#include "crosscut/base/text.h"
#include "crosscut/model/names.h"
#include "crosscut/write/measure_fields.h"

namespace crosscut {
namespace {

std::string guard(std::string_view text) {
  const bool formula =
      !text.empty() && std::string_view("=+-@").find(text.front()) != std::string_view::npos;
  return (formula ? "'" : "") + std::string(text);
}

std::string quote(std::string_view cell) {
  if (cell.find_first_of(",\"\r\n") == std::string_view::npos) return std::string(cell);
  std::string quoted = "\"";
  for (const char c : cell) quoted += c == '"' ? std::string("\"\"") : std::string(1, c);
  return quoted + "\"";
}

std::string row_of(std::vector<std::string> cells) {
  for (std::string& cell : cells) cell = guard(cell);
  return plain_csv_row(cells);
}

std::string sources_of(const Graph& graph, const std::vector<SourceId>& sources) {
  std::vector<std::string> titles;
  for (const SourceId source : sources) titles.push_back(graph.source(source).title);
  return join(titles, " | ");
}

std::vector<std::string> place_cells(const Graph& graph, const Place& place) {
  if (!place.known()) return {"", ""};
  return {short_path(graph.files()[place.file]->path), std::to_string(place.line)};
}

class MeasureRows {
 public:
  MeasureRows(std::string& text, std::string_view marking) : text_(text), marking_(marking) {}

  /// Numbers are not text: they stand as they are, a minus sign included.
  void add(std::string_view level, std::string_view id, std::string_view measure,
           std::string_view value) {
    text_ += fmt::format("{},{},{},{},{}\r\n", level, quote(guard(id)), measure, value,
                         quote(guard(marking_)));
  }
  void add(std::string_view level, std::string_view id, std::string_view measure,
           std::size_t value) {
    add(level, id, measure, std::to_string(value));
  }
  template <typename Row, std::size_t N>
  void add_figures(std::string_view level, std::string_view id, const Row& row,
                   const std::array<FigureField<Row>, N>& fields) {
    for (const FigureField<Row>& field : fields) {
      const Figure& figure = row.*field.value;
      if (figure)
        add(level, id, field.name, fmt::format("{}", *figure));
      else if (field.always)
        add(level, id, field.name, "not enough evidence");
    }
  }

 private:
  std::string& text_;
  std::string_view marking_;
};

}  // namespace

std::string plain_csv_row(const std::vector<std::string>& cells) {
  std::string row;
  for (std::size_t i = 0; i < cells.size(); ++i) row += (i > 0 ? "," : "") + quote(cells[i]);
  return row + "\r\n";
}

std::string csv_row(const std::vector<std::string>& cells) { return row_of(cells); }

std::string write_findings_csv(const Report& report) {
  const Graph& graph = report.graph;
  std::string text =
      row_of({"finding", "lens", "severity", "confidence", "headline", "action", "flip_distance",
              "from", "from_name", "relation", "to", "to_name", "relation_confidence", "source",
              "locator", "file", "line", "robustness", "marking"});
  for (const Finding& finding : report.findings) {
    const std::vector<std::string> own = {finding_id(finding, graph),
                                          std::string(finding.card->id),
                                          std::string(word(finding.severity)),
                                          fmt::format("{}", finding.confidence),
                                          finding.headline,
                                          finding.action,
                                          std::to_string(finding.flip_distance)};
    const auto add = [&](std::vector<std::string> cells, const Place& place) {
      cells.insert(cells.begin(), own.begin(), own.end());
      for (std::string& cell : place_cells(graph, place)) cells.push_back(std::move(cell));
      cells.push_back(fmt::format("{}", finding.robustness.share));
      cells.push_back(report.marking);
      text += row_of(cells);
    };
    for (const Evidence& evidence : finding.evidence) {
      if (!evidence.relation) {
        const Entity& entity = graph.entity(evidence.entity);
        add({entity.id, entity.name, "recorded-as", std::string(info(entity.kind).word), "", "1",
             sources_of(graph, entity.sources), ""},
            entity.place);
        continue;
      }
      const Relation& relation = graph.relation(*evidence.relation);
      const auto add_rows = [&](const std::vector<Citation>& citations, const std::string& no) {
        for (const Citation& citation : citations)
          add({graph.entity(relation.from).id, graph.entity(relation.from).name,
               no + std::string(info(relation.verb).word), graph.entity(relation.to).id,
               graph.entity(relation.to).name, fmt::format("{}", citation.confidence),
               sources_of(graph, citation.sources), citation.locator},
              citation.place);
      };
      add_rows(relation.citations, "");
      add_rows(relation.denials, "not ");
    }
  }
  return text;
}

std::string write_measures_csv(const Graph& graph, const Measures& measures,
                               std::string_view marking) {
  std::string text = "level,id,measure,value,marking\r\n";
  MeasureRows rows(text, marking);
  const MapMeasures& map = measures.map;
  rows.add("map", "", "graph", map.graph);
  rows.add("map", "", "vertices", map.vertices);
  rows.add("map", "", "edges", map.edges);
  rows.add("map", "", "components", map.components);
  rows.add("map", "", "bridges", map.bridges);
  rows.add_figures("map", "", map, map_figures);
  for (const DepartmentMeasures& d : measures.departments) {
    const std::string_view id = graph.entity(d.id).id;
    rows.add("department", id, "size", d.size);
    rows.add("department", id, "external", fmt::format("{}", d.external));
    rows.add("department", id, "internal", fmt::format("{}", d.internal));
    rows.add_figures("department", id, d, department_figures);
  }
  for (const EntityMeasures& m : measures.entities) {
    const std::string_view id = graph.entity(m.id).id;
    rows.add("entity", id, "degree", m.degree);
    rows.add("entity", id, "articulation_point", std::size_t{m.articulation_point});
    if (m.circle) rows.add("entity", id, "strong_component", *m.circle);
    rows.add("entity", id, "dependents", m.dependents);
    rows.add("entity", id, "missions_dominated", m.dominates.size());
    if (m.community) rows.add("entity", id, "community", std::size_t{*m.community});
    rows.add_figures("entity", id, m, entity_figures);
  }
  return text;
}

}  // namespace crosscut
