// check, show and trace: a question and its answer on the terminal.
#include <utility>

#include "crosscut/base/text.h"
#include "crosscut/cli/command.h"
#include "crosscut/write/ask.h"

namespace crosscut {
namespace {

std::optional<EntityId> find_or_complain(const Graph& graph, const std::string& text,
                                         const Streams& streams) {
  const auto found = find_entity(graph, text);
  if (const auto* id = std::get_if<EntityId>(&found)) return *id;
  const auto& fault = std::get<UsageError>(found);
  fail(streams, fault.message, fault.hint);
  return std::nullopt;
}

/// The maps among the arguments: all but the last so many.
std::vector<std::string> maps_of(const Options& options, std::size_t last) {
  return {options.arguments.begin(), options.arguments.end() - static_cast<long>(last)};
}

}  // namespace

int run_check(const Options& options, const Streams& streams) {
  constexpr std::size_t most_ids = 5;
  Loaded loaded = load(options, options.arguments);
  if (!loaded.accepted.empty() && !has_errors(loaded.diagnostics)) {
    std::vector<std::string> made_ids = loaded.made_ids;
    Report report = examine_maps(std::move(loaded), options);
    loaded = {std::move(report.graph), std::move(report.diagnostics), {}, {}, std::move(made_ids)};
  }
  print_diagnostics(loaded, streams);
  streams.out << capitalise(count_diagnostics(loaded.diagnostics)) << " in "
              << count_of(loaded.graph.entity_count(), "entity", "entities") << " and "
              << count_of(loaded.graph.relation_count(), "relation", "relations") << ".\n";
  if (const std::size_t count = loaded.made_ids.size(); count > 0)
    streams.out << capitalise(
                       count_of(count, "id was made from a name: ", "ids were made from names: "))
                << join_some(loaded.made_ids, most_ids) << ".\n";
  return has_errors(loaded.diagnostics) ? bad : clean;
}

int run_show(const Options& options, const Streams& streams) {
  if (options.arguments.size() < 2)
    return fail(streams, "show needs at least one map and an id", "crosscut show --help");
  if (const std::string fault = check_formats(options.formats, {"text", "json"}); !fault.empty())
    return fail(streams, fault);
  const auto loaded = load_or_complain(options, maps_of(options, 1), streams);
  if (!loaded) return bad;
  const auto id = find_or_complain(loaded->graph, options.arguments.back(), streams);
  if (!id) return bad;
  streams.out << (wants_json(options) ? write_entity_json(loaded->graph, *id)
                                      : write_entity_text(loaded->graph, *id));
  return clean;
}

int run_trace(const Options& options, const Streams& streams) {
  const std::size_t count = options.arguments.size();
  if (count < 3)
    return fail(streams, "trace needs at least one map and 2 ids", "crosscut trace --help");
  if (const std::string fault = check_formats(options.formats, {"text", "json"}); !fault.empty())
    return fail(streams, fault);
  const auto loaded = load_or_complain(options, maps_of(options, 2), streams);
  if (!loaded) return bad;
  const Graph& graph = loaded->graph;
  const auto from = find_or_complain(graph, options.arguments[count - 2], streams);
  const auto to = find_or_complain(graph, options.arguments[count - 1], streams);
  if (!from || !to) return bad;
  const auto [chains, more] = find_chains(graph, *from, *to);
  streams.out << (wants_json(options) ? write_chains_json(graph, *from, *to, chains, more)
                                      : write_chains_text(graph, *from, *to, chains, more));
  return clean;
}

}  // namespace crosscut
