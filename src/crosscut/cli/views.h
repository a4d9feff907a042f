// The views of draw: what each shows, what it wants in focus, and how it becomes a figure.
#pragma once

#include <string_view>
#include <variant>

#include "crosscut/cli/figures.h"
#include "crosscut/cli/options.h"

namespace crosscut {

/// What is wrong with the view, its size or the options that it does not take.
std::optional<UsageError> check_view(const Options& options);

/// The figure that the options ask for, of a view that check_view has let pass; not the matrix
/// or the timeline.
/// `report` must outlive it.
std::variant<FigurePlan, UsageError> plan_view(const Report& report, const Options& options);

/// The timeline that the options ask for.
std::variant<Timeline, UsageError> plan_timeline(const Report& report, const Options& options);

/// The room that --size names.
const Budget* find_size(std::string_view name);

}  // namespace crosscut
