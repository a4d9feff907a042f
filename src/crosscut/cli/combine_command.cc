// combine: many returns into one map, with what they disagree on and what could not be read.
#include <algorithm>

#include "crosscut/base/text.h"
#include "crosscut/cli/map_output.h"
#include "crosscut/edit/conflicts.h"
#include "crosscut/edit/flatten.h"
#include "crosscut/edit/unlinked.h"
#include "crosscut/read/join.h"

namespace crosscut {
namespace {

struct Gathered {
  std::vector<MapRead> reads;
  Files files;
  std::vector<Diagnostic> diagnostics;  // of reading, by return
  std::size_t typed = 0;                // rows
  std::vector<Place> left_out;
};

/// The rows of a return that name no respondent are of its publisher, or of the file by its name.
void name_respondent(Dataset& data) {
  MapInfo& map = data.maps.front();
  if (map.publisher.empty()) map.publisher = map.folder;
  for (RelationRow& row : data.relations)
    if (row.respondent.empty()) row.respondent = map.publisher;
}

Gathered gather(const Options& options) {
  Gathered all;
  ReadOptions read;
  read.max_file_bytes = options.max_file_bytes;
  for (const std::string& path : options.arguments) {
    MapRead one = read_map(path, read, all.files);
    name_respondent(one.dataset);
    all.typed += one.rows;
    all.left_out.insert(all.left_out.end(), one.left_out.begin(), one.left_out.end());
    std::move(one.diagnostics.begin(), one.diagnostics.end(), std::back_inserter(all.diagnostics));
    one.diagnostics.clear();
    all.reads.push_back(std::move(one));
  }
  return all;
}

TextTable conflicts_table(const std::vector<Conflict>& conflicts, const Files& files) {
  TextTable table{
      "conflicts", {"number", "about", "question", "answer", "given by", "where", "settle"}, {}};
  for (std::size_t i = 0; i < conflicts.size(); ++i)
    for (const Version& version : conflicts[i].versions) {
      std::vector<std::string> places;
      for (const Place& place : version.places) places.push_back(format_place(place, files));
      table.rows.push_back({std::to_string(i + 1), conflicts[i].about, conflicts[i].question,
                            version.value, join(version.respondents, ", "), join(places, ", "),
                            ""});
    }
  return table;
}

/// What was typed in the row, for people to find it again.
std::string typed_in(const Place& place, const Files& files) {
  if (!place.known() || place.line == 0) return {};
  std::string text(files[place.file]->line(place.line));
  std::replace(text.begin(), text.end(), '\t', ' ');
  return text;
}

TextTable rejected_table(const std::vector<Diagnostic>& errors, const Files& files) {
  TextTable table{"rejected", {"where", "typed", "why", "hint"}, {}};
  for (const Diagnostic& error : errors) {
    if (error.level != Level::error) continue;
    const std::string where = error.place.known() ? format_place(error.place, files) : error.path;
    table.rows.push_back({where, typed_in(error.place, files), error.message, error.hint});
  }
  return table;
}

std::size_t rows_of(const std::vector<Dataset>& datasets) {
  std::size_t rows = 0;
  for (const Dataset& data : datasets) rows += data.entities.size() + data.sources.size();
  return rows;
}

void print_summary(const Gathered& all, std::size_t merged, const Dataset& one,
                   const std::vector<Conflict>& conflicts, const Streams& streams) {
  const std::size_t taken = one.entities.size() + one.relations.size() + one.sources.size();
  streams.out << capitalise(count_of(all.reads.size(), "return", "returns")) << " with "
              << count_of(all.typed, "row", "rows") << ": " << taken << " are in the map, "
              << merged << " say the same as one of these, " << all.left_out.size()
              << " could not be read.\n"
              << capitalise(count_of(conflicts.size(), "disagreement", "disagreements"))
              << (conflicts.empty() ? ".\n" : ": see conflicts.\n");
  if (!all.left_out.empty()) streams.out << "What could not be read stands in rejected.\n";
}

}  // namespace

int run_combine(const Options& options, const Streams& streams) {
  if (const std::string fault = check_map_output(options); !fault.empty())
    return fail(streams, fault, "crosscut combine returns/*.xlsx -o map.xlsx");
  Gathered all = gather(options);
  std::vector<Dataset> returns;
  for (const MapRead& read : all.reads) returns.push_back(read.dataset);
  MapRead joined = join_maps(all.reads, {});
  std::move(joined.diagnostics.begin(), joined.diagnostics.end(),
            std::back_inserter(all.diagnostics));
  Dataset one = flatten(joined.dataset, options.title);
  one.files = all.files;
  const std::size_t merged = rows_of(returns) - one.entities.size() - one.sources.size();
  Unlinked unlinked = drop_unlinked(one);
  all.left_out.insert(all.left_out.end(), unlinked.left_out.begin(), unlinked.left_out.end());
  std::move(unlinked.errors.begin(), unlinked.errors.end(), std::back_inserter(all.diagnostics));
  sort_diagnostics(all.diagnostics);
  const std::vector<Conflict> conflicts = find_conflicts(returns, link(one, {}).graph);
  std::vector<TextTable> tables = map_tables(one);
  if (!conflicts.empty()) tables.push_back(conflicts_table(conflicts, all.files));
  const TextTable rejected = rejected_table(all.diagnostics, all.files);
  if (!rejected.rows.empty()) tables.push_back(rejected);
  for (const Diagnostic& diagnostic : all.diagnostics)
    streams.err << format_diagnostic(diagnostic, all.files, streams.colour);
  if (one.entities.empty())
    return fail(streams, "no row of the returns could be read; nothing was written");
  if (const int code = write_map(tables, one.maps.front().title, options, streams); code != clean)
    return code;
  print_summary(all, merged, one, conflicts, streams);
  return rejected.rows.empty() ? clean : found;
}

}  // namespace crosscut
