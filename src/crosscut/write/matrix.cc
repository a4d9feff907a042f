#include "crosscut/write/matrix.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>

#include "crosscut/base/text.h"
#include "crosscut/model/names.h"
#include "crosscut/write/markup.h"
#include "crosscut/write/picture.h"
#include "crosscut/write/theme.h"
#include "crosscut/write/words.h"

namespace crosscut {
namespace {

constexpr double cell_size = 24;    // points
constexpr double text_width = 5.2;  // of a 9pt character, about
constexpr double margin = 10;

std::map<EntityId, std::size_t> number_rows(const Report& report) {
  std::vector<EntityId> ids;
  for (const DepartmentPair& pair : report.pairs)
    if (!pair.needs.empty()) ids.insert(ids.end(), {pair.a, pair.b});
  std::sort(ids.begin(), ids.end(), [&](EntityId a, EntityId b) {
    return std::pair(short_name(report.graph, a), a) < std::pair(short_name(report.graph, b), b);
  });
  ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
  std::map<EntityId, std::size_t> rows;
  for (std::size_t i = 0; i < ids.size(); ++i) rows[ids[i]] = i;
  return rows;
}

bool has_finding(const Report& report, std::string_view lens, EntityId a,
                 std::optional<EntityId> b = std::nullopt) {
  return std::any_of(report.findings.begin(), report.findings.end(), [&](const Finding& finding) {
    return finding.card->id == lens && finding.subjects[0] == a &&
           (!b || finding.subjects[1] == *b);
  });
}

void count_needs(const Report& report, const std::map<EntityId, std::size_t>& rows,
                 Matrix& matrix) {
  const std::size_t size = rows.size();
  for (const DepartmentPair& pair : report.pairs) {
    if (pair.needs.empty()) continue;
    const std::size_t a = rows.at(pair.a);
    const std::size_t b = rows.at(pair.b);
    for (const RelationId r : pair.needs) {
      const auto from = report.graph.departments(report.graph.relation(r).from);
      const bool forward = std::find(from.begin(), from.end(), pair.a) != from.end();
      ++matrix.cells[forward ? a * size + b : b * size + a].needs;
    }
    const bool gap = has_finding(report, "coordination-gap", pair.a, pair.b);
    for (MatrixCell* cell : {&matrix.cells[a * size + b], &matrix.cells[b * size + a]})
      cell->gap = gap && cell->needs > 0;
  }
}

void add_words(const Report& report, Matrix& matrix) {
  std::size_t needs = 0;
  const MatrixRow* most = nullptr;
  std::size_t most_needs = 0;
  for (std::size_t column = 0; column < matrix.rows.size(); ++column) {
    std::size_t sum = 0;
    for (std::size_t row = 0; row < matrix.rows.size(); ++row) sum += matrix.at(row, column).needs;
    needs += sum;
    if (sum > most_needs) most = &matrix.rows[column];
    most_needs = std::max(most_needs, sum);
  }
  matrix.title = "Of the needs on record, most rest with " + full_name(report.graph, most->id) +
                 ": " + std::to_string(most_needs) + " of " + std::to_string(needs);
  matrix.subtitle = "Rows rely on columns: " + count_of(needs, "need", "needs") + " between " +
                    count_of(matrix.rows.size(), "department", "departments");
  matrix.key = {"The darker a cell, the more needs: one, 2, 3 to 4, 5 or more."};
  const auto gap = [](const MatrixCell& cell) { return cell.gap; };
  if (std::any_of(matrix.cells.begin(), matrix.cells.end(), gap))
    matrix.key.emplace_back("Orange frame with ▲: we found no board where both sit.");
  if (std::any_of(matrix.rows.begin(), matrix.rows.end(),
                  [](const MatrixRow& row) { return row.silo; }))
    matrix.key.emplace_back("Orange dashed frame: possible silo.");
  matrix.source = source_line(report);
}

std::string cell_text(const MatrixCell& cell) {
  return cell.needs == 0 ? "" : (cell.gap ? "▲" : "") + std::to_string(cell.needs);
}

std::string svg_text(double x, double y, double size, std::string_view colour,
                     std::string_view text, std::string_view extra = "") {
  return fmt::format("<text x=\"{:.1f}\" y=\"{:.1f}\" font-size=\"{}\" fill=\"{}\"{}>{}</text>\n",
                     x, y, size, colour, extra, escape_markup(text));
}

/// Where the grid begins, and how large all is, in points.
struct Frame {
  double left = 0, top = 0, width = 0, height = 0;
};

class SvgWriter {
 public:
  SvgWriter(const Matrix& matrix, bool title) : matrix_(matrix), title_(title) {}

  std::string run() {
    lay_out();
    std::string text = fmt::format(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {:.0f} {:.0f}\" "
        "font-family=\"Arial, Helvetica, sans-serif\" role=\"img\" "
        "aria-labelledby=\"matrix-title matrix-desc\"><title id=\"matrix-title\">{}</title>"
        "<desc id=\"matrix-desc\">{}. The full list stands below the picture.</desc>\n"
        "<rect width=\"100%\" height=\"100%\" fill=\"{}\"/>\n",
        frame_.width, frame_.height, escape_markup(matrix_.title), escape_markup(matrix_.subtitle),
        theme::white);
    if (title_) text += words();
    for (std::size_t i = 0; i < size(); ++i) text += row(i) + column_head(i);
    return text + frames() + "</svg>\n";
  }

