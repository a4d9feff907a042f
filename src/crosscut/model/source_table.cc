#include "crosscut/model/source_table.h"

#include <algorithm>

namespace crosscut {

SourceTable::SourceTable(const Dataset& dataset) {
  std::map<std::string_view, std::vector<const SourceRow*>> by_id;
  for (const SourceRow& row : dataset.sources) {
    by_id[row.id].push_back(&row);
    listed_[row.map].push_back(row.id);
  }
  for (const auto& [id, rows] : by_id) {
    for (const SourceRow* row : rows) {
      const SourceRow* same = *std::find_if(rows.begin(), rows.end(), [&](const SourceRow* other) {
        return other->title == row->title;
      });
      if (same != row) {  // an earlier map lists the same source
        ids_[row->map].insert(id, *ids_[same->map].find(id));
        continue;
      }
      ids_[row->map].insert(id, static_cast<std::uint32_t>(sources_.size()));
      const std::string unique =
          row == rows.front() ? row->id : dataset.maps[row->map].folder + ":" + row->id;
      sources_.push_back({unique, row->title, row->publisher, row->date, row->url, row->type});
    }
  }
}

std::optional<SourceId> SourceTable::find(MapIndex map, std::string_view id) const {
  const auto table = ids_.find(map);
  const auto found = table == ids_.end() ? std::nullopt : table->second.find(id);
  return found ? std::optional(SourceId(*found)) : std::nullopt;
}

const std::vector<std::string_view>& SourceTable::listed(MapIndex map) const {
  static const std::vector<std::string_view> none;
  const auto found = listed_.find(map);
  return found == listed_.end() ? none : found->second;
}

}  // namespace crosscut
