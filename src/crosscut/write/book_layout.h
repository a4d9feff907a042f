// What the sheets of a Book need on screen and paper, for the writers of workbooks.
#pragma once

#include <string_view>

#include "crosscut/write/book.h"

namespace crosscut {

/// How many lines a text takes where so many characters stand in one.
std::size_t lines_in(std::string_view text, double characters);

/// On how many sheets of A4 landscape side by side it prints at about 7 points; the frozen columns
/// stand on each.
int pages_across(const BookSheet& sheet);

/// No cell of a row is locked: rows can be added, deleted, sorted and filtered.
bool has_free_rows(const BookSheet& sheet);

}  // namespace crosscut
