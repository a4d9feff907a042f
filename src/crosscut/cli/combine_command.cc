// combine: many returns into one map, with what they disagree on and what could not be read.
#include <algorithm>
#include <optional>

#include "crosscut/base/text.h"
#include "crosscut/cli/map_output.h"
#include "crosscut/edit/disagreements.h"
#include "crosscut/edit/flatten.h"
#include "crosscut/edit/take_in.h"
#include "crosscut/edit/unlinked.h"
#include "crosscut/read/join.h"

namespace crosscut {
namespace {

struct Gathered {
  std::optional<MapRead> base;  // the map of --from
  bool base_failed = false;
  std::vector<MapRead> returns;
  std::vector<SameRow> same;
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
  const ReadOptions read = read_options(options);
  for (const std::string& path : options.arguments) {
    MapRead one = read_map(path, read, all.files);
    name_respondent(one.dataset);
    all.typed += one.rows;
    all.left_out.insert(all.left_out.end(), one.left_out.begin(), one.left_out.end());
    std::move(one.diagnostics.begin(), one.diagnostics.end(), std::back_inserter(all.diagnostics));
    one.diagnostics.clear();
    all.returns.push_back(std::move(one));
  }
  for (const std::string& path : options.same) {
    const auto rows = read_same_file(path, read, all.files, all.diagnostics);
    all.same.insert(all.same.end(), rows.begin(), rows.end());
  }
  if (options.from.empty()) return all;
  std::vector<MapRead> maps;
  for (const std::string& path : options.from) maps.push_back(read_map(path, read, all.files));
  MapRead base = join_maps(std::move(maps), all.same);
  all.base_failed = has_errors(base.diagnostics);
  std::move(base.diagnostics.begin(), base.diagnostics.end(), std::back_inserter(all.diagnostics));
  all.base.emplace();
  all.base->dataset = flatten(base.dataset, options.title);
  return all;
}

/// "returns/dwp.xlsx[relations]!C14": no folder of this machine.
std::string where(const Place& place, const Files& files) {
  return short_path(format_place(place, files));
}

TextTable conflicts_table(const std::vector<Disagreement>& conflicts, const Files& files) {
  TextTable table{"conflicts", {"number", "about", "question", "answer", "given by", "where"}, {}};
  for (std::size_t i = 0; i < conflicts.size(); ++i)
    for (const Version& version : conflicts[i].versions) {
      std::vector<std::string> places;
      for (const Place& place : version.places) places.push_back(where(place, files));
      table.rows.push_back({std::to_string(i + 1), conflicts[i].about, conflicts[i].question,
                            version.value, join(version.respondents, ", "), join(places, ", ")});
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
    table.rows.push_back({error.place.known() ? where(error.place, files) : short_path(error.path),
                          typed_in(error.place, files), error.message, error.hint});
  }
  return table;
}

TextTable changes_table(const std::vector<ReturnChange>& changes, const Files& files) {
  TextTable table{
      "changes", {"respondent", "change", "about", "column", "before", "after", "where"}, {}};
  for (const ReturnChange& change : changes)
    table.rows.push_back({change.respondent, change.change, change.about, change.column,
                          change.before, change.after, where(change.place, files)});
  return table;
}

std::size_t rows_of(const std::vector<Dataset>& datasets) {
  std::size_t rows = 0;
  for (const Dataset& data : datasets) rows += data.entities.size() + data.sources.size();
  return rows;
}

std::string count_changes(const std::vector<ReturnChange>& changes) {
  std::vector<std::string> parts;
  for (const std::string_view word : {"confirmed", "corrected", "denied", "added"}) {
    const auto count = std::count_if(changes.begin(), changes.end(),
                                     [&](const ReturnChange& c) { return c.change == word; });
    parts.push_back(std::to_string(count) + " " + std::string(word));
  }
  return join_words(parts);
}

/// The returns without rows that name what no map has.
std::vector<Dataset> linked_returns(const Gathered& all) {
  std::vector<Dataset> returns;
  for (const MapRead& read : all.returns) {
    returns.push_back(read.dataset);
    std::erase_if(returns.back().relations, [&](const RelationRow& row) {
      return std::find(all.left_out.begin(), all.left_out.end(), row.place) != all.left_out.end();
    });
  }
  return returns;
}

struct Combined {
  std::vector<TextTable> tables;
  std::vector<Disagreement> conflicts;
  std::string counts;  // of the rows, in words
};

/// Without a map to answer, all rows are of one worth.
Combined join_returns(const Dataset& one, const std::vector<Dataset>& returns, const Graph& graph) {
  const std::size_t merged = rows_of(returns) - one.entities.size() - one.sources.size();
  const std::size_t taken = one.entities.size() + one.relations.size() + one.sources.size();
  return {map_tables(one), find_disagreements(returns, graph),
          std::to_string(taken) + " are in the map, " + std::to_string(merged) +
              " say the same as one of these"};
}

Combined answer_map(const Gathered& all, const std::vector<Dataset>& returns, const Graph& graph) {
  TakenIn taken = take_in(all.base->dataset, returns, graph);
  Combined result{std::move(taken.tables), find_disagreements(taken.answers, graph),
                  std::to_string(taken.touched) + " say something (" +
                      count_changes(taken.changes) + "), " + std::to_string(taken.untouched) +
                      " stand as they were sent"};
  if (!taken.changes.empty()) result.tables.push_back(changes_table(taken.changes, all.files));
  return result;
}

/// All rows as one map that links; what cannot be is noted as left out.
Dataset join_all(Gathered& all, const Options& options) {
  std::vector<MapRead> maps = all.returns;
  if (all.base) maps.insert(maps.begin(), *all.base);
  MapRead joined = join_maps(std::move(maps), all.same);
  Dataset one = flatten(joined.dataset, options.title);
  one.files = all.files;
  Unlinked unlinked = drop_unlinked(one);
  all.left_out.insert(all.left_out.end(), unlinked.left_out.begin(), unlinked.left_out.end());
  for (auto* found : {&joined.diagnostics, &unlinked.errors})
    std::move(found->begin(), found->end(), std::back_inserter(all.diagnostics));
  sort_diagnostics(all.diagnostics);
  return one;
}

std::string summary(const Gathered& all, const Combined& result, bool rejected) {
  return capitalise(count_of(all.returns.size(), "return", "returns")) + " with " +
         count_of(all.typed, "row", "rows") + ": " + result.counts + ", " +
         std::to_string(all.left_out.size()) + " could not be read.\n" +
         capitalise(count_of(result.conflicts.size(), "disagreement", "disagreements")) +
         (result.conflicts.empty() ? ".\n" : ": see conflicts.\n") +
         (rejected ? "What could not be read stands in rejected.\n" : "");
}

}  // namespace

int run_combine(const Options& options, const Streams& streams) {
  if (const std::string fault = check_map_output(options); !fault.empty())
    return fail(streams, fault, "crosscut combine returns/*.xlsx -o map.xlsx");
  Gathered all = gather(options);
  const Dataset one = join_all(all, options);
  for (const Diagnostic& diagnostic : all.diagnostics)
    streams.err << format_diagnostic(diagnostic, all.files, streams.colour);
  if (all.base_failed || one.entities.empty())
    return fail(streams, all.base_failed ? "the map of --from has errors; nothing was written"
                                         : "no row could be read; nothing was written");
  const Graph graph = link(one, {}).graph;
  const std::vector<Dataset> returns = linked_returns(all);
  Combined result = all.base ? answer_map(all, returns, graph) : join_returns(one, returns, graph);
  if (!result.conflicts.empty())
    result.tables.push_back(conflicts_table(result.conflicts, all.files));
  TextTable rejected = rejected_table(all.diagnostics, all.files);
  const bool any_rejected = !rejected.rows.empty();
  if (any_rejected) result.tables.push_back(std::move(rejected));
  if (const int code = write_map(result.tables, one.maps.front().title, options, streams);
      code != clean)
    return code;
  const bool to_output = options.output.empty() || options.output == "-";
  (to_output ? streams.err : streams.out) << summary(all, result, any_rejected);
  return any_rejected ? found : clean;
}

}  // namespace crosscut
