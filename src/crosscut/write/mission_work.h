// What a mission is made of, and how it is rolled up when a picture is too small for all of it.
#pragma once

#include <set>
#include <vector>

#include "crosscut/model/report.h"

namespace crosscut {

/// Work towards a mission that is drawn as one box.
struct Bundle {
  std::vector<EntityId> items;
  std::set<EntityId> owners;
  std::set<EntityId> aims;  // targets, or the mission
  bool rest = false;        // of several leads, who are not drawn
};

class MissionWork {
 public:
  MissionWork(const Report& report, EntityId mission);

  const std::vector<EntityId>& targets() const { return targets_; }
  const std::vector<EntityId>& dropped_targets() const { return dropped_targets_; }
  const std::vector<EntityId>& forums() const { return forums_; }
  const std::vector<Bundle>& bundles() const { return bundles_; }
  bool bundled_by_owner() const { return bundled_; }

  /// Says the same with less: first one bundle a lead, then small bundles together, then fewer
  /// targets. What has a finding stays. False when nothing is left to roll up.
  bool roll_up();

 private:
  const Entity& entity(EntityId id) const { return graph_.entity(id); }
  bool is_part_of(EntityId id, EntityId whole) const;
  void find_targets();
  void find_work();
  bool has_finding(const Bundle& bundle) const;
  bool drop_target();
  void add_to_rest(const Bundle& bundle);
  void bundle_by_owner();

  const Report& report_;
  const Graph& graph_;
  EntityId mission_;
  std::vector<EntityId> targets_;
  std::vector<EntityId> dropped_targets_;
  std::vector<EntityId> forums_;
  std::vector<Bundle> bundles_;
  bool bundled_ = false;
  bool merged_aims_ = false;
};

}  // namespace crosscut
