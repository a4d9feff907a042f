#include "crosscut/lens/knock_on.h"

#include <algorithm>
#include <map>
#include <set>

#include "crosscut/lens/conflicts.h"
#include "crosscut/lens/weigh.h"

namespace crosscut {
namespace {

using Pair = std::pair<EntityId, EntityId>;

constexpr int enough_strength = 2;
constexpr double least_confidence =
    0.5;  // as for trade-off: weaker than our own reading is left out
constexpr std::size_t most_aims = 100;

bool share(const std::vector<EntityId>& a, const std::vector<EntityId>& b) {
  return std::any_of(a.begin(), a.end(), [&](EntityId owner) {
    return std::find(b.begin(), b.end(), owner) != b.end();
  });
}

class KnockOnFinder {
 public:
  explicit KnockOnFinder(const Graph& graph) : graph_(graph) {
    for (std::size_t i = 0; i < graph.relation_count(); ++i) {
      const Relation& r = graph.relation(RelationId(i));
      if (!graph.open(RelationId(i))) continue;
      if (r.verb == Verb::constrains || r.verb == Verb::conflicts_with)
        direct_.insert(std::minmax(r.from, r.to));
    }
    for (const Conflict& conflict : find_conflicts(graph)) {
      const Relation& r = graph.relation(conflict.relation);
      told_.insert(std::minmax(r.from, r.to));
    }
  }

  std::vector<KnockOn> run() {
    for (const EntityId between : live_items(graph_)) {
      const auto harms_it = steps_into(between, Step::harm);
      const auto helps_it = steps_into(between, Step::help);
      const auto helped = aims_from(between, Step::help);
      auto harmed = aims_from(between, Step::harm);
      for (auto& [aim, relations] : harmed)  // that two pull against each other is too vague here
        std::erase_if(relations, [&](RelationId r) {
          return graph_.relation(r).verb == Verb::conflicts_with;
        });
      std::erase_if(harmed, [](const auto& end) { return end.second.empty(); });
      for (const auto& [item, first] : harms_it) add(item, first, between, helped, true);
      for (const auto& [item, first] : helps_it) add(item, first, between, harmed, false);
    }
    std::sort(found_.begin(), found_.end(), [](const KnockOn& a, const KnockOn& b) {
      return std::tuple(a.item, a.between, !a.harms_first) <
             std::tuple(b.item, b.between, !b.harms_first);
    });
    return std::move(found_);
  }

 private:
  enum class Step { harm, help };
  using Ends = std::vector<std::pair<EntityId, std::vector<RelationId>>>;  // surest first

  bool counts(RelationId r) const {
    const Relation& relation = graph_.relation(r);
    return relation.confidence >= least_confidence && relation.from != relation.to &&
           (relation.strength >= enough_strength || relation.verb == Verb::depends_on);
  }

  /// The far ends of relations by which one makes the other harder or easier.
  Ends ends_of(EntityId id, Step step, bool into) const {
    std::map<EntityId, std::vector<RelationId>> found;
    const auto take = [&](EntityId end, RelationId r) {
      if (counts(r) && is_live_item(graph_, end)) found[end].push_back(r);
    };
    const auto forward = [&](Verb verb) {
      return step == Step::harm ? verb == Verb::constrains || verb == Verb::conflicts_with
                                : verb == Verb::advances || verb == Verb::reinforces;
    };
    const auto backward = [&](Verb verb) {
      return step == Step::harm ? verb == Verb::conflicts_with : verb == Verb::depends_on;
    };
    for (const RelationId r : graph_.out(id)) {
      const Relation& relation = graph_.relation(r);
      if (into ? backward(relation.verb) : forward(relation.verb)) take(relation.to, r);
    }
    for (const RelationId r : graph_.in(id)) {
      const Relation& relation = graph_.relation(r);
      if (into ? forward(relation.verb) : backward(relation.verb)) take(relation.from, r);
    }
    Ends ends(found.begin(), found.end());
    for (auto& [end, relations] : ends)
      std::stable_sort(relations.begin(), relations.end(), [&](RelationId a, RelationId b) {
        return graph_.relation(a).confidence > graph_.relation(b).confidence;
      });
    return ends;
  }

  Ends steps_into(EntityId id, Step step) const { return ends_of(id, step, true); }

  Ends aims_from(EntityId id, Step step) const {
    Ends ends = ends_of(id, step, false);
    std::erase_if(ends, [&](const auto& end) {
      const Kind kind = graph_.entity(end.first).kind;
      return (kind != Kind::mission && kind != Kind::target) ||
             graph_.home(end.first).owners.empty();
    });
    std::stable_sort(ends.begin(), ends.end(), [&](const auto& a, const auto& b) {
      return graph_.relation(a.second.front()).confidence >
             graph_.relation(b.second.front()).confidence;
    });
    ends.resize(std::min(ends.size(), most_aims));
    return ends;
  }

  /// Whether the owners of the aim learn of it by the trade-off that is told of one of the steps.
  bool is_told(EntityId item, EntityId between, EntityId aim, bool harms_first) const {
    if (!harms_first) return told_.contains(std::minmax(between, aim));
    return told_.contains(std::minmax(item, between)) &&
           share(graph_.home(between).owners, graph_.home(aim).owners);
  }

  void add(EntityId item, const std::vector<RelationId>& first, EntityId between, const Ends& aims,
           bool harms_first) {
    const auto& owners = graph_.home(item).owners;
    if (owners.empty() || aims.empty()) return;
    if (!harms_first && share(owners, graph_.home(between).owners)) return;
    KnockOn found{harms_first, item, between, first, {}};
    for (const auto& [aim, second] : aims) {
      if (aim == item || share(owners, graph_.home(aim).owners)) continue;
      if (direct_.contains(std::minmax(item, aim))) continue;
      if (is_told(item, between, aim, harms_first)) continue;
      const double confidence = std::min({graph_.relation(first.front()).confidence,
                                          graph_.relation(second.front()).confidence,
                                          weakest_confidence(graph_, owned(graph_, item)),
                                          weakest_confidence(graph_, owned(graph_, aim))});
      if (confidence >= least_confidence) found.paths.push_back({aim, second, confidence});
    }
    std::stable_sort(found.paths.begin(), found.paths.end(),
                     [](const auto& a, const auto& b) { return a.confidence > b.confidence; });
    if (!found.paths.empty()) found_.push_back(std::move(found));
  }

  const Graph& graph_;
  std::set<Pair> direct_;  // that harm each other in either direction, lower id first
  std::set<Pair> told_;    // by trade-off
  std::vector<KnockOn> found_;
};

}  // namespace

std::vector<KnockOn> find_knock_ons(const Graph& graph) { return KnockOnFinder(graph).run(); }

}  // namespace crosscut
