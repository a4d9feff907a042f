// The lists that cells of a form are chosen from.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "crosscut/write/book.h"

namespace crosscut {

/// Which list a column has, as BookColumn names it, and whether nothing else may be typed; no name
/// when it has none.
struct ListUse {
  std::string name;
  bool strict = false;
};

/// Collects each list once.
class FormLists {
 public:
  ListUse of(std::string_view table, std::string_view column);
  /// The sheet "lists", of all that were used.
  BookSheet sheet() const;

 private:
  std::string add(std::string name, std::vector<std::string> choices);

  std::vector<std::pair<std::string, std::vector<std::string>>> lists_;
};

/// A cell as the lists of the form have it: "depends-on" -> "cannot succeed without", "0.7" ->
/// "implied", "in-force" -> "in force". Read again it means the same.
std::string in_words(std::string_view table, std::string_view column, const std::string& cell);

}  // namespace crosscut
