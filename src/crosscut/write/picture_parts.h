// Pieces that the pictures share: boxes for entities, lines that merge, and the loop that shows
// less until a picture fits its room. Only for *_picture.cc.
//
//   Picture picture;
//   add_box(picture, entity_box(report, id, 22, column));
//   add_relation(picture, graph, r, from_box, to_box);
//   finish(picture, report, request);
#pragma once

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "crosscut/write/picture.h"

namespace crosscut {

/// The box of an entity: its name in lines of about `width` characters, its kind with its lead or
/// initials, and the flag of the first finding about it.
Box entity_box(const Report& report, EntityId id, std::size_t width, int column = -1);

/// Several entities as one box, named by their kinds and number.
Box group_box(const Graph& graph, std::string id, const std::vector<EntityId>& members,
              std::size_t width, int column = -1);

/// "3 policies and 2 funds"; of more than 2 kinds "5 things".
std::string count_kinds(const Graph& graph, const std::vector<EntityId>& members);

/// A department's initials where they say more than the name in its box does: "DESNZ", but nothing
/// for "HM Treasury" or for "Ministry of Energy" with the alias "Energy".
std::string initials_beside_name(const Graph& graph, EntityId department);

/// The first finding, and not a question, that is about the entity.
const Finding* finding_on(const Report& report, EntityId id);

/// Adds the box unless there is one with its id.
void add_box(Picture& picture, Box box);

/// Adds a line; where the same line is there, its sentences follow one another.
void add_line(Picture& picture, const std::string& from, const std::string& to, LineRole role,
              std::string sentence, double confidence = 1);
/// The line of a relation, with its sentence; by its own role unless another is given.
void add_relation(Picture& picture, const Graph& graph, RelationId id, const std::string& from,
                  const std::string& to);
void add_relation(Picture& picture, const Graph& graph, RelationId id, const std::string& from,
                  const std::string& to, LineRole role);

/// "X leads Y.", or "X leads Y (our reading)." when it is less than 65% sure.
std::string sentence_with_doubt(const Graph& graph, RelationId id);

/// Leaves out the kinds of box that were not asked for and columns that are empty, sorts, and adds
/// key and source.
void finish(Picture& picture, const Report& report, const PictureRequest& request);

bool fits(const Picture& picture, const Budget& budget);

/// Builds a picture, showing less each time by `roll_up` until it fits and the level is reached.
/// `roll_up` is false when there is nothing left to roll up.
template <typename Build, typename RollUp>
std::optional<Picture> build_to_fit(const PictureRequest& request, Build build, RollUp roll_up) {
  std::size_t rolled = 0;
  for (;;) {
    Picture picture = build();
    const bool fitting = fits(picture, request.budget);
    if (fitting && rolled >= request.level) return picture;
    if (!roll_up()) return std::nullopt;
    if (fitting) ++rolled;
  }
}

}  // namespace crosscut
