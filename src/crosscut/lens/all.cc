// The list of lenses: a new lens is a file beside this one and a line here.
#include <algorithm>
#include <array>

#include "crosscut/lens/lens.h"

namespace crosscut {

std::span<const Lens> all_lenses() {
  static const std::array lenses = {
      no_lead_lens,
      uncertain_lead_lens,
      rival_leads_lens,
      shared_lead_lens,
      orphaned_lead_lens,
      lead_without_levers_lens,
      role_clash_lens,
      no_measure_lens,
      no_due_date_lens,
      sponsorless_body_lens,
      double_sponsor_lens,
      contested_evidence_lens,
      silo_lens,
      away_from_home_lens,
      coordination_gap_lens,
      trade_off_without_forum_lens,
      overlapping_forums_lens,
      sole_broker_lens,
      bottleneck_lens,
      single_point_of_failure_lens,
      cut_point_lens,
      thin_route_lens,
      circular_dependency_lens,
      late_dependency_lens,
      long_approval_chain_lens,
      lapsed_target_lens,
      owner_ends_first_lens,
      trade_off_lens,
      knock_on_harm_lens,
      mission_without_path_lens,
      single_silo_mission_lens,
      mission_conditions_lens,
  };
  return lenses;
}

const Lens* find_lens(std::string_view id) {
  const auto lenses = all_lenses();
  const auto found = std::find_if(lenses.begin(), lenses.end(),
                                  [&](const Lens& lens) { return lens.card->id == id; });
  return found == lenses.end() ? nullptr : &*found;
}

}  // namespace crosscut
