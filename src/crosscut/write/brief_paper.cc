#include "crosscut/write/brief_paper.h"

#include <fmt/format.h>

#include <algorithm>
#include <functional>

#include "crosscut/base/text.h"
#include "crosscut/base/unique.h"
#include "crosscut/model/items.h"
#include "crosscut/model/names.h"
#include "crosscut/write/brief_parts.h"
#include "crosscut/write/convene_paper.h"
#include "crosscut/write/profile_words.h"

namespace crosscut {
namespace {

using brief::Sources;

constexpr std::size_t most_findings = 2, most_reasons = 2;

/// Findings first, then questions, each in the order of the report.
std::vector<const Finding*> findings_on(const Report& report,
                                        const std::function<bool(EntityId)>& concerns) {
  std::vector<const Finding*> list;
  for (const bool question : {false, true})
    for (const Finding& finding : report.findings)
      if (finding.is_question() == question &&
          std::any_of(finding.subjects.begin(), finding.subjects.end(), concerns))
        list.push_back(&finding);
  return list;
}

/// How serious and how sure.
std::string weight_words(const Finding& finding) {
  return fmt::format("{} severity, {} confidence", capitalise(word(finding.severity)),
                     to_lower(confidence_word(finding.confidence)));
}

/// " [1] [2]": the first rows, each source once.
std::string cited(const std::vector<Evidence>& evidence, Sources& sources) {
  constexpr std::size_t most = 2;
  std::vector<std::string> numbers;
  for (std::size_t i = 0; i < std::min(most, evidence.size()); ++i) {
    const std::string number = sources.cite(evidence[i]);
    if (numbers.empty() || numbers.back() != number) numbers.push_back(number);
  }
  return join(numbers, "");
}

/// Up to 2 headlines, then how many more there are.
void add_headlines(const std::vector<const Finding*>& list, Sources& sources, PaperPart& part) {
  for (std::size_t i = 0; i < std::min(most_findings, list.size()); ++i)
    part.items.push_back(
        {fmt::format("{}{}{}. {}.", list[i]->is_question() ? "To ask: " : "", list[i]->headline,
                     cited(list[i]->evidence, sources), weight_words(*list[i]))});
  if (list.size() > most_findings)
    part.items.push_back(
        {capitalise(count_of(list.size() - most_findings, "more finding or question stands",
                             "more findings and questions stand")) +
         " in the report of crosscut analyse."});
}

std::vector<const Finding*> first_of(std::vector<const Finding*> list) {
  if (list.size() > most_findings) list.resize(most_findings);
  return list;
}

/// Where all rows of the findings stand.
std::string in_full(const Report& report, const std::vector<const Finding*>& list) {
  std::vector<std::string> ids;
  for (const Finding* finding : list) ids.push_back(finding_id(*finding, report.graph));
  return ids.empty() ? ""
                     : "Every row of it, with links: crosscut explain MAP... " + join(ids, ", or ");
}

std::vector<EntityId> ends_of(const Graph& graph, const std::vector<Evidence>& evidence) {
  std::vector<EntityId> ends;
  for (const Evidence& row : evidence)
    if (row.relation) {
      ends.push_back(graph.relation(*row.relation).from);
      ends.push_back(graph.relation(*row.relation).to);
    }
  return ends;
}

PaperPart finding_issue(const Finding& finding, const Accepted* accepted) {
  PaperPart part{"issue", "Issue"};
  part.paragraphs.push_back(fmt::format("{}. {}", finding.headline, finding.why));
  std::string words = weight_words(finding);
  words += finding.is_question()
               ? ": the evidence is too weak to state it, so this is a question to ask."
               : ".";
  if (accepted != nullptr)
    words += fmt::format(" It is accepted{}: {}",
                         accepted->until.given() ? " until " + format_date(accepted->until) : "",
                         accepted->reason);
  part.paragraphs.push_back(words);
  return part;
}

PaperPart finding_background(const Report& report, const Finding& finding, Sources& sources) {
  PaperPart part{"background", "Background"};
  const std::vector<std::string> basis = basis_words(finding, report.graph);
  if (!basis.empty()) part.paragraphs.push_back(join(basis, " "));
  const std::size_t shown = std::min(brief::most_lines, finding.evidence.size());
  for (std::size_t i = 0; i < shown; ++i)
    part.items.push_back({brief::stated(report.graph, finding.evidence[i], sources)});
  if (shown < finding.evidence.size())
    part.items.push_back(
        {capitalise(count_of(finding.evidence.size() - shown, "more row is", "more rows are")) +
         " left out."});
  return part;
}

PaperPart finding_agreement(const Report& report, const Finding& finding,
                            const std::vector<Convening>& rooms, Sources& sources) {
  PaperPart part{"agree", "Who must agree"};
  part.items.push_back({fmt::format("To be asked: {}.", finding.ask)});
  std::vector<RelationId> consents;
  for (const Convening& room : rooms)
    consents.insert(consents.end(), room.consents.begin(), room.consents.end());
  keep_unique(consents);
  if (!rooms.empty())
    brief::add_consents(report.graph, consents, rooms.size() > 1 ? "them" : "it", sources, part);
  if (rooms.size() == 1) part.items.push_back({forum_words(report.graph, rooms.front())});
  return part;
}

PaperPart item_issue(const Report& report, const Convening& room,
                     const std::vector<const Finding*>& list, Sources& sources) {
  const Entity& entity = report.graph.entity(room.item);
  PaperPart part{"issue", "Issue"};
  std::string words = item_words(report.graph, room);
  if (!entity.measure.empty()) words += fmt::format(" It is measured by: {}.", entity.measure);
  if (!entity.status.empty()) {
    std::string status = entity.status;
    std::replace(status.begin(), status.end(), '-', ' ');
    words += fmt::format(" The map gives its status as {}.", status);
  }
  if (list.empty()) words += " We found nothing about it that calls for attention.";
  part.paragraphs.push_back(words);
  add_headlines(list, sources, part);
  return part;
}

/// Who has a part in it, and why.
PaperPart item_background(const Report& report, const Convening& room, Sources& sources) {
  const Graph& graph = report.graph;
  PaperPart part{"background", "Background"};
  const std::size_t shown = std::min(brief::most_lines, room.needed.size());
  for (std::size_t i = 0; i < shown; ++i) {
    const Attendee& attendee = room.needed[i];
    std::string words = fmt::format("{}: {}", capitalise(full_name(graph, attendee.who)),
                                    brief::lower_first(why_words(graph, attendee, most_reasons)));
    std::vector<Evidence> rows;
    for (const Reason& reason : attendee.reasons)
      if (reason.relation && reason.part <= Part::leads_part)
        rows.push_back({*reason.relation, {}});
    words += cited(rows, sources);
    part.items.push_back({words + "."});
  }
  const std::size_t more = room.needed.size() - shown + room.others.size();
  if (!part.items.empty())
    part.items.push_back(
        {fmt::format("{}very row: crosscut convene MAP... {}.",
                     more > 0 ? capitalise(count_of(more, "other", "others")) + ", and e" : "E",
                     graph.entity(room.item).id)});
  if (part.items.empty())
    part.paragraphs.emplace_back("We found nobody in these maps who has a part in it.");
  return part;
}

std::vector<EntityId> dated_about(const Graph& graph, const Convening& room) {
  std::vector<EntityId> things = aims_of(graph, room.item);
  things.push_back(room.item);
  for (const Attendee& attendee : room.needed)
    for (const Reason& reason : attendee.reasons)
      if (reason.thing && reason.part <= Part::leads_part) things.push_back(*reason.thing);
  return things;
}

/// What others approve, clear or regulate of it.
std::vector<RelationId> consents_from_others(const Graph& graph, const std::vector<EntityId>& items,
                                             const std::function<bool(EntityId)>& is_ours) {
  std::vector<RelationId> consents;
  for (const EntityId item : items)
    for (const RelationId r : graph.in(item))
      if (const Verb verb = graph.relation(r).verb;
          (verb == Verb::approves || verb == Verb::clears || verb == Verb::regulates) &&
          !is_ours(graph.relation(r).from))
        consents.push_back(r);
  return consents;
}

/// The first 2 lines of each part, with at most 2 names each.
void add_profile_lines(const Profile& profile, Sources& sources, PaperPart& part) {
  constexpr std::size_t most_named = 2;
  for (const ProfilePart& of : profile.parts)
    for (std::size_t i = 0; i < std::min<std::size_t>(2, of.lines.size()); ++i) {
      const ProfileLine& line = of.lines[i];
      if (part.items.size() == brief::most_lines) return;
      std::vector<std::string> names = line.names;
      names.insert(names.end(), line.others, "");
      std::string words = line.text;
      if (!names.empty()) {
        const std::size_t shown = std::min(most_named, line.names.size());
        words +=
            " " + join({line.names.begin(), line.names.begin() + static_cast<long>(shown)}, "; ");
        if (shown < names.size())
          words += fmt::format("; and {}", count_of(names.size() - shown, "other", "others"));
      }
      while (words.ends_with('.')) words.pop_back();
      part.items.push_back({words + sources.cite_rows(shorten(line.rows, 120)) + "."});
    }
}

}  // namespace

Paper finding_brief(const Report& report, const Finding& finding, const Accepted* accepted,
                    const std::vector<Convening>& rooms) {
  const Graph& graph = report.graph;
  Paper paper =
      brief::start(report, fmt::format("{}: {}", capitalise(finding.card->singular),
                                       join_some(full_names(graph, finding.subjects), 3)));
  Sources sources(graph);
  std::vector<EntityId> things = ends_of(graph, finding.evidence);
  things.insert(things.end(), finding.subjects.begin(), finding.subjects.end());
  std::erase_if(things, [&](EntityId id) { return !is_live_item(graph, id); });
  const std::vector<const Finding*> one = {&finding};
  paper.parts.push_back(finding_issue(finding, accepted));
  paper.parts.push_back(brief::recommendation(one));
  paper.parts.push_back(brief::timing(graph, things));
  paper.parts.back().paragraphs.back() +=
      fmt::format(" Latest evidence: {}.", latest_evidence_words(finding, graph));
  paper.parts.push_back(finding_background(report, finding, sources));
  paper.parts.push_back(brief::options(one));
  paper.parts.push_back(finding_agreement(report, finding, rooms, sources));
  paper.parts.push_back(sources.part(in_full(report, one)));
  return paper;
}

Paper item_brief(const Report& report, const Convening& room) {
  const Graph& graph = report.graph;
  Paper paper = brief::start(report, capitalise(full_name(graph, room.item)));
  Sources sources(graph);
  const auto list = findings_on(report, [&](EntityId id) { return id == room.item; });
  paper.parts.push_back(item_issue(report, room, list, sources));
  paper.parts.push_back(brief::recommendation(first_of(list)));
  paper.parts.push_back(brief::timing(graph, dated_about(graph, room)));
  paper.parts.push_back(item_background(report, room, sources));
  paper.parts.push_back(brief::options(first_of(list)));
  PaperPart agree{"agree", "Who must agree"};
  brief::add_consents(graph, room.consents, "it", sources, agree);
  agree.items.push_back({forum_words(graph, room)});
  paper.parts.push_back(std::move(agree));
  paper.parts.push_back(sources.part(in_full(report, first_of(list))));
  return paper;
}

Paper department_brief(const Report& report, EntityId department) {
  const Graph& graph = report.graph;
  const auto is_ours = [&](EntityId id) {
    const auto homes = graph.departments(id);
    return std::binary_search(homes.begin(), homes.end(), department);
  };
  const auto list = findings_on(report, is_ours);
  Paper paper = brief::start(report, capitalise(full_name(graph, department)));
  Sources sources(graph);
  PaperPart issue{"issue", "Issue"};
  issue.paragraphs.push_back(
      list.empty() ? "We found nothing that calls for attention in what it answers for."
                   : capitalise(count_of(list.size(), "finding or question is",
                                         "findings and questions are")) +
                         " about what it answers for. Findings come first, then questions:");
  add_headlines(list, sources, issue);
  std::vector<EntityId> led;
  for (const EntityId id : live_items(graph))
    if (is_ours(id)) led.push_back(id);
  PaperPart background{"background", "Background"};
  for (const Profile& profile : department_profiles(report).profiles)
    if (profile.id == department) add_profile_lines(profile, sources, background);
  if (background.items.empty())
    background.paragraphs.emplace_back("We found nothing in these maps that it leads or needs.");
  PaperPart agree{"agree", "Who must agree"};
  brief::add_consents(graph, consents_from_others(graph, led, is_ours), "its work", sources, agree);
  paper.parts = {std::move(issue),
                 brief::recommendation(first_of(list)),
                 brief::timing(graph, led),
                 std::move(background),
                 brief::options(first_of(list)),
                 std::move(agree),
                 sources.part(in_full(report, first_of(list)))};
  return paper;
}

void add_brief_figure(Paper& paper, ReportFigure figure) {
  PaperPart part{"picture", "Picture"};
  part.figure = std::move(figure);
  paper.parts.push_back(std::move(part));
}

}  // namespace crosscut
