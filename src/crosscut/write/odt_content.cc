// content.xml: what a paper says, part by part.
#include <fmt/format.h>

#include <algorithm>
#include <pugixml.hpp>
#include <sstream>

#include "crosscut/base/text.h"
#include "crosscut/write/odt_parts.h"

namespace crosscut::odt {
namespace {

using Node = pugi::xml_node;

constexpr double landscape_width_cm = 27.3, landscape_height_cm = 17, portrait_height_cm = 20;
constexpr double cm = 2.54 / 72;      // in a point
constexpr double least_scale = 0.85;  // at which a figure may stand on an upright page

void set(Node node, const char* name, const std::string& value) {
  node.append_attribute(name) = clean(value).c_str();
}

void add_text(Node node, const std::string& words) {
  node.append_child(pugi::node_pcdata).set_value(clean(words).c_str());
}

Node add_paragraph(Node parent, const char* style, const std::string& words) {
  Node paragraph = parent.append_child("text:p");
  paragraph.append_attribute("text:style-name") = style;
  if (!words.empty()) add_text(paragraph, words);
  return paragraph;
}

bool is_web_address(const std::string& url) {
  return url.starts_with("https://") || url.starts_with("http://");
}

/// The same words as citation_line, with links.
void add_citation(Node paragraph, const Graph& graph, const CitationWords& citation) {
  for (std::size_t i = 0; i < citation.sources.size(); ++i) {
    const Source& source = graph.source(citation.sources[i]);
    if (i > 0) add_text(paragraph, "; ");
    if (is_web_address(source.url)) {
      Node link = paragraph.append_child("text:a");
      set(link, "xlink:type", "simple");
      set(link, "xlink:href", source.url);
      set(link, "text:style-name", "Internet_20_link");
      add_text(link, source.title);
    } else {
      add_text(paragraph, source.title);
    }
    std::string rest = source.publisher.empty() ? "" : ", " + source.publisher;
    if (source.date.given()) rest += ", " + format_date(source.date);
    if (!rest.empty()) add_text(paragraph, rest);
  }
  if (citation.sources.empty()) add_text(paragraph, "no source given");
  for (const std::string& words : {citation.locator, citation.confidence, citation.place})
    if (!words.empty()) add_text(paragraph, "; " + words);
}

class Writer {
 public:
  explicit Writer(const Paper& paper) : paper_(paper) {
    Node declaration = document_.append_child(pugi::node_declaration);
    declaration.append_attribute("version") = "1.0";
    declaration.append_attribute("encoding") = "UTF-8";
    Node root = document_.append_child("office:document-content");
    for (const auto& [prefix, name] : {std::pair("office", "office:1.0"),
                                       {"style", "style:1.0"},
                                       {"text", "text:1.0"},
                                       {"table", "table:1.0"},
                                       {"draw", "drawing:1.0"},
                                       {"fo", "xsl-fo-compatible:1.0"},
                                       {"svg", "svg-compatible:1.0"}})
      set(root, (std::string("xmlns:") + prefix).c_str(),
          std::string("urn:oasis:names:tc:opendocument:xmlns:") + name);
    set(root, "xmlns:xlink", "http://www.w3.org/1999/xlink");
    set(root, "office:version", "1.3");
    styles_ = root.append_child("office:automatic-styles");
    body_ = root.append_child("office:body").append_child("office:text");
  }

  Content run() {
    add_styles();
    add_paragraph(body_, "Title", paper_.title);
    add_paragraph(body_, "Subtitle", fmt::format("{}. As at {}.", paper_.subject, paper_.date));
    for (const std::string& words : paper_.summary) add_paragraph(body_, "Text_20_body", words);
    for (const PaperPart& part : paper_.parts) add_part(part, 1);
    // After a picture at the end, on its page.
    const bool picture_last = !paper_.parts.empty() && is_picture(paper_.parts.back());
    for (const std::string& words : paper_.about)
      add_paragraph(picture_last ? body_ : block(), "Note", words);
    std::ostringstream stream;
    document_.save(stream, "", pugi::format_raw);
    return {stream.str(), std::move(pictures_)};
  }

 private:
  /// Nothing but a figure.
  static bool is_picture(const PaperPart& part) {
    return part.figure && !part.table && part.paragraphs.empty() && part.items.empty() &&
           part.parts.empty();
  }

  static bool shows(const ReportFigure& figure) {
    return !figure.png.empty() && figure.width_pt > 0 && figure.height_pt > 0;
  }

  /// Too wide to be read on an upright page.
  static bool wants_landscape(const ReportFigure& figure) {
    return std::min(text_width_cm / (figure.width_pt * cm),
                    portrait_height_cm / (figure.height_pt * cm)) < least_scale;
  }

