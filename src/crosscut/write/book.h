// A workbook to be written: sheets of text with headings, help and lists to choose from.
//
//   Book book{"Who leads what", {{.name = "relations", .columns = {{.heading = "from"}}}}};
//   write_xlsx(book);
#pragma once

#include <string>
#include <vector>

namespace crosscut {

struct BookColumn {
  std::string heading;
  std::string help = {};     // shown when the heading is selected
  std::string choices = {};  // heading of a column of the sheet "lists": what a cell may hold
  bool strict = false;       // nothing but a choice may be typed
  bool locked = false;       // in a protected sheet
  double width = 14;         // characters
};

struct BookSheet {
  std::string name;
  std::vector<BookColumn> columns = {};
  std::vector<std::vector<std::string>> rows = {};  // as long as the columns, or shorter
  bool is_protected = false;   // headings and locked columns cannot be changed; rows can be added
  std::size_t empty_rows = 0;  // below, for the choices to be offered in
  std::vector<std::string> prose = {};  // instead of a table: paragraphs; "# " opens a heading
};

struct Book {
  std::string title;
  std::vector<BookSheet> sheets;
};

/// Office Open XML. All cells are text, so that "2026-07" stays as typed. The same bytes on any
/// day.
std::string write_xlsx(const Book& book);

/// OpenDocument.
std::string write_ods(const Book& book);

}  // namespace crosscut
