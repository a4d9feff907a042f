// Sorted lists without repeats, which stand for sets all over crosscut.
#pragma once

#include <algorithm>
#include <vector>

namespace crosscut {

/// Sorts and drops repeats.
template <typename Item>
void keep_unique(std::vector<Item>& items) {
  std::sort(items.begin(), items.end());
  items.erase(std::unique(items.begin(), items.end()), items.end());
}

}  // namespace crosscut
