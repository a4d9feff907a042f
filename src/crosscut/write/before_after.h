// Before and after a change: departments on either side, bands for what goes where, as wide as the
// number of things. One table a side fixes their order (diagrams.md).
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "crosscut/model/effect.h"
#include "crosscut/write/picture.h"

namespace crosscut {

/// So many items and bodies that answered to one department and answer to another, or the same,
/// now.
struct Flow {
  std::string from, to;  // ids of departments; empty = none
  std::size_t count = 0;
};

struct BeforeAfter {
  Picture page;  // title, words, and a line for each flow
  std::vector<std::pair<std::string, std::string>> before, after;  // id and name, from the top
  std::vector<Flow> flows;                                         // by before, then by after
  bool today = true;  // before is now, not an earlier day on which the maps are taken
};

/// Of the departments that lose or gain by the change; nothing when none does. `id`: of the
/// picture.
std::optional<BeforeAfter> before_after(const Effect& effect, std::string id);

/// `title`: with title, key and source.
std::string write_before_after_dot(const BeforeAfter& picture, bool title);

}  // namespace crosscut
