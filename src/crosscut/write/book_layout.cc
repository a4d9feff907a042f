#include "crosscut/write/book_layout.h"

#include <algorithm>
#include <cmath>

#include "crosscut/base/text.h"

namespace crosscut {

std::size_t lines_in(std::string_view text, double characters) {
  std::size_t lines = 0;
  for (std::size_t at = 0; at <= text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    const auto count = static_cast<double>(count_characters(text.substr(at, end - at)));
    lines += std::max<std::size_t>(1, static_cast<std::size_t>(std::ceil(count / characters)));
    at = end + 1;
  }
  return lines;
}

int pages_across(const BookSheet& sheet) {
  constexpr double characters = 180;
  double frozen = 0, other = 0;
  for (std::size_t i = 0; i < sheet.columns.size(); ++i)
    (i < sheet.frozen_columns ? frozen : other) += sheet.columns[i].width;
  const double room = std::max(characters - frozen, 20.0);
  return std::max(1, static_cast<int>(std::ceil(other / room)));
}

bool has_free_rows(const BookSheet& sheet) {
  return !sheet.is_protected ||
         std::none_of(sheet.columns.begin(), sheet.columns.end(),
                      [](const BookColumn& column) { return column.locked; });
}

}  // namespace crosscut
