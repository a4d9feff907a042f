// Annex A, how the findings were made, and Annex B, what the maps lack.
#include <fmt/format.h>

#include "crosscut/base/text.h"
#include "crosscut/model/names.h"
#include "crosscut/write/html_parts.h"
#include "crosscut/write/quality.h"

namespace crosscut::html {
namespace {

std::string fact(std::string_view name, std::string_view text) {
  return text.empty() ? "" : fmt::format("<div><dt>{}</dt><dd>{}</dd></div>\n", name, escape(text));
}

std::string lens_html(const Report& report, const Card& card) {
  std::size_t findings = 0, questions = 0;
  for (const Finding& finding : report.findings)
    if (finding.card->id == card.id) ++(finding.is_question() ? questions : findings);
  std::string found =
      fmt::format("{} and {}.", capitalise(count_words(findings, "finding", "findings")),
                  count_words(questions, "question", "questions"));
  if (findings + questions == 0)
    found = fmt::format("We looked for {} and found none.", card.plural);
  std::string text = fmt::format("<h4>{}</h4>\n<dl>\n", escape(card.question));
  text += fact("What counts", card.definition) + fact("Why it matters", card.matters) +
          fact("Rule", card.rule) + fact("Source of the rule", card.source);
  text += fact("What it cannot tell", card.caveat) + fact("What it found", found);
  return text + fact("Name", card.id) + "</dl>\n";
}

std::string lenses_html(const Report& report) {
  std::string text = paragraph("A lens is one question put to the maps. These ran:");
  for (const Card* card : report.cards) text += lens_html(report, *card);
  return text;
}

std::string severity_table() {
  Table table("table-severity", "What severity means", {{"Severity"}, {"Rule of thumb"}});
  table.row({severity_html(Severity::high),
             "A mission, or a target due within 24 months, together with 3 or more departments or "
             "a legal duty"});
  table.row({severity_html(Severity::medium), "A mission or target, or 3 or more items"});
  table.row({severity_html(Severity::low), "Worth checking"});
  return paragraph("Severity says how much is affected. It does not say how sure we are.") +
         table.html();
}

std::string confidence_table() {
  Table table("table-confidence", "What confidence means",
              {{"Confidence"}, {"Of the weakest relation it rests on"}, {"How the finding reads"}});
  table.row({"High", "0.85 or more: a source states it", "Is, has, depends on"});
  table.row({"Medium", "0.65 to 0.84: a source implies it", "Probably, appears to, is likely to"});
  table.row(
      {"Low", "Under 0.65: reported to us, or our reading", "May, we found no; put as a question"});
  return paragraph(
             "A relation at 0.5 or less is our own reading. No source says it in so many words.") +
         table.html();
}

std::string files_html(const Graph& graph) {
  Table table("table-files", "Files read, with their SHA-256", {{"File"}, {"SHA-256"}});
  for (const auto& file : graph.files())
    table.row(
        {escape(short_path(file->path)),
         "<code>" + escape(file->sha256.empty() ? "Not computed" : file->sha256) + "</code>"});
  return paragraph("The same files with the same version give the same report.") + table.html();
}

std::string versions_html(const Report& report) {
  return list({fmt::format("crosscut {}", version()),
               report.graphviz_version.empty() ? "Graphviz: not used, as nothing was drawn"
                                               : "Graphviz " + report.graphviz_version,
               fmt::format("Schema of the JSON file: {}", schema_version)});
}

std::string counts_table(const Report& report) {
  const DataQuality q = data_quality(report);
  Table table("table-quality", "What the maps hold and lack",
              {{"What was counted"}, {"Count", true}, {"Out of", true}});
  const auto add = [&](std::string_view what, std::size_t count, std::size_t whole) {
    table.row({escape(what), number(count), number(whole)});
  };
  add("Departments read", q.departments, q.entities);
  add("Items read: missions, targets, policies, programmes and funds", q.items, q.entities);
  add("Open items with a recorded lead", q.items_led, q.items_open);
  add("Open items with a presumed lead only", q.items_presumed, q.items_open);
  add("Open items with no lead found", q.items_unled, q.items_open);
  add("Organisations and items open on the date", q.entities_open, q.entities);
  add("Organisations and items not open on the date", q.entities - q.entities_open, q.entities);
  add("Organisations and items without a source", q.entities_without_source, q.entities);
  add("Relations open on the date", q.relations_open, q.relations);
  add("Relations with a source and a locator", q.relations_cited, q.relations);
  add("Relations without a source", q.relations_without_source, q.relations);
  add("Relations without a locator", q.relations_without_locator, q.relations);
  add("Relations that are our own reading", q.relations_our_reading, q.relations);
  add("Sources without a date", q.sources_without_date, q.sources);
  add("Sources without a web address", q.sources_without_link, q.sources);
  return table.html();
}

std::string coverage_table(const Graph& graph) {
  Table table("table-coverage", "What each map says it looked for throughout",
              {{"Map"}, {"As at"}, {"Looked for"}, {"Does not say so of"}});
  const auto words = [](const std::vector<std::string>& parts) {
    return parts.empty() ? std::string("Nothing") : capitalise(join_words(parts));
  };
  for (const MapCoverage& map : map_coverage(graph))
    table.row({escape(map.title), map.as_at.empty() ? "Not given" : map.as_at, words(map.covers),
               words(map.leaves_out)});
  return table.html();
}

std::string departments_table(const Page& page) {
  const Graph& graph = page.graph;
  std::map<EntityId, std::pair<std::size_t, std::size_t>> tallies;  // relations, of these cited
  for (std::size_t i = 0; i < graph.relation_count(); ++i) {
    const RelationId id{static_cast<std::uint32_t>(i)};
    if (!graph.open(id)) continue;
    std::set<EntityId> ends;
    for (const EntityId end : {graph.relation(id).from, graph.relation(id).to})
      for (const EntityId department : graph.departments(end)) ends.insert(department);
    for (const EntityId department : ends) {
      ++tallies[department].first;
      if (is_cited(graph, graph.relation(id))) ++tallies[department].second;
    }
  }
  Table table("table-departments", "How much the maps hold of each open department",
              {{"Department"},
               {"At home there", true},
               {"Relations", true},
               {"With source and locator", true}});
  for (const DepartmentMeasures& department : page.report.measures.departments) {
    const auto [relations, cited] = tallies[department.id];
    table.row({escape(plain_name(graph, department.id)), number(department.size), number(relations),
               percentage(cited, relations)});
  }
  return table.empty()
             ? ""
             : paragraph("Where a department has few rows, silence says little about it.") +
                   table.html();
}

std::string diagnostic_line(const Diagnostic& diagnostic, const Files& files) {
  const std::string place =
      diagnostic.place.known() ? short_place(diagnostic.place, files) : short_path(diagnostic.path);
  std::string text = place.empty() ? diagnostic.message : place + ": " + diagnostic.message;
  if (!diagnostic.hint.empty()) text += " (" + diagnostic.hint + ")";
  return text;
}

std::string warnings_html(const Report& report) {
  if (report.diagnostics.empty()) return paragraph("Reading the maps raised no warnings.");
  std::vector<std::string> lines;
  for (const Diagnostic& diagnostic : report.diagnostics)
    lines.push_back(diagnostic_line(diagnostic, report.graph.files()));
  return fmt::format("<details>\n<summary>{} from reading the maps</summary>\n{}</details>\n",
                     capitalise(count_words(lines.size(), "warning", "warnings")), list(lines));
}

}  // namespace

std::string method_section(const Page& page) {
  std::string body =
      section(3, "method-lenses", "What each lens looks for", lenses_html(page.report));
  body += section(3, "method-severity", "Severity", severity_table());
  body += section(3, "method-confidence", "Confidence", confidence_table());
  body += section(3, "method-versions", "Versions", versions_html(page.report));
  body += section(3, "method-files", "Files read", files_html(page.graph));
  return section(2, "method", "Annex A: method", body);
}

std::string quality_section(const Page& page) {
  std::string body = paragraph(
      "Absence of a link is not evidence that none exists. A map shows what its authors read and "
      "wrote down.");
  if (!page.report.not_looked_for.empty())
    body +=
        section(3, "not-looked-for", "What was not looked for", list(page.report.not_looked_for));
  body += section(3, "quality-counts", "Counts", counts_table(page.report));
  body += section(3, "quality-maps", "What the maps cover", coverage_table(page.graph));
  if (const std::string table = departments_table(page); !table.empty())
    body += section(3, "quality-departments", "Coverage by department", table);
  body += section(3, "quality-warnings", "Warnings", warnings_html(page.report));
  return section(2, "quality", "Annex B: data quality", body);
}

}  // namespace crosscut::html
