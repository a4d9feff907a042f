#include "crosscut/read/duplicates.h"

#include <algorithm>
#include <array>
#include <set>
#include <string>
#include <unordered_map>

#include "crosscut/base/text.h"
#include "crosscut/model/codes.h"

namespace crosscut {
namespace {

/// The words of the name that carry meaning, without plural endings, in alphabetical order.
std::string meaning_key(std::string_view name) {
  constexpr std::array<std::string_view, 9> small = {"a",  "and", "at",  "for", "in",
                                                     "of", "on",  "the", "to"};
  const std::string key = name_key(name);
  std::vector<std::string> words;
  for (const std::string_view word : split_list(key, '-')) {
    if (std::find(small.begin(), small.end(), word) != small.end()) continue;
    words.emplace_back(word.size() > 4 && word.ends_with('s') ? word.substr(0, word.size() - 1)
                                                              : word);
  }
  std::sort(words.begin(), words.end());
  return join(words, "-");
}

std::string likeness(std::string_view a, std::string_view b) {
  const std::string second = "\"" + std::string(b) + "\"";
  return name_key(a) == name_key(b) ? "both are called " + second
                                    : second + " is nearly \"" + std::string(a) + "\"";
}

using IdPair = std::pair<std::string, std::string>;

/// Pairs that succeed one another, or contain one another, may well share a name.
std::set<IdPair> related_pairs(const Dataset& dataset) {
  std::set<IdPair> pairs;
  for (const RelationRow& row : dataset.relations)
    if (row.verb == Verb::succeeds || row.verb == Verb::part_of)
      pairs.insert(std::minmax(row.from.text, row.to.text));
  for (const EntityRow& row : dataset.entities)
    for (const Reference& parent : row.parents) pairs.insert(std::minmax(row.id, parent.text));
  return pairs;
}

}  // namespace

std::vector<Diagnostic> likely_duplicates(const Dataset& dataset) {
  std::vector<Diagnostic> diagnostics;
  const std::set<IdPair> related = related_pairs(dataset);
  std::set<IdPair> told;
  struct Holder {
    std::size_t row;
    bool by_name;  // else by alias
    std::string_view name;
  };
  std::unordered_map<std::string, std::vector<Holder>> holders;
  const auto check = [&](std::size_t row, const std::string& name, bool by_name) {
    const std::string key = meaning_key(name);
    if (key.empty()) return;
    const bool single_word = name.find(' ') == std::string::npos;
    auto& rows = holders[key];
    for (const auto& [earlier, earlier_by_name, earlier_name] : rows) {
      if (single_word && !by_name && !earlier_by_name) continue;  // initials are often shared
      const EntityRow& a = dataset.entities[earlier];
      const EntityRow& b = dataset.entities[row];
      const IdPair pair = std::minmax(a.id, b.id);
      if (earlier == row || related.contains(pair) || !told.insert(pair).second) continue;
      Diagnostic diagnostic = diagnose(
          "likely-duplicate", b.place,
          "\"" + b.id + "\" may be the same as \"" + a.id + "\": " + likeness(earlier_name, name),
          "if so, add to same.csv: " + b.id + "," + a.id + ",");
      diagnostic.notes.push_back({a.place, "\"" + a.id + "\", " + a.name});
      diagnostics.push_back(std::move(diagnostic));
    }
    if (rows.size() < 8) rows.push_back({row, by_name, name});
  };
  for (std::size_t row = 0; row < dataset.entities.size(); ++row) {
    check(row, dataset.entities[row].name, true);
    for (const std::string& alias : dataset.entities[row].aliases) check(row, alias, false);
  }
  return diagnostics;
}

}  // namespace crosscut
