#include "crosscut/cli/reference.h"

#include <fmt/format.h>

#include <algorithm>

#include "crosscut/base/text.h"
#include "crosscut/cli/options.h"
#include "crosscut/lens/lens.h"
#include "crosscut/model/codes.h"
#include "crosscut/model/vocabulary.h"
#include "crosscut/read/columns.h"

namespace crosscut {
namespace {

constexpr std::string_view generated =
    "<!-- Made from the code by the test docs_test; do not edit. -->\n\n";

std::string card_text(const Card& card) {
  std::string text = fmt::format(
      "{}\n\nWhy it matters: {}\n\nDefinition: {}\n\nAdvice: {}\n\nWhat it cannot tell: "
      "{}\n\nRule: {}.\nSource: {}.\n\nExamples:\n\n",
      card.question, card.matters, card.definition, card.advice, card.caveat, card.rule,
      card.source);
  for (const Example& example : card.examples)
    text += fmt::format("    {}\n    -> {}\n\n", example.sketch,
                        example.headline.empty() ? "nothing" : example.headline);
  return text;
}

std::string lenses_page() {
  std::string page =
      std::string("# Lenses\n\n") + std::string(generated) +
      "What crosscut looks for. A lens that finds nothing says so in the report.\n\n";
  for (const Lens& lens : all_lenses())
    page += fmt::format("## `{}`\n\nFamily: {}.\n\n{}", lens.card->id, lens.card->family,
                        card_text(*lens.card));
  return page;
}

std::string codes_page() {
  std::string page = std::string("# Diagnostic codes\n\n") + std::string(generated) +
                     "Errors stop a run (exit code 2). Warnings do not.\n\n| Code | Level | "
                     "Meaning | What to do |\n|---|---|---|---|\n";
  for (const CodeInfo& info : all_codes())
    page +=
        fmt::format("| `{}` | {} | {} | {} |\n", info.code,
                    info.level == Level::error ? "error" : "warning", info.meaning, info.remedy);
  return page;
}

/// A bar in a cell would end it.
std::string escape_bars(std::string_view text) {
  std::string escaped;
  for (const char c : text) escaped += c == '|' ? std::string("\\|") : std::string(1, c);
  return escaped;
}

std::string file_section(const FileInfo& file) {
  const std::string_view table = file.name.substr(0, file.name.find('.'));
  std::string text = fmt::format(
      "## {}\n\n{}\n\n| {} | Required | Meaning | Words it takes |\n|---|---|---|---|\n", file.name,
      file.about, file.by_rows ? "Key" : "Column");
  for (const ColumnInfo& column : file.columns) {
    const auto words = allowed_words(table, column.name);
    text += fmt::format("| `{}` | {} | {} | {} |\n", column.name, column.required ? "yes" : "",
                        escape_bars(column.meaning), join({words.begin(), words.end()}, ", "));
  }
  return text + "\n";
}

std::string format_page() {
  std::string page = std::string("# The files of a map\n\n") + std::string(generated) +
                     "A map is a folder of CSV files: UTF-8 with or without a byte order mark "
                     "(Windows-1252 is recognised), separated by commas, semicolons or tabs. "
                     "Two of the files must be there; the others may be left out. A column that "
                     "crosscut does not know is kept. "
                     "A name or an alias may stand wherever an id may, if it is unambiguous. Dates "
                     "are a year, a month or a day: 2026, 2026-07, 2026-07-31. `crosscut new` "
                     "writes an empty map, `crosscut new --xlsx` one to fill in as a workbook.\n\n";
  for (const FileInfo& file : map_files()) page += file_section(file);
  page += "## Kinds\n\n| Kind | Meaning |\n|---|---|\n";
  for (const KindInfo& kind : all_kinds())
    page += fmt::format("| `{}` | {} |\n", kind.word, kind.meaning);
  page += "\n## Relations\n\n| Relation | Meaning |\n|---|---|\n";
  for (const VerbInfo& verb : all_verbs())
    page += fmt::format("| `{}` | from {} to: {} |\n", verb.word, verb.sentence, verb.meaning);
  return page;
}

std::string cli_page() {
  std::string page =
      std::string("# Commands\n\n") + std::string(generated) + "```\n" + help_text() + "```\n\n";
  for (const CommandInfo& command : all_commands())
    page += fmt::format("## {}\n\n```\n{}```\n\n", command.name, help_text(command.name));
  return page +
         "Results go to standard output, diagnostics to standard error. Exit codes: 0 clean, 1 a "
         "finding at or above --fail-on, 2 bad input or usage.\n";
}

}  // namespace

std::vector<std::pair<std::string, std::string>> reference_pages() {
  return {{"cli.md", cli_page()},
          {"codes.md", codes_page()},
          {"format.md", format_page()},
          {"lenses.md", lenses_page()}};
}

std::optional<std::string> explain(std::string_view word) {
  word = word.substr(0, word.find(':'));  // of a finding's id, the lens
  if (const Lens* lens = find_lens(word))
    return fmt::format("{} ({})\n\n{}", lens->card->id, lens->card->family, card_text(*lens->card));
  const auto codes = all_codes();
  const auto found = std::find_if(codes.begin(), codes.end(),
                                  [&](const CodeInfo& info) { return info.code == word; });
  if (found == codes.end()) return std::nullopt;
  return fmt::format("{} ({})\n\n{}\nWhat to do: {}\n", found->code,
                     found->level == Level::error ? "error" : "warning", found->meaning,
                     found->remedy);
}

std::string list_explained() {
  std::string text = "Lenses:\n";
  for (const Lens& lens : all_lenses())
    text += fmt::format("  {:<26}{}\n", lens.card->id, lens.card->question);
  text += "\nDiagnostic codes:\n";
  for (const CodeInfo& info : all_codes())
    text += fmt::format("  {:<26}{}\n", info.code, info.meaning);
  return text;
}

std::string suggest_explained(std::string_view word) {
  std::vector<std::string_view> known;
  for (const Lens& lens : all_lenses()) known.push_back(lens.card->id);
  for (const CodeInfo& info : all_codes()) known.push_back(info.code);
  const auto close = nearest(word, known);
  return close ? "did you mean \"" + *close + "\"?" : "docs/lenses.md and docs/codes.md list them";
}

}  // namespace crosscut
