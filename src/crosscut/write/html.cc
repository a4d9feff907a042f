#include "crosscut/write/html.h"

#include <fmt/format.h>

#include "crosscut/base/text.h"
#include "crosscut/model/names.h"
#include "crosscut/write/html_parts.h"
#include "crosscut/write/matrix.h"

namespace crosscut {
namespace html {
namespace {

std::vector<std::pair<std::string, std::string>> contents(const Page& page) {
  const auto any_open = [&](Kind kind) { return !open_of_kind(page.graph, kind).empty(); };
  std::vector<std::pair<std::string, std::string>> entries = {{"numbers", "In numbers"},
                                                              {"findings", "Findings"}};
  if (!page.selection.questions.empty()) entries.emplace_back("questions", "Questions to ask");
  if (!page.report.accepted.empty()) entries.emplace_back("accepted", "Accepted");
  if (!page.figures.empty()) entries.emplace_back("diagrams", "Diagrams");
  if (any_open(Kind::department)) entries.emplace_back("by-department", "Department by department");
  if (any_open(Kind::mission)) entries.emplace_back("by-mission", "Mission by mission");
  entries.insert(entries.end(), {{"tables", "Tables"},
                                 {"all-findings", "Table: all findings"},
                                 {"ownership", "Table: ownership"},
                                 {"pairs", "Table: departments that work together"}});
  if (needs_matrix(page.report))
    entries.emplace_back("matrix", "Table: which department relies on which");
  entries.insert(entries.end(), {{"relations", "Table: relations"},
                                 {"entities", "Table: organisations and items"},
                                 {"sources", "Table: sources"},
                                 {"method", "Annex A: method"},
                                 {"quality", "Annex B: data quality"}});
  return entries;
}

std::string numbers(const Page& page) {
  std::string body = "<ul class=\"numbers\">\n";
  for (const KeyFigure& figure : key_figures(page.report))
    body += fmt::format("<li><b>{}</b> {}</li>\n", escape(figure.number), escape(figure.phrase));
  return section(2, "numbers", "In numbers", body + "</ul>\n");
}

}  // namespace
}  // namespace html

std::string write_html(const Report& report, const std::vector<ReportFigure>& figures) {
  using namespace html;
  const Page page(report, figures);
  const Frame frame{std::string(page_title(report)),
                    report.title,
                    std::string(page_subject(report)),
                    report.marking,
                    as_at_words(report.graph),
                    {summary(report)},
                    contents(page),
                    "About this report",
                    about_words(report.graph, report.marking)};
  return frame_page(frame, numbers(page) + findings_section(page) + questions_section(page) +
                               accepted_section(page) + diagrams_section(page) +
                               departments_section(page) + missions_section(page) +
                               tables_section(page) + method_section(page) + quality_section(page));
}

}  // namespace crosscut
