// What a change does, as text for the terminal and as JSON.
#pragma once

#include <string>
#include <vector>

#include "crosscut/model/effect.h"

namespace crosscut {

/// A change with its name: that of its file, or "change".
struct NamedEffect {
  std::string name;
  const Effect* effect = nullptr;
};

/// Doing nothing beside each change, then each change in full. `marking` stands over all.
std::string write_effects_text(const std::vector<NamedEffect>& effects, std::string_view marking);
std::string write_effects_json(const std::vector<NamedEffect>& effects, std::string_view marking);

}  // namespace crosscut
