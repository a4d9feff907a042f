#include "crosscut/cli/commands.h"

#include <algorithm>
#include <array>

#include "crosscut/cli/command.h"

namespace crosscut {
namespace {

struct Command {
  std::string_view name;  // as in the table of options.cc
  int (*run)(const Options&, const Streams&);
};
constexpr auto commands = std::to_array<Command>({
    {"whatif", run_whatif},
    {"compare", run_compare},
    {"returns", run_returns},
    {"combine", run_combine},
    {"convert", run_convert},
    {"convene", run_convene},
    {"brief", run_brief},
    {"new", run_new},
    {"check", run_check},
    {"analyse", run_analyse},
    {"draw", run_draw},
    {"measure", run_measure},
    {"show", run_show},
    {"trace", run_trace},
    {"explain", run_explain},
});

}  // namespace

int run(const std::vector<std::string>& arguments, const Streams& streams) {
  const auto parsed = parse_options(arguments);
  if (const auto* information = std::get_if<Information>(&parsed)) {
    streams.out << information->text;
    return clean;
  }
  if (const auto* fault = std::get_if<UsageError>(&parsed))
    return fail(streams, fault->message, fault->hint);
  const Options& options = std::get<Options>(parsed);
  if (options.arguments.empty() && options.command != "explain" && options.command != "new")
    return fail(streams, "give the folder of at least one map",
                "crosscut " + options.command + " --help");
  const auto command = std::find_if(commands.begin(), commands.end(), [&](const Command& known) {
    return known.name == options.command;
  });
  return command->run(options, streams);
}

}  // namespace crosscut
