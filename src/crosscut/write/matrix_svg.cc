// The matrix as SVG: squares, turned names, and frames over them.
#include <fmt/format.h>

#include <algorithm>

#include "crosscut/base/text.h"
#include "crosscut/write/markup.h"
#include "crosscut/write/matrix.h"
#include "crosscut/write/picture.h"
#include "crosscut/write/theme.h"

namespace crosscut {
namespace {

constexpr double cell_size = 24;    // points
constexpr double text_width = 5.2;  // of a 9pt character, about
constexpr double margin = 10;

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
        "<desc id=\"matrix-desc\">{}. {}</desc>\n"
        "<rect width=\"100%\" height=\"100%\" fill=\"{}\"/>\n",
        frame_.width, frame_.height, escape_markup(matrix_.title), escape_markup(matrix_.subtitle),
        escape_markup(join(matrix_as_text(matrix_), " ")), theme::white);
    text += words();
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
      longest =
          std::max(longest, static_cast<double>(count_characters(row_name(row))) * text_width);
      tallest = std::max(tallest, static_cast<double>(count_characters(row.code)) * 6.5);
    }
    if (title_) {
      heading_ = wrap_full(matrix_.title, 60);
      std::string key = join(matrix_.key, " ");
      foot_ = wrap_full(key, 100);
      const auto source = wrap_full(matrix_.source, 100);
      foot_.insert(foot_.end(), source.begin(), source.end());
    } else if (!matrix_.marking.empty()) {
      foot_ = {matrix_.marking};
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
    if (title_) text += svg_text(margin, line, 11, theme::second_text, matrix_.subtitle);
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
                                row_name(matrix_.rows[i]), " font-weight=\"bold\"");
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

std::string write_matrix_svg(const Matrix& matrix, bool title) {
  return SvgWriter(matrix, title).run();
}

}  // namespace crosscut
