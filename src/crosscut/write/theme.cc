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
     false},                                                             // target
    {"note", "filled", dark, white, text, second_text, "", false},       // policy
    {"component", "filled", dark, white, text, second_text, "", false},  // programme
    {"cylinder", "filled", dark, white, text, second_text, " margin=\"0.10,0.12\"", false},  // fund
    {"box3d", "filled", pink, pink_tint, text, second_text, " margin=\"0.12,0.12\"",
     false},  // cycle
}};

constexpr std::array<LineStyle, 10> lines = {{
    {blue, 2.2, "solid", "normal", "none"},                       // leads
    {"#12436D:#FFFFFF:#12436D", 1.2, "solid", "normal", "none"},  // co-leads
    {teal, 1.6, "solid", "empty", "none"},                        // advances
    {teal, 1.0, "solid", "none", "none"},                         // part-of
    {text, 1.5, "dashed", "normal", "none"},                      // needs
    {pink, 1.4, "solid", "obox", "none"},                         // consents
    {blue, 0.8, "solid", "none", "none"},                         // links: width for each link
    {grey, 0.8, "solid", "none", "none"},                         // few links
    {finding, 2.2, "dashed", "none", "none"},                     // gap
    {finding, 1.6, "dotted", "none", "none"},                     // possible gap
}};

}  // namespace

const BoxStyle& box_style(Kind kind) { return boxes[std::size_t(kind)]; }
const LineStyle& line_style(LineRole role) { return lines[std::size_t(role)]; }

}  // namespace crosscut::theme
