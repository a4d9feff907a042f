#include "crosscut/model/finding_names.h"

#include <algorithm>

#include "crosscut/base/text.h"
#include "crosscut/base/unique.h"

namespace crosscut {
namespace {

/// The lens before the colon and the entities after it.
std::pair<std::string, std::string_view> split_id(std::string_view text) {
  const std::size_t colon = std::min(text.find(':'), text.size());
  return {to_lower(trim(text.substr(0, colon))), text.substr(std::min(colon + 1, text.size()))};
}

/// The same for any order of the entities.
std::string key_of(std::string_view lens, std::vector<EntityId> subjects) {
  std::sort(subjects.begin(), subjects.end());
  std::string key(lens);
  for (const EntityId subject : subjects) key += ' ' + std::to_string(index_of(subject));
  return key;
}

std::string did_you_mean(std::string_view text) {
  return "did you mean \"" + std::string(text) + "\"?";
}

}  // namespace

FindingNames::FindingNames(const Report& report) : report_(report) {
  const auto add = [&](const Finding& finding) {
    ids_.push_back(finding_id(finding, report.graph));
    by_parts_[key_of(finding.card->id, finding.subjects)].push_back(ids_.back());
  };
  for (const Finding& finding : report.findings) add(finding);
  for (const Accepted& accepted : report.accepted) add(accepted.finding);
  keep_unique(ids_);
  for (auto& [key, ids] : by_parts_) keep_unique(ids);
}

std::optional<std::string> FindingNames::find(std::string_view text) const {
  const auto known = [&](std::string_view id) {
    return std::binary_search(ids_.begin(), ids_.end(), id);
  };
  text = trim(text);
  if (known(text)) return std::string(text);
  const auto [lens, rest] = split_id(text);
  std::vector<EntityId> subjects;
  std::string id = lens;
  for (const std::string_view part : split_list(rest, '+')) {
    const auto subject = report_.graph.find(part);
    if (!subject) return std::nullopt;
    id += (subjects.empty() ? ":" : "+") + report_.graph.entity(*subject).id;
    subjects.push_back(*subject);
  }
  if (known(id)) return id;
  const auto found = by_parts_.find(key_of(lens, subjects));
  if (found == by_parts_.end() || found->second.size() != 1) return std::nullopt;
  return found->second.front();
}

std::string FindingNames::suggest(std::string_view text) const {
  text = trim(text);
  if (const auto close = nearest(text, {ids_.begin(), ids_.end()})) return did_you_mean(*close);
  const auto [lens, rest] = split_id(text);
  return suggest_part(lens, rest);
}

std::string FindingNames::suggest_part(std::string_view lens, std::string_view subjects) const {
  std::vector<std::string_view> lenses;
  for (const Card* card : report_.cards) lenses.push_back(card->id);
  if (std::find(lenses.begin(), lenses.end(), lens) == lenses.end()) {
    const auto close = nearest(lens, lenses);
    return close ? "no lens is called \"" + std::string(lens) + "\"; " + did_you_mean(*close)
                 : "an id is a lens, a colon and the entities, as in no-lead:land-use-framework";
  }
  for (const std::string_view part : split_list(subjects, '+')) {
    if (report_.graph.find(part)) continue;
    std::vector<std::string_view> known;
    for (const Entity& entity : report_.graph.entities()) known.push_back(entity.id);
    const auto close = nearest(part, known);
    return "no single entity is called \"" + std::string(part) + "\"" +
           (close ? "; " + did_you_mean(*close) : "");
  }
  return {};
}

}  // namespace crosscut
