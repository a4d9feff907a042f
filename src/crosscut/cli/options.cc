#include "crosscut/cli/options.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <thread>

#define CXXOPTS_VECTOR_DELIMITER '\x1f'  // a path may hold a comma
#include <cxxopts.hpp>

#include "crosscut/base/text.h"
#include "crosscut/model/report.h"
#include "crosscut/read/changes.h"

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
     "Where to write: a folder for analyse, a file for draw, - for standard output. whatif: a "
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

bool applies(const OptionInfo& option, std::string_view command) {
  if (option.commands == "*") return true;
  const auto names = split_list(option.commands, ' ');
  return std::find(names.begin(), names.end(), command) != names.end();
}

const OptionInfo* find_option(std::string_view name, bool letter) {
  const auto found = std::find_if(options.begin(), options.end(), [&](const OptionInfo& o) {
    return (letter ? o.letter : o.name) == name;
  });
  return found == options.end() || name.empty() ? nullptr : &*found;
}

/// The first option that is not known, or not for this command.
std::optional<UsageError> find_fault(const std::vector<std::string>& arguments,
                                     std::string_view command) {
  for (const std::string& argument : arguments) {
    if (argument == "--") return std::nullopt;
    if (!argument.starts_with('-') || argument == "-") continue;
    const bool letter = !argument.starts_with("--");
    const std::string name =
        letter ? argument.substr(1, 1) : argument.substr(2, argument.find('=') - 2);
    const OptionInfo* option = find_option(name, letter);
    if (option == nullptr) {
      std::vector<std::string_view> names;
      for (const OptionInfo& known : options) names.push_back(known.name);
      const auto close = letter ? std::nullopt : nearest(name, names);
      return UsageError{"unknown option \"" + argument + "\"",
                        close ? "did you mean \"--" + *close + "\"?"
                              : "crosscut " + std::string(command) + " --help lists the options"};
    }
    if (!applies(*option, command))
      return UsageError{
          "\"--" + std::string(option->name) + "\" is not an option of " + std::string(command),
          "crosscut " + std::string(command) + " --help lists its options"};
  }
  return std::nullopt;
}

/// A whole number from `least` to `most`.
template <std::size_t most, std::size_t least = 1>
std::optional<std::size_t> parse_count(const std::string& text) {
  std::size_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value >= least && value <= most ? std::optional(value) : std::nullopt;
}

/// "department,forum"
std::optional<KindSet> parse_kinds(const std::string& text) {
  KindSet kinds = 0;
  for (const std::string_view part : split_list(text, ',')) {
    const auto kind = find_kind(to_lower(part));
    if (!kind) return std::nullopt;
    kinds = kinds | *kind;
  }
  return kinds == 0 ? std::nullopt : std::optional(kinds);
}

std::string kind_words() {
  std::vector<std::string> words;
  for (const KindInfo& kind : all_kinds()) words.emplace_back(kind.word);
  return join(words, ", ");
}

std::optional<double> parse_share(const std::string& text) {
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value >= 0 && value <= 1 ? std::optional(value) : std::nullopt;
}

std::optional<Severity> find_severity(std::string_view text) {
  for (const Severity severity : {Severity::low, Severity::medium, Severity::high})
    if (word(severity) == text) return severity;
  return std::nullopt;
}

std::size_t default_jobs() { return std::max(1U, std::thread::hardware_concurrency()); }

/// The last value given for an option; empty when it is not given.
std::string text_of(const cxxopts::ParseResult& parsed, const std::string& name) {
  if (parsed.count(name) == 0) return {};
  return parsed[name].as<std::vector<std::string>>().back();
}

