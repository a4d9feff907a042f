// The views of draw: what each shows, what it wants in focus, and how it becomes a figure.
#pragma once

#include <span>
#include <string_view>
#include <variant>

#include "crosscut/cli/figures.h"
#include "crosscut/cli/options.h"

namespace crosscut {

struct ViewInfo {
  std::string_view name;
  std::string_view focus;  // what --focus takes; empty = nothing
  std::string_view shows;
};
std::span<const ViewInfo> all_views();

/// The figure that the options ask for. `report` must outlive it.
std::variant<FigurePlan, UsageError> plan_view(const Report& report, const Options& options);

/// The room that --size names.
const Budget* find_size(std::string_view name);

}  // namespace crosscut
