// Rows that name what no map has.
#pragma once

#include <vector>

#include "crosscut/model/dataset.h"

namespace crosscut {

struct Unlinked {
  std::vector<Diagnostic> errors;  // as link reports them
  std::vector<Place> left_out;     // relations taken out, one each
};

/// Takes out of the Dataset what does not link: relations with an end that cannot be found, and
/// parents that cannot be. What stays links without errors, unless an error has no place in a row;
/// then `errors` holds it and nothing more is taken out.
Unlinked drop_unlinked(Dataset& dataset);

}  // namespace crosscut
