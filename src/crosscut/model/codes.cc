#include "crosscut/model/codes.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>
#include <utility>

namespace crosscut {
namespace {

constexpr std::array codes = std::to_array<CodeInfo>({
    {"acceptance-ended", Level::warning,
     "The date until which accepted.csv accepts a finding has passed; the finding is listed again.",
     "Give a later date, or remove the row."},
    {"acceptance-unmatched", Level::warning,
     "accepted.csv names a finding that these maps do not give on this date.",
     "Correct the id, or remove the row when the finding is settled."},
    {"ambiguous-name", Level::error, "A name or alias stands for several entities.",
     "Write the id of the one you mean."},
    {"binary-file", Level::error, "The file holds bytes that no text file has.",
     "Save the sheet as CSV (UTF-8)."},
    {"broken-json", Level::error, "The file is not JSON, or not a map in JSON.",
     "Check the place shown; docs/json.md shows the form of a map."},
    {"broken-workbook", Level::error, "The workbook is damaged, cut short or no workbook at all.",
     "Open it in Excel or LibreOffice and save it as .xlsx."},
    {"cell-error", Level::error,
     "The formula in the cell gives an error; the cell counts as empty.",
     "Mend the formula, or type the value."},
    {"column-twice", Level::error, "Two columns have the same heading.",
     "Rename or remove one of them."},
    {"date-guessed", Level::warning,
     "The date could be read day first or month first; it was read day first.",
     "Write 2026-04-03 or 3 April 2026."},
    {"duplicate-id", Level::error, "Two rows of one map have the same id.",
     "Give one of them another id, or merge the rows."},
    {"duplicate-source", Level::warning, "Two rows of one map have the same source id.",
     "Remove one of them."},
    {"empty-file", Level::error, "The file has no header row.",
     "Write the column names in the first row."},
    {"encoding-guessed", Level::warning, "The file is not UTF-8; it was read as Windows-1252.",
     "Save it as CSV UTF-8 to be sure that every letter is right."},
    {"end-before-start", Level::error, "The end date is before the start date.",
     "Correct one of the two dates."},
    {"file-too-large", Level::error, "The file is over the size limit.",
     "Split the map, or raise the limit with --max-file-mb."},
    {"kind-clash", Level::warning,
     "Two maps give the same entity different kinds; the map named first wins.",
     "Agree the kind, or use two ids."},
    {"likely-duplicate", Level::warning, "Two entities have the same or nearly the same name.",
     "If they are one, add the line shown to same.csv."},
    {"locked-workbook", Level::error,
     "The workbook is locked with a password, or in the old .xls form.",
     "Remove the password, and save it as .xlsx or .ods."},
    {"missing-column", Level::error, "A required column is missing.",
     "Add the column to the header row."},
    {"missing-file", Level::error, "A file that the map needs is not there.",
     "Check the name of the folder and its files."},
    {"missing-folder", Level::error, "The map's folder is not there.", "Check the path."},
    {"missing-sheet", Level::error, "A sheet that the map needs is not in the workbook.",
     "Name the sheets entities and relations."},
    {"missing-value", Level::error, "A required cell is empty.",
     "Fill the cell in, or remove the row."},
    {"no-heading", Level::warning,
     "The column of the sheet has no heading; its cells are kept under the column's letter.",
     "Write a heading, or clear the column."},
    {"no-sources", Level::warning, "The map has no sources.csv, so nothing can be traced.",
     "Add sources.csv with id, title, publisher, date and url."},
    {"odd-ends", Level::warning, "The relation does not usually join these kinds; it is kept.",
     "Check the two ends and the direction of the relation."},
    {"odd-id", Level::warning,
     "The id is not lower case with hyphens. It is kept, but a finding's id may be hard to read.",
     "Write it in lower case, with hyphens between words, here and wherever it stands."},
    {"parent-clash", Level::warning,
     "Two maps give the same entity different parents; the map named first wins.",
     "Agree the parent, or list both."},
    {"parent-cycle", Level::error, "Entities are their own parents in a circle.",
     "Remove one of the parents in the circle."},
    {"ragged-row", Level::error, "The row has more cells than the header; it is left out.",
     "Check for a missing quote or a stray separator."},
    {"same-cycle", Level::error, "same.csv maps ids onto each other in a circle.",
     "Keep one id as the one that stays."},
    {"same-unknown", Level::warning, "same.csv names an id that none of the maps has.",
     "Correct the id, or remove the line."},
    {"self-relation", Level::warning,
     "The relation joins an entity to itself; it is kept but counts nowhere.",
     "Check the two ends."},
    {"short-row", Level::warning,
     "The row has fewer cells than the header; the missing ones count as empty.",
     "Check that no cell is missing in the middle."},
    {"unclosed-quote", Level::error, "A quoted cell is never closed.",
     "Add the closing quote; write a quote inside a cell twice."},
    {"unknown-change", Level::error,
     "A sentence that changes the map cannot be read or carried out.",
     "Write it as docs/cli.md shows."},
    {"unknown-column", Level::warning,
     "The column name, or the key of map.csv, is close to one that crosscut knows.",
     "Correct it, or leave it: the column or key is kept."},
    {"unknown-id", Level::error, "No entity of these maps has this id, name or alias.",
     "Correct it, or add a row to entities.csv."},
    {"unknown-kind", Level::error, "The kind is not one of the 13 kinds.",
     "Use a kind from docs/format.md."},
    {"unknown-marking", Level::warning,
     "The protective marking is not one that crosscut knows; it is kept and counts as the highest.",
     "Use OFFICIAL, OFFICIAL-SENSITIVE, SECRET or TOP SECRET, or leave it so."},
    {"unknown-relation", Level::error, "The relation is not one of the 19 relations.",
     "Use a relation from docs/format.md."},
    {"unknown-sheet", Level::warning, "The sheet is not one that crosscut knows; it was not read.",
     "Name it entities, relations, sources, map, same or accepted, or end its name in (ignore)."},
    {"unknown-source", Level::warning, "No source of this map has this id; the relation is kept.",
     "Correct the id, or add a row to sources.csv."},
    {"unknown-word", Level::error,
     "The column takes one of a few words, and this is not one of them.",
     "Use one of the words shown."},
    {"value-out-of-range", Level::error, "The number is not in the range that the column takes.",
     "Strength is 1, 2 or 3; confidence is 0 to 1."},
    {"wrong-date", Level::error, "The date is not one of the forms that a map takes.",
     "Write 2026, 2026-07 or 2026-07-31."},
    {"wrong-quote", Level::error, "Text follows a closing quote.",
     "Put the whole cell in quotes, and write a quote inside it twice."},
});

}  // namespace

std::span<const CodeInfo> all_codes() { return codes; }

Diagnostic diagnose(std::string_view code, Place place, std::string message, std::string hint) {
  const auto found = std::find_if(codes.begin(), codes.end(),
                                  [&](const CodeInfo& info) { return info.code == code; });
  if (found == codes.end()) {
    std::fprintf(stderr, "crosscut: internal fault: code %.*s is not listed\n", int(code.size()),
                 code.data());
    std::abort();
  }
  Diagnostic diagnostic;
  diagnostic.code = code;
  diagnostic.level = found->level;
  diagnostic.place = place;
  diagnostic.message = std::move(message);
  diagnostic.hint = std::move(hint);
  return diagnostic;
}

Diagnostic diagnose_path(std::string_view code, std::string_view path, std::string message,
                         std::string hint) {
  Diagnostic diagnostic = diagnose(code, Place{}, std::move(message), std::move(hint));
  diagnostic.path = path;
  return diagnostic;
}

}  // namespace crosscut
