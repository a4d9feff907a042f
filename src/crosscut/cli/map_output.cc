#include "crosscut/cli/map_output.h"

#include <algorithm>
#include <array>
#include <filesystem>

#include "crosscut/base/text.h"
#include "crosscut/cli/files.h"
#include "crosscut/write/book.h"
#include "crosscut/write/map_files.h"

namespace crosscut {
namespace {

namespace fs = std::filesystem;

constexpr std::array<std::string_view, 4> formats = {"csv", "xlsx", "ods", "json"};

/// By -f, else by the ending of -o; a name without a known ending is a folder of CSV files.
std::string format_of(const Options& options) {
  if (!options.formats.empty()) return options.formats.front();
  std::string ending = to_lower(fs::path(options.output).extension().string());
  if (!ending.empty()) ending.erase(0, 1);
  return std::find(formats.begin(), formats.end(), ending) == formats.end() ? "csv" : ending;
}

double width_of(std::string_view heading) {
  if (heading == "name" || heading == "note" || heading == "title" || heading == "question")
    return 40;
  return heading == "id" || heading == "from" || heading == "to" || heading == "parent" ? 26 : 14;
}

Book book_of(const std::vector<TextTable>& tables, const std::string& title) {
  Book book{.title = title};
  for (const TextTable& table : tables) {
    BookSheet sheet;
    sheet.name = table.name;
    for (const std::string& heading : table.header)
      sheet.columns.push_back({.heading = heading, .width = width_of(heading)});
    sheet.rows = table.rows;
    book.sheets.push_back(std::move(sheet));
  }
  return book;
}

int write_folder(const std::vector<TextTable>& tables, const Options& options,
                 const Streams& streams) {
  std::error_code error;
  if (fs::exists(options.output, error) && !fs::is_directory(options.output, error))
    return fail(streams, options.output + " is a file; nothing was written",
                "give the name of a folder, or one that ends in .xlsx, .ods or .json");
  std::vector<OutputFile> files;
  for (const TextTable& table : tables)
    files.push_back({table.name + ".csv", write_table_csv(table)});
  const std::string fault = write_files(options.output, files);
  return fault.empty() ? clean : fail(streams, fault, "check that you may write there");
}

}  // namespace

std::string check_map_output(const Options& options) {
  if (std::string fault = check_formats(options.formats, {formats.begin(), formats.end()});
      !fault.empty())
    return fault;
  const bool to_output = options.output.empty() || options.output == "-";
  const fs::path path(options.output);
  std::error_code error;
  if (options.formats.empty() && !to_output && path.has_extension() &&
      format_of(options) == "csv" && !fs::is_directory(path, error))
    return "a map is not written as \"" + path.extension().string() +
           "\": give the name of a folder, or one that ends in .xlsx, .ods or .json";
  return to_output && format_of(options) != "json"
             ? options.command + " needs -o, the file or folder to write"
             : "";
}

int write_map(const std::vector<TextTable>& tables, const std::string& title,
              const Options& options, const Streams& streams) {
  const std::string format = format_of(options);
  if (format == "csv") return write_folder(tables, options, streams);
  if (format == "json") return write_result(write_map_json(tables), options, streams);
  const Book book = book_of(tables, title);
  if (format == "ods") return write_result(write_ods(book), options, streams);
  if (const std::string fault = xlsx_limit(book); !fault.empty())
    return fail(streams, fault + "; nothing was written", "shorten it, or write csv, ods or json");
  return write_result(write_xlsx(book), options, streams);
}

}  // namespace crosscut
