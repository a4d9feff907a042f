// convene: who must be in the room to settle an item.
#include "crosscut/base/text.h"
#include "crosscut/cli/command.h"
#include "crosscut/model/names.h"
#include "crosscut/plan/convene.h"
#include "crosscut/write/convene_paper.h"

namespace crosscut {
namespace {

/// Why nobody can be convened on it; nothing when it is an item, a body or the like.
std::optional<UsageError> check_item(const Graph& graph, EntityId id) {
  const Entity& entity = graph.entity(id);
  if (entity.kind == Kind::department || graph.is_whole_government(id))
    return UsageError{
        "\"" + entity.id + "\" is a department, and convene takes what has to be settled",
        "give an item of it; crosscut brief MAP... " + entity.id +
            " says what the maps hold on a department"};
  if (entity.kind == Kind::forum)
    return UsageError{"\"" + entity.id + "\" is a forum, and convene takes what has to be settled",
                      "crosscut show MAP... " + entity.id + " says who sits on it"};
  if (!graph.open(id))
    return UsageError{"\"" + entity.id + "\" is not open on that day",
                      "--as-at gives the answer for another day"};
  return std::nullopt;
}

}  // namespace

int run_convene(const Options& options, const Streams& streams) {
  if (options.arguments.size() < 2)
    return fail(streams, "convene needs at least one map and an item", "crosscut convene --help");
  const std::string format = options.formats.empty() ? "text" : options.formats.front();
  if (options.formats.size() > 1) return fail(streams, "convene writes one format at a time");
  if (const std::string fault = check_formats({format}, {"text", "html", "md", "odt", "json"});
      !fault.empty())
    return fail(streams, fault);
  const auto loaded =
      load_or_complain(options, {options.arguments.begin(), options.arguments.end() - 1}, streams);
  if (!loaded) return bad;
  const Graph& graph = loaded->graph;
  const auto named = find_entity(graph, options.arguments.back());
  if (const auto* fault = std::get_if<UsageError>(&named))
    return fail(streams, fault->message, fault->hint);
  const EntityId item = std::get<EntityId>(named);
  if (const auto fault = check_item(graph, item)) return fail(streams, fault->message, fault->hint);
  const Convening room = convene(graph, item);
  if (format == "json") return write_result(write_convening_json(graph, room), options, streams);
  Paper paper = convene_paper(graph, room);
  Report withheld;
  withheld.withheld = loaded->withheld;
  for (std::string& words : release_words(withheld)) paper.about.push_back(std::move(words));
  return write_result(write_paper(paper, format), options, streams);
}

}  // namespace crosscut
