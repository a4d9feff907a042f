// A map as one JSON file: {"map": {"title": ...}, "entities": [{"id": ...}, ...], ...}, with the
// tables and columns of the CSV files.
#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <map>
#include <nlohmann/json.hpp>
#include <optional>
#include <set>

#include "crosscut/base/printable.h"
#include "crosscut/base/text.h"
#include "crosscut/model/codes.h"
#include "crosscut/read/columns.h"
#include "crosscut/read/map_tables.h"
#include "crosscut/read/workbook.h"

namespace crosscut {
namespace {

/// Hands the text to the parser and counts what it took, so that a value has a place.
class Counting {
 public:
  using iterator_category = std::input_iterator_tag;
  using value_type = char;
  using difference_type = std::ptrdiff_t;
  using pointer = const char*;
  using reference = const char&;

  Counting(const char* at, std::size_t* taken) : at_(at), taken_(taken) {}
  reference operator*() const { return *at_; }
  Counting& operator++() {
    ++at_;
    ++*taken_;
    return *this;
  }
  Counting operator++(int) {
    Counting before = *this;
    ++*this;
    return before;
  }
  friend bool operator==(const Counting& a, const Counting& b) { return a.at_ == b.at_; }
  friend bool operator!=(const Counting& a, const Counting& b) { return a.at_ != b.at_; }

 private:
  const char* at_;
  std::size_t* taken_;
};

struct JsonRow {
  std::vector<std::pair<Cell, Cell>> cells;  // heading, value
  Place place;
};

class TablesParser : public nlohmann::json_sax<nlohmann::json> {
 public:
  TablesParser(std::uint32_t file, const Files& files, std::vector<Diagnostic>& diagnostics)
      : file_(file), files_(files), text_(files[file]->text), diagnostics_(diagnostics) {}

  MapTables run() {
    std::size_t* taken = &taken_;
    nlohmann::json::sax_parse(Counting(text_.data(), taken),
                              Counting(text_.data() + text_.size(), taken), this);
    MapTables tables;
    if (stopped_) return tables;
    for (const auto& [name, rows] : rows_) {
      if (name == "map")
        tables.emplace(name, key_table(rows));
      else if (auto table = table_of(name, rows))
        tables.emplace(name, std::move(*table));
    }
    if (stopped_) return {};
    for (const std::string_view name : {"entities", "relations"})
      if (!tables.contains(name))
        report("broken-json", {file_, 1, 1, 0}, "the map has no \"" + std::string(name) + "\"",
               "add it, with a list of rows");
    if (!tables.contains("sources"))
      report("no-sources", {file_, 1, 1, 0},
             "the map has no \"sources\", so nothing in it can be traced",
             "add sources with id, title, publisher, date and url");
    return tables;
  }

  bool null() override { return value(""); }
  bool boolean(bool given) override { return value(given ? "yes" : "no"); }
  bool number_integer(number_integer_t given) override { return value(std::to_string(given)); }
  bool number_unsigned(number_unsigned_t given) override { return value(std::to_string(given)); }
  bool number_float(number_float_t given, const string_t&) override {
    return value(fmt::format("{}", given));
  }
  bool string(string_t& given) override { return value(given); }
  bool binary(binary_t&) override { return true; }

  bool start_object(std::size_t) override {
    if (depth_ == 1 && key_ == "map") open_row();
    if (depth_ == 2 && in_list_) open_row();
    if (depth_ == 1 && key_ != "map") complain("a list of rows");
    if (depth_ > 2 || (depth_ == 2 && !in_list_)) complain("text or a number");
    ++depth_;
    return !stopped_;
  }
  bool end_object() override {
    --depth_;
    if (depth_ <= 2) row_ = nullptr;
    return true;
  }
  bool start_array(std::size_t) override {
    if (depth_ == 1) in_list_ = true;
    if (depth_ == 0) complain("an object with the tables");
    if (depth_ == 1 && key_ == "map") complain("an object");
    if (depth_ > 1) complain(row_ == nullptr ? "a row" : "text or a number");
    ++depth_;
    return !stopped_;
  }
  bool end_array() override {
    --depth_;
    if (depth_ == 1) in_list_ = false;
    return true;
  }
  bool key(string_t& given) override {
    if (depth_ == 1)
      open_table(given);
    else if (row_ != nullptr)
      heading_ = {std::string(trim(plain_text(given))), place(given)};
    return true;
  }
  bool parse_error(std::size_t, const std::string&,
                   const nlohmann::detail::exception& fault) override {
    std::string message = fault.what();  // "[json.exception...] parse error at ...: what is wrong"
    if (const std::size_t at = message.find(": "); at != std::string::npos)
      message = message.substr(at + 2);
    report("broken-json", place(""), "this is not JSON: " + shorten(printable(message), 120),
           "check for a missing comma, quote or bracket just before");
    stopped_ = true;
    return false;
  }

 private:
  bool in_table() const {
    return std::find(std::begin(table_names), std::end(table_names), key_) != std::end(table_names);
  }

  void open_table(const std::string& name) {
    key_ = name;
    if (in_table()) {
      rows_.try_emplace(name);
      return;
    }
    const auto close = nearest(name, {std::begin(table_names), std::end(table_names)});
    if (close)
      report("unknown-column", place(name),
             "the table \"" + name + "\" is not one that crosscut knows; it was not read",
             "did you mean \"" + *close + "\"?");
  }

  void open_row() {
    if (!in_table()) return;
    if (++count_ > most_filled_rows) stop();
    rows_[key_].push_back({{}, place("")});
    row_ = &rows_[key_].back();
  }

