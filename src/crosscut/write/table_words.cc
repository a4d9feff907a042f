#include "crosscut/write/table_words.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "crosscut/base/text.h"
#include "crosscut/model/names.h"
#include "crosscut/write/quality.h"
#include "crosscut/write/words.h"

namespace crosscut {
namespace {

std::string names(const Graph& graph, std::span<const EntityId> ids) {
  std::vector<std::string> parts;
  for (const EntityId id : ids) parts.push_back(initials(graph, id));
  return join(parts, "; ");
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

std::vector<CellWords> ownership_row(const Graph& graph, EntityId id) {
  const Entity& entity = graph.entity(id);
  const Owners owners = owners_of(graph, id);
  const bool recorded = !owners.leads.empty() || !owners.co_leads.empty();
  std::string status = entity.status;
  std::replace(status.begin(), status.end(), '-', ' ');
  return {entity.name.str(),
          std::string(info(entity.kind).singular),
          owners.leads.empty() ? (recorded ? "" : "None found") : join(owners.leads, "; "),
          recorded ? "" : names(graph, graph.home(id).owners),
          join(owners.co_leads, "; "),
          join(owners.contributors, "; "),
          capitalise(status),
          {format_date(entity.due), write_date(entity.due)},
          number(owners.sources.size())};
}

/// By the names in the first two columns.
void sort_by_name(TableWords& table) {
  std::stable_sort(table.rows.begin(), table.rows.end(), [](const auto& a, const auto& b) {
    const std::size_t column = a[0].text == b[0].text ? 1 : 0;
    return natural_less(a[column].text, b[column].text);
  });
}

/// Open relations that touch a department, and how many of them are cited.
struct Tally {
  std::size_t relations = 0, cited = 0;
};

std::map<EntityId, Tally> tally_departments(const Graph& graph) {
  std::map<EntityId, Tally> tallies;
  for (std::size_t i = 0; i < graph.relation_count(); ++i) {
    const RelationId id{static_cast<std::uint32_t>(i)};
    if (!graph.open(id)) continue;
    std::set<EntityId> ends;
    for (const EntityId end : {graph.relation(id).from, graph.relation(id).to})
      for (const EntityId department : graph.departments(end)) ends.insert(department);
    for (const EntityId department : ends) {
      ++tallies[department].relations;
      if (is_cited(graph, graph.relation(id))) ++tallies[department].cited;
    }
  }
  return tallies;
}

}  // namespace

TableWords ownership_words(const Graph& graph) {
  TableWords table{"Who leads each open mission, target, policy, programme and fund",
                   {{"Item"},
                    {"Kind"},
                    {"Lead"},
                    {"Presumed lead"},
                    {"Co-leads"},
                    {"Contributors"},
                    {"Status"},
                    {"Due"},
                    {"Sources", true}},
                   "A presumed lead is worked out: it leads what the item belongs to. Sources "
                   "count those that name the item, its leads or its contributors.",
                   "The maps hold no open item.",
                   {}};
  for (std::size_t i = 0; i < graph.entity_count(); ++i) {
    const EntityId id{static_cast<std::uint32_t>(i)};
    if (graph.open(id) && is_item(graph.entity(id).kind) && !graph.is_whole_government(id))
      table.rows.push_back(ownership_row(graph, id));
  }
  sort_by_name(table);
  return table;
}

TableWords accepted_words(const Report& report) {
  TableWords table{"Findings that are accepted",
                   {{"Finding"},
                    {"Severity"},
                    {"Confidence"},
                    {"Why it is accepted"},
                    {"Until"},
                    {"Evidence"},
                    {"Id"}},
                   "The files accepted.csv of the maps say that these are known and accepted. They "
                   "are in no other list and no count of findings.",
                   "",
                   {}};
  for (const Accepted& accepted : report.accepted) {
    const Finding& finding = accepted.finding;
    table.rows.push_back(
        {finding.headline,
         {std::string(severity_mark(finding.severity)), std::to_string(2 - int(finding.severity))},
         std::string(confidence_word(finding.confidence)),
         accepted.reason,
         {accepted.until.given() ? format_date(accepted.until) : "No end",
          accepted.until.given() ? write_date(accepted.until) : "9999"},
         evidence_count_words(report.graph, finding),
         finding_id(finding, report.graph)});
  }
  return table;
}

TableWords pair_words(const Report& report) {
  TableWords table{"Pairs of departments with any tie",
                   {{"Department A"},
                    {"Department B"},
                    {"Links", true},
                    {"Needs", true},
                    {"Arrangement"},
                    {"Forums where both sit"}},
                   "Links are relations between one department’s work and another’s. Needs are "
                   "those where one depends on the other. An arrangement is a recorded agreement "
                   "to work together.",
                   "We found no ties between departments.",
                   {}};
  for (const DepartmentPair& pair : report.pairs)
    table.rows.push_back({plain_name(report.graph, pair.a), plain_name(report.graph, pair.b),
                          number(pair.links.size()), number(pair.needs.size()),
                          pair.coordinates ? "Recorded" : "None found",
                          pair.forums.empty() ? "None found" : names(report.graph, pair.forums)});
  sort_by_name(table);
  return table;
}

TableWords confidence_meaning() {
  return {"What confidence means",
          {{"Confidence"}, {"Of the weakest relation it rests on"}, {"How the finding reads"}},
          "A relation at 0.5 or less is our own reading. No source says it in so many words.",
          "",
          {{"High", "0.85 or more: a source states it", "Is, has, depends on"},
           {"Medium", "0.65 to 0.84: a source implies it", "Probably, appears to, is likely to"},
           {"Low", "Under 0.65: reported to us, or our reading",
            "May, we found no; put as a question"}}};
}

TableWords quality_words(const Report& report) {
  const DataQuality q = data_quality(report);
  TableWords table{"What the maps hold and lack",
                   {{"What was counted"}, {"Count", true}, {"Out of", true}},
                   "",
                   "",
                   {}};
  const auto add = [&](const char* what, std::size_t count, std::size_t whole) {
    table.rows.push_back({what, number(count), number(whole)});
  };
  add("Departments read", q.departments, q.entities);
  add("Items read: missions, targets, policies, programmes and funds", q.items, q.entities);
  add("Open items with a recorded lead", q.items_led, q.items_open);
  add("Open items with a presumed lead only", q.items_presumed, q.items_open);
  add("Open items with neither", q.items_unled, q.items_open);
  add("Organisations and items open on the date", q.entities_open, q.entities);
  add("Organisations and items not open on the date", q.entities - q.entities_open, q.entities);
  add("Organisations and items without a source", q.entities_without_source, q.entities);
  add("Relations open on the date", q.relations_open, q.relations);
  add("Relations with a source and a locator", q.relations_cited, q.relations);
  add("Relations without a source", q.relations_without_source, q.relations);
  add("Relations whose sources have no date and no web address", q.relations_untraceable,
      q.relations);
  add("Relations without a locator", q.relations_without_locator, q.relations);
  add("Relations that are our own reading", q.relations_our_reading, q.relations);
  add("Sources without a date", q.sources_without_date, q.sources);
  add("Sources without a web address", q.sources_without_link, q.sources);
  return table;
}

TableWords coverage_words(const Graph& graph) {
  TableWords table{"What each map says it looked for throughout",
                   {{"Map"}, {"As at"}, {"Looked for"}, {"Does not say so of"}},
                   "",
                   "",
                   {}};
  const auto words = [](const std::vector<std::string>& parts) {
    return parts.empty() ? std::string("Nothing") : capitalise(join_words(parts));
  };
  for (const MapCoverage& map : map_coverage(graph))
    table.rows.push_back({map.title, map.as_at.empty() ? "Not given" : map.as_at, words(map.covers),
                          words(map.leaves_out)});
  return table;
}

TableWords department_words(const Report& report) {
  TableWords table{"How much the maps hold of each open department",
                   {{"Department"},
                    {"At home there", true},
                    {"Relations", true},
                    {"With source and locator", true}},
                   "Where a department has few rows, silence says little about it.",
                   "",
                   {}};
  std::map<EntityId, Tally> tallies = tally_departments(report.graph);
  for (const DepartmentMeasures& department : report.measures.departments) {
    const Tally tally = tallies[department.id];
    table.rows.push_back({plain_name(report.graph, department.id), number(department.size),
                          number(tally.relations), percentage(tally.cited, tally.relations)});
  }
  sort_by_name(table);
  return table;
}

std::string evidence_count_words(const Graph& graph, const Finding& finding) {
  if (finding.evidence.empty()) return "None";
  const EvidenceWords first = evidence_words(graph, finding.evidence.front());
  const std::string place = first.citations.empty() ? "" : first.citations.front().place;
  const std::string rows = capitalise(count_words(finding.evidence.size(), "row", "rows"));
  return place.empty()                  ? rows
         : finding.evidence.size() == 1 ? rows + ": " + place
                                        : rows + ", first " + place;
}

std::string_view severity_meaning(Severity severity) {
  return severity == Severity::high
             ? "A mission, or a target due within 24 months, together with 3 or more departments "
               "or a legal duty"
         : severity == Severity::medium ? "A mission or target, or 3 or more items"
                                        : "Worth checking";
}

}  // namespace crosscut
