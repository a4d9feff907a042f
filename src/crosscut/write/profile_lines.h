// How the lines of a profile are gathered: entries that say one kind of thing become a line for
// each band of confidence, and its verb follows the band. Only for *_profile.cc.
//
//   gather(graph, entries, [](Band band, auto&) { return hedge(band, "It leads", ...); }, ...)
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "crosscut/write/profile_words.h"

namespace crosscut {

/// One row that says something of a thing.
struct ProfileEntry {
  EntityId thing{};
  double confidence = 1;
  std::string detail;  // may be empty
  Place place;
};

/// What opens the line, for the things in it.
using Opening = std::function<std::string(Band, const std::vector<EntityId>&)>;
/// A thing with the details that its entries give.
using Naming = std::function<std::string(EntityId, const std::vector<std::string>&)>;

/// A line for each band that has entries, surest first; things by name, each once a line.
std::vector<ProfileLine> gather(const Graph& graph, const std::vector<ProfileEntry>& entries,
                                FullTable table, const Opening& opening, const Naming& naming);

/// The words for the band.
std::string_view hedge(Band band, std::string_view high, std::string_view medium,
                       std::string_view low);

/// "one mission and 3 policies"
std::string kind_counts(const Graph& graph, const std::vector<EntityId>& things);

/// " (MHCLG)", " (possibly MHCLG)" or " (no lead found)": who answers for it; empty for one who
/// answers for itself.
std::string whose(const Graph& graph, EntityId id);

/// Where the strongest row that states a relation stands.
Place place_of(const Graph& graph, RelationId relation);

/// Adds the part when it has lines.
void add_part(Profile& profile, std::string_view name, std::vector<ProfileLine> lines);

/// Needs and approvals, told from the side of those who wait or of those waited for.
struct NeedEntries {
  std::vector<ProfileEntry> needs, approvals;
};
/// "Its work depends on 2 others: ..."; the thing is what is waited for, the detail who waits.
std::vector<ProfileLine> waiting_lines(const Graph& graph, const NeedEntries& entries,
                                       std::string_view who);
/// "2 others depend on its work: ..."; the thing is who waits, the detail what for.
std::vector<ProfileLine> waited_for_lines(const Graph& graph, const NeedEntries& entries);

/// The findings and questions that `concerns` picks, the first 12 of them.
void add_findings(Profile& profile, const Report& report,
                  const std::function<bool(const Finding&)>& concerns);

}  // namespace crosscut
