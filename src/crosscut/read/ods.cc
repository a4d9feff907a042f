// OpenDocument spreadsheets (OASIS OpenDocument 1.3, part 3).
#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <map>

#include "crosscut/base/text.h"
#include "crosscut/read/workbook_parts.h"

namespace crosscut {
namespace {

std::uint32_t repeats(const pugi::xml_node& node, std::string_view name) {
  const std::string_view text = value_of(node, name);
  std::uint32_t count = 1;
  if (std::from_chars(text.data(), text.data() + text.size(), count).ec ==
      std::errc::result_out_of_range)
    return most_rows;
  return std::clamp<std::uint32_t>(count, 1, most_rows);
}

/// The text of a paragraph (part 3, 6.1.2): white space between words counts as one space, none at
/// either end; more is an element of its own.
class ParagraphText {
 public:
  std::string run(const pugi::xml_node& paragraph) {
    add(paragraph);
    return std::move(text_);
  }

 private:
  void add(const pugi::xml_node& node) {
    for (const pugi::xml_node child : node.children()) {
      if (child.type() == pugi::node_pcdata || child.type() == pugi::node_cdata)
        add_words(child.value());
      else if (is(child, "s"))
        add_mark(std::string(std::min<std::uint32_t>(repeats(child, "c"), 1000), ' '));
      else if (is(child, "tab"))
        add_mark("\t");
      else if (is(child, "line-break"))
        add_mark("\n");
      else if (!is(child, "annotation") && !is(child, "ruby-text") && !is(child, "note"))
        add(child);
    }
  }

  void add_words(std::string_view words) {
    for (const char c : words) {
      if (c == ' ' || c == '\t' || c == '\n' || c == '\r') {
        space_ = started_;
        continue;
      }
      if (space_) text_ += ' ';
      text_ += c;
      space_ = false;
      started_ = true;
    }
  }

  void add_mark(std::string_view mark) {
    if (space_) text_ += ' ';
    space_ = false;
    started_ = true;
    text_ += mark;
  }

  std::string text_;
  bool started_ = false;
  bool space_ = false;  // seen, and kept when something follows
};

std::string paragraphs(const pugi::xml_node& cell) {
  std::string text;
  bool first = true;
  for (const pugi::xml_node child : cell.children()) {
    if (!is(child, "p")) continue;
    if (!first) text += '\n';
    first = false;
    text += ParagraphText().run(child);
  }
  return first ? std::string(value_of(cell, "string-value")) : text;
}

/// A formula that failed; text that merely looks so is text.
bool is_error(const pugi::xml_node& cell, std::string_view text) {
  for (const pugi::xml_attribute attribute : cell.attributes())
    if (std::string_view(attribute.name()).ends_with(":value-type") &&
        std::string_view(attribute.value()) == "error")
      return true;
  return !value_of(cell, "formula").empty() &&
         (text.starts_with("Err:") || text == "#N/A" || text == "#NAME?" ||
          (text.starts_with('#') && text.ends_with('!')));
}

class OdsReader {
 public:
  explicit OdsReader(WorkbookParts& parts) : parts_(parts) {}

  std::optional<Workbook> run() {
    if (is_locked()) return std::nullopt;
    if (parts_.has("styles.xml")) {
      pugi::xml_document styles;
      if (!parts_.load("styles.xml", styles)) return std::nullopt;
      for (const pugi::xml_node list : child_of(styles, "document-styles").children())
        read_styles(list);
    }
    pugi::xml_document document;
    if (!parts_.load("content.xml", document)) return std::nullopt;
    const pugi::xml_node root = child_of(document, "document-content");
    read_styles(child_of(root, "automatic-styles"));
    const pugi::xml_node book = child_of(child_of(root, "body"), "spreadsheet");
    if (!book) {
      parts_.report("broken-workbook", "the file is an OpenDocument file, but no spreadsheet",
                    "give a workbook that ends in .ods or .xlsx");
      return std::nullopt;
    }
    Workbook result;
    for (const pugi::xml_node node : book.children()) {
      if (!is(node, "table") || child_of(node, "table-source")) continue;  // a copy of another file
      sheet_ = {};
      sheet_.name = value_of(node, "name");
      if (parts_.wants(sheet_.name) && !read_sheet(node)) return std::nullopt;
      if (!parts_.add(std::move(sheet_), result)) return std::nullopt;
    }
    return result;
  }

 private:
  bool is_locked() const {
    pugi::xml_document manifest;
    if (!parts_.has("META-INF/manifest.xml")) return false;
    if (!parts_.load("META-INF/manifest.xml", manifest)) return true;
    for (const pugi::xml_node entry : child_of(manifest, "manifest").children())
      if (child_of(entry, "encryption-data")) {
        parts_.report("locked-workbook", "the workbook is locked with a password",
                      "remove the password, and save it again");
        return true;
      }
    return false;
  }

  struct CellStyle {
    std::string data, parent;
  };

  /// How much of a date each style shows: 4, 7 or 10 characters of 2026-07-31. The styles of
  /// content.xml come last, and win.
  void read_styles(const pugi::xml_node& list) {
    for (const pugi::xml_node node : list.children()) {
      const std::string name(value_of(node, "name"));
      if (is(node, "date-style"))
        lengths_[name] = child_of(node, "day") ? 10 : child_of(node, "month") ? 7 : 4;
      else if (!is(node, "style"))
        lengths_.erase(name);
      else if (value_of(node, "family") == "table-cell")
        styles_[name] = {std::string(value_of(node, "data-style-name")),
                         std::string(value_of(node, "parent-style-name"))};
    }
  }

