// A machinery-of-government change on paper: sentences, each one edit of a map. Reading makes one
// from text (read/changes.h); edit/apply.h carries it out on a Dataset.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "crosscut/model/dataset.h"

namespace crosscut {

enum class EditKind : std::uint8_t {
  create,
  move,
  report,
  merge,
  abolish,
  split,
  rename,
  lead,
  end,
  add,
};

/// One of the departments that another is split into, and what goes there.
struct SplitPart {
  Reference id;
  std::string name;             // of a new one; may be empty
  std::vector<Reference> what;  // bodies, roles, boards and items
};

struct Edit {
  EditKind kind = EditKind::move;
  std::vector<Reference> subjects;  // what is changed; of `create` who sits on a new forum
  Reference from;                   // where it is moved from, when the sentence says so
  Reference target;  // to, into, or who leads; of `create` and `rename` the new id; of `abolish`
                     // it may be empty
  Kind new_kind = Kind::department;
  std::string name;  // of what is created, merged into or renamed; may be empty
  Verb verb = Verb::leads;
  std::vector<SplitPart> parts;  // of a split; what stands in none of them goes to the target
  PartialDate on;
  Place place;  // of the sentence
};

struct Scenario {
  std::string name;
  std::vector<Edit> edits;
};

}  // namespace crosscut
