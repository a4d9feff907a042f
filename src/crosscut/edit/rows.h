// The steps that sentences are made of, on the rows of a dataset whose references are ids.
#pragma once

#include <optional>
#include <string>

#include "crosscut/edit/apply.h"

namespace crosscut {

/// Nothing when no row has that id.
EntityRow* find_row(Dataset& dataset, const std::string& id);

/// The row of an entity that is there.
EntityRow& row_of(Dataset& dataset, const std::string& id);

/// A new entity with the id of the sentence's target. `like` lends it its class and parents.
void add_entity(Dataset& dataset, const Edit& edit, Kind kind, const EntityRow* like = nullptr);

/// A new relation, which only the sentence states.
void add_relation(Dataset& dataset, const std::string& from, Verb verb, const std::string& to,
                  const Edit& edit, Capacity capacity = Capacity::policy);

/// Its parent is `to` in place of all, or of `from`; so are its sponsor and what it is part of on
/// that day, where these were its parent.
void set_parent(Dataset& dataset, const std::string& id, const std::string& to,
                const std::string& from, const Edit& edit, Day day);

/// Every mention of the one id becomes one of the other; the old one still means it.
void point_to(Applied& result, const std::string& old_id, const std::string& id);

/// `old_id` is part of `id` now, which has its names where `keep_names`. What the one did to the
/// other is no more.
void join_into(Applied& result, const std::string& old_id, const std::string& id, bool keep_names);

/// It is no more, and nor is what is said of it.
void remove(Applied& result, const std::string& id);

}  // namespace crosscut
