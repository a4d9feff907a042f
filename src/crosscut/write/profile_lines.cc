#include "crosscut/write/profile_lines.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <map>

#include "crosscut/base/text.h"
#include "crosscut/base/unique.h"
#include "crosscut/model/homes.h"
#include "crosscut/model/names.h"
#include "crosscut/write/words.h"

namespace crosscut {
namespace {

constexpr std::size_t most_names = 12;

struct Gathered {
  std::vector<std::string> details;
  std::vector<Place> places;
};

/// "uk-missions/relations.csv:12, 15; uk-policies/relations.csv:9"
std::string rows_words(const Files& files, const std::vector<Place>& places) {
  std::map<std::uint32_t, std::vector<std::uint32_t>> lines;
  for (const Place& place : places)
    if (place.known()) lines[place.file].push_back(place.line);
  std::vector<std::string> parts;
  for (auto& [file, numbers] : lines) {
    keep_unique(numbers);
    parts.push_back(fmt::format("{}:{}", short_path(files[file]->path), fmt::join(numbers, ", ")));
  }
  return join(parts, "; ");
}

ProfileLine line_of(const Graph& graph, Band band, const std::map<EntityId, Gathered>& gathered,
                    FullTable table, const Opening& opening, const Naming& naming) {
  std::vector<EntityId> things;
  for (const auto& [thing, entry] : gathered) things.push_back(thing);
  things = sorted_by_name(graph, std::move(things));
  ProfileLine line;
  line.text = opening(band, things);
  line.table = table;
  const std::size_t shown = things.size() <= most_names + 1 ? things.size() : most_names;
  line.others = things.size() - shown;
  std::vector<Place> places;
  for (std::size_t i = 0; i < shown; ++i) {
    const Gathered& entry = gathered.at(things[i]);
    line.names.push_back(naming(things[i], entry.details));
    places.insert(places.end(), entry.places.begin(), entry.places.end());
  }
  line.rows = rows_words(graph.files(), places);
  return line;
}

}  // namespace

std::vector<ProfileLine> gather(const Graph& graph, const std::vector<ProfileEntry>& entries,
                                FullTable table, const Opening& opening, const Naming& naming) {
  std::map<Band, std::map<EntityId, Gathered>, std::greater<>> bands;
  for (const ProfileEntry& entry : entries) {
    Gathered& gathered = bands[band(entry.confidence)][entry.thing];
    auto& details = gathered.details;
    if (!entry.detail.empty() &&
        std::find(details.begin(), details.end(), entry.detail) == details.end())
      details.push_back(entry.detail);
    gathered.places.push_back(entry.place);
  }
  std::vector<ProfileLine> lines;
  for (const auto& [of, gathered] : bands)
    lines.push_back(line_of(graph, of, gathered, table, opening, naming));
  return lines;
}

std::string_view hedge(Band band, std::string_view high, std::string_view medium,
                       std::string_view low) {
  return band == Band::high ? high : band == Band::medium ? medium : low;
}

std::string kind_counts(const Graph& graph, const std::vector<EntityId>& things) {
  std::map<Kind, std::size_t> counts;
  for (const EntityId thing : things) ++counts[graph.entity(thing).kind];
  std::vector<std::string> parts;
  for (const auto& [kind, count] : counts)
    parts.push_back(count_words(count, info(kind).singular, info(kind).plural));
  return join_words(parts);
}

std::string whose(const Graph& graph, EntityId id) {
  const Kind kind = graph.entity(id).kind;
  std::vector<std::string> names;
  for (const EntityId owner : graph.home(id).owners)
    if (owner != id)
      names.push_back(
          std::string(hedge(band(belonging(graph, id, owner)), "", "probably ", "possibly ")) +
          initials(graph, owner));
  if (!names.empty()) return " (" + join_words(names) + ")";
  return is_item(kind) ? " (no lead found)" : "";
}

Place place_of(const Graph& graph, RelationId relation) {
  return graph.relation(relation).citations.front().place;
}

void add_part(Profile& profile, std::string_view name, std::vector<ProfileLine> lines) {
  if (!lines.empty()) profile.parts.push_back({name, std::move(lines)});
}

std::vector<ProfileLine> waiting_lines(const Graph& graph, const NeedEntries& entries,
                                       std::string_view who) {
  const auto lines_of = [&](const std::vector<ProfileEntry>& of, std::string_view high,
                            std::string_view medium, std::string_view low) {
    return gather(
        graph, of, FullTable::relations,
        [&](Band band, const std::vector<EntityId>& things) {
          return fmt::format("{} {} {}:", who, hedge(band, high, medium, low),
                             count_words(things.size(), "other", "others"));
        },
        [&](EntityId thing, const std::vector<std::string>& details) {
          return plain_name(graph, thing) + whose(graph, thing) + ", for " + join_some(details, 3);
        });
  };
  auto lines = lines_of(entries.needs, "depends on", "probably depends on", "may depend on");
  auto more = lines_of(entries.approvals, "needs the approval of", "probably needs the approval of",
                       "may need the approval of");
  std::move(more.begin(), more.end(), std::back_inserter(lines));
  return lines;
}

std::vector<ProfileLine> waited_for_lines(const Graph& graph, const NeedEntries& entries) {
  const auto lines_of = [&](const std::vector<ProfileEntry>& of, std::string_view one,
                            std::string_view many, std::string_view what, std::string_view before) {
    return gather(
        graph, of, FullTable::relations,
        [&](Band band, const std::vector<EntityId>& things) {
          const std::string_view verb = things.size() == 1 && band != Band::low ? one : many;
          return capitalise(
              fmt::format("{} {}{} {}:", count_words(things.size(), "other", "others"),
                          hedge(band, "", "probably ", "may "), verb, what));
        },
        [&](EntityId thing, const std::vector<std::string>& details) {
          return plain_name(graph, thing) + whose(graph, thing) + std::string(before) +
                 join_some(details, 3);
        });
  };
  auto lines = lines_of(entries.needs, "depends on", "depend on", "its work", ", on ");
  auto more = lines_of(entries.approvals, "needs", "need", "its approval", ", from ");
  std::move(more.begin(), more.end(), std::back_inserter(lines));
  return lines;
}

void add_findings(Profile& profile, const Report& report,
                  const std::function<bool(const Finding&)>& concerns) {
  for (const Finding& finding : report.findings) {
    if (!concerns(finding)) continue;
    auto& list = finding.is_question() ? profile.questions : profile.findings;
    if (profile.findings.size() + profile.questions.size() < most_names)
      list.push_back(&finding);
    else
      ++profile.other_findings;
  }
}

std::string names_words(const ProfileLine& line) {
  std::string text = line.text;
  if (!line.names.empty()) text += " " + join(line.names, "; ");
  if (line.others > 0)
    return text + fmt::format("; and {} in ", count_words(line.others, "other", "others"));
  return text.ends_with('.') ? text : text + ".";
}

std::string_view table_name(FullTable table) {
  return table == FullTable::ownership ? "the ownership table" : "the relations table";
}

std::string more_findings(std::size_t count) {
  return fmt::format(
      "{} {} in ",
      capitalise(count_words(count, "more finding or question", "more findings and questions")),
      count == 1 ? "stands" : "stand");
}

}  // namespace crosscut
