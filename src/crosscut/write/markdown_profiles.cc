// Department by department and mission by mission.
#include <fmt/format.h>

#include "crosscut/write/markdown_parts.h"
#include "crosscut/write/profile_words.h"

namespace crosscut::markdown {
namespace {

Markdown line_words(const ProfileLine& line) {
  Markdown text = escape(names_words(line));
  if (line.others > 0)
    text += line.table == FullTable::ownership
                ? fmt::format(" [{}](#ownership).", table_name(line.table))
                : fmt::format(" {} of the HTML report.", table_name(line.table));
  if (!line.rows.empty()) text += " Rows: " + code(line.rows) + ".";
  return item(text, 1);
}

Markdown findings_words(std::string_view part, const std::vector<const Finding*>& findings) {
  if (findings.empty()) return {};
  Markdown text = item(fmt::format("{}:", part));
  for (const Finding* finding : findings)
    text +=
        item(escape(fmt::format("{}: {}", severity_mark(finding->severity), finding->headline)), 1);
  return text;
}

Markdown profile_words(const Profile& profile, const std::vector<ReportFigure>& figures) {
  Markdown text = heading(3, profile.heading);
  for (const ProfilePart& part : profile.parts) {
    text += item(fmt::format("{}:", part.name));
    for (const ProfileLine& line : part.lines) text += line_words(line);
  }
  text += findings_words("Findings", profile.findings);
  text += findings_words("Questions", profile.questions);
  if (profile.other_findings > 0)
    text +=
        item(more_findings(profile.other_findings) + "[the table of all findings](#all-findings).");
  if (profile.figure)
    text += item(escape(fmt::format("Diagram: see figure {}: {}.", *profile.figure + 1,
                                    figures[*profile.figure].title)));
  return text + "\n";
}

Markdown profiles_section(std::string_view head, std::string_view note, const Profiles& profiles,
                          const std::vector<ReportFigure>& figures) {
  if (profiles.profiles.empty() && profiles.without.empty()) return {};
  Markdown text = heading(2, head) + paragraph(note);
  for (const Profile& profile : profiles.profiles) text += profile_words(profile, figures);
  return text + (profiles.without.empty() ? "" : paragraph(profiles.without));
}

}  // namespace

Markdown departments_section(const Report& report) {
  return profiles_section("Department by department", departments_note, department_profiles(report),
                          {});
}

Markdown missions_section(const Report& report, const std::vector<ReportFigure>& figures) {
  return profiles_section("Mission by mission", missions_note, mission_profiles(report, figures),
                          figures);
}

}  // namespace crosscut::markdown
