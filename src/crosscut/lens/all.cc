// The list of lenses: a new lens is a file beside this one and a line here.
#include <algorithm>
#include <array>

#include "crosscut/lens/lens.h"

namespace crosscut {

std::span<const Lens> all_lenses() {
  static const std::array lenses = {
      no_lead_lens, uncertain_lead_lens, shared_lead_lens, coordination_gap_lens, bottleneck_lens,
  };
  return lenses;
}

const Lens* find_lens(std::string_view id) {
  const auto lenses = all_lenses();
  const auto found = std::find_if(lenses.begin(), lenses.end(),
                                  [&](const Lens& lens) { return lens.card->id == id; });
  return found == lenses.end() ? nullptr : &*found;
}

}  // namespace crosscut