  /// Where the next block goes; after a picture on a page of its own, pages are upright again.
  Node block() {
    if (landscape_) add_paragraph(body_, "To_portrait", "");
    landscape_ = false;
    return body_;
  }

  Node add_style(const char* name, const char* family, const char* parent = nullptr) {
    Node style = styles_.append_child("style:style");
    set(style, "style:name", name);
    set(style, "style:family", family);
    if (parent != nullptr) set(style, "style:parent-style-name", parent);
    return style;
  }

  void add_styles() {
    set(add_style("Picture", "graphic").append_child("style:graphic-properties"),
        "style:vertical-pos", "top");
    struct Turn {
      const char *name, *parent, *master;
    };
    for (const Turn& turn : {Turn{"To_landscape", "Caption", "Landscape"},
                             {"Heading_to_landscape", "Heading_20_1", "Landscape"},
                             {"To_portrait", "Table_20_Gap", "Standard"}})
      set(add_style(turn.name, "paragraph", turn.parent), "style:master-page-name", turn.master);
    Node table = add_style("Table", "table").append_child("style:table-properties");
    set(table, "style:width", fmt::format("{}cm", text_width_cm));
    set(table, "table:align", "left");
    for (const auto& [name, width] : {std::pair("Cell", "0.5pt"), {"Head_cell", "1pt"}}) {
      Node cell = add_style(name, "table-cell").append_child("style:table-cell-properties");
      set(cell, "fo:padding", "0.08cm");
      set(cell, "fo:border", "none");
      set(cell, "fo:border-bottom", fmt::format("{} solid #B1B4B6", width));
    }
    set(add_style("Row", "table-row").append_child("style:table-row-properties"),
        "fo:keep-together", "always");
  }

  void add_part(const PaperPart& part, int level) {
    Node heading = block().append_child("text:h");
    const int shown = std::min(level, 4);
    const bool own_page =
        level == 1 && is_picture(part) && shows(*part.figure) && wants_landscape(*part.figure);
    set(heading, "text:style-name",
        own_page ? "Heading_to_landscape" : fmt::format("Heading_20_{}", shown));
    landscape_ = own_page;
    set(heading, "text:outline-level", std::to_string(shown));
    add_text(heading, part.heading);
    for (const std::string& words : part.paragraphs) add_paragraph(block(), "Text_20_body", words);
    if (part.table) add_table(*part.table, part.heading);
    add_items(body_, part.items, 1);
    if (part.figure) add_figure(*part.figure);
    for (const PaperPart& below : part.parts) add_part(below, level + 1);
  }

  void add_items(Node parent, const std::vector<PaperItem>& items, int level) {
    if (items.empty()) return;
    Node list = parent.append_child("text:list");
    if (level == 1) set(list, "text:style-name", items.front().beside ? "References" : "Bullets");
    for (const PaperItem& item : items) {
      Node entry = list.append_child("text:list-item");
      Node words = add_paragraph(entry, item.beside ? "Citation" : "List_20_Contents", item.words);
      for (const CitationWords& citation : item.citations) {
        if (item.beside) add_text(words, " ");
        add_citation(item.beside ? words : add_paragraph(entry, "Citation", ""), *item.graph,
                     citation);
      }
      add_items(entry, item.below, level + 1);
    }
  }

  /// Columns as wide as their words ask for, none too narrow to read.
  void add_columns(Node table, const TableWords& words) {
    constexpr double character_cm = 0.2, padding_cm = 0.25, most_asked = 9;
    std::vector<double> least, weights;
    double fixed = 0, sum = 0;
    for (std::size_t i = 0; i < words.columns.size(); ++i) {
      std::vector<std::string> cells = {words.columns[i].head};
      for (const auto& row : words.rows) cells.push_back(row[i].text);
      std::size_t longest_word = 0, longest = 0;
      for (const std::string& cell : cells) {
        longest = std::max(longest, count_characters(cell));
        for (const std::string_view part : split_list(cell, ' '))
          longest_word = std::max(longest_word, count_characters(part));
      }
      least.push_back(static_cast<double>(longest_word) * character_cm + padding_cm);
      const double whole = static_cast<double>(longest) * character_cm + padding_cm;
      weights.push_back(std::max(std::min(whole, most_asked) - least.back(), 0.05));
      fixed += least.back();
      sum += weights.back();
    }
    const double spare = std::max(text_width_cm - fixed, 0.0);
    for (std::size_t i = 0; i < weights.size(); ++i) {
      const std::string name = fmt::format("Table{}.{}", tables_, i + 1);
      set(add_style(name.c_str(), "table-column").append_child("style:table-column-properties"),
          "style:column-width", fmt::format("{:.2f}cm", least[i] + spare * weights[i] / sum));
      set(table.append_child("table:table-column"), "table:style-name", name);
    }
  }

