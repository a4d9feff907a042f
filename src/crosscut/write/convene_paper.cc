#include "crosscut/write/convene_paper.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "crosscut/base/text.h"
#include "crosscut/base/unique.h"
#include "crosscut/model/homes.h"
#include "crosscut/model/names.h"

namespace crosscut {
namespace {

constexpr std::size_t most_forums = 6, most_missing = 8;

/// How much of the list of its members is public.
std::string_view list_words(const Entity& forum) {
  return forum.membership == "complete"        ? ", which is all"
         : forum.membership == "partial"       ? "; there are more"
         : forum.membership == "not-published" ? "; the list is not published"
                                               : "";
}

/// "the Department for Education", and of many "Local authorities (stands for many)".
std::string attendee_name(const Graph& graph, EntityId id) {
  return capitalise(full_name(graph, id)) +
         (graph.entity(id).catch_all ? " (stands for many: one has to speak for them)" : "");
}

class ConvenePaper {
 public:
  ConvenePaper(const Graph& graph, const Convening& room) : graph_(graph), room_(room) {}

  Paper run() const {
    Paper paper;
    paper.title = "Whom to convene on " + full_name(graph_, room_.item);
    paper.subject = map_titles(graph_);
    paper.marking = graph_.marking();
    paper.date = as_at_words(graph_);
    paper.summary = {who_summary(), forum_words(graph_, room_)};
    paper.parts.push_back(people("needed", "Who must be in the room", 0, room_.firm()));
    if (room_.firm() < room_.needed.size())
      paper.parts.push_back(
          people("less-sure", "Who may have to be in the room", room_.firm(), room_.needed.size()));
    paper.parts.push_back(consents());
    paper.parts.push_back(forums());
    if (!room_.others.empty()) paper.parts.push_back(others());
    paper.parts.push_back(evidence());
    paper.about = about_words(graph_, paper.marking);
    return paper;
  }

 private:
  std::string who_summary() const {
    const std::size_t firm = room_.firm(), less_sure = room_.needed.size() - firm;
    const std::string it = item_words(graph_, room_);
    if (room_.needed.empty())
      return it + " We found nobody in these maps who must be in the room for it.";
    std::string words = it;
    if (firm > 0)
      words += fmt::format(" We found {} who must be in the room to settle it.",
                           firm == 1 ? "one" : number(firm));
    if (less_sure > 0)
      words += fmt::format(" {} may have to be, on weaker evidence.",
                           less_sure == 1 ? firm > 0 ? "One other" : "One"
                                          : number(less_sure) + (firm > 0 ? " others" : ""));
    return words;
  }

  PaperPart people(std::string id, std::string_view heading, std::size_t from,
                   std::size_t to) const {
    PaperPart part{std::move(id), counted(heading, to - from)};
    TableWords table;
    table.caption = heading;
    table.columns = {{"Who"}, {"Why"}, {"Contact team"}};
    for (std::size_t i = from; i < to; ++i)
      table.rows.push_back({attendee_name(graph_, room_.needed[i].who),
                            why_words(graph_, room_.needed[i]),
                            contact_words(graph_, room_.needed[i].who)});
    table.when_empty = "We found nobody whose part in it is on record.";
    part.table = table;
    if (from == 0) add_left_out(part);
    return part;
  }

  void add_left_out(PaperPart& part) const {
    std::vector<EntityId> things;
    for (const RelationId r : room_.unplaced) {
      const Relation& relation = graph_.relation(r);
      things.push_back(relation.from == room_.item ? relation.to : relation.from);
    }
    keep_unique(things);
    if (!things.empty())
      part.paragraphs.push_back(
          fmt::format("Somebody has to speak for {}, of which we found no owner.",
                      join_words(full_names(graph_, things))));
    if (room_.inside > 0)
      part.paragraphs.push_back(
          fmt::format("Left out: {} between it and other work of its own lead, which the lead can "
                      "settle alone.",
                      count_of(room_.inside, "relation", "relations")));
  }

  PaperPart consents() const {
    PaperPart part{"must-agree",
                   counted("Who must agree before it can go ahead", room_.consents.size())};
    for (const RelationId r : room_.consents) part.items.push_back(hedged_item(r));
    if (room_.consents.empty())
      part.paragraphs = {
          "We found nobody in these maps who approves, clears or regulates it. The maps may not "
          "record every consent."};
    return part;
  }

