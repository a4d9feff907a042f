#include "crosscut/edit/take_in.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <set>

#include "crosscut/base/text.h"
#include "crosscut/model/map_tables.h"

namespace crosscut {
namespace {

using Row = std::vector<std::string>;

std::optional<std::size_t> column_of(const TextTable& table, std::string_view name) {
  const auto found = std::find(table.header.begin(), table.header.end(), name);
  if (found == table.header.end()) return std::nullopt;
  return static_cast<std::size_t>(found - table.header.begin());
}

std::string cell_of(const TextTable& table, const Row& row, std::string_view name) {
  const auto column = column_of(table, name);
  return column ? row[*column] : "";
}

/// The column, made when it is new.
std::size_t make_column(TextTable& table, const std::string& name) {
  if (const auto column = column_of(table, name)) return *column;
  table.header.push_back(name);
  for (Row& row : table.rows) row.emplace_back();
  return table.header.size() - 1;
}

template <typename Tables>
auto* find_table(Tables& tables, std::string_view name) {
  const auto found = std::find_if(tables.begin(), tables.end(),
                                  [&](const TextTable& table) { return table.name == name; });
  return &*found;  // entities, relations and sources are always there
}

constexpr std::array<std::string_view, 4> answer_columns = {"review", "asked", "answer",
                                                            "respondent"};

bool is_of_respondent(std::string_view column) {
  return std::find(answer_columns.begin(), answer_columns.end(), column) != answer_columns.end();
}

void drop_if_empty(TextTable& table, std::string_view name) {
  const auto column = column_of(table, name);
  if (!column || std::any_of(table.rows.begin(), table.rows.end(),
                             [&](const Row& row) { return !row[*column].empty(); }))
    return;
  const auto at = static_cast<std::ptrdiff_t>(*column);
  table.header.erase(table.header.begin() + at);
  for (Row& row : table.rows) row.erase(row.begin() + at);
}

class Taker {
 public:
  Taker(const Dataset& base, const Graph& graph) : graph_(graph), sent_(map_tables(base)) {
    result_.tables = sent_;
    relations_ = find_table(result_.tables, "relations");
    for (const std::string_view name : answer_columns) make_column(*relations_, std::string(name));
    for (std::size_t i = 0; i < relations_->rows.size(); ++i)
      held_.emplace(key_of(*relations_, relations_->rows[i]), i);
  }

  TakenIn run(const std::vector<Dataset>& returns) {
    for (const Dataset& data : returns) take(data);
    for (const std::string_view name : answer_columns) drop_if_empty(*relations_, name);
    return std::move(result_);
  }

 private:
  void take(const Dataset& data) {
    respondent_ = data.maps.front().publisher;
    date_ = write_date(data.maps.front().as_at);
    Dataset answers = data;
    answers.entities.clear();
    answers.relations.clear();
    std::vector<TextTable> tables = map_tables(data);
    const TextTable& entities = *find_table(tables, "entities");
    for (std::size_t i = 0; i < entities.rows.size(); ++i)
      if (take_by_id("entities", entities, entities.rows[i], data.entities[i].place))
        answers.entities.push_back(data.entities[i]);
    const TextTable& sources = *find_table(tables, "sources");
    for (std::size_t i = 0; i < sources.rows.size(); ++i)
      take_by_id("sources", sources, sources.rows[i], data.sources[i].place);
    const TextTable& relations = *find_table(tables, "relations");
    const auto matches = match(relations);
    for (std::size_t i = 0; i < relations.rows.size(); ++i)
      if (take_relation(relations, relations.rows[i], matches[i], data.relations[i].place))
        answers.relations.push_back(data.relations[i]);
    result_.answers.push_back(std::move(answers));
  }

  /// The row of the map that each row of a return is about. Two rows of the map may state one
  /// relation from one page, such as two terms of office: those that are the same find each other
  /// first, and each is taken once.
  std::vector<std::optional<std::size_t>> match(const TextTable& table) const {
    std::vector<std::optional<std::size_t>> matches(table.rows.size());
    std::set<std::size_t> taken;
    for (const bool exact : {true, false})
      for (std::size_t i = 0; i < table.rows.size(); ++i) {
        if (matches[i]) continue;
        const auto [first, last] = held_.equal_range(key_of(table, table.rows[i]));
        for (auto at = first; at != last && !matches[i]; ++at)
          if (!taken.contains(at->second) &&
              (!exact || differing(*relations_, at->second, table.rows[i], table).empty()))
            taken.insert(*(matches[i] = at->second));
      }
    return matches;
  }

  std::string id_of(const std::string& text) const {
    const auto id = graph_.find(text);
    return id ? graph_.entity(*id).id.str() : text;
  }

  std::string about(const TextTable& table, const Row& row) const {
    const auto verb = find_verb(cell_of(table, row, "relation"));
    return id_of(cell_of(table, row, "from")) + " " +
           std::string(verb ? info(*verb).sentence : "") + " " + id_of(cell_of(table, row, "to"));
  }

