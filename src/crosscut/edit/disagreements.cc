#include "crosscut/edit/disagreements.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "crosscut/base/text.h"
#include "crosscut/model/map_tables.h"

namespace crosscut {
namespace {

struct Statement {
  const RelationRow* row;
  std::string respondent;
  EntityId from, to;
};

/// "2026" and "2026-07": the second says the same, and more.
bool is_reading_of(const std::string& a, const std::string& b) {
  return a.starts_with(b) || b.starts_with(a);
}

bool same_value(std::string_view column, const std::string& a, const std::string& b) {
  if (a.empty() || b.empty() || a == b) return true;
  if (column == "start" || column == "end" || column == "due") return is_reading_of(a, b);
  if (column == "parent") {
    auto list = [](const std::string& text) {
      const auto parts = split_list(text);
      return std::set<std::string_view>(parts.begin(), parts.end());
    };
    return list(a) == list(b);
  }
  return name_key(a) == name_key(b);
}

void add_version(Disagreement& disagreement, const std::string& value,
                 const std::string& respondent, const Place& place) {
  auto version = std::find_if(disagreement.versions.begin(), disagreement.versions.end(),
                              [&](const Version& known) { return known.value == value; });
  if (version == disagreement.versions.end())
    version = disagreement.versions.insert(version, Version{value, {}, {}});
  auto& names = version->respondents;
  if (std::find(names.begin(), names.end(), respondent) == names.end()) names.push_back(respondent);
  version->places.push_back(place);
}

class Finder {
 public:
  Finder(const std::vector<Dataset>& returns, const Graph& graph) : graph_(graph) {
    for (const Dataset& data : returns) collect(data);
  }

  std::vector<Disagreement> run() {
    find_denials();
    find_leads();
    find_details();
    find_cells();
    return std::move(disagreements_);
  }

 private:
  using Key = std::tuple<EntityId, Verb, EntityId, Capacity>;

  void collect(const Dataset& data) {
    const std::string& publisher = data.maps.front().publisher;
    for (const RelationRow& row : data.relations) {
      const auto from = graph_.find(row.from.text);
      const auto to = graph_.find(row.to.text);
      if (!from || !to || row.answer == "unknown") continue;
      by_relation_[{*from, row.verb, *to, row.capacity}].push_back(
          {&row, row.respondent.empty() ? publisher : row.respondent.str(), *from, *to});
    }
    const TextTable table = map_tables(data).front();
    for (std::size_t i = 0; i < table.rows.size(); ++i) {
      const auto id = graph_.find(data.entities[i].id);
      if (!id) continue;
      for (std::size_t column = 0; column < table.header.size(); ++column)
        if (const std::string& text = table.rows[i][column]; !text.empty())
          cells_[{*id, table.header[column]}].push_back({text, publisher, data.entities[i].place});
    }
  }

  std::string id(EntityId entity) const { return graph_.entity(entity).id; }

  void find_denials() {
    for (const auto& [key, rows] : by_relation_) {
      const auto denies = [](const Statement& s) { return s.row->answer == "no"; };
      const auto no = std::count_if(rows.begin(), rows.end(), denies);
      if (no == 0 || no == static_cast<std::ptrdiff_t>(rows.size())) continue;
      const auto& [from, verb, to, capacity] = key;
      Disagreement disagreement{id(from) + ", " + id(to),
                                "Is it so that " + id(from) + " " +
                                    std::string(info(verb).sentence) + " " + id(to) +
                                    in_capacity(capacity) + "?",
                                {}};
      for (const Statement& s : rows)
        add_version(disagreement, denies(s) ? "no" : "yes", s.respondent, s.row->place);
      disagreements_.push_back(std::move(disagreement));
    }
  }

  static std::string in_capacity(Capacity capacity) {
    return capacity == Capacity::policy ? "" : " as " + std::string(word(capacity));
  }

  void find_leads() {
    std::map<std::pair<EntityId, Capacity>, std::vector<Statement>> by_item;
    for (const auto& [key, rows] : by_relation_)
      for (const Statement& s : rows)
        if (s.row->verb == Verb::leads && s.row->answer != "no")
          by_item[{s.to, s.row->capacity}].push_back(s);
    for (const auto& [key, rows] : by_item) {
      if (!disagree(rows)) continue;
      Disagreement disagreement{id(key.first), "Who leads it" + in_capacity(key.second) + "?", {}};
      for (const Statement& s : rows)
        add_version(disagreement, id(s.from), s.respondent, s.row->place);
      disagreements_.push_back(std::move(disagreement));
    }
  }

  /// Two name different leads for one time, and neither names both.
  static bool disagree(const std::vector<Statement>& rows) {
    std::map<std::string, std::set<EntityId>> named;
    for (const Statement& s : rows) named[s.respondent].insert(s.from);
    for (const Statement& a : rows)
      for (const Statement& b : rows)
        if (a.from != b.from && may_overlap(a.row->period, b.row->period) &&
            !named[a.respondent].contains(b.from) && !named[b.respondent].contains(a.from))
          return true;
    return false;
  }

  void find_details() {
    const std::vector<std::pair<std::string, std::string (*)(const RelationRow&)>> details = {
        {"start", [](const RelationRow& r) { return write_date(r.period.start); }},
        {"end", [](const RelationRow& r) { return write_date(r.period.end); }},
        {"amount", [](const RelationRow& r) { return r.amount.str(); }}};
    for (const auto& [key, rows] : by_relation_)
      for (const auto& [column, text] : details) {
        Disagreement disagreement{id(std::get<0>(key)) + ", " + id(std::get<2>(key)),
                                  column + " of: " + id(std::get<0>(key)) + " " +
                                      std::string(info(std::get<1>(key)).sentence) + " " +
                                      id(std::get<2>(key)),
                                  {}};
        for (const Statement& s : rows)
          if (const std::string value = text(*s.row); !value.empty() && s.row->answer != "no")
            add_version(disagreement, value, s.respondent, s.row->place);
        add_if_different(column, std::move(disagreement));
      }
  }

  void find_cells() {
    for (const auto& [key, cells] : cells_) {
      const auto& [entity, column] = key;
      if (column == "id" || column == "aliases" || column == "source") continue;
      Disagreement disagreement{id(entity), column, {}};
      for (const auto& [text, respondent, place] : cells)
        add_version(disagreement, text, respondent, place);
      add_if_different(column, std::move(disagreement));
    }
  }

  void add_if_different(std::string_view column, Disagreement disagreement) {
    const auto& versions = disagreement.versions;
    const auto differs = [&](const Version& a) {
      return std::any_of(versions.begin(), versions.end(),
                         [&](const Version& b) { return !same_value(column, a.value, b.value); });
    };
    if (std::any_of(versions.begin(), versions.end(), differs) && several_respondents(disagreement))
      disagreements_.push_back(std::move(disagreement));
  }

  /// One respondent with two rows gives two facts, such as two terms of office.
  static bool several_respondents(const Disagreement& disagreement) {
    std::set<std::string> names;
    for (const Version& version : disagreement.versions)
      names.insert(version.respondents.begin(), version.respondents.end());
    return names.size() > 1;
  }

  struct Typed {
    std::string text, respondent;
    Place place;
  };

  const Graph& graph_;
  std::map<Key, std::vector<Statement>> by_relation_;
  std::map<std::pair<EntityId, std::string>, std::vector<Typed>> cells_;
  std::vector<Disagreement> disagreements_;
};

}  // namespace

std::vector<Disagreement> find_disagreements(const std::vector<Dataset>& returns,
                                             const Graph& graph) {
  return Finder(returns, graph).run();
}

}  // namespace crosscut
