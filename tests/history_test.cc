// Changes of the past as sentences: the map of the day before, changed, must be the map of the day
// after. What differs, and why, is in the table; anything else fails.
#include <gtest/gtest.h>

#include <filesystem>
#include <set>

#include "crosscut/edit/apply.h"
#include "crosscut/edit/as_of.h"
#include "crosscut/read/changes.h"
#include "crosscut/read/join.h"

namespace crosscut {
namespace {

namespace fs = std::filesystem;
const fs::path folder = fs::path(CROSSCUT_ROOT) / "graphs/mog-changes";

std::string owners_of(const Graph& graph, EntityId id) {
  std::string text;
  for (const EntityId owner : graph.home(id).owners)
    text += (text.empty() ? "" : ", ") + graph.entity(owner).id;
  return text;
}

/// ", led by dwp, co-led by dfe": it may change hands within one department.
std::string leads_of(const Graph& graph, EntityId item) {
  std::string text;
  for (const RelationId r : graph.in(item)) {
    const Relation& relation = graph.relation(r);
    if (relation.verb == Verb::leads) text += ", led by " + graph.entity(relation.from).id;
    if (relation.verb == Verb::co_leads) text += ", co-led by " + graph.entity(relation.from).id;
  }
  return text;
}

/// A line for each open department ("dfe, Department for Education"), body and forum ("ofsted,
/// Ofsted, in dfe") and function ("function-schools, of dfe, led by dfe").
std::set<std::string> government(const Graph& graph) {
  std::set<std::string> lines;
  for (std::size_t i = 0; i < graph.entity_count(); ++i) {
    const EntityId id{static_cast<std::uint32_t>(i)};
    const Entity& entity = graph.entity(id);
    if (!graph.open(id)) continue;
    if (entity.kind == Kind::department)
      lines.insert(entity.id + ", " + entity.name);
    else if (entity.kind == Kind::body || entity.kind == Kind::forum)
      lines.insert(entity.id + ", " + entity.name + ", in " + owners_of(graph, id));
    else if (entity.id.starts_with("function-"))
      lines.insert(entity.id + ", of " + owners_of(graph, id) + leads_of(graph, id));
  }
  return lines;
}

/// "map: ..." for what only the map has, "changes: ..." for what only the changed map has.
std::set<std::string> differences(const std::set<std::string>& map,
                                  const std::set<std::string>& changed) {
  std::set<std::string> lines;
  for (const std::string& line : map)
    if (!changed.contains(line)) lines.insert("map: " + line);
  for (const std::string& line : changed)
    if (!map.contains(line)) lines.insert("changes: " + line);
  return lines;
}

struct Difference {
  std::string why;
  std::set<std::string> lines;
};

struct Case {
  std::string file;
  std::string day_before;
  std::string day_after;
  std::vector<Difference> known;
};

const std::string one_parent =
    "the map gives a body or unit one parent for all years, so it stands on its own until that "
    "department opens";
const std::string followed_from_then = "the map follows the function from that day only";

const std::vector<Case> cases = {
    {"2001-education-and-work",
     "2001-06-07",
     "2001-06-09",
     {{followed_from_then,
       {"map: function-climate-mitigation, of defra, led by defra",
        "map: function-universities, of dfes, led by dfes"}}}},
    {"2002-transport",
     "2002-05-28",
     "2002-05-30",
     {{"the map gives the unit its first parent for all years",
       {"changes: seu, Social Exclusion Unit, in odpm",
        "map: seu, Social Exclusion Unit, in cabinet-office"}}}},
    {"2005-revenue-and-customs", "2005-04-17", "2005-04-19", {}},
    {"2007-justice", "2007-05-08", "2007-05-10", {}},
    {"2007-business-and-schools", "2007-06-27", "2007-06-29", {}},
    {"2008-energy-and-climate", "2008-10-02", "2008-10-04", {}},
    {"2009-business-and-skills", "2009-06-04", "2009-06-06", {}},
    {"2010-education", "2010-05-11", "2010-05-13", {}},
    {"2016-business-trade-and-exit", "2016-07-13", "2016-07-15", {}},
    {"2018-housing-and-care",
     "2018-01-07",
     "2018-01-09",
     {{one_parent,
       {"changes: cqc, Care Quality Commission, in cqc",
        "map: cqc, Care Quality Commission, in dhsc",
        "changes: healthwatch-england, Healthwatch England, in healthwatch-england",
        "map: healthwatch-england, Healthwatch England, in dhsc",
        "changes: hee, Health Education England, in hee",
        "map: hee, Health Education England, in dhsc",
        "changes: nhs-digital, NHS Digital, in nhs-digital",
        "map: nhs-digital, NHS Digital, in dhsc",
        "changes: nhs-england, NHS England, in nhs-england",
        "map: nhs-england, NHS England, in dhsc",
        "changes: nhs-improvement, NHS Improvement, in nhs-improvement",
        "map: nhs-improvement, NHS Improvement, in dhsc",
        "changes: phe, Public Health England, in phe", "map: phe, Public Health England, in dhsc",
        "changes: function-health-protection, of phe, led by phe",
        "map: function-health-protection, of dhsc, led by phe"}}}},
    {"2020-leaving-department-closes", "2020-01-30", "2020-02-01", {}},
    {"2020-foreign-and-development", "2020-09-01", "2020-09-03", {}},
    {"2021-levelling-up-and-public-health",
     "2021-08-31",
     "2021-10-02",
     {{followed_from_then, {"map: function-union-devolution, of dluhc, led by dluhc"}}}},
    {"2023-business-energy-and-science",
     "2023-02-06",
     "2023-02-08",
     {{one_parent,
       {"changes: cddo, Central Digital and Data Office, in cddo",
        "map: cddo, Central Digital and Data Office, in dsit",
        "changes: gds, Government Digital Service, in gds",
        "map: gds, Government Digital Service, in dsit",
        "changes: i-ai, Incubator for Artificial Intelligence, in i-ai",
        "map: i-ai, Incubator for Artificial Intelligence, in dsit"}}}},
    {"2023-windsor-and-land-registry", "2023-05-22", "2023-06-02", {}},
    {"2024-housing",
     "2024-07-09",
     "2024-07-11",
     {{one_parent,
       {"changes: hm-land-registry, HM Land Registry, in hm-land-registry",
        "map: hm-land-registry, HM Land Registry, in mhclg"}}}},
    {"2024-digital-veterans-and-europe", "2024-07-23", "2024-07-25", {}},
    {"2025-infrastructure-and-fire", "2025-03-30", "2025-04-02", {}},
    {"2025-skills", "2025-09-15", "2025-09-17", {}},
};

TEST(History, TheMapOfTheDayBeforeChangedIsTheMapOfTheDayAfter) {
  MapRead read = read_maps({folder.string()}, {});
  ASSERT_FALSE(has_errors(read.diagnostics));
  const PartialDate own = link(read.dataset, {}).graph.as_at();
  for (const Case& past : cases) {
    SCOPED_TRACE(past.file);
    const PartialDate before = *parse_date(past.day_before);
    const PartialDate after = *parse_date(past.day_after);
    Dataset dataset = as_of(read.dataset, before, own);
    EXPECT_EQ(government(link(dataset, {before}).graph),
              government(link(read.dataset, {before}).graph));

    std::vector<Diagnostic> diagnostics;
    const auto file = load_file((folder / "changes" / (past.file + ".changes")).string(), {},
                                dataset.files, diagnostics);
    ASSERT_TRUE(file);
    const Scenario scenario = read_changes(*file, dataset.files, diagnostics);
    const Applied changed = apply(dataset, scenario, {after});
    for (const Diagnostic& d : diagnostics) ADD_FAILURE() << d.message << ": " << d.hint;
    for (const Diagnostic& d : changed.diagnostics) ADD_FAILURE() << d.message << ": " << d.hint;

    const std::set<std::string> map = government(link(read.dataset, {after}).graph);
    EXPECT_NE(map, government(link(read.dataset, {before}).graph));  // there is a change to make
    std::set<std::string> known;
    for (const Difference& difference : past.known)
      known.insert(difference.lines.begin(), difference.lines.end());
    EXPECT_EQ(differences(map, government(link(changed.dataset, {after}).graph)), known);
  }
}

TEST(History, EveryFileOfChangesIsTried) {
  std::set<std::string> files;
  std::set<std::string> tried;
  for (const auto& entry : fs::directory_iterator(folder / "changes"))
    files.insert(entry.path().filename().string());
  for (const Case& past : cases) tried.insert(past.file + ".changes");
  EXPECT_EQ(files, tried);
}

}  // namespace
}  // namespace crosscut
