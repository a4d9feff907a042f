// new: an empty map with a worked row in each file, and a guide beside it.
#include <filesystem>

#include "crosscut/base/text.h"
#include "crosscut/cli/command.h"
#include "crosscut/cli/files.h"
#include "crosscut/cli/guide.h"
#include "crosscut/cli/worked_rows.h"
#include "crosscut/write/csv.h"

namespace crosscut {
namespace {

namespace fs = std::filesystem;

// With a mark Excel takes a CSV file for UTF-8 and not for Windows-1252: ŵ stays ŵ. The mark and
// CRLF line ends are what Excel's own "CSV UTF-8" writes, so that a first save changes no line.
constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

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
    const std::vector<WorkedRow> rows = worked_rows(file);
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
  if (!options.xlsx.empty()) return run_new_workbook(options, streams);
  if (!options.from.empty() || !options.same.empty() || options.release)
    return fail(streams, "--from, --same and --release go with --xlsx",
                "crosscut new --xlsx my-map.xlsx --from another-map");
  if (options.arguments.size() != 1 || options.arguments.front().empty())
    return fail(streams, "new needs the name of one folder to write into, or --xlsx FILE",
                "crosscut new my-map");
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
