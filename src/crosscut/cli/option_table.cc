// The commands, options and views: a new one is a row here. docs/cli.md is made from these.
#include <array>

#include "crosscut/cli/options.h"

namespace crosscut {
namespace {

constexpr auto commands = std::to_array<CommandInfo>({
    {"whatif", "MAP... [FILE...]",
     "Say what a change to the machinery of government would do, on paper"},
    {"compare", "OLD NEW",
     "Say how 2 maps differ, or one map on 2 days: what is new, gone, moved, re-owned"},
    {"returns", "MAP...",
     "Write a workbook for each department with what the maps hold on it, to confirm, correct and "
     "add"},
    {"combine", "RETURN...",
     "Join many returns into one map, with a list of what they disagree on and what could not be "
     "read"},
    {"convert", "MAP...",
     "Write a map as a folder of CSV files, a workbook (.xlsx, .ods) or JSON; several as one. "
     "Plain "
     "tables: for a workbook to fill in, see new --xlsx"},
    {"convene", "MAP... ITEM",
     "Say who must be in the room to settle an item, why, and which forum seats them"},
    {"brief", "MAP... SUBJECT",
     "Write one page, in the order of a submission, on a finding, an item or a department"},
    {"new", "DIR|--xlsx FILE",
     "Write an empty map with worked rows and a guide: a folder, or a workbook to send out and "
     "fill "
     "in from lists"},
    {"check", "MAP...",
     "Read the maps and print everything that is wrong or doubtful, all at once"},
    {"analyse", "MAP...",
     "Find what needs attention, and write report, tables and figures into a folder"},
    {"draw", "MAP...", "Draw one picture"},
    {"measure", "MAP...",
     "Print the raw figures of the map, of each department and of each entity, for experts and for "
     "checking against other tools"},
    {"show", "MAP... ID", "Say what the maps hold on one entity, with its sources"},
    {"trace", "MAP... FROM TO",
     "Say why one thing depends on another: every shortest chain of needs"},
    {"explain", "[MAP...] [ID]",
     "Say what a lens looks for or a diagnostic code means; with maps, explain one finding in "
     "full. "
     "Alone, list them"},
});

/// The commands that read maps.
constexpr std::string_view reading =
    "check analyse draw measure show trace explain convene brief whatif compare convert combine "
    "returns new";

constexpr auto options = std::to_array<OptionInfo>({
    {"as-at", "", "DATE",
     "The day the answer is for: 2026, 2026-07 or 2026-07-31. Default: the maps' own date",
     "check analyse draw measure show trace explain convene brief whatif compare returns"},
    {"output", "o", "PATH",
     "Where to write: a folder for analyse (default crosscut-report), a file for draw, - for "
     "standard output. whatif: a "
     "folder for a report with its pictures, or a file when -f asks for one format",
     "analyse draw measure convene brief whatif compare convert combine returns"},
    {"format", "f", "LIST",
     "analyse: html, md, json, csv, svg, png, pdf, separated by commas (default "
     "html,md,json,csv,svg). "
     "draw: svg, png, pdf or dot (default svg). whatif: text, html, md, odt, json, svg, png, pdf "
     "or dot (default text; with -o FOLDER html,md,json,svg). compare, convene and brief: text, "
     "html, md, odt or json. convert and combine: csv, xlsx, ods or json (default: by the ending "
     "of -o). measure: csv or json (default csv). The others: text or json (default text)",
     "analyse draw measure show trace explain convene brief whatif compare convert combine"},
    {"graph", "", "GRAPH",
     "What is measured: working (who works with whom or what; the default), coordination (who "
     "meets whom) or need (what cannot succeed without what)",
     "measure"},
    {"view", "", "VIEW", "The picture: see below", "draw"},
    {"focus", "", "ID", "What the picture is about, by id, name or alias", "draw"},
    {"to", "", "ID", "For --view path: what the one in focus waits for", "draw"},
    {"depth", "", "N",
     "How many steps to go, 1 to 5. --view around: default 1. --view timeline: default all",
     "draw"},
    {"only", "", "KIND,...", "Draw only these kinds, such as department,forum", "draw"},
    {"lens", "", "LENS,...", "Show only what these lenses found", "analyse draw"},
    {"size", "", "SIZE", "The room: a4, a3, slide or screen. Default: a4", "draw"},
    {"dpi", "", "N", "Dots per inch of a PNG, 36 to 600. Default: 120", "draw whatif"},
    {"no-title", "", "", "Leave out title, key and source, to set them in your own document",
     "draw whatif"},
    {"since", "", "DATE", "Compare one map on this day with the same map on the day of --as-at",
     "compare"},
    {"change", "", "SENTENCE",
     "A change, such as \"move skills-england to dwp\". May be given several times; they are one "
     "change, carried out in order",
     "whatif"},
    {"xlsx", "", "FILE",
     "Write a workbook (.xlsx) instead of a folder: with drop-down lists, help and a guide, to "
     "send "
     "to those who know. It is a map as it stands",
     "new"},
    {"from", "", "MAP",
     "new: fill the workbook with the rows of this map, for others to correct and add to. combine: "
     "the map that the returns answer. May be given several times",
     "new combine"},
    {"same", "", "FILE",
     "A further same.csv: ids that mean the same thing. May be given several times", reading},
    {"title", "", "TEXT", "The title of the report or map. Default: the titles of the maps",
     "analyse convert combine"},
    {"headline", "", "FINDING",
     "Put a finding over the report, by its id; the title then stands in the line above",
     "analyse"},
    {"min-confidence", "", "N", "Leave out findings and questions below this confidence, 0 to 1",
     "analyse"},
    {"min-robustness", "", "N",
     "Leave out findings and questions that hold in a smaller share of the readings of the "
     "evidence, 0 to 1. Default: findings, not questions, below 0.5",
     "analyse"},
    {"fail-on", "", "SEVERITY",
     "Exit with 1 when a finding (not a question) is this severe or more: low, medium or high",
     "analyse"},
    {"release", "", "",
     "A copy to send outside: without rows marked above OFFICIAL, respondents and notes",
     "analyse draw measure show trace convene brief new returns"},
    {"no-figures", "", "", "Leave the figures out", "analyse"},
    {"jobs", "j", "N", "Threads to use; the result is the same for any number. Default: one a core",
     "analyse draw measure explain brief whatif compare"},
    {"max-file-mb", "", "N", "Refuse larger input files. Default: 512", reading},
    {"help", "h", "", "Print help and leave", "*"},
    {"version", "", "", "Print the version and leave", "*"},
});

constexpr auto views = std::to_array<ViewInfo>({
    {"departments", "", "who works with whom, and who needs whom without a board"},
    {"mission", "a mission", "who leads a mission and what advances it"},
    {"bottleneck", "what others wait for", "what stops if it stops"},
    {"around", "anything", "what is linked to one entity"},
    {"ownership", "an item or an organisation, or nothing",
     "who leads what has an ownership finding"},
    {"forums", "an organisation or a board, or nothing",
     "who sits on which board, and who needs whom without one"},
    {"matrix", "", "which departments rely on which, as a grid"},
    {"timeline", "an organisation, or nothing", "which department became which, and when"},
    {"path", "what waits, with --to what it waits for", "why one thing depends on another"},
});

}  // namespace

std::span<const CommandInfo> all_commands() { return commands; }
std::span<const OptionInfo> all_options() { return options; }
std::span<const ViewInfo> all_views() { return views; }

}  // namespace crosscut
