// A map as written: rows of entities, relations and sources, each with the place it came from.
// Reading makes one, joining merges several into one, a what-if edits one, `link` (graph.h) turns
// one into a Graph. The texts of rows may view the bytes of `files`, which outlive every row.
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "crosscut/base/diagnostic.h"
#include "crosscut/base/shared_text.h"
#include "crosscut/model/date.h"
#include "crosscut/model/vocabulary.h"

namespace crosscut {

using MapIndex = std::uint16_t;  // index into Dataset::maps

/// What map.csv says.
struct MapInfo {
  std::string folder;  // last part of its path
  std::string title;
  PartialDate as_at;
  std::string marking;
  std::string licence;
  std::string publisher;
  std::vector<Coverage> covers;  // looked for throughout
  std::vector<std::pair<std::string, std::string>> extra;

  bool looked_for(Coverage coverage) const;
};

/// A cell that is a reference to an entity, with its place.
struct Reference {
  Text text;
  Place place;
};

using Cells = std::vector<std::pair<std::string, std::string>>;  // column, value

struct EntityRow {
  Text id;
  Text name;
  Kind kind = Kind::policy;
  std::vector<Reference> parents;
  Period period;
  PartialDate due;
  Text measure;
  std::vector<Text> aliases;
  Text note;
  std::vector<Reference> sources;
  Text organisation_class;  // column "class"
  Text power;
  Text membership;
  Text status;
  Text extent;
  bool statutory = false;
  bool catch_all = false;
  Text model;
  Text contact;
  Text marking;
  Cells extra;  // columns that nobody foresaw
  MapIndex map = 0;
  Place place;  // of the id
  Place kind_place;
  std::vector<std::pair<MapIndex, Reference>> other_sources;  // of those rows, in their own maps
  std::vector<MapIndex> other_maps;  // that hold a row of the same entity (after joining)
};

struct RelationRow {
  Reference from;
  Verb verb = Verb::leads;
  Reference to;
  int strength = 1;       // 1 to 3
  double confidence = 1;  // 0 to 1
  Period period;
  std::vector<Reference> sources;
  Text locator;
  Text note;
  Capacity capacity = Capacity::policy;
  Text approval;  // column "type"
  Text amount;
  Text money_period;  // column "period"
  Text answer;
  Text respondent;
  Text asked;
  Text review;
  Text marking;
  Cells extra;
  MapIndex map = 0;
  Place place;  // of the relation word
};

struct SourceRow {
  std::string id;
  std::string title;
  std::string publisher;
  PartialDate date;
  std::string url;
  std::string type;
  Cells extra;
  MapIndex map = 0;
  Place place;
};

/// `id` is another name of `same_as`, whose row wins.
struct SameRow {
  Reference id;
  Reference same_as;
  std::string note;
};

/// Somebody knows of this finding and accepts it (a row of accepted.csv).
struct AcceptedRow {
  Reference finding;  // its id, as written
  std::string reason;
  PartialDate until;  // to its last day; not given = without end
  Cells extra;
};

struct Dataset {
  Files files;
  std::vector<MapInfo> maps;
  std::vector<EntityRow> entities;
  std::vector<RelationRow> relations;
  std::vector<SourceRow> sources;
  std::vector<SameRow> same;
  std::vector<AcceptedRow> accepted;
  /// Entities that are not above because of an error that was reported: `link` does not report
  /// references to them again.
  std::vector<std::string> left_out;  // their ids, names and aliases
  std::vector<Reference> loose_ends;  // of relations left out likewise: `link` checks them still
  bool entities_unread = false;       // a whole table of them, or an unknown part of one
};

}  // namespace crosscut
