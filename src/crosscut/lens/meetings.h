// Which departments work together, need each other, and meet.
#pragma once

#include <vector>

#include "crosscut/model/report.h"

namespace crosscut {

/// Open members and chairs of a forum, each once, ascending.
std::vector<EntityId> seated(const Graph& graph, EntityId forum);

/// Departments with somebody at the table: bodies and roles count for their home. Ascending.
std::vector<EntityId> seated_departments(const Graph& graph, EntityId forum);

/// How far the map knows its forums.
struct ForumBase {
  std::size_t forums = 0;        // open
  std::size_t with_members = 0;  // with at least one seat recorded
};
ForumBase forum_base(const Graph& graph);

/// Every pair of open departments with a tie, a need or a table in common, by a then b.
/// Forums that seat every department are ignored (measures.md, section 4).
std::vector<DepartmentPair> department_pairs(const Graph& graph);

/// The pair of the two, in either order; null when nothing ties them.
const DepartmentPair* find_pair(const std::vector<DepartmentPair>& pairs, EntityId a, EntityId b);

/// Whether the two share a forum (one that does not seat every department) or coordinate.
bool meet(const std::vector<DepartmentPair>& pairs, EntityId a, EntityId b);

}  // namespace crosscut
