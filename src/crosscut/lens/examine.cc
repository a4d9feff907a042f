#include "crosscut/lens/examine.h"

#include <array>
#include <utility>

#include "crosscut/base/parallel.h"
#include "crosscut/lens/lens.h"
#include "crosscut/lens/measures.h"
#include "crosscut/lens/meetings.h"
#include "crosscut/lens/robustness.h"
#include "crosscut/model/names.h"

namespace crosscut {
namespace {

/// What a lens needs to see at least one row of before it can say anything.
struct Requirement {
  Verb verb;
  std::string_view told;
};
constexpr std::array<Requirement, 3> requirements = {{
    {Verb::leads, "Leads: the map has no row that says who leads."},
    {Verb::depends_on, "Dependencies: the map has no row that says what depends on what."},
    {Verb::member_of, "Membership of forums: the map has no row that says who sits where."},
}};

std::vector<std::string> not_looked_for(const Graph& graph) {
  std::vector<std::string> told;
  for (const Requirement& requirement : requirements) {
    const auto relations = graph.relations();
    const bool seen = std::any_of(relations.begin(), relations.end(),
                                  [&](const Relation& r) { return r.verb == requirement.verb; });
    if (!seen) told.emplace_back(requirement.told);
  }
  return told;
}

std::vector<Finding> weigh(const Lens& lens, const LensInput& input) {
  std::vector<Finding> findings = lens.run(input);
  weigh_robustness(lens, input, findings);
  return findings;
}

}  // namespace

Report examine(Graph graph, std::vector<Diagnostic> diagnostics, const ExamineOptions& options) {
  Report report;
  report.graph = std::move(graph);
  report.diagnostics = std::move(diagnostics);
  report.title = map_titles(report.graph);
  report.marking = report.graph.marking();
  report.not_looked_for = not_looked_for(report.graph);
  report.pairs = department_pairs(report.graph);
  const auto lenses = all_lenses();
  std::vector<std::vector<Finding>> found(lenses.size());
  const LensInput input{report.graph, report.pairs};
  parallel_for(options.jobs, lenses.size() + 1, [&](std::size_t i) {
    if (i < lenses.size())
      found[i] = weigh(lenses[i], input);
    else
      report.measures =
          measure(report.graph, report.pairs, {.all = options.all_measures, .jobs = options.jobs});
  });
  for (std::size_t i = 0; i < lenses.size(); ++i) {
    report.cards.push_back(lenses[i].card);
    std::move(found[i].begin(), found[i].end(), std::back_inserter(report.findings));
  }
  sort_findings(report.findings, report.graph);
  return report;
}

}  // namespace crosscut
