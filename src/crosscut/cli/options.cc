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

bool applies(const OptionInfo& option, std::string_view command) {
  if (option.commands == "*") return true;
  const auto names = split_list(option.commands, ' ');
  return std::find(names.begin(), names.end(), command) != names.end();
}

const OptionInfo* find_option(std::string_view name, bool letter) {
  const auto options = all_options();
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
      for (const OptionInfo& known : all_options()) names.push_back(known.name);
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
  for (const OptionInfo& option : all_options()) {
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

std::string help_text(std::string_view command) {
  std::string text;
  if (command.empty()) {
    text =
        "crosscut finds silos, bottlenecks and conflicting ownership across departments.\n\nUsage: "
        "crosscut COMMAND ...\n\nCommands:\n";
    for (const CommandInfo& info : all_commands())
      text += fmt::format("  {:<9}{:<18}{}\n", info.name, info.arguments, info.summary);
    return text +
           "\nA MAP is a folder with entities.csv and relations.csv, a workbook (.xlsx, .ods) with "
           "these "
           "sheets, or JSON. Several maps are "
           "joined.\ncrosscut COMMAND --help lists a command's options.\n";
  }
  for (const CommandInfo& info : all_commands())
    if (info.name == command)
      text = fmt::format("{}.\n\nUsage: crosscut {} {} [options]\n\nOptions:\n", info.summary,
                         info.name, info.arguments);
  for (const OptionInfo& option : all_options()) {
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
    for (const ViewInfo& view : all_views())
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
  for (const CommandInfo& info : all_commands()) names.push_back(info.name);
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
