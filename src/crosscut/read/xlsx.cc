// Office Open XML workbooks (ECMA-376, part 1, SpreadsheetML).
#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <map>

#include "crosscut/base/text.h"
#include "crosscut/model/date.h"
#include "crosscut/read/workbook_parts.h"

namespace crosscut {
namespace {

/// How much of a date a cell shows; nothing when its format is not that of a date.
enum class Shown : std::uint8_t { number, year, month, day };

/// By the letters of a number format, without quoted text, [conditions] and escapes.
Shown shown_by(std::string_view code) {
  bool d = false, m = false, y = false, time = false;
  for (std::size_t i = 0; i < code.size() && code[i] != ';'; ++i) {
    const char c = code[i];
    if (c == '\\' || c == '_' || c == '*') {
      ++i;
    } else if (c == '"' || c == '[') {
      const std::size_t close = code.find(c == '"' ? '"' : ']', i + 1);
      if (close == std::string_view::npos) break;
      i = close;
    } else {
      d = d || c == 'd' || c == 'D';
      m = m || c == 'm' || c == 'M';
      y = y || c == 'y' || c == 'Y';
      time = time || c == 'h' || c == 'H' || c == 's' || c == 'S';
    }
  }
  if (d) return Shown::day;
  if (m && (y || !time)) return Shown::month;
  return y ? Shown::year : Shown::number;
}

/// The formats that have a number only: 14 to 17 and 22 are dates, 27 to 36 and 50 to 58 are those
/// of East Asia.
Shown shown_by(unsigned id) {
  if (id == 17) return Shown::month;
  if ((id >= 14 && id <= 16) || id == 22 || (id >= 27 && id <= 36) || (id >= 50 && id <= 58))
    return Shown::day;
  return Shown::number;
}

template <typename Number>
std::optional<Number> parse_number(std::string_view text) {
  Number value{};
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size() || text.empty()) return std::nullopt;
  return value;
}

/// "C14" -> column 3, row 14.
std::optional<std::pair<std::uint32_t, std::uint32_t>> parse_reference(std::string_view text) {
  std::uint32_t column = 0;
  std::size_t i = 0;
  for (; i < text.size() && i < 3 && text[i] >= 'A' && text[i] <= 'Z'; ++i)
    column = column * 26 + static_cast<std::uint32_t>(text[i] - 'A' + 1);
  const auto row = parse_number<std::uint32_t>(text.substr(i));
  if (column == 0 || !row || *row == 0) return std::nullopt;
  return std::pair(column, *row);
}

/// Excel writes characters that XML cannot hold as _x000D_.
std::string unescape(std::string_view text) {
  std::string result;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool escape = text.substr(i, 2) == "_x" && text.size() >= i + 7 && text[i + 6] == '_';
    unsigned value = 0;
    if (escape) {
      const auto [end, error] =
          std::from_chars(text.data() + i + 2, text.data() + i + 6, value, 16);
      if (error == std::errc() && end == text.data() + i + 6 && value < 0x80) {
        result += value == 13 ? '\n' : static_cast<char>(value);
        i += 6;
        continue;
      }
    }
    result += text[i];
  }
  return result;
}

/// The text of a string item: of its runs, without the phonetic ones.
std::string text_of(const pugi::xml_node& item) {
  std::string text;
  for (const pugi::xml_node child : item.children()) {
    if (is(child, "t")) text += child.text().get();
    if (is(child, "r")) text += child_of(child, "t").text().get();
  }
  return unescape(text);
}

class XlsxReader {
 public:
  XlsxReader(const WorkbookParts& parts, const std::function<bool(std::string_view)>& wanted)
      : parts_(parts), wanted_(wanted) {}

  std::optional<Workbook> run() {
    const std::string book = main_part();
    folder_ = book.substr(0, book.rfind('/') + 1);
    pugi::xml_document document;
    if (!parts_.load(book, document)) return std::nullopt;
    const pugi::xml_node root = child_of(document, "workbook");
    const std::string_view from_1904 = value_of(child_of(root, "workbookPr"), "date1904");
    from_1904_ = from_1904 == "1" || from_1904 == "true";
    if (!read_targets(book)) return std::nullopt;
    if (!read_strings() || !read_formats()) return std::nullopt;
    Workbook result;
    for (const pugi::xml_node node : child_of(root, "sheets").children()) {
      Sheet sheet;
      sheet.name = value_of(node, "name");
      const auto target = targets_.find(std::string(value_of(node, "id")));
      if (target != targets_.end() && wanted_(sheet.name) && !read_sheet(target->second, sheet))
        return std::nullopt;
      result.sheets.push_back(std::move(sheet));
    }
    return result;
  }

 private:
  std::string main_part() const {
    pugi::xml_document document;
    if (parts_.has("xl/workbook.xml") || !parts_.load("_rels/.rels", document))
      return "xl/workbook.xml";
    for (const pugi::xml_node node : child_of(document, "Relationships").children())
      if (value_of(node, "Type").ends_with("/officeDocument"))
        return resolve("", value_of(node, "Target"));
    return "xl/workbook.xml";
  }

  static std::string resolve(std::string_view folder, std::string_view target) {
    if (target.starts_with('/')) return std::string(target.substr(1));
    return std::string(folder) + std::string(target);
  }

