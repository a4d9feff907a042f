#include "crosscut/model/sketch.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <map>
#include <memory>

#include "crosscut/base/text.h"

namespace crosscut {
namespace {

[[noreturn]] void fail(std::string_view statement) {
  std::fprintf(stderr, "crosscut: internal fault: cannot read the sketch \"%.*s\"\n",
               int(statement.size()), statement.data());
  std::abort();
}

std::vector<std::string_view> statements_of(std::string_view text) {
  std::vector<std::string_view> statements;
  while (!text.empty()) {
    const std::size_t end = std::min({text.find("  "), text.find('\n'), text.size()});
    if (const auto part = trim(text.substr(0, end)); !part.empty()) statements.push_back(part);
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return statements;
}

class Sketcher {
 public:
  Dataset run(std::string_view text) {
    auto file = std::make_shared<InputFile>();
    file->path = "sketch";
    file->text = std::string(text);
    file->line_starts = {0};
    data_.files.push_back(file);
    MapInfo map;
    map.folder = "sketch";
    map.title = "Sketch";
    map.as_at = PartialDate{2026, 7, 1};
    map.covers = {Coverage::leads, Coverage::sponsors, Coverage::forums, Coverage::membership,
                  Coverage::money, Coverage::delivery, Coverage::dates};
    data_.maps.push_back(map);
    data_.sources.push_back(
        {"sketch", "A sketch", "crosscut", PartialDate{2026, 7, 1}, "", "other", {}, 0, {}});
    for (const std::string_view statement : statements_of(text)) read(statement);
    return std::move(data_);
  }

 private:
  void read(std::string_view statement) {
    const auto words = split_list(statement, ' ');
    if (statement == "covers nothing") {
      data_.maps[0].covers.clear();
    } else if (words.size() >= 3 && words[1] == "under") {
      EntityRow& row = entity(words[0], Kind::body);
      row.parents.push_back({std::string(words[2].substr(0, words[2].find(':'))), place()});
      entity(words[2], Kind::department);
    } else if (words.size() >= 3 && find_verb(words[1])) {
      relate(statement, words);
    } else if (words.size() % 2 == 1) {
      describe(statement, words);
    } else {
      fail(statement);
    }
  }

  /// X alone, or X with pairs of a word and its value.
  void describe(std::string_view statement, const std::vector<std::string_view>& words) {
    EntityRow& row = entity(words[0], Kind::policy);
    for (std::size_t i = 1; i + 1 < words.size(); i += 2) {
      const std::string value(words[i + 1]);
      if (words[i] == "due")
        row.due = *parse_date(value);
      else if (words[i] == "until")
        row.period.end = *parse_date(value);
      else if (words[i] == "measured")
        row.measure = value;
      else if (words[i] == "class")
        row.organisation_class = value;
      else if (words[i] == "status")
        row.status = value;
      else
        fail(statement);
    }
  }

  void relate(std::string_view statement, const std::vector<std::string_view>& words) {
    RelationRow row;
    row.verb = *find_verb(words[1]);
    const bool sits = row.verb == Verb::member_of || row.verb == Verb::chairs;
    const bool between_items = row.verb == Verb::depends_on || row.verb == Verb::advances ||
                               row.verb == Verb::reinforces || row.verb == Verb::constrains ||
                               row.verb == Verb::conflicts_with || row.verb == Verb::part_of ||
                               row.verb == Verb::succeeds;
    const bool together = row.verb == Verb::coordinates_with;
    row.from = {entity(words[0], between_items ? Kind::policy : Kind::department).id, place()};
    row.to = {entity(words[2], sits       ? Kind::forum
                               : together ? Kind::department
                                          : Kind::policy)
                  .id,
              place()};
    row.sources = {{"sketch", place()}};
    row.locator = "page 1";
    row.place = place();
    for (std::size_t i = 3; i < words.size(); ++i) read_detail(statement, words, i, row);
    data_.relations.push_back(std::move(row));
  }

  void read_detail(std::string_view statement, const std::vector<std::string_view>& words,
                   std::size_t& i, RelationRow& row) {
    const std::string text(words[i]);
    if (text.starts_with('~')) {
      row.confidence = std::stod(text.substr(1));
    } else if (text == "as" && i + 1 < words.size()) {
      row.capacity = *find_capacity(words[++i]);
    } else if (text == "answer" && i + 1 < words.size()) {
      row.answer = words[++i];
    } else if (text.starts_with('x')) {
      row.strength = std::stoi(text.substr(1));
    } else if (const std::size_t dots = text.find(".."); dots != std::string::npos) {
      row.period.start = parse_date(text.substr(0, dots)).value_or(PartialDate{});
      row.period.end = parse_date(text.substr(dots + 2)).value_or(PartialDate{});
    } else {
      fail(statement);
    }
  }

  /// The row of `id` or `id:kind`; made when it is new. A kind given in words wins.
  EntityRow& entity(std::string_view text, Kind usual) {
    const std::size_t colon = text.find(':');
    const std::string id(text.substr(0, colon));
    const auto [found, added] = rows_.try_emplace(id, data_.entities.size());
    if (added) {
      EntityRow row;
      row.id = id;
      std::string name = capitalise(id);
      std::replace(name.begin(), name.end(), '-', ' ');
      row.name = name;
      row.kind = usual;
      row.sources = {{"sketch", place()}};
      row.place = row.kind_place = place();
      data_.entities.push_back(std::move(row));
    }
    EntityRow& row = data_.entities[found->second];
    if (colon != std::string_view::npos) {
      const auto kind = find_kind(text.substr(colon + 1));
      if (!kind) fail(text);
      row.kind = *kind;
    }
    return row;
  }

  /// Another one each time, as each row of a file has its own.
  Place place() { return {0, 1, ++column_, 1}; }

  std::uint32_t column_ = 0;
  Dataset data_;
  std::map<std::string, std::size_t, std::less<>> rows_;
};

}  // namespace

Dataset sketch(std::string_view text) { return Sketcher().run(text); }

}  // namespace crosscut
