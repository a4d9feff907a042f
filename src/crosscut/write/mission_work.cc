#include "crosscut/write/mission_work.h"

#include <algorithm>
#include <map>
#include <tuple>
#include <utility>

#include "crosscut/write/picture_parts.h"

namespace crosscut {

MissionWork::MissionWork(const Report& report, EntityId mission)
    : report_(report), graph_(report.graph), mission_(mission) {
  find_targets();
  find_work();
}

bool MissionWork::is_part_of(EntityId id, EntityId whole) const {
  const auto& parents = entity(id).parents;
  if (std::find(parents.begin(), parents.end(), whole) != parents.end()) return true;
  const auto out = graph_.out(id);
  return std::any_of(out.begin(), out.end(), [&](RelationId r) {
    return graph_.relation(r).verb == Verb::part_of && graph_.relation(r).to == whole;
  });
}

void MissionWork::find_targets() {
  for (std::size_t i = 0; i < graph_.entity_count(); ++i) {
    const EntityId id{static_cast<std::uint32_t>(i)};
    if (!graph_.open(id)) continue;
    if (entity(id).kind == Kind::target && is_part_of(id, mission_)) targets_.push_back(id);
    if (entity(id).kind == Kind::forum && is_part_of(id, mission_)) forums_.push_back(id);
  }
  for (const RelationId r : graph_.in(mission_)) {
    const Relation& relation = graph_.relation(r);
    if (relation.verb == Verb::advances && entity(relation.from).kind == Kind::target)
      targets_.push_back(relation.from);
  }
  std::sort(targets_.begin(), targets_.end());
  targets_.erase(std::unique(targets_.begin(), targets_.end()), targets_.end());
}

void MissionWork::find_work() {
  std::map<EntityId, std::set<EntityId>> aims;
  const auto add = [&](EntityId aim) {
    for (const RelationId r : graph_.in(aim)) {
      const Relation& relation = graph_.relation(r);
      const Kind kind = entity(relation.from).kind;
      if (relation.verb == Verb::advances && (kind == Kind::policy || kind == Kind::programme ||
                                              kind == Kind::fund || kind == Kind::cycle))
        aims[relation.from].insert(aim);
    }
  };
  for (const EntityId target : targets_) add(target);
  add(mission_);
  for (auto& [item, its_aims] : aims) {
    if (its_aims.size() > 1) its_aims.erase(mission_);  // it gets there by way of its targets
    Bundle bundle;
    bundle.items = {item};
    const Home& home = graph_.home(item);
    if (!home.presumed) bundle.owners.insert(home.owners.begin(), home.owners.end());
    bundle.aims = its_aims;
    bundles_.push_back(std::move(bundle));
  }
}

bool MissionWork::has_finding(const Bundle& bundle) const {
  return bundle.items.size() == 1 && finding_on(report_, bundle.items.front()) != nullptr;
}

bool MissionWork::drop_target() {
  const auto plain = std::find_if(targets_.rbegin(), targets_.rend(),
                                  [&](EntityId id) { return finding_on(report_, id) == nullptr; });
  if (plain == targets_.rend()) return false;
  const EntityId dropped = *plain;
  targets_.erase(std::next(plain).base());
  dropped_targets_.push_back(dropped);
  for (Bundle& bundle : bundles_)
    if (bundle.aims.erase(dropped) > 0) bundle.aims.insert(mission_);
  return true;
}

void MissionWork::add_to_rest(const Bundle& bundle) {
  if (bundles_.empty() || !bundles_.back().rest) {
    bundles_.push_back({});
    bundles_.back().rest = true;
    bundles_.back().aims = {mission_};
  }
  Bundle& rest = bundles_.back();
  rest.items.insert(rest.items.end(), bundle.items.begin(), bundle.items.end());
  rest.owners.insert(bundle.owners.begin(), bundle.owners.end());
}

void MissionWork::bundle_by_owner() {
  std::vector<Bundle> bundled;
  for (Bundle& bundle : bundles_) {
    const auto same = std::find_if(bundled.begin(), bundled.end(), [&](const Bundle& other) {
      return !has_finding(other) && other.owners == bundle.owners;
    });
    if (has_finding(bundle) || same == bundled.end()) {
      bundled.push_back(std::move(bundle));
      continue;
    }
    same->items.insert(same->items.end(), bundle.items.begin(), bundle.items.end());
    same->aims.insert(bundle.aims.begin(), bundle.aims.end());
  }
  bundles_ = std::move(bundled);
}

bool MissionWork::roll_up() {
  if (!bundled_) {
    bundled_ = true;
    bundle_by_owner();
    return true;
  }
  if (!merged_aims_) {
    merged_aims_ = true;
    for (Bundle& bundle : bundles_)
      if (bundle.items.size() > 1 && bundle.aims.size() > 1) bundle.aims = {mission_};
    return true;
  }
  const auto size = [&](const Bundle& bundle) {
    return std::tuple(bundle.rest || has_finding(bundle), bundle.items.size());
  };
  const auto smallest =
      std::min_element(bundles_.begin(), bundles_.end(),
                       [&](const Bundle& a, const Bundle& b) { return size(a) < size(b); });
  if (smallest == bundles_.end() || smallest->rest || has_finding(*smallest)) return drop_target();
  Bundle merged = std::move(*smallest);
  bundles_.erase(smallest);
  add_to_rest(merged);
  return true;
}

}  // namespace crosscut
