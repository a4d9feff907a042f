#include "crosscut/model/homes.h"

#include <algorithm>
#include <array>
#include <utility>

namespace crosscut {
namespace {

/// Which capacity decides the home when an item is led in several: the policy owner first.
int rank(Capacity capacity) {
  constexpr std::array<int, 8> ranks = {0, 1, 3, 4, 2, 6, 5, 9};
  return ranks[std::size_t(capacity)];
}

void add(std::vector<EntityId>& owners, const std::vector<EntityId>& more) {
  if (owners.empty()) {  // as nearly always; each list is sorted already
    owners = more;
    return;
  }
  owners.insert(owners.end(), more.begin(), more.end());
  std::sort(owners.begin(), owners.end());
  owners.erase(std::unique(owners.begin(), owners.end()), owners.end());
}

class HomeFinder {
 public:
  explicit HomeFinder(const Graph& graph)
      : graph_(graph), homes_(graph.entity_count()), state_(graph.entity_count(), 0) {}

  std::vector<Home> run() {
    for (std::size_t i = 0; i < homes_.size(); ++i) visit(EntityId(i));
    return std::move(homes_);
  }

 private:
  /// Depth first without recursion, as chains may be long: an entity is tried again when the homes
  /// it rests on are known. Circles end at the entity under way.
  void visit(EntityId start) {
    if (state_[index_of(start)] == 2) return;
    std::vector<EntityId>& stack = stack_;
    stack.assign(1, start);
    while (!stack.empty()) {
      const EntityId id = stack.back();
      if (state_[index_of(id)] == 2) {
        stack.pop_back();
        continue;
      }
      state_[index_of(id)] = 1;
      waiting_.clear();
      Home home = find(id);
      if (!waiting_.empty()) {
        stack.insert(stack.end(), waiting_.rbegin(), waiting_.rend());
        continue;
      }
      homes_[index_of(id)] = std::move(home);
      state_[index_of(id)] = 2;
      stack.pop_back();
    }
  }

  /// The owners of an entity's home; notes it as waited for when nobody has looked yet.
  const std::vector<EntityId>& owners_of(EntityId id) {
    if (state_[index_of(id)] == 0) waiting_.push_back(id);
    return homes_[index_of(id)].owners;
  }

  Home find(EntityId id) {
    const Entity& entity = graph_.entity(id);
    if (graph_.is_whole_government(id)) return {};
    if (entity.kind == Kind::department) return {{id}, false};
    Home home;
    const bool led = is_item(entity.kind) || entity.kind == Kind::cycle;
    if (led) home = from_leads(id);
    if (!home.owners.empty() || !waiting_.empty()) return home;
    home.presumed = led;
    for (const EntityId parent : entity.parents)
      if (graph_.open(parent)) add(home.owners, owners_of(parent));
    if (!waiting_.empty()) return home;
    if (home.owners.empty())
      for (const RelationId r : graph_.out(id))
        if (graph_.relation(r).verb == Verb::part_of)
          add(home.owners, owners_of(graph_.relation(r).to));
    if (home.owners.empty() && is_organisation(entity.kind)) home.owners = {id};
    return home;
  }

  Home from_leads(EntityId item) {
    std::vector<RelationId> leads = owning_leads(graph_, item);
    const auto keep_best = [&](auto worse) {  // drop all that are worse than the best
      const auto best = [&](RelationId a, RelationId b) {
        return worse(graph_.relation(b), graph_.relation(a));
      };
      if (leads.empty()) return;
      const Relation& top = graph_.relation(*std::min_element(leads.begin(), leads.end(), best));
      std::erase_if(leads, [&](RelationId r) { return worse(graph_.relation(r), top); });
    };
    keep_best([](const Relation& a, const Relation& b) {
      return a.confidence < recorded_confidence && b.confidence >= recorded_confidence;
    });
    keep_best([](const Relation& a, const Relation& b) {
      return a.verb == Verb::co_leads && b.verb == Verb::leads;
    });
    keep_best(
        [](const Relation& a, const Relation& b) { return rank(a.capacity) > rank(b.capacity); });
    Home home;
    for (const RelationId r : leads) add(home.owners, owners_of(graph_.relation(r).from));
    return home;
  }

  const Graph& graph_;
  std::vector<Home> homes_;
  std::vector<char> state_;        // 0 not seen, 1 under way, 2 done
  std::vector<EntityId> stack_;    // those under way
  std::vector<EntityId> waiting_;  // homes that the one under way needs first
};

}  // namespace

std::vector<RelationId> owning_leads(const Graph& graph, EntityId item) {
  std::vector<RelationId> leads;
  for (const RelationId r : graph.in(item)) {
    const Relation& relation = graph.relation(r);
    if (relation.verb != Verb::leads && relation.verb != Verb::co_leads) continue;
    if (relation.capacity == Capacity::presented) continue;
    if (graph.entity(relation.from).kind == Kind::forum || graph.is_whole_government(relation.from))
      continue;
    leads.push_back(r);
  }
  return leads;
}

std::vector<EntityId> presumed_owners(const Graph& graph, EntityId id) {
  std::vector<EntityId> owners;
  for (const EntityId parent : graph.entity(id).parents)
    if (graph.open(parent)) add(owners, graph.home(parent).owners);
  if (owners.empty())
    for (const RelationId r : graph.out(id))
      if (graph.relation(r).verb == Verb::part_of)
        add(owners, graph.home(graph.relation(r).to).owners);
  return owners;
}

double belonging(const Graph& graph, EntityId id, EntityId owner) {
  const Kind kind = graph.entity(id).kind;
  if (id == owner || (!is_item(kind) && kind != Kind::cycle)) return 1;
  double most = 0;
  for (const RelationId r : owning_leads(graph, id)) {
    const auto& owners = graph.home(graph.relation(r).from).owners;
    if (std::find(owners.begin(), owners.end(), owner) != owners.end())
      most = std::max(most, graph.relation(r).confidence);
  }
  return most;  // 0 where the lead is presumed
}

std::vector<Home> find_homes(const Graph& graph) { return HomeFinder(graph).run(); }

}  // namespace crosscut
