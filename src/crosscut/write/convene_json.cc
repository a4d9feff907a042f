#include "crosscut/model/names.h"
#include "crosscut/write/convene_paper.h"
#include "crosscut/write/json_parts.h"

namespace crosscut {
namespace {

using json::Json;

Json relations(const Graph& graph, const std::vector<RelationId>& ids) {
  Json list = Json::array();
  for (const RelationId r : ids) list.push_back(json::relation(graph, r));
  return list;
}

Json text_or_null(const std::string& text) { return text.empty() ? Json(nullptr) : Json(text); }

Json attendees(const Graph& graph, const std::vector<Attendee>& list) {
  Json rows = Json::array();
  for (const Attendee& attendee : list) {
    Json reasons = Json::array();
    for (const Reason& reason : attendee.reasons)
      reasons.push_back(
          {{"part", word(reason.part)},
           {"confidence", reason.confidence},
           {"thing", reason.thing ? Json(graph.entity(*reason.thing).id) : Json(nullptr)},
           {"relation", reason.relation ? json::relation(graph, *reason.relation) : Json(nullptr)},
           {"ownership", relations(graph, reason.ownership)}});
    rows.push_back({{"id", graph.entity(attendee.who).id},
                    {"confidence", attendee.confidence},
                    {"departments", json::ids(graph, graph.departments(attendee.who))},
                    {"contact", text_or_null(graph.entity(attendee.who).contact)},
                    {"reasons", reasons}});
  }
  return rows;
}

}  // namespace

std::string write_convening_json(const Graph& graph, const Convening& room) {
  Json forums = Json::array();
  for (const ForumFit& fit : room.forums)
    forums.push_back({{"id", graph.entity(fit.forum).id},
                      {"power", text_or_null(graph.entity(fit.forum).power)},
                      {"membership", text_or_null(graph.entity(fit.forum).membership)},
                      {"seats", fit.seats},
                      {"seated", json::ids(graph, fit.seated)},
                      {"missing", json::ids(graph, fit.missing)}});
  const Json whole = {{"schema", schema_version},
                      {"as_at", write_date(graph.as_at())},
                      {"marking", graph.marking()},
                      {"item", graph.entity(room.item).id},
                      {"needed", attendees(graph, room.needed)},
                      {"others", attendees(graph, room.others)},
                      {"must_agree", relations(graph, room.consents)},
                      {"forums", forums},
                      {"forums_without_members", json::ids(graph, room.near)},
                      {"unplaced", relations(graph, room.unplaced)},
                      {"inside", room.inside}};
  return whole.dump(2) + "\n";
}

}  // namespace crosscut
