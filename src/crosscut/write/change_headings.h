// What every machinery-of-government change has to settle, and what the map holds on it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "crosscut/model/effect.h"

namespace crosscut {

struct ChangeHeading {
  std::string_view name;          // "Money"
  std::vector<std::string> held;  // in words, a sentence each; empty = not recorded
};

/// Accounting officer, money, people, powers, devolution, arm's length bodies, systems, records and
/// evaluation, in this order.
std::vector<ChangeHeading> change_headings(const Effect& effect);

}  // namespace crosscut
