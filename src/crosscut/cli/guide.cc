#include "crosscut/cli/guide.h"

#include <fmt/format.h>

#include "crosscut/base/text.h"
#include "crosscut/model/homes.h"
#include "crosscut/model/vocabulary.h"
#include "crosscut/read/columns.h"

namespace crosscut {
namespace {

constexpr std::string_view opening = R"guide(# How to fill in this map

This folder is a map for crosscut. It says who does what, who works with whom, and what depends on
what. You fill it in with Excel or LibreOffice. You do not need to program.

## Six steps

1. In `entities.csv`, list who and what there is: departments, bodies, boards, missions, policies.
2. In `sources.csv`, list the pages and documents that you read.
3. In `relations.csv`, write a row for each thing that a source says, such as "A leads B". Give the
   source and the page.
4. In `map.csv`, write the title, the date that the map describes, and what you looked for.
5. Delete the example rows (see below).
6. Check the map, then analyse it. Open a terminal in the folder that holds this one, and write the
   name of this folder in place of `my-map`:

       crosscut check my-map
       crosscut analyse my-map -o my-report

`check` lists everything that is wrong or doubtful, with the file, the line and what to do.
`analyse` writes `my-report/report.html`, which you can open in a browser.

You need not fill in everything. Start with the columns that must be filled. Add the others when a
source says something about them.

## What to delete

- The example rows. Their ids start with `example-`. In `map.csv`, write your own title.
- Columns that you do not use. Keep those that must be filled.
- `same.csv` and `accepted.csv`, if you do not use them. This guide, when you no longer need it.

## With Excel

- The files are CSV UTF-8, so that Excel shows letters such as ŵ and é right. Save them in the same
  form: "CSV UTF-8 (Comma delimited)".
- When Excel opens a CSV file, it may turn 2026-07 into Jul-26, and 2026-07-31 into 31/07/2026.
  `check` then says `wrong-date`. To keep dates as they are, open the file with Data, From Text/CSV,
  and choose "Do not detect data types". A year alone, such as 2026, is safe.
- Separate several ids or words in one cell with |, as in `example-a | example-b`.

# The files

Dates are a year, a month or a day: 2026, 2026-07 or 2026-07-31. Where a cell takes an id, you may
also write the name. You may add columns of your own; crosscut keeps them.
)guide";

std::string column_line(std::string_view table, const ColumnInfo& column) {
  const auto words = allowed_words(table, column.name);
  return fmt::format(
      "- `{}`{}: {}.{}\n", column.name, column.required ? " (must be filled)" : "", column.meaning,
      words.empty() ? "" : " Takes: " + join({words.begin(), words.end()}, ", ") + ".");
}

std::string file_section(const FileInfo& file) {
  const std::string_view table = file.name.substr(0, file.name.find('.'));
  std::string text =
      fmt::format("\n## {}\n\n{}{}\n\n", file.name, file.about, file.by_rows ? " The keys:" : "");
  for (const ColumnInfo& column : file.columns) text += column_line(table, column);
  return text;
}

std::string words_section() {
  std::string text = fmt::format("\n# The {} kinds\n\n", all_kinds().size());
  for (const KindInfo& kind : all_kinds())
    text += fmt::format("- `{}`: {}.\n", kind.word, kind.meaning);
  text +=
      fmt::format("\n# The {} relations\n\nRead each row as a sentence: from, relation, to.\n\n",
                  all_verbs().size());
  for (const VerbInfo& verb : all_verbs())
    text += fmt::format("- `{}`: A {} B. A {}.\n", verb.word, verb.sentence, verb.meaning);
  text +=
      "\n# How sure you are\n\nWrite one of these words, or a number from 0 to 1, in the column "
      "`confidence`.\n\n";
  for (const ConfidenceWord& word : all_confidence_words())
    text += fmt::format("- `{}` ({}): {}.\n", word.word, word.value, word.meaning);
  return text + fmt::format(
                    "\nWhat rests on less than {} is a question to ask in the report, and not a "
                    "finding.\n",
                    recorded_confidence);
}

}  // namespace

std::string guide_page() {
  std::string page(opening);
  for (const FileInfo& file : map_files()) page += file_section(file);
  return page + words_section();
}

}  // namespace crosscut
