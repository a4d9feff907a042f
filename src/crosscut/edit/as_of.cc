#include "crosscut/edit/as_of.h"

#include "crosscut/model/graph.h"

namespace crosscut {

Dataset as_of(const Dataset& dataset, const PartialDate& day, const PartialDate& own) {
  Dataset then = dataset;
  // What is superseded now was not before its end.
  for (EntityRow& row : then.entities)
    if (row.status == "superseded" && row.period.end.given()) row.status.clear();
  const Graph graph = link(then, {day}).graph;
  const auto open = [&](const std::string& text) {
    const auto id = graph.find(text);
    return id && graph.open(*id);
  };
  const auto forget_end = [&](Period& period) {
    if (period.end.given() && period.end.earliest() <= own.latest()) period.end = {};
  };
  std::erase_if(then.entities, [&](const EntityRow& row) { return !open(row.id); });
  for (EntityRow& row : then.entities) {
    forget_end(row.period);
    std::erase_if(row.parents, [&](const Reference& parent) { return !open(parent.text); });
  }
  std::erase_if(then.relations, [&](const RelationRow& row) {
    return !row.period.open_on(day.latest()) || !open(row.from.text) || !open(row.to.text);
  });
  for (RelationRow& row : then.relations) forget_end(row.period);
  return then;
}

}  // namespace crosscut
