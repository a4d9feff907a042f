// Everything that a writer needs, in one value: the graph, what was found, what was measured and
// what could not be read. Writers are pure functions of it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "crosscut/base/diagnostic.h"
#include "crosscut/model/finding.h"
#include "crosscut/model/graph.h"

namespace crosscut {

/// Undefined or not computed = nothing, never 0 (measures.md, section 0).
using Figure = std::optional<double>;

struct MapMeasures {  // of the working graph W
  std::size_t vertices = 0, edges = 0, components = 0, bridges = 0;
  Figure ei, ei_expected, ei_p, modularity_departments, modularity_best, ami, vi, congruence;
};

struct DepartmentMeasures {
  EntityId id{};
  std::size_t size = 0;               // entities at home there
  double external = 0, internal = 0;  // simple ties of W to other departments, and inside, once
  std::size_t ends = 0;               // relation ends of W: ties inside count twice
  Figure ei, ei_expected, ei_p, outward_share, conductance, normalised_cut, congruence;
};

struct EntityMeasures {
  EntityId id{};
  std::size_t degree = 0;  // neighbours in W
  double betweenness = 0;  // in W, raw, unordered pairs
  bool articulation_point = false;
  Figure pairs_cut;
  std::size_t strong_component = 0;  // of N
  std::size_t dependents = 0, transitive_dependents = 0, missions_reached = 0;
};

struct Measures {
  MapMeasures map;
  std::vector<DepartmentMeasures> departments;  // open departments by id
  std::vector<EntityMeasures> entities;         // open entities by id
};

/// Two departments and what ties them.
struct DepartmentPair {
  EntityId a{}, b{};              // a < b
  std::vector<RelationId> links;  // relations of W between them (forums and meetings excluded)
  std::vector<RelationId> needs;  // depends-on from one's to the other's
  std::vector<EntityId> forums;   // where both sit
  bool coordinates = false;       // by a coordinates-with relation
};

/// A finding that somebody knows of and accepts: it stands apart, and counts nowhere.
struct Accepted {
  Finding finding;
  std::string reason;
  PartialDate until;  // not given = without end
};

/// What a copy for release leaves out for its marking (edit/release.h).
struct Withheld {
  std::size_t entities = 0, relations = 0, sources = 0;
};

struct Report {
  Graph graph;
  std::string title;
  std::string headline;  // of the finding that stands over the report instead; may be empty
  std::string marking = "OFFICIAL";
  std::vector<const Card*> cards;           // the lenses that ran, in their order
  std::vector<Finding> findings;            // sorted; questions among them
  std::vector<Accepted> accepted;           // in the order of findings
  std::size_t left_out = 0;                 // findings below the confidence asked for
  double least_robustness = 0;              // asked for
  std::size_t not_robust = 0;               // findings that hold in a smaller share of readings
  std::size_t lenses_left_out = 0;          // as others were asked for
  std::vector<std::string> not_looked_for;  // what the maps hold no row of, a sentence each
  Measures measures;
  std::vector<DepartmentPair> pairs;  // departments with any tie, by a then b
  std::vector<Diagnostic> diagnostics;
  std::optional<Withheld> withheld;  // of a copy for release
  std::string graphviz_version;      // empty when nothing was drawn
};

/// Version of crosscut ("0.1.0") and of the JSON it writes.
std::string_view version();
inline constexpr int schema_version = 1;

}  // namespace crosscut
