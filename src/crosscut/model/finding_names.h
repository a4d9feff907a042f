// Findings by their ids as people write them: an entity by its name or alias, or the entities in
// another order.
//
//   FindingNames(report).find("coordination-gap:Home Office+dfe")  -> "coordination-gap:dfe+ho"
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "crosscut/model/report.h"

namespace crosscut {

class FindingNames {
 public:
  /// Of all findings of the report, accepted ones too; the report must outlive it.
  explicit FindingNames(const Report& report);

  /// The id of the finding meant; nothing when there is none, or several with other orders of the
  /// same entities.
  std::optional<std::string> find(std::string_view text) const;

  /// What may have been meant by a text that `find` does not know; empty when nothing is near and
  /// nothing in it is wrong.
  std::string suggest(std::string_view text) const;

 private:
  std::string suggest_part(std::string_view lens, std::string_view subjects) const;

  const Report& report_;
  std::vector<std::string> ids_;                              // sorted
  std::map<std::string, std::vector<std::string>> by_parts_;  // lens and sorted subjects -> ids
};

}  // namespace crosscut
