#include "crosscut/write/picture_parts.h"

#include <map>
#include <set>

#include "crosscut/base/text.h"
#include "crosscut/model/homes.h"
#include "crosscut/model/items.h"
#include "crosscut/model/marking.h"
#include "crosscut/model/names.h"
#include "crosscut/write/theme.h"
#include "crosscut/write/words.h"

namespace crosscut {
namespace {

/// "Policy · Defra", "Body · DESNZ", "MHCLG".
std::string second_line(const Graph& graph, EntityId id) {
  const Entity& entity = graph.entity(id);
  const std::string kind = capitalise(info(entity.kind).singular);
  if (entity.kind == Kind::department) {
    const std::string letters = initials_beside_name(graph, id);
    return letters.empty() ? kind : letters;
  }
  const Home& home = graph.home(id);
  std::vector<std::string> owners;
  for (const EntityId owner : home.owners)
    if (owner != id) owners.push_back(initials(graph, owner));
  return home.presumed || owners.empty() ? kind : kind + " · " + join_some(owners, 2);
}

std::string ownership_words(const Graph& graph, EntityId id) {
  const Home& home = graph.home(id);
  const std::string owners = join_words(full_names(graph, home.owners));
  if (!is_item(graph.entity(id).kind)) return {};
  if (owners.empty()) return ", no lead recorded";
  return (home.presumed ? ", presumed lead " : ", led by ") + owners;
}

void leave_out_kinds(Picture& picture, const PictureRequest& request) {
  if (request.only == every_kind) return;
  const std::size_t left_out = std::erase_if(picture.boxes, [&](const Box& box) {
    return box.id != picture.focus && !contains(request.only, box.kind);
  });
  std::set<std::string_view> shown;
  for (const Box& box : picture.boxes) shown.insert(box.id);
  std::erase_if(picture.lines, [&](const Line& line) {
    return !shown.contains(line.from) || !shown.contains(line.to);
  });
  if (left_out > 0)
    picture.notes.push_back(
        "Kinds that were not asked for are not drawn: " + count_of(left_out, "box", "boxes") + ".");
}

/// Columns without a box are not headed.
void drop_empty_columns(Picture& picture) {
  for (int column = static_cast<int>(picture.columns.size()) - 1; column >= 0; --column) {
    if (std::any_of(picture.boxes.begin(), picture.boxes.end(),
                    [&](const Box& box) { return box.column == column; }))
      continue;
    picture.columns.erase(picture.columns.begin() + column);
    for (Box& box : picture.boxes)
      if (box.column > column) --box.column;
  }
}

void add_key(Picture& picture) {
  std::set<LineRole> roles;
  for (const Line& line : picture.lines) roles.insert(line.role);
  std::vector<std::string> key;
  for (const LineRole role : roles) key.push_back(std::string(theme::line_style(role).key) + ".");
  if (std::any_of(picture.boxes.begin(), picture.boxes.end(),
                  [](const Box& box) { return !box.flag.empty(); }))
    key.emplace_back("Orange box with ▲: a finding.");
  if (std::any_of(picture.lines.begin(), picture.lines.end(),
                  [](const Line& line) { return line.unsure; }))
    key.emplace_back("Dotted line: less than 65% sure.");
  picture.key.insert(picture.key.begin(), key.begin(), key.end());
}

}  // namespace

std::string sentence_with_doubt(const Graph& graph, RelationId id) {
  const Relation& relation = graph.relation(id);
  std::string sentence = capitalise(relation_sentence(graph, id));
  if (const auto capacity = capacity_phrase(relation.capacity); !capacity.empty())
    sentence += ", " + std::string(capacity);
  if (relation.confidence < recorded_confidence)
    sentence += " (" + std::string(reading_word(relation.confidence)) + ")";
  return sentence + ".";
}

std::string initials_beside_name(const Graph& graph, EntityId department) {
  const std::string letters = initials(graph, department);
  const bool said =
      letters == plain_name(graph, department) || letters == short_name(graph, department);
  return said ? std::string() : letters;
}

const Finding* finding_on(const Report& report, EntityId id) {
  const auto found =
      std::find_if(report.findings.begin(), report.findings.end(), [&](const Finding& finding) {
        const auto& subjects = finding.subjects;
        const bool about = finding.card->flags_all
                               ? std::find(subjects.begin(), subjects.end(), id) != subjects.end()
                               : subjects.front() == id;
        return about && !finding.is_question() && !finding.card->flag.empty();
      });
  return found == report.findings.end() ? nullptr : &*found;
}

Box entity_box(const Report& report, EntityId id, std::size_t width, int column) {
  const Graph& graph = report.graph;
  const Entity& entity = graph.entity(id);
  Box box;
  box.id = entity.id;
  box.kind = entity.kind;
  box.name = wrap_even(shorten(short_name(graph, id), 70), width);
  box.second = second_line(graph, id);
  if (is_delivered(graph, id))
    box.second += " · delivered";
  else if (entity.due.given())
    box.second += " · due " + format_date(entity.due);
  box.column = column;
  if (const Finding* finding = finding_on(report, id)) box.flag = finding->card->flag;
  box.sentence = capitalise(full_name(graph, id)) + ": " + std::string(info(entity.kind).singular) +
                 ownership_words(graph, id);
  if (!box.flag.empty()) box.sentence += " (" + box.flag + ")";
  box.sentence += ".";
  return box;
}

std::string count_kinds(const Graph& graph, const std::vector<EntityId>& members) {
  std::map<Kind, std::size_t> kinds;
  for (const EntityId id : members) ++kinds[graph.entity(id).kind];
  if (kinds.size() > 2) return std::to_string(members.size()) + " things";
  std::vector<std::string> parts;
  for (const auto& [kind, count] : kinds)
    parts.push_back(count_of(count, info(kind).singular, info(kind).plural));
  return join_words(parts);
}

Box group_box(const Graph& graph, std::string id, const std::vector<EntityId>& members,
              std::size_t width, int column) {
  Box box;
  box.id = std::move(id);
  box.kind = graph.entity(members.front()).kind;
  box.mixed = std::any_of(members.begin(), members.end(),
                          [&](EntityId member) { return graph.entity(member).kind != box.kind; });
  box.name = wrap_even(capitalise(count_kinds(graph, members)), width);
  const auto lines = wrap_full(short_name(graph, members.front()), 34);
  box.second = lines.front() + (lines.size() > 1 ? "…" : "") + " and " +
               (members.size() == 2 ? "one other" : std::to_string(members.size() - 1) + " others");
  box.column = column;
  box.sentence =
      capitalise(count_kinds(graph, members)) + ": " + join_words(full_names(graph, members)) + ".";
  return box;
}

void add_box(Picture& picture, Box box) {
  const bool there = std::any_of(picture.boxes.begin(), picture.boxes.end(),
                                 [&](const Box& other) { return other.id == box.id; });
  if (!there) picture.boxes.push_back(std::move(box));
}

void add_line(Picture& picture, const std::string& from, const std::string& to, LineRole role,
              std::string sentence, double confidence) {
  const bool unsure = confidence < recorded_confidence;
  const auto same = std::find_if(picture.lines.begin(), picture.lines.end(), [&](const Line& line) {
    return line.from == from && line.to == to && line.role == role;
  });
  if (same != picture.lines.end()) {
    same->unsure = same->unsure && unsure;
    if (same->sentence.find(sentence) == std::string::npos) same->sentence += " " + sentence;
    return;
  }
  const std::string id = "e-" + from + "--" + std::string(theme::line_name(role)) + "--" + to;
  picture.lines.push_back({id, from, to, role, 0, std::move(sentence), unsure});
}

void add_relation(Picture& picture, const Graph& graph, RelationId id, const std::string& from,
                  const std::string& to) {
  add_relation(picture, graph, id, from, to, role_of(graph.relation(id).verb));
}

void add_relation(Picture& picture, const Graph& graph, RelationId id, const std::string& from,
                  const std::string& to, LineRole role) {
  add_line(picture, from, to, role, sentence_with_doubt(graph, id), graph.relation(id).confidence);
}

void finish(Picture& picture, const Report& report, const PictureRequest& request) {
  leave_out_kinds(picture, request);
  drop_empty_columns(picture);
  std::sort(picture.boxes.begin(), picture.boxes.end(), [](const Box& a, const Box& b) {
    return std::pair(-a.column, a.id) < std::pair(-b.column, b.id);
  });
  std::sort(picture.lines.begin(), picture.lines.end(),
            [](const Line& a, const Line& b) {  // gaps last, so that nothing is drawn over them
              return std::pair(a.role >= LineRole::gap, a.id) <
                     std::pair(b.role >= LineRole::gap, b.id);
            });
  add_key(picture);
  if (report.lenses_left_out > 0) picture.notes.push_back(lenses_shown(report));
  picture.source = source_line(report);
  if (is_above_official(report.marking)) picture.marking = report.marking;
}

bool fits(const Picture& picture, const Budget& budget) {
  return picture.boxes.size() <= budget.boxes && picture.lines.size() <= budget.lines;
}

}  // namespace crosscut
