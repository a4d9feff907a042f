// Office Open XML workbooks (ECMA-376, part 1, SpreadsheetML).
#include <filesystem>
#include <map>
#include <tuple>

#include "crosscut/base/printable.h"
#include "crosscut/base/text.h"
#include "crosscut/read/workbook_parts.h"
#include "crosscut/read/xlsx_values.h"

namespace crosscut {
namespace {

/// The text of a string item: of its runs, without the phonetic ones.
std::string text_of(const pugi::xml_node& item) {
  std::string text;
  for (const pugi::xml_node child : item.children()) {
    if (is(child, "t")) text += own_text(child);
    if (is(child, "r")) text += own_text(child_of(child, "t"));
  }
  return unescape(text);
}

class XlsxReader {
 public:
  explicit XlsxReader(WorkbookParts& parts) : parts_(parts) {}

  std::optional<Workbook> run() {
    const std::string book = main_part();
    folder_ = book.substr(0, book.rfind('/') + 1);
    pugi::xml_document document;
    if (!parts_.load(book, document)) return std::nullopt;
    const pugi::xml_node root = child_of(document, "workbook");
    if (!root) {
      parts_.refuse("the file is an Office file, but no workbook");
      return std::nullopt;
    }
    const std::string_view from_1904 = value_of(child_of(root, "workbookPr"), "date1904");
    from_1904_ = from_1904 == "1" || from_1904 == "true";
    if (!read_targets(book) || !read_strings() || !read_formats()) return std::nullopt;
    Workbook result;
    for (const pugi::xml_node node : child_of(root, "sheets").children()) {
      if (!is(node, "sheet")) continue;
      Sheet sheet;
      sheet.name = value_of(node, "name");
      if (parts_.wants(sheet.name) && !read_sheet(std::string(value_of(node, "id")), sheet))
        return std::nullopt;
      if (!parts_.add(std::move(sheet), result)) return std::nullopt;
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

  /// A target is relative to the folder of the part that names it, or starts with a slash.
  static std::string resolve(const std::string& folder, std::string_view target) {
    const std::string path =
        target.starts_with('/') ? std::string(target.substr(1)) : folder + std::string(target);
    return std::filesystem::path(path).lexically_normal().generic_string();
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
    if (strings_part_.empty()) return true;
    pugi::xml_document document;
    if (!parts_.load(strings_part_, document)) return false;
    for (const pugi::xml_node node : child_of(document, "sst").children())
      if (is(node, "si")) strings_.push_back(text_of(node));
    return true;
  }

  bool read_formats() {
    if (styles_part_.empty()) return true;
    pugi::xml_document document;
    if (!parts_.load(styles_part_, document)) return false;
    const pugi::xml_node root = child_of(document, "styleSheet");
    std::map<unsigned, Shown> own;
    for (const pugi::xml_node node : child_of(root, "numFmts").children())
      if (const auto id = parse_number<unsigned>(value_of(node, "numFmtId")))
        own[*id] = shown_by(value_of(node, "formatCode"));
    for (const pugi::xml_node node : child_of(root, "cellXfs").children()) {
      if (!is(node, "xf")) continue;
      const unsigned id = parse_number<unsigned>(value_of(node, "numFmtId")).value_or(0);
      formats_.push_back(own.contains(id) ? own[id] : shown_by(id));
    }
    return true;
  }

  bool read_sheet(const std::string& id, Sheet& sheet) {
    const auto target = targets_.find(id);
    if (target == targets_.end())
      return parts_.refuse("the workbook does not say where the sheet \"" + sheet.name + "\" is");
    pugi::xml_document document;
    if (!parts_.load(target->second, document)) return false;
    const pugi::xml_node root = child_of(document, "worksheet");
    std::uint32_t row = 0;
    for (const pugi::xml_node node : child_of(root, "sheetData").children()) {
      if (!is(node, "row")) continue;
      const std::string_view number = value_of(node, "r");
      row = number.empty() ? row + 1 : parse_number<std::uint32_t>(number).value_or(0);
      if (row == 0 || row > most_rows) return refuse_place(number, sheet);
      if (!read_row(node, row, sheet)) return false;
    }
    read_merges(child_of(root, "mergeCells"), sheet);
    return true;
  }

  bool refuse_place(std::string_view place, const Sheet& sheet) const {
    return parts_.refuse("the sheet \"" + sheet.name + "\" has a cell or row that is nowhere: \"" +
                         shorten(printable(place), 20) + "\"");
  }

  /// Cells may stand anywhere in a row, and may leave out where: then they follow the one before.
  bool read_row(const pugi::xml_node& row, std::uint32_t number, Sheet& sheet) {
    std::uint32_t column = 0;
    for (const pugi::xml_node node : row.children()) {
      if (!is(node, "c")) continue;
      SheetCell cell;
      cell.row = number;
      cell.column = ++column;
      if (const std::string_view place = value_of(node, "r"); !place.empty()) {
        const auto reference = parse_reference(place);
        if (!reference) return refuse_place(place, sheet);
        std::tie(cell.column, cell.row) = *reference;
        column = cell.column;
      }
      if (!read_cell(node, cell)) return refuse_string(node, sheet);
      if (!parts_.add(std::move(cell), sheet)) return false;
    }
    return true;
  }

  bool refuse_string(const pugi::xml_node& node, const Sheet& sheet) const {
    return parts_.refuse("a cell of the sheet \"" + sheet.name + "\" holds text number " +
                         shorten(printable(own_text(child_of(node, "v"))), 20) +
                         ", which is not there");
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

  /// False when it names a text that is not there.
  bool read_cell(const pugi::xml_node& node, SheetCell& cell) const {
    const std::string_view type = value_of(node, "t");
    const std::string value = own_text(child_of(node, "v"));
    if (type == "s") {
      if (value.empty()) return true;
      const auto index = parse_number<std::size_t>(trim(value));
      if (!index || *index >= strings_.size()) return false;
      cell.text = strings_[*index];
    } else if (type == "inlineStr") {
      cell.text = text_of(child_of(node, "is"));
    } else if (type == "b") {
      if (!value.empty()) cell.text = value == "1" || value == "true" ? "TRUE" : "FALSE";
    } else if (type == "d") {  // 2026-07-31T00:00:00
      const Shown shown = shown_in(node);
      cell.text = value.substr(0, shown == Shown::year ? 4 : shown == Shown::month ? 7 : 10);
    } else if (type == "str" || type == "e") {
      cell.text = unescape(value);
      cell.error = type == "e";
    } else {
      const auto number = parse_number<double>(trim(value));
      cell.text = number ? number_text(*number, shown_in(node), from_1904_) : value;
    }
    return true;
  }

  Shown shown_in(const pugi::xml_node& cell) const {
    const std::string_view style = value_of(cell, "s");
    const auto index = parse_number<std::size_t>(style.empty() ? "0" : style).value_or(0);
    return index < formats_.size() ? formats_[index] : Shown::number;
  }

  WorkbookParts& parts_;
  std::string folder_, strings_part_, styles_part_;
  std::map<std::string, std::string> targets_;
  std::vector<std::string> strings_;
  std::vector<Shown> formats_;
  bool from_1904_ = false;
};

}  // namespace

std::optional<Workbook> read_xlsx(WorkbookParts& parts) { return XlsxReader(parts).run(); }

}  // namespace crosscut
