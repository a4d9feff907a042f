#include "crosscut/write/book_layout.h"

#include <algorithm>
#include <cmath>

#include "crosscut/base/text.h"

namespace crosscut {
namespace {

/// 0 -> "A", 27 -> "AB"
std::string letters_of(std::size_t column) {
  std::string letters;
  for (std::size_t rest = column + 1; rest > 0; rest = (rest - 1) / 26)
    letters.insert(letters.begin(), static_cast<char>('A' + (rest - 1) % 26));
  return letters;
}

}  // namespace

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

std::string list_formula(const Book& book, const std::string& choices) {
  const std::size_t mark = choices.find('!');
  const bool typed = mark != std::string::npos;
  const std::string name = typed ? choices.substr(0, mark) : "lists";
  const std::string heading = typed ? choices.substr(mark + 1) : choices;
  for (const BookSheet& sheet : book.sheets) {
    if (sheet.name != name) continue;
    for (std::size_t i = 0; i < sheet.columns.size(); ++i) {
      if (sheet.columns[i].heading != heading) continue;
      const std::string column = "$" + letters_of(i);
      const std::string at = name + "!" + column;
      if (typed) return "=OFFSET(" + at + "$1,1,0,MAX(1,COUNTA(" + at + ":" + column + ")-1),1)";
      std::size_t count = 0;
      for (const auto& row : sheet.rows) count += i < row.size() && !row[i].empty() ? 1U : 0U;
      if (count == 0) return {};
      return "=" + at + "$2:" + column + "$" + std::to_string(count + 1);
    }
  }
  return {};
}

bool has_free_rows(const BookSheet& sheet) {
  return !sheet.is_protected ||
         std::none_of(sheet.columns.begin(), sheet.columns.end(),
                      [](const BookColumn& column) { return column.locked; });
}

}  // namespace crosscut
