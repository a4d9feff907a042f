#include "crosscut/write/picture.h"

#include <algorithm>

#include "crosscut/base/text.h"
#include "crosscut/model/names.h"
#include "crosscut/write/quality.h"
#include "crosscut/write/words.h"

namespace crosscut {

double print_scale(double width_pt, double height_pt, const Budget& budget) {
  constexpr double points_per_mm = 72 / 25.4;
  return std::min(budget.width_mm * points_per_mm / width_pt,
                  budget.height_mm * points_per_mm / height_pt);
}

std::vector<std::string> wrap_full(std::string_view text, std::size_t width) {
  std::vector<std::string> result;
  for (const std::string_view word : split_list(text, ' ')) {
    const std::size_t extra = count_characters(word) + 1;
    if (!result.empty() && count_characters(result.back()) + extra <= width)
      result.back() += " " + std::string(word);
    else
      result.emplace_back(word);
  }
  return result;
}

std::vector<std::string> wrap_even(std::string_view text, std::size_t width) {
  const std::size_t lines = wrap_full(text, width).size();
  for (std::size_t narrower = width * 2 / 3; narrower < width; ++narrower)
    if (auto result = wrap_full(text, narrower); result.size() <= lines) return result;
  return wrap_full(text, width);
}

std::string source_line(const Report& report) {
  return report.marking + ". Source: " + map_titles(report.graph) + ". As at " +
         as_at_words(report.graph) + ". " + number(data_quality(report).relations_open) +
         " open relations. Made with crosscut.";
}

std::vector<std::string> as_text(const Picture& picture) {
  std::vector<std::string> sentences;
  for (const Box& box : picture.boxes) sentences.push_back(box.sentence);
  for (const Line& line : picture.lines) sentences.push_back(line.sentence);
  sentences.insert(sentences.end(), picture.notes.begin(), picture.notes.end());
  return sentences;
}

}  // namespace crosscut
