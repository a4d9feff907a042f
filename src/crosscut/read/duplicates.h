// Entities that are likely to be one: the same or nearly the same name or alias under two ids.
#pragma once

#include <vector>

#include "crosscut/model/dataset.h"

namespace crosscut {

/// A warning for each likely pair, with the line ready for same.csv. Names are compared without
/// case, punctuation, word order, small words and plural endings. Linear in the number of names.
std::vector<Diagnostic> likely_duplicates(const Dataset& dataset);

}  // namespace crosscut
