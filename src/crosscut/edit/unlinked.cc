#include "crosscut/edit/unlinked.h"

#include <algorithm>
#include <set>
#include <utility>

#include "crosscut/model/graph.h"

namespace crosscut {
namespace {

using Rows = std::set<std::pair<std::uint32_t, std::uint32_t>>;  // file, line

std::pair<std::uint32_t, std::uint32_t> row_of(const Place& place) {
  return {place.file, place.line};
}

/// Takes out what stands in the rows; returns how much.
std::size_t drop(Dataset& dataset, const Rows& rows, Unlinked& result) {
  std::size_t dropped = std::erase_if(dataset.relations, [&](const RelationRow& row) {
    const bool bad = rows.contains(row_of(row.from.place)) || rows.contains(row_of(row.to.place));
    if (bad) result.left_out.push_back(row.place);
    return bad;
  });
  for (EntityRow& row : dataset.entities)
    dropped += std::erase_if(
        row.parents, [&](const Reference& parent) { return rows.contains(row_of(parent.place)); });
  return dropped;
}

}  // namespace

Unlinked drop_unlinked(Dataset& dataset) {
  Unlinked result;
  dataset.left_out.clear();  // so that references to what was left out are reported too
  dataset.loose_ends.clear();
  dataset.entities_unread = false;
  for (;;) {
    Rows rows;
    for (Diagnostic& found : link(dataset, {}).diagnostics) {
      if (found.level != Level::error) continue;
      if (found.place.known()) rows.insert(row_of(found.place));
      const auto same = [&](const Diagnostic& known) {
        return known.place == found.place && known.message == found.message;
      };
      if (std::none_of(result.errors.begin(), result.errors.end(), same))
        result.errors.push_back(std::move(found));
    }
    if (rows.empty() || drop(dataset, rows, result) == 0) return result;
  }
}

}  // namespace crosscut
