#include "crosscut/write/html_parts.h"

#include <fmt/format.h>

#include "crosscut/write/markup.h"

namespace crosscut::html {
namespace {

bool stays_in_id(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
         c == ':' || c == '+';
}

/// What a cell sorts by when that is not its text: the key given, or "1204" for "1,204".
std::string sort_key(const Cell& cell, const TableColumn& column) {
  if (!cell.key.empty() || !column.is_number || cell.html.find(',') == std::string::npos)
    return cell.key;
  std::string digits = cell.html;
  std::erase(digits, ',');
  return digits;
}

/// `base`, or "base-2" when that is taken.
std::string unique_id(std::set<std::string>& taken, const std::string& base) {
  std::string id = base;
  for (std::size_t n = 2; !taken.insert(id).second; ++n) id = fmt::format("{}-{}", base, n);
  return id;
}

}  // namespace

std::string escape(std::string_view text) { return escape_markup(text); }

std::string id_of(std::string_view text) {
  std::string id;
  for (const char c : text) {
    if (stays_in_id(c))
      id += c;
    else
      id += fmt::format("_{:02x}", static_cast<unsigned char>(c));
  }
  return id;
}

std::string breakable(std::string_view place) {
  std::string out;
  for (const char c : escape(place)) {
    out += c;
    if (c == '/') out += "<wbr>";
  }
  return out;
}

std::string paragraph(std::string_view text, std::string_view css_class) {
  if (css_class.empty()) return fmt::format("<p>{}</p>\n", escape(text));
  return fmt::format("<p class=\"{}\">{}</p>\n", css_class, escape(text));
}

std::string list(const std::vector<std::string>& items) {
  if (items.empty()) return {};
  std::string text = "<ul>\n";
  for (const std::string& item : items) text += fmt::format("<li>{}</li>\n", escape(item));
  return text + "</ul>\n";
}

std::string section(int level, std::string_view id, std::string_view heading,
                    std::string_view body) {
  return fmt::format(
      "<section id=\"{0}\" aria-labelledby=\"{0}-h\">\n<h{1} "
      "id=\"{0}-h\">{2}</h{1}>\n{3}</section>\n",
      id, level, escape(heading), body);
}

std::string source_link(const Source& source) {
  const std::string_view host = web_host(source.url);
  if (host.empty()) return escape(source.title);
  return fmt::format("<a href=\"{}\">{} ({})</a>", escape(source.url), escape(source.title),
                     escape(host));
}

std::string severity_html(Severity severity) {
  const std::string_view mark = severity_mark(severity);
  const std::size_t space = mark.find(' ');
  return fmt::format("<span class=\"mark {}\"><span aria-hidden=\"true\">{}</span> {}</span>",
                     word(severity), mark.substr(0, space), mark.substr(space + 1));
}

Table::Table(std::string_view id, std::string_view caption, std::vector<TableColumn> columns,
             std::size_t row_header)
    : id_(id), caption_(caption), columns_(std::move(columns)), row_header_(row_header) {}

void Table::row(const std::vector<Cell>& cells, bool prints) {
  ++row_count_;
  if (prints) ++printed_count_;
  rows_ += prints ? "<tr>" : "<tr class=\"screen\">";
  for (std::size_t i = 0; i < cells.size(); ++i) {
    const bool names_row = i == row_header_;
    rows_ += names_row ? "<th scope=\"row\"" : "<td";
    if (cells[i].shade > 0)
      rows_ += fmt::format(" class=\"n s{}\"", cells[i].shade);
    else if (columns_[i].is_number)
      rows_ += " class=\"n\"";
    const std::string key = sort_key(cells[i], columns_[i]);
    if (!key.empty()) rows_ += fmt::format(" data-k=\"{}\"", escape(key));
    rows_ += fmt::format(">{}</{}>", cells[i].html, names_row ? "th" : "td");
  }
  rows_ += "</tr>\n";
}

std::string Table::left_out_of_print() const {
  if (!prints())
    return fmt::format("This table has {} and does not print. Read it in the report on screen.",
                       count_words(row_count_, "row", "rows"));
  return fmt::format("On screen this table has {}. In print it has the {} not printed above.",
                     count_words(row_count_, "row", "rows"),
                     printed_count_ == 1 ? "one" : number(printed_count_));
}

std::string Table::html() const {
  std::string heads;
  for (const TableColumn& column : columns_)
    heads += fmt::format("<th scope=\"col\"{}>{}</th>", column.is_number ? " class=\"n\"" : "",
                         escape(column.head));
  const bool prints_whole = prints() && printed_count_ == row_count_;
  return (prints_whole ? "" : paragraph(left_out_of_print(), "paper")) +
         fmt::format(
             "<div class=\"scroll\" role=\"region\" tabindex=\"0\" "
             "aria-labelledby=\"{0}-caption\">\n"
             "<table class=\"{4}{5}{6}\">\n<caption id=\"{0}-caption\">{1}</caption>\n"
             "<thead><tr>{2}</tr></thead>\n<tbody>\n{3}</tbody>\n</table>\n</div>\n",
             id_, escape(caption_), heads, rows_, row_count_ > 3 ? "sortable" : "",
             columns_.size() > 4 ? " many" : "", prints() ? "" : " screen");
}

std::string table_html(std::string_view id, const TableWords& words) {
  if (words.rows.empty()) return words.when_empty.empty() ? "" : paragraph(words.when_empty);
  Table table(id, words.caption, words.columns);
  for (const auto& row : words.rows) {
    std::vector<Cell> cells;
    for (const CellWords& cell : row) {
      cells.emplace_back(escape(cell.text), cell.key);
      cells.back().shade = cell.shade;
    }
    table.row(cells);
  }
  return (words.note.empty() ? "" : paragraph(words.note)) + table.html();
}

Page::Page(const Report& r, const std::vector<ReportFigure>& f)
    : report(r), graph(r.graph), figures(f), selection(select_findings(r)) {
  std::set<std::string> taken;
  for (const auto* findings : {&selection.body, &selection.questions})
    for (const Finding* finding : *findings)
      anchors[finding] = unique_id(taken, "finding-" + id_of(finding_id(*finding, graph)));
  for (const ReportFigure& figure : figures)
    figure_anchors.push_back(unique_id(taken, "figure-" + id_of(figure.id)));
}

}  // namespace crosscut::html
