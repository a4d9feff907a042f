// What the briefs share: numbered sources, and the parts that read alike. Only for brief_*.cc.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "crosscut/model/convening.h"
#include "crosscut/write/paper.h"

namespace crosscut::brief {

inline constexpr std::size_t most_lines = 5;  // of a list: a brief is about a page

/// Numbers the sources that a brief rests on, in the order in which they are first named.
class Sources {
 public:
  explicit Sources(const Graph& graph) : graph_(graph) {}
  /// " [3]": the first source of its strongest row.
  std::string cite(const Evidence& evidence);
  std::string cite(RelationId relation) { return cite(Evidence{relation, {}}); }
  /// " [3]": rows by their place, where a line rests on several.
  std::string cite_rows(const std::string& rows);
  /// A line for each, with every row of it that was cited. `more`: where all rows stand.
  PaperPart part(const std::string& more) const;

 private:
  struct Entry {
    std::optional<SourceId> source;
    std::string rows;  // instead of a source
    std::vector<std::string> locators, places;
  };
  const Graph& graph_;
  std::map<std::string, std::size_t> numbers_;
  std::vector<Entry> entries_;
};

/// A paper with its head and foot, and no parts yet.
Paper start(const Report& report, std::string title);

/// "The plan depends on the grid (our reading) [2]."
std::string stated(const Graph& graph, const Evidence& evidence, Sources& sources);

/// What is due, soonest first; says so when no date is on record.
PaperPart timing(const Graph& graph, std::vector<EntityId> things);

/// What the findings, at most 2, advise.
PaperPart recommendation(const std::vector<const Finding*>& findings);

/// On the first of them: do nothing, do what is advised, or look again.
PaperPart options(const std::vector<const Finding*>& findings);

/// Consents to `what`: "it".
void add_consents(const Graph& graph, const std::vector<RelationId>& consents,
                  std::string_view what, Sources& sources, PaperPart& part);

/// First letter in lower case, unless a word in capitals opens the text.
std::string lower_first(const std::string& text);

}  // namespace crosscut::brief
