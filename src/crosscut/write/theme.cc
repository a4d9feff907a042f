#include "crosscut/write/theme.h"

#include <array>

namespace crosscut::theme {
namespace {

constexpr std::string_view blue = "#12436D", blue_tint = "#E7EEF5";
constexpr std::string_view teal = "#0F6F68", teal_tint = "#DDF1EF";
constexpr std::string_view pink = "#801650", pink_tint = "#F3E4EC";
constexpr std::string_view dark = "#3D3D3D", grey = "#505A5F";

constexpr std::array<BoxStyle, kind_count> boxes = {{
    {"box", "filled", blue, blue, white, white, "", true},                     // department
    {"box", "filled,rounded", blue, blue_tint, text, second_text, "", false},  // body
    {"hexagon", "filled", pink, pink_tint, text, second_text, " margin=\"0.03,0.02\"",
     false},  // forum
    {"ellipse", "filled", pink, pink_tint, text, second_text, " margin=\"0.03,0.02\"",
     false},                                                                         // role
    {"tab", "filled", blue, blue_tint, text, second_text, "", false},                // council
    {"box", "filled", blue, blue_tint, text, second_text, " peripheries=2", false},  // devolved
    {"box", "filled,dashed", blue, white, text, second_text, "", false},             // partner
    {"box", "filled", teal, teal, white, white, " peripheries=2", true},             // mission
    {"octagon", "filled", teal, teal_tint, text, second_text, " margin=\"0.03,0.02\"",
     false},                                                                             // target
    {"note", "filled", dark, white, text, second_text, " margin=\"0.13,0.06\"", false},  // policy
    {"component", "filled", dark, white, text, second_text, "", false},  // programme
    {"cylinder", "filled", dark, white, text, second_text, " margin=\"0.10,0.12\"", false},  // fund
    {"box3d", "filled", pink, pink_tint, text, second_text, " margin=\"0.12,0.12\"",
     false},  // cycle
}};

constexpr std::array<LineStyle, line_role_count> lines = {{
    {blue, 2.2, "solid", "normal", "none", "Thick blue arrow: leads"},
    {"#12436D:#FFFFFF:#12436D", 1.2, "solid", "normal", "none", "Double blue arrow: co-leads"},
    {blue, 1.3, "solid", "vee", "none", "Thin blue arrow: delivers"},
    {grey, 1.0, "solid", "halfopen", "none", "Grey half arrow: contributes to"},
    {grey, 1.0, "dotted", "crow", "none", "Grey dotted line to 3 points: is consulted on"},
    {dark, 1.6, "solid", "normal", "diamond", "Dark arrow from a diamond: funds"},
    {pink, 1.4, "solid", "box", "none", "Pink line to a filled square: regulates"},
    {pink, 1.4, "solid", "obox", "none", "Pink line to an open square: must agree to"},
    {pink, 1.4, "dashed", "obox", "none", "Pink dashed line to an open square: clears"},
    {pink, 2.0, "solid", "dot", "none", "Thick pink line to a filled dot: chairs"},
    {pink, 1.0, "solid", "odot", "none", "Pink line to an open dot: sits on"},
    {grey, 1.3, "dashed", "none", "none", "Grey dashed line: coordinate with each other"},
    {text, 1.5, "dashed", "normal", "none", "Black dashed arrow: depends on"},
    {teal, 1.6, "solid", "empty", "none", "Green arrow with an open head: advances"},
    {teal, 1.3, "dotted", "empty", "none", "Green dotted arrow with an open head: reinforces"},
    {finding, 1.6, "dashed", "tee", "none", "Orange dashed line to a bar: constrains"},
    {finding, 2.2, "solid", "tee", "tee", "Orange line between bars: conflict with each other"},
    {teal, 1.0, "solid", "none", "none", "Plain green line: is part of"},
    {grey, 1.2, "dotted", "odiamond", "none", "Grey dotted line to a diamond: took over from"},
    {finding, 2.2, "solid", "normalnormal", "none",
     "Orange arrow with 2 heads: leads, beside another lead"},
    {blue, 2.2, "solid", "normal", "none", "Thick blue arrow: answers for"},
    {text, 1.5, "dashed", "normal", "none", "Black dashed arrow: is needed by"},
    {teal, 1.6, "solid", "empty", "none", "Green arrow with an open head: bears on"},
    {blue, 0.8, "solid", "none", "none",  // width for each link
     "Solid line and number: links between 2 departments; the wider, the more"},
    {grey, 0.8, "solid", "none", "none", "Grey line and number: one or 2 links"},
    {finding, 2.2, "dashed", "none", "none",
     "Orange dashed line with ▲: what one needs from the other, and we found no board where both "
     "sit"},
    {finding, 1.6, "dotted", "none", "none",
     "Orange dotted line with ▲: a possible need without a board"},
    {finding, 2.2, "dashed", "none", "none",
     "Orange dashed line: needs the other, and we found no board where both sit"},
    {finding, 1.6, "dotted", "none", "none",
     "Orange dotted line: may need the other, and we found no board where both sit"},
    {blue, 2.4, "solid", "normal", "none", "Thick arrow: became"},
    {dark, 1.2, "solid", "normal", "none", "Thin arrow, filled head: all of it went into"},
    {dark, 1.2, "solid", "empty", "none", "Open head: was split, and a part went to"},
    {dark, 1.2, "solid", "empty", "dot", "Open head from a dot: gave up a part, and went on"},
}};

}  // namespace

const BoxStyle& box_style(const Box& box) {
  static constexpr BoxStyle several = {"box", "filled",    grey, group_tint,
                                       text,  second_text, "",   false};
  return box.mixed ? several : boxes[std::size_t(box.kind)];
}
const LineStyle& line_style(LineRole role) { return lines[std::size_t(role)]; }

BarStyle bar_style(Kind kind, bool open) {
  const std::string_view line = boxes[std::size_t(kind)].line;
  if (open) return {line, line, white};
  return {line,
          line == blue   ? blue_tint
          : line == pink ? pink_tint
          : line == teal ? teal_tint
                         : white,
          text};
}

const CellStyle& cell_style(std::size_t count) {
  static constexpr std::array<CellStyle, 5> cells = {{{white, text},
                                                      {"#CFE3F5", text},
                                                      {"#6BACE6", text},
                                                      {"#2073BC", white},
                                                      {"#12436D", white}}};
  return cells[cell_shade(count)];
}

std::size_t cell_shade(std::size_t count) { return count < 3 ? count : count < 5 ? 3 : 4; }

std::string_view line_name(LineRole role) {
  constexpr std::array<std::string_view, line_role_count - verb_count> names = {
      "rival-leads", "answers-for", "needed-by",    "bears-on", "links",
      "links",       "gap",         "possible-gap", "no-table", "possible-no-table",
      "became",      "merged-into", "split-into",   "gave-part"};
  const auto index = std::size_t(role);
  return index < verb_count ? info(Verb(index)).word : names[index - verb_count];
}

}  // namespace crosscut::theme
