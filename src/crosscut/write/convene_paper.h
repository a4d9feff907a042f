// Who must be in the room, as a paper: who and why, their contact teams, who must agree, and which
// forum seats them.
#pragma once

#include "crosscut/model/convening.h"
#include "crosscut/write/paper.h"

namespace crosscut {

Paper convene_paper(const Graph& graph, const Convening& room);
std::string write_convening_json(const Graph& graph, const Convening& room);

/// "The Land Use Framework is a policy, led by Defra."
std::string item_words(const Graph& graph, const Convening& room);
/// "DfE, HO and 2 others"
std::string short_names(const Graph& graph, const std::vector<EntityId>& ids, std::size_t most);
/// Which forum with the power to settle it covers most of those needed.
std::string forum_words(const Graph& graph, const Convening& room);
/// "Lead; it probably depends on their SEND reform programme"
/// At most `most` reasons, then how many more there are.
std::string why_words(const Graph& graph, const Attendee& attendee, std::size_t most = 100);
/// "land.use@dept.example", or "not recorded".
std::string contact_words(const Graph& graph, EntityId id);

}  // namespace crosscut
