#include "crosscut/lens/consent_chains.h"

#include <algorithm>

#include "crosscut/algo/components.h"
#include "crosscut/model/items.h"

namespace crosscut {
namespace {

bool is_consent(Verb verb) { return verb == Verb::approves || verb == Verb::clears; }

/// What can still wait: work that is neither delivered nor in force.
bool waits(const Graph& graph, EntityId id) {
  const Entity& entity = graph.entity(id);
  return (is_item(entity.kind) || entity.kind == Kind::cycle) && graph.open(id) &&
         !graph.is_whole_government(id) && !is_delivered(graph, id) && entity.status != "in-force";
}

/// Who gives the consent: two consents of one owner are not two hands.
EntityId owner_of(const Graph& graph, EntityId approver) {
  const auto& owners = graph.home(approver).owners;
  return owners.empty() ? approver : owners.front();
}

bool is_better(const ConsentChain& a, const ConsentChain& b) {
  return a.consents != b.consents ? a.consents > b.consents : a.confidence > b.confidence;
}

/// Keeps the longest chain of several owners, and the two longest of one owner each, by different
/// owners: whoever gives the next consent, one of these makes the longest chain of several owners.
void keep(std::vector<ConsentChain>& kept, const ConsentChain& chain) {
  for (ConsentChain& old : kept) {
    if (old.hands != chain.hands) continue;
    if (chain.hands == ConsentChain::one_owner && old.owner != chain.owner) continue;
    if (is_better(chain, old)) old = chain;
    return;
  }
  kept.push_back(chain);
  std::vector<std::size_t> single;
  for (std::size_t i = 0; i < kept.size(); ++i)
    if (kept[i].hands == ConsentChain::one_owner) single.push_back(i);
  if (single.size() < 3) return;
  const std::size_t worst =
      *std::max_element(single.begin(), single.end(),
                        [&](std::size_t a, std::size_t b) { return is_better(kept[a], kept[b]); });
  kept.erase(kept.begin() + static_cast<std::ptrdiff_t>(worst));
}

ConsentChain with_consent(ConsentChain chain, const Graph& graph, RelationId consent) {
  const EntityId owner = owner_of(graph, graph.relation(consent).from);
  const bool same = chain.hands == ConsentChain::one_owner && chain.owner == owner;
  ++chain.consents;
  chain.hands =
      chain.hands == ConsentChain::none || same ? ConsentChain::one_owner : ConsentChain::several;
  chain.owner = owner;
  chain.consent = consent;
  chain.confidence = std::min(chain.confidence, graph.relation(consent).confidence);
  return chain;
}

}  // namespace

ConsentChains::ConsentChains(const Graph& graph, double least)
    : graph_(graph), least_(least), chains_(graph.entity_count()) {
  find_circles();
  find_order();
  for (const EntityId id : order_) look_at(id);
}

const ConsentChain* ConsentChains::longest(EntityId item) const {
  for (const ConsentChain& chain : chains_[index_of(item)])
    if (chain.hands == ConsentChain::several && chain.consent) return &chain;
  return nullptr;
}

const ConsentChain* ConsentChains::next(const ConsentChain& chain) const {
  if (!chain.need) return nullptr;
  const ConsentChain& after = chains_[index_of(chain.next)][chain.next_chain];
  return after.consents == 0 ? nullptr : &after;
}

bool ConsentChains::counts(EntityId id) const {
  return waits(graph_, id) && (in_circle_.empty() || !in_circle_[index_of(id)]);
}

/// What it waits for, and what else must agree to it.
std::vector<ConsentChains::Step> ConsentChains::steps_of(EntityId id) const {
  std::vector<Step> steps;
  for (const RelationId r : graph_.out(id))
    if (graph_.relation(r).verb == Verb::depends_on) steps.push_back({r, graph_.relation(r).to});
  for (const RelationId r : graph_.in(id))
    if (is_consent(graph_.relation(r).verb)) steps.push_back({r, graph_.relation(r).from});
  std::erase_if(steps, [&](const Step& step) {
    return step.to == id || graph_.relation(step.relation).confidence < least_ || !counts(step.to);
  });
  return steps;
}

void ConsentChains::find_circles() {
  std::vector<algo::Arc> arcs;
  for (std::size_t i = 0; i < graph_.entity_count(); ++i) {
    if (!waits(graph_, EntityId(i))) continue;
    for (const Step& step : steps_of(EntityId(i)))
      arcs.push_back({algo::Vertex(i), algo::Vertex(step.to)});
  }
  const auto labels =
      algo::strong_components(algo::Digraph(graph_.entity_count(), std::move(arcs)));
  std::vector<std::uint32_t> sizes(labels.size(), 0);
  for (const std::uint32_t label : labels) ++sizes[label];
  for (const std::uint32_t label : labels) in_circle_.push_back(sizes[label] > 1);
}

/// Without circles there is an order (Kahn, Topological sorting of large networks, 1962).
void ConsentChains::find_order() {
  std::vector<std::vector<EntityId>> waiting(graph_.entity_count());
  std::vector<std::size_t> left(graph_.entity_count(), 0);
  for (std::size_t i = 0; i < graph_.entity_count(); ++i) {
    if (!counts(EntityId(i))) continue;
    for (const Step& step : steps_of(EntityId(i))) {
      waiting[index_of(step.to)].push_back(EntityId(i));
      ++left[i];
    }
    if (left[i] == 0) order_.push_back(EntityId(i));
  }
  for (std::size_t at = 0; at < order_.size(); ++at)
    for (const EntityId before : waiting[index_of(order_[at])])
      if (--left[index_of(before)] == 0) order_.push_back(before);
}

/// What the item waits for is looked at already.
void ConsentChains::look_at(EntityId id) {
  std::vector<ConsentChain> carried(1);  // without a consent to the item itself
  std::vector<ConsentChain>& own = chains_[index_of(id)];
  for (const Step& step : steps_of(id)) {
    const Relation& relation = graph_.relation(step.relation);
    const auto& after = chains_[index_of(step.to)];
    for (std::size_t i = 0; i < after.size(); ++i) {
      ConsentChain chain = after[i];
      chain.confidence = std::min(chain.confidence, relation.confidence);
      chain.consent.reset();
      chain.need = step.relation;
      chain.next = step.to;
      chain.next_chain = i;
      if (is_consent(relation.verb))
        keep(own, with_consent(chain, graph_, step.relation));
      else
        keep(carried, chain);
    }
  }
  bool needs_consent = false;
  for (const RelationId r : graph_.in(id)) {
    const Relation& relation = graph_.relation(r);
    if (!is_consent(relation.verb) || relation.from == id || relation.confidence < least_) continue;
    needs_consent = true;
    for (const ConsentChain& chain : carried) keep(own, with_consent(chain, graph_, r));
  }
  if (!needs_consent) own = std::move(carried);
}

}  // namespace crosscut
