// Department by department and mission by mission.
#include <fmt/format.h>

#include "crosscut/write/html_parts.h"
#include "crosscut/write/profile_words.h"

namespace crosscut::html {
namespace {

std::string profile_id(const Graph& graph, const Profile& profile) {
  return "profile-" + id_of(graph.entity(profile.id).id);
}

std::string line_html(const ProfileLine& line) {
  std::string text = "<p>" + escape(names_words(line));
  if (line.others > 0)
    text += fmt::format("<a href=\"#table-{}\">{}</a>.",
                        line.table == FullTable::ownership ? "ownership" : "relations",
                        table_name(line.table));
  if (!line.rows.empty())
    text += fmt::format(" <span class=\"cite\">Rows: {}</span>", breakable(line.rows));
  return text + "</p>\n";
}

std::string part_html(std::string_view name, std::string_view body) {
  return fmt::format("<div><dt>{}</dt><dd>\n{}</dd></div>\n", name, body);
}

/// Links to the articles, or to the table where a finding has none.
std::string findings_html(const Page& page, const std::vector<const Finding*>& findings) {
  std::string text = "<ul>\n";
  for (const Finding* finding : findings) {
    const auto anchor = page.anchors.find(finding);
    text += fmt::format("<li>{} <a href=\"#{}\">{}</a></li>\n", severity_html(finding->severity),
                        anchor == page.anchors.end() ? "table-findings" : anchor->second,
                        escape(finding->headline));
  }
  return text + "</ul>\n";
}

std::string profile_html(const Page& page, const Profile& profile) {
  std::string body = "<dl>\n";
  for (const ProfilePart& part : profile.parts) {
    std::string lines;
    for (const ProfileLine& line : part.lines) lines += line_html(line);
    body += part_html(part.name, lines);
  }
  if (!profile.findings.empty())
    body += part_html("Findings", findings_html(page, profile.findings));
  if (!profile.questions.empty())
    body += part_html("Questions", findings_html(page, profile.questions));
  if (profile.other_findings > 0)
    body += part_html("More", fmt::format("<p>{}<a href=\"#table-findings\">the table of all "
                                          "findings</a>.</p>\n",
                                          more_findings(profile.other_findings)));
  if (profile.figure)
    body +=
        part_html("Diagram", fmt::format("<p>See <a href=\"#{}\">figure {}: {}</a>.</p>\n",
                                         page.figure_anchors[*profile.figure], *profile.figure + 1,
                                         escape(page.figures[*profile.figure].title)));
  return section(3, profile_id(page.graph, profile), profile.heading, body + "</dl>\n");
}

std::string profiles_section(const Page& page, std::string_view id, std::string_view heading,
                             std::string_view note, const Profiles& profiles) {
  if (profiles.profiles.empty() && profiles.without.empty()) return {};
  std::string body = paragraph(note);
  if (profiles.profiles.size() > 3) {
    body += "<ul class=\"jump\">\n";
    for (const Profile& profile : profiles.profiles)
      body += fmt::format("<li><a href=\"#{}\">{}</a></li>\n", profile_id(page.graph, profile),
                          escape(profile.heading));
    body += "</ul>\n";
  }
  for (const Profile& profile : profiles.profiles) body += profile_html(page, profile);
  if (!profiles.without.empty()) body += paragraph(profiles.without);
  return section(2, id, heading, body);
}

}  // namespace

std::string departments_section(const Page& page) {
  return profiles_section(page, "by-department", "Department by department", departments_note,
                          department_profiles(page.report));
}

std::string missions_section(const Page& page) {
  return profiles_section(page, "by-mission", "Mission by mission", missions_note,
                          mission_profiles(page.report, page.figures));
}

}  // namespace crosscut::html
