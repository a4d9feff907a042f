// A map written as CSV, JSON or a workbook and read again is the same map, but for the places of
// its rows.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <random>
#include <sstream>

#include "crosscut/base/text.h"
#include "crosscut/edit/flatten.h"
#include "crosscut/model/marking.h"
#include "crosscut/read/csv.h"
#include "crosscut/read/join.h"
#include "crosscut/read/map.h"
#include "crosscut/write/book.h"
#include "crosscut/write/map_files.h"

namespace crosscut {
namespace {

/// Every field of a Dataset, a line each.
class Fields {
 public:
  std::string run(const Dataset& data) {
    for (const MapInfo& map : data.maps) {
      std::string covers;
      for (const Coverage coverage : map.covers) covers += std::string(word(coverage)) + ";";
      line({"map", map.title, date(map.as_at), map.marking, map.licence, map.publisher, covers});
      cells(map.extra);
    }
    for (const EntityRow& r : data.entities) add(r);
    for (const RelationRow& r : data.relations) add(r);
    for (const SourceRow& r : data.sources) {
      line({"source", r.id, r.title, r.publisher, date(r.date), r.url, r.type});
      cells(r.extra);
    }
    for (const SameRow& r : data.same) line({"same", r.id.text, r.same_as.text, r.note});
    for (const AcceptedRow& r : data.accepted) {
      line({"accepted", r.finding.text, r.reason, date(r.until)});
      cells(r.extra);
    }
    return out_.str();
  }

 private:
  void add(const EntityRow& r) {
    line({"entity",
          r.id,
          r.name,
          info(r.kind).word,
          texts(r.parents),
          date(r.period.start),
          date(r.period.end),
          r.period.end_unknown ? "unknown" : "",
          date(r.due),
          r.measure,
          join({r.aliases.begin(), r.aliases.end()}, "^"),
          r.note,
          texts(r.sources),
          r.organisation_class,
          r.power,
          r.membership,
          r.status,
          r.extent,
          r.statutory ? "statutory" : "",
          r.catch_all ? "catch-all" : "",
          r.model,
          r.contact,
          r.marking,
          std::to_string(r.map),
          std::to_string(r.other_sources.size() + r.other_maps.size())});
    cells(r.extra);
  }
  void add(const RelationRow& r) {
    std::ostringstream confidence;
    confidence << std::hexfloat << r.confidence;
    line({"relation",
          r.from.text,
          info(r.verb).word,
          r.to.text,
          std::to_string(r.strength),
          confidence.str(),
          date(r.period.start),
          date(r.period.end),
          r.period.end_unknown ? "unknown" : "",
          texts(r.sources),
          r.locator,
          r.note,
          word(r.capacity),
          r.approval,
          r.amount,
          r.money_period,
          r.answer,
          r.respondent,
          r.asked,
          r.review,
          r.marking,
          std::to_string(r.map)});
    cells(r.extra);
  }
  static std::string date(const PartialDate& date) {
    return std::to_string(date.year) + "/" + std::to_string(date.month) + "/" +
           std::to_string(date.day);
  }
  static std::string texts(const std::vector<Reference>& references) {
    std::string text;
    for (const Reference& reference : references) text += reference.text + "^";
    return text;
  }
  void line(const std::vector<std::string_view>& parts) {
    for (const std::string_view part : parts) out_ << "{" << part << "}";
    out_ << "\n";
  }
  void cells(Cells cells) {  // their order is that of the columns
    std::sort(cells.begin(), cells.end());
    for (const auto& [name, value] : cells) line({"extra", name, value});
  }

