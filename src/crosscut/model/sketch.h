// A small map in words, for examples and tests.
//
//   sketch("defra leads land-use  mhclg leads land-use")
//
// Statements stand apart by two spaces or a line end. A statement is FROM RELATION TO, or
// X under PARENT, or X alone. Kinds come from what the relation usually joins and can be given:
// `board:forum`. After the statement may stand `~0.6` (confidence), `as minister` (capacity),
// `x2` (strength), `answer no` (it denies the relation) and `2024..2025-09` (dates of the
// relation). X alone may have `due 2027`, `until 2025` (its end), `measured rate`, `class unit` and
// `status delivered`. The map covers everything; `covers nothing` as a statement says that it does
// not.
#pragma once

#include <string_view>

#include "crosscut/model/dataset.h"

namespace crosscut {

/// Aborts on a sketch that cannot be read: sketches are ours, not the user's.
Dataset sketch(std::string_view text);

}  // namespace crosscut
