#include "crosscut/model/names.h"

#include <algorithm>
#include <array>

#include "crosscut/base/text.h"

namespace crosscut {
namespace {

bool is_short_word(std::string_view text) {
  return !text.empty() && text.size() <= 6 && text.find(' ') == std::string_view::npos;
}

bool has_capital(std::string_view text) {
  return std::any_of(text.begin(), text.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

/// The last word of the name's head, without a year: "Land Use Framework for England" ends its head
/// in "Framework", "Spending Review 2025" in "Review".
std::string_view head_word(std::string_view name) {
  for (const std::string_view tail : {" for ", " of ", ", ", " ("})
    name = name.substr(0, std::min(name.find(tail), name.size()));
  const auto words = split_list(name, ' ');
  if (words.empty()) return {};
  const std::string_view last = words.back();
  const bool year =
      last.size() == 4 && last.find_first_not_of("0123456789") == std::string_view::npos;
  return year && words.size() > 1 ? words[words.size() - 2] : last;
}

/// Whether English puts "the" before the name: "the Home Office", but "HM Treasury".
bool takes_article(std::string_view name, Kind kind) {
  constexpr std::array<std::string_view, 3> department_words = {"Department", "Ministry", "Office"};
  constexpr std::array<std::string_view, 37> nouns = {
      "Act",       "Agency",    "Agreement", "Authority",  "Bank",      "Bill",      "Board",
      "Budget",    "Code",      "Command",   "Commission", "Committee", "Corridor",  "Council",
      "Executive", "Framework", "Fund",      "Group",      "Guarantee", "Inquiry",   "Inspectorate",
      "Levy",      "Network",   "Office",    "Operator",   "Plan",      "Programme", "Regulator",
      "Review",    "Scheme",    "Service",   "Standard",   "Statement", "Strategy",  "Taskforce",
      "Team",      "Unit"};
  if (name.starts_with("HM ") || name.starts_with("The ") || name.starts_with("the ") ||
      name.find(':') != std::string_view::npos)
    return false;
  if (kind == Kind::department)
    return std::any_of(
        department_words.begin(), department_words.end(),
        [&](std::string_view word) { return name.find(word) != std::string_view::npos; });
  if (kind == Kind::role) return !head_word(name).ends_with('s');
  return std::find(nouns.begin(), nouns.end(), capitalise(head_word(name))) != nouns.end();
}

}  // namespace

std::string plain_name(const Graph& graph, EntityId id) {
  std::string name = graph.entity(id).name;
  const std::size_t open = name.rfind(" (");
  if (open == std::string::npos || !name.ends_with(')')) return name;
  const std::string_view inside = std::string_view(name).substr(open + 2, name.size() - open - 3);
  const bool initials =
      inside.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-&") == std::string_view::npos;
  return initials ? name.substr(0, open) : name;
}

std::string full_name(const Graph& graph, EntityId id) {
  const std::string name = plain_name(graph, id);
  const Kind kind = graph.entity(id).kind;
  if (kind == Kind::mission || kind == Kind::target) return "‘" + name + "’";
  return takes_article(name, kind) ? "the " + name : name;
}

std::string initials(const Graph& graph, EntityId id) {
  const Entity& entity = graph.entity(id);
  if (entity.kind != Kind::department) return plain_name(graph, id);
  const auto is_code = [](const Text& alias) { return is_short_word(alias) && has_capital(alias); };
  const auto letters = [](std::string_view text) {
    std::string kept = to_lower(text);
    std::erase_if(kept, [](char c) { return (c < 'a' || c > 'z') && (c < '0' || c > '9'); });
    return kept;
  };
  for (const Text& alias : entity.aliases)
    if (is_code(alias) && letters(alias) == letters(entity.id)) return alias;
  if (!is_short_word(entity.id)) {
    const auto code = std::find_if(entity.aliases.begin(), entity.aliases.end(), is_code);
    return code == entity.aliases.end() ? plain_name(graph, id) : code->str();
  }
  std::string capitals = entity.id;
  for (char& c : capitals)
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  return capitals;
}

std::string short_name(const Graph& graph, EntityId id) {
  std::string name = plain_name(graph, id);
  if (graph.entity(id).kind != Kind::department) return name;
  constexpr std::array<std::string_view, 8> openings = {"Department for the ",
                                                        "Department for ",
                                                        "Department of the ",
                                                        "Department of ",
                                                        "Ministry of ",
                                                        "Ministry for ",
                                                        "The ",
                                                        "the "};
  for (const std::string_view opening : openings)
    if (name.starts_with(opening)) return name.substr(opening.size());
  return name;
}

std::string as_at_words(const Graph& graph) {
  return graph.as_at().given() ? format_date(graph.as_at()) : "a date that the map does not give";
}

std::string map_titles(const Graph& graph) {
  std::vector<std::string> titles;
  for (const MapInfo& map : graph.maps()) titles.push_back(map.title);
  return join_words(titles);
}

std::vector<std::string> full_names(const Graph& graph, const std::vector<EntityId>& ids) {
  std::vector<std::string> names;
  for (const EntityId id : ids) names.push_back(full_name(graph, id));
  return names;
}

std::vector<EntityId> sorted_by_name(const Graph& graph, std::vector<EntityId> ids) {
  std::sort(ids.begin(), ids.end(), [&](EntityId a, EntityId b) {
    const Entity &x = graph.entity(a), &y = graph.entity(b);
    return x.name == y.name ? a < b : natural_less(x.name, y.name);
  });
  return ids;
}

std::vector<EntityId> open_of_kind(const Graph& graph, Kind kind) {
  std::vector<EntityId> ids;
  for (std::size_t i = 0; i < graph.entity_count(); ++i)
    if (const EntityId id{static_cast<std::uint32_t>(i)};
        graph.entity(id).kind == kind && graph.open(id) && !graph.is_whole_government(id))
      ids.push_back(id);
  return sorted_by_name(graph, std::move(ids));
}

bool is_plural(const Graph& graph, EntityId id) {
  const Kind kind = graph.entity(id).kind;
  if (kind == Kind::department || kind == Kind::mission || kind == Kind::target) return false;
  if (kind == Kind::role && !graph.entity(id).catch_all) return false;  // one office
  const std::string name = plain_name(graph, id);
  if (name.starts_with("HM ")) return false;
  const std::size_t space = name.rfind(' ');
  const char first = name[space == std::string::npos ? 0 : space + 1];
  if (is_organisation(kind) && first >= 'A' && first <= 'Z') return false;  // "National Highways"
  return name.ends_with('s') && !name.ends_with("ss") && !name.ends_with("us") &&
         !name.ends_with("is");
}

std::string relation_sentence(const Graph& graph, RelationId id) {
  const Relation& relation = graph.relation(id);
  std::string verb(info(relation.verb).sentence);
  if (is_plural(graph, relation.from)) {
    // The first word is "is" or a verb in the third person: "contributes to" -> "contribute to".
    const std::size_t end = std::min(verb.find(' '), verb.size());
    verb = verb.starts_with("is ") ? "are" + verb.substr(2)
                                   : verb.substr(0, end - 1) + verb.substr(end);
  }
  return full_name(graph, relation.from) + " " + verb + " " + full_name(graph, relation.to);
}

}  // namespace crosscut
