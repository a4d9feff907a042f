#include "crosscut/edit/finder.h"

#include <fmt/format.h>

#include "crosscut/base/text.h"
#include "crosscut/model/codes.h"

namespace crosscut {

bool Finder::refuse(const Place& place, std::string message, std::string hint,
                    std::string_view code) {
  diagnostics_.push_back(diagnose(code, place, std::move(message), std::move(hint)));
  return false;
}

std::optional<std::string> Finder::find(const Reference& reference) {
  if (const auto found = graph_.find(reference.text)) {
    if (!there(reference, *found)) return std::nullopt;
    return graph_.entity(*found).id;
  }
  std::vector<std::string_view> known;
  for (const Entity& entity : graph_.entities()) {
    known.push_back(entity.id);
    known.push_back(entity.name);
  }
  const auto close = nearest(reference.text, known);
  refuse(reference.place, "unknown entity \"" + shorten(reference.text, 60) + "\"",
         close ? "did you mean \"" + *close + "\"?"
               : "give an id, a name or an alias; a sentence above may create it",
         "unknown-id");
  return std::nullopt;
}

std::optional<SentenceIds> Finder::find_all(const std::vector<Reference>& references) {
  SentenceIds ids;
  for (const Reference& reference : references)
    if (const auto id = find(reference)) ids.push_back(*id);
  if (ids.size() < references.size()) return std::nullopt;
  return ids;
}

/// Refused only where no reading of the dates has it there. What ends on the day of the sentence
/// is there: the sentence may be what ends it.
bool Finder::there(const Reference& reference, EntityId id) {
  const Period& period = graph_.entity(id).period;
  const std::string name = shorten(reference.text, 60);
  if (!on_.given()) return true;
  if (period.possible_start() > on_.latest())
    return refuse(reference.place,
                  fmt::format("\"{}\" is not there yet on {}: it begins in the map on {}", name,
                              write_date(on_), write_date(period.start)),
                  "give " + write_date(period.start) + " or a later date");
  if (period.possible_end() < on_.earliest())
    return refuse(reference.place,
                  fmt::format("\"{}\" is no longer there on {}: it ended in the map on {}", name,
                              write_date(on_), write_date(period.end)),
                  "give " + write_date(period.end) + " or an earlier date" + successors(id));
  return true;
}

/// ", or name "dbt", which succeeded it"; empty when the map does not say.
std::string Finder::successors(EntityId id) const {
  std::vector<std::string> names;
  for (const RelationId r : graph_.in_ever(id))
    if (graph_.relation(r).verb == Verb::succeeds)
      names.push_back("\"" + graph_.entity(graph_.relation(r).from).id + "\"");
  return names.empty() ? "" : ", or name " + join_words(names, "or") + ", which succeeded it";
}

bool Finder::is_organisation(const Reference& reference, const std::string& id, std::string hint) {
  if (!is_led(kind(id))) return true;
  return refuse(reference.place,
                fmt::format("\"{}\" is a {}, not an organisation", shorten(reference.text, 60),
                            info(kind(id)).singular),
                std::move(hint));
}

bool Finder::is_kind(const Reference& reference, const std::string& id, Kind wanted,
                     std::string hint) {
  if (kind(id) == wanted) return true;
  return refuse(reference.place,
                fmt::format("\"{}\" is a {}, not a {}", shorten(reference.text, 60),
                            info(kind(id)).singular, info(wanted).singular),
                std::move(hint));
}

}  // namespace crosscut
