// The figures of measures.md, for measures.csv, the measure command and the annex.
#pragma once

#include <vector>

#include "crosscut/lens/project.h"
#include "crosscut/model/report.h"

namespace crosscut {

/// Figures of each open department on the working graph W, by id. Ties are simple: strength is left
/// to the sensitivity check. Entities in no department, or in several, are in none of them; ties to
/// such entities count as leaving in the outward share.
std::vector<DepartmentMeasures> measure_departments(const Graph& graph, const Projection& working);

/// The department of each vertex of the projection, by its place among `departments`; no_group
/// (algo/brokerage.h) where it is in none or in several. Sizes are filled in.
std::vector<std::uint32_t> department_labels(const Graph& graph, const Projection& projection,
                                             std::vector<DepartmentMeasures>& departments);

enum class MeasuredGraph { working, coordination, need };
std::string_view word(MeasuredGraph graph);
std::optional<MeasuredGraph> find_measured_graph(std::string_view word);

struct MeasureOptions {
  MeasuredGraph graph = MeasuredGraph::working;
  bool all = false;  // also what takes long: chance, communities, betweenness, routes, circles
  std::size_t jobs = 1;
};

/// Figures of the map, of each open department and of each vertex of the graph asked for. The same
/// for any number of threads.
Measures measure(const Graph& graph, const std::vector<DepartmentPair>& pairs,
                 const MeasureOptions& options = {});

/// The figures of entities, one for each vertex of the projection (lens/entity_measures.cc).
std::vector<EntityMeasures> measure_entities(const Graph& graph, const Projection& projection,
                                             const MeasureOptions& options, MapMeasures& map);

/// How far the departments are the communities of those who work together
/// (lens/community_measures.cc). Over vertices in one department each; `ties` hold each pair once,
/// and weights are left out.
void measure_communities(const algo::Digraph& ties, const std::vector<std::uint32_t>& labels,
                         const MeasureOptions& options, Measures& measures);

}  // namespace crosscut
