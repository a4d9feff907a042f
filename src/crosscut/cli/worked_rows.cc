#include "crosscut/cli/worked_rows.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <string>

namespace crosscut {
namespace {

const std::vector<WorkedRow>& all_rows() {
  static const std::vector<WorkedRow> rows = {
      {"entities.csv",
       {{"id", "example-department"},
        {"name", "Example Department"},
        {"kind", "department"},
        {"aliases", "ExD | Department of Examples"},
        {"note", "An example: delete this row"},
        {"source", "example-source"}}},
      {"entities.csv",
       {{"id", "example-programme"},
        {"name", "Example Programme"},
        {"kind", "programme"},
        {"start", "2026"},
        {"due", "2029"},
        {"measure", "Number of examples understood"},
        {"note", "An example: delete this row"},
        {"source", "example-source"},
        {"status", "in-progress"},
        {"contact", "Example programme team"}}},
      {"entities.csv",
       {{"id", "example-strategy"},
        {"name", "Example Strategy"},
        {"kind", "policy"},
        {"note", "An example: delete this row"},
        {"source", "example-source"},
        {"status", "announced"}}},
      {"relations.csv",
       {{"from", "example-department"},
        {"relation", "leads"},
        {"to", "example-programme"},
        {"confidence", "stated"},
        {"start", "2026"},
        {"source", "example-source"},
        {"locator", "page 3"},
        {"note", "An example: delete this row"},
        {"capacity", "policy"}}},
      {"sources.csv",
       {{"id", "example-source"},
        {"title", "Example plan (delete this row)"},
        {"publisher", "Example Department"},
        {"date", "2026"},
        {"url", "https://example.org/plan"},
        {"type", "official"}}},
      {"map.csv", {{"title", "My map: write its title here"}}},
      {"same.csv",
       {{"id", "example-scheme"},
        {"same_as", "example-programme"},
        {"note", "An example: delete this row"}}},
      {"accepted.csv",
       {{"finding", "no-lead:example-strategy"},
        {"reason", "An example: a lead is to be named. Delete this row"}}},
  };
  return rows;
}

/// Every cell stands in a column that the file has; else the table above is wrong.
void check_columns(const FileInfo& file, const WorkedRow& row) {
  for (const auto& [name, text] : row.cells) {
    const auto is_it = [&](const ColumnInfo& column) { return column.name == name; };
    if (std::any_of(file.columns.begin(), file.columns.end(), is_it)) continue;
    std::fprintf(stderr, "crosscut: internal fault: no column %s\n", std::string(name).c_str());
    std::abort();
  }
}

}  // namespace

std::vector<WorkedRow> worked_rows(const FileInfo& file) {
  std::vector<WorkedRow> rows;
  for (const WorkedRow& row : all_rows())
    if (row.file == file.name) rows.push_back(row);
  for (const WorkedRow& row : rows) check_columns(file, row);
  return rows;
}

std::string_view cell_of(const WorkedRow& row, std::string_view column) {
  for (const auto& [name, text] : row.cells)
    if (name == column) return text;
  return {};
}

}  // namespace crosscut
