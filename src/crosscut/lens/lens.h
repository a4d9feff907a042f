// A lens is a card in words and a function that reads the graph and returns findings. Each lens has
// a file of its own and a line in all.cc; its card's examples are its test and its documentation.
#pragma once

#include <span>
#include <vector>

#include "crosscut/lens/draws.h"
#include "crosscut/model/finding.h"
#include "crosscut/model/graph.h"
#include "crosscut/model/report.h"

namespace crosscut {

/// What lenses share, worked out once.
struct LensInput {
  const Graph& graph;
  const std::vector<DepartmentPair>& pairs;
};

/// `run` says in each finding's condition when it holds. Where no formula over single facts does,
/// `holds_in` says in which draws each finding holds: a bit set for each, in their order; the
/// condition then adds what it leaves out.
struct Lens {
  const Card* card;
  std::vector<Finding> (*run)(const LensInput&);
  std::vector<Bits> (*holds_in)(const LensInput&, const Draws&,
                                const std::vector<Finding>&) = nullptr;
};

/// In the order of design.md.
std::span<const Lens> all_lenses();
const Lens* find_lens(std::string_view id);

// One per file.
extern const Lens no_lead_lens;
extern const Lens uncertain_lead_lens;
extern const Lens rival_leads_lens;
extern const Lens shared_lead_lens;
extern const Lens orphaned_lead_lens;
extern const Lens lead_without_levers_lens;
extern const Lens role_clash_lens;
extern const Lens no_measure_lens;
extern const Lens no_due_date_lens;
extern const Lens sponsorless_body_lens;
extern const Lens double_sponsor_lens;
extern const Lens contested_evidence_lens;
extern const Lens silo_lens;
extern const Lens away_from_home_lens;
extern const Lens coordination_gap_lens;
extern const Lens trade_off_without_forum_lens;
extern const Lens overlapping_forums_lens;
extern const Lens sole_broker_lens;
extern const Lens bottleneck_lens;
extern const Lens single_point_of_failure_lens;
extern const Lens cut_point_lens;
extern const Lens thin_route_lens;
extern const Lens circular_dependency_lens;
extern const Lens late_dependency_lens;
extern const Lens long_approval_chain_lens;
extern const Lens lapsed_target_lens;
extern const Lens owner_ends_first_lens;
extern const Lens trade_off_lens;
extern const Lens knock_on_harm_lens;
extern const Lens mission_without_path_lens;
extern const Lens single_silo_mission_lens;
extern const Lens mission_conditions_lens;

}  // namespace crosscut
