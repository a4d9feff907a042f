// What the commands share: reading the maps, complaining, and the exit codes.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "crosscut/cli/commands.h"
#include "crosscut/cli/options.h"
#include "crosscut/draw/draw.h"
#include "crosscut/model/report.h"
#include "crosscut/read/load.h"

namespace crosscut {

inline constexpr int clean = 0;
inline constexpr int found = 1;  // a finding at or above --fail-on
inline constexpr int bad = 2;

/// Prints what is wrong with the call; returns the exit code for it.
int fail(const Streams& streams, const std::string& message, const std::string& hint = "");

struct Loaded {
  Graph graph;
  std::vector<Diagnostic> diagnostics;  // of reading, joining and linking, in order
  std::vector<AcceptedRow> accepted;
  std::optional<Withheld> withheld;   // with --release: the graph is that of the copy
  std::vector<std::string> made_ids;  // of entities whose row has none, from their names
};
Loaded load(const Options& options, const std::vector<std::string>& maps);

ReadOptions read_options(const Options& options);

/// The maps joined, as written, or with --release the copy to send outside; on errors of reading or
/// linking prints all diagnostics and returns nothing.
std::optional<Dataset> load_dataset_or_complain(const Options& options,
                                                const std::vector<std::string>& maps,
                                                const Streams& streams);

/// Loads the maps; on errors prints all diagnostics and returns nothing. So it does when --release
/// is asked for and a map as a whole is not fit for it.
std::optional<Loaded> load_or_complain(const Options& options, const std::vector<std::string>& maps,
                                       const Streams& streams);
void print_diagnostics(const Loaded& loaded, const Streams& streams);

/// Runs the lenses. What accepted.csv accepts is set apart; what it no longer accepts, or misnames,
/// is among the diagnostics.
Report examine_maps(Loaded loaded, const Options& options, bool all_measures = false);

/// What may have been meant by a text that names no single entity: the nearest name, else the
/// entities that have it in a name.
std::string suggest_entity(const Graph& graph, std::string_view text);

/// "No errors, 20 warnings"
std::string count_diagnostics(const std::vector<Diagnostic>& diagnostics);

/// What is wrong with the formats asked for; empty when all are known.
std::string check_formats(const std::vector<std::string>& formats,
                          const std::vector<std::string_view>& known);

/// The entity meant by an id, name or alias, or what to say of it.
std::variant<EntityId, UsageError> find_entity(const Graph& graph, const std::string& text);

/// Why one entity waits for another: the first shortest chains of needs, and whether there are
/// more.
struct Chains {
  std::vector<std::vector<RelationId>> chains;
  bool more = false;
};
Chains find_chains(const Graph& graph, EntityId from, EntityId to);

/// Whether -f json is asked for.
bool wants_json(const Options& options);

/// Drops what other lenses found; all stay when none is named. Returns what is wrong with a name.
std::optional<UsageError> keep_lenses(Report& report, const std::vector<std::string>& lenses);

/// Writes one result to the file of -o, or to standard output.
int write_result(const std::string& bytes, const Options& options, const Streams& streams);

/// svg, png or pdf.
ImageFormat image_format(std::string_view format);

// One a command; each returns the exit code.
int run_whatif(const Options& options, const Streams& streams);
int run_returns(const Options& options, const Streams& streams);
int run_combine(const Options& options, const Streams& streams);
int run_convert(const Options& options, const Streams& streams);
int run_compare(const Options& options, const Streams& streams);
int run_convene(const Options& options, const Streams& streams);
int run_brief(const Options& options, const Streams& streams);
int run_new(const Options& options, const Streams& streams);
int run_new_workbook(const Options& options, const Streams& streams);  // new --xlsx
int run_check(const Options& options, const Streams& streams);
int run_analyse(const Options& options, const Streams& streams);
int run_draw(const Options& options, const Streams& streams);
int run_show(const Options& options, const Streams& streams);
int run_trace(const Options& options, const Streams& streams);
int run_measure(const Options& options, const Streams& streams);
int run_explain(const Options& options, const Streams& streams);

}  // namespace crosscut
