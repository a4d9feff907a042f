// convert: a map in another form, or several maps as one.
#include "crosscut/cli/map_output.h"
#include "crosscut/edit/flatten.h"

namespace crosscut {

int run_convert(const Options& options, const Streams& streams) {
  if (const std::string fault = check_map_output(options); !fault.empty())
    return fail(streams, fault, "crosscut convert my-map -o my-map.xlsx");
  const auto dataset = load_dataset_or_complain(options, options.arguments, streams);
  if (!dataset) return bad;
  const Dataset one = flatten(*dataset, options.title);
  return write_map(map_tables(one), one.maps.front().title, options, streams);
}

}  // namespace crosscut
