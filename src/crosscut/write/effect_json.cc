#include "crosscut/write/change_headings.h"
#include "crosscut/write/effect_paper.h"
#include "crosscut/write/json_parts.h"

namespace crosscut {
namespace {

using json::Json;

Json load_json(const Load& load) {
  return {{"things", load.things}, {"waits_for", load.waits_for}, {"waited_for", load.waited_for}};
}

Json coordination_json(const Coordination& cost) {
  return {{"p1", cost.linear},
          {"p2", cost.squared},
          {"inside", cost.inside},
          {"between", cost.between},
          {"left_out", cost.left_out}};
}

Json effect_json(const NamedEffect& named) {
  const Effect& effect = *named.effect;
  const Graph& before = effect.before.graph;
  const Graph& after = effect.after.graph;
  Json entities = Json::array();
  for (const EntityChange& change : effect.remainder.entities)
    entities.push_back(
        {{"id", before.entity(change.before).id},
         {"now", change.after ? Json(after.entity(*change.after).id) : Json(nullptr)},
         {"departments_before", json::ids(before, change.homes_before)},
         {"departments_after", json::ids(after, change.homes_after)}});
  Json relations = Json::array();
  for (const RelationChange& change : effect.remainder.relations) {
    Json relation = json::relation(before, change.relation);
    relation["fate"] = word(change.fate);
    relation["now"] = change.now ? json::relation(after, *change.now) : Json(nullptr);
    relations.push_back(std::move(relation));
  }
  Json added = Json::array();
  for (const RelationId id : effect.remainder.added) added.push_back(json::relation(after, id));
  Json settle = Json::array();
  for (const ChangeHeading& heading : change_headings(effect))
    settle.push_back({{"heading", heading.name}, {"held", heading.held}});
  Json costs = Json::array();
  for (const Cost& cost : effect.costs)
    costs.push_back({{"item", cost.figure->item},
                     {"what", cost.figure->what},
                     {"low", cost.figure->low == 0 ? Json(nullptr) : Json(cost.figure->low)},
                     {"high", cost.figure->high == 0 ? Json(nullptr) : Json(cost.figure->high)},
                     {"unit", cost.figure->unit},
                     {"times", cost.times},
                     {"source", cost.figure->source},
                     {"leaves_out", cost.figure->leaves_out}});
  Json loads = Json::array();
  for (const LoadChange& change : effect.loads)
    loads.push_back({{"department", change.after_id ? after.entity(*change.after_id).id
                                                    : before.entity(*change.before_id).id},
                     {"before", change.before_id ? load_json(change.before) : Json(nullptr)},
                     {"after", change.after_id ? load_json(change.after) : Json(nullptr)}});
  return {{"name", named.name},
          {"sentences", named.sentences},
          {"entities", entities},
          {"relations", relations},
          {"added", added},
          {"without_owner", json::ids(after, effect.remainder.without_owner)},
          {"without_sponsor", json::ids(after, effect.remainder.without_sponsor)},
          {"reporting", json::ids(after, effect.remainder.reporting)},
          {"boards_for_one", json::ids(after, effect.remainder.boards_for_one)},
          {"due_soon", json::ids(after, effect.remainder.due_soon)},
          {"findings", json::finding_changes(effect.findings, effect.before, effect.after)},
          {"to_settle", settle},
          {"loads", loads},
          {"coordination",
           {{"before", coordination_json(effect.coordination_before)},
            {"after", coordination_json(effect.coordination_after)}}},
          {"costs", costs},
          {"needs", {{"before", count_needs(effect.before)}, {"after", count_needs(effect.after)}}},
          {"congruence",
           {{"before", json::figure(effect.before.measures.map.congruence)},
            {"after", json::figure(effect.after.measures.map.congruence)}}}};
}

}  // namespace

std::string write_effects_json(const std::vector<NamedEffect>& effects) {
  const Graph& graph = effects.front().effect->after.graph;
  Json list = Json::array();
  for (const NamedEffect& named : effects) list.push_back(effect_json(named));
  const Json whole = {{"schema", schema_version},
                      {"as_at", write_date(graph.as_at())},
                      {"taken_on", effects.front().effect->taken_on.given()
                                       ? Json(write_date(effects.front().effect->taken_on))
                                       : Json(nullptr)},
                      {"marking", effects.front().effect->after.marking},
                      {"options", list}};
  return whole.dump(2) + "\n";
}

}  // namespace crosscut
