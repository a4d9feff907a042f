// A linked map: entities and relations with dense ids, in and out lists, and homes, as at one day.
// Immutable: a what-if edits the Dataset and links again.
//
//   const auto linked = link(dataset, {});
//   for (RelationId r : linked.graph.in(item)) ...   // only what is open at the as-at date
//
// Entities are numbered in the order of their ids and relations by from, verb, to and start, so
// the order of rows in a file changes nothing.
#pragma once

#include <compare>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "crosscut/base/diagnostic.h"
#include "crosscut/base/key_table.h"
#include "crosscut/model/dataset.h"

namespace crosscut {

enum class EntityId : std::uint32_t {};
enum class RelationId : std::uint32_t {};
enum class SourceId : std::uint32_t {};
template <typename Id>
constexpr std::size_t index_of(Id id) {
  return static_cast<std::size_t>(id);
}

struct Source {
  std::string id;  // unique; "map:id" where two maps use one id for different sources
  std::string title;
  std::string publisher;
  PartialDate date;
  std::string url;
  std::string type;
};

/// One row that states a relation.
struct Citation {
  std::vector<SourceId> sources;
  Text locator;
  double confidence = 1;
  Period period;
  MapIndex map = 0;
  Place place;
};

struct Entity {
  Text id;
  Text name;
  Kind kind = Kind::policy;
  std::vector<EntityId> parents;
  Period period;
  PartialDate due;
  Text measure;
  std::vector<Text> aliases;
  std::vector<SourceId> sources;
  Text organisation_class, power, membership, status, extent, model, contact, marking;
  bool statutory = false;
  bool catch_all = false;
  std::vector<MapIndex> maps;  // that hold a row of it
  Place place;
};

struct Relation {
  EntityId from{};
  Verb verb{};
  EntityId to{};
  Capacity capacity = Capacity::policy;
  int strength = 1;
  double confidence = 1;  // of the strongest citation
  Period period;          // the most precise dates given
  Text approval, amount, money_period;
  std::vector<Citation> citations;  // strongest first
  std::vector<Citation> denials;    // rows that answer no to it, strongest first
};

/// Where an entity belongs (measures.md, section 0).
struct Home {
  std::vector<EntityId> owners;  // sorted; more than one = contested; none = homeless
  bool presumed = false;         // an item without a lead: from its parent or what it is part of
};

struct LazyNames;

class Graph {
 public:
  std::size_t entity_count() const { return entities_.size(); }
  std::size_t relation_count() const { return relations_.size(); }
  const Entity& entity(EntityId id) const { return entities_[index_of(id)]; }
  const Relation& relation(RelationId id) const { return relations_[index_of(id)]; }
  const Source& source(SourceId id) const { return sources_[index_of(id)]; }
  std::span<const Entity> entities() const { return entities_; }
  std::span<const Relation> relations() const { return relations_; }
  std::span<const Source> sources() const { return sources_; }
  std::span<const MapInfo> maps() const { return maps_; }
  const Files& files() const { return files_; }

  /// The highest marking of the maps and of every row, open or not.
  const std::string& marking() const { return marking_; }
  PartialDate as_at() const { return as_at_; }
  /// The day that open and ended are judged on; without any date, one on which nothing without an
  /// end has ended.
  Day as_at_day() const { return as_at_.given() ? as_at_.latest() : last_day - 1; }
  bool open(EntityId id) const { return open_entities_[index_of(id)]; }
  bool open(RelationId id) const { return open_relations_[index_of(id)]; }

  /// Relations whose subject (out) or object (in) is the entity and that are open, as are both
  /// ends; ascending.
  std::span<const RelationId> out(EntityId id) const { return out_.of(index_of(id)); }
  std::span<const RelationId> in(EntityId id) const { return in_.of(index_of(id)); }
  /// The same with those that have not begun or have ended.
  std::span<const RelationId> out_ever(EntityId id) const { return out_ever_.of(index_of(id)); }
  std::span<const RelationId> in_ever(EntityId id) const { return in_ever_.of(index_of(id)); }

  /// Entities whose row names it as a parent, open or not; ascending.
  std::span<const EntityId> children(EntityId id) const { return children_.of(index_of(id)); }

  /// Owner for the ownership lenses: departments, or organisations that stand on their own.
  const Home& home(EntityId id) const { return homes_[index_of(id)]; }
  /// The open departments among the home's owners; sorted.
  std::span<const EntityId> departments(EntityId id) const { return departments_.of(index_of(id)); }
  /// The parent of a department: the government as a whole, nobody's home and never a subject.
  bool is_whole_government(EntityId id) const { return whole_government_[index_of(id)]; }

  /// By id, else by an unambiguous name or alias.
  std::optional<EntityId> find(std::string_view text) const;
  /// All that have this name or alias, as people may write it (name_key); ascending.
  std::vector<EntityId> named(std::string_view name) const;

  /// Some map that holds a row of the entity says that it looked for this throughout.
  bool looked_for(EntityId id, Coverage coverage) const;

  struct Lists {  // compressed rows
    std::vector<std::uint32_t> starts{0};
    std::vector<RelationId> items;
    std::span<const RelationId> of(std::size_t row) const {
      return std::span(items).subspan(starts[row], starts[row + 1] - starts[row]);
    }
  };
  struct EntityLists {
    std::vector<std::uint32_t> starts{0};
    std::vector<EntityId> items;
    void add(std::span<const EntityId> row) {  // after the last
      items.insert(items.end(), row.begin(), row.end());
      starts.push_back(static_cast<std::uint32_t>(items.size()));
    }
    std::span<const EntityId> of(std::size_t row) const {
      return std::span(items).subspan(starts[row], starts[row + 1] - starts[row]);
    }
  };

 private:
  friend class Linker;
  std::vector<Entity> entities_;
  std::vector<Relation> relations_;
  std::vector<Source> sources_;
  std::vector<MapInfo> maps_;
  Files files_;
  std::string marking_;
  PartialDate as_at_;
  std::vector<char> open_entities_, open_relations_, whole_government_;
  Lists out_, in_, out_ever_, in_ever_;
  std::vector<Home> homes_;
  EntityLists departments_, children_;
  KeyTable by_id_;
  std::shared_ptr<LazyNames> names_;  // of copies too, which have the same entities
};

struct LinkOptions {
  PartialDate as_at;  // not given: the latest as-at of the maps, else the latest date in the input
};

struct Linked {
  Graph graph;
  std::vector<Diagnostic> diagnostics;  // relations with an unknown end are left out of the graph
};

Linked link(const Dataset& dataset, const LinkOptions& options);

}  // namespace crosscut
