#include "crosscut/plan/costs.h"

#include <algorithm>
#include <array>

namespace crosscut {
namespace {

// Rows of graphs/mog-changes/costs.csv, which has more of them and the links; a test compares both.
constexpr auto figures = std::to_array<CostFigure>({
    {"new-department-with-productivity-loss",
     "A wholly new department: first year, direct cost, and with lost productivity", 15, 34,
     "GBP million",
     "Civil Service World, 18 November 2019, on the Institute for Government's figures, headline "
     "and paragraph 1",
     "Another press reading of the same report takes the 34 as on top of the 15. The report itself "
     "was not read."},
    {"fcdo-merger",
     "A merger of 2 departments: the Foreign Office and International Development, 2020-21 to "
     "2022-23",
     24.7, 0, "GBP million", "National Audit Office, press notice, 25 March 2024, first bullet",
     "A minimum. It leaves out indirect cost such as disruption; benefits were not tracked."},
    {"dwp-creation-2001", "A large merger: Work and Pensions, 2001", 170, 175, "GBP million",
     "Institute for Government and LSE, Making and breaking Whitehall departments, May 2010, "
     "section on cost; Civil Service World, 18 November 2019",
     "Mainly pay and productivity."},
    {"nhse-dhsc-icb-redundancy",
     "A large body joining its department: NHS England, redundancy there, in the department and in "
     "integrated care boards",
     1000, 1300, "GBP million",
     "Civil Service World, 18 December 2025, on a letter of the permanent secretary",
     "For 18,000 posts by March 2028. More than 1,000 a year is claimed as a saving from 2028-29. "
     "Most bodies are far smaller."},
    {"reorganisation-average-per-case",
     "A reorganisation of any kind: average of 51 from 2005 to 2009, mostly of arm's length bodies",
     15, 0, "GBP million", "BBC News, 18 March 2010, on the National Audit Office's report, text",
     "Gross cost, in prices of that time. No department had set measures to track benefits."},
    {"productivity-recovery-time", "Time until a new organisation is up to speed", 0, 24, "months",
     "Civil Service World, 5 October 2020", "A remark in the press, not a measurement."},
});

const CostFigure& figure(std::string_view item) {
  return *std::find_if(figures.begin(), figures.end(),
                       [&](const CostFigure& known) { return known.item == item; });
}

/// How often the scenario does each kind of thing.
struct Deeds {
  std::size_t new_departments = 0, department_mergers = 0, bodies_joined = 0, moves = 0;
};

Deeds count_deeds(const Scenario& scenario, const Graph& before) {
  Deeds deeds;
  const auto is = [&](const Reference& reference, Kind kind) {
    const auto found = before.find(reference.text);
    return found && before.entity(*found).kind == kind;
  };
  for (const Edit& edit : scenario.edits) {
    const auto any = [&](Kind kind) {
      return std::any_of(edit.subjects.begin(), edit.subjects.end(),
                         [&](const Reference& subject) { return is(subject, kind); });
    };
    const bool joins = edit.kind == EditKind::merge ||
                       (edit.kind == EditKind::abolish && !edit.target.text.empty());
    if (edit.kind == EditKind::create && edit.new_kind == Kind::department) ++deeds.new_departments;
    if (edit.kind == EditKind::split && any(Kind::department))
      deeds.new_departments += static_cast<std::size_t>(
          std::count_if(edit.parts.begin(), edit.parts.end(),
                        [&](const SplitPart& part) { return !before.find(part.id.text); }));
    if (joins && any(Kind::department))
      ++deeds.department_mergers;
    else if (joins && any(Kind::body) && is(edit.target, Kind::department))
      ++deeds.bodies_joined;
    else if ((joins || edit.kind == EditKind::move) && any(Kind::body))
      ++deeds.moves;
  }
  return deeds;
}

}  // namespace

std::span<const CostFigure> all_cost_figures() { return figures; }

std::vector<Cost> published_costs(const Scenario& scenario, const Graph& before) {
  const Deeds deeds = count_deeds(scenario, before);
  std::vector<Cost> costs;
  const auto add = [&](std::string_view item, std::size_t times) {
    if (times > 0) costs.push_back({&figure(item), times});
  };
  add("new-department-with-productivity-loss", deeds.new_departments);
  add("fcdo-merger", deeds.department_mergers);
  add("dwp-creation-2001", deeds.department_mergers);
  add("nhse-dhsc-icb-redundancy", deeds.bodies_joined);
  add("reorganisation-average-per-case", deeds.bodies_joined + deeds.moves);
  add("productivity-recovery-time", deeds.new_departments + deeds.department_mergers > 0 ? 1 : 0);
  return costs;
}

}  // namespace crosscut
