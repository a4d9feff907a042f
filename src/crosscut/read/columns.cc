#include "crosscut/read/columns.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <span>
#include <utility>

#include "crosscut/base/text.h"
#include "crosscut/model/codes.h"
#include "crosscut/model/marking.h"
#include "crosscut/read/rows.h"

namespace crosscut {
namespace {

template <typename Word>
std::string suggest_word(std::string_view text, std::span<const Word> words) {
  std::vector<std::string_view> names;
  for (const Word& entry : words) names.push_back(entry.word);
  if (const auto close = nearest(text, names)) return "did you mean \"" + *close + "\"?";
  return "use one of: " + join(std::vector<std::string>(names.begin(), names.end()), ", ");
}

void read_kind(EntityRow& row, const Cell& cell, Context& context) {
  row.kind_place = cell.place;
  auto kind = find_kind(cell.text);
  if (!kind) kind = find_kind(hyphenated(cell.text));
  if (kind)
    row.kind = *kind;
  else if (!cell.text.empty())
    context.reject("unknown-kind", cell, "unknown kind \"" + shorten(cell.text, 40) + "\"",
                   suggest_word(cell.text, all_kinds()));
}

void read_verb(RelationRow& row, const Cell& cell, Context& context) {
  row.place = cell.place;
  auto verb = find_verb(cell.text);
  if (!verb) verb = find_verb_phrase(cell.text);
  if (verb)
    row.verb = *verb;
  else if (!cell.text.empty())
    context.reject("unknown-relation", cell, "unknown relation \"" + shorten(cell.text, 40) + "\"",
                   suggest_word(cell.text, all_verbs()));
}

void read_end(Period& period, const Cell& cell, Context& context) {
  period.end_unknown = !cell.text.empty() && to_lower(cell.text) == "unknown";
  if (!period.end_unknown) period.end = context.date(cell);
}

std::optional<double> read_number(std::string_view text) {
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

void read_strength(RelationRow& row, const Cell& cell, Context& context) {
  if (cell.text.empty()) return;
  const auto value = read_number(cell.text);
  if (value && (*value == 1 || *value == 2 || *value == 3))
    row.strength = static_cast<int>(*value);
  else
    context.report("value-out-of-range", cell,
                   "\"" + shorten(cell.text, 40) + "\" is not a strength", "write 1, 2 or 3");
}

void read_confidence(RelationRow& row, const Cell& cell, Context& context) {
  if (cell.text.empty()) return;
  auto value = read_number(cell.text);
  if (!value) value = find_confidence_word(hyphenated(cell.text));
  if (value && *value >= 0 && *value <= 1)
    row.confidence = *value;
  else
    context.report("value-out-of-range", cell,
                   "\"" + shorten(cell.text, 40) + "\" is not a confidence",
                   "write a number from 0 to 1, or stated, implied, told-to-us or our-view");
}

/// A known marking as the scheme writes it, else what the cell says.
Text read_marking(const Cell& cell, Context& context) {
  if (cell.text.empty()) return {};
  if (const auto known = find_marking(cell.text)) return Text::view(*known);
  const auto close = nearest(cell.text, {all_markings().begin(), all_markings().end()});
  context.report(
      "unknown-marking", cell,
      "unknown marking \"" + shorten(cell.text, 40) + "\"; it is kept and counts as the highest",
      close ? "did you mean \"" + *close + "\"?"
            : "crosscut knows OFFICIAL, OFFICIAL-SENSITIVE, SECRET and TOP SECRET");
  return cell.text;
}

constexpr std::string_view marking_meaning =
    "Protective marking of the row: OFFICIAL (when empty), OFFICIAL-SENSITIVE, SECRET or TOP "
    "SECRET. The highest one stands on every output";

/// Lower case, with single hyphens between words; letters beyond ASCII as they are.
bool is_kebab(std::string_view id) {
  const auto plain = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' ||
           static_cast<unsigned char>(c) >= 0x80;
  };
  return std::all_of(id.begin(), id.end(), plain) && !id.starts_with('-') && !id.ends_with('-') &&
         id.find("--") == std::string_view::npos;
}

void read_id(EntityRow& row, const Cell& cell, Context& context) {
  row.id = cell.text;
  row.place = cell.place;
  if (is_kebab(cell.text)) return;
  const std::string better = name_key(cell.text);
  context.report(
      "odd-id", cell, "the id \"" + shorten(cell.text, 40) + "\" is not lower case with hyphens",
      better.empty() ? "use letters, digits and hyphens"
                     : "\"" + shorten(better, 40) + "\" would be, here and wherever it stands");
}

void read_aliases(EntityRow& row, const Cell& cell, Context&) {
  if (cell.text.empty()) return;
  for (const auto part : split_list(cell.text)) row.aliases.push_back(cell.text.part(part));
}

void read_asked(RelationRow& row, const Cell& cell, Context& context) {
  if (!cell.text.empty()) row.asked = write_date(context.date(cell));
}

constexpr auto entity_table = std::to_array<Column<EntityRow>>({
    {"id", true, "Short and stable, lower case with hyphens: land-use-framework", read_id},
    {"name", true, "The name as people write it",
     [](EntityRow& r, const Cell& c, Context&) { r.name = c.text; }},
    {"kind", true, "One of the 13 kinds", read_kind},
    {"parent", false,
     "What contains or sponsors it; several separated by |. For an item it gives a presumed lead "
     "when none is recorded",
     [](EntityRow& r, const Cell& c, Context& x) { r.parents = x.references(c); }},
    {"start", false, "From when; empty when not known",
     [](EntityRow& r, const Cell& c, Context& x) { r.period.start = x.date(c); }},
    {"end", false,
     "Until when; empty when still open, unknown when ended and nobody wrote down when",
     [](EntityRow& r, const Cell& c, Context& x) { read_end(r.period, c, x); }},
    {"due", false, "When a target, mission or programme is due",
     [](EntityRow& r, const Cell& c, Context& x) { r.due = x.date(c); }},
    {"measure", false, "How success is measured",
     [](EntityRow& r, const Cell& c, Context&) { r.measure = c.text; }},
    {"aliases", false, "Other names, separated by |", read_aliases},
    {"note", false, "Your own words; never shown in outputs",
     [](EntityRow& r, const Cell& c, Context&) { r.note = c.text; }},
    {"source", false, "Ids of sources.csv, separated by |",
     [](EntityRow& r, const Cell& c, Context& x) { r.sources = x.references(c); }},
    {"class", false, "What sort of body or forum",
     [](EntityRow& r, const Cell& c, Context& x) { r.organisation_class = x.word("class", c); }},
    {"power", false, "What a forum may do",
     [](EntityRow& r, const Cell& c, Context& x) { r.power = x.word("power", c); }},
    {"membership", false, "How much of a forum's membership the map holds",
     [](EntityRow& r, const Cell& c, Context& x) { r.membership = x.word("membership", c); }},
    {"status", false, "Where an item stands",
     [](EntityRow& r, const Cell& c, Context& x) { r.status = x.word("status", c); }},
    {"extent", false, "Which parts of the United Kingdom",
     [](EntityRow& r, const Cell& c, Context& x) { r.extent = x.word("extent", c); }},
    {"statutory", false, "yes when it rests on a legal duty",
     [](EntityRow& r, const Cell& c, Context& x) {
       r.statutory = x.word("statutory", c) == "yes";
     }},
    {"model", false, "The delivery model agreed for joint work",
     [](EntityRow& r, const Cell& c, Context&) { r.model = c.text; }},
    {"catch-all", false, "yes when it stands for many",
     [](EntityRow& r, const Cell& c, Context& x) {
       r.catch_all = x.word("catch-all", c) == "yes";
     }},
    {"contact", false, "A team, never a person",
     [](EntityRow& r, const Cell& c, Context&) { r.contact = c.text; }},
    {"marking", false, marking_meaning,
     [](EntityRow& r, const Cell& c, Context& x) { r.marking = read_marking(c, x); }},
});

constexpr auto relation_table = std::to_array<Column<RelationRow>>({
    {"from", true, "Id, name or alias of the subject",
     [](RelationRow& r, const Cell& c, Context&) {
       r.from = {c.text, c.place};
     }},
    {"relation", true, "One of the 19 relations, read as a sentence: from RELATION to", read_verb},
    {"to", true, "Id, name or alias of the object",
     [](RelationRow& r, const Cell& c, Context&) {
       r.to = {c.text, c.place};
     }},
    {"strength", false,
     "1 to 3; for reinforces, constrains and conflicts-with the size on the 7-point scale; 1 when "
     "empty",
     read_strength},
    {"confidence", false,
     "0 to 1, or stated (1), implied (0.7), told-to-us (0.6), our-view (0.5); 1 when empty",
     read_confidence},
    {"start", false, "From when",
     [](RelationRow& r, const Cell& c, Context& x) { r.period.start = x.date(c); }},
    {"end", false, "Until when; empty when still open",
     [](RelationRow& r, const Cell& c, Context& x) { read_end(r.period, c, x); }},
    {"source", false, "Ids of sources.csv, separated by |",
     [](RelationRow& r, const Cell& c, Context& x) { r.sources = x.references(c); }},
    {"locator", false, "Page or section of the source",
     [](RelationRow& r, const Cell& c, Context&) { r.locator = c.text; }},
    {"note", false, "Your own words; never shown in outputs",
     [](RelationRow& r, const Cell& c, Context&) { r.note = c.text; }},
    {"capacity", false, "In what way it leads; policy when empty",
     [](RelationRow& r, const Cell& c, Context& x) {
       if (const auto word = x.word("capacity", c); !word.empty())
         r.capacity = *find_capacity(word);
     }},
    {"type", false, "What sort of approval",
     [](RelationRow& r, const Cell& c, Context& x) { r.approval = x.word("type", c); }},
    {"amount", false, "Money, for funds",
     [](RelationRow& r, const Cell& c, Context&) { r.amount = c.text; }},
    {"period", false, "The years that the amount covers",
     [](RelationRow& r, const Cell& c, Context&) { r.money_period = c.text; }},
    {"answer", false, "What a respondent said: a confirmed no outranks silence",
     [](RelationRow& r, const Cell& c, Context& x) { r.answer = x.word("answer", c); }},
    {"respondent", false, "The organisation that said so, without names",
     [](RelationRow& r, const Cell& c, Context&) { r.respondent = c.text; }},
    {"asked", false, "When they were asked", read_asked},
    {"review", false, "Where the row stands in review",
     [](RelationRow& r, const Cell& c, Context& x) { r.review = x.word("review", c); }},
    {"marking", false, marking_meaning,
     [](RelationRow& r, const Cell& c, Context& x) { r.marking = read_marking(c, x); }},
});

constexpr auto source_table = std::to_array<Column<SourceRow>>({
    {"id", true, "Short and stable",
     [](SourceRow& r, const Cell& c, Context&) {
       r.id = c.text;
       r.place = c.place;
     }},
    {"title", true, "Title of the page or document",
     [](SourceRow& r, const Cell& c, Context&) { r.title = c.text; }},
    {"publisher", false, "Who published it",
     [](SourceRow& r, const Cell& c, Context&) { r.publisher = c.text; }},
    {"date", false, "When it was published",
     [](SourceRow& r, const Cell& c, Context& x) { r.date = x.date(c); }},
    {"url", false, "Where it can be read",
     [](SourceRow& r, const Cell& c, Context&) { r.url = c.text; }},
    {"type", false, "What sort of source",
     [](SourceRow& r, const Cell& c, Context& x) { r.type = x.word("type", c); }},
});

constexpr auto map_keys = std::to_array<ColumnInfo>({
    {"title", false, "What the map is called; it stands on every output"},
    {"as-at", false, "The day that the map describes. When empty, the latest date in it"},
    {"marking", false, "Protective marking of the map"},
    {"licence", false, "On what terms others may use it"},
    {"publisher", false, "Who keeps the map"},
    {"covers", false,
     "What the map looked for throughout, separated by |. Only there does a gap count as a "
     "finding; "
     "elsewhere it is a question"},
});

struct KeyRow {
  Cell key;
  Cell value;
  Cells extra;
};
constexpr auto map_table = std::to_array<Column<KeyRow>>({
    {"key", true, "", [](KeyRow& r, const Cell& c, Context&) { r.key = c; }},
    {"value", false, "", [](KeyRow& r, const Cell& c, Context&) { r.value = c; }},
});

struct SameCells : SameRow {
  Cells extra;
};
constexpr auto same_table = std::to_array<Column<SameCells>>({
    {"id", true, "The id that becomes another name",
     [](SameCells& r, const Cell& c, Context&) {
       r.id = {c.text, c.place};
     }},
    {"same_as", true, "The id that stays, and whose row wins",
     [](SameCells& r, const Cell& c, Context&) {
       r.same_as = {c.text, c.place};
     }},
    {"note", false, "Your own words; never shown in outputs",
     [](SameCells& r, const Cell& c, Context&) { r.note = c.text; }},
});

constexpr auto accepted_table = std::to_array<Column<AcceptedRow>>({
    {"finding", true, "Id of the finding, as the report gives it: no-lead:land-use-framework",
     [](AcceptedRow& r, const Cell& c, Context&) {
       r.finding = {c.text, c.place};
     }},
    {"reason", true, "Why you accept it; shown in the report",
     [](AcceptedRow& r, const Cell& c, Context&) { r.reason = c.text; }},
    {"until", false,
     "The last day, month or year that you accept it; empty when there is no end. After that the "
     "finding is listed again",
     [](AcceptedRow& r, const Cell& c, Context& x) { r.until = x.date(c); }},
});

template <typename Row, std::size_t N>
Rows<Row> read_named(const Table& table, const std::array<Column<Row>, N>& columns,
                     std::string_view name, std::vector<Diagnostic>& diagnostics) {
  Context context(name, diagnostics);
  return read_rows(table, columns, context);
}

void read_covers(const Cell& cell, MapInfo& map, Context& context) {
  for (const Reference& part : context.references(cell)) {
    if (const auto coverage = find_coverage(to_lower(part.text)))
      map.covers.push_back(*coverage);
    else
      context.report("unknown-word", {part.text, part.place},
                     "covers does not take \"" + shorten(part.text, 40) + "\"",
                     "use leads, sponsors, forums, membership, money, delivery or dates");
  }
}

void keep_unknown_key(const KeyRow& row, MapInfo& map, Context& context) {
  map.extra.emplace_back(row.key.text, row.value.text);
  std::vector<std::string_view> known;
  for (const ColumnInfo& info : map_keys) known.push_back(info.name);
  const auto close = nearest(row.key.text, known);
  if (close)
    context.report("unknown-column", row.key,
                   "the key \"" + row.key.text + "\" is not one that crosscut knows; it is kept",
                   "did you mean \"" + *close + "\"?");
}

template <typename Columns>
std::vector<ColumnInfo> describe(const Columns& table) {
  std::vector<ColumnInfo> columns;
  for (const auto& column : table)
    columns.push_back({column.name, column.required, column.meaning});
  return columns;
}

}  // namespace

Rows<EntityRow> read_entities(const Table& table, std::vector<Diagnostic>& diagnostics) {
  return read_named(table, entity_table, "entities", diagnostics);
}
Rows<RelationRow> read_relations(const Table& table, std::vector<Diagnostic>& diagnostics) {
  return read_named(table, relation_table, "relations", diagnostics);
}
Rows<SourceRow> read_sources(const Table& table, std::vector<Diagnostic>& diagnostics) {
  return read_named(table, source_table, "sources", diagnostics);
}
Rows<AcceptedRow> read_accepted(const Table& table, std::vector<Diagnostic>& diagnostics) {
  return read_named(table, accepted_table, "accepted", diagnostics);
}

std::vector<SameRow> read_same(const Table& table, std::vector<Diagnostic>& diagnostics) {
  std::vector<SameRow> same;
  for (SameCells& row : read_named(table, same_table, "same", diagnostics).read)
    same.push_back(std::move(row));
  return same;
}

void read_map_info(const Table& table, MapInfo& map, std::vector<Diagnostic>& diagnostics) {
  Context context("map", diagnostics);
  const Rows<KeyRow> rows = read_rows(table, map_table, context);
  for (const KeyRow& row : rows.read) {
    const std::string key = to_lower(row.key.text);
    if (key == "title")
      map.title = row.value.text;
    else if (key == "as-at")
      map.as_at = context.date(row.value);
    else if (key == "marking")
      map.marking = read_marking(row.value, context);
    else if (key == "licence")
      map.licence = row.value.text;
    else if (key == "publisher")
      map.publisher = row.value.text;
    else if (key == "covers")
      read_covers(row.value, map, context);
    else
      keep_unknown_key(row, map, context);
  }
}

std::vector<std::string_view> required_columns(std::string_view table) {
  if (table == "map") return {"key", "value"};
  std::vector<std::string_view> names;
  for (const FileInfo& file : map_files())
    if (file.name == std::string(table) + ".csv")
      for (const ColumnInfo& column : file.columns)
        if (column.required) names.push_back(column.name);
  return names;
}

std::vector<ColumnInfo> entity_columns() { return describe(entity_table); }
std::vector<ColumnInfo> relation_columns() { return describe(relation_table); }
std::vector<ColumnInfo> source_columns() { return describe(source_table); }
std::vector<ColumnInfo> accepted_columns() { return describe(accepted_table); }

std::vector<FileInfo> map_files() {
  return {
      {"entities.csv", "Who and what there is, a row each. This file must be there.",
       entity_columns()},
      {"relations.csv",
       "What one has to do with another, a row for each statement of a source. This file must "
       "be there.",
       relation_columns()},
      {"sources.csv", "Where it is written, a row for each page or document.", source_columns()},
      {"map.csv",
       "What holds of the whole map, in the columns `key` and `value`.",
       {map_keys.begin(), map_keys.end()},
       true},
      {"same.csv", "Ids that mean the same thing, also across maps that are read together.",
       describe(same_table)},
      {"accepted.csv",
       "Findings that you know of and accept. They leave the findings and questions, and stand "
       "under \"Accepted\" in the report. The order of the entities in an id does not matter.",
       accepted_columns()}};
}

}  // namespace crosscut
