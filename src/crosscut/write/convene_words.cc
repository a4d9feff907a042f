// What convene says in a sentence or a cell; the brief says the same.
#include <fmt/format.h>

#include <algorithm>

#include "crosscut/base/text.h"
#include "crosscut/model/names.h"
#include "crosscut/write/convene_paper.h"

namespace crosscut {
namespace {

constexpr std::size_t most_named = 3, most_missing = 6;

std::string_view doubt(double confidence) {
  const Band of = band(confidence);
  return of == Band::high ? "" : of == Band::medium ? "probably " : "possibly ";
}

/// What the item is to things of theirs, or they to it; `{}` stands for the doubt and the things.
std::string phrase_of(const Graph& graph, const Reason& reason, bool out, std::string_view doubt,
                      const std::string& things) {
  const Verb verb = reason.relation ? graph.relation(*reason.relation).verb : Verb::leads;
  const std::string_view sentence = info(verb).sentence;
  switch (reason.part) {
    case Part::leads:
      return fmt::format("{}lead", doubt);
    case Part::co_leads:
      return fmt::format("{}co-lead", doubt);
    case Part::may_own:
      return "possibly its owner: we found no lead, and it belongs to something of theirs";
    case Part::sponsors:
      return "it answers to them";
    case Part::must_agree:
      return fmt::format("{}must agree: {}", doubt,
                         verb == Verb::approves ? "approval"
                         : verb == Verb::clears ? "clearance"
                                                : "regulation");
    case Part::delivers:
      return fmt::format("{}delivery", doubt);
    case Part::funds:
      return fmt::format("{}money", doubt);
    case Part::leads_part:
      return fmt::format("{}lead of a part of it: {}", doubt, things);
    case Part::contributes:
      return fmt::format("{}{}", doubt,
                         verb == Verb::consulted_on       ? "to be consulted"
                         : verb == Verb::coordinates_with ? "works with it by arrangement"
                                                          : "contribution");
    default:
      break;
  }
  const std::string theirs = things.empty() ? "them" : "their " + things;
  const std::string_view said = out ? sentence : info(verb).passive;
  // "is probably needed by", but "probably depends on"
  return said.starts_with("is ") ? fmt::format("it is {}{} {}", doubt, said.substr(3), theirs)
                                 : fmt::format("it {}{} {}", doubt, said, theirs);
}

std::string thing_name(const Graph& graph, EntityId id) {
  const Kind kind = graph.entity(id).kind;
  return kind == Kind::mission || kind == Kind::target ? full_name(graph, id)
                                                       : plain_name(graph, id);
}

}  // namespace

std::string short_names(const Graph& graph, const std::vector<EntityId>& ids, std::size_t most) {
  std::vector<std::string> words;
  for (const EntityId id : ids) words.push_back(initials(graph, id));
  return join_some(words, most);
}

std::string item_words(const Graph& graph, const Convening& room) {
  const Kind kind = graph.entity(room.item).kind;
  std::vector<std::string> leads;
  for (const Attendee& attendee : room.needed)
    if (const Reason& reason = attendee.reasons.front(); reason.part == Part::leads)
      leads.push_back(
          fmt::format("{}led by {}", doubt(reason.confidence), full_name(graph, attendee.who)));
  return fmt::format("{} is a {}{}.", capitalise(full_name(graph, room.item)), info(kind).singular,
                     !leads.empty()  ? ", " + join_words(leads)
                     : is_item(kind) ? ", and we found no lead of it"
                                     : "");
}

std::string forum_words(const Graph& graph, const Convening& room) {
  if (room.needed.size() < 2) return "We looked for no forum, as we found no 2 who are needed.";
  const auto covers_most = [&](const ForumFit& fit) {
    return fit.seated.size() * 2 > room.needed.size();
  };
  const auto told = [&](const ForumFit& fit) {
    return fmt::format(
        "{} of {}.{}", fit.seated.size(), room.needed.size(),
        fit.missing.empty()
            ? ""
            : fmt::format(" Missing: {}.", short_names(graph, fit.missing, most_missing)));
  };
  for (const ForumFit& fit : room.forums)
    if (settles_items(graph, fit.forum) && covers_most(fit))
      return fmt::format("Of the forums that decide or clear, {} covers most of those needed: {}",
                         full_name(graph, fit.forum), told(fit));
  std::string words =
      "We found no forum with the power to decide or clear that covers most of those needed.";
  for (const ForumFit& fit : room.forums)
    if (graph.entity(fit.forum).power.empty() && covers_most(fit))
      return words + fmt::format(" {}, whose power is not recorded, covers {}",
                                 capitalise(full_name(graph, fit.forum)), told(fit));
  return words;
}

std::string why_words(const Graph& graph, const Attendee& attendee, std::size_t most) {
  struct Group {
    const Reason* first;
    bool out;
    double confidence;
    std::vector<std::string> things;
  };
  std::vector<Group> groups;
  const bool needed = attendee.reasons.front().part <= Part::leads_part;
  for (const Reason& reason : attendee.reasons) {
    if (needed && reason.part == Part::concerned) continue;  // no reason to be in the room
    // The item is the end of the relation that is not theirs.
    const bool out = reason.relation && reason.part >= Part::needed && reason.thing
                         ? graph.relation(*reason.relation).to == *reason.thing
                         : reason.relation && graph.relation(*reason.relation).to == attendee.who;
    const auto same = [&](const Group& group) {
      const auto verb_of = [&](const Reason& r) {
        return r.relation ? std::optional(graph.relation(*r.relation).verb) : std::nullopt;
      };
      const bool one_phrase = reason.part == Part::leads_part ||
                              (group.out == out && verb_of(*group.first) == verb_of(reason));
      return group.first->part == reason.part && one_phrase &&
             band(group.confidence) == band(reason.confidence) &&
             group.first->thing.has_value() == reason.thing.has_value();
    };
    auto found = std::find_if(groups.begin(), groups.end(), same);
    if (found == groups.end())
      found = groups.insert(groups.end(), {&reason, out, reason.confidence, {}});
    if (reason.thing) found->things.push_back(thing_name(graph, *reason.thing));
  }
  std::vector<std::string> phrases;
  for (const Group& group : groups) {
    std::string phrase = phrase_of(graph, *group.first, group.out, doubt(group.confidence),
                                   join_some(group.things, most_named));
    if (std::find(phrases.begin(), phrases.end(), phrase) == phrases.end())
      phrases.push_back(std::move(phrase));
  }
  if (phrases.size() > most + 1) {
    const std::size_t more = phrases.size() - most;
    phrases.resize(most);
    phrases.push_back(fmt::format("and {} more reasons", more));
  }
  return capitalise(join(phrases, "; "));
}

std::string contact_words(const Graph& graph, EntityId id) {
  const std::string& contact = graph.entity(id).contact;
  if (!contact.empty()) return contact;
  for (const EntityId department : graph.departments(id))
    if (department != id && !graph.entity(department).contact.empty())
      return fmt::format("not recorded; {}: {}", initials(graph, department),
                         graph.entity(department).contact);
  return "not recorded";
}

}  // namespace crosscut
