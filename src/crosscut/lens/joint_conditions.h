// What joint work on a mission needs (R17, R29), and which rows of a map say that it is there.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "crosscut/model/finding.h"
#include "crosscut/model/graph.h"

namespace crosscut {

/// One condition: whether it is met, by which rows, and how sure it is that it is not.
struct JointCondition {
  std::string asked;    // "a measure", the same for every mission
  std::string name;     // "a measure", or as it was found
  std::string missing;  // "no measure"
  bool met = false;
  std::vector<Evidence> rows;
  double absence = 1;
};

class JointConditions {
 public:
  JointConditions(const Graph& graph, EntityId mission);

  /// The 5 of R17: the mission or a target of it has a measure, and a due date; it has one owner;
  /// others contribute, and whoever contributes to the mission itself also works on a target,
  /// policy or programme of it; a forum with a chair is tied to it.
  std::vector<JointCondition> all() const;

  JointCondition measure() const;
  JointCondition due() const;
  /// A presumed owner counts, and is told as such.
  JointCondition owner() const;
  JointCondition contributors() const;
  JointCondition forum() const;
  /// R29: a cycle is tied to it.
  JointCondition review_cycle() const;

  /// R25 and R28, no conditions of the score: whether its measure holds a number, and whether more
  /// than one owner works towards it. Sentences on what we did not find.
  std::vector<std::string> notes() const;

 private:
  JointCondition blank(std::string name, std::string missing, Coverage coverage) const;
  template <typename Holds>
  JointCondition in_a_row(std::string name, std::string missing, Holds holds) const;
  template <typename Look>
  void each_tie(Kind kind, Look look) const;
  void add_workers(EntityId item, std::set<EntityId>& workers) const;

  const Graph& graph_;
  EntityId mission_;
  std::vector<EntityId> aims_;  // the mission and its targets
  std::vector<EntityId> work_;  // what advances them
};

}  // namespace crosscut
