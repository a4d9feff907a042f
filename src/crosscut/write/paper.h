// A paper in parts, which text, HTML and Markdown set alike: what whatif and compare have to say.
//
//   Paper paper{"A change on paper", "UK missions", "OFFICIAL-SENSITIVE", "May 2026"};
//   paper.parts.push_back({"effect", "Left without an owner", {}, {}, {}, {{"Rail reform"}}});
//   out << write_paper_html(paper);
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "crosscut/write/figure.h"
#include "crosscut/write/table_words.h"
#include "crosscut/write/words.h"

namespace crosscut {

/// A line of a list; all text is plain.
struct PaperItem {
  std::string words;
  std::vector<PaperItem> below = {};
  std::vector<CitationWords> citations = {};
  const Graph* graph = nullptr;  // of the citations
  bool folded = false;           // what stands below is detail: a page folds it, text leaves it out
  bool beside = false;           // its citations follow on the same line
};

struct PaperPart {
  std::string id;  // kebab-case, unique in the paper
  std::string heading;
  std::vector<std::string> paragraphs = {};
  std::optional<TableWords> table = {};
  std::optional<ReportFigure> figure = {};  // text leaves it out
  std::vector<PaperItem> items = {};
  std::vector<PaperPart> parts = {};
};

struct Paper {
  std::string title, subject, marking, date;
  std::vector<std::string> summary;  // a paragraph each
  std::vector<PaperPart> parts;
  std::vector<std::string> about;  // the foot, a paragraph each
  bool brief = false;              // a page or two: without contents, figures among the words
};

/// A relation with its sources below it.
PaperItem relation_item(const Graph& graph, RelationId id);
/// "Words (3)"
std::string counted(std::string_view words, std::size_t count);

/// text, html, md (without picture files) or odt.
std::string write_paper(const Paper& paper, std::string_view format);
std::string write_paper_text(const Paper& paper);
std::string write_paper_html(const Paper& paper);
/// `image_ending`: of the files in figures/ that it links, or empty.
std::string write_paper_markdown(const Paper& paper, std::string_view image_ending);

}  // namespace crosscut
