// What the report says of one department or one mission, as plain text: what it leads, what it
// waits for, who waits for it, where it sits, and what we found. The web page and the Markdown
// report set the same words.
//
//   department_profiles(report).front().parts[0].lines[0].text   -> "It leads 2 policies:"
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "crosscut/model/report.h"
#include "crosscut/write/figure.h"

namespace crosscut {

/// The table that holds what a line leaves out.
enum class FullTable { ownership, relations };

struct ProfileLine {
  std::string text;                // a sentence, or "It leads 3 policies:" before the names
  std::vector<std::string> names;  // at most 12
  std::size_t others = 0;          // names left out; they stand in the table
  FullTable table = FullTable::relations;
  std::string rows;  // "uk-missions/relations.csv:12, 15": where it is written; may be empty
};

struct ProfilePart {
  std::string_view name;  // "Waits for"
  std::vector<ProfileLine> lines;
};

struct Profile {
  EntityId id{};
  std::string heading;  // "Department for Transport (DfT)"
  std::vector<ProfilePart> parts;
  std::vector<const Finding*> findings;  // at most 12; pointers into the report
  std::vector<const Finding*> questions;
  std::size_t other_findings = 0;     // findings and questions left out; they stand in the table
  std::optional<std::size_t> figure;  // of a mission: its picture
};

struct Profiles {
  std::vector<Profile> profiles;  // by name
  std::string without;            // who has none, as nothing is recorded: a sentence, or empty
};

/// One for each open department.
Profiles department_profiles(const Report& report);
/// One for each open mission.
Profiles mission_profiles(const Report& report, const std::vector<ReportFigure>& figures);

inline constexpr std::string_view departments_note =
    "What the maps hold on each open department. Its work is what it leads, or what its bodies "
    "lead. The rows are those of the maps that say so.";
inline constexpr std::string_view missions_note =
    "What the maps hold on each open mission. Its work is its targets and what advances it or "
    "them. "
    "The rows are those of the maps that say so.";

/// "A; B and 4 others in ", before the name of the table; with a full stop when nothing is left
/// out.
std::string names_words(const ProfileLine& line);
/// "the ownership table"
std::string_view table_name(FullTable table);
/// "3 more findings and questions stand in ", before the name of the table.
std::string more_findings(std::size_t count);

}  // namespace crosscut
