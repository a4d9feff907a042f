#include "crosscut/edit/apply.h"

#include <algorithm>
#include <utility>

#include "crosscut/edit/step.h"

namespace crosscut {
namespace {

/// Names and aliases in references become ids, so that a sentence changes them by id.
void use_ids(Dataset& dataset, const Graph& graph) {
  const auto use = [&](Reference& reference) {
    if (const auto found = graph.find(reference.text)) reference.text = graph.entity(*found).id;
  };
  for (RelationRow& row : dataset.relations) {
    use(row.from);
    use(row.to);
  }
  for (EntityRow& row : dataset.entities)
    for (Reference& parent : row.parents) use(parent);
}

bool carry_out(Step& step) {
  const Edit& edit = step.edit;
  const auto subjects = step.find.find_all(edit.subjects);
  if (edit.kind == EditKind::create) return subjects && create(step, *subjects);
  if (edit.kind == EditKind::rename) return subjects && rename(step, subjects->front());
  if (edit.kind == EditKind::split) return subjects && split(step, subjects->front());
  if (edit.kind == EditKind::merge || edit.kind == EditKind::abolish)
    return subjects && merge(step, *subjects);
  const auto to = step.find.find(edit.target);
  if (!subjects || !to) return false;
  for (const std::string& id : *subjects) step.note(id);
  if (edit.kind == EditKind::move) return move(step, *subjects, *to);
  if (edit.kind == EditKind::report) return report(step, *subjects, *to);
  if (edit.kind == EditKind::lead) return lead(step, subjects->front(), *to);
  if (edit.kind == EditKind::end) return end(step, subjects->front(), *to);
  return add(step, subjects->front(), *to);
}

}  // namespace

Applied apply(const Dataset& dataset, const Scenario& scenario, const LinkOptions& options) {
  Applied result;
  result.dataset = dataset;
  Graph graph = link(dataset, options).graph;
  use_ids(result.dataset, graph);
  for (const Edit& edit : scenario.edits) {
    Applied before = result;
    const Day day = edit.on.given() ? edit.on.latest() : graph.as_at_day();
    Step step{edit, day, dataset, graph, result, Finder(graph, edit.on, result.diagnostics)};
    if (carry_out(step)) {
      graph = link(result.dataset, options).graph;
    } else {
      before.diagnostics = std::move(result.diagnostics);
      result = std::move(before);
    }
  }
  return result;
}

}  // namespace crosscut
