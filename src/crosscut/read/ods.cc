// OpenDocument spreadsheets (OASIS OpenDocument 1.3, part 3).
#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <map>

#include "crosscut/base/text.h"
#include "crosscut/read/workbook_parts.h"

namespace crosscut {
namespace {

constexpr std::uint32_t most_rows = 1'048'576;
constexpr std::uint32_t most_columns = 16'384;

std::uint32_t repeats(const pugi::xml_node& node, std::string_view name) {
  const std::string_view text = value_of(node, name);
  std::uint32_t count = 1;
  std::from_chars(text.data(), text.data() + text.size(), count);
  return std::clamp<std::uint32_t>(count, 1, most_rows);
}

/// Text as it stands in a paragraph: runs of spaces are an element of their own.
void add_text(const pugi::xml_node& node, std::string& text) {
  for (const pugi::xml_node child : node.children()) {
    if (child.type() == pugi::node_pcdata || child.type() == pugi::node_cdata)
      text += child.value();
    else if (is(child, "s"))
      text.append(std::min<std::uint32_t>(repeats(child, "c"), 1000), ' ');
    else if (is(child, "tab"))
      text += '\t';
    else if (is(child, "line-break"))
      text += '\n';
    else if (!is(child, "annotation"))
      add_text(child, text);
  }
}

std::string paragraphs(const pugi::xml_node& cell) {
  std::string text;
  bool first = true;
  for (const pugi::xml_node child : cell.children()) {
    if (!is(child, "p")) continue;
    if (!first) text += '\n';
    first = false;
    add_text(child, text);
  }
  return text;
}

class OdsReader {
 public:
  OdsReader(const WorkbookParts& parts, const std::function<bool(std::string_view)>& wanted)
      : parts_(parts), wanted_(wanted) {}

  std::optional<Workbook> run() {
    if (is_locked()) return std::nullopt;
    pugi::xml_document styles;
    if (parts_.has("styles.xml")) {
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
      if (!is(node, "table")) continue;
      sheet_ = {};
      sheet_.name = value_of(node, "name");
      if (wanted_(sheet_.name) && !read_sheet(node)) return std::nullopt;
      result.sheets.push_back(std::move(sheet_));
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

  /// How much of a date each style shows: 4, 7 or 10 characters of 2026-07-31.
  void read_styles(const pugi::xml_node& list) {
    for (const pugi::xml_node node : list.children()) {
      const std::string name(value_of(node, "name"));
      if (is(node, "date-style"))
        lengths_[name] = child_of(node, "day") ? 10 : child_of(node, "month") ? 7 : 4;
      if (is(node, "style")) data_style_[name] = value_of(node, "data-style-name");
    }
  }

  std::size_t date_length(std::string_view style) const {
    const auto data = data_style_.find(std::string(style));
    const auto length = data == data_style_.end() ? lengths_.end() : lengths_.find(data->second);
    return length == lengths_.end() ? 10 : length->second;
  }

  bool read_sheet(const pugi::xml_node& table) {
    row_ = 1;
    column_styles_.clear();
    read_columns(table);
    if (read_rows(table)) return true;
    parts_.report("file-too-large",
                  "the sheet \"" + sheet_.name + "\" has more than " +
                      std::to_string(most_sheet_cells) + " cells",
                  "save its sheets as CSV files in a folder, which may be larger");
    return false;
  }

  void read_columns(const pugi::xml_node& node) {
    for (const pugi::xml_node child : node.children()) {
      if (is(child, "table-column")) {
        const std::uint32_t count = repeats(child, "number-columns-repeated");
        for (std::uint32_t i = 0; i < count && column_styles_.size() < most_columns; ++i)
          column_styles_.emplace_back(value_of(child, "default-cell-style-name"));
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

  bool read_row(const pugi::xml_node& node) {
    const std::size_t first = sheet_.cells.size();
    std::uint32_t column = 1;
    for (const pugi::xml_node cell : node.children()) {
      if (!is(cell, "table-cell") && !is(cell, "covered-table-cell")) continue;
      const std::uint32_t count = repeats(cell, "number-columns-repeated");
      std::string text = is(cell, "covered-table-cell") ? "" : read_cell(cell, column);
      if (!trim(text).empty()) {
        add_merge(cell, column);
        for (std::uint32_t i = 0; i < count; ++i) {
          if (sheet_.cells.size() >= most_sheet_cells || column + i > most_columns) return false;
          sheet_.cells.push_back({row_, column + i, text, is_error(text)});
        }
      }
      column += count;
    }
    const std::uint32_t rows = repeats(node, "number-rows-repeated");
    return repeat_row(first, rows);
  }

  bool repeat_row(std::size_t first, std::uint32_t rows) {
    const std::size_t count = sheet_.cells.size() - first;
    if (count * rows + first > most_sheet_cells) return false;
    for (std::uint32_t i = 1; i < rows && count > 0; ++i)
      for (std::size_t j = 0; j < count; ++j) {
        SheetCell copy = sheet_.cells[first + j];
        copy.row = row_ + i;
        sheet_.cells.push_back(std::move(copy));
      }
    row_ += rows;
    return true;
  }

  static bool is_error(std::string_view text) {
    return text.starts_with('#') && (text.ends_with('!') || text == "#N/A" || text == "#NAME?");
  }

  std::string read_cell(const pugi::xml_node& cell, std::uint32_t column) const {
    const std::string_view type = value_of(cell, "value-type");
    if (type == "date") {
      std::string_view style = value_of(cell, "style-name");
      if (style.empty() && column <= column_styles_.size()) style = column_styles_[column - 1];
      return std::string(value_of(cell, "date-value").substr(0, date_length(style)));
    }
    if (type == "boolean") return value_of(cell, "boolean-value") == "true" ? "TRUE" : "FALSE";
    if (type == "float" || type == "percentage" || type == "currency") {
      const std::string_view text = value_of(cell, "value");
      double value = 0;
      const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
      return error == std::errc() && end == text.data() + text.size() ? fmt::format("{}", value)
                                                                      : std::string(text);
    }
    return paragraphs(cell);
  }

  void add_merge(const pugi::xml_node& cell, std::uint32_t column) {
    const std::uint32_t rows = repeats(cell, "number-rows-spanned");
    const std::uint32_t columns = repeats(cell, "number-columns-spanned");
    if (rows > 1 || columns > 1)
      sheet_.merges.push_back({row_, row_ + rows - 1, column, column + columns - 1});
  }

  const WorkbookParts& parts_;
  const std::function<bool(std::string_view)>& wanted_;
  std::map<std::string, std::size_t> lengths_;
  std::map<std::string, std::string> data_style_;
  std::vector<std::string> column_styles_;
  Sheet sheet_;
  std::uint32_t row_ = 1;
};

}  // namespace

std::optional<Workbook> read_ods(const WorkbookParts& parts,
                                 const std::function<bool(std::string_view)>& wanted) {
  return OdsReader(parts, wanted).run();
}

}  // namespace crosscut
