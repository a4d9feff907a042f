#include "crosscut/cli/form_lists.h"

#include <fmt/format.h>

#include <algorithm>

#include "crosscut/model/marking.h"
#include "crosscut/model/vocabulary.h"

namespace crosscut {
namespace {

/// "executive-agency" -> "executive agency"; "non-ministerial department" keeps its hyphen, and
/// initials are in capitals.
std::string with_spaces(std::string_view word) {
  if (word == "ndpb") return "NDPB";
  if (word == "sro") return "SRO";
  std::string text(word);
  std::replace(text.begin() + (word.starts_with("non-") ? 4 : 0), text.end(), '-', ' ');
  return text;
}

std::vector<std::string> markings() { return {all_markings().begin(), all_markings().end()}; }
std::vector<std::string> confidences() {
  std::vector<std::string> words;
  for (const ConfidenceWord& word : all_confidence_words()) words.push_back(with_spaces(word.word));
  return words;
}
std::vector<std::string> kinds() {
  std::vector<std::string> words;
  for (const KindInfo& kind : all_kinds()) words.emplace_back(kind.singular);
  return words;
}
std::vector<std::string> relations() {
  std::vector<std::string> words;
  for (std::size_t i = 0; i < verb_count; ++i) words.emplace_back(choice(static_cast<Verb>(i)));
  return words;
}

}  // namespace

ListUse FormLists::of(std::string_view table, std::string_view column) {
  if (column == "parent" || column == "from" || column == "to") return {"entities!name"};
  if (column == "source") return {"sources!id"};
  if (column == "marking") return {add("marking", markings())};
  if (column == "confidence") return {add("confidence", confidences())};
  if (column == "kind") return {add("kind", kinds()), true};
  if (column == "relation") return {add("relation", relations()), true};
  if (column == "strength") return {add("strength", {"1", "2", "3"}), true};
  const auto words = allowed_words(table, column);
  if (words.empty()) return {};
  std::vector<std::string> choices;
  for (const std::string_view word : words) choices.push_back(with_spaces(word));
  const std::string name = choices == std::vector<std::string>{"yes"} ? "yes"
                           : column != "type"                         ? std::string(column)
                           : table == "sources"                       ? "source type"
                                                                      : "approval type";
  return {add(name, std::move(choices)), table != "map"};  // covers takes several
}

BookSheet FormLists::sheet() const {
  BookSheet sheet{.name = "lists", .is_protected = true};
  for (const auto& [name, choices] : lists_) {
    const std::size_t column = sheet.columns.size();
    std::size_t longest = name.size();
    for (const std::string& choice : choices) longest = std::max(longest, choice.size());
    sheet.columns.push_back(
        {.heading = name, .locked = true, .width = static_cast<double>(longest) + 2});
    if (sheet.rows.size() < choices.size()) sheet.rows.resize(choices.size());
    for (std::size_t i = 0; i < choices.size(); ++i) {
      sheet.rows[i].resize(column + 1);
      sheet.rows[i][column] = choices[i];
    }
  }
  return sheet;
}

std::string FormLists::add(std::string name, std::vector<std::string> choices) {
  const auto is_it = [&](const auto& list) { return list.first == name; };
  if (std::none_of(lists_.begin(), lists_.end(), is_it))
    lists_.emplace_back(name, std::move(choices));
  return name;
}

std::string in_words(std::string_view table, std::string_view column, const std::string& cell) {
  if (table == "relations" && column == "relation") {
    const auto verb = find_verb(cell);
    return verb ? std::string(choice(*verb)) : cell;
  }
  if (table == "entities" && column == "kind") {
    const auto kind = find_kind(cell);
    return kind ? std::string(info(*kind).singular) : cell;
  }
  if (table == "relations" && column == "confidence") {
    for (const ConfidenceWord& word : all_confidence_words())
      if (cell == word.word || cell == fmt::format("{}", word.value)) return with_spaces(word.word);
    return cell;
  }
  return allowed_words(table, column).empty() ? cell : with_spaces(cell);
}

}  // namespace crosscut