  bool value(const std::string& text) {
    if (!in_table() || depth_ == 0) return true;
    if (row_ == nullptr || depth_ != (key_ == "map" ? 2 : 3)) {
      if (depth_ <= 2) complain("a list of rows");  // deeper was said where it began
      return !stopped_;
    }
    if (++values_ > most_book_cells) stop();
    row_->cells.emplace_back(heading_, Cell{std::string(trim(plain_text(text))), place(text)});
    return !stopped_;
  }

  void stop() {
    if (!stopped_)
      report("file-too-large", {file_, 1, 1, 0},
             "the file holds more than " + std::to_string(most_filled_rows) + " rows, or " +
                 std::to_string(most_book_cells) + " cells",
             "save the map as CSV files in a folder, which may be larger");
    stopped_ = true;
  }

  /// Of the value that the parser has just taken.
  Place place(std::string_view text) const {
    const std::size_t end = std::min(taken_, text_.size());
    std::size_t start = end == 0 ? 0 : end - 1;
    if (!text.empty() && start > 0 && text_[start] == '"') {  // back to the opening quote
      --start;
      while (start > 0 && (text_[start] != '"' || text_[start - 1] == '\\')) --start;
      ++start;
    } else if (!text.empty()) {  // a number: the parser is at its end, or one character on
      const std::size_t from = start - std::min(start, text.size());
      const std::size_t at = std::string_view(text_).substr(from, 2 * text.size()).rfind(text);
      if (at != std::string_view::npos) start = from + at;
    }
    const InputFile& input = *files_[file_];
    const auto line = std::upper_bound(input.line_starts.begin(), input.line_starts.end(), start);
    const auto number = static_cast<std::uint32_t>(line - input.line_starts.begin());
    if (counted_to_ < *(line - 1) || counted_to_ > start) {  // another line than last time
      counted_to_ = *(line - 1);
      column_ = 1;
    }
    column_ += count_characters(std::string_view(text_).substr(counted_to_, start - counted_to_));
    counted_to_ = start;
    return {file_, number, static_cast<std::uint32_t>(column_),
            static_cast<std::uint32_t>(count_characters(text.substr(0, text.find('\n'))))};
  }

  /// Of a table that crosscut knows, or the whole; after so many the file is no map.
  void complain(const std::string& wanted) {
    constexpr int most_complaints = 100;
    if (depth_ > 0 && !in_table()) return;
    report("broken-json", place(""), "here a map has " + wanted, "see docs/json.md");
    if (++complaints_ == most_complaints) stopped_ = true;
  }

  void report(std::string_view code, Place place, std::string message, std::string hint) {
    diagnostics_.push_back(diagnose(code, place, std::move(message), std::move(hint)));
  }

  /// The required columns, then the others in the order in which they first come.
  std::optional<Table> table_of(const std::string& name, const std::vector<JsonRow>& rows) {
    Table table;
    std::map<std::string, std::size_t> columns;  // by name, in lower case
    const auto add = [&](const Cell& heading) {
      if (columns.try_emplace(to_lower(heading.text), columns.size()).second)
        table.header.push_back(heading);
    };
    for (const std::string_view column : required_columns(name))
      add({std::string(column), {file_, 1, 1, 0}});
    for (const JsonRow& row : rows)
      for (const auto& [heading, cell] : row.cells) add(heading);
    if (rows.size() * table.header.size() > most_book_cells) {
      stop();
      return std::nullopt;
    }
    for (const JsonRow& row : rows) {
      std::vector<Cell> cells(table.header.size(), Cell{"", row.place});
      std::set<std::size_t> seen;
      for (const auto& [heading, cell] : row.cells) {
        const std::size_t column = columns[to_lower(heading.text)];
        if (!seen.insert(column).second)
          report("column-twice", heading.place,
                 "\"" + heading.text + "\" is there twice in this row",
                 "rename or remove one of them");
        cells[column] = cell;
      }
      table.rows.push_back(std::move(cells));
    }
    return table;
  }

  /// "map" is one object: a row for each of its keys.
  Table key_table(const std::vector<JsonRow>& objects) const {
    Table table;
    const Place place = objects.empty() ? Place{file_, 1, 1, 0} : objects.front().place;
    table.header = {{"key", place}, {"value", place}};
    for (const JsonRow& keys : objects)
      for (const auto& [key, value] : keys.cells) table.rows.push_back({key, value});
    return table;
  }

  std::uint32_t file_;
  const Files& files_;
  const std::string& text_;
  std::vector<Diagnostic>& diagnostics_;
  std::map<std::string, std::vector<JsonRow>> rows_;
  JsonRow* row_ = nullptr;
  Cell heading_;
  std::string key_;
  bool in_list_ = false;
  bool stopped_ = false;
  int depth_ = 0;
  int complaints_ = 0;
  std::size_t count_ = 0;   // rows
  std::size_t values_ = 0;  // of rows
  std::size_t taken_ = 0;
  mutable std::size_t counted_to_ = 0;  // the place asked for last, and its column
  mutable std::size_t column_ = 1;
};

}  // namespace

MapTables read_json_tables(const std::string& path, const ReadOptions& options, Files& files,
                           std::vector<Diagnostic>& diagnostics) {
  const auto file = load_file(path, options, files, diagnostics);
  if (!file) return {};
  return json_tables(*file, files, diagnostics);
}

MapTables json_tables(std::uint32_t file, const Files& files,
                      std::vector<Diagnostic>& diagnostics) {
  return TablesParser(file, files, diagnostics).run();
}

}  // namespace crosscut
