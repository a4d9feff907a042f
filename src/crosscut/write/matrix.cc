#include "crosscut/write/matrix.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "crosscut/base/text.h"
#include "crosscut/model/marking.h"
#include "crosscut/model/names.h"
#include "crosscut/write/dot.h"
#include "crosscut/write/markup.h"
#include "crosscut/write/picture.h"
#include "crosscut/write/theme.h"
#include "crosscut/write/words.h"

namespace crosscut {
namespace {

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
  std::size_t most = 0;
  std::vector<std::string> with_most;
  for (std::size_t column = 0; column < matrix.rows.size(); ++column) {
    std::size_t sum = 0;
    for (std::size_t row = 0; row < matrix.rows.size(); ++row) sum += matrix.at(row, column).needs;
    needs += sum;
    if (sum > most) with_most.clear();
    most = std::max(most, sum);
    if (sum == most) with_most.push_back(full_name(report.graph, matrix.rows[column].id));
  }
  const std::string share = most == 1 ? "one" : std::to_string(most);
  const std::string all = count_of(needs, "need", "needs") + " on record";
  matrix.title = with_most.size() > 1
                     ? "No department meets more than " + share + " of " + all
                     : "Of " + all + ", " + share + (most == 1 ? " rests with " : " rest with ") +
                           with_most.front() + ": the most";
  matrix.subtitle = "Rows rely on columns: " + count_of(needs, "need", "needs") + " between " +
                    count_of(matrix.rows.size(), "department", "departments");
  matrix.key = {"The darker a cell, the more needs: one, 2, 3 to 4, 5 or more."};
  const auto gap = [](const MatrixCell& cell) { return cell.gap; };
  if (std::any_of(matrix.cells.begin(), matrix.cells.end(), gap))
    matrix.key.emplace_back("Orange frame with ▲: we found no board where both sit.");
  matrix.source = source_line(report);
  if (is_above_official(report.marking)) matrix.marking = report.marking;
}

}  // namespace

std::string row_name(const MatrixRow& row) {
  return row.name + (row.silo ? " (possible silo)" : "");
}

std::string cell_text(const MatrixCell& cell) {
  return cell.needs == 0 ? "" : (cell.gap ? "▲" : "") + std::to_string(cell.needs);
}

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
    rows += "<TR>" + cell(std::to_string(i + 1) + "  " + row_name(matrix.rows[i]), theme::text,
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
  Picture page;
  page.id = "matrix";
  page.title = matrix.title;
  page.subtitle = matrix.subtitle;
  page.key = matrix.key;
  page.source = matrix.source;
  page.marking = matrix.marking;
  return frame_dot(page,
                   fmt::format("  grid [shape=plaintext margin=0 id=\"matrix-grid\" label=<<TABLE "
                               "BORDER=\"0\" CELLBORDER=\"1\" CELLSPACING=\"0\" CELLPADDING=\"1\" "
                               "COLOR=\"{}\">{}</TABLE>>];\n",
                               theme::rule, rows),
                   {title});
}

TableWords matrix_words(const Matrix& matrix) {
  TableWords words;
  words.caption = matrix.title;
  words.note = matrix.subtitle + ". ▲: we found no board where both sit.";
  words.columns = {{"Relies on others"}};
  for (const MatrixRow& row : matrix.rows) words.columns.push_back({row.code, true});
  for (std::size_t i = 0; i < matrix.rows.size(); ++i) {
    const MatrixRow& row = matrix.rows[i];
    words.rows.push_back({CellWords(row_name(row))});
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
