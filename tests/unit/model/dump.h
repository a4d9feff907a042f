// A graph as text, without the places of its rows, to compare two.
#pragma once

#include <sstream>
#include <string>

#include "crosscut/model/graph.h"

namespace crosscut {

inline std::string dump(const Graph& g) {
  std::ostringstream text;
  const auto period = [&](const Period& p) {
    text << " [" << write_date(p.start) << ".." << (p.end_unknown ? "unknown" : write_date(p.end))
         << "]";
  };
  const auto sources = [&](const std::vector<SourceId>& ids) {
    for (const SourceId id : ids) text << " {" << g.source(id).id << "}";
  };
  text << "as at " << write_date(g.as_at()) << "\n";
  for (std::size_t i = 0; i < g.entity_count(); ++i) {
    const EntityId id{static_cast<std::uint32_t>(i)};
    const Entity& e = g.entity(id);
    text << e.id.str() << " " << e.name.str() << " " << info(e.kind).word
         << (g.open(id) ? " open" : " closed") << (g.is_whole_government(id) ? " whole" : "");
    period(e.period);
    for (const EntityId parent : e.parents) text << " ^" << g.entity(parent).id.str();
    for (const EntityId owner : g.home(id).owners) text << " @" << g.entity(owner).id.str();
    for (const EntityId department : g.departments(id))
      text << " #" << g.entity(department).id.str();
    text << (g.home(id).presumed ? " presumed" : "") << " out " << g.out(id).size() << " in "
         << g.in(id).size();
    sources(e.sources);
    text << "\n";
  }
  for (std::size_t i = 0; i < g.relation_count(); ++i) {
    const RelationId id{static_cast<std::uint32_t>(i)};
    const Relation& r = g.relation(id);
    text << g.entity(r.from).id.str() << " " << info(r.verb).word << " " << g.entity(r.to).id.str()
         << " as " << word(r.capacity) << " x" << r.strength << " ~" << r.confidence
         << (g.open(id) ? " open" : " closed") << " " << r.approval + r.amount + r.money_period;
    period(r.period);
    for (const Citation& c : r.citations) {
      text << " (~" << c.confidence << " " << c.locator.str();
      period(c.period);
      sources(c.sources);
      text << ")";
    }
    text << "\n";
  }
  return text.str();
}

}  // namespace crosscut
