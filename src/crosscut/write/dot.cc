#include "crosscut/write/dot.h"

#include <fmt/format.h>

#include <algorithm>

#include "crosscut/base/text.h"
#include "crosscut/write/markup.h"
#include "crosscut/write/theme.h"

namespace crosscut {
namespace {

std::string quote(std::string_view text) {
  std::string quoted = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') quoted += '\\';
    quoted += c;
  }
  return quoted + "\"";
}

std::string font_of(std::string_view text, std::string_view size, std::string_view colour,
                    bool bold) {
  const std::string inner = bold ? fmt::format("<B>{}</B>", text) : std::string(text);
  return fmt::format(R"(<FONT POINT-SIZE="{}" COLOR="{}">{}</FONT>)", size, colour, inner);
}

/// Rows of text as an HTML table without borders, at least `width` points wide.
std::string text_table(const std::vector<std::string>& rows, std::size_t width = 0) {
  std::string table = fmt::format(
      R"(<TABLE BORDER="0" CELLBORDER="0" CELLPADDING="1" CELLSPACING="0" WIDTH="{}">)", width);
  for (const std::string& row : rows)
    table += fmt::format(R"(<TR><TD ALIGN="LEFT">{}</TD></TR>)", row);
  return table + "</TABLE>";
}

std::string box_label(const Box& box) {
  const theme::BoxStyle& style = theme::box_style(box);
  const bool flagged = !box.flag.empty();
  const std::string_view colour = flagged ? theme::text : style.text;
  const std::string_view second = flagged ? theme::second_text : style.second;
  std::vector<std::string> parts;
  for (const std::string& line : box.name)
    parts.push_back(font_of(escape_markup(line), "11", colour, style.bold));
  const bool pointed =
      style.shape == "octagon" || style.shape == "hexagon";  // room goes to corners
  for (const std::string& line : wrap_even(box.second, pointed ? 30 : 36))
    parts.push_back(font_of(escape_markup(line), "9", second, false));
  if (flagged)
    for (const std::string& line : wrap_even("▲ " + box.flag, 30))
      parts.push_back(font_of(escape_markup(line), "9", theme::finding, true));
  return join(parts, "<BR/>");
}

/// In a picture with columns, a box where many lines end is tall enough to keep them apart. Shapes
/// other than a box would lose their looks.
std::string height_for_lines(const Picture& picture, const Box& box) {
  const auto ends = std::count_if(picture.lines.begin(), picture.lines.end(),
                                  [&](const Line& line) { return line.to == box.id; });
  if (picture.columns.empty() || ends < 4 || theme::box_style(box).shape != "box") return {};
  return fmt::format(" height={:.1f}", std::min(0.3 * static_cast<double>(ends), 4.0));  // inches
}

std::string box_statement(const Picture& picture, const Box& box) {
  const theme::BoxStyle& style = theme::box_style(box);
  const bool flagged = !box.flag.empty();
  return fmt::format(
      "  {} [shape={} style={} color={} fillcolor={} penwidth={}{}{} id={} class={} label=<{}>];\n",
      quote(box.id), style.shape, quote(style.style), quote(flagged ? theme::finding : style.line),
      quote(flagged ? theme::finding_tint : style.fill),
      flagged                   ? 3.0
      : box.id == picture.focus ? 2.4
                                : 1.2,
      style.extra, height_for_lines(picture, box), quote(picture.id + "-n-" + box.id),
      quote(std::string(info(box.kind).word) + (flagged ? " finding" : "")), box_label(box));
}

/// Width of one link, in points: 0.8, or less where the widest line would be over 5.
double width_of_link(const Picture& picture) {
  std::size_t most = 1;
  for (const Line& line : picture.lines) most = std::max(most, line.count);
  return std::min(theme::line_style(LineRole::links).width, 5.0 / static_cast<double>(most));
}

/// Where the arrow heads stand. A line between columns is written from left to right, whichever
/// way it points, or Graphviz would move its boxes.
std::string heads(const theme::LineStyle& style, bool turned) {
  const bool head = style.head != "none";
  const bool tail = style.tail != "none";
  if (!head && !tail) return "arrowhead=none dir=none";
  const std::string_view at_end = turned ? style.tail : style.head;
  const std::string_view at_start = turned ? style.head : style.tail;
  const std::string_view dir = head && tail ? "both" : head != turned ? "forward" : "back";
  return fmt::format("arrowhead={} arrowtail={} dir={}", at_end, at_start, dir);
}

int column_of(const Picture& picture, std::string_view id) {
  const auto found = std::find_if(picture.boxes.begin(), picture.boxes.end(),
                                  [&](const Box& box) { return box.id == id; });
  return found == picture.boxes.end() ? -1 : found->column;
}

std::string line_statement(const Picture& picture, const Line& line) {
  const theme::LineStyle& style = theme::line_style(line.role);
  const bool by_count = line.role == LineRole::links || line.role == LineRole::few_links;
  const double width = by_count
                           ? std::max(0.8, width_of_link(picture) * static_cast<double>(line.count))
                           : style.width;
  const bool gap = line.role == LineRole::gap || line.role == LineRole::possible_gap;
  const bool turned = column_of(picture, line.from) > column_of(picture, line.to);
  std::string number;
  if (line.count > 0)
    number = fmt::format(
        R"( xlabel=<<TABLE BORDER="0" CELLBORDER="0" CELLPADDING="1" CELLSPACING="0" BGCOLOR="#FFFFFF"><TR><TD>{}</TD></TR></TABLE>>)",
        font_of((gap ? "▲&#160;" : "") + std::to_string(line.count), "9",
                gap ? theme::finding : theme::text, true));
  return fmt::format(
      "  {} -> {} [color={} penwidth={:.1f} style={} {} weight={}{} id={} class={}];\n",
      quote(turned ? line.to : line.from), quote(turned ? line.from : line.to), quote(style.color),
      width, line.unsure ? "dotted" : style.style, heads(style, turned),
      std::clamp<std::size_t>(line.count, 1, 10), number, quote(picture.id + "-" + line.id),
      quote(gap ? "line finding" : "line"));
}

/// Boxes of one column on one rank, headed, columns tied in order by invisible lines.
std::string column_statements(const Picture& picture) {
  std::string text;
  for (std::size_t column = 0; column < picture.columns.size(); ++column) {
    text += fmt::format(
        "  \"h-{0}\" [shape=plaintext margin=0 height=0.3 id={1} class=\"heading\" label=<{2}>];\n",
        column, quote(fmt::format("{}-h-{}", picture.id, column)),
        font_of(escape_markup(picture.columns[column]), "11", theme::text, true));
    text += fmt::format("  {{ rank=same; \"h-{}\";", column);
    for (const Box& box : picture.boxes)
      if (box.column == static_cast<int>(column)) text += " " + quote(box.id) + ";";
    text += " }\n";
    for (const Box& box :
         picture.boxes)  // within a rank from left to right, the head stands above the tail
      if (box.column == static_cast<int>(column))
        text += fmt::format("  {} -> \"h-{}\" [style=invis];\n", quote(box.id), column);
    if (column > 0)
      text += fmt::format("  \"h-{}\" -> \"h-{}\" [style=invis weight=100];\n", column - 1, column);
  }
  return text;
}

/// Lines of the foot: key, notes and source.
std::vector<std::pair<std::string, std::string_view>> foot_lines(const Picture& picture) {
  constexpr std::size_t width = 130;
  std::vector<std::pair<std::string, std::string_view>> lines;
  const auto add = [&](const std::string& words, std::string_view colour) {
    for (std::string& line : wrap_full(words, width)) lines.emplace_back(std::move(line), colour);
  };
  add(join(picture.key, " "), theme::text);
  add(join(picture.notes, " "), theme::text);
  add(picture.source, theme::second_text);
  return lines;
}

/// Title and subtitle, as wide as the foot: so both begin at the left edge of the page.
std::string page_label(const Picture& picture) {
  constexpr double width_of_9pt = 4.4;  // of a letter, on average and a little more
  std::size_t longest = 0;
  for (const auto& [line, colour] : foot_lines(picture))
    longest = std::max(longest, count_characters(line));
  std::vector<std::string> rows;
  for (const std::string& line : wrap_even(picture.title, 76))
    rows.push_back(font_of(escape_markup(line), "16", theme::text, true));
  for (const std::string& line : wrap_full(picture.subtitle, 120))
    rows.push_back(font_of(escape_markup(line), "11", theme::second_text, false));
  return text_table(rows, static_cast<std::size_t>(width_of_9pt * static_cast<double>(longest)));
}

/// The foot of the page, or without a title the marking alone, or nothing.
std::string foot_label(const Picture& picture, bool title) {
  if (!title)
    return picture.marking.empty()
               ? ""
               : font_of(escape_markup(picture.marking), "9", theme::text, true);
  std::vector<std::string> rows = {"&#160;"};
  for (const auto& [line, colour] : foot_lines(picture))
    rows.push_back(font_of(escape_markup(line), "9", colour, false));
  return text_table(rows);
}

}  // namespace

