// Tables of what was worked out: all findings, who leads what, and pairs of departments.
#include <fmt/format.h>

#include <algorithm>

#include "crosscut/base/text.h"
#include "crosscut/model/names.h"
#include "crosscut/write/html_parts.h"

namespace crosscut::html {
namespace {

std::string names(const Graph& graph, std::span<const EntityId> ids) {
  std::vector<std::string> parts;
  for (const EntityId id : ids) parts.push_back(initials(graph, id));
  return escape(join(parts, "; "));
}

/// Evidence of a finding in a few words: how many rows, and where the first stands.
std::string evidence_cell(const Graph& graph, const Finding& finding) {
  if (finding.evidence.empty()) return "None";
  const EvidenceWords first = evidence_words(graph, finding.evidence.front());
  const std::string place = first.citations.empty() ? "" : first.citations.front().place;
  const std::string rows = capitalise(count_words(finding.evidence.size(), "row", "rows"));
  return breakable(place.empty()                  ? rows
                   : finding.evidence.size() == 1 ? rows + ": " + place
                                                  : rows + ", first " + place);
}

std::string place_of(const Page& page, const Finding& finding) {
  if (finding.is_question()) return "Questions to ask";
  return page.anchors.contains(&finding) ? "Findings" : "This table only";
}

struct Owners {
  std::vector<std::string> leads, co_leads, contributors;
  std::vector<SourceId> sources;
};

Owners owners_of(const Graph& graph, EntityId item) {
  Owners owners;
  owners.sources = graph.entity(item).sources;
  for (const RelationId id : graph.in(item)) {
    const Relation& relation = graph.relation(id);
    std::string name = initials(graph, relation.from);
    if (const auto phrase = capacity_phrase(relation.capacity); !phrase.empty())
      name += fmt::format(" ({})", phrase);
    switch (relation.verb) {
      case Verb::leads:
        owners.leads.push_back(std::move(name));
        break;
      case Verb::co_leads:
        owners.co_leads.push_back(std::move(name));
        break;
      case Verb::contributes_to:
        owners.contributors.push_back(std::move(name));
        break;
      case Verb::delivers:
        owners.contributors.push_back(name + " (delivers)");
        break;
      default:
        continue;
    }
    for (const Citation& citation : relation.citations)
      owners.sources.insert(owners.sources.end(), citation.sources.begin(), citation.sources.end());
  }
  std::sort(owners.sources.begin(), owners.sources.end());
  owners.sources.erase(std::unique(owners.sources.begin(), owners.sources.end()),
                       owners.sources.end());
  return owners;
}

std::vector<Cell> ownership_row(const Graph& graph, EntityId id) {
  const Entity& entity = graph.entity(id);
  const Owners owners = owners_of(graph, id);
  const bool recorded = !owners.leads.empty() || !owners.co_leads.empty();
  const Home& home = graph.home(id);
  std::string status = entity.status;
  std::replace(status.begin(), status.end(), '-', ' ');
  return {escape(entity.name),
          std::string(info(entity.kind).singular),
          owners.leads.empty() ? (recorded ? "" : "None found") : escape(join(owners.leads, "; ")),
          recorded ? "" : names(graph, home.owners),
          escape(join(owners.co_leads, "; ")),
          escape(join(owners.contributors, "; ")),
          escape(capitalise(status)),
          {format_date(entity.due), write_date(entity.due)},
          number(owners.sources.size())};
}

}  // namespace

std::string findings_table(const Page& page) {
  Table table("table-findings", "All findings and questions, most serious first",
              {{"Severity"},
               {"Confidence"},
               {"Finding"},
               {"Type"},
               {"Suggested action"},
               {"Evidence"},
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
               {evidence_cell(page.graph, finding), fmt::format("{}", finding.evidence.size())},
               place_of(page, finding)},
              anchor == page.anchors.end());
  }
  return table.empty() ? paragraph("We found none.") : table.html();
}

std::string ownership_table(const Page& page) {
  const Graph& graph = page.graph;
  Table table("table-ownership", "Who leads each open mission, target, policy, programme and fund",
              {{"Item"},
               {"Kind"},
               {"Lead"},
               {"Presumed lead"},
               {"Co-leads"},
               {"Contributors"},
               {"Status"},
               {"Due"},
               {"Sources", true}});
  for (std::size_t i = 0; i < graph.entity_count(); ++i) {
    const EntityId id{static_cast<std::uint32_t>(i)};
    if (graph.open(id) && is_item(graph.entity(id).kind) && !graph.is_whole_government(id))
      table.row(ownership_row(graph, id));
  }
  if (table.empty()) return paragraph("The maps hold no open item.");
  return paragraph(
             "A presumed lead is worked out: it leads what the item belongs to. Sources count "
             "those that name the item, its leads or its contributors. The table of organisations "
             "spells out the initials.") +
         table.html();
}

std::string pairs_table(const Page& page) {
  Table table("table-pairs", "Pairs of departments with any tie",
              {{"Department A"},
               {"Department B"},
               {"Links", true},
               {"Needs", true},
               {"Arrangement"},
               {"Forums where both sit"}});
  for (const DepartmentPair& pair : page.report.pairs)
    table.row({escape(plain_name(page.graph, pair.a)), escape(plain_name(page.graph, pair.b)),
               number(pair.links.size()), number(pair.needs.size()),
               pair.coordinates ? "Recorded" : "None found",
               pair.forums.empty() ? "None found" : names(page.graph, pair.forums)});
  if (table.empty()) return paragraph("We found no ties between departments.");
  return paragraph(
             "Links are relations between one department’s work and another’s. Needs are those "
             "where one depends on the other. An arrangement is a recorded agreement to work "
             "together.") +
         table.html();
}

std::string tables_section(const Page& page) {
  std::string body = paragraph("These hold every fact that the findings rest on.");
  body += section(3, "all-findings", "All findings", findings_table(page));
  body += section(3, "ownership", "Ownership", ownership_table(page));
  body += section(3, "pairs", "Departments that work together", pairs_table(page));
  body += section(3, "relations", "Relations", relations_table(page));
  body += section(3, "entities", "Organisations and items", entities_table(page));
  body += section(3, "sources", "Sources", sources_table(page));
  return section(2, "tables", "Tables", body);
}

}  // namespace crosscut::html
