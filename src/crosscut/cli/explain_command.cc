// explain: what a lens, a code or one finding means.
#include <algorithm>

#include "crosscut/cli/command.h"
#include "crosscut/cli/reference.h"
#include "crosscut/lens/lens.h"
#include "crosscut/model/finding_names.h"
#include "crosscut/read/map.h"
#include "crosscut/write/explain.h"
#include "crosscut/write/json.h"

namespace crosscut {
namespace {

/// Whether the arguments begin with maps: a folder, or what can only be a path.
bool begins_with_map(const std::vector<std::string>& arguments) {
  const std::string& first = arguments.front();
  return is_map(first) || (arguments.size() > 1 && first.find('/') != std::string::npos);
}

int refuse_json(const Streams& streams) {
  return fail(streams, "JSON is for one finding",
              "write crosscut explain MAP... FINDING-ID -f json");
}

int explain_words(const Options& options, const Streams& streams) {
  if (wants_json(options)) return refuse_json(streams);
  if (options.arguments.empty()) streams.out << list_explained();
  for (const std::string& word : options.arguments) {
    const auto text = explain(word);
    if (!text)
      return fail(streams, "no lens or code is called \"" + word + "\"", suggest_explained(word));
    streams.out << *text;
  }
  return clean;
}

/// The finding with the id, and how it is accepted, if it is.
std::pair<const Finding*, const Accepted*> look_up(const Report& report, const std::string& id) {
  for (const Finding& finding : report.findings)
    if (finding_id(finding, report.graph) == id) return {&finding, nullptr};
  for (const Accepted& accepted : report.accepted)
    if (finding_id(accepted.finding, report.graph) == id) return {&accepted.finding, &accepted};
  return {nullptr, nullptr};
}

int explain_finding(const Report& report, const std::string& text, const Options& options,
                    const Streams& streams) {
  const FindingNames names(report);
  const bool json = wants_json(options);
  if (const auto id = names.find(text)) {
    const auto [finding, accepted] = look_up(report, *id);
    streams.out << (json ? write_finding_json(report, *finding, accepted)
                         : write_finding_text(report, *finding, accepted));
    return clean;
  }
  if (const Lens* lens = find_lens(text)) {
    if (json) return refuse_json(streams);
    streams.out << write_finding_list(report, lens->card);
    return clean;
  }
  const std::string hint = names.suggest(text);
  return fail(streams, "these maps give no finding with the id \"" + text + "\"",
              hint.empty() ? "give the name of a lens instead to list its findings" : hint);
}

}  // namespace

int run_explain(const Options& options, const Streams& streams) {
  if (const std::string fault = check_formats(options.formats, {"text", "json"}); !fault.empty())
    return fail(streams, fault);
  std::vector<std::string> maps = options.arguments;
  if (maps.empty() || !begins_with_map(maps)) return explain_words(options, streams);
  const std::string last = maps.back();
  const bool all_maps = is_map(last);
  if (!all_maps) maps.pop_back();
  auto loaded = load_or_complain(options, maps, streams);
  if (!loaded) return bad;
  const Report report = examine_maps(std::move(*loaded), options);
  if (!all_maps) return explain_finding(report, last, options, streams);
  if (wants_json(options)) return refuse_json(streams);
  streams.out << write_finding_list(report, nullptr);
  return clean;
}

}  // namespace crosscut