  std::ostringstream out_;
};

Book book_of(const std::vector<TextTable>& tables) {
  Book book{"A map", {}};
  for (const TextTable& table : tables) {
    BookSheet sheet{.name = table.name};
    for (const std::string& heading : table.header) sheet.columns.push_back({.heading = heading});
    sheet.rows = table.rows;
    book.sheets.push_back(std::move(sheet));
  }
  return book;
}

MapTables read_csv_tables(const std::vector<TextTable>& tables, Files& files,
                          std::vector<Diagnostic>& diagnostics) {
  MapTables read;
  for (const TextTable& table : tables) {
    const std::uint32_t file = add_text(table.name + ".csv", write_table_csv(table), files);
    read.emplace(table.name, parse_csv(file, files, diagnostics));
  }
  return read;
}

/// Nothing when each form gives the map again, else what became of it.
std::string difference(const Dataset& data) {
  const std::string before = Fields().run(data);
  const std::vector<TextTable> tables = map_tables(data);
  const Book book = book_of(tables);
  for (const std::string form : {"csv", "xlsx", "ods", "json"}) {
    Files files;
    std::vector<Diagnostic> faults;
    MapTables read;
    if (form == "csv") read = read_csv_tables(tables, files, faults);
    if (form == "xlsx") read = workbook_tables("map", write_xlsx(book), files, faults);
    if (form == "ods") read = workbook_tables("map", write_ods(book), files, faults);
    if (form == "json")
      read = json_tables(add_text("map", write_map_json(tables), files), files, faults);
    for (const Diagnostic& fault : faults) return form + ": " + fault.message;
    const std::string after = Fields().run(read_map(read, "map").dataset);
    if (after == before) continue;
    const auto at = static_cast<std::size_t>(
        std::mismatch(before.begin(), before.end(), after.begin(), after.end()).first -
        before.begin());
    const std::size_t from = at < 60 ? 0 : at - 60;
    return form + "\nwrote " + before.substr(from, 120) + "\nread  " + after.substr(from, 120);
  }
  return {};
}

class RandomDataset {
 public:
  explicit RandomDataset(std::uint32_t seed) : random_(seed) {}

  Dataset run() {
    Dataset data;
    MapInfo map;
    map.title = text();
    map.as_at = date();
    map.marking = marking();
    map.licence = maybe();
    map.publisher = maybe();
    for (const Coverage coverage : {Coverage::money, Coverage::leads, Coverage::dates})
      if (often(2)) map.covers.push_back(coverage);
    if (often(2)) map.extra = {{"Contact team", text()}, {"x;y", text()}};
    data.maps = {map};
    for (int i = 0; i < 1 + number(5); ++i) data.entities.push_back(entity(i));
    for (int i = 0; i < number(6); ++i) data.relations.push_back(relation());
    for (int i = 0; i < number(4); ++i) data.sources.push_back(source(i));
    for (int i = 0; i < number(2); ++i) data.same.push_back({{text(), {}}, {text(), {}}, maybe()});
    for (int i = 0; i < number(3); ++i) data.accepted.push_back(accepted());
    return data;
  }

 private:
  int number(int below) { return static_cast<int>(random_() % static_cast<unsigned>(below)); }
  bool often(int one_in) { return number(one_in) == 0; }