std::string frame_dot(const Picture& picture, const std::string& statements,
                      const DotOptions& options) {
  const bool columns = !picture.columns.empty();
  const std::string foot = foot_label(picture, options.title);
  std::string text = fmt::format(
      "digraph {} {{\n  graph [fontname=\"{}\" fontcolor=\"{}\" charset=\"UTF-8\" "
      "bgcolor=\"#FFFFFF\" pad=0.15 outputorder=edgesfirst\n"
      "         rankdir={} splines=true nodesep={} ranksep={} forcelabels=true id={}{}];\n",
      quote(picture.id), theme::font, theme::text,
      columns || picture.layout != Layout::down ? "LR" : "TB", columns ? "0.12" : "0.25",
      columns                           ? "0.5"
      : picture.layout == Layout::bands ? "2.6"
                                        : "0.3",
      quote(picture.id),
      foot.empty() ? "" : fmt::format(" labelloc=b labeljust=l label=<{}>", foot));
  text += fmt::format(
      "  node [fontname=\"{0}\" fontsize=11 fontcolor=\"{1}\" margin=\"0.10,0.06\" height=0.4];\n  "
      "edge [fontname=\"{0}\" fontsize=9 fontcolor=\"{1}\" arrowsize=0.8];\n",
      theme::font, theme::text);
  // The page is a cluster with or without a title, or Graphviz turns the columns upside down.
  text += fmt::format(
      "  subgraph cluster_page {{\n  graph [labelloc=t labeljust=l pencolor=\"#FFFFFF\" margin=4 "
      "id={}{}];\n",
      quote(picture.id + "-page"),
      options.title  ? fmt::format(" label=<{}>", page_label(picture))
      : foot.empty() ? ""
                     : " label=\"\"");  // or it would take the foot's
  return text + statements + "  }\n}\n";
}

std::string write_dot(const Picture& picture, const DotOptions& options) {
  std::string statements;
  for (const Box& box : picture.boxes) statements += box_statement(picture, box);
  statements += column_statements(picture);
  for (const Line& line : picture.lines) statements += line_statement(picture, line);
  return frame_dot(picture, statements, options);
}

}  // namespace crosscut
