// Where those who were asked disagree: for people to settle.
//
//   for (const Disagreement& disagreement : find_disagreements(returns, graph)) ...
#pragma once

#include <string>
#include <vector>

#include "crosscut/model/graph.h"

namespace crosscut {

/// One answer to a question, and who gave it.
struct Version {
  std::string value;
  std::vector<std::string> respondents;  // each once, in the order of the returns
  std::vector<Place> places;             // of the rows
};

struct Disagreement {
  std::string about;     // id of the entity, or of what a relation joins: "dwp, youth-guarantee"
  std::string question;  // "Does dwp lead youth-guarantee?", "Who leads it?", "due"
  std::vector<Version> versions;  // two or more
};

/// Compares the returns, one Dataset of one map each, whose publisher is the respondent of rows
/// that name none. `graph` is all of them linked: it says which entity a reference means. Finds
/// - relations that one row states and another denies;
/// - items for which different respondents name different leads in one capacity at one time;
/// - relations whose dates or amount differ, and entities whose cells differ; empty cells, other
///   spellings of a name and more precise dates are no disagreement, and aliases and sources add
///   up.
std::vector<Disagreement> find_disagreements(const std::vector<Dataset>& returns,
                                             const Graph& graph);

}  // namespace crosscut