/// Fills in an option that is not plain text; returns what is wrong with it.
template <typename Parse, typename Value>
std::optional<UsageError> read_value(const cxxopts::ParseResult& parsed, const std::string& name,
                                     Parse parse, Value& value, std::string_view what,
                                     std::string_view hint) {
  if (parsed.count(name) == 0) return std::nullopt;
  const std::string text = text_of(parsed, name);
  const auto read = parse(text);
  if (!read)
    return UsageError{"\"" + text + "\" is not " + std::string(what), "write " + std::string(hint)};
  value = *read;
  return std::nullopt;
}

/// Fills in the values; returns what is wrong with the first that is.
std::optional<UsageError> read_values(const cxxopts::ParseResult& parsed, Options& result) {
  const std::string formats = text_of(parsed, "format");
  for (const std::string_view part : split_list(formats, ',')) result.formats.emplace_back(part);
  result.output = text_of(parsed, "output");
  result.title = text_of(parsed, "title");
  result.headline = text_of(parsed, "headline");
  result.view = text_of(parsed, "view");
  result.focus = text_of(parsed, "focus");
  result.to = text_of(parsed, "to");
  result.size = text_of(parsed, "size");
  result.no_title = parsed.count("no-title") > 0;
  const std::string lenses = text_of(parsed, "lens");
  for (const std::string_view part : split_list(lenses, ',')) result.lenses.emplace_back(part);
  result.no_figures = parsed.count("no-figures") > 0;
  result.release = parsed.count("release") > 0;
  if (parsed.count("change") > 0) result.changes = parsed["change"].as<std::vector<std::string>>();
  result.xlsx = text_of(parsed, "xlsx");
  if (parsed.count("from") > 0) result.from = parsed["from"].as<std::vector<std::string>>();
  if (parsed.count("same") > 0) result.same = parsed["same"].as<std::vector<std::string>>();
  result.jobs = default_jobs();
  std::size_t megabytes = 512;
  std::optional<UsageError> fault;
  const auto read = [&](const char* name, auto parse, auto& value, const char* what,
                        const std::string& hint) {
    if (!fault) fault = read_value(parsed, name, parse, value, what, hint);
  };
  read("as-at", parse_date, result.as_at, "a date", "2026, 2026-07 or 2026-07-31");
  read("since", parse_date, result.since, "a date", "2026, 2026-07 or 2026-07-31");
  read("min-confidence", parse_share, result.min_confidence, "a confidence",
       "a number from 0 to 1");
  double least = 0;
  read("min-robustness", parse_share, least, "a share", "a number from 0 to 1");
  if (parsed.count("min-robustness") > 0) result.min_robustness = least;
  read("graph", find_measured_graph, result.measured, "a graph", "working, coordination or need");
  read("only", parse_kinds, result.only, "a list of kinds", "some of " + kind_words());
  read("depth", parse_count<5>, result.depth, "a number of steps", "a whole number from 1 to 5");
  read("dpi", parse_count<600, 36>, result.dpi, "a resolution", "a whole number from 36 to 600");
  read("fail-on", find_severity, result.fail_on, "a severity", "low, medium or high");
  read("jobs", parse_count<1024>, result.jobs, "a number of threads",
       "a whole number from 1 to 1024");
  read("max-file-mb", parse_count<1'000'000>, megabytes, "a size",
       "a whole number of megabytes from 1 to 1000000");
  result.max_file_bytes = std::uintmax_t{megabytes} << 20U;
  return fault;
}

std::variant<Options, Information, UsageError> parse_command(
    const std::vector<std::string>& arguments, std::string_view command) {
  cxxopts::Options definition("crosscut");
  for (const OptionInfo& option : options) {
    const std::string names = option.letter.empty()
                                  ? std::string(option.name)
                                  : std::string(option.letter) + "," + std::string(option.name);
    if (option.argument.empty())
      definition.add_options()(names, "");
    else
      definition.add_options()(names, "", cxxopts::value<std::vector<std::string>>());
  }
  definition.add_options()("arguments", "", cxxopts::value<std::vector<std::string>>());
  definition.parse_positional({"arguments"});
  std::vector<const char*> argv = {"crosscut"};
  for (const std::string& argument : arguments) argv.push_back(argument.c_str());
  Options result;
  result.command = command;
  try {
    const auto parsed = definition.parse(static_cast<int>(argv.size()), argv.data());
    if (parsed.count("help") > 0) return Information{help_text(command)};
    if (parsed.count("arguments") > 0)
      result.arguments = parsed["arguments"].as<std::vector<std::string>>();
    if (auto fault = read_values(parsed, result)) return *fault;
  } catch (const std::exception& fault) {  // cxxopts names its exceptions anew in each release
    return UsageError{fault.what(),
                      "crosscut " + std::string(command) + " --help lists the options"};
  }
  return result;
}

}  // namespace

