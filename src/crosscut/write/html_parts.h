// Pieces that the parts of the HTML page share: escaping, ids, tables, and what the page knows
// while it is written. Only for html*.cc.
//
//   Table table("sources", "What was read", {{"Title"}, {"Relations", true}});
//   table.row({escape(source.title), number(12)});
//   text += table.html();
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "crosscut/write/figure.h"
#include "crosscut/write/table_words.h"
#include "crosscut/write/words.h"

namespace crosscut::html {

/// & < > " ' as entities; control characters, which HTML does not allow, as spaces.
std::string escape(std::string_view text);

/// An id that no two texts share: letters, digits, "-", ":" and "+" stay, other bytes become "_xx".
std::string id_of(std::string_view text);

/// A place, escaped, that may break after each slash.
std::string breakable(std::string_view place);

/// <p>text</p>, escaped.
std::string paragraph(std::string_view text, std::string_view css_class = "");
/// <ul> of escaped items; nothing when there are none.
std::string list(const std::vector<std::string>& items);
/// <section> named by its heading; `level` 2 or 3.
std::string section(int level, std::string_view id, std::string_view heading,
                    std::string_view body);

/// The title with a link that says where it goes, "Title (gov.uk)"; without a web address, the
/// title alone. Only http and https become links.
std::string source_link(const Source& source);

/// "■ High" with its colour.
std::string severity_html(Severity severity);

struct Cell {
  Cell(std::string text) : html(std::move(text)) {}  // NOLINT: cells are written as text
  Cell(const char* text) : html(text) {}             // NOLINT
  Cell(std::string text, std::string sort_key) : html(std::move(text)), key(std::move(sort_key)) {}
  std::string html;
  std::string key;        // what to sort by, when not the text
  std::size_t shade = 0;  // how dark, 0 to 4
};

/// A table in a scroll box, named by its caption; sortable from 4 rows on. Of print it leaves
/// out rows that stand elsewhere on paper, and the whole table if more than 100 are left, and says
/// so.
class Table {
 public:
  /// `row_header` is the column whose cell names the row.
  Table(std::string_view id, std::string_view caption, std::vector<TableColumn> columns,
        std::size_t row_header = 0);
  void row(const std::vector<Cell>& cells, bool prints = true);
  bool empty() const { return rows_.empty(); }
  std::string html() const;

 private:
  bool prints() const { return printed_count_ > 0 && printed_count_ <= 100; }
  std::string left_out_of_print() const;

  std::string id_, caption_, rows_;
  std::vector<TableColumn> columns_;
  std::size_t row_header_, row_count_ = 0, printed_count_ = 0;
};

/// The table with its note before it; what it says when empty when it has no rows.
std::string table_html(std::string_view id, const TableWords& words);

/// What stands around every page.
struct Frame {
  std::string title, printed_title;  // the heading, and what the foot of a printed page says
  std::string subject, marking, date;
  std::vector<std::string> summary;                           // a paragraph each
  std::vector<std::pair<std::string, std::string>> contents;  // id and heading
  std::string about_heading;
  std::vector<std::string> about;  // a paragraph each
  bool brief = false;              // a page or two: no contents, figures among the words
};
/// The whole file; `body` is HTML.
std::string frame_page(const Frame& frame, std::string_view body);

/// A picture with its words and its text alternative; `number` counts from 1.
std::string figure_html(const ReportFigure& figure, std::string_view anchor, std::size_t number);
/// Sources, locator, confidence and row.
std::string citation_html(const Graph& graph, const CitationWords& citation);

/// What the parts of the report need to know of each other.
struct Page {
  Page(const Report& r, const std::vector<ReportFigure>& f);
  const Report& report;
  const Graph& graph;
  const std::vector<ReportFigure>& figures;
  Selection selection;
  std::map<const Finding*, std::string> anchors;  // of findings and questions that have an article
  std::vector<std::string> figure_anchors;        // in the order of figures
};

// The parts, in the order of the page.
std::string findings_section(const Page& page);
std::string questions_section(const Page& page);    // empty when there are none
std::string accepted_section(const Page& page);     // empty when there are none
std::string diagrams_section(const Page& page);     // empty when there are none
std::string departments_section(const Page& page);  // empty when none is open
std::string missions_section(const Page& page);     // the same
std::string tables_section(const Page& page);
std::string findings_table(const Page& page);
std::string ownership_table(const Page& page);
std::string pairs_table(const Page& page);
std::string matrix_section(const Page& page);  // empty when no department needs another
std::string relations_table(const Page& page);
std::string entities_table(const Page& page);
std::string sources_table(const Page& page);
std::string method_section(const Page& page);
std::string quality_section(const Page& page);

/// The evidence of a finding as a list, with links to sources.
std::string evidence_list(const Graph& graph, const Finding& finding);

/// The style sheet; `title`, `date` and `marking` go to the foot and head of printed pages.
std::string style(std::string_view title, std::string_view date, std::string_view marking);
/// What a brief has instead: figures among the words, and the marking at the foot too.
std::string brief_style(std::string_view marking);
std::string_view script();

/// SHA-256 in base64, as a content security policy wants it.
std::string hash_for_policy(std::string_view text);

}  // namespace crosscut::html
