// Consents that stand one after the other: an item needs one and waits for another item that needs
// one, and so on. Circles have no order and are left out.
//
//   const ConsentChains chains(graph, recorded_confidence);
//   for (EntityId item : chains.waiting_first())
//     if (const ConsentChain* chain = chains.longest(item)) ...
#pragma once

#include <optional>
#include <vector>

#include "crosscut/model/graph.h"

namespace crosscut {

/// A chain of consents that begins at some item: how many, how sure, by whom, and how it goes on.
struct ConsentChain {
  enum Hands : std::uint8_t { none, one_owner, several };
  std::size_t consents = 0;
  double confidence = 1;
  Hands hands = none;
  EntityId owner{};                   // when there is one
  std::optional<RelationId> consent;  // to the first item
  std::optional<RelationId> need;     // by which the first waits for the next; may be the consent
  EntityId next{};
  std::size_t next_chain = 0;  // which of its chains
};

/// The longest chains of the items and cycles that are neither delivered nor in force; of several
/// as long, the surest. Linear in the graph.
class ConsentChains {
 public:
  /// Only relations with at least so much confidence count.
  ConsentChains(const Graph& graph, double least);

  /// Those that wait, each before what it waits for.
  std::vector<EntityId> waiting_first() const { return {order_.rbegin(), order_.rend()}; }

  /// The longest chain by several owners that begins with a consent to the item; null when none.
  const ConsentChain* longest(EntityId item) const;

  /// How it goes on; null when no further consent follows.
  const ConsentChain* next(const ConsentChain& chain) const;

 private:
  struct Step {
    RelationId relation{};
    EntityId to{};
  };
  bool counts(EntityId id) const;
  std::vector<Step> steps_of(EntityId id) const;
  void find_circles();
  void find_order();
  void look_at(EntityId id);

  const Graph& graph_;
  double least_;
  std::vector<char> in_circle_;
  std::vector<EntityId> order_;                    // each after all that it waits for
  std::vector<std::vector<ConsentChain>> chains_;  // of each entity
};

}  // namespace crosscut
