// Everything that a writer needs, in one value: the graph, what was found, what was measured and
// what could not be read. Writers are pure functions of it.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "crosscut/base/diagnostic.h"
#include "crosscut/model/finding.h"
#include "crosscut/model/graph.h"

namespace crosscut {

/// Undefined or not computed = nothing, never 0 (measures.md, section 0).
using Figure = std::optional<double>;

/// Communities at one resolution, the best of several runs.
struct ResolutionMeasures {
  double resolution = 1;
  std::size_t communities = 0;
  Figure modularity, ami;
};

/// A circle of needs: its members, the shortest one among them, and the needs to give up so that
/// none is left.
struct CircleMeasures {
  std::vector<EntityId> members, shortest;
  std::vector<std::pair<EntityId, EntityId>> links_to_break;
  bool fewest = true;  // no fewer would do
};

struct MapMeasures {
  std::string_view graph = "working";  // coordination, working or need
  std::size_t vertices = 0, edges = 0, components = 0, bridges = 0;
  Figure ei, ei_expected, ei_p, modularity_departments, modularity_best, ami, vi, congruence;
  std::size_t runs = 0;      // of the method that finds communities
  Figure modularity_lowest;  // of these runs
  std::vector<ResolutionMeasures> resolutions;
  std::size_t sampled_sources = 0;      // of betweenness; 0 = exact
  Figure betweenness_epsilon;           // how far off a sampled one may be, as a share of all pairs
  std::vector<EntityId> longest_chain;  // of needs; a circle counts once
  std::vector<CircleMeasures> circles;
};

struct DepartmentMeasures {
  EntityId id{};
  std::size_t size = 0;               // entities at home there
  double external = 0, internal = 0;  // simple ties of W to other departments, and inside, once
  std::size_t ends = 0;               // relation ends of W: ties inside count twice
  Figure ei, ei_expected, ei_p, outward_share, conductance, normalised_cut, congruence;
  Figure ei_q;  // ei_p adjusted for looking at every department
};

struct EntityMeasures {
  EntityId id{};
  std::size_t degree = 0;       // neighbours
  Figure betweenness;           // raw, unordered pairs; ordered in the need graph
  Figure betweenness_weighted;  // along strengths, where these are whole numbers
  bool articulation_point = false;
  Figure pairs_cut;
  std::optional<std::size_t> circle;  // its number among the circles of needs, from 1
  std::size_t dependents = 0;
  Figure transitive_dependents, missions_reached;
  std::vector<EntityId> dominates;  // missions that no route of delivery leads to without it
  std::optional<std::uint32_t> community;
  // In N, by department (Gould and Fernandez 1989): what it passes on between 2 others, and what
  // to expect by chance.
  Figure liaison, liaison_expected, itinerant, itinerant_expected;
  Figure routes;                // of a mission: routes of delivery without a unit in common
  std::vector<EntityId> cut;    // of a mission: units without which no such route is left
  Figure slack_days;            // its due date less the latest of all that it needs
  Figure impact, impact_total;  // signed, first order and with half of the second
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
  std::set<std::string_view> thinned;       // ids of the lenses that these are of
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
