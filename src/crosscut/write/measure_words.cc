#include "crosscut/write/measure_words.h"

#include <fmt/format.h>

#include "crosscut/model/names.h"
#include "crosscut/write/words.h"

namespace crosscut {
namespace {

std::string value(const Figure& figure) {
  return figure ? fmt::format("{:.3f}", *figure) : "Not enough evidence";
}

/// No p is 0: deals at random are only so many.
CellWords p_value(const Figure& p) {
  if (p && *p < 0.001) return {"under 0.001", fmt::format("{:.6f}", *p)};
  return value(p);
}

}  // namespace

TableWords map_measure_words(const Report& report) {
  const MapMeasures& m = report.measures.map;
  TableWords table{
      "Figures of the map, for experts",
      {{"Figure"}, {"Value", true}, {"What it says"}},
      "They are of the working graph: who works with whom or what. No finding rests on "
      "them alone. measures.csv has them unrounded, with those of each entity.",
      "",
      {}};
  table.rows = {
      {"Vertices and ties", number(m.vertices) + ", " + number(m.edges),
       "Entities, and pairs of them that any relation of work joins"},
      {"Components and bridges", number(m.components) + ", " + number(m.bridges),
       "Parts that nothing joins, and ties that alone hold parts together"},
      {"E-I index", value(m.ei),
       "Ties between departments less those inside, over both (Krackhardt and Stern 1988)"},
      {"E-I index by chance", value(m.ei_expected), "What labels dealt at random would give"},
      {"p of the E-I index", p_value(m.ei_p), "Share of 5,000 random deals with an index as low"},
      {"Congruence", value(m.congruence),
       "Of the department pairs that need each other, those that meet (Cataldo and others 2006)"}};
  if (m.modularity_best)
    table.rows.insert(
        table.rows.end(),
        {{"Modularity of departments", value(m.modularity_departments),
          "Ties inside departments beyond what chance would give (Newman and Girvan 2004)"},
         {"Modularity of communities", value(m.modularity_best),
          fmt::format("The best of {} runs of the Leiden method, the lowest being {} (Traag and "
                      "others 2019)",
                      m.runs, value(m.modularity_lowest))},
         {"Agreement of the two", value(m.ami),
          "Adjusted mutual information: 1 when they are the same, 0 as by chance (Vinh and others "
          "2010)"},
         {"Distance of the two", value(m.vi),
          "Variation of information, in nats: 0 when they are the same (Meila 2007)"}});
  return table;
}

TableWords department_measure_words(const Report& report) {
  TableWords table{
      "Figures of departments, for experts",
      {{"Department"},
       {"E-I index", true},
       {"By chance", true},
       {"Adjusted p", true},
       {"Outward share", true},
       {"Conductance", true},
       {"Normalised cut", true}},
      "A low E-I index says that a department works with itself more than others do. It counts "
      "the ties between entities of one department each. p is adjusted for looking at every "
      "department (Benjamini and Hochberg 1995). Large departments have a low index by arithmetic, "
      "so read it beside chance. Outward share: of the tie ends in a department, those whose tie "
      "leaves it, to entities of no department too. Conductance: ties that leave over the ends "
      "inside or outside, whichever are fewer. Normalised cut: ties that leave over each of the "
      "two, added.",
      "We found no departments.",
      {}};
  for (const DepartmentMeasures& d : report.measures.departments)
    table.rows.push_back({plain_name(report.graph, d.id), value(d.ei), value(d.ei_expected),
                          p_value(d.ei_q), value(d.outward_share), value(d.conductance),
                          value(d.normalised_cut)});
  return table;
}

}  // namespace crosscut