  void add_row(Node parent, const TableWords& words, const std::vector<std::string>& cells,
               bool head) {
    Node row = parent.append_child("table:table-row");
    set(row, "table:style-name", "Row");
    for (std::size_t i = 0; i < cells.size(); ++i) {
      Node cell = row.append_child("table:table-cell");
      set(cell, "table:style-name", head ? "Head_cell" : "Cell");
      set(cell, "office:value-type", "string");
      add_paragraph(cell,
                    head && words.columns[i].is_number ? "Table_20_Number_20_heading"
                    : head                             ? "Table_20_Heading"
                    : words.columns[i].is_number       ? "Table_20_Number"
                                                       : "Table_20_Contents",
                    cells[i]);
    }
  }

  void add_table(const TableWords& words, const std::string& heading) {
    if (words.rows.empty()) {
      if (!words.when_empty.empty()) add_paragraph(body_, "Text_20_body", words.when_empty);
      return;
    }
    ++tables_;
    if (!words.note.empty()) add_paragraph(body_, "Text_20_body", words.note);
    if (!heading.starts_with(words.caption)) add_paragraph(body_, "Caption", words.caption);
    Node table = body_.append_child("table:table");
    set(table, "table:name", fmt::format("Table {}", tables_));
    set(table, "table:style-name", "Table");
    add_columns(table, words);
    std::vector<std::string> cells;
    for (const TableColumn& column : words.columns) cells.push_back(column.head);
    add_row(table.append_child("table:table-header-rows"), words, cells, true);
    for (const auto& row : words.rows) {
      cells.clear();
      for (const CellWords& cell : row) cells.push_back(cell.text);
      add_row(table, words, cells, false);
    }
    add_paragraph(body_, "Table_20_Gap", "");
  }

  void add_figure(const ReportFigure& figure) {
    if (!shows(figure)) return;
    const double width = figure.width_pt * cm, height = figure.height_pt * cm;
    const bool landscape = wants_landscape(figure);
    const double scale =
        std::min({(landscape ? landscape_width_cm : text_width_cm) / width,
                  (landscape ? landscape_room_cm(figure) : portrait_height_cm) / height, 1.1});
    pictures_.push_back(
        {fmt::format("Pictures/figure-{}.png", pictures_.size() + 1), figure.png, true});
    add_paragraph(landscape_ ? body_ : block(),
                  landscape && !landscape_ ? "To_landscape" : "Caption",
                  fmt::format("Figure {}: {}", pictures_.size(), figure.title));
    Node frame = add_paragraph(body_, "Figure", "").append_child("draw:frame");
    set(frame, "draw:style-name", "Picture");
    set(frame, "draw:name", fmt::format("Figure {}", pictures_.size()));
    set(frame, "text:anchor-type", "as-char");
    set(frame, "svg:width", fmt::format("{:.2f}cm", width * scale));
    set(frame, "svg:height", fmt::format("{:.2f}cm", height * scale));
    Node image = frame.append_child("draw:image");
    set(image, "xlink:href", pictures_.back().name);
    set(image, "xlink:type", "simple");
    set(image, "xlink:show", "embed");
    set(image, "xlink:actuate", "onLoad");
    add_text(frame.append_child("svg:title"), figure.title);
    add_text(frame.append_child("svg:desc"), join(figure.as_text, " "));
    add_paragraph(body_, "Note", figure_words(figure));
    landscape_ = landscape;
  }

  /// What the words around it leave of the height of its page.
  double landscape_room_cm(const ReportFigure& figure) const {
    constexpr double heading_cm = 1.8, line_cm = 0.42;
    constexpr std::size_t line_characters = 170;
    std::size_t lines = count_characters(figure.title) / line_characters + 1;
    lines += count_characters(figure_words(figure)) / line_characters + 1;
    for (const std::string& words : paper_.about)
      lines += count_characters(words) / line_characters + 1;
    return landscape_height_cm - heading_cm - line_cm * static_cast<double>(lines);
  }

  static std::string figure_words(const ReportFigure& figure) {
    std::vector<std::string> words;
    if (!figure.subtitle.empty()) words.push_back(figure.subtitle + ".");
    if (!figure.key.empty()) words.push_back("How to read it: " + figure.key);
    if (!figure.note.empty()) words.push_back("Note: " + figure.note);
    return join(words, " ");
  }

  const Paper& paper_;
  pugi::xml_document document_;
  Node styles_, body_;
  std::vector<ZipPart> pictures_;
  std::size_t tables_ = 0;
  bool landscape_ = false;  // on a page of that kind
};

}  // namespace

Content content_of(const Paper& paper) { return Writer(paper).run(); }

}  // namespace crosscut::odt
