// Tables of what was worked out: all findings, who leads what, and pairs of departments.
#include <fmt/format.h>

#include "crosscut/base/text.h"
#include "crosscut/write/html_parts.h"
#include "crosscut/write/matrix.h"

namespace crosscut::html {
std::string findings_table(const Page& page) {
  Table table("table-findings", findings_caption,
              {{"Severity"},
               {"Confidence"},
               {"Finding"},
               {"Type"},
               {"Suggested action"},
               {"Evidence"},
               {"Holds in"},
               {"Where it stands"}},
              2);
  for (const Finding& finding : page.report.findings) {
    const auto anchor = page.anchors.find(&finding);
    const std::string headline = escape(finding.headline);
    table.row({{severity_html(finding.severity), std::to_string(2 - int(finding.severity))},
               {std::string(confidence_word(finding.confidence)),
                fmt::format("{:.2f}", 1 - finding.confidence)},
               anchor == page.anchors.end()
                   ? headline
                   : fmt::format("<a href=\"#{}\">{}</a>", anchor->second, headline),
               escape(capitalise(finding.card->singular)),
               escape(finding.action),
               {breakable(evidence_count_words(page.graph, finding)),
                fmt::format("{}", finding.evidence.size())},
               {of_hundred_words(finding), fmt::format("{:.4f}", finding.robustness.share)},
               std::string(where_it_stands(page.selection, finding))},
              anchor == page.anchors.end());
  }
  return table.empty() ? paragraph("We found none.") : table.html();
}

std::string ownership_table(const Page& page) {
  TableWords words = ownership_words(page.graph);
  words.note += " The table of organisations spells out the initials.";
  return table_html("table-ownership", words);
}

std::string pairs_table(const Page& page) {
  return table_html("table-pairs", pair_words(page.report));
}

std::string matrix_section(const Page& page) {
  const auto matrix = needs_matrix(page.report);
  if (!matrix) return {};
  return section(3, "matrix", "Which department relies on which",
                 table_html("table-matrix", matrix_words(*matrix)));
}

std::string tables_section(const Page& page) {
  std::string body = paragraph("These hold every fact that the findings rest on.", "screen");
  body += section(3, "all-findings", "All findings", findings_table(page));
  body += section(3, "ownership", "Ownership", ownership_table(page));
  body += section(3, "pairs", "Departments that work together", pairs_table(page));
  body += matrix_section(page);
  body += section(3, "relations", "Relations", relations_table(page));
  body += section(3, "entities", "Organisations and items", entities_table(page));
  body += section(3, "sources", "Sources", sources_table(page));
  return section(2, "tables", "Tables", body);
}

}  // namespace crosscut::html
