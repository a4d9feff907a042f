// The order of many texts, without comparing them byte by byte again and again.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace crosscut {

/// Positions of the texts in the order of their bytes; equal ones in the order given.
std::vector<std::uint32_t> sorted_order(const std::vector<std::string_view>& texts);

}  // namespace crosscut
