// One sentence being carried out. Each function says what is wrong and returns false, or carries
// the sentence out; whoever calls them puts the map back when they return false.
#pragma once

#include "crosscut/edit/apply.h"
#include "crosscut/edit/finder.h"

namespace crosscut {

struct Step {
  const Edit& edit;
  Day day;                  // of the sentence, or of the map
  const Dataset& original;  // before all sentences
  const Graph& graph;       // before this one
  Applied& result;
  Finder find;

  Dataset& data() const { return result.dataset; }
  /// An entity that a sentence changes, by the id that it had in the map before.
  void note(const std::string& id) const;
  /// It is `owner`, or at home there.
  bool is_of(const std::string& id, const std::string& owner) const;
};

bool contains(const SentenceIds& ids, const std::string& id);
bool is_lead(const RelationRow& row);

// create.cc
bool create(Step& step, const SentenceIds& members);
bool rename(Step& step, const std::string& id);
bool add(Step& step, const std::string& from, const std::string& to);
bool end(Step& step, const std::string& from, const std::string& to);

// move.cc
bool move(Step& step, const SentenceIds& ids, const std::string& to);
bool report(Step& step, const SentenceIds& ids, const std::string& to);
bool lead(Step& step, const std::string& item, const std::string& to);

// merge.cc
bool merge(Step& step, const SentenceIds& ids);  // and abolish
bool split(Step& step, const std::string& id);
/// With an id that the map before has, the entity has that row again.
void give_id(Step& step, const std::string& old_id, const std::string& id, const std::string& name);

}  // namespace crosscut