  std::string text() {
    static const std::vector<std::string> pieces = {"a",          "Land use",
                                                    "\"",         "\"\"",
                                                    ",",          ";",
                                                    "\n",         "\n\n",
                                                    "\t",         "  ",
                                                    " ",          "   ",
                                                    "=1+1",       "+",
                                                    "-",          "@",
                                                    "'",          "2026-07",
                                                    "01/02/2026", "1e5",
                                                    "007",        "TRUE",
                                                    "#REF!",      "#N/A",
                                                    "<b>",        "&amp;",
                                                    "&",          "]]>",
                                                    "_x0041_",    "_x000D_",
                                                    "_x",         "Tŷ’r Dŵr",
                                                    "日本",       "\xF0\x9F\x8C\xB3",
                                                    "\xC2\xA0",   "\\",
                                                    "\\n",        "{",
                                                    "}",          "/",
                                                    "%",          "null",
                                                    "column A",   "\xE2\x80\xA8",
                                                    "\x7F"};
    for (;;) {
      std::string text;
      for (int i = 0; i < 1 + number(6); ++i)
        text += pieces[static_cast<std::size_t>(number(static_cast<int>(pieces.size())))];
      if (often(400)) text += std::string(30'000, 'x') + text;
      text = trim(text);
      if (!text.empty()) return text;
    }
  }
  std::string maybe() { return often(2) ? text() : ""; }
  PartialDate date() {
    if (often(3)) return {};
    PartialDate date = date_of_day(number(60'000) - 20'000);
    if (often(3)) date.day = 0;
    if (date.day == 0 && often(2)) date.month = 0;
    return date;
  }
  std::string marking() {
    const auto known = all_markings();
    return often(2) ? "" : std::string(known[random_() % known.size()]);
  }
  std::string word_of(std::string_view table, std::string_view column) {
    const auto words = allowed_words(table, column);
    return often(2) ? "" : words.empty() ? text() : std::string(words[random_() % words.size()]);
  }
  std::vector<Reference> references() {
    std::vector<Reference> list;
    for (int i = 0; i < number(3); ++i) list.push_back({text(), {}});
    return list;
  }
  Cells extra() {
    Cells cells;
    for (const char* name : {"Our ref", "a, \"b\"; c", "Tŷ", "two\nlines"})
      if (often(4)) cells.emplace_back(name, text());
    if (often(2)) std::reverse(cells.begin(), cells.end());
    return cells;
  }
  SourceRow source(int i) {
    SourceRow r;
    r.id = "s" + std::to_string(i) + maybe();
    r.title = text();
    r.publisher = maybe();
    r.date = date();
    r.url = maybe();
    r.type = word_of("sources", "type");
    r.extra = extra();
    return r;
  }

  AcceptedRow accepted() {
    AcceptedRow r;
    r.finding.text = text();
    r.reason = text();
    r.until = date();
    r.extra = extra();
    return r;
  }

  Period period() {
    Period period{date(), date(), false};
    period.end_unknown = !period.end.given() && often(3);
    return period;
  }

  EntityRow entity(int i) {
    EntityRow r;
    r.id = "e-" + std::to_string(i) + (often(4) ? text() : "");
    r.name = text();
    r.kind = static_cast<Kind>(random_() % all_kinds().size());
    r.parents = references();
    r.period = period();
    r.due = date();
    r.measure = maybe();
    for (const Reference& alias : references()) r.aliases.push_back(alias.text);
    r.note = maybe();
    r.sources = references();
    r.organisation_class = word_of("entities", "class");
    r.power = word_of("entities", "power");
    r.membership = word_of("entities", "membership");
    r.status = word_of("entities", "status");
    r.extent = word_of("entities", "extent");
    r.statutory = often(3);
    r.catch_all = often(3);
    r.model = maybe();
    r.contact = maybe();
    r.marking = marking();
    r.extra = extra();
    return r;
  }

  RelationRow relation() {
    RelationRow r;
    r.from.text = text();
    r.verb = static_cast<Verb>(random_() % verb_count);
    r.to.text = text();
    r.strength = 1 + number(3);
    r.confidence = often(2) ? number(101) / 100.0 : number(1'000'000'007) / 1'000'000'007.0;
    r.period = period();
    r.sources = references();
    r.locator = maybe();
    r.note = maybe();
    r.capacity = static_cast<Capacity>(number(8));
    r.approval = word_of("relations", "type");
    r.amount = maybe();
    r.money_period = maybe();
    r.answer = word_of("relations", "answer");
    r.respondent = maybe();
    r.asked = write_date(date());
    r.review = word_of("relations", "review");
    r.marking = marking();
    r.extra = extra();
    return r;
  }

  std::mt19937 random_;
};

TEST(RoundTrip, EveryMap) {
  const std::filesystem::path graphs = std::filesystem::path(CROSSCUT_ROOT) / "graphs";
  for (const auto& entry : std::filesystem::directory_iterator(graphs)) {
    const Dataset data = flatten(read_maps({entry.path().string()}, {}).dataset);
    EXPECT_EQ(difference(data), "") << entry.path();
  }
}

TEST(RoundTrip, TheMapsOfTheUnitedKingdomJoined) {
  const std::string graphs = std::string(CROSSCUT_ROOT) + "/graphs/";
  const Dataset data =
      flatten(read_maps({graphs + "uk-missions", graphs + "uk-policies"}, {}).dataset);
  EXPECT_GT(data.relations.size(), 1000U);
  EXPECT_EQ(difference(data), "");
}

TEST(RoundTrip, MapsMadeAtRandom) {
  for (std::uint32_t seed = 1; seed <= 1000; ++seed)
    ASSERT_EQ(difference(RandomDataset(seed).run()), "") << "seed " << seed;
}

}  // namespace
}  // namespace crosscut