  std::size_t date_length(std::string name) const {
    constexpr int most_ancestors = 20;
    for (int i = 0; i < most_ancestors; ++i) {
      const auto style = styles_.find(name);
      if (style == styles_.end()) break;
      if (!style->second.data.empty()) {
        const auto length = lengths_.find(style->second.data);
        return length == lengths_.end() ? 10 : length->second;
      }
      name = style->second.parent;
    }
    return 10;
  }

  bool read_sheet(const pugi::xml_node& table) {
    row_ = 1;
    column_styles_.clear();
    read_columns(table);
    return read_rows(table);
  }

  void read_columns(const pugi::xml_node& node) {
    for (const pugi::xml_node child : node.children()) {
      if (is(child, "table-column")) {
        const std::uint32_t count = repeats(child, "number-columns-repeated");
        for (std::uint32_t i = 0; i < count && column_styles_.size() < most_columns; ++i)
          column_styles_.push_back(value_of(child, "default-cell-style-name"));
      } else if (is(child, "table-columns") || is(child, "table-header-columns") ||
                 is(child, "table-column-group")) {
        read_columns(child);
      }
    }
  }

  bool read_rows(const pugi::xml_node& node) {
    for (const pugi::xml_node child : node.children()) {
      if (is(child, "table-row")) {
        if (!read_row(child)) return false;
      } else if (is(child, "table-rows") || is(child, "table-header-rows") ||
                 is(child, "table-row-group")) {
        if (!read_rows(child)) return false;
      }
    }
    return true;
  }

  bool read_row(const pugi::xml_node& row) {
    const std::size_t first = sheet_.cells.size();
    std::uint32_t column = 1;
    for (const pugi::xml_node cell : row.children()) {
      const bool covered = is(cell, "covered-table-cell");
      if (!covered && !is(cell, "table-cell")) continue;
      const std::uint32_t count = repeats(cell, "number-columns-repeated");
      const std::string shown = covered ? "" : paragraphs(cell);
      const bool error = !covered && is_error(cell, trim(shown));
      const std::string text = covered || error ? shown : read_cell(row, cell, shown, column);
      if (!trim(text).empty()) {
        add_merge(cell, column);
        for (std::uint32_t i = 0; i < count; ++i)
          if (!parts_.add({row_, column + i, text, error}, sheet_)) return false;
      }
      column = std::min(column + count, most_columns + 1);
    }
    return repeat_row(first, repeats(row, "number-rows-repeated"));
  }

  bool repeat_row(std::size_t first, std::uint32_t rows) {
    const std::size_t last = sheet_.cells.size();
    for (std::uint32_t i = 1; i < rows && last > first; ++i)
      for (std::size_t j = first; j < last; ++j) {
        SheetCell copy = sheet_.cells[j];
        copy.row = row_ + i;
        if (!parts_.add(std::move(copy), sheet_)) return false;
      }
    row_ = std::min(row_ + rows, most_rows + 1);
    return true;
  }

  /// The style of a cell is its own, else that of its row, else that of its column.
  std::string style_of(const pugi::xml_node& row, const pugi::xml_node& cell,
                       std::uint32_t column) const {
    if (const auto own = value_of(cell, "style-name"); !own.empty()) return std::string(own);
    if (const auto of_row = value_of(row, "default-cell-style-name"); !of_row.empty())
      return std::string(of_row);
    return std::string(column <= column_styles_.size() ? column_styles_[column - 1] : "");
  }

  std::string read_cell(const pugi::xml_node& row, const pugi::xml_node& cell,
                        const std::string& shown, std::uint32_t column) const {
    const std::string_view type = value_of(cell, "value-type");
    if (type == "date")
      return std::string(
          value_of(cell, "date-value").substr(0, date_length(style_of(row, cell, column))));
    if (type == "boolean") return value_of(cell, "boolean-value") == "true" ? "TRUE" : "FALSE";
    if (type != "float" && type != "percentage" && type != "currency") return shown;
    const std::string_view text = value_of(cell, "value");
    double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    return error == std::errc() && end == text.data() + text.size() ? fmt::format("{}", value)
                                                                    : std::string(text);
  }

  void add_merge(const pugi::xml_node& cell, std::uint32_t column) {
    const std::uint32_t rows = repeats(cell, "number-rows-spanned");
    const std::uint32_t columns = repeats(cell, "number-columns-spanned");
    if (rows > 1 || columns > 1)
      sheet_.merges.push_back({row_, row_ + rows - 1, column, column + columns - 1});
  }

  WorkbookParts& parts_;
  std::map<std::string, std::size_t> lengths_;
  std::map<std::string, CellStyle> styles_;
  std::vector<std::string_view> column_styles_;  // in the document
  Sheet sheet_;
  std::uint32_t row_ = 1;
};

}  // namespace

std::optional<Workbook> read_ods(WorkbookParts& parts) { return OdsReader(parts).run(); }

}  // namespace crosscut