  bool read_targets(const std::string& book) {
    pugi::xml_document document;
    const std::size_t slash = book.rfind('/') + 1;
    if (!parts_.load(book.substr(0, slash) + "_rels/" + book.substr(slash) + ".rels", document))
      return false;
    for (const pugi::xml_node node : child_of(document, "Relationships").children()) {
      const std::string target = resolve(folder_, value_of(node, "Target"));
      targets_[std::string(value_of(node, "Id"))] = target;
      if (value_of(node, "Type").ends_with("/sharedStrings")) strings_part_ = target;
      if (value_of(node, "Type").ends_with("/styles")) styles_part_ = target;
    }
    return true;
  }

  bool read_strings() {
    if (strings_part_.empty() || !parts_.has(strings_part_)) return true;
    pugi::xml_document document;
    if (!parts_.load(strings_part_, document)) return false;
    for (const pugi::xml_node node : child_of(document, "sst").children())
      if (is(node, "si")) strings_.push_back(text_of(node));
    return true;
  }

  bool read_formats() {
    if (styles_part_.empty() || !parts_.has(styles_part_)) return true;
    pugi::xml_document document;
    if (!parts_.load(styles_part_, document)) return false;
    const pugi::xml_node root = child_of(document, "styleSheet");
    std::map<unsigned, Shown> own;
    for (const pugi::xml_node node : child_of(root, "numFmts").children())
      if (const auto id = parse_number<unsigned>(value_of(node, "numFmtId")))
        own[*id] = shown_by(value_of(node, "formatCode"));
    for (const pugi::xml_node node : child_of(root, "cellXfs").children()) {
      const unsigned id = parse_number<unsigned>(value_of(node, "numFmtId")).value_or(0);
      formats_.push_back(own.contains(id) ? own[id] : shown_by(id));
    }
    return true;
  }

  bool read_sheet(const std::string& part, Sheet& sheet) {
    pugi::xml_document document;
    if (!parts_.load(part, document)) return false;
    const pugi::xml_node root = child_of(document, "worksheet");
    std::uint32_t row = 0;
    for (const pugi::xml_node row_node : child_of(root, "sheetData").children()) {
      if (!is(row_node, "row")) continue;
      row = parse_number<std::uint32_t>(value_of(row_node, "r")).value_or(row + 1);
      std::uint32_t column = 0;
      for (const pugi::xml_node node : row_node.children()) {
        if (!is(node, "c")) continue;
        const auto reference = parse_reference(value_of(node, "r"));
        column = reference ? reference->first : column + 1;
        SheetCell cell = read_cell(node);
        cell.row = reference ? reference->second : row;
        cell.column = column;
        if (!trim(cell.text).empty()) sheet.cells.push_back(std::move(cell));
      }
    }
    read_merges(child_of(root, "mergeCells"), sheet);
    return true;
  }

  static void read_merges(const pugi::xml_node& list, Sheet& sheet) {
    for (const pugi::xml_node node : list.children()) {
      const std::string_view range = value_of(node, "ref");
      const std::size_t colon = range.find(':');
      if (colon == std::string_view::npos) continue;
      const auto first = parse_reference(range.substr(0, colon));
      const auto last = parse_reference(range.substr(colon + 1));
      if (first && last)
        sheet.merges.push_back({first->second, last->second, first->first, last->first});
    }
  }

  SheetCell read_cell(const pugi::xml_node& node) const {
    const std::string_view type = value_of(node, "t");
    const std::string_view value = child_of(node, "v").text().get();
    SheetCell cell;
    if (type == "s") {
      const auto index = parse_number<std::size_t>(value);
      if (index && *index < strings_.size()) cell.text = strings_[*index];
    } else if (type == "inlineStr") {
      cell.text = text_of(child_of(node, "is"));
    } else if (type == "b") {
      cell.text = value == "1" || value == "true" ? "TRUE" : "FALSE";
    } else if (type == "d") {
      cell.text = value.substr(0, 10);
    } else if (type == "str" || type == "e") {
      cell.text = unescape(value);
      cell.error = type == "e";
    } else {
      cell.text = number(value, value_of(node, "s"));
    }
    return cell;
  }

  std::string number(std::string_view text, std::string_view style) const {
    const auto value = parse_number<double>(text);
    if (!value) return std::string(text);
    const auto index = parse_number<std::size_t>(style.empty() ? "0" : style).value_or(0);
    const Shown shown = index < formats_.size() ? formats_[index] : Shown::number;
    constexpr double last_serial = 2958465;  // 31 December 9999
    if (shown == Shown::number || *value < 1 || *value >= last_serial + 1)
      return fmt::format("{}", *value);
    PartialDate date = date_of(*value);
    if (shown != Shown::day) date.day = 0;
    if (shown == Shown::year) date.month = 0;
    return write_date(date);
  }

  /// Day 1 is 1 January 1900, and day 60 a 29 February that was not; or days since 1904.
  PartialDate date_of(double serial) const {
    constexpr Day day_0 = -25569;  // 30 December 1899, in days since 1970
    constexpr Day from_1900_to_1904 = 1462;
    const Day days = static_cast<Day>(serial);
    const bool before_the_fault = !from_1904_ && days < 60;
    return date_of_day(day_0 + days + (from_1904_ ? from_1900_to_1904 : 0) +
                       (before_the_fault ? 1 : 0));
  }

  const WorkbookParts& parts_;
  const std::function<bool(std::string_view)>& wanted_;
  std::string folder_, strings_part_, styles_part_;
  std::map<std::string, std::string> targets_;
  std::vector<std::string> strings_;
  std::vector<Shown> formats_;
  bool from_1904_ = false;
};

}  // namespace

std::optional<Workbook> read_xlsx(const WorkbookParts& parts,
                                  const std::function<bool(std::string_view)>& wanted) {
  return XlsxReader(parts, wanted).run();
}

}  // namespace crosscut
