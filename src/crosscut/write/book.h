// A workbook to be written: sheets of text with headings, help and lists to choose from.
//
//   Book book{"Who leads what", "", {{.name = "relations", .columns = {{.heading = "from"}}}}};
//   write_xlsx(book);
#pragma once

#include <string>
#include <vector>

namespace crosscut {

struct BookColumn {
  std::string heading;
  std::string help = {};     // shown when the heading is selected
  std::string choices = {};  // what a cell may hold: the heading of a column of the sheet "lists",
                             // or "entities!name", what stands in that column of that sheet by then
  bool strict = false;       // nothing but a choice may be typed
  bool required = false;     // its heading is dark
  bool locked = false;       // in a protected sheet
  bool fixed = false;        // what is there cannot be typed over: a lock would keep its row from
                             // being deleted and sorted. The empty cells show the help
  double width = 14;         // characters
};

/// A cell with choices of its own.
struct BookCell {
  std::size_t row;  // from 0, below the heading
  std::size_t column;
  std::string choices;
  bool strict = false;
};

struct BookSheet {
  std::string name;
  std::vector<BookColumn> columns = {};
  std::vector<std::vector<std::string>> rows = {};  // as long as the columns, or shorter
  std::vector<BookCell> cells = {};
  bool is_protected = false;   // headings and locked columns cannot be changed; rows can be added,
                               // deleted, sorted and filtered when no column is locked
  std::size_t empty_rows = 0;  // below, for the choices to be offered in
  std::size_t frozen_columns = 0;       // stay in view, and stand on each printed page
  std::vector<std::string> prose = {};  // instead of a table: paragraphs; "# " opens a heading
};

struct Book {
  std::string title;
  std::string marking = {};  // at the head and foot of each printed page
  std::vector<BookSheet> sheets = {};
};

/// Why the book cannot be an .xlsx file: "the note in row 12 of entities has 40,000 characters..."
/// Empty when it can.
std::string xlsx_limit(const Book& book);

/// Office Open XML; keep to xlsx_limit. All cells are text, so that "2026-07" stays as typed. The
/// same bytes on any day.
std::string write_xlsx(const Book& book);

/// OpenDocument.
std::string write_ods(const Book& book);

}  // namespace crosscut
