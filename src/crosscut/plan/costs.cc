#include "crosscut/plan/costs.h"

#include <algorithm>

namespace crosscut {
namespace {

// graphs/mog-changes/costs.csv has these and more, with the places in the sources.
constexpr CostFigure new_department = {
    "A wholly new department: first year, direct cost, and with lost productivity",
    15,
    34,
    "GBP million",
    "Civil Service World, 18 November 2019, on the Institute for Government's figures, headline "
    "and "
    "paragraph 1",
    "Another press reading of the same report takes the 34 as on top of the 15. The report itself "
    "was "
    "not read."};
constexpr CostFigure merger_small = {
    "A merger of 2 departments: the Foreign Office and International Development, 2020-21 to "
    "2022-23",
    24.7,
    0,
    "GBP million",
    "National Audit Office, press notice, 25 March 2024, first bullet",
    "A minimum. It leaves out indirect cost such as disruption; benefits were not tracked."};
constexpr CostFigure merger_large = {"A large merger: Work and Pensions, 2001",
                                     170,
                                     175,
                                     "GBP million",
                                     "Institute for Government and LSE, Making and breaking "
                                     "Whitehall departments, May 2010, section on "
                                     "cost; Civil Service World, 18 November 2019",
                                     "Mainly pay and productivity."};
constexpr CostFigure recovery = {"Time until a new organisation is up to speed",
                                 0,
                                 24,
                                 "months",
                                 "Civil Service World, 5 October 2020",
                                 "A remark in the press, not a measurement."};

bool is_department(const Graph& graph, const Reference& reference) {
  const auto found = graph.find(reference.text);
  return found && graph.entity(*found).kind == Kind::department;
}

}  // namespace

std::vector<Cost> published_costs(const Scenario& scenario, const Graph& before) {
  std::size_t created = 0;
  std::size_t mergers = 0;
  for (const Edit& edit : scenario.edits) {
    const bool departments =
        std::any_of(edit.subjects.begin(), edit.subjects.end(),
                    [&](const Reference& subject) { return is_department(before, subject); });
    if (edit.kind == EditKind::create && edit.new_kind == Kind::department) ++created;
    if (edit.kind == EditKind::split && departments)
      created += static_cast<std::size_t>(
          std::count_if(edit.parts.begin(), edit.parts.end(),
                        [&](const Part& part) { return !before.find(part.id.text); }));
    if ((edit.kind == EditKind::merge || edit.kind == EditKind::abolish) && departments) ++mergers;
  }
  std::vector<Cost> costs;
  if (created > 0) costs.push_back({&new_department, created});
  if (mergers > 0) {
    costs.push_back({&merger_small, mergers});
    costs.push_back({&merger_large, mergers});
  }
  if (created + mergers > 0) costs.push_back({&recovery, 1});
  return costs;
}

}  // namespace crosscut
