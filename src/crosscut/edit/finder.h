// Who and what a sentence speaks of: finds it in the map, and says what is wrong with it.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "crosscut/model/graph.h"
#include "crosscut/model/scenario.h"

namespace crosscut {

using SentenceIds = std::vector<std::string>;

/// What an organisation answers to or leads: an item, or a cycle.
constexpr bool is_led(Kind kind) { return is_item(kind) || kind == Kind::cycle; }

class Finder {
 public:
  /// Of a sentence for that day; without a day, everything that the map has will do.
  Finder(const Graph& graph, const PartialDate& on, std::vector<Diagnostic>& diagnostics)
      : graph_(graph), on_(on), diagnostics_(diagnostics) {}

  /// Ids are copied, as linking again frees the names.
  std::optional<std::string> find(const Reference& reference);
  /// All of them, or nothing with every one reported that is not there.
  std::optional<SentenceIds> find_all(const std::vector<Reference>& references);

  bool knows(const std::string& text) const { return graph_.find(text).has_value(); }
  Kind kind(const std::string& id) const { return graph_.entity(*graph_.find(id)).kind; }
  /// Says so when it is an item or a cycle, which nothing can answer to.
  bool is_organisation(const Reference& reference, const std::string& id, std::string hint);
  /// The same for another kind than `wanted`.
  bool is_kind(const Reference& reference, const std::string& id, Kind wanted, std::string hint);

  bool refuse(const Place& place, std::string message, std::string hint,
              std::string_view code = "unknown-change");

 private:
  bool there(const Reference& reference, EntityId id);
  std::string successors(EntityId id) const;

  const Graph& graph_;
  PartialDate on_;
  std::vector<Diagnostic>& diagnostics_;
};

}  // namespace crosscut