std::span<const CommandInfo> all_commands() { return commands; }
std::span<const OptionInfo> all_options() { return options; }
std::span<const ViewInfo> all_views() { return views; }

std::string help_text(std::string_view command) {
  std::string text;
  if (command.empty()) {
    text =
        "crosscut finds silos, bottlenecks and conflicting ownership across departments.\n\nUsage: "
        "crosscut COMMAND ...\n\nCommands:\n";
    for (const CommandInfo& info : commands)
      text += fmt::format("  {:<9}{:<18}{}\n", info.name, info.arguments, info.summary);
    return text +
           "\nA MAP is a folder with entities.csv and relations.csv, a workbook (.xlsx, .ods) with "
           "these "
           "sheets, or JSON. Several maps are "
           "joined.\ncrosscut COMMAND --help lists a command's options.\n";
  }
  for (const CommandInfo& info : commands)
    if (info.name == command)
      text = fmt::format("{}.\n\nUsage: crosscut {} {} [options]\n\nOptions:\n", info.summary,
                         info.name, info.arguments);
  for (const OptionInfo& option : options) {
    if (!applies(option, command)) continue;
    const std::string names =
        (option.letter.empty() ? "    " : "-" + std::string(option.letter) + ", ") + "--" +
        std::string(option.name) +
        (option.argument.empty() ? "" : " " + std::string(option.argument));
    text += fmt::format("  {:<24}{}\n", names, option.help);
  }
  if (command == "whatif") {
    text +=
        "\nA FILE holds a change: sentences, one a line. # opens a comment; names with spaces "
        "stand "
        "in quotes;\neach sentence may end in: on DATE. A comment on the first line names the "
        "change.\nWith --as-at a day before the maps' own, they are taken as they were on that "
        "day.\n\nSentences:\n";
    for (const SentenceInfo& sentence : all_sentences())
      text += fmt::format("  {:<34}{}\n", sentence.pattern, sentence.meaning);
  }
  if (command == "draw") {
    text += "\nViews:\n";
    for (const ViewInfo& view : views)
      text += fmt::format("  {:<13}{}{}\n", view.name, capitalise(view.shows),
                          view.focus.empty() ? "" : fmt::format(". --focus: {}", view.focus));
  }
  return text;
}

std::variant<Options, Information, UsageError> parse_options(
    const std::vector<std::string>& arguments) {
  if (arguments.empty()) return UsageError{"give a command", "crosscut --help lists them"};
  const std::string& first = arguments.front();
  if (first == "--help" || first == "-h" || first == "help") return Information{help_text()};
  if (first == "--version") return Information{"crosscut " + std::string(version()) + "\n"};
  std::vector<std::string_view> names;
  for (const CommandInfo& info : commands) names.push_back(info.name);
  if (std::find(names.begin(), names.end(), first) == names.end()) {
    const auto close = nearest(first, names);
    return UsageError{
        "unknown command \"" + first + "\"",
        close ? "did you mean \"" + *close + "\"?" : "crosscut --help lists the commands"};
  }
  const std::vector<std::string> rest(arguments.begin() + 1, arguments.end());
  if (auto fault = find_fault(rest, first)) return *fault;
  return parse_command(rest, first);
}

}  // namespace crosscut