  PaperItem hedged_item(RelationId r) const {
    PaperItem item = relation_item(graph_, r);
    const double confidence = graph_.relation(r).confidence;
    if (band(confidence) != Band::high)
      item.words += fmt::format(" ({})", reading_word(confidence));
    return item;
  }

  PaperPart forums() const {
    PaperPart part{"forums", "Which forum can settle it"};
    if (room_.forums.empty())
      part.paragraphs.emplace_back(room_.needed.size() < 2
                                       ? "We found no 2 who are needed, so we looked for no forum."
                                       : "We found no forum on which 2 or more of them sit.");
    TableWords table;
    table.caption = "Forums by whom they cover of those needed";
    table.columns = {{"Forum"}, {"Power"}, {"Covers of those needed"}, {"Not on it"}, {"Members"}};
    for (std::size_t i = 0; i < std::min(most_forums, room_.forums.size()); ++i) {
      const ForumFit& fit = room_.forums[i];
      const Entity& forum = graph_.entity(fit.forum);
      table.rows.push_back(
          {plain_name(graph_, fit.forum), forum.power.empty() ? "not recorded" : forum.power.str(),
           fmt::format("{} of {}", fit.seated.size(), room_.needed.size()),
           fit.missing.empty() ? "none" : short_names(graph_, fit.missing, most_missing),
           fmt::format("{} on record{}", fit.seats, list_words(forum))});
    }
    if (!table.rows.empty()) part.table = table;
    add_forum_notes(part);
    return part;
  }

  void add_forum_notes(PaperPart& part) const {
    if (room_.forums.size() > most_forums)
      part.paragraphs.push_back(
          fmt::format("The first {} of {} forums; the others cover fewer of them, or as many among "
                      "more members.",
                      most_forums, room_.forums.size()));
    if (!room_.forums.empty())
      part.paragraphs.emplace_back(
          "Those that decide or clear come first: only they can settle it. A body counts as "
          "covered "
          "where its department sits.");
    if (room_.known_forums < room_.open_forums)
      part.paragraphs.push_back(fmt::format(
          "Members are known for {} of {} forums, so a better one may be among the others.",
          room_.known_forums, room_.open_forums));
    if (!room_.near.empty())
      part.paragraphs.push_back(fmt::format(
          "Tied to it or to a mission that it serves, but without members on record: {}.",
          join_words(full_names(graph_, room_.near))));
  }

  PaperPart others() const {
    PaperPart part{"others", counted("Whom to consult or tell", room_.others.size())};
    TableWords table;
    table.caption = "Whom to consult or tell";
    table.columns = {{"Who"}, {"Why"}, {"Contact team"}};
    for (const Attendee& attendee : room_.others)
      table.rows.push_back({attendee_name(graph_, attendee.who), why_words(graph_, attendee),
                            contact_words(graph_, attendee.who)});
    part.table = table;
    return part;
  }

  PaperPart evidence() const {
    PaperPart part{"evidence", "Evidence"};
    for (const auto* list : {&room_.needed, &room_.others})
      for (const Attendee& attendee : *list) {
        PaperItem item{capitalise(full_name(graph_, attendee.who))};
        std::vector<RelationId> told;
        for (const Reason& reason : attendee.reasons) {
          if (reason.relation) told.push_back(*reason.relation);
          told.insert(told.end(), reason.ownership.begin(), reason.ownership.end());
        }
        for (std::size_t i = 0; i < told.size(); ++i)
          if (std::find(told.begin(), told.begin() + static_cast<long>(i), told[i]) ==
              told.begin() + static_cast<long>(i))
            item.below.push_back(hedged_item(told[i]));
        if (!item.below.empty()) part.items.push_back(std::move(item));
      }
    if (!room_.unplaced.empty()) {
      PaperItem item{"We found no owner of what stands at the other end of these"};
      for (const RelationId r : room_.unplaced) item.below.push_back(hedged_item(r));
      part.items.push_back(std::move(item));
    }
    return part;
  }

  const Graph& graph_;
  const Convening& room_;
};

}  // namespace

Paper convene_paper(const Graph& graph, const Convening& room) {
  return ConvenePaper(graph, room).run();
}

}  // namespace crosscut