 private:
  std::size_t size() const { return matrix_.rows.size(); }
  double x(std::size_t column) const {
    return frame_.left + static_cast<double>(column) * cell_size;
  }
  double y(std::size_t row) const { return frame_.top + static_cast<double>(row) * cell_size; }

  void lay_out() {
    double longest = 0;
    double tallest = 0;
    for (const MatrixRow& row : matrix_.rows) {
      longest = std::max(longest, static_cast<double>(count_characters(row.name)) * text_width);
      tallest = std::max(tallest, static_cast<double>(count_characters(row.code)) * 6.5);
    }
    if (title_) {
      heading_ = wrap_full(matrix_.title, 60);
      std::string key = join(matrix_.key, " ");
      foot_ = wrap_full(key, 100);
      const auto source = wrap_full(matrix_.source, 100);
      foot_.insert(foot_.end(), source.begin(), source.end());
    }
    const double head = title_ ? 22 * static_cast<double>(heading_.size()) + 26 : 0;
    frame_.left = margin + longest + 12;
    frame_.top = margin + head + tallest + 10;
    const double words_width = title_ ? 520 : 0;
    frame_.width = std::max(x(size()), words_width) + margin;
    frame_.height = y(size()) + margin + 14 * static_cast<double>(foot_.size());
  }

  std::string words() const {
    std::string text;
    double line = margin + 16;
    for (const std::string& part : heading_) {
      text += svg_text(margin, line, 16, theme::text, part, " font-weight=\"bold\"");
      line += 20;
    }
    text += svg_text(margin, line, 11, theme::second_text, matrix_.subtitle);
    line = y(size()) + 22;
    for (const std::string& part : foot_) {
      text += svg_text(margin, line, 9, theme::text, part);
      line += 13;
    }
    return text;
  }

  std::string column_head(std::size_t i) const {
    const double middle = x(i) + cell_size / 2 + 3.5;
    return svg_text(middle, frame_.top - 6, 9, theme::text, matrix_.rows[i].code,
                    fmt::format(" font-weight=\"bold\" transform=\"rotate(-90 {:.1f} {:.1f})\"",
                                middle, frame_.top - 6));
  }

  std::string row(std::size_t i) const {
    std::string text = svg_text(margin, y(i) + cell_size / 2 + 3.5, 9, theme::text,
                                matrix_.rows[i].name, " font-weight=\"bold\"");
    for (std::size_t j = 0; j < size(); ++j) text += cell(i, j);
    return text;
  }

  std::string cell(std::size_t i, std::size_t j) const {
    const MatrixCell& cell = matrix_.at(i, j);
    const theme::CellStyle& style = theme::cell_style(cell.needs);
    std::string text = fmt::format(
        "<rect x=\"{:.1f}\" y=\"{:.1f}\" width=\"{}\" height=\"{}\" fill=\"{}\" stroke=\"{}\"/>\n",
        x(j), y(i), cell_size, cell_size, i == j ? theme::group_tint : style.fill, theme::rule);
    if (cell.needs > 0)
      text += svg_text(x(j) + cell_size / 2, y(i) + cell_size / 2 + 3.5, 9, style.text,
                       cell_text(cell), " text-anchor=\"middle\"");
    return text;
  }

  /// Frames of gaps and silos, over the grid.
  std::string frames() const {
    std::string text;
    const auto frame = [&](double left, double top, double width, std::string_view dashes) {
      text += fmt::format(
          "<rect x=\"{:.1f}\" y=\"{:.1f}\" width=\"{:.1f}\" height=\"{}\" fill=\"none\" "
          "stroke=\"{}\" stroke-width=\"2.5\"{}/>\n",
          left, top, width, cell_size - 2, theme::finding, dashes);
    };
    for (std::size_t i = 0; i < size(); ++i) {
      for (std::size_t j = 0; j < size(); ++j)
        if (matrix_.at(i, j).gap) frame(x(j) + 1, y(i) + 1, cell_size - 2, "");
      if (matrix_.rows[i].silo)
        frame(margin - 4, y(i) + 1, x(size()) - margin + 6, " stroke-dasharray=\"5 3\"");
    }
    return text;
  }

