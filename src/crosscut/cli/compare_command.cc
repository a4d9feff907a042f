// compare: how two maps differ, or one map on two days.
#include "crosscut/cli/command.h"
#include "crosscut/edit/difference.h"
#include "crosscut/write/difference_paper.h"

namespace crosscut {

int run_compare(const Options& options, const Streams& streams) {
  if (const std::string fault =
          check_formats(options.formats, {"text", "json", "html", "md", "odt"});
      !fault.empty())
    return fail(streams, fault);
  const bool two_days = options.since.given();
  if (options.arguments.size() != (two_days ? 1 : 2))
    return fail(streams, "compare takes 2 maps, or one map and --since DATE",
                "crosscut compare OLD NEW, or: crosscut compare MAP --since 2025-01");
  Options earlier = options;
  if (two_days) earlier.as_at = options.since;
  auto before = load_or_complain(earlier, {options.arguments.front()}, streams);
  auto after = load_or_complain(options, {options.arguments.back()}, streams);
  if (!before || !after) return bad;
  const Difference difference = find_difference(examine_maps(std::move(*before), earlier),
                                                examine_maps(std::move(*after), options));
  if (wants_json(options)) return write_result(write_difference_json(difference), options, streams);
  const std::string format = options.formats.empty() ? "text" : options.formats.front();
  return write_result(write_paper(difference_paper(difference), format), options, streams);
}

}  // namespace crosscut
