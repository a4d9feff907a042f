#include "crosscut/cli/command.h"

#include <algorithm>
#include <utility>

#include "crosscut/base/text.h"
#include "crosscut/read/join.h"

namespace crosscut {

int fail(const Streams& streams, const std::string& message, const std::string& hint) {
  streams.err << "crosscut: " << message << "\n";
  if (!hint.empty()) streams.err << "  hint: " << hint << "\n";
  return bad;
}

Loaded load(const Options& options, const std::vector<std::string>& maps) {
  ReadOptions read;
  read.max_file_bytes = options.max_file_bytes;
  read.same_files = options.same;
  MapRead joined = read_maps(maps, read);
  Linked linked = link(joined.dataset, {options.as_at});
  std::move(linked.diagnostics.begin(), linked.diagnostics.end(),
            std::back_inserter(joined.diagnostics));
  sort_diagnostics(joined.diagnostics);
  return {std::move(linked.graph), std::move(joined.diagnostics)};
}

void print_diagnostics(const Loaded& loaded, const Streams& streams) {
  for (const Diagnostic& diagnostic : loaded.diagnostics)
    streams.err << format_diagnostic(diagnostic, loaded.graph.files(), streams.colour);
}

std::string count_diagnostics(const std::vector<Diagnostic>& diagnostics) {
  const auto errors = static_cast<std::size_t>(
      std::count_if(diagnostics.begin(), diagnostics.end(),
                    [](const Diagnostic& d) { return d.level == Level::error; }));
  const std::size_t warnings = diagnostics.size() - errors;
  return count_of(errors, "error", "errors") + ", " + count_of(warnings, "warning", "warnings");
}

std::optional<Loaded> load_or_complain(const Options& options, const std::vector<std::string>& maps,
                                       const Streams& streams) {
  Loaded loaded = load(options, maps);
  if (!has_errors(loaded.diagnostics)) return loaded;
  print_diagnostics(loaded, streams);
  streams.err << "crosscut: " << count_diagnostics(loaded.diagnostics) << "; nothing was written\n";
  return std::nullopt;
}

std::string check_formats(const std::vector<std::string>& formats,
                          const std::vector<std::string_view>& known) {
  for (const std::string& format : formats) {
    if (std::find(known.begin(), known.end(), format) != known.end()) continue;
    return "unknown format \"" + format + "\"; use " +
           join_words({known.begin(), known.end()}, "or");
  }
  return {};
}

}  // namespace crosscut
