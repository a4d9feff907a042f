// Pieces that the parts of the Markdown report share. Only for markdown*.cc.
//
// A `Markdown` text is ready to stand in the file; anything from a map goes through `escape` first.
// Blocks end in an empty line.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "crosscut/write/figure.h"
#include "crosscut/write/table_words.h"
#include "crosscut/write/words.h"

namespace crosscut::markdown {

using Markdown = std::string;

/// Text that reads the same on GitHub and through pandoc: every special character with a backslash,
/// control characters as spaces. For the middle of a line; blocks see to their own first word.
Markdown escape(std::string_view text);

/// A code span; escaped text when the span could not hold it.
Markdown code(std::string_view text);

/// "Title (gov.uk)", a link when the source has a web address.
Markdown source_link(const Source& source);

Markdown heading(int level, std::string_view text);
Markdown paragraph(std::string_view text);
Markdown block(const Markdown& line);                  // a paragraph that is Markdown already
Markdown list(const std::vector<std::string>& items);  // nothing when there are none
Markdown item(const Markdown& line, int depth = 0);    // one line of a list; a list ends in "\n"

/// A pipe table with its caption; cells are Markdown. Nothing when it has no rows.
Markdown table(std::string_view caption, const std::vector<TableColumn>& columns,
               const std::vector<std::vector<Markdown>>& rows);
/// The table with its note before it; what it says when empty when it has no rows.
Markdown table(const TableWords& words);

/// Sources, locator, confidence and row.
Markdown cited(const Graph& graph, const CitationWords& citation);
/// A picture with its words and its text alternative; `number` counts from 1. `image_ending`: of
/// its file, or empty.
Markdown figure_words(const ReportFigure& figure, std::size_t number,
                      std::string_view image_ending);

// The parts after the diagrams.
Markdown departments_section(const Report& report);  // empty when none is open
Markdown missions_section(const Report& report, const std::vector<ReportFigure>& figures);
Markdown tables_section(const Report& report, const Selection& selection);
Markdown method_section(const Report& report);
Markdown quality_section(const Report& report);

}  // namespace crosscut::markdown
