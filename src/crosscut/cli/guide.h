// The page beside a new map: how to fill it in, for somebody who uses Excel and does not program.
// Columns, kinds, relations and words come from the tables in the code, as in docs/format.md.
#pragma once

#include <string>

namespace crosscut {

/// GUIDE.md, as plain text that also reads well in Notepad: lists, no tables.
std::string guide_page();

}  // namespace crosscut
