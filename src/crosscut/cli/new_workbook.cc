// new --xlsx: a workbook to fill in, empty or with the rows of maps.
#include <algorithm>
#include <filesystem>

#include "crosscut/base/text.h"
#include "crosscut/cli/command.h"
#include "crosscut/cli/form.h"
#include "crosscut/edit/flatten.h"
#include "crosscut/read/join.h"

namespace crosscut {
namespace {

namespace fs = std::filesystem;

/// What stands in the workbook that those who get it should perhaps not see.
std::string what_it_holds(const Dataset& one) {
  const bool notes = std::any_of(one.entities.begin(), one.entities.end(),
                                 [](const EntityRow& row) { return !row.note.empty(); }) ||
                     std::any_of(one.relations.begin(), one.relations.end(),
                                 [](const RelationRow& row) { return !row.note.empty(); });
  const bool respondents =
      std::any_of(one.relations.begin(), one.relations.end(),
                  [](const RelationRow& row) { return !row.respondent.empty(); });
  if (!notes && !respondents) return {};
  return std::string("It holds the ") +
         (notes && respondents ? "notes and respondents"
          : notes              ? "notes"
                               : "respondents") +
         " of the maps; --release leaves them out.\n";
}

}  // namespace

int run_new_workbook(const Options& options, const Streams& streams) {
  const fs::path path(options.xlsx);
  if (!options.arguments.empty())
    return fail(streams, "new writes a folder or a workbook, not both at once",
                "crosscut new --xlsx my-map.xlsx");
  if (to_lower(path.extension().string()) != ".xlsx" || path.stem().empty())
    return fail(streams,
                "the name of the workbook, \"" + options.xlsx + "\", does not end in .xlsx",
                "crosscut new --xlsx my-map.xlsx");
  std::error_code error;
  if (fs::symlink_status(path, error).type() != fs::file_type::not_found)
    return fail(streams, options.xlsx + " is there already; nothing was written",
                "give another name, or move what is there");
  Book book;
  std::string holds;
  if (options.from.empty()) {
    book = form_book(example_rows());
  } else {
    const auto dataset = load_dataset_or_complain(options, options.from, streams);
    if (!dataset) return bad;
    const Dataset one = flatten(*dataset);
    const Graph graph = link(one, {}).graph;
    book = form_book(map_rows(one, graph));
    holds = what_it_holds(one);
  }
  Options file = options;
  file.output = options.xlsx;
  if (const std::string fault = xlsx_limit(book); !fault.empty())
    return fail(streams, fault + "; nothing was written", "shorten it");
  if (const int code = write_result(write_xlsx(book), file, streams); code != clean) return code;
  streams.out << "Written: " << options.xlsx << ".\n"
              << holds << "Send it to those who are to fill it in. When it is back: crosscut check "
              << options.xlsx << "\n";
  return clean;
}

}  // namespace crosscut