  const Matrix& matrix_;
  bool title_;
  Frame frame_;
  std::vector<std::string> heading_, foot_;
};

}  // namespace

std::optional<Matrix> needs_matrix(const Report& report) {
  const auto rows = number_rows(report);
  if (rows.empty()) return std::nullopt;
  Matrix matrix;
  matrix.rows.resize(rows.size());
  for (const auto& [id, row] : rows)
    matrix.rows[row] = {id, short_name(report.graph, id), initials(report.graph, id),
                        has_finding(report, "silo", id)};
  matrix.cells.resize(rows.size() * rows.size());
  count_needs(report, rows, matrix);
  add_words(report, matrix);
  return matrix;
}

std::string write_matrix_svg(const Matrix& matrix, bool title) {
  return SvgWriter(matrix, title).run();
}

std::string write_matrix_dot(const Matrix& matrix, bool title) {
  const auto cell = [](std::string_view text, std::string_view colour, std::string_view more) {
    if (text.empty()) return fmt::format("<TD {}></TD>", more);
    return fmt::format("<TD {}><FONT POINT-SIZE=\"9\" COLOR=\"{}\">{}</FONT></TD>", more, colour,
                       escape_markup(text));
  };
  constexpr std::string_view square =
      "WIDTH=\"26\" HEIGHT=\"26\" FIXEDSIZE=\"TRUE\" BGCOLOR=\"{}\"";
  std::string rows = "<TR>" + cell("", theme::text, "BORDER=\"0\"");
  for (std::size_t j = 0; j < matrix.rows.size(); ++j)
    rows += cell(std::to_string(j + 1), theme::text, "BORDER=\"0\"");
  rows += "</TR>";
  for (std::size_t i = 0; i < matrix.rows.size(); ++i) {
    const std::string name = std::to_string(i + 1) + "  " + matrix.rows[i].name;
    rows += "<TR>" + cell(name + (matrix.rows[i].silo ? " (possible silo)" : ""), theme::text,
                          "ALIGN=\"LEFT\" BORDER=\"0\"");
    for (std::size_t j = 0; j < matrix.rows.size(); ++j) {
      const MatrixCell& needs = matrix.at(i, j);
      const theme::CellStyle& style = theme::cell_style(needs.needs);
      rows +=
          cell(cell_text(needs), style.text,
               fmt::format(fmt::runtime(square), i == j ? theme::group_tint : style.fill) +
                   (needs.gap ? fmt::format(" BORDER=\"3\" COLOR=\"{}\"", theme::finding) : ""));
    }
    rows += "</TR>";
  }
  const auto lines = [](const std::vector<std::string>& texts, int size, std::string_view colour) {
    std::string all;
    for (const std::string& text : texts)
      all += fmt::format("<FONT POINT-SIZE=\"{}\" COLOR=\"{}\">{}</FONT><BR ALIGN=\"LEFT\"/>", size,
                         colour, escape_markup(text));
    return all;
  };
  std::string dot = fmt::format(
      "digraph matrix {{\n  graph [fontname=\"{0}\" bgcolor=\"{1}\" pad=0.15 id=\"matrix\"];\n  "
      "node "
      "[fontname=\"{0}\" shape=plaintext margin=0];\n",
      theme::font, theme::white);
  if (title)
    dot += fmt::format(
        "  subgraph cluster_page {{ graph [labelloc=t labeljust=l pencolor=\"{0}\" "
        "label=<{1}{2}>];\n  subgraph cluster_body {{ graph [labelloc=b labeljust=l "
        "pencolor=\"{0}\" label=<{3}{4}>];\n",
        theme::white, "<B>" + lines(wrap_full(matrix.title, 60), 16, theme::text) + "</B>",
        lines({matrix.subtitle}, 11, theme::second_text),
        lines(wrap_full(join(matrix.key, " "), 110), 9, theme::text),
        lines(wrap_full(matrix.source, 110), 9, theme::second_text));
  dot += fmt::format(
      "  grid [id=\"matrix-grid\" label=<<TABLE BORDER=\"0\" CELLBORDER=\"1\" CELLSPACING=\"0\" "
      "CELLPADDING=\"1\" COLOR=\"{}\">{}</TABLE>>];\n",
      theme::rule, rows);
  return dot + (title ? "  }}\n}\n" : "}\n");
}

TableWords matrix_words(const Matrix& matrix) {
  TableWords words;
  words.caption = matrix.title;
  words.note = matrix.subtitle + ". ▲: we found no board where both sit.";
  words.columns = {{"Relies on others"}};
  for (const MatrixRow& row : matrix.rows) words.columns.push_back({row.code, true});
  for (std::size_t i = 0; i < matrix.rows.size(); ++i) {
    const MatrixRow& row = matrix.rows[i];
    words.rows.push_back({CellWords(row.name + (row.silo ? " (possible silo)" : ""))});
    for (std::size_t j = 0; j < matrix.rows.size(); ++j) {
      const MatrixCell& cell = matrix.at(i, j);
      CellWords text(cell_text(cell), std::to_string(cell.needs));
      text.shade = theme::cell_shade(cell.needs);
      words.rows.back().push_back(std::move(text));
    }
  }
  return words;
}

std::vector<std::string> matrix_as_text(const Matrix& matrix) {
  std::vector<std::string> sentences;
  for (std::size_t i = 0; i < matrix.rows.size(); ++i)
    for (std::size_t j = 0; j < matrix.rows.size(); ++j)
      if (const MatrixCell& cell = matrix.at(i, j); cell.needs > 0)
        sentences.push_back(matrix.rows[i].name + " has " + count_of(cell.needs, "need", "needs") +
                            " that rest with " + matrix.rows[j].name +
                            (cell.gap ? "; we found no board where both sit." : "."));
  return sentences;
}

}  // namespace crosscut
