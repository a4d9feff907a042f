// measure: the raw figures, unrounded.
#include "crosscut/cli/command.h"
#include "crosscut/cli/files.h"
#include "crosscut/lens/measures.h"
#include "crosscut/lens/meetings.h"
#include "crosscut/write/csv.h"
#include "crosscut/write/json.h"

namespace crosscut {

int run_measure(const Options& options, const Streams& streams) {
  const std::string format = options.formats.empty() ? "csv" : options.formats.front();
  if (options.formats.size() > 1) return fail(streams, "measure writes one format at a time");
  if (const std::string fault = check_formats({format}, {"csv", "json"}); !fault.empty())
    return fail(streams, fault);
  const auto loaded = load_or_complain(options, options.arguments, streams);
  if (!loaded) return bad;
  const Graph& graph = loaded->graph;
  const Measures measures = measure(graph, department_pairs(graph),
                                    {.graph = options.measured, .all = true, .jobs = options.jobs});
  return write_result(format == "json" ? write_measures_json(graph, measures)
                                       : write_measures_csv(graph, measures, graph.marking()),
                      options, streams);
}

}  // namespace crosscut
