// What the writers of workbooks work out from a Book: lists, heights and pages.
#pragma once

#include <string>
#include <string_view>

#include "crosscut/write/book.h"

namespace crosscut {

/// How many lines a text takes where so many characters stand in one.
std::size_t lines_in(std::string_view text, double characters);

/// On how many sheets of A4 landscape side by side it prints at about 7 points; the frozen columns
/// stand on each.
int pages_across(const BookSheet& sheet);

/// The cells that a list is made of, as a formula of a spreadsheet; empty when there are none.
/// "kind" -> "=lists!$B$2:$B$14", a column of the sheet "lists". "entities!name" -> the cells from
/// below that heading down, as many as are filled, so that the list ends with the last one.
std::string list_formula(const Book& book, const std::string& choices);

/// No cell of a row is locked: rows can be added, deleted, sorted and filtered.
bool has_free_rows(const BookSheet& sheet);

}  // namespace crosscut
