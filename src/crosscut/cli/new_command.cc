// new: an empty map with a worked row in each file, and a guide beside it.
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <utility>

#include "crosscut/base/text.h"
#include "crosscut/cli/command.h"
#include "crosscut/cli/files.h"
#include "crosscut/cli/guide.h"
#include "crosscut/read/columns.h"
#include "crosscut/write/csv.h"

namespace crosscut {
namespace {

namespace fs = std::filesystem;

// With a mark Excel takes a CSV file for UTF-8 and not for Windows-1252: ŵ stays ŵ. The mark and
// CRLF line ends are what Excel's own "CSV UTF-8" writes, so that a first save changes no line.
constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

/// A worked row: cells by column. Its dates are years, as Excel rewrites a month or a day.
struct WorkedRow {
  std::string_view file;
  std::vector<std::pair<std::string_view, std::string_view>> cells;
};

const std::vector<WorkedRow>& worked_rows() {
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

std::string_view cell_of(const WorkedRow& row, std::string_view column) {
  for (const auto& [name, text] : row.cells)
    if (name == column) return text;
  return {};
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

/// A row for each key, with the value that the worked row gives it.
std::string key_rows(const FileInfo& file, const WorkedRow& row) {
  std::string text = csv_row({"key", "value"});
  for (const ColumnInfo& key : file.columns)
    text += csv_row({std::string(key.name), std::string(cell_of(row, key.name))});
  return text;
}

std::string column_rows(const FileInfo& file, const std::vector<WorkedRow>& rows) {
  std::vector<std::string> cells;
  for (const ColumnInfo& column : file.columns) cells.emplace_back(column.name);
  std::string text = csv_row(cells);
  for (const WorkedRow& row : rows) {
    cells.clear();
    for (const ColumnInfo& column : file.columns) cells.emplace_back(cell_of(row, column.name));
    text += csv_row(cells);
  }
  return text;
}

std::string with_crlf(const std::string& text) {
  std::string result;
  for (const char c : text) result += c == '\n' ? std::string("\r\n") : std::string(1, c);
  return result;
}

std::vector<OutputFile> starter_files() {
  std::vector<OutputFile> files;
  for (const FileInfo& file : map_files()) {
    std::vector<WorkedRow> rows;
    for (const WorkedRow& row : worked_rows())
      if (row.file == file.name) rows.push_back(row);
    for (const WorkedRow& row : rows) check_columns(file, row);
    files.push_back({std::string(file.name),
                     std::string(byte_order_mark) +
                         (file.by_rows ? key_rows(file, rows.front()) : column_rows(file, rows))});
  }
  files.push_back({"GUIDE.md", with_crlf(guide_page())});  // Notepad of old knows no other line end
  return files;
}

/// Names of the files that are in the folder already, whatever they are.
std::vector<std::string> files_there(const fs::path& folder, const std::vector<OutputFile>& files) {
  std::vector<std::string> names;
  for (const OutputFile& file : files) {
    std::error_code error;
    if (fs::symlink_status(folder / file.name, error).type() != fs::file_type::not_found)
      names.push_back(file.name);
  }
  return names;
}

}  // namespace

int run_new(const Options& options, const Streams& streams) {
  if (options.arguments.size() != 1 || options.arguments.front().empty())
    return fail(streams, "new needs the name of one folder to write into", "crosscut new my-map");
  const std::string& folder = options.arguments.front();
  std::error_code error;
  if (fs::exists(folder, error) && !fs::is_directory(folder, error))
    return fail(streams, folder + " is a file; nothing was written", "give the name of a folder");
  const std::vector<OutputFile> files = starter_files();
  if (const auto there = files_there(folder, files); !there.empty())
    return fail(streams, folder + " holds " + join_words(there) + " already; nothing was written",
                "give the name of a new folder, or move what is there");
  if (const std::string fault = write_files(folder, files); !fault.empty())
    return fail(streams, fault, "check that you may write there");
  std::vector<std::string> names;
  for (const OutputFile& file : files) names.push_back(file.name);
  streams.out << "Written into " << folder << ": " << join_words(names)
              << ".\nRead GUIDE.md, fill in the files, then: crosscut check " << folder << "\n";
  return clean;
}

}  // namespace crosscut
