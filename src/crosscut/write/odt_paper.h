// A paper as an OpenDocument text (ISO/IEC 26300), which LibreOffice and Word open: A4, real
// headings, lists and tables with header rows, the marking at head and foot of every page, and its
// figures as PNG with their text alternative.
//
//   write_file("brief.odt", write_paper_odt(paper));
#pragma once

#include <string>

#include "crosscut/write/paper.h"

namespace crosscut {

/// The bytes of the file, the same on any day. Figures without PNG are left out.
std::string write_paper_odt(const Paper& paper);

}  // namespace crosscut
