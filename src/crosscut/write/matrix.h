// Which department relies on which, as a grid: rows rely on columns. Written as SVG by ourselves,
// since Graphviz turns no text and draws no sharp grid; as DOT for the other formats; and as a
// table of the report.
//
//   if (const auto matrix = needs_matrix(report)) out << write_matrix_svg(*matrix, true);
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "crosscut/model/report.h"
#include "crosscut/write/table_words.h"

namespace crosscut {

struct MatrixRow {
  EntityId id{};
  std::string name, code;
  bool silo = false;  // a finding says that it may be one
};

struct MatrixCell {
  std::size_t needs = 0;  // of the row, met by the column
  bool gap = false;       // and we found no board where both sit
};

/// "Justice", or "Justice (possible silo)".
std::string row_name(const MatrixRow& row);
/// "2", "▲2" where it is a gap, or nothing.
std::string cell_text(const MatrixCell& cell);

struct Matrix {
  std::string title, subtitle, source;
  std::string marking;  // where it is above OFFICIAL: it stands without title and source too
  std::vector<std::string> key;
  std::vector<MatrixRow> rows;  // by name; the columns are the same
  std::vector<MatrixCell> cells;

  const MatrixCell& at(std::size_t row, std::size_t column) const {
    return cells[row * rows.size() + column];
  }
};

/// Departments with a need of another or met for another. Nothing when there is no such need.
std::optional<Matrix> needs_matrix(const Report& report);

/// The whole file. `title`: with title, key and source in the picture.
std::string write_matrix_svg(const Matrix& matrix, bool title);
/// The same as one table for Graphviz, with numbers in place of turned text.
std::string write_matrix_dot(const Matrix& matrix, bool title);

/// As a table of the report.
TableWords matrix_words(const Matrix& matrix);

/// Every need in words, a sentence for each pair.
std::vector<std::string> matrix_as_text(const Matrix& matrix);

}  // namespace crosscut
