// The names under which figures are written, in JSON and CSV alike.
#pragma once

#include <array>
#include <string_view>

#include "crosscut/model/report.h"

namespace crosscut {

template <typename Row>
struct FigureField {
  std::string_view name;
  Figure Row::*value;
  bool always;  // "not enough evidence" in CSV where it is nothing; else it has no row there, as it
                // was not worked out or is of something else
};

inline constexpr auto map_figures = std::to_array<FigureField<MapMeasures>>({
    {"ei", &MapMeasures::ei, true},
    {"ei_expected", &MapMeasures::ei_expected, true},
    {"ei_p", &MapMeasures::ei_p, false},
    {"modularity_departments", &MapMeasures::modularity_departments, false},
    {"modularity_best", &MapMeasures::modularity_best, false},
    {"modularity_lowest", &MapMeasures::modularity_lowest, false},
    {"ami", &MapMeasures::ami, false},
    {"vi", &MapMeasures::vi, false},
    {"congruence", &MapMeasures::congruence, true},
    {"betweenness_epsilon", &MapMeasures::betweenness_epsilon, false},
});

inline constexpr auto department_figures = std::to_array<FigureField<DepartmentMeasures>>({
    {"ei", &DepartmentMeasures::ei, true},
    {"ei_expected", &DepartmentMeasures::ei_expected, true},
    {"ei_p", &DepartmentMeasures::ei_p, false},
    {"ei_q", &DepartmentMeasures::ei_q, false},
    {"outward_share", &DepartmentMeasures::outward_share, true},
    {"conductance", &DepartmentMeasures::conductance, true},
    {"normalised_cut", &DepartmentMeasures::normalised_cut, true},
    {"congruence", &DepartmentMeasures::congruence, true},
});

inline constexpr auto entity_figures = std::to_array<FigureField<EntityMeasures>>({
    {"betweenness", &EntityMeasures::betweenness, false},
    {"betweenness_weighted", &EntityMeasures::betweenness_weighted, false},
    {"pairs_cut", &EntityMeasures::pairs_cut, false},
    {"transitive_dependents", &EntityMeasures::transitive_dependents, false},
    {"missions_reached", &EntityMeasures::missions_reached, false},
    {"liaison", &EntityMeasures::liaison, false},
    {"liaison_expected", &EntityMeasures::liaison_expected, false},
    {"itinerant", &EntityMeasures::itinerant, false},
    {"itinerant_expected", &EntityMeasures::itinerant_expected, false},
    {"routes", &EntityMeasures::routes, false},
    {"slack_days", &EntityMeasures::slack_days, false},
    {"impact", &EntityMeasures::impact, false},
    {"impact_total", &EntityMeasures::impact_total, false},
});

}  // namespace crosscut
