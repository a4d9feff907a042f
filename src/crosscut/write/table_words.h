// What the tables of the report say, as plain text: the web page and the Markdown report set the
// same rows. A writer escapes the cells for its own format.
//
//   ownership_words(graph).rows.front()[2].text   -> "DESNZ (as lead minister)"
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "crosscut/model/report.h"

namespace crosscut {

struct TableColumn {
  std::string head;
  bool is_number = false;
};

struct CellWords {
  CellWords(std::string words) : text(std::move(words)) {}  // NOLINT: cells are written as text
  CellWords(const char* words) : text(words) {}             // NOLINT
  CellWords(std::string words, std::string sort_key)
      : text(std::move(words)), key(std::move(sort_key)) {}
  std::string text;
  std::string key;        // what to sort by, when not the text
  std::size_t shade = 0;  // how dark, 0 to 4: cells of a matrix
};

struct TableWords {
  std::string caption;
  std::vector<TableColumn> columns;
  std::string note;        // a paragraph before it; may be empty
  std::string when_empty;  // instead of a table without rows; may be empty
  std::vector<std::vector<CellWords>> rows;
};

/// Who leads each open item.
TableWords ownership_words(const Graph& graph);
/// The findings that accepted.csv accepts, with the reason.
TableWords accepted_words(const Report& report);
TableWords pair_words(const Report& report);
/// What high, medium and low confidence mean.
TableWords confidence_meaning();
/// What firm, likely, open and weak mean, and how the readings are made.
TableWords robustness_meaning();
TableWords quality_words(const Report& report);
/// What each map says it looked for.
TableWords coverage_words(const Graph& graph);
/// How much the maps hold of each open department.
TableWords department_words(const Report& report);

// For the table of all findings, which each writer sets in its own way.

inline constexpr std::string_view findings_caption =
    "All findings and questions, most serious first";
/// "3 rows, first uk-missions/relations.csv:451".
std::string evidence_count_words(const Graph& graph, const Finding& finding);

/// The rule of thumb for a severity.
std::string_view severity_meaning(Severity severity);

}  // namespace crosscut
