#include "crosscut/write/change_headings.h"

#include "crosscut/base/text.h"
#include "crosscut/model/names.h"

namespace crosscut {
namespace {

template <typename Wanted>
std::vector<std::string> rows(const Effect& effect, Wanted wanted) {
  const Graph& graph = effect.before.graph;
  std::vector<std::string> sentences;
  for (const RelationChange& change : effect.remainder.relations)
    if (wanted(graph.relation(change.relation)))
      sentences.push_back(capitalise(relation_sentence(graph, change.relation)));
  return sentences;
}

std::vector<std::string> bodies(const Effect& effect) {
  const Graph& graph = effect.before.graph;
  std::vector<std::string> names;
  for (const EntityChange& change : effect.remainder.entities)
    if (graph.entity(change.before).kind == Kind::body)
      names.push_back(capitalise(full_name(graph, change.before)));
  for (const EntityId body : effect.remainder.reporting)
    names.push_back(capitalise(full_name(effect.after.graph, body)));
  return names;
}

}  // namespace

std::vector<ChangeHeading> change_headings(const Effect& effect) {
  const Graph& graph = effect.before.graph;
  const auto of_kind = [&](EntityId id, Kind kind) { return graph.entity(id).kind == kind; };
  return {
      {"Accounting officer",
       rows(effect, [](const Relation& r) { return r.capacity == Capacity::accounting_officer; })},
      {"Money", rows(effect, [](const Relation& r) { return r.verb == Verb::funds; })},
      {"People", {}},
      {"Powers", rows(effect,
                      [](const Relation& r) {
                        return r.verb == Verb::approves || r.verb == Verb::regulates ||
                               r.verb == Verb::clears;
                      })},
      {"Devolution", rows(effect,
                          [&](const Relation& r) {
                            return of_kind(r.from, Kind::devolved_government) ||
                                   of_kind(r.to, Kind::devolved_government);
                          })},
      {"Arm's length bodies", bodies(effect)},
      {"Systems", {}},
      {"Records", {}},
      {"Evaluation", {}}};
}

}  // namespace crosscut