  std::string key_of(const TextTable& table, const Row& row) const {
    return about(table, row) + "\n" + cell_of(table, row, "capacity") + "\n" +
           cell_of(table, row, "source") + "\n" + cell_of(table, row, "locator");
  }

  void note(std::string change, std::string about, std::string column, std::string before,
            std::string after, const Place& place) {
    result_.changes.push_back({respondent_, std::move(change), std::move(about), std::move(column),
                               std::move(before), std::move(after), place});
  }

  /// Adds the row as it is; returns its number.
  std::size_t add_row(TextTable& to, const TextTable& from, const Row& row) {
    std::vector<std::size_t> columns;
    for (const std::string& name : from.header) columns.push_back(make_column(to, name));
    to.rows.emplace_back(to.header.size());
    for (std::size_t i = 0; i < row.size(); ++i) to.rows.back()[columns[i]] = row[i];
    return to.rows.size() - 1;
  }

  /// The columns of a return in which it says something else than the row that was sent, whatever
  /// an earlier return made of it. An empty cell says nothing.
  std::vector<std::size_t> differing(const TextTable& held, std::size_t index, const Row& row,
                                     const TextTable& table) const {
    const TextTable& sent = *find_table(sent_, held.name);
    const TextTable& then = index < sent.rows.size() ? sent : held;
    std::vector<std::size_t> columns;
    for (std::size_t i = 0; i < row.size(); ++i) {
      const std::string& column = table.header[i];
      if (row[i].empty() || is_of_respondent(column) || column == "from" || column == "to" ||
          column == "id")
        continue;
      if (!same(column, cell_of(then, then.rows[index], column), row[i])) columns.push_back(i);
    }
    return columns;
  }

  /// Writes what differs over what is held; true when there is any.
  bool correct(TextTable& held, std::size_t index, const TextTable& table, const Row& row,
               const std::string& what, const Place& place) {
    const auto columns = differing(held, index, row, table);
    for (const std::size_t i : columns) {
      const std::string& column = table.header[i];
      std::string& cell = held.rows[index][make_column(held, column)];
      note("corrected", what, column, cell, row[i], place);
      cell = column == "note" && !cell.empty() ? cell + " | " + row[i] : row[i];
    }
    return !columns.empty();
  }

  bool same(std::string_view column, const std::string& held, const std::string& given) const {
    if (held == given) return true;
    if (column != "parent") return false;
    const auto ids = [&](const std::string& cell) {
      std::vector<std::string> list;
      for (const std::string_view part : split_list(cell)) list.push_back(id_of(std::string(part)));
      return list;
    };
    return ids(held) == ids(given);
  }

  bool take_by_id(std::string_view name, const TextTable& table, const Row& row,
                  const Place& place) {
    TextTable& held = *find_table(result_.tables, name);
    const std::string given = cell_of(table, row, "id");
    const std::string id = name == "entities" ? id_of(given) : given;
    for (std::size_t i = 0; i < held.rows.size(); ++i) {
      if (cell_of(held, held.rows[i], "id") != id) continue;
      const bool touched = correct(held, i, table, row, id, place);
      ++(touched ? result_.touched : result_.untouched);
      return touched;
    }
    add_row(held, table, row);
    note("added", id, "", "", "", place);
    ++result_.touched;
    return true;
  }

  bool take_relation(const TextTable& table, const Row& row,
                     const std::optional<std::size_t>& match, const Place& place) {
    std::string answer = cell_of(table, row, "answer");
    if (!match) {
      const std::size_t index = add_row(*relations_, table, row);
      set(index, "asked", date_);
      if (answer.empty()) set(index, "answer", "yes");
      note(answer == "no" ? "denied" : "added", about(table, row), "", "", "", place);
      ++result_.touched;
      return true;
    }
    const std::size_t index = *match;
    if (answer == cell_of(*relations_, relations_->rows[index], "answer")) answer.clear();  // held
    bool touched = correct(*relations_, index, table, row, about(table, row), place);
    if (answer == "yes") {
      set(index, "review", "confirmed");
      set(index, "asked", date_);
      note("confirmed", about(table, row), "", "", "", place);
    } else if (answer == "no") {
      const std::size_t denial = add_row(*relations_, table, row);
      set(denial, "asked", date_);
      note("denied", about(table, row), "", "", "", place);
    }
    touched = touched || !answer.empty();
    ++(touched ? result_.touched : result_.untouched);
    return touched;
  }

  void set(std::size_t row, std::string_view column, const std::string& value) {
    relations_->rows[row][*column_of(*relations_, column)] = value;
  }

  const Graph& graph_;
  const std::vector<TextTable> sent_;
  TakenIn result_;
  TextTable* relations_ = nullptr;
  std::multimap<std::string, std::size_t> held_;
  std::string respondent_, date_;
};

}  // namespace

TakenIn take_in(const Dataset& base, const std::vector<Dataset>& returns, const Graph& graph) {
  return Taker(base, graph).run(returns);
}

}  // namespace crosscut
