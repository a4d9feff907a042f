#include "crosscut/model/relation_candidates.h"

#include <algorithm>
#include <tuple>

namespace crosscut {
namespace {

std::string source_text(const RelationRow& row) {
  std::string text;
  for (const Reference& source : row.sources) text += source.text + "|";
  return text;
}

/// Of two candidates with the same subject, so that the order of rows changes nothing.
bool comes_first(const RelationCandidate& a, const RelationCandidate& b) {
  const RelationRow &x = *a.row, &y = *b.row;
  if (x.verb != y.verb) return x.verb < y.verb;
  if (a.to != b.to) return a.to < b.to;
  const auto first = [](const RelationRow& r) {
    return std::tuple(r.capacity, r.period, -r.confidence, std::string_view(r.locator), r.map);
  };
  if (first(x) != first(y)) return first(x) < first(y);
  if (const auto order = source_text(x) <=> source_text(y); order != 0) return order < 0;
  const auto second = [](const RelationRow& r) {
    return std::tuple(r.strength, std::string_view(r.approval), std::string_view(r.amount),
                      std::string_view(r.money_period), r.place.file, r.place.line);
  };
  return second(x) < second(y);
}

}  // namespace

std::vector<RelationCandidate> in_order(const std::vector<RelationCandidate>& candidates,
                                        std::size_t entities) {
  // In rows by their subjects, as most maps have many, each with few relations.
  std::vector<std::size_t> ends(entities + 1, 0);
  for (const RelationCandidate& c : candidates) ++ends[index_of(c.from) + 1];
  for (std::size_t i = 0; i < entities; ++i) ends[i + 1] += ends[i];
  std::vector<RelationCandidate> result(candidates.size());
  std::vector<std::size_t> next(ends.begin(), ends.end() - 1);
  for (const RelationCandidate& c : candidates) result[next[index_of(c.from)]++] = c;
  for (std::size_t i = 0; i < entities; ++i)
    std::sort(result.begin() + static_cast<std::ptrdiff_t>(ends[i]),
              result.begin() + static_cast<std::ptrdiff_t>(ends[i + 1]), comes_first);
  return result;
}

}  // namespace crosscut
