// A change on paper: the map as it is and as it would be, examined on the same day.
#pragma once

#include <vector>

#include "crosscut/edit/apply.h"
#include "crosscut/model/effect.h"

namespace crosscut {

struct WhatIf {
  Effect effect;
  std::vector<Diagnostic>
      diagnostics;  // of the sentences, and of the changed map where it is wrong
};

/// Both maps are examined on the as-at day, or on the latest date of a sentence when that is later.
/// With an as-at day before the maps' own date, the maps are taken as they were on that day.
/// Marked OFFICIAL-SENSITIVE where the maps are OFFICIAL. With errors among the diagnostics, the
/// effect is of the sentences that could be carried out.
WhatIf try_change(const Dataset& maps, const Scenario& scenario, const LinkOptions& options,
                  std::size_t jobs);

}  // namespace crosscut
